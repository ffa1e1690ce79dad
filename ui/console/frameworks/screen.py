"""Frameworks screen: all packs in a list, what is in the chosen one, and the way to one's own."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from exports.look.tokens import DESKTOP
from exports.writing import free_name, write_whole
from frameworks.collection import Collection, Entry
from frameworks.conflicts import CollectionError
from ui.console.frameworks.contents import NARROW, WIDTH, Contents
from ui.console.frameworks.pack_row import PackRow
from ui.console.prepare.pack_message import PackMessage
from ui.console.prepare.pack_taking import PackTaking, dropped_files
from ui.console.run.building import Sheet, clear, column, row, scrolled
from ui.console.widgets.button import Button
from ui.console.widgets.dialog import LossDialog
from ui.console.widgets.text_label import TextLabel, Tone
from ui.folder_export import documents
from ui.framework_reading import read_collection
from ui.theme import DesktopTheme
from workshop.errors import WorkshopError
from workshop.words import Words

_PADDING_X, _PADDING_Y = 40, 32
_WIDE = 1040  # from here on there is room for both


class FrameworksScreen(QWidget):
    """The packs beside the navigation; `new_wanted` carries the id of the one to start from."""

    new_wanted = Signal(str)

    def __init__(self, theme: DesktopTheme, words: Words, collection: Collection) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._collection = collection
        self.rows: list[PackRow] = []
        self._shown = ""
        self.setAcceptDrops(True)
        self.setAccessibleName(words.say("Frameworks"))
        self.message = PackMessage(theme, words)
        self.taking = PackTaking(words, collection, self.message, self)
        self.taking.taken.connect(self.reload)
        self.taking.chosen.connect(self.new_wanted)
        self.add = Button(theme, words.say("Add a pack…"), icon="plus")
        self.add.clicked.connect(self.taking.ask)
        self.contents = Contents(theme, words)
        self.contents.new_wanted.connect(lambda entry: self.new_wanted.emit(entry.id))
        self.contents.copy_wanted.connect(self._save_copy)
        self.contents.removal_wanted.connect(self._ask_removal)
        self._lay_out()
        self.contents.hide()
        self.reload()

    def reload(self) -> None:
        """Read the packs anew, beside the window."""
        read_collection(self._collection, self.show_entries, self)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these packs; the one that was shown stays so where it still is there."""
        focused = any(each.hasFocus() for each in self.rows)
        clear(self._list)
        self.rows = []
        for place, entry in enumerate(entries):
            made = PackRow(self._theme, self._words, entry)
            made.clicked.connect(partial(self._choose, place))
            made.moved.connect(partial(self._move, place))
            self.rows.append(made)
            self._list.addWidget(made)
        ids = [entry.id for entry in entries]
        self.show_row(ids.index(self._shown) if self._shown in ids else 0)
        if focused:
            self._checked().setFocus()

    def show_row(self, place: int) -> None:
        """Show what is in the pack of this row."""
        for at, each in enumerate(self.rows):
            each.setChecked(at == place)
        entry = self.rows[place].entry
        self._shown = entry.id
        self.contents.show_entry(entry)
        self.contents.show()
        self.reading.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.contents.setFixedWidth(WIDTH if self.width() >= _WIDE else NARROW)
        super().resizeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.taking.take(dropped_files(event.mimeData()))

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        head = row(spacing=12)
        head.addWidget(TextLabel(theme, words.say("Frameworks"), DESKTOP.screen_title))
        head.addStretch()
        head.addWidget(self.add)
        hint = words.say(
            "Packs of your own are .toml files: add one here, or drop it on this screen."
        )
        content = Sheet()
        whole = column(content, (_PADDING_X, _PADDING_Y, _PADDING_X, _PADDING_Y))
        whole.addLayout(head)
        whole.addSpacing(8)
        whole.addWidget(TextLabel(theme, hint, DESKTOP.secondary, tone=Tone.INK2, wrap=True))
        whole.addSpacing(12)
        whole.addWidget(self.message)
        whole.addSpacing(4)
        self.reading = TextLabel(theme, words.say("Reading the frameworks…"), tone=Tone.INK2)
        whole.addWidget(self.reading)
        self._list = column()
        whole.addLayout(self._list)
        whole.addStretch()
        across = row(self, spacing=0)
        across.addWidget(scrolled(content, words.say("Frameworks")), 1)
        across.addWidget(self.contents)

    def _checked(self) -> PackRow:
        return next(each for each in self.rows if each.isChecked())

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.show_row(place)

    def _move(self, here: int, step: int) -> None:
        place = here + step
        if 0 <= place < len(self.rows):
            self.show_row(place)
            self.rows[place].setFocus()

    def _save_copy(self, entry: Entry) -> None:
        """Write the pack's file where the facilitator wants it, as a beginning for one's own."""
        words = self._words
        title = words.say("Save a copy of “{title}”", title=entry.title)
        folder = QFileDialog.getExistingDirectory(self, title, str(documents()))
        if not folder:
            return
        target = free_name(Path(folder), entry.path.name)
        try:
            content = entry.path.read_bytes()
            write_whole(target, lambda file: file.write(content))
        except (OSError, WorkshopError) as fault:
            reason = fault.sentence(words) if isinstance(fault, WorkshopError) else fault.strerror
            self.message.say(words.say("No copy was written: {reason}", reason=reason), wrong=True)
            return
        self.message.say(
            words.say(
                "{name} is in {folder}. Give it an id and a title of its own, then add it here.",
                name=target.name,
                folder=folder,
            )
        )

    def _ask_removal(self, entry: Entry) -> None:
        words = self._words
        dialog = LossDialog(
            self._theme,
            words.say("Delete “{title}”?", title=entry.title),
            words.say("Its file goes. Workshops keep their copy of what they began with."),
            safe=words.say("Keep it"),
            loss=words.say("Delete the pack"),
            parent=self.window(),
        )
        dialog.accepted.connect(lambda: self._remove(entry))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _remove(self, entry: Entry) -> None:
        try:
            self._collection.remove(entry.id)
        except CollectionError as fault:
            self.message.say(fault.sentence(self._words), wrong=True)
        self.reload()
