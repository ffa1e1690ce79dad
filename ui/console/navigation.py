"""Navigation: the app's name, the sections there are, and where everything stays."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from exports.look import tokens
from exports.look.tokens import CONSOLE, DESKTOP
from ui import by_number
from ui.console.widgets.enter import is_enter
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.key_hint import key_hint_width, paint_key_hint
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.painters import text as painted
from ui.painters.surfaces import fill_box, paint_box
from ui.theme import DesktopTheme
from workshop.words import Words, mark

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ROW = 36
_PADDING = 12
_GAP = 10
_BETWEEN = 2
_CHIP_PADDING = 6
_NAME = tokens.Type(tokens.SANS, 16, 24, tokens.SEMIBOLD)
_QUIET = tokens.Type(tokens.SANS, 12, 18, tokens.MEDIUM)


class Section(StrEnum):
    """What can stand beside the navigation."""

    WORKSHOPS = "workshops"
    ACTIONS = "actions"
    FRAMEWORKS = "frameworks"
    SETTINGS = "settings"


NAMES: Final = {
    Section.WORKSHOPS: mark("Workshops"),
    Section.ACTIONS: mark("Actions"),
    Section.FRAMEWORKS: mark("Frameworks"),
    Section.SETTINGS: mark("Settings"),
}
_ICONS: Final = {
    Section.WORKSHOPS: "chart-column",
    Section.ACTIONS: "flag",
    Section.FRAMEWORKS: "panels",
    Section.SETTINGS: "sun",
}


class Navigation(QWidget):
    """The column at the left; `chosen` carries the section that was pressed.

    `help_wanted` asks for the manual, which stands over whatever is shown.
    """

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(
        self,
        theme: DesktopTheme,
        words: Words,
        section: Section = Section.WORKSHOPS,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setAccessibleName(words.say("Flipchart"))
        self.setFixedWidth(CONSOLE.navigation)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, 20, _PADDING + 1, 24)
        column.setSpacing(_BETWEEN)
        column.addWidget(_AppName(theme, words.say("Flipchart")))
        column.addSpacing(20 - _BETWEEN)
        self.entries: dict[Section, Entry] = {}
        for each in Section:
            entry = Entry(theme, words.say(NAMES[each]), _ICONS[each])
            entry.clicked.connect(lambda _checked=False, to=each: self.chosen.emit(to.value))
            self.entries[each] = entry
            column.addWidget(entry)
        column.addStretch()
        self.help = Entry(theme, words.say("Help"), "info", key=words.say("F1"))
        self.help.clicked.connect(self.help_wanted)
        self.help.set_here(False, "")
        column.addWidget(self.help)
        column.addSpacing(12)
        foot = QVBoxLayout()
        foot.setContentsMargins(_PADDING, 0, _PADDING, 0)
        offline = words.say("Works without internet. Everything stays on this laptop.")
        foot.addWidget(TextLabel(theme, offline, _QUIET, tone=Tone.INK2, wrap=True))
        column.addLayout(foot)
        self.set_section(section)

    def set_section(self, section: Section) -> None:
        """Mark the section that stands beside it now."""
        for each, entry in self.entries.items():
            entry.set_here(each is section, self._words.say("Shown now"))

    def set_late(self, count: int) -> None:
        """Say how many actions are overdue; nothing where none is."""
        said = self._words.count("{n} late", "{n} late", count) if count else ""
        self.entries[Section.ACTIONS].set_chip(said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = QtCore.Qt.Key
        step = {key.Key_Up: -1, key.Key_Down: 1}.get(key(event.key()), 0)
        entries = [*self.entries.values(), self.help]
        here = next((each for each in entries if each.hasFocus()), None)
        if not step or here is None:
            super().keyPressEvent(event)
            return
        place = min(len(entries) - 1, max(0, entries.index(here) + step))
        entries[place].setFocus(QtCore.Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        line = QRectF(self.width() - 1, 0, 1, self.height())
        fill_box(painter, line, 0, self._theme.colours.hairline)


class Entry(QAbstractButton):
    """One section: its icon and name, and a chip for what must be noticed there.

    `key` is the hint for a key that leads here from everywhere.
    """

    def __init__(self, theme: DesktopTheme, name: str, icon: str, *, key: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._key = key
        self._here = False
        self._chip = ""
        self._aside = ""
        self.setText(name)
        self.setAccessibleName(name)
        by_number.set_focus_policy(self, by_number.STRONG_FOCUS)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def key(self) -> str:
        """The key that leads here, as it is shown, or nothing."""
        return self._key

    @property
    def chip(self) -> str:
        """What must be noticed, or nothing."""
        return self._chip

    def set_here(self, here: bool, said: str) -> None:
        """Whether its section is the one on show; `said` tells a screen reader so."""
        self._here = here
        # The palette's ink or its second, so that the painter begins with its pen.
        role = QPalette.ColorRole
        self.setForegroundRole(role.ButtonText if here else role.LinkVisited)
        self._aside = said if here else ""
        self._describe()

    def set_chip(self, said: str) -> None:
        """Say what must be noticed there, or nothing."""
        self._chip = said
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(2 * _PADDING + tokens.ICON_SIZE, _ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.click()
        elif event.key() in (QtCore.Qt.Key.Key_Up, QtCore.Qt.Key.Key_Down):
            event.ignore()  # an arrow is for the column, not for a group of buttons
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = self._theme.colours
        if self._here or self.underMouse() or self.isDown():
            paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CONTROL, colours.sunken)
        ink = colours.ink if self._here else colours.ink2
        paint_icon(painter, self._icon, _PADDING, (_ROW - tokens.ICON_SIZE) / 2, ink)
        left = _PADDING + tokens.ICON_SIZE + _GAP
        right = float(self.width() - _PADDING)
        if self._chip:
            right -= self._paint_chip(painter, right) + _GAP
        elif self._key:
            right -= key_hint_width(self._key)
            top = (_ROW - CONSOLE.key_hint) / 2
            paint_key_hint(painter, right, top, self._key, self._theme, colours.ink2)
            right -= _GAP
        role = DESKTOP.strong if self._here else DESKTOP.name
        block = painted.lay_out(self.text(), role, max(1.0, right - left), max_lines=1)
        block.paint(painter, left, (_ROW - block.height) / 2, ink)

    def _paint_chip(self, painter: QPainter, right: float) -> float:
        """Paint the chip with its right edge there; answers its width."""
        colours = self._theme.colours
        said = painted.line(self._chip, DESKTOP.label)
        width = said.width + 2 * _CHIP_PADDING
        top = (_ROW - CONSOLE.chip_in_table) / 2
        box = QRectF(right - width, top, width, CONSOLE.chip_in_table)
        paint_box(painter, box, tokens.RADIUS_CHIP, colours.ink)
        middle = (_ROW - said.height) / 2
        said.paint(painter, box.x() + _CHIP_PADDING, middle, colours.paper)
        return width

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(part for part in (self._chip, self._aside) if part))
        self.update()


class _AppName(QWidget):
    """The app's sign and name."""

    def __init__(self, theme: DesktopTheme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._name = name
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(2 * _PADDING + tokens.ICON_SIZE, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._theme.colours.ink
        paint_icon(painter, "presentation", _PADDING, (_ROW - tokens.ICON_SIZE) / 2, ink)
        left = _PADDING + tokens.ICON_SIZE + _GAP
        room = max(1, self.width() - left - _PADDING)
        block = painted.lay_out(self._name, _NAME, room, max_lines=1)
        block.paint(painter, left, (_ROW - block.height) / 2, ink)
