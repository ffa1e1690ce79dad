"""Drawn: a wall's rectangles and texts, painted again by a bare QPainter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap

from exports.look.tokens import PROJECTOR_HEIGHT, PROJECTOR_WIDTH
from ui.painters.text import Align, Block, font
from ui.projector.paint import paint_moving, paint_still
from ui.projector.stage import Picture

WHOLE = QRect(0, 0, PROJECTOR_WIDTH, PROJECTOR_HEIGHT)
# All that the wall's painters ask of a QPainter; texts they lay out and draw by themselves.
ASKED = (
    *("save", "restore", "translate", "setOpacity", "setRenderHint", "setRenderHints"),
    *("setClipRect", "setPen", "setBrush", "fillRect", "drawRect", "drawRoundedRect"),
    *("drawEllipse", "drawPath", "fillPath"),
)

Call = tuple[str, tuple[Any, ...]]


class Recorder(QPainter):
    """Paints, and keeps what it was asked to."""

    def __init__(self, onto: QPixmap) -> None:
        super().__init__(onto)
        self.onto = onto  # it has to outlive the painter
        self.calls: list[Call] = []


def _recording(name: str) -> Callable[..., Any]:
    asked = getattr(QPainter, name)

    def record(painter: Recorder, *given: Any) -> Any:
        painter.calls.append((name, given))
        return asked(painter, *given)

    return record


for _name in ASKED:
    setattr(Recorder, _name, _recording(_name))


def recorded(picture: Picture) -> list[Call]:
    """The calls that paint `picture` with a bare QPainter, in order, every line placed."""
    painter = Recorder(QPixmap(WHOLE.size()))
    hints = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
    painter.setRenderHints(hints)
    painter.fillRect(WHOLE, QColor(picture.frame.look.palette.paper))
    with _texts_as_calls():
        paint_still(painter, picture.wall, picture.frame.look)
        paint_moving(painter, picture.wall, picture.frame)
    painter.end()
    return painter.calls


def painted_in_ms(calls: list[Call], onto: QPixmap) -> float:
    """How long a bare QPainter takes for them."""
    began = perf_counter()
    painter = QPainter(onto)
    for name, given in calls:
        getattr(painter, name)(*given)
    painter.end()
    return (perf_counter() - began) * 1000


@contextmanager
def _texts_as_calls() -> Iterator[None]:
    """Let a text that is laid out tell where each line of it stands, as `drawText` takes it."""
    paint = Block.paint

    def tell(
        block: Block,
        painter: Recorder,
        x: float,
        y: float,
        colour: str,
        align: Align = Align.START,
    ) -> None:
        painter.calls.append(("setFont", (font(block.role),)))
        painter.setPen(QColor(colour))
        free = {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0}[align]
        left = x + free * (block.box - block.width)
        for number, text in enumerate(block.line_texts()):
            place = QPointF(left, y + number * block.role.leading + block.baseline)
            painter.calls.append(("drawText", (place, text)))
        paint(block, painter, x, y, colour, align)

    Block.paint = tell  # type: ignore[method-assign, assignment] # to listen, not to change
    try:
        yield
    finally:
        Block.paint = paint  # type: ignore[method-assign]
