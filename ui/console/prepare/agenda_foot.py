"""Agenda foot: what can be added to the agenda, and when the day ends; seen however long it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP, SANS, SEMIBOLD, Type
from ui.console.prepare.agenda_lines import DayEnd
from ui.console.run.building import row
from ui.console.widgets.button import Button, Kind
from ui.console.widgets.chip import Chip, ChipKind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.words import Words

_ENDS = Type(SANS, 16, 24, SEMIBOLD)
_TOP = 12


class AgendaFoot(QWidget):
    """`add` asks for what can be added; the rest says when the day ends and what is to spare."""

    def __init__(self, theme: DesktopTheme, words: Words, aside: int) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words.say("When the day ends"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add = Button(theme, words.say("Add a break or talk"), Kind.QUIET, icon="plus")
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves what is typed in peace
        self.add.setFixedHeight(CONSOLE.control)
        self.ends = TextLabel(theme, "", _ENDS)
        self.length = TextLabel(theme, "", DESKTOP.body, tone=Tone.INK2)
        self.over = Chip(theme, "", ChipKind.INVERSE)
        line = row(self, (0, _TOP, aside, 0))
        line.addWidget(self.add)
        line.addStretch()
        totals = row(spacing=8)
        for each in (self.ends, self.length, self.over):
            totals.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(totals)

    def show_end(self, end: DayEnd) -> None:
        """Say when the day ends now."""
        self.ends.setText(end.ends)
        rest = "" if end.over else end.spare
        joined = self._words.say("{length}, {spare}", length=end.length, spare=rest)
        self.length.setText(joined if rest else end.length)
        self.over.set_text(end.spare)
        self.over.setVisible(end.over)
        self.ends.setAccessibleName(", ".join(part for part in (end.ends, end.spare) if part))
