"""What is collected and not revealed: a count of votes, and no mark of any value."""

from __future__ import annotations

import pytest

from exports.look import tokens
from tests.ui.projector.seeing import Seen
from tests.workshop.together_facts import asked, closed, facts, item
from ui.projector.scenes import parts
from workshop.kinds import Sorting
from workshop.question_facts import TogetherFacts
from workshop.together_scenes import CollectedScene
from workshop.together_staging import collected_scene
from workshop.words import Words


def collected(*votes: int) -> CollectedScene:
    questions = tuple(asked(n, "A", "Text", closed(n, each, 24)) for n, each in enumerate(votes))
    together = TogetherFacts("activity", "rate", Sorting.DIVIDED, questions)
    return collected_scene(facts(together=together), item(), Words())


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


def test_the_wall_says_the_sentence_and_the_votes_and_nothing_more(seen: Seen) -> None:
    seen.paint(collected(*[24] * 9))
    assert [block.text.replace("\u00a0", " ") for block, _ in seen.texts] == [
        "People",
        "Nine questions",
        "All nine questions are voted on",
        "Each has 24 of 24 votes.",
    ]


def test_the_votes_stand_below_the_sentence_and_on_the_wall(seen: Seen) -> None:
    seen.paint(collected(22, 23, 24))
    (*_, heading, votes) = [box for _, box in seen.texts]
    assert heading.bottom() < votes.top()
    assert votes.bottom() < parts.BOTTOM
    assert all(block.role.size >= tokens.PROJECTOR_SMALLEST for block, _ in seen.texts)
