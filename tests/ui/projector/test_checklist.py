"""A checklist on the wall: bars as wide as their votes, with an open end for all others."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from exports.look import tokens
from exports.look.tokens import Look
from frameworks.theme import Theme
from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen, painted
from tests.ui.projector.test_together import overlapping
from tests.workshop.together_facts import BASICS, facts, item, of_votes
from ui.projector.scenes import checklist, parts
from workshop.together_scenes import ChecklistRow, ChecklistScene
from workshop.together_staging import together_scene
from workshop.words import Words

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
WORDS = Words()
LONG = "We have said which service we promise, to whom, how soon, and what we do where it cannot be"
EXTREME = (
    ("Our patients", samples.LONG_QUESTION, (1, 1, 198), 0),
    ("Recovery when it goes wrong!", LONG, (199, 1, 0), 0),
    ("Script", samples.RIGHT_TO_LEFT, (0, 0, 0), 200),
    ("Nobody", "Nobody voted", (0, 0, 0), 0),
    ("Partly", "All partly", (0, 200, 0), 0),
    ("Few", samples.ARABIC, (40, 2, 3), 117),
)


def page(
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...], theme: Theme = Theme.PEOPLE
) -> ChecklistScene:
    given_votes = of_votes(rows, kind="checklist")
    scene = together_scene(facts(together=given_votes), item(theme), 0, WORDS)
    assert isinstance(scene, ChecklistScene)
    return scene


def parts_of(yes: int, partly: int, no: int, seats: int) -> list[checklist.Part]:
    row = ChecklistRow("Item", yes, partly, no, 0, "")
    return checklist.bar(row, seats, 0, tokens.LIGHT.themes[Theme.VISION], tokens.LIGHT)


def colours(image: QImage, left: float, right: float, y: int) -> set[str]:
    return {
        QColor.fromRgb(image.pixel(x, y)).name().upper() for x in range(round(left), round(right))
    }


@given(st.integers(0, 70), st.integers(0, 70), st.integers(0, 70), st.integers(0, 40))
def test_each_part_is_as_wide_as_its_votes_and_none_lies_on_another(
    yes: int, partly: int, no: int, others: int
) -> None:
    seats = max(1, yes + partly + no + others)
    found = parts_of(yes, partly, no, seats)
    assert [part.votes for part in found] == [votes for votes in (yes, partly, no) if votes]
    unit = checklist.BAR_WIDTH / seats
    for part in found:
        assert part.box.width() == pytest.approx(part.votes * unit, abs=4)
        assert part.box.left() >= checklist.BAR_LEFT - 1
    for one, other in pairwise(found):
        assert one.box.right() <= other.box.left() + 1
    if found:
        end = checklist.BAR_LEFT + (yes + partly + no) * unit
        assert found[-1].box.right() == pytest.approx(end, abs=4)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("theme", Theme)
def test_yes_is_filled_partly_hatched_and_no_paper(theme: Theme, look: Look) -> None:
    image = painted(page(tuple(BASICS), theme), look)
    session, palette = look.themes[theme], look.palette
    unit, y = checklist.BAR_WIDTH / 24, round(checklist.ROWS_TOP + 136 + 36)
    left = checklist.BAR_LEFT
    assert colours(image, left + 6, left + 9 * unit - 6, y) == {session.fill}
    hatched = colours(image, left + 9 * unit + 6, left + 20 * unit - 6, y)
    assert {session.key, session.tint} <= hatched
    assert colours(image, left + 20 * unit + 6, left + 24 * unit - 8, y) == {palette.paper}
    edge = QColor(palette.edge).name().upper()
    assert edge in colours(image, left + 24 * unit - 8, left + 24 * unit + 2, y)


def test_a_faint_fill_has_its_keyline() -> None:
    image = painted(page(tuple(BASICS), Theme.PEOPLE))
    key = tokens.LIGHT.themes[Theme.PEOPLE].key
    y = round(checklist.ROWS_TOP + 36)
    assert key in colours(image, checklist.BAR_LEFT - 2, checklist.BAR_LEFT + 4, y)


def test_dont_knows_leave_the_end_of_the_bar_open() -> None:
    image = painted(page(tuple(BASICS)))
    unit, y = checklist.BAR_WIDTH / 24, round(checklist.ROWS_TOP + 2 * 136 + 36)
    end = checklist.BAR_LEFT + 23 * unit
    paper = tokens.LIGHT.palette.paper
    assert colours(image, end + 3, checklist.BAR_LEFT + checklist.BAR_WIDTH + 3, y) == {paper}


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


@pytest.mark.parametrize("rows", [tuple(BASICS), tuple(BASICS[:1]), EXTREME], ids=len)
def test_no_text_is_cut_or_stands_on_another(
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...], seen: Seen
) -> None:
    seen.paint(page(rows))
    assert overlapping(seen.texts) == []
    for block, letters in seen.texts:
        assert not block.elided, block.text
        assert letters.left() >= parts.LEFT - 1, block.text
        assert letters.right() <= parts.RIGHT + 1, block.text
        assert letters.bottom() <= tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT, block.text


def test_every_count_but_zero_stands_below_its_part(seen: Seen) -> None:
    seen.paint(page((("A", "A sentence", (1, 0, 23), 0),)))
    numbers = {block.text: box.center().x() for block, box in seen.texts if block.text.isdigit()}
    assert set(numbers) == {"23", "1"}
    for part in parts_of(23, 0, 1, 24):
        assert numbers[str(part.votes)] == pytest.approx(part.box.center().x(), abs=2)
