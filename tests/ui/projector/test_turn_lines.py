"""Long names at a vote at the screen: whose turn it is and what to do stay whole on the wall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen
from ui.projector.scenes import parts
from workshop.scenes import TouchScene

LONG_TEAM = "Department for customer service, complaints and returns, North and South, logistics"
LONG_SEAT = "Anna-Katharina Müller-Lüdenscheidt"
INSTRUCTIONS = (
    "Tap one, then step aside. The choice is never shown.",
    "Type one on the number pad, then pass it on. The choice is never shown.",
    "Bitte eine Antwort auf dem Ziffernblock tippen und ihn dann weitergeben. Welche es war, wird "
    "nie gezeigt, auch danach nicht.",
)


def scene(pad: bool, name: str, turn: str, instruction: str, following: str) -> TouchScene:
    return replace(
        samples.touch(5, name), pad=pad, turn=turn, instruction=instruction, following=following
    )


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


def nothing_leaves_the_wall(seen: Seen) -> None:
    for block, letters in seen.texts:
        assert letters.left() >= parts.LEFT - 1, block.text
        assert letters.right() <= parts.RIGHT + 1, block.text
        assert letters.bottom() <= parts.BOTTOM + 40, block.text


@pytest.mark.parametrize("pad", [False, True])
@pytest.mark.parametrize("name", ["Ann", LONG_SEAT, samples.RIGHT_TO_LEFT])
def test_a_seat_s_name_is_whole_and_its_team_s_is_elided(pad: bool, name: str, seen: Seen) -> None:
    seen.paint(scene(pad, name, LONG_TEAM, INSTRUCTIONS[pad], "Next team: B"))
    assert name in seen.said()
    (team,) = [block for block, _ in seen.texts if block.text.startswith("Department")]
    assert team.elided
    assert team.lines == 1
    nothing_leaves_the_wall(seen)


@pytest.mark.parametrize("pad", [False, True])
def test_how_many_have_voted_is_whole_beside_a_team_as_long_as_a_line(
    pad: bool, seen: Seen
) -> None:
    seen.paint(scene(pad, LONG_TEAM, "vote 14 of 20", INSTRUCTIONS[pad], "Next team: B"))
    assert "vote 14 of 20" in seen.said()
    nothing_leaves_the_wall(seen)


@pytest.mark.parametrize("pad", [False, True])
@pytest.mark.parametrize("instruction", INSTRUCTIONS)
@pytest.mark.parametrize("following", ["", "Next team: B", f"Next team: {LONG_TEAM}"])
def test_what_to_do_is_whole_however_long_the_next_team_s_name_is(
    pad: bool, instruction: str, following: str, seen: Seen
) -> None:
    seen.paint(scene(pad, "Ann", "Nursing", instruction, following))
    assert instruction in seen.said()
    (block,) = [block for block, _ in seen.texts if block.text.startswith(instruction[:7])]
    assert not block.elided
    nothing_leaves_the_wall(seen)
    below = [each.intersected(other) for _, each in seen.texts for _, other in seen.texts]
    assert len([box for box in below if box.width() > 1 and box.height() > 1]) == len(seen.texts)
