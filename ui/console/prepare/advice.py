"""Advice: what is worth thinking of before the day, in a sentence each; nothing depends on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from exports.look.tokens import DESKTOP
from ui.console.run.building import clear, column, row
from ui.console.widgets.icon_label import IconLabel
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.readiness import Point

_SIGN = 16
_GAP = 6


class AdviceLines(QWidget):
    """A line a point; none where there is nothing to think of."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__()
        self._theme = theme
        self._said: tuple[str, ...] = ()
        self._lines = column(self, spacing=_GAP)
        self.hide()

    def show_points(self, points: Sequence[Point]) -> None:
        """Show these, in their order."""
        said = tuple(f"{point.title} {point.detail}".strip() for point in points)
        self.setVisible(bool(said))
        if said == self._said:
            return
        self._said = said
        clear(self._lines)
        for sentence in said:
            whole = QWidget()
            line = row(whole, spacing=_GAP)
            sign = IconLabel(self._theme, "info", tone=Tone.INK2, size=_SIGN)
            line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            text = TextLabel(self._theme, sentence, DESKTOP.secondary, tone=Tone.INK2, wrap=True)
            line.addWidget(text, 1)
            self._lines.addWidget(whole)
            whole.show()  # Qt would do so later, and lay out what is around it without it
        self.setAccessibleName(" ".join(said))
