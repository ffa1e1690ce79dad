"""Paints group work: the task and its steps, who sits at which table, the time until all return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil
from typing import Final, NamedTuple

from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from ui.painters.text import Align, Block, fit, lay_out, line
from ui.painters.timer import paint_timer, timer_width
from ui.projector.frame import Frame
from ui.projector.scenes import parts, steps
from workshop.scene_header import Header
from workshop.scenes import GroupWorkScene, TableSeat

TASK_TOP = 156
MIDDLE_TOP = 440
GAP = 44
STEPS_WIDTH = 1100
STEP_INDENT = 64
STEP_GAP = 12
TIMER_LIFT = 10
TIMER_GAP = 64  # from the longest step's end
BACK_GAP = 12
FOOT = 996
MOST_TABLES = 12  # beyond these the wall says none: the list belongs on paper
MOST_IN_A_ROW = 4
COLUMN_GAP = 40
ROW_GAP = 16
RULE_GAP = 18
WHO_GAP = 4


class Sizes(NamedTuple):
    """The type roles of one try: names and who sits there have sizes to try in turn.

    `timer` is the least that the timer must have; it takes more where there is room.
    """

    task: Type
    step: Type
    timer: Type
    name: tuple[Type, ...]
    who: tuple[Type, ...]
    who_lines: int


_TASK = tokens.PROJECTOR.question[1:]
_STEP = tokens.PROJECTOR.task_step
_TIMER = tokens.PROJECTOR.task_timer
_NAME = tokens.PROJECTOR.name_row
_WHO = (tokens.PROJECTOR.body, tokens.PROJECTOR.small)
TRIES: Final = (
    *(Sizes(task, _STEP[0], _TIMER[0], _NAME, _WHO, 2) for task in _TASK[:3]),
    *(Sizes(task, _STEP[1], _TIMER[1], _NAME[1:], _WHO[1:], 2) for task in _TASK[1:4]),
    *(Sizes(task, _STEP[1], _TIMER[2], _NAME[2:], _WHO[1:], 1) for task in _TASK[1:4]),
    *(Sizes(task, _STEP[2], _TIMER[3], _NAME[2:], _WHO[1:], 1) for task in _TASK[1:]),
)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The scene laid out: blocks, the y of the steps and of the tables, the height of `back`."""

    sizes: Sizes
    task: Block
    steps: tuple[Block, ...]
    names: tuple[Block, ...]
    who: tuple[Block, ...]
    columns: int
    middle: float
    tables_top: float
    back: float
    fits: bool

    @property
    def steps_right(self) -> float:
        """Where the longest step ends."""
        widest = max((block.width for block in self.steps), default=-STEP_INDENT)
        return parts.LEFT + STEP_INDENT + widest


def still(painter: QPainter, scene: GroupWorkScene, look: Look) -> None:
    """Heading, task, steps and tables."""
    palette = look.palette
    parts.paint_header(painter, Header(None, False, scene.heading, "", ""), look)
    arranged = arrange(scene)
    parts.paragraph(painter, arranged.task, TASK_TOP, palette.ink)
    y = arranged.middle
    for number, step in enumerate(arranged.steps, 1):
        strong = arranged.sizes.step._replace(weight=tokens.SEMIBOLD)
        baseline = y + step.baseline
        parts.on_baseline(painter, line(str(number), strong), parts.LEFT, baseline, palette.ink)
        parts.start_line(painter, step, parts.LEFT + STEP_INDENT, y, palette.ink)
        y += step.height + STEP_GAP
    _paint_tables(painter, arranged, look)


def moving(painter: QPainter, scene: GroupWorkScene, frame: Frame) -> None:
    """The timer with the time of return, or the words in its place; and the fuse."""
    arranged = arrange(scene)
    timer, palette = scene.timer, frame.look.palette
    top = arranged.middle - TIMER_LIFT
    if timer is None:
        _paint_instead(painter, scene.back, arranged, frame.look)
        return
    parts.paint_time_left(painter, timer, frame)
    seconds = parts.seconds_left(timer, frame)
    if seconds <= 0:
        _paint_instead(painter, scene.over, arranged, frame.look)
        return
    role = timer_role(seconds, arranged)
    height = max(role.leading, timer_role(0, arranged).leading)
    paint_timer(painter, parts.RIGHT, top + height - role.leading, seconds, role, palette)
    back = _back(scene)
    y = top + height + BACK_GAP
    back.paint(painter, parts.RIGHT - back.box, y, palette.ink2, Align.END)


def arrange(scene: GroupWorkScene) -> Arrangement:
    """The scene in the first sizes in which all of it fits; nothing of task and steps is cut.

    Where none is small enough the tables give way: who sits where can be said.
    """
    seats = scene.tables if len(scene.tables) <= MOST_TABLES else ()
    arranged = _arrange(scene, seats, TRIES[0])
    for tables, sizes in product((seats, ()), TRIES):
        if arranged.fits:
            break
        arranged = _arrange(scene, tables, sizes)
    return arranged


