"""View choice: which chart of the whole day the wall shows in the profile."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import column, row
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.keys import Intent, key_of
from ui.theme import DesktopTheme
from workshop.profile_views import View, ViewChoice, ViewLine
from workshop.words import Words


class ViewPicker(QWidget):
    """Stands below the profile's lead; hidden at every other agenda item.

    `wanted` asks for a view.
    """

    wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._lines: tuple[ViewLine, ...] = ()
        self.segments: Segmented | None = None
        self._place = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        caption = TextLabel(theme, words.say("The wall shows"), DESKTOP.secondary, tone=Tone.INK2)
        hint = words.say(
            "{radar} the radar and back, {view} the next view",
            radar=words.say(key_of(Intent.RADAR)),
            view=words.say(key_of(Intent.VIEW)),
        )
        self._hint = TextLabel(theme, hint, DESKTOP.secondary, tone=Tone.INK3, wrap=True)
        self._row = row(spacing=16)
        self._row.addWidget(self._place)
        self._row.addStretch()
        whole = column(self, spacing=8)
        whole.addWidget(caption)
        whole.addLayout(self._row)
        whole.addWidget(self._hint)

    def show_choice(self, choice: ViewChoice | None) -> None:
        """Show what can be chosen; with the sessions alone there is nothing to choose."""
        lines = choice.lines if choice is not None else ()
        self.setVisible(len(lines) > 1)
        self._place.setText(choice.place if choice is not None else "")
        self._place.updateGeometry()
        if not lines:
            return
        now = next((n for n, line in enumerate(lines) if line.now), 0)
        if [line.view for line in lines] != [line.view for line in self._lines]:
            self._build(lines, now)
        self._lines = lines
        self._hint.setVisible(any(line.view is View.RADAR for line in lines))
        if self.segments is not None:
            self.segments.show_choice(now)

    def _build(self, lines: tuple[ViewLine, ...], now: int) -> None:
        if self.segments is not None:
            self._row.removeWidget(self.segments)
            self.segments.deleteLater()
        names = [line.name for line in lines]
        name = self._words.say("What the wall shows of the profile")
        self.segments = Segmented(self._theme, name, names, now)
        self.segments.chosen.connect(self._choose)
        self._row.insertWidget(0, self.segments)

    def _choose(self, index: int) -> None:
        self.wanted.emit(self._lines[index].view)
