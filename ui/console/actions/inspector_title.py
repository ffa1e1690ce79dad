"""Inspector title: the session and question an action came from, and the cross that closes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import button, row
from ui.console.widgets.button import Kind
from ui.console.widgets.text_label import TextLabel
from ui.painters.shapes import Mark, paint_shape_in
from ui.theme import DesktopTheme
from workshop.action_shelf import ActionLine
from workshop.words import Words

_SHAPE = 16


class InspectorTitle(QWidget):
    """`closed` comes with the cross."""

    closed = Signal()

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._shape = _Shape(theme)
        self._text = TextLabel(theme, "", DESKTOP.strong, elide=Qt.TextElideMode.ElideRight)
        self.close_button = button(
            theme, "", self.closed.emit, Kind.QUIET, icon="x", name=words.say("Close this panel")
        )
        across = row(self, (24, 27, 16, 0))
        across.addWidget(self._shape)
        across.addWidget(self._text, 1)
        across.addWidget(self.close_button)

    @property
    def text(self) -> str:
        """What stands in it."""
        return self._text.text()

    def show_origin(self, line: ActionLine, text: str) -> None:
        """Name where an action came from, with the shape of its session."""
        self._shape.show_line(line)
        self._text.setText(text)

    def show_text(self, text: str) -> None:
        """Say something else, without a shape."""
        self._shape.hide()
        self._text.setText(text)


class _Shape(QWidget):
    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._line: ActionLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_line(self, line: ActionLine) -> None:
        self._line = line
        self.setVisible(line.theme is not None)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SHAPE, _SHAPE)

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self._line
        if line is not None and line.theme is not None:
            mark = Mark.HOLLOW if line.second else Mark.FILLED
            colours = self._theme.of(line.theme)
            paint_shape_in(QPainter(self), line.theme, QPointF(0, 0), _SHAPE, colours, mark)
