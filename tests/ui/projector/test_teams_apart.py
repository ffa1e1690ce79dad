"""Teams apart on the wall: one unit, places that never touch, no trace of a hidden team."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from exports.look import tokens
from frameworks.theme import Theme
from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen, painted
from tests.ui.projector.test_together import overlapping
from tests.workshop.together_facts import apart_facts
from ui.projector.scenes import parts, teams_apart
from workshop.apart_staging import apart_pages, apart_scene
from workshop.facts import Facts
from workshop.together_scenes import TeamsApartScene
from workshop.words import Words

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
WORDS = Words()
SAMPLE = (
    ("Front desk", (0, 0, 1, 5, 1), 1),
    ("Nursing", (0, 1, 2, 5, 2), 0),
    ("Back office", (0, 2, 1, 2, 0), 1),
)


def scene_of(given: Facts, page: int = 0) -> TeamsApartScene:
    return apart_scene(given, page, WORDS)


def named(names: list[str], steps: int = 5, *, rest: bool = False, votes: int = 1) -> Facts:
    counts = tuple(votes * (1 + (3 * step) % 5) for step in range(steps))
    teams = [(name, counts, 2 * n) for n, name in enumerate(names)]
    if rest:
        teams.append(("", counts, 0))
    return apart_facts(*teams, secret=rest)


@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_charts_stand_apart_above_the_prompt(count: int) -> None:
    places = teams_apart.grid(count)
    boxes = [places.box(number) for number in range(count)]
    for one, other in combinations(boxes, 2):
        assert not one.intersects(other)
    wall = QRectF(parts.LEFT, 220, parts.SPAN, 720)
    assert all(wall.contains(box) for box in boxes)
    rows = {box.top() for box in boxes}
    assert len(rows) == (1 if count <= 4 else 2)


def stack_height(image: QImage, box: QRectF, step: int, steps: int) -> int:
    """From the highest to the lowest pixel of a stack of bricks."""
    fill = QColor(tokens.LIGHT.themes[Theme.STRATEGY].fill).rgb()
    x = round(box.left() + (step - 0.5) * box.width() / steps)
    found = [y for y in range(round(box.top()) + 8, 940) if image.pixel(x, y) == fill]
    return found[-1] - found[0] if found else 0


def test_the_same_votes_are_as_high_in_every_team() -> None:
    large = ("Many", (0, 1, 2, 5, 12), 0)
    image = painted(scene_of(apart_facts(*SAMPLE[:2], large)))
    places = teams_apart.grid(3)
    heights = [
        [stack_height(image, places.box(n), step, 5) for step in range(1, 6)] for n in range(3)
    ]
    by_votes: dict[int, set[int]] = {}
    for (_, counts, _), row in zip((*SAMPLE[:2], large), heights, strict=True):
        for votes, height in zip(counts, row, strict=True):
            by_votes.setdefault(votes, set()).add(height)
    assert by_votes[0] == {0}
    assert all(max(found) - min(found) <= 1 for found in by_votes.values())
    assert max(by_votes[1]) < min(by_votes[2]) < min(by_votes[5])
    unit = max(by_votes[2]) - max(by_votes[1])
    assert max(by_votes[5]) == pytest.approx(max(by_votes[1]) + 4 * unit, abs=4)


LONG = samples.LONG_NAME
EXTREMES = {
    "three teams": apart_facts(*SAMPLE),
    "three long names": named([LONG, samples.ARABIC, samples.RIGHT_TO_LEFT]),
    "four long names on ten steps": named([LONG] * 4, 10, votes=6),
    "eight long names": named([LONG] * 8),
    "eight on seven steps with the rest": named([LONG] * 7, 7, rest=True, votes=5),
    "six on three steps": named([f"Team {n}" for n in range(6)], 3),
    "two on two steps": named(["One", LONG], 2, votes=50),
    "one and the rest": named(["One"], rest=True, votes=20),
    "eleven and the rest": named([f"Team {n}" for n in range(11)], rest=True),
    "all don't know": apart_facts(("A", (0, 0, 0), 90), (LONG, (0, 0, 0), 110)),
    "none": apart_facts(("A", (1, 0, 0), 0)),
}


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


@pytest.mark.parametrize("name", EXTREMES)
def test_no_text_is_cut_covered_or_off_the_wall(name: str, seen: Seen) -> None:
    given = EXTREMES[name]
    for page in range(apart_pages(given)):
        seen.paint(scene_of(given, page))
        assert overlapping(seen.texts) == []
        for block, letters in seen.texts:
            assert not block.elided, block.text
            assert letters.left() >= parts.LEFT - 1, block.text
            assert letters.right() <= parts.RIGHT + 1, block.text
            assert letters.bottom() <= tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT, block.text
            assert block.role.size >= tokens.PROJECTOR_SMALLEST


def test_names_that_stand_side_by_side_have_one_size(seen: Seen) -> None:
    seen.paint(scene_of(named(["One", LONG, "Three"])))
    names = [block for block, _ in seen.texts if block.text.replace("\u00a0", " ") in ("One", LONG)]
    assert len({block.role for block in names}) == 1


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_hidden_team_leaves_no_trace(look: tokens.Look) -> None:
    # The very first drawing of a large letter may differ from later ones in the shade of an edge.
    _, one, other = (
        painted(scene_of(apart_facts(*SAMPLE, (name, (5, 0, 0, 0, 0), 0), minimum=6)), look)
        for name in ("First", "Cleaning", "Porters")
    )
    assert one == other
