"""What an eye would notice on the console's window: parts that stick out, a button out of sight."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.console.run.screen import RunScreen


def sticking_out(window: QWidget) -> list[str]:
    """The visible parts of a window that reach beyond it, or sideways beyond what they scroll in.

    A part whose lower end is scrolled out of sight does not stick out: it can be scrolled to.
    """
    return [
        f"{type(part).__name__} {part.accessibleName()!r} at {at} in {room}"
        for part, at, room in _placed(window)
        if at.left() < room.left() or at.right() > room.right() or at.bottom() > room.bottom()
    ]


def next_in_sight(run: RunScreen) -> bool:
    """Whether the next button stands whole in the window."""
    button, window = run.parts.transport.next, run.window()
    at = QRect(button.mapTo(window, QPoint(0, 0)), button.size())
    return button.isVisible() and window.rect().contains(at)


def _placed(window: QWidget) -> Iterator[tuple[QWidget, QRect, QRect]]:
    """Each visible part, where it is, and the room it has, both in the window's own pixels."""
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.isWindow():
            continue
        at = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        room = window.rect()
        area = _scrolled_by(part)
        if area is not None:
            viewport = area.viewport()
            room = QRect(viewport.mapTo(window, QPoint(0, 0)), viewport.size())
            content = area.widget()
            assert content is not None, "it scrolls something"
            room.setBottom(content.mapTo(window, QPoint(0, content.height())).y())
        yield part, at, room


def _scrolled_by(part: QWidget) -> QScrollArea | None:
    """The nearest area that `part` is scrolled in."""
    inner: QWidget | None = part
    while inner is not None:
        outer = inner.parentWidget()
        viewport = outer
        area = viewport.parentWidget() if viewport is not None else None
        if isinstance(area, QScrollArea) and viewport is area.viewport():
            return area
        inner = outer
    return None
