"""Group work on the wall: the whole task, a timer that ends in words, tables that never crowd."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.look import tokens
from tests.ui.projector import room_samples
from tests.ui.projector.sample_parts import LONG_NAME, NOW, timer
from tests.ui.projector.seeing import Seen, colour_at, painted
from ui.painters.timer import timer_text, timer_width
from ui.projector.frame import Frame
from ui.projector.paint import still_parts
from ui.projector.scenes import group_work, parts
from workshop.scenes import GroupWorkScene, TableSeat, Wall

SCENE = room_samples.GROUP_WORK
FUSE = tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT / 2


def tables(count: int) -> tuple[TableSeat, ...]:
    return tuple(TableSeat(f"Table {n}", LONG_NAME) for n in range(1, count + 1))


def test_task_steps_tables_and_the_time_left_are_all_there(seen: Seen) -> None:
    seen.paint(SCENE)
    said = seen.said()
    for text in (SCENE.task, *SCENE.steps, "8:40", SCENE.back, "Middle table", "Nursing A"):
        assert text in said
    assert [text for text in said if text in {"1", "2", "3"}] == ["1", "2", "3"]
    assert SCENE.over not in said


@pytest.mark.parametrize("left", [0, -1, -35, -3600])
def test_at_zero_words_take_the_timers_place_and_nothing_counts_on(left: int, seen: Seen) -> None:
    seen.paint(replace(SCENE, timer=timer(left)))
    assert SCENE.over in seen.said()
    assert not any(text in seen.said() for text in (SCENE.back, timer_text(left)))


def test_in_the_last_second_the_timer_still_stands(seen: Seen) -> None:
    seen.paint(replace(SCENE, timer=timer(1)))
    assert "0:01" in seen.said()
    assert SCENE.over not in seen.said()


def test_before_it_begins_the_length_stands_in_the_timers_place_and_no_fuse(seen: Seen) -> None:
    image = seen.paint(replace(SCENE, timer=None, back="12 minutes"))
    assert seen.where("12 minutes").right() == pytest.approx(parts.RIGHT, abs=1)
    assert seen.where("12 minutes").height() > tokens.PROJECTOR_BACK_ROW
    assert colour_at(image, 4, FUSE) == tokens.LIGHT.palette.paper


@pytest.mark.parametrize("look", [tokens.LIGHT, tokens.DARK])
def test_the_fuse_is_as_long_as_the_time_left(look: tokens.Look) -> None:
    image = painted(replace(SCENE, timer=timer(520, 720)), look)
    end = tokens.PROJECTOR_WIDTH * 520 / 720
    assert colour_at(image, end - 4, FUSE) == look.palette.ink
    assert colour_at(image, end + 4, FUSE) == look.palette.hairline


def test_the_timer_goes_on_over_one_still_picture() -> None:
    walls = [still_parts(Wall(replace(SCENE, timer=timer(left)))) for left in (700, 9, -5)]
    assert walls[0] == walls[1] == walls[2] == still_parts(Wall(replace(SCENE, timer=None)))


@pytest.mark.parametrize("seconds", [1, 59, 599, 600, 754, 3600, 5999, 6000, 14_400])
def test_the_timer_is_as_large_as_its_digits_allow_and_off_the_steps(seconds: int) -> None:
    for scene in (SCENE, replace(SCENE, steps=(room_samples.LONG_STEP,) * 3)):
        arranged = group_work.arrange(scene)
        role = group_work.timer_role(seconds, arranged)
        left = parts.RIGHT - timer_width(seconds, role)
        assert left > arranged.steps_right + tokens.SPACE[6]
        assert group_work.timer_role(seconds + (seconds % 60 == 0), arranged) == role


def test_below_ten_minutes_the_timer_is_as_large_as_drawn() -> None:
    arranged = group_work.arrange(SCENE)
    assert group_work.timer_role(599, arranged).size == 240
    assert group_work.timer_role(600, arranged).size == 200


def test_the_time_of_return_stays_where_it_is_as_the_timer_grows(seen: Seen) -> None:
    places = []
    for left in (601, 599, 30):
        seen.paint(replace(SCENE, timer=timer(left, 720)))
        places.append(seen.where(SCENE.back))
    assert places[0] == places[1] == places[2]


@given(
    task=st.integers(1, 60),
    steps=st.lists(st.integers(1, 25), max_size=3),
    count=st.integers(0, 14),
)
def test_nothing_of_task_and_steps_is_cut_and_tables_stay_below(
    task: int, steps: list[int], count: int
) -> None:
    words = ["hands", "over", "what", "the", "next", "colleague", "in", "the", "row", "needs"]
    written = [" ".join((words * 7)[:length]) for length in (task, *steps)]
    scene = GroupWorkScene("", written[0], tuple(written[1:]), tables(count), None, "", "")
    arranged = group_work.arrange(scene)
    assert arranged.fits
    assert not any(block.elided for block in (arranged.task, *arranged.steps))
    ends = arranged.middle + sum(block.height + group_work.STEP_GAP for block in arranged.steps)
    assert group_work.TASK_TOP + arranged.task.height < arranged.middle
    assert ends < arranged.tables_top


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (3, 1), (4, 1), (5, 2), (8, 2), (12, 3)])
def test_tables_stand_in_even_rows_of_at_most_four(count: int, rows: int, seen: Seen) -> None:
    seen.paint(replace(SCENE, tables=tables(count)))
    names = [seen.where(f"Table {n}") for n in range(1, count + 1)]
    assert len({round(name.top()) for name in names}) == rows
    assert len({round(name.left()) for name in names}) <= group_work.MOST_IN_A_ROW
    assert names == sorted(names, key=lambda name: (name.top(), name.left()))


def test_more_tables_than_can_be_read_are_left_out_whole(seen: Seen) -> None:
    seen.paint(replace(SCENE, tables=tables(group_work.MOST_TABLES + 1)))
    assert not any(text.startswith("Table") for text in seen.said())
    assert SCENE.task in seen.said()


def test_the_last_seconds_are_inverse() -> None:
    image = painted(replace(SCENE, timer=timer(8)), frame=Frame(tokens.LIGHT, NOW))
    top = group_work.arrange(SCENE).middle - group_work.TIMER_LIFT
    assert colour_at(image, parts.RIGHT + 20, top + 110) == tokens.LIGHT.palette.ink
