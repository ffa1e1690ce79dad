"""Reading what the earlier workshop came to on a question, of the copy that is kept of it."""

from __future__ import annotations

from typing import Any, Final

from workshop.question_facts import EarlierFacts
from workshop.records import EarlierResultRecord
from workshop.tally import Distribution

EARLIER_COLUMNS: Final = (
    EarlierResultRecord.counts.label("earlier_counts"),
    EarlierResultRecord.dont_know.label("earlier_dont_know"),
    EarlierResultRecord.score_halves.label("earlier_halves"),
    EarlierResultRecord.differed.label("earlier_differed"),
    EarlierResultRecord.text.label("earlier_text"),
)
"""What `read_earlier` needs beside a question's own row."""


def read_earlier(question: Any) -> EarlierFacts | None:
    """What the earlier workshop said to the same question; None where nothing was revealed.

    `question` is its row with EARLIER_COLUMNS.
    """
    if question.earlier_counts is None:
        return None
    halves = question.earlier_halves
    return EarlierFacts(
        result=Distribution(tuple(question.earlier_counts), question.earlier_dont_know),
        score=None if halves is None else halves / 2,
        differed=question.earlier_differed,
        reworded=question.earlier_text != question.text,
        text=question.earlier_text,
    )