def timer_role(seconds: int, arranged: Arrangement) -> Type:
    """The largest size for a time of that many digits in the room beside the steps."""
    digits = len(str(seconds // 60))
    widest = 60 * (10**digits - 1)
    room = _room(arranged)
    height = arranged.tables_top - GAP - arranged.middle + TIMER_LIFT - BACK_GAP - arranged.back
    roles = tokens.PROJECTOR.task_timer
    for role in roles:
        if timer_width(widest, role) <= room and role.leading <= height:
            return role
    return roles[-1]


def _arrange(scene: GroupWorkScene, tables: Sequence[TableSeat], sizes: Sizes) -> Arrangement:
    task = lay_out(scene.task, sizes.task, steps.QUESTION_WIDTH)
    width = STEPS_WIDTH - STEP_INDENT
    tasks = tuple(lay_out(text, sizes.step, width) for text in scene.steps)
    columns = _columns(len(tables))
    names, who = _table_blocks(tables, columns, sizes)
    tables_top = FOOT - _tables_height(names, who, columns)
    list_height = sum(block.height + STEP_GAP for block in tasks) - STEP_GAP
    back = _back(scene).height
    timer_height = sizes.timer.leading - TIMER_LIFT + BACK_GAP + back
    height = max(list_height, timer_height)
    above = TASK_TOP + task.height + GAP
    below = tables_top - GAP - height
    middle = max(above, min(MIDDLE_TOP, below))
    fits = above <= below and task.width <= steps.QUESTION_WIDTH
    return Arrangement(sizes, task, tasks, names, who, columns, middle, tables_top, back, fits)


def _room(arranged: Arrangement) -> float:
    """The width right of the steps."""
    return parts.RIGHT - max(parts.LEFT, arranged.steps_right + TIMER_GAP)


def _back(scene: GroupWorkScene) -> Block:
    width = parts.SPAN - STEPS_WIDTH - TIMER_GAP
    return fit(scene.back, tokens.PROJECTOR.promise, width, 2 * 54)


def _paint_instead(painter: QPainter, text: str, arranged: Arrangement, look: Look) -> None:
    """Words in the timer's place: how long it will be before it runs, and that it is over."""
    width = min(_room(arranged), parts.SPAN / 2)
    height = arranged.sizes.timer.leading + TIMER_LIFT
    block = fit(text, tokens.PROJECTOR.task_over, width, height)
    x = parts.RIGHT - block.box
    block.paint(painter, x, arranged.middle - TIMER_LIFT, look.palette.ink, Align.END)


def _columns(tables: int) -> int:
    rows = ceil(tables / MOST_IN_A_ROW)
    return ceil(tables / rows) if rows else 1


def _table_width(columns: int) -> float:
    return (parts.SPAN - (columns - 1) * COLUMN_GAP) / columns


def _table_blocks(
    tables: Sequence[TableSeat], columns: int, sizes: Sizes
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    width = _table_width(columns)
    names = parts.alike([table.name for table in tables], sizes.name, width, 2)
    return names, parts.alike([table.who for table in tables], sizes.who, width, sizes.who_lines)


def _tables_height(names: Sequence[Block], who: Sequence[Block], columns: int) -> float:
    heights = _row_heights(names, who, columns)
    return sum(heights) + ROW_GAP * max(0, len(heights) - 1)


def _row_heights(names: Sequence[Block], who: Sequence[Block], columns: int) -> list[float]:
    """What each row of tables takes, its rule with it."""
    over_text = tokens.PROJECTOR_RULE + (RULE_GAP if len(names) <= columns else RULE_GAP / 2)
    heights = [a.height + WHO_GAP + b.height for a, b in zip(names, who, strict=True)]
    return [
        over_text + max(heights[first : first + columns])
        for first in range(0, len(heights), columns)
    ]


def _paint_tables(painter: QPainter, arranged: Arrangement, look: Look) -> None:
    names, who, columns = arranged.names, arranged.who, arranged.columns
    width, y = _table_width(columns), arranged.tables_top
    gap = RULE_GAP if len(names) <= columns else RULE_GAP / 2
    for row, height in enumerate(_row_heights(names, who, columns)):
        first = row * columns
        for place in range(min(columns, len(names) - first)):
            x = parts.LEFT + place * (width + COLUMN_GAP)
            parts.rule(painter, x, y, width, look.palette.ink, tokens.PROJECTOR_RULE)
            name = names[first + place]
            top = y + tokens.PROJECTOR_RULE + gap
            parts.start_line(painter, name, x, top, look.palette.ink)
            below = top + name.height + WHO_GAP
            parts.start_line(painter, who[first + place], x, below, look.palette.ink2)
        y += height + ROW_GAP
