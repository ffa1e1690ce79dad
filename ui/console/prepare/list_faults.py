"""List faults: why a pasted or dropped list of teams was not taken in, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import button, clear, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.section import Hairline
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.words import Words

_LINE = 52
_MOST = 30  # rows; a list of other things has a fault in every line
_PADDING = 8


class ListFaults(QWidget):
    """Where a list came from, and a row a fault: its line (0 is the whole) and a sentence."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        elide = Qt.TextElideMode.ElideMiddle
        self._name = TextLabel(theme, "", DESKTOP.name, elide=elide)
        self._rows = column()
        away = button(theme, words.say("Put it away"), self.hide, Kind.QUIET)
        head = row(None, (0, _PADDING, 0, _PADDING), 12)
        head.addWidget(self._name, 1)
        head.addWidget(Chip(theme, words.say("Nothing was taken in"), ChipKind.INVERSE))
        whole = column(self)
        whole.addLayout(head)
        whole.addWidget(Hairline(theme))
        whole.addLayout(self._rows)
        whole.addWidget(away, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_faults(self, name: str, faults: Sequence[tuple[int, str]]) -> None:
        """Say that nothing of a list was taken in, and why."""
        words = self._words
        self._name.setText(name)
        self._name.updateGeometry()
        clear(self._rows)
        for line, sentence in faults[:_MOST]:
            where = words.say("Line {n}", n=line) if line else words.say("The list")
            self._add(where, sentence)
        rest = len(faults) - _MOST
        if rest > 0:
            self._add("", words.count("and {n} more", "and {n} more", rest))
        said = words.say("Nothing was taken in")
        first = faults[0][1] if faults else ""
        self.setAccessibleName(f"{name}: {said}. {first}")
        self.show()

    def _add(self, where: str, sentence: str) -> None:
        line = QWidget()
        line.setAccessibleName(f"{where}: {sentence}" if where else sentence)
        place = TextLabel(self._theme, where, DESKTOP.secondary, tone=Tone.INK3)
        place.setFixedWidth(_LINE)
        across = row(None, (0, _PADDING, 0, _PADDING), 8)
        across.addWidget(place, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(TextLabel(self._theme, sentence, DESKTOP.secondary, wrap=True), 1)
        whole = column(line)
        whole.addLayout(across)
        whole.addWidget(Hairline(self._theme))
        self._rows.addWidget(line)
        line.show()  # Qt would do so later, and lay out what is around it without it
