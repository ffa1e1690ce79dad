"""A break on the wall: one time to be back, a burning fuse, and never a second counted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from exports.look import tokens
from frameworks.theme import Theme
from tests.ui.projector import room_samples
from tests.ui.projector.sample_parts import NOW, RIGHT_TO_LEFT, timer
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.projector.frame import Frame
from ui.projector.paint import still_parts
from ui.projector.scenes import break_time, parts
from workshop.scenes import Wall

SCENE = room_samples.BREAK
FUSE = tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT / 2
MARK_MIDDLE = parts.LEFT + break_time.MARK / 2
MARK_Y = break_time.FOOT - 56 / 2


def test_the_time_to_be_back_is_the_largest_thing_there(seen: Seen) -> None:
    seen.paint(SCENE)
    title, heading, *foot = "Service review, autumn", "Break. Back at", "Then: Structure"
    assert seen.said() == [title, heading, "10:45", *foot, "Coffee is in the corridor"]
    assert [block.role.size for block, _ in seen.texts][2] == 400


def test_as_time_goes_only_the_fuse_changes() -> None:
    early = painted(SCENE, frame=Frame(tokens.LIGHT, NOW))
    late = painted(SCENE, frame=Frame(tokens.LIGHT, NOW + 300_000))
    above = QRect(0, 0, tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT)
    assert early.copy(above) == late.copy(above)
    assert early != late
    assert still_parts(Wall(SCENE)) == still_parts(Wall(replace(SCENE, timer=timer(1))))


@pytest.mark.parametrize("left", [900, 540, 1, 0, -90])
@pytest.mark.parametrize("look", [tokens.LIGHT, tokens.DARK])
def test_the_fuse_burns_down_to_nothing(left: int, look: tokens.Look) -> None:
    image = painted(replace(SCENE, timer=timer(left, 900)), look)
    end = tokens.PROJECTOR_WIDTH * max(0, left) / 900
    if end > 4:
        assert colour_at(image, end - 4, FUSE) == look.palette.ink
    if end < tokens.PROJECTOR_WIDTH:
        assert colour_at(image, end + 4, FUSE) == look.palette.hairline


def test_what_comes_then_has_the_shape_of_its_session() -> None:
    colours = tokens.LIGHT.themes[Theme.STRUCTURE]
    assert colour_at(painted(SCENE), MARK_MIDDLE, MARK_Y) == colours.fill
    second = painted(replace(SCENE, following_second=True))
    assert colour_at(second, MARK_MIDDLE, MARK_Y) == tokens.LIGHT.palette.paper
    assert colour_at(second, MARK_MIDDLE - 12, MARK_Y) == colours.fill


def test_what_is_no_session_stands_at_the_margin_without_a_shape(seen: Seen) -> None:
    image = seen.paint(replace(SCENE, following_theme=None, following="Priorities"))
    assert seen.where("Priorities").left() == pytest.approx(parts.LEFT, abs=1)
    fills = {colours.fill for colours in tokens.LIGHT.themes.values()}
    assert colour_at(image, MARK_MIDDLE, MARK_Y) not in fills


def test_a_long_line_grows_upwards_and_stays_off_the_time(seen: Seen) -> None:
    remark = " ".join(["fruit and water are on the table by the window"] * 5)
    seen.paint(replace(SCENE, remark=remark))
    line = seen.where(remark)
    assert line.bottom() <= break_time.FOOT
    assert line.top() > seen.where("10:45").bottom() + tokens.SPACE[6]
    assert line.left() > seen.where("Then: Structure").right()


def test_a_line_in_hebrew_ends_at_the_margin(seen: Seen) -> None:
    seen.paint(replace(SCENE, remark=RIGHT_TO_LEFT))
    assert seen.where(RIGHT_TO_LEFT).right() == pytest.approx(parts.RIGHT, abs=1)


def test_nothing_to_say_leaves_no_rule() -> None:
    bare = painted(replace(SCENE, following_theme=None, following="", remark="", timer=None))
    foot = {colour_at(bare, 960, y) for y in range(800, tokens.PROJECTOR_HEIGHT)}
    assert foot == {tokens.LIGHT.palette.paper}
