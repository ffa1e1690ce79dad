"""The button: a verb and its object, with an icon before and a key hint after."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QLineF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.key_hint import key_hint_width, paint_key_hint
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.painters.text import Align, Block
from ui.theme import DesktopTheme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_GAP = 8


class Kind(Enum):
    """How much a button stands out; one PRIMARY for each area of the screen."""

    PRIMARY = auto()
    SECONDARY = auto()
    QUIET = auto()
    ON_INK = auto()  # underlined paper on an inverse bar


_PADDING = {Kind.PRIMARY: 14, Kind.SECONDARY: 14, Kind.QUIET: 10, Kind.ON_INK: 0}
_PADDING_LARGE = 20


class Button(QPushButton):
    """A button as wide as its text needs. Where it is given less, its middle is elided.

    `icon` and `trailing` are names of icons, `key` is the name of the key that does the same.
    """

    def __init__(
        self,
        theme: DesktopTheme,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        trailing: str = "",
        key: str = "",
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)  # with a text, PySide would make the type of icons too
        super().setText(text)
        self._theme = theme
        self._kind = kind
        self._icon = icon
        self._trailing = trailing
        self._key = key
        self._large = large
        self.setAccessibleName(text)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_LARGE if large else tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)

    @property
    def key(self) -> str:
        """The name of the key in the hint, or nothing."""
        return self._key

    def set_key(self, key: str) -> None:
        """Show the hint for a key, or none: only keys that work at this moment are shown."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def set_icon_name(self, icon: str) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_off(self, why: str) -> None:
        """Disable the button and say why, to eyes and to screen readers."""
        self.setEnabled(False)
        self.setToolTip(why)
        self.setAccessibleDescription(why)

    def set_on(self) -> None:
        """Enable the button again."""
        self.setEnabled(True)
        self.setToolTip("")
        self.setAccessibleDescription("")

    def sizeHint(self) -> QSize:
        edges = 0 if self._kind is Kind.ON_INK else 2
        width = 2 * self._padding() + edges + round(self._text_width())
        if self._icon:
            width += tokens.ICON_SIZE + _GAP
        if self._key:
            width += _GAP + key_hint_width(self._key)
        if self._trailing:
            width += _GAP + tokens.ICON_SIZE
        return QSize(width, CONSOLE.control_large if self._large else CONSOLE.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._paint_surface(painter)
        inset = self._padding() + (0 if self._kind is Kind.ON_INK else 1)
        left, right = inset, self.width() - inset
        spare = self.width() - self.sizeHint().width()
        if spare > 0 and not (self._icon or self._key):
            left += spare // 2
        middle = self.height() / 2
        if self._icon:
            icon_top = middle - tokens.ICON_SIZE / 2
            paint_icon(painter, self._icon, left, icon_top, ink)
            left += tokens.ICON_SIZE + _GAP
        block = self._block(spare)
        # Its text begins at the left in every script.
        align = Align.END if block.right_to_left else Align.START
        block.paint(painter, left, middle - block.height / 2, ink, align)
        if self._kind is Kind.ON_INK:
            self._underline(painter, left, ink)
        if self._trailing:
            right -= tokens.ICON_SIZE
            paint_icon(painter, self._trailing, right, middle - tokens.ICON_SIZE / 2, ink)
            right -= _GAP
        if self._key:
            right -= key_hint_width(self._key)
            hint = ink if self._kind is Kind.PRIMARY else self._theme.colours.ink2
            paint_key_hint(
                painter, right, middle - CONSOLE.key_hint / 2, self._key, self._theme, hint
            )

    def _paint_surface(self, painter: QPainter) -> str:
        """Paint the button's ground and return the colour of what stands on it."""
        colours = self._theme.colours
        lit = self.isEnabled() and (self.underMouse() or self.isDown())
        box = QRectF(self.rect())
        radius = tokens.RADIUS_LARGE if self._large else tokens.RADIUS_CONTROL
        if self._kind is Kind.ON_INK:
            return colours.paper
        if self._kind is Kind.PRIMARY:
            fill = colours.ink2 if lit else colours.ink
            paint_box(painter, box, radius, fill if self.isEnabled() else colours.hairline)
            return colours.paper if self.isEnabled() else colours.ink3
        pressed = colours.hairline if self.isDown() else colours.sunken
        if self._kind is Kind.QUIET:
            if lit:
                paint_box(painter, box, radius, pressed)
        elif self.isEnabled():
            fill = pressed if lit else colours.surface
            paint_box(painter, box, radius, fill, colours.edge)
        else:
            paint_box(painter, box, radius, colours.paper, colours.hairline)
        return colours.ink if self.isEnabled() else colours.ink3

    def _block(self, spare: int) -> Block:
        """The text on one line, elided where `spare` pixels are missing."""
        if spare >= 0 or not self.text():
            return painted.line(self.text(), self._role())
        room = max(1.0, self._text_width() + spare)
        # Not by name at the top: the first window is painted before Qt's names are made.
        elide = QtCore.Qt.TextElideMode.ElideMiddle
        return painted.lay_out(self.text(), self._role(), room, max_lines=1, elide=elide)

    def _underline(self, painter: QPainter, left: float, ink: str) -> None:
        below = self.height() / 2 + 8
        paint_line(painter, QLineF(left, below, left + self._text_width(), below), ink)

    def _padding(self) -> int:
        if self._large and self._kind is not Kind.ON_INK:
            return _PADDING_LARGE
        return _PADDING[self._kind]

    def _role(self) -> tokens.Type:
        if self._kind is Kind.ON_INK:
            return DESKTOP.strong
        return DESKTOP.button_large if self._large else DESKTOP.button

    def _text_width(self) -> float:
        return painted.advance(self.text(), self._role())


class FootButton(Button):
    """A large button of the size that stands in a footer."""

    def __init__(self, theme: DesktopTheme, text: str, kind: Kind = Kind.SECONDARY) -> None:
        super().__init__(theme, text, kind, large=True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), CONSOLE.control_middle)

    def _role(self) -> tokens.Type:
        return DESKTOP.button_middle
