"""A name that stands as a sentence has one mark at its end, and never two."""

from __future__ import annotations

import pytest

from ui.console.run.sentences import as_sentence


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("Recovery", "Recovery."),
        ("Recovery when it goes wrong!", "Recovery when it goes wrong!"),
        ("Who helps?", "Who helps?"),
        ("And so on…", "And so on…"),
    ],
)
def test_a_mark_at_the_end_is_kept_and_a_missing_one_is_added(name: str, sentence: str) -> None:
    assert as_sentence(name) == sentence
