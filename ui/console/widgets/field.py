"""The fields for text: one line or several, saved when they are left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit

from exports.look.tokens import CONSOLE, DESKTOP, Type
from ui.console.widgets.kept_text import KeptText
from ui.console.widgets.key_hint import key_hint_width, paint_key_hint
from ui.painters import text as painted
from ui.theme import DesktopTheme

_PADDING = 12
_BARE_PADDING = 6
_OWN_PADDING = 2  # of Qt's own line
_MARGIN = 8


class LineField(KeptText):
    """A labelled field of one line.

    `text_saved` comes when the field is left or Enter is pressed, if the text has changed since;
    `entered` at each Enter; Esc leaves the field. `key` is the hint for the key that leads here.
    """

    entered = Signal(str)

    def __init__(
        self,
        theme: DesktopTheme,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        key: str = "",
    ) -> None:
        self.editor = _Line(theme, key)
        super().__init__(theme, label, self.editor, text)
        self.editor.setText(text)
        self.editor.setPlaceholderText(placeholder)
        if not label:
            self.editor.setAccessibleName(placeholder)
        self.edge.setFixedHeight(CONSOLE.control)
        self.editor.textEdited.connect(self.text_edited)
        self.editor.left.connect(self.save)
        self.editor.returnPressed.connect(self._enter)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text()

    def _put(self, text: str) -> None:
        self.editor.setText(text)

    def keep_free(self, pixels: int) -> None:
        """Let no text stand in so much of the end of the field."""
        self.editor.free = pixels - _OWN_PADDING
        self.editor.stand_even()

    def stand_bare(self, role: Type = DESKTOP.name) -> None:
        """Stand as plain text in `role` until it is typed in, elided in the middle where long."""
        self.edge.set_bare()
        self.editor.role = role
        self.editor.elide = Qt.TextElideMode.ElideMiddle
        self.editor.setFont(painted.font(role))
        self.editor.bare = True
        self.editor.inset = self.editor.free = 0
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        # On one side whatever its script: such lines stand in a list.
        self.editor.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        self.editor.stand_even()

    def complete_from(self, candidates: Sequence[str]) -> None:
        """Offer the first of these that begins with what was typed; Right or Tab takes it."""
        self.editor.candidates = tuple(candidates)

    def _enter(self) -> None:
        self.save()
        self.entered.emit(self.text)

    def show_text(self, text: str) -> None:
        """Show what is kept now, unless something else is being typed, or could not be kept."""
        before = self.text
        super().show_text(text)
        if self.text != before:
            self.editor.home(False)  # its beginning is what tells it apart


class TextArea(KeptText):
    """A labelled field of several lines; saves and leaves as the line does, Tab moves on."""

    def __init__(
        self,
        theme: DesktopTheme,
        label: str,
        text: str = "",
        *,
        placeholder: str = "",
        height: int = 84,
        role: Type = DESKTOP.note,
    ) -> None:
        self.editor = _Lines(role)
        super().__init__(theme, label, self.editor, text)
        self.editor.put(text)
        self.editor.setPlaceholderText(placeholder)
        self.edge.setFixedHeight(height)
        self.editor.textChanged.connect(self._edited)
        self.editor.left.connect(self.save)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.toPlainText()

    def _put(self, text: str) -> None:
        self.editor.put(text)

    def _edited(self) -> None:
        self.text_edited.emit(self.text)


class _Line(QLineEdit):
    """The editor of a line: leaves on Esc, and offers the rest of a word in grey.

    Where nobody types in it a text that is too long is elided, and its tooltip has the whole.
    """

    left = Signal()

    def __init__(self, theme: DesktopTheme, key: str) -> None:
        super().__init__()
        self._theme = theme
        self._key = key
        self.candidates: tuple[str, ...] = ()
        self.role = DESKTOP.body
        self.elide = Qt.TextElideMode.ElideRight
        self.inset = self.free = _PADDING - _OWN_PADDING
        self.bare = False
        self.setFrame(False)
        self.setFont(painted.font(self.role))
        # As high as its edge: tall letters need more than the height of a plain line.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.textChanged.connect(self.stand_even)
        self.textChanged.connect(self._tell_whole)
        self.stand_even()

    def stand_even(self) -> None:
        """Set every script on the role's baseline.

        Qt centres the line with the letters of a fallback font, then raises it by their ascent as
        well: what such a line is taller by is given back below.
        """
        taller = painted.taller_by(self.displayText(), self.role)
        self.setTextMargins(self.inset, 0, self.free, -taller)

    def event(self, event: QEvent) -> bool:
        undo = QKeySequence.StandardKey.Undo
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(undo)
            and not self.isUndoAvailable()
        ):
            event.ignore()  # with nothing of its own to undo, the key is the workshop's
            return True
        # Tab never reaches keyPressEvent: it takes the completion, then moves on as always.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
        ):
            self._take_completion()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        elif event.key() == Qt.Key.Key_Right and self._completion():
            self._take_completion()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._keep_off_edge(_BARE_PADDING)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._keep_off_edge(0)
        self.left.emit()

    def _keep_off_edge(self, pixels: int) -> None:
        """Let a bare line stand clear of the edge that it has while it is typed in."""
        if self.bare:
            self.inset = pixels
            self.stand_even()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        self.setToolTip(self.text() if self._too_long() else "")

    def _too_long(self) -> bool:
        return painted.advance(self.text(), self.role) > self._room()

    def _room(self) -> int:
        return self.width() - self.inset - self.free - 2 * _OWN_PADDING

    def _paint_elided(self) -> None:
        block = painted.lay_out(
            self.text(), self.role, max(1, self._room()), max_lines=1, elide=self.elide
        )
        top = (self.height() - block.height) / 2
        ink = self.palette().color(QPalette.ColorRole.Text).name()
        block.paint(QPainter(self), self.inset + _OWN_PADDING, top, ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.hasFocus() and self._too_long():
            self._paint_elided()
            return
        super().paintEvent(event)
        painter = QPainter(self)
        rest = self._completion()
        if rest:
            block = painted.line(rest, DESKTOP.body)
            top = (self.height() - block.height) / 2
            left = self.cursorRect().center().x() + 1
            block.paint(painter, left, top, self._theme.colours.ink3)
        if self._key and not self.text() and not self.hasFocus() and self._has_room_for_key():
            left = self.width() - _PADDING - key_hint_width(self._key)
            if left < self.inset + _OWN_PADDING + painted.advance(
                self.placeholderText(), self.role
            ):
                return  # what the field is for is said first
            top = (self.height() - CONSOLE.key_hint) / 2
            ink = self._theme.colours.ink2
            paint_key_hint(painter, left, top, self._key, self._theme, ink)

    def _has_room_for_key(self) -> bool:
        """Whether the hint stands clear of the placeholder, which says more."""
        placeholder = painted.advance(self.placeholderText(), self.role)
        return placeholder + key_hint_width(self._key) + _PADDING <= self._room()

    def _completion(self) -> str:
        """The rest of the first candidate that begins with what was typed."""
        typed = self.text()
        at_end = self.cursorPosition() == len(typed) and not self.hasSelectedText()
        if not typed or not at_end or not self.hasFocus():
            return ""
        for candidate in self.candidates:
            if len(candidate) > len(typed) and candidate.casefold().startswith(typed.casefold()):
                return candidate[len(typed) :]
        return ""

    def _take_completion(self) -> None:
        rest = self._completion()
        if rest:
            typed = self.text()
            whole = next(c for c in self.candidates if c[len(typed) :] == rest)
            self.setText(whole)
            self.textEdited.emit(whole)


class _Lines(QTextEdit):
    """The editor of several lines: plain text with a set line height; leaves on Esc."""

    left = Signal()

    def __init__(self, role: Type) -> None:
        super().__init__()
        self._role = role
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(painted.font(role))
        # Around what scrolls, not in it: a line that is scrolled away does not stand in the margin.
        self.document().setDocumentMargin(0)
        self.setViewportMargins(_PADDING, _MARGIN, _MARGIN, _MARGIN)
        self.viewport().setAutoFillBackground(False)

    def put(self, text: str) -> None:
        """Replace the text; this is no step of the editor's own undo."""
        self.setPlainText(text)
        leading = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        leading.setLineHeight(self._role.leading, fixed.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(leading)
        self.document().clearUndoRedoStacks()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
