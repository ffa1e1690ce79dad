"""The step line: the seven steps of a question, and where we are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme

_GAP = 10  # between bar and word
_LEAST = 64  # width of a segment with its word
_LEAST_BAR = 24  # and of one without: where words do not fit, only the current one is written
_GAP_OF_SEGMENTS = 4


class StepLine(QWidget):
    """The steps in words, said by the caller; done and current ones are ink. Not to be clicked."""

    def __init__(
        self, theme: DesktopTheme, steps: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = tuple(steps)
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_current(0)

    @property
    def current(self) -> int:
        """The index of the step in force."""
        return self._current

    def set_steps(self, steps: Sequence[str], current: int) -> None:
        """Show other steps, as where an activity leaves some away."""
        self._steps = tuple(steps)
        self.set_current(current)

    def set_current(self, current: int) -> None:
        """Mark the step in force; IndexError where there is none of that number."""
        self.setAccessibleName(self._steps[current])
        self._current = current
        self.update()

    def sizeHint(self) -> QSize:
        height = CONSOLE.step_bar + _GAP + round(DESKTOP.secondary.leading)
        return QSize(_LEAST * len(self._steps), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_BAR * len(self._steps), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        count = len(self._steps)
        width = (self.width() - _GAP_OF_SEGMENTS * (count - 1)) / count
        strong = DESKTOP.secondary._replace(weight=tokens.SEMIBOLD)
        for number, step in enumerate(self._steps):
            left = number * (width + _GAP_OF_SEGMENTS)
            reached = number <= self._current
            bar = QRectF(left, 0, width, CONSOLE.step_bar)
            paint_box(painter, bar, 0, colours.ink if reached else colours.hairline)
            role = strong if number == self._current else DESKTOP.secondary
            ink = colours.ink if reached else colours.ink3
            if width >= _LEAST - _GAP_OF_SEGMENTS:
                block = painted.lay_out(step, role, width, max_lines=1)
                block.paint(painter, left, CONSOLE.step_bar + _GAP, ink)
            elif number == self._current:
                word = painted.line(step, role)
                left = min(left, self.width() - word.width)
                word.paint(painter, left, CONSOLE.step_bar + _GAP, ink)
