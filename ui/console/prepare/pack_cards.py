"""Pack cards: the frameworks side by side, in one row or all; arrows go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frameworks.collection import Entry
from ui.console.prepare.pack_card import HEIGHT, LEAST, PackCard
from ui.theme import DesktopTheme
from workshop.words import Words

_GAP = 16
_MOST_COLUMNS = 3


class PackCards(QWidget):
    """`asked` carries the pack whose card was pressed or that an arrow went to."""

    asked = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._entries: tuple[Entry, ...] = ()
        self._current = ""
        self._whole = False
        self._off = ""
        self._cards: dict[str, PackCard] = {}
        self.setAccessibleName(words.say("Framework"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)

    @property
    def cards(self) -> tuple[PackCard, ...]:
        """The cards on show, in their order."""
        return tuple(self._cards[entry.id] for entry in self._on_show())

    @property
    def hides_some(self) -> bool:
        """Whether one row does not hold them all."""
        return len(self._entries) > self._columns()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these packs; cards of those that were there stay as they are."""
        self._entries = tuple(entries)
        known = {entry.id for entry in entries}
        for gone in [pack_id for pack_id in self._cards if pack_id not in known]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for entry in entries:
            if entry.id in self._cards:
                self._cards[entry.id].show_entry(entry)
            else:
                self._cards[entry.id] = self._make(entry)
        self._arrange()

    def show_current(self, pack_id: str) -> None:
        """Mark the one that the workshop has."""
        self._current = pack_id
        self._arrange()

    def show_whole(self, whole: bool) -> None:
        """Show all, or as many as one row holds, the chosen one among them."""
        self._whole = whole
        self._arrange()

    def set_off(self, why: str) -> None:
        """Let nothing be chosen and say why; with nothing to say, let it be."""
        self._off = why
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make(self, entry: Entry) -> PackCard:
        card = PackCard(self._theme, self._words, entry)
        card.setParent(self)
        card.clicked.connect(lambda: self.asked.emit(card.entry))
        card.moved.connect(lambda step: self._move(card, step))
        return card

    def _columns(self) -> int:
        return max(1, min(_MOST_COLUMNS, (self.width() + _GAP) // (LEAST + _GAP)))

    def _on_show(self) -> tuple[Entry, ...]:
        columns = self._columns()
        if self._whole or len(self._entries) <= columns:
            return self._entries
        row = self._entries[:columns]
        if self._current in {entry.id for entry in row}:
            return row
        current = [entry for entry in self._entries[columns:] if entry.id == self._current]
        return (*row[: columns - len(current)], *current)

    def _arrange(self) -> None:
        """Put every card in its place; Tab comes by the chosen one."""
        shown = self._on_show()
        columns = self._columns()
        width = (self.width() - (columns - 1) * _GAP) / columns
        stop = next((entry.id for entry in shown if entry.id == self._current), "")
        stop = stop or (shown[0].id if shown else "")
        for pack_id, card in self._cards.items():
            card.setChecked(pack_id == self._current)
            card.setEnabled(not self._off)
            tab = Qt.FocusPolicy.StrongFocus
            card.setFocusPolicy(tab if pack_id == stop else Qt.FocusPolicy.ClickFocus)
        for place, entry in enumerate(shown):
            line, across = divmod(place, columns)
            left = round(across * (width + _GAP))
            card = self._cards[entry.id]
            right = round(across * (width + _GAP) + width)
            at = self.width() - right if self._mirrored() else left
            card.setGeometry(at, line * (HEIGHT + _GAP), right - left, HEIGHT)
            card.show()
        on_show = {entry.id for entry in shown}
        for pack_id, card in self._cards.items():
            if pack_id not in on_show:
                card.hide()
        lines = max(1, -(-len(shown) // columns))
        self.setFixedHeight(lines * HEIGHT + (lines - 1) * _GAP)
        self.setAccessibleDescription(self._off)
        self.setToolTip(self._off)

    def _mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _move(self, card: PackCard, step: int) -> None:
        """Go to the next card that can be used, and choose it."""
        cards = self.cards
        place = cards.index(card) + step
        while 0 <= place < len(cards):
            if cards[place].entry.refusal is None:
                cards[place].setFocus(Qt.FocusReason.OtherFocusReason)
                self.asked.emit(cards[place].entry)
                return
            place += step
