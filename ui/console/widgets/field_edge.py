"""What all fields share: a label above, an even edge around, and how to mend an error below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_LABEL_GAP = 6
_SIGN = 16
_ERROR_ROLE = tokens.Type(tokens.SANS, 13, 18, tokens.MEDIUM)


class FieldEdge(QWidget):
    """The frame around one editor, which paints nothing of its own but its text."""

    def __init__(self, theme: DesktopTheme, editor: QWidget, *, quiet: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._editor = editor
        self._quiet = quiet
        self._wrong = False
        self._bare = False
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setFocusProxy(editor)
        clear = QPalette(editor.palette())
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        editor.setPalette(clear)
        editor.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(editor)

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge of a field that needs mending, or of one that does not."""
        self._wrong = wrong
        self.update()

    def set_bare(self) -> None:
        """Stand as plain text, with an edge only under the mouse, while typed in, or wrong."""
        self._bare = True
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._theme.colours
        ink = self._wrong or self._editor.hasFocus()
        if self._bare and not ink and not (self.isEnabled() and self.underMouse()):
            return
        edge = colours.ink if ink else colours.edge
        if not self.isEnabled():
            edge = colours.hairline
        paint_box(
            QPainter(self),
            QRectF(self.rect()),
            tokens.RADIUS_CONTROL,
            colours.paper if self._quiet else colours.surface,
            edge,
            stroke=tokens.STROKE_SELECTED if self._wrong else tokens.STROKE_EDGE,
        )


class LabelledField(QWidget):
    """A column of label, frame and error line, around any editor."""

    def __init__(self, theme: DesktopTheme, label: str, editor: QWidget) -> None:
        super().__init__()
        self._editor = editor
        self.edge = FieldEdge(theme, editor)
        self.setFocusProxy(editor)
        editor.setAccessibleName(label)
        self.label = TextLabel(theme, label, DESKTOP.label, tone=Tone.INK3)
        self.label.setBuddy(editor)
        self._theme = theme
        self._error: TextLabel | None = None  # made once there is one: most fields never have
        self._error_row = QWidget()
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if label:
            column.addWidget(self.label)
            column.addSpacing(_LABEL_GAP)
        column.addWidget(self.edge)
        column.addWidget(self._error_row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def error_row(self) -> QWidget:
        """Where the error is said; what puts it elsewhere gives a narrow field's more room."""
        return self._error_row

    @property
    def error(self) -> str:
        """What is wrong, or nothing."""
        return "" if self._error is None else self._error.text()

    def set_error(self, error: str) -> None:
        """Say what is wrong and how to mend it; nothing where nothing is."""
        if error == self.error:
            return
        self._error_line().setText(error)
        self._error_row.setVisible(bool(error))
        self._editor.setAccessibleDescription(error)
        # A sentence of several lines needs more than the height that a field has without one.
        down = QSizePolicy.Policy.Preferred if error else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, down)
        self.edge.set_wrong(bool(error))
        self.updateGeometry()

    def _error_line(self) -> TextLabel:
        if self._error is None:
            self._error = TextLabel(self._theme, "", _ERROR_ROLE, wrap=True)
            row = QHBoxLayout(self._error_row)
            row.setContentsMargins(0, _LABEL_GAP, 0, 0)
            row.setSpacing(_LABEL_GAP)
            row.addWidget(IconLabel(self._theme, "triangle-alert", size=_SIGN))
            row.addWidget(self._error, 1)
        return self._error
