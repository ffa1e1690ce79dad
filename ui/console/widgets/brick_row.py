"""The brick row of the console: how many votes of a team are in, never which."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import BRICKS_CONSOLE, ThemeColours
from frameworks.theme import Theme
from ui.painters.bricks import bricks_width, paint_bricks
from ui.theme import DesktopTheme

_HEIGHT = round(BRICKS_CONSOLE.height)
_LEAST = 60  # into which bricks are squeezed where the column is narrow


class BrickRow(QWidget):
    """One brick for each vote expected; `session` None is a practice vote, in ink.

    `name` is how it is read aloud, for instance "Nursing, 8 of 10".
    """

    def __init__(
        self,
        theme: DesktopTheme,
        session: Theme | None,
        voted: int,
        expected: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._session = session
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_votes(voted, expected, name)

    def show_votes(self, voted: int, expected: int, name: str) -> None:
        """Show how many of how many are in."""
        self._voted = voted
        self._expected = expected
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(bricks_width(self._expected, BRICKS_CONSOLE)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), _LEAST), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._theme.colours
        colours = (
            ThemeColours(palette.ink, palette.ink, palette.ink, palette.sunken)
            if self._session is None
            else self._theme.of(self._session)
        )
        paint_bricks(
            QPainter(self),
            QRectF(self.rect()),
            self._voted,
            self._expected,
            BRICKS_CONSOLE,
            colours=colours,
            palette=palette,
        )
