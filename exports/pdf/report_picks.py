"""Picks: which questions and sessions the report's summary names.

A checklist's have no scores, so none of its questions is picked for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exports.pdf import plan_words
from frameworks.theme import Theme
from workshop.agreement import AgreementWord
from workshop.charts import heading
from workshop.day_charts import DayCharts
from workshop.phrases import mid_sentence
from workshop.prompts import camps_in_words
from workshop.question_facts import OutcomeFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.tally import Distribution
from workshop.words import Words

MOST: Final = 3
RANK: Final = {AgreementWord.SPLIT: 0, AgreementWord.SPREAD: 1}


@dataclass(frozen=True, slots=True)
class Pick:
    """A question or session with its number; `aside` stands below it, `target` is its bookmark."""

    name: str
    aside: str
    value: str
    theme: Theme
    second: bool
    target: str


@dataclass(frozen=True, slots=True)
class PickList:
    """A list with its name and what its numbers are; `none` stands where it is empty, `more` is
    how many it leaves out that belong there as much.
    """

    name: str
    unit: str
    picks: list[Pick]
    none: str = ""
    more: int = 0


def highest(snapshot: Snapshot, words: Words) -> PickList:
    """The questions with the highest scores, at most three, and never more than half of all;
    `more` is how many others have the score of the last of them.
    """
    scored = _scored(snapshot)
    scored.sort(key=lambda each: -(each[1].score or 0.0))
    cut = min(MOST, (len(scored) + 1) // 2)
    return PickList(
        words.say("Highest"),
        words.say("Score"),
        [_score(*each, words) for each in scored[:cut]],
        words.say("No question has a score that counts."),
        more=_tied(scored, cut),
    )


def lowest(snapshot: Snapshot, words: Words) -> PickList:
    """The questions with the lowest scores, none of which is among the highest; `more` is how many
    others have the score of the last of them.
    """
    scored = _scored(snapshot)
    scored.sort(key=lambda each: -(each[1].score or 0.0))
    rest = scored[min(MOST, (len(scored) + 1) // 2) :]
    scored.reverse()
    rest.reverse()
    cut = min(MOST, len(rest))
    return PickList(
        words.say("Lowest"),
        words.say("Score"),
        [_score(*each, words) for each in rest[:cut]],
        words.say("There are too few questions for that."),
        more=_tied(scored, cut),
    )


def _tied(scored: list[tuple[SnapshotSession, SnapshotQuestion]], cut: int) -> int:
    """How many questions from `cut` on have the score of the last one before it."""
    if not cut:
        return 0
    last = scored[cut - 1][1].score
    return sum(question.score == last for _, question in scored[cut:])


def divided(snapshot: Snapshot, words: Words) -> list[Pick]:
    """The questions that split or spread the room, the least agreement first."""
    found = []
    for session, question in _asked(snapshot):
        result = question.rounds[-1].result if question.rounds else None
        if result is not None and result.agreement.word in RANK:
            found.append((session, question, result))
    found.sort(key=lambda each: _division(each[2]))
    return [_division_pick(*each, words) for each in found[:MOST]]


def differing(snapshot: Snapshot, words: Words) -> list[Pick]:
    """The questions on which the group agreed to differ, with the scores of both positions."""
    return [
        Pick(
            name=question.short,
            aside=session.title,
            value=" – ".join(
                words.number(score) for score in (outcome.low, outcome.high) if score is not None
            ),
            theme=session.theme,
            second=session.second,
            target=f"question-{question.id}",
        )
        for session, question, outcome in differed(snapshot)[:MOST]
    ]


def differed(snapshot: Snapshot) -> list[tuple[SnapshotSession, SnapshotQuestion, OutcomeFacts]]:
    """All questions with scores on which the group agreed to differ."""
    return [each for each in plan_words.differing(snapshot) if each[1].kind != plan_words.CHECKLIST]


def changes(charts: DayCharts, words: Words) -> list[Pick]:
    """The sessions that moved most since last time, whichever way."""
    if charts.profile is None:
        return []
    pages = {page.id for page in charts.sessions}
    rows = [row for row in charts.profile.rows if row.score is not None and row.earlier is not None]
    rows.sort(key=lambda row: -abs((row.score or 0.0) - (row.earlier or 0.0)))
    return [
        Pick(
            name=row.name,
            aside=words.say(
                "{before} last time, {now} today",
                before=words.number(row.earlier or 0.0, 1),
                now=row.score_text,
            ),
            value=row.change,
            theme=row.theme,
            second=row.second,
            target=f"session-{row.id}" if row.id in pages else "",
        )
        for row in rows[:MOST]
    ]


def _asked(snapshot: Snapshot) -> Iterator[tuple[SnapshotSession, SnapshotQuestion]]:
    """The questions of the sessions that were not left out, without those of checklists."""
    for session in snapshot.sessions:
        if not session.left_out:
            for question in session.questions:
                if question.kind != plan_words.CHECKLIST:
                    yield session, question


def _scored(snapshot: Snapshot) -> list[tuple[SnapshotSession, SnapshotQuestion]]:
    """The questions whose score counts in their session's, in the agenda's order; not those on
    which the group agreed to differ.
    """
    differing = {question.id for _, question, _ in plan_words.differing(snapshot)}
    return [
        (session, question)
        for session, question in _asked(snapshot)
        if question.counts
        and question.score is not None
        and question.rounds
        and question.id not in differing
    ]


def _score(session: SnapshotSession, question: SnapshotQuestion, words: Words) -> Pick:
    return Pick(
        name=question.short,
        aside=session.title,
        value=words.number(question.score or 0.0, 1),
        theme=session.theme,
        second=session.second,
        target=f"question-{question.id}",
    )


def _division(result: Distribution) -> tuple[int, float]:
    word, agreement = result.agreement.word, result.agreement.agreement
    return (RANK[word] if word is not None else len(RANK), agreement or 0.0)


def _division_pick(
    session: SnapshotSession, question: SnapshotQuestion, result: Distribution, words: Words
) -> Pick:
    camps = result.agreement.camps
    said = mid_sentence(heading(result, words))
    if camps:
        said = words.say("{word}, {camps}", word=said, camps=camps_in_words(camps, words))
    return Pick(
        name=question.short,
        aside=words.say("{session}: {said}", session=session.title, said=said),
        value=words.number(result.agreement.points or 0),
        theme=session.theme,
        second=session.second,
        target=f"question-{question.id}",
    )
