"""Framework part: which framework the workshop is made from; packs of one's own join here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from frameworks.collection import Collection, Entry
from ui.console.prepare.pack_cards import PackCards
from ui.console.prepare.pack_message import PackMessage
from ui.console.prepare.pack_taking import PackTaking, dropped_files
from ui.console.prepare.part_title import PartTitle
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.dialog import LossDialog
from ui.console.widgets.text_label import TextLabel, Tone
from ui.framework_reading import read_collection
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.prepared import Prepared
from workshop.words import Words, mark

OVERHANG = 10
"""How far the parts of the left column reach beyond its text, left and right."""
BEGUN = mark("The day has begun, and keeps the framework it began with.")
_NOT_THERE = mark("“{title}” is not among the packs any more. The workshop keeps its own copy.")


class FrameworkPart(QWidget):
    """Cards in threes; `chosen` carries the id of the pack that the workshop is to have.

    `framework_known` carries the Entry that it has now, or None. `losses` says what of the
    facilitator's changes goes with the framework, '' where nothing: then nothing is asked.
    The part is OVERHANG wider at either side than what stands in it.
    """

    chosen = Signal(str)
    all_wanted = Signal()
    framework_known = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, collection: Collection) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._collection = collection
        self.losses: Callable[[], str] = str
        self.entries: tuple[Entry, ...] | None = None
        self._prepared: Prepared | None = None
        self._whole = False
        self._dragged = False
        self._known: Entry | None = None
        self._changed = ""
        self.setAcceptDrops(True)
        self.cards = PackCards(theme, words)
        self.cards.asked.connect(self._ask)
        self.all = button(theme, "", self._turn_whole, Kind.QUIET)
        self.message = PackMessage(theme, words)
        self.taking = PackTaking(words, collection, self.message, self)
        self.taking.taken.connect(self.reload)
        self.taking.chosen.connect(self._choose)
        self.add = button(theme, words.say("Add a pack…"), self.taking.ask, Kind.QUIET)
        for each in (self.all, self.add):
            each.setFixedHeight(CONSOLE.control_small)
        self.note = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK2, wrap=True)
        self._lay_out()
        self._say()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show which framework the workshop has; the packs are read at the first time."""
        first = self._prepared is None
        self._prepared = prepared
        self._say()
        if first:
            self.reload()

    @property
    def version(self) -> str:
        """The version of the framework that the workshop on show was made from."""
        return "" if self._prepared is None else self._prepared.workshop.framework_version

    def say_changed(self, sentence: str) -> None:
        """Say what the framework says otherwise than the workshop's copy; '' where nothing."""
        self._changed = sentence
        self._say()

    def reload(self) -> None:
        """Read the packs anew, beside the window."""
        read_collection(self._collection, self._on_read, self)

    # --- Dragged files ----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._set_dragged(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_dragged(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_dragged(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.taking.take(dropped_files(event.mimeData()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setGeometry(self.rect())
        self._say_all()

    def _set_dragged(self, dragged: bool) -> None:
        self._hint.setVisible(dragged)
        self._hint.raise_()

    # --- What is shown ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        title = PartTitle(self._theme, 1, self._words.say("Framework"))
        title.put_beside(self.add)
        title.put_beside(self.all)
        # A quiet button's text lines up with what stands below, and its ground does not.
        head = row(None, (OVERHANG, 0, 0, 0))
        head.addWidget(title)
        inner = column(None, (OVERHANG, 12, OVERHANG, 0))
        inner.setSpacing(12)  # of what is hidden there is none
        for each in (self.cards, self.note, self.message):
            inner.addWidget(each)
        whole = column(self)
        whole.addLayout(head)
        whole.addLayout(inner)
        self._hint = _DropHint(self._theme, self._words.say("Drop the pack here"))
        self._hint.setParent(self)
        self._hint.hide()

    def _on_read(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.cards.show_entries(entries)
        self._say()

    def _say(self) -> None:
        prepared, words = self._prepared, self._words
        current = prepared.workshop.framework_id if prepared is not None else ""
        self.cards.show_current(current)
        begun = prepared is not None and prepared.begun
        self.cards.set_off(words.say(BEGUN) if begun else "")
        self._say_all()
        note = self._changed
        if self.entries is None:
            note = words.say("Reading the frameworks…")
        elif begun:
            note = words.say(BEGUN)
        known = self._entry(current)
        if prepared is not None and self.entries is not None and known is None and not begun:
            note = words.say(_NOT_THERE, title=prepared.workshop.framework)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if known != self._known:
            self._known = known
            self.framework_known.emit(known)

    def _say_all(self) -> None:
        n = len(self.entries or ())
        words = self._words
        everything = words.count("All {n} packs", "All {n} packs", n)
        self.all.setText(words.say("Fewer packs") if self._whole else everything)
        self.all.setVisible(self.entries is not None and (self._whole or self.cards.hides_some))
        self.add.setVisible(self.entries is not None and (self._whole or not self.cards.hides_some))

    def _turn_whole(self) -> None:
        self._whole = not self._whole
        self.cards.show_whole(self._whole)
        self._say_all()
        if self._whole:
            self.all_wanted.emit()

    # --- Choosing ---------------------------------------------------------------------------

    def _entry(self, pack_id: str) -> Entry | None:
        found = (each for each in self.entries or () if each.id == pack_id)
        return next((each for each in found if each.refusal is None), None)

    def _ask(self, entry: Entry) -> None:
        if entry.refusal is not None:
            self.message.say(entry.refusal.sentence(self._words), wrong=True)
            return
        self._choose(entry.id)

    def _choose(self, pack_id: str) -> None:
        """Have the pack chosen, at once or once the loss of edited questions was agreed to."""
        prepared, words = self._prepared, self._words
        if prepared is None or prepared.begun or pack_id == prepared.workshop.framework_id:
            return
        lost = self.losses()
        if not lost:
            self.chosen.emit(pack_id)
            return
        dialog = LossDialog(
            self._theme,
            words.say("Choose another framework?"),
            words.say(
                "With “{title}” would go {lost}. Undo brings it all back until the day begins.",
                lost=lost,
                title=prepared.workshop.framework,
            ),
            safe=words.say("Keep this one"),
            loss=words.say("Choose the other"),
            parent=self.window(),
        )
        dialog.accepted.connect(lambda: self.chosen.emit(pack_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class _DropHint(QWidget):
    """A dashed box over the part while a file is held above it."""

    def __init__(self, theme: DesktopTheme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._theme.colours
        box = QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_CARD, colours.paper)
        paint_box(painter, box, tokens.RADIUS_CARD, None, colours.ink, dashed=True,
                  stroke=tokens.STROKE_SELECTED)  # fmt: skip
        block = painted.line(self._text, DESKTOP.section_title)
        left = (box.width() - block.width) / 2
        block.paint(painter, left, (box.height() - block.height) / 2, colours.ink)
