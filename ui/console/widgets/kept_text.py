"""Kept text: what a field for text has saved, what is kept now, and what is only typed yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTextEdit

from ui.console.widgets.field_edge import LabelledField
from ui.theme import DesktopTheme

PAUSE_MS = 1500
"""How long nobody types until what stands there is saved, in fields that do so."""


class KeptText(LabelledField):
    """A labelled field whose text is saved once it is left.

    `text_saved` comes when it is left with another text; `given_up` when Esc gave up what could
    not be kept, in a field that was told to do so.
    """

    text_saved = Signal(str)
    text_edited = Signal(str)
    given_up = Signal()

    def __init__(
        self, theme: DesktopTheme, label: str, editor: QLineEdit | QTextEdit, text: str
    ) -> None:
        super().__init__(theme, label, editor)
        self._typed_in = editor
        self._saved: str | None = text
        self._kept = text
        self._gives_up = False
        self._pausing = False
        self._mid_typing = False
        self.pause: QTimer | None = None

    @property
    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def _put(self, text: str) -> None:
        raise NotImplementedError

    def set_text(self, text: str) -> None:
        """Put a saved text in; this emits no `text_saved`."""
        self._saved = self._kept = text
        self._mid_typing = False
        self._put(text)
        self._end_pause()

    def save(self) -> None:
        """Save what was typed now, as before a step that does not wait for the field to be left."""
        self._end_pause()
        self._mid_typing = self._pausing
        if self.text != self._saved:
            self._saved = self.text
            self.text_saved.emit(self.text)

    @property
    def unkept(self) -> bool:
        """Whether what was saved last could not be kept."""
        return self._saved is None

    def show_text(self, text: str) -> None:
        """Show what is kept now, unless something else is being typed, or could not be kept."""
        self._kept = text
        changed = self.text != self._saved or self._mid_typing
        typing = self._typed_in.hasFocus() and changed
        if not self.unkept and not typing and self.text != text:
            self.set_text(text)

    def put_back(self, text: str) -> None:
        """What was saved could not be kept: let it stand here, to be saved again."""
        self._saved = None
        if self.text != text:
            self._put(text)

    # --- Giving up what was refused ---------------------------------------------------------

    def give_up_at_escape(self) -> None:
        """Let Esc give up what was refused; else it leaves the field, whatever stands there."""
        if not self._gives_up:
            self._gives_up = True
            self._typed_in.installEventFilter(self)

    def give_up(self) -> None:
        """Show what is kept in place of what was refused, and say no more of it."""
        if self.unkept or self.error:
            self.set_text(self._kept)
            self.set_error("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc is the field's own while it holds what was refused, before it closes anything."""
        if not (self.unkept and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            self.give_up()
            self.given_up.emit()
            return True
        return False

    # --- Saving in a pause ------------------------------------------------------------------

    def save_in_pauses(self) -> None:
        """Save what is typed after a pause as well, so that it outlives whatever happens then.

        What is refused then is not told before the field is left: it is only half typed.
        """
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self._save_in_pause)
        self.text_edited.connect(self._begin_pause)

    @property
    def pausing(self) -> bool:
        """Whether it is being saved only because nobody typed for a while."""
        return self._pausing

    def set_error(self, error: str) -> None:
        """Say what is wrong and how to mend it; nothing where nothing is."""
        if not (error and self._pausing):
            super().set_error(error)

    def _begin_pause(self, _text: str) -> None:
        if self.pause is not None and self._typed_in.hasFocus() and self.text != self._saved:
            self.pause.start()

    def _end_pause(self) -> None:
        if self.pause is not None:
            self.pause.stop()

    def _save_in_pause(self) -> None:
        if not self._typed_in.hasFocus():
            return
        self._pausing = True
        try:
            self.save()
        finally:
            self._pausing = False
