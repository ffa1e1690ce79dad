"""Building: the few lines that every part of the run screen is put together with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from exports.look.tokens import CONSOLE
from ui.console.widgets.button import Button, Kind
from ui.theme import DesktopTheme

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
_MOST_TURNS = 6  # of a scroll bar that comes and goes while one and the same size is laid out


def column(parent: QWidget | None = None, margins: Margins = NONE, spacing: int = 0) -> QVBoxLayout:
    """An empty column, left, top, right, bottom `margins`."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def row(parent: QWidget | None = None, margins: Margins = NONE, spacing: int = 8) -> QHBoxLayout:
    """An empty row."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def button(
    theme: DesktopTheme,
    text: str,
    do: Callable[[], object],
    kind: Kind = Kind.SECONDARY,
    *,
    icon: str = "",
    key: str = "",
    name: str = "",
) -> Button:
    """A button that a click does not give the focus, so that Space goes on stepping.

    `name` is how it is read aloud where it shows an icon alone.
    """
    made = Button(theme, text, kind, icon=icon, key=key)
    made.setFocusPolicy(QtCore.Qt.FocusPolicy.TabFocus)
    if name:
        made.setAccessibleName(name)
        made.setToolTip(name)
        made.setFixedWidth(CONSOLE.control)
    made.clicked.connect(lambda _checked=False: do())
    return made


class Sheet(QWidget):
    """What scrolls downwards: it takes the width it is given, and its parts see to fitting in."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class TurningRow(QWidget):
    """A row that becomes a column where it is too narrow for all that stands in it."""

    def __init__(self, *widgets: QWidget, spacing: int = 10) -> None:
        super().__init__()
        self._needed = widgets
        self._line = row(self, spacing=spacing)
        for widget in widgets:
            self._line.addWidget(widget)
        self._line.addStretch()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        wide = sum(each.sizeHint().width() for each in self._needed if not each.isHidden())
        wide += self._line.spacing() * (len(self._needed) - 1)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if wide <= self.width() else down)
        super().resizeEvent(event)


class _Area(QScrollArea):
    """Its bar stays once content that is higher where it is narrower would make it come and go.

    Such content fits only without the bar, and needs it as soon as it is laid out without. Qt lays
    it out with and without in turn then, each within the other, until the stack is full.
    """

    def __init__(self) -> None:
        super().__init__()
        self._turns = 0
        self._held_at = QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._held_at.isValid() and self.size() != self._held_at:
            self._held_at = QSize()
            self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.Resize:
            return super().eventFilter(watched, event)
        self._turns += 1
        if self._turns == _MOST_TURNS:
            self._held_at = self.size()
            self.setVerticalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        try:
            return super().eventFilter(watched, event)
        finally:
            self._turns -= 1


def scrolled(content: QWidget, name: str) -> QScrollArea:
    """`content` as wide as its room, scrolling downwards where it is higher."""
    area = _Area()
    area.setAccessibleName(name)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    area.setWidget(content)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def application() -> QApplication:
    """The application, which there is wherever there is a widget."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "widgets need an application"
    return app


def clear(layout: QLayout) -> None:
    """Take everything out of a layout, to fill it anew."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
