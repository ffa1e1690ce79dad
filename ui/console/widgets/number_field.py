"""The field for a count, as in a tally: digits only, shown as a dot while it keeps its secret."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.digits import Digits
from ui.console.widgets.field_edge import FieldEdge
from ui.painters import text as painted
from ui.theme import DesktopTheme

_DOT = 3.0


class NumberField(QWidget):
    """A count of at most so many `places`, or None while empty; `changed` at every digit.

    `quiet` is the paper ground of "don't know". A veiled field shows a dot for "filled": only the
    row that someone types in shows its numbers.
    """

    changed = Signal(object)

    def __init__(
        self, theme: DesktopTheme, name: str, *, places: int = 3, quiet: bool = False
    ) -> None:
        super().__init__()
        self.editor = _Number(theme, places)
        self.editor.setAccessibleName(name)
        edge = FieldEdge(theme, self.editor, quiet=quiet)
        edge.setParent(self)
        edge.setFixedSize(CONSOLE.tally_field, CONSOLE.tally_field_height)
        self.setFixedSize(CONSOLE.tally_field, CONSOLE.tally_field_height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.editor)
        self.editor.textEdited.connect(lambda _: self.changed.emit(self.count))

    @property
    def count(self) -> int | None:
        """The number, or None while the field is empty."""
        return int(self.editor.text()) if self.editor.text() else None

    def set_count(self, count: int | None) -> None:
        """Put a number in; this emits nothing."""
        self.editor.setText("" if count is None else str(count))

    def set_veiled(self, veiled: bool) -> None:
        """Show a dot instead of the number, or the number again."""
        self.editor.veiled = veiled
        self.editor.update()


class _Number(QLineEdit):
    def __init__(self, theme: DesktopTheme, places: int) -> None:
        super().__init__()
        self._theme = theme
        self.veiled = False
        self.setFrame(False)
        self.setFont(painted.font(DESKTOP.tally))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(Digits(places, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.veiled:
            super().paintEvent(event)
            return
        if self.text():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.ink))
            painter.drawEllipse(QPointF(self.rect().center()), _DOT, _DOT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
            event.ignore()  # the panel around it closes
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
