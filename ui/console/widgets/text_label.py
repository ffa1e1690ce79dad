"""A label with a set line height, balanced or not, that wraps with its width or elides."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from exports.look import tokens
from exports.look.tokens import Type
from frameworks.theme import Theme
from ui import by_number
from ui.painters import text as painted
from ui.painters.text import Align, Block
from ui.theme import DesktopTheme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_COMFORTABLE = 480  # the width that a wrapping label asks for, if its text is longer
_LEAST_ELIDED = 48

LEFT_TO_RIGHT: Final = "\u200e"
"""Before a line of ours that begins with a name: it reads as ours, whatever the name's script."""


class Tone(StrEnum):
    """Which of the look's neutral colours a text takes."""

    INK = "ink"
    INK2 = "ink2"
    INK3 = "ink3"
    PAPER = "paper"


# Where the application's palette has each tone, so that the painter begins with its pen.
_ROLES: Final = {
    Tone.INK: QPalette.ColorRole.WindowText,
    Tone.INK2: QPalette.ColorRole.LinkVisited,
    Tone.INK3: QPalette.ColorRole.PlaceholderText,
    Tone.PAPER: QPalette.ColorRole.BrightText,
}


class TextLabel(QLabel):
    """Text in a type role.

    `wrap`: breaks lines at its width and grows in height. Otherwise one line, which is as wide as
    its text, or shrinks with an ellipsis where `elide` says so; then the tooltip has it whole.
    """

    def __init__(
        self,
        theme: DesktopTheme,
        text: str,
        role: Type = tokens.DESKTOP.body,
        *,
        tone: Tone = Tone.INK,
        wrap: bool = False,
        balanced: bool = False,
        elide: Qt.TextElideMode | None = None,
        align: Align = Align.START,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._role = role
        self._tone = tone
        self.setForegroundRole(_ROLES[tone])
        self._session: Theme | None = None
        self._wrap = wrap
        self._balanced = balanced
        self._elide = elide
        self._align = align
        self.setProperty("textFormat", by_number.PLAIN_TEXT)
        self.setFont(painted.font(role))
        across = QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Fixed
        # A fixed height would be that of the hint, which is too low where the label is narrower.
        down = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(across, down)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    @property
    def role(self) -> Type:
        """The type role in force."""
        return self._role

    def set_role(self, role: Type) -> None:
        """Change the size, as for a question that has become long."""
        self._role = role
        self.setFont(painted.font(role))
        self.updateGeometry()
        self.update()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        self._tone = tone
        self.setForegroundRole(_ROLES[tone])
        self.update()

    def set_session(self, session: Theme | None) -> None:
        """Write in the ink of a theme, or in the tone again."""
        self._session = session
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return round(self._block(width).height) if self._wrap else self._line_height()

    def sizeHint(self) -> QSize:
        wide = int(painted.advance(self.text(), self._role)) + 1 if self.text() else 0
        if self._wrap:
            wide = min(wide, _COMFORTABLE)
            return QSize(wide, self.heightForWidth(wide))
        return QSize(wide, self._line_height())

    def minimumSizeHint(self) -> QSize:
        if self._wrap:
            return QSize(1, self._line_height())
        if self._elide is not None:
            return QSize(min(self.sizeHint().width(), _LEAST_ELIDED), self._line_height())
        return self.sizeHint()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_whole()
        super().resizeEvent(event)

    def _tell_whole(self) -> None:
        """Say in the tooltip what is cut; the text may change while the width stays."""
        if self._elide is not None:
            self.setToolTip(self.text() if self._block(self.width()).elided else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        block = self._block(self.width())
        top = 0.0 if self._wrap else (self.height() - block.height) / 2
        block.paint(painter, 0, top, self._colour(), self._align)

    def _block(self, width: int) -> Block:
        if self._wrap:
            return painted.lay_out(self.text(), self._role, max(1, width), balanced=self._balanced)
        # A pixel of grace, or rounding the width down would elide a text that fits.
        return painted.lay_out(
            self.text(), self._role, max(1, width) + 0.99, max_lines=1, elide=self._elide
        )

    def _line_height(self) -> int:
        return round(self._role.leading)

    def _colour(self) -> str:
        if self._session is not None:
            return self._theme.of(self._session).ink
        return str(getattr(self._theme.colours, self._tone.value))
