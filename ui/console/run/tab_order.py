"""Tab order: from one control to the next as they are read, region by region, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

_ROOM = 24  # seen above and below a control that was scrolled to


def next_stop(
    regions: Sequence[QWidget], focus: QWidget | None, *, forward: bool
) -> QWidget | None:
    """Where Tab (or Shift Tab) leads from `focus`; None where there is nowhere to go."""
    stops = [stop for region in regions for stop in reading_order(region)]
    if not stops:
        return None
    if focus not in stops:
        return stops[0] if forward else stops[-1]
    return stops[(stops.index(focus) + (1 if forward else -1)) % len(stops)]


def reading_order(region: QWidget) -> list[QWidget]:
    """The controls of a region that Tab may reach: line by line, each in reading direction."""
    found = [widget for widget in region.findChildren(QWidget) if _is_stop(widget)]
    places = {widget: _place(widget, region) for widget in found}
    found.sort(key=lambda widget: places[widget].top())
    lines: list[list[QWidget]] = []
    for widget in found:
        # In one line with the first of it: its middle is above that one's lower edge.
        if lines and places[widget].center().y() <= places[lines[-1][0]].bottom():
            lines[-1].append(widget)
        else:
            lines.append([widget])
    mirrored = region.layoutDirection() is Qt.LayoutDirection.RightToLeft
    for line in lines:
        line.sort(key=lambda widget: places[widget].left() * (-1 if mirrored else 1))
    return [widget for line in lines for widget in line]


def _is_stop(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _place(widget: QWidget, region: QWidget) -> QRect:
    return QRect(widget.mapTo(region, QPoint(0, 0)), widget.size())


def reveal(stop: QWidget) -> None:
    """Scroll what `stop` stands in, so that it is seen whole."""
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop, 0, _ROOM)
        above = above.parentWidget()
