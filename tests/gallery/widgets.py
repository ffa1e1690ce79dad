"""Widgets: a picture of a window, with every text of every part of it and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QLineEdit, QWidget

from exports.look.tokens import Look
from tests.gallery.checking import Fault, Mark, Picture, Written
from tests.gallery.marks import telling
from tests.gallery.recording import DrawnText, Recorder
from ui.console.run import coming
from ui.projector.wall_view import WallView

_WIDE = 1e6
_CUT = "\N{HORIZONTAL ELLIPSIS}"
COVERS = {"Inspector", "Overdue", "FocusRing"}
"""What may lie over other parts: drawers in a narrow window, and the ring."""


def picture(name: str, window: QWidget, look: Look) -> Picture:
    """A window as it stands; what it scrolls is written down as far as it is in sight."""
    found: list[Fault] = []
    texts: list[Written] = []
    marks: list[Mark] = []
    for part in [window, *window.findChildren(QWidget)]:
        if not part.isVisible() or _is_miniature(part) or part.window() is not window:
            continue
        at = QRectF(QPoint(), part.size()).translated(part.mapTo(window, QPoint()))
        if at.isEmpty():
            continue
        drawn = _drawn(part)
        owner = _owner(part)
        room, sight = _room(part, window)
        for text in drawn.texts:
            written = _written(text, part, at, room, sight)
            if not _is_covered(written, part, window):
                texts.append(written)
                found += _cut_short(name, text, part, owner)
        if part.isEnabled():
            own = telling(drawn.shapes, look, owner)
            moved = [replace(mark, box=mark.box.translated(at.topLeft())) for mark in own]
            marks += [mark for mark in moved if sight.contains(mark.box)]
    return Picture(name, window.grab().toImage(), texts, marks, found=found)


def _is_miniature(part: QWidget) -> bool:
    """Whether it shows the wall, which has pictures of its own."""
    return isinstance(part, WallView) or type(part).__module__ == coming.__name__


def _drawn(part: QWidget) -> Recorder:
    """What a part draws itself, without the parts inside of it."""
    recorder = Recorder(part.width(), part.height())
    part.render(recorder, QPoint(), QRegion(), QWidget.RenderFlag.IgnoreMask)
    return recorder


def _owner(part: QWidget) -> str:
    """The class of a part and of what it is in, our own ones."""
    names = [type(each).__name__ for each in _outwards(part) if _ours(each)]
    return " in ".join(names[:3])


def _ours(part: QWidget) -> bool:
    return type(part).__module__.startswith("ui.")


def _outwards(part: QWidget) -> Iterator[QWidget]:
    outer: QWidget | None = part
    while outer is not None:
        yield outer
        outer = outer.parentWidget()


def _written(text: DrawnText, part: QWidget, at: QRectF, room: QRectF, sight: QRectF) -> Written:
    clip = text.room.translated(at.topLeft())
    inside = room & clip
    if isinstance(part, QLineEdit) and part.text():
        inside = _endless(room, down=False)  # what is typed scrolls in its field
    elif _is_viewport(part):
        inside = room & _endless(clip)
    box = text.box.translated(at.topLeft())
    off = not part.isEnabled()
    return Written(text.said, box, inside, sight & clip, QColor(text.colour), _owner(part), off=off)


def _endless(box: QRectF, *, down: bool = True) -> QRectF:
    """A box that goes on for ever, down or across."""
    if down:
        return QRectF(box.left(), -_WIDE, box.width(), 2 * _WIDE)
    return QRectF(-_WIDE, box.top(), 2 * _WIDE, box.height())


def _is_covered(text: Written, part: QWidget, window: QWidget) -> bool:
    """Whether a drawer lies over it, as the inspector does in a narrow window."""
    top = window.childAt(text.box.center().toPoint())
    if top is None:
        return False
    return any(
        type(each).__name__ in COVERS and not each.isAncestorOf(part) for each in _outwards(top)
    )


def _room(part: QWidget, window: QWidget) -> tuple[QRectF, QRectF]:
    """Where a part's texts must be, and where they are seen: less, where an area scrolls them."""
    room = sight = QRectF(-_WIDE, -_WIDE, 2 * _WIDE, 2 * _WIDE)
    scrolled = False
    for each in _outwards(part):
        here = QRectF(QRect(each.mapTo(window, QPoint()), each.size()))
        sight = sight & here
        scrolled = scrolled or _is_viewport(each)
        room = room & (_endless(here) if scrolled else here)
        if each is window:
            break
    return room, sight


def _is_viewport(part: QWidget) -> bool:
    area = part.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is part


def _cut_short(name: str, text: DrawnText, part: QWidget, owner: str) -> Iterator[Fault]:
    """A text that ends in an ellipsis of Qt's or of ours, and has no tooltip that tells it all."""
    if _CUT not in text.said or _CUT in _own_text(part):
        return
    if not any(each.toolTip() for each in _outwards(part)):
        yield Fault(name, "cut short", f"{text.said!r} without a tooltip", owner)


def _own_text(part: QWidget) -> str:
    if isinstance(part, QLineEdit):
        return part.text() or part.placeholderText()
    return part.text() if isinstance(part, QLabel) else str(part.property("text") or "")
