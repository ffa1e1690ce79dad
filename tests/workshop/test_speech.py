"""Speech: how acts name the texts they were done to."""

from __future__ import annotations

import pytest

from workshop.console_staging import act_said
from workshop.speech import LONGEST_NAMED, named
from workshop.words import Words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Call back", "Call back"),
        ("Call\n back ", "Call back"),
        ("x" * LONGEST_NAMED, "x" * LONGEST_NAMED),
        ("x" * 400, "x" * LONGEST_NAMED + "…"),
        ("Answer every letter, " * 20, "Answer every letter, Answer every letter, Answer every…"),
    ],
)
def test_a_text_is_named_by_its_first_words(text: str, said: str) -> None:
    assert named(text) == said


def test_an_act_names_a_long_text_by_its_first_words() -> None:
    said = act_said(("skip", {"what": "Is there time for questions " * 20}), Words())
    assert said == "Is there time for questions Is there time for questions Is… skipped"
