"""Parts that several scenes share: the header, rules, the colour strip, text that fits."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look, ThemeColours, Type
from frameworks.theme import Theme
from ui.painters.shapes import Mark, paint_shape_in
from ui.painters.text import Block, fit, lay_out, line
from ui.painters.timer import paint_fuse
from ui.projector.frame import Frame
from workshop.facts import TimerFace
from workshop.scene_header import Header

LEFT = tokens.PROJECTOR_MARGIN_X
RIGHT = tokens.PROJECTOR_WIDTH - tokens.PROJECTOR_MARGIN_X
SPAN = RIGHT - LEFT
TOP = tokens.PROJECTOR_MARGIN_Y
BOTTOM = tokens.PROJECTOR_HEIGHT - tokens.PROJECTOR_MARGIN_Y

HEADER_HEIGHT = 48
HEADER_GAP = 24
HEADER_SHAPE = 34
QUESTION_ABOVE_TOP = 140
QUESTION_ABOVE_HEIGHT = 148
LEAST_TOPIC = 120
STRIP_HEIGHT = 12
STRIP_GAP = 8


def rule(
    painter: QPainter,
    x: float,
    y: float,
    width: float,
    colour: str,
    thick: float = tokens.PROJECTOR_HAIRLINE,
) -> None:
    """A horizontal line that hangs below `y`."""
    painter.fillRect(QRectF(x, y, width, thick), QColor(colour))


def keyed(painter: QPainter, rect: QRectF, colours: ThemeColours) -> None:
    """A strip in a theme's fill with the keyline that faint fills need."""
    painter.fillRect(rect, QColor(colours.key))
    painter.fillRect(rect.adjusted(1, 1, -1, -1), QColor(colours.fill))


def ink_colours(look: Look) -> ThemeColours:
    """Colours for what belongs to no session."""
    palette = look.palette
    return ThemeColours(palette.ink, palette.ink, palette.ink, palette.sunken)


def quiet_colours(look: Look) -> ThemeColours:
    """Colours for votes that belong to no session and are no question of the day."""
    palette = look.palette
    return ThemeColours(palette.ink2, palette.ink2, palette.ink2, palette.sunken)


def seconds_left(timer: TimerFace, frame: Frame) -> int:
    """Whole seconds left as a timer says them; negative once the time is over."""
    return ceil(timer.left_ms(frame.now) / 1000)


def paint_time_left(painter: QPainter, timer: TimerFace, frame: Frame) -> None:
    """The fuse along the wall's bottom edge."""
    wall = QRectF(0, 0, tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT)
    part = seconds_left(timer, frame) / timer.length_s if timer.length_s else 0.0
    paint_fuse(painter, wall, part, frame.look.palette)


def paint_mark(
    painter: QPainter, theme: Theme, second: bool, at: QPointF, box: float, look: Look
) -> None:
    """A theme's shape as an icon; hollow for a second session of the theme."""
    mark = Mark.HOLLOW if second else Mark.FILLED
    paint_shape_in(painter, theme, at, box, look.themes[theme], mark)


def paint_header(painter: QPainter, header: Header, look: Look) -> None:
    """Shape, session and topic left, the place right; a topic too long for the line is elided."""
    sizes, palette = tokens.PROJECTOR, look.palette
    x: float = LEFT
    if header.theme is not None:
        y = TOP + (HEADER_HEIGHT - HEADER_SHAPE) / 2
        paint_mark(painter, header.theme, header.second, QPointF(x, y), HEADER_SHAPE, look)
        x += HEADER_SHAPE + HEADER_GAP
    place = line(header.place, tokens.PROJECTOR.header_plain)
    end = RIGHT - (place.width + 2 * HEADER_GAP if header.place else 0)
    session = lay_out(header.session, sizes.header_strong, end - x, max_lines=1, balanced=False)
    start_line(painter, session, x, TOP, palette.ink)
    x += session.width + HEADER_GAP
    if header.topic and end - x > LEAST_TOPIC:
        topic = lay_out(
            header.topic, tokens.PROJECTOR.header_plain, end - x, max_lines=1, balanced=False
        )
        start_line(painter, topic, x, TOP, palette.ink2)
    end_line(painter, place, RIGHT, TOP, palette.ink2)


def start_line(painter: QPainter, block: Block, x: float, y: float, colour: str) -> None:
    """A line whose ink begins at `x`, whichever way its text reads."""
    shift = block.box - block.width if block.right_to_left else 0
    block.paint(painter, x - shift, y, colour)


def end_line(painter: QPainter, block: Block, right: float, y: float, colour: str) -> None:
    """A line whose ink ends at `right`, whichever way its text reads."""
    start_line(painter, block, right - block.width, y, colour)


def paragraph(painter: QPainter, block: Block, y: float, colour: str) -> None:
    """A text that begins at the margin from which its script is read."""
    block.paint(painter, RIGHT - block.box if block.right_to_left else LEFT, y, colour)


def on_baseline(painter: QPainter, block: Block, x: float, baseline: float, colour: str) -> None:
    """A line whose ink begins at `x`, standing on `baseline`."""
    start_line(painter, block, x, baseline - block.baseline, colour)


def question_above(text: str) -> Block:
    """A question above a chart or an outcome: two lines, smaller where it is long, never cut."""
    return fit(text, tokens.PROJECTOR.question_above, SPAN, QUESTION_ABOVE_HEIGHT)


def paint_question_above(painter: QPainter, text: str, look: Look) -> float:
    """Paint it below the header; gives the y below it."""
    block = question_above(text)
    paragraph(painter, block, QUESTION_ABOVE_TOP, look.palette.ink)
    return QUESTION_ABOVE_TOP + block.height


def on_one_line(text: str, sizes: Sequence[Type], width: float, height: float) -> Block:
    """`text` in the largest size that needs one line, else in the largest that fits the box.

    What does not fit in the last is cut: a name as long as a page stands on nobody else's line.
    """
    for role in sizes:
        block = lay_out(text, role, width)
        if block.lines == 1 and block.width <= width:
            return block
    return fit(text, sizes, width, height, cut=True)


def alike(
    texts: Sequence[str], sizes: Sequence[Type], width: float, lines: int
) -> tuple[Block, ...]:
    """All in the largest size in which each has one line, else in the last and in `lines` lines.

    What stands side by side is of one size; what does not fit in the last is cut.
    """
    for role in sizes:
        blocks = tuple(lay_out(text, role, width) for text in texts)
        if all(block.lines <= 1 and block.width <= width for block in blocks):
            return blocks
    return tuple(lay_out(text, sizes[-1], width, max_lines=lines) for text in texts)


def unbalanced(text: str, sizes: Sequence[Type], width: float, height: float) -> Block:
    """Running text in the first size whose lines, filled one after the other, fit the box.

    What does not fit in the last is cut.
    """
    for role in sizes[:-1]:
        block = lay_out(text, role, width, balanced=False)
        if block.height <= height:
            return block
    lines = max(1, int(height // sizes[-1].leading))
    return lay_out(text, sizes[-1], width, max_lines=lines, balanced=False)


def paint_strip(painter: QPainter, look: Look) -> None:
    """The five themes' colours along the top edge."""
    count = len(Theme)
    width = (tokens.PROJECTOR_WIDTH - (count - 1) * STRIP_GAP) / count
    for i, theme in enumerate(Theme):
        rect = QRectF(i * (width + STRIP_GAP), 0, width, STRIP_HEIGHT)
        keyed(painter, rect, look.themes[theme])
