"""The look of the desktop: tokens into fonts, palette and style sheet, light or dark."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from string import Template
from typing import Final

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from exports.look import tokens
from exports.look.fonts import FONTS, Font, font
from exports.look.tokens import Look, Palette, ThemeColours
from frameworks.theme import Theme
from ui.painters import text

# Only what Qt draws by itself stands here; our own widgets paint themselves from the tokens.
# (A line's ground is its frame's: under any style sheet Qt would fill it, whatever its palette.)
_STYLE_SHEET = Template(
    """
    QToolTip { background: $ink; color: $paper; border: 0; padding: 6px 8px; }
    QMenu { background: $surface; color: $ink; border: 1px solid $edge; padding: 4px; }
    QMenu::item { padding: 8px 16px; border-radius: 4px; }
    QMenu::item:selected { background: $sunken; }
    QMenu::item:disabled { color: $ink3; }
    QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
    QLineEdit { background: transparent; border: 0; }
    QScrollArea { background: transparent; border: 0; }
    QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
    QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
    QScrollBar::handle { background: $edge; border-radius: 3px; margin: 3px; }
    QScrollBar::handle:vertical { min-height: 32px; }
    QScrollBar::handle:horizontal { min-width: 32px; }
    QScrollBar::handle:hover { background: $ink2; }
    QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
    QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
    """
)


# What the shell of the first screen is written in.
FIRST_FONTS: Final = (
    font(tokens.SANS, tokens.MEDIUM),
    font(tokens.SANS, tokens.SEMIBOLD),
    font(tokens.SANS, tokens.REGULAR),
    font(tokens.DISPLAY, tokens.SEMIBOLD),
)
_MIDDLE: Final = 128  # between black and white
_loaded: set[Font] = set()  # Qt's fonts are the process's too


class Mode(StrEnum):
    """What the facilitator chose: a look, or whatever the system has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class DesktopTheme(QObject):
    """The look in force, handed to every widget; `changed` when light turns dark or back.

    Widgets read their colours when they paint: a change needs no more of them than a repaint,
    which Qt starts itself when the application's palette changes.
    """

    changed = Signal()

    def __init__(
        self,
        mode: Mode = Mode.LIGHT,
        *,
        reduce_motion: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._application: QApplication | None = None
        self.reduce_motion = reduce_motion
        self._look = tokens.look(self._seems_dark())

    @property
    def mode(self) -> Mode:
        """What was chosen, which may be to follow the system."""
        return self._mode

    @property
    def is_dark(self) -> bool:
        """Whether the look in force is the dark one."""
        return self._look is tokens.look(True)

    @property
    def look(self) -> Look:
        """All colours in force."""
        return self._look

    @property
    def colours(self) -> Palette:
        """The neutral colours in force."""
        return self._look.palette

    def of(self, theme: Theme) -> ThemeColours:
        """The colours of one theme."""
        return self._look.themes[theme]

    def milliseconds(self, duration: int) -> int:
        """How long a motion of that length takes here: nothing where motion is reduced."""
        return 0 if self.reduce_motion else duration

    def choose(self, mode: Mode) -> None:
        """Change the look, at once and everywhere."""
        self._mode = mode
        self._refresh()

    def apply(self, application: QApplication) -> None:
        """Dress the whole application, now and at each change of look.

        The fonts of a first screen are loaded; `load_fonts` loads the others. To be settled once
        the first window is painted.
        """
        _load(FIRST_FONTS)
        application.setFont(text.font(tokens.DESKTOP.body))
        application.styleHints().colorSchemeChanged.connect(self._refresh)
        self._application = application
        self._look = tokens.look(self._seems_dark())
        self._dress(application)

    def settle(self) -> None:
        """Ask the system for its look, which was seen by its palette until now."""
        self._refresh()

    def _refresh(self) -> None:
        look = tokens.look(self._is_dark())
        if look is self._look:
            return
        self._look = look
        if self._application is not None:
            self._dress(self._application)
        self.changed.emit()

    def _seems_dark(self) -> bool:
        """As `_is_dark`, before the first window is painted.

        The name of the system's look would make all enums of `Qt` first; its palette is there.
        """
        if self._mode is not Mode.SYSTEM or QApplication.instance() is None:
            return self._mode is Mode.DARK
        return QApplication.palette().color(QPalette.ColorRole.Window).lightness() < _MIDDLE

    def _is_dark(self) -> bool:
        if self._mode is not Mode.SYSTEM:
            return self._mode is Mode.DARK
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return False
        return application.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark

    def _dress(self, application: QApplication) -> None:
        application.setPalette(qt_palette(self.colours))
        application.setStyleSheet(style_sheet(self.colours))


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; a second call does nothing."""
    _load(FONTS)


def _load(fonts: Iterable[Font]) -> None:
    for cut in fonts:
        if cut in _loaded:
            continue
        if QFontDatabase.addApplicationFont(str(cut.path)) == -1:
            raise RuntimeError(f"Qt could not read the font {cut.path}")
        _loaded.add(cut)


def style_sheet(colours: Palette) -> str:
    """The style sheet for what Qt draws itself."""
    return _STYLE_SHEET.substitute(
        ink=colours.ink,
        ink2=colours.ink2,
        ink3=colours.ink3,
        paper=colours.paper,
        surface=colours.surface,
        sunken=colours.sunken,
        hairline=colours.hairline,
        edge=colours.edge,
    )


def qt_palette(colours: Palette) -> QPalette:
    """Qt's palette from ours."""
    role = QPalette.ColorRole
    colour_of = {
        role.Window: colours.paper,
        role.WindowText: colours.ink,
        role.Base: colours.surface,
        role.AlternateBase: colours.sunken,
        role.Text: colours.ink,
        role.PlaceholderText: colours.ink3,
        role.Button: colours.surface,
        role.ButtonText: colours.ink,
        role.BrightText: colours.paper,
        role.Highlight: colours.ink,
        role.HighlightedText: colours.paper,
        role.Accent: colours.ink,
        role.Link: colours.ink,
        role.LinkVisited: colours.ink2,
        role.ToolTipBase: colours.ink,
        role.ToolTipText: colours.paper,
        role.Light: colours.surface,
        role.Midlight: colours.hairline,
        role.Mid: colours.edge,
        role.Dark: colours.edge,
        role.Shadow: colours.ink,
    }
    palette = QPalette()
    for each, colour in colour_of.items():
        palette.setColor(each, QColor(colour))
    for each in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.ink3))
    return palette
