"""Look and language: what the console and the wall look like, and how dates are written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.console.run.building import column
from ui.console.settings.rows import SettingRow, part
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.segmented import Segmented
from ui.console.window import sizes_shown
from ui.settings import TEXT_SIZES, Settings
from ui.theme import DesktopTheme, Mode
from workshop.words import Words, mark

_SAMPLE = date(2025, 10, 9)
_SCORE = 3.5
_MODES = (Mode.LIGHT, Mode.DARK, Mode.SYSTEM)
_WALL_MODES = (Mode.LIGHT, Mode.DARK)
NEXT_START = mark("Holds from the next start on.")


class LookPart(QWidget):
    """The left column. Everything is kept as it is chosen; `saved` says so.

    What changes the look at once goes through the theme.
    """

    saved = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, settings: Settings) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._settings = settings
        whole = column(self)
        whole.addLayout(self._look())
        whole.addSpacing(32)
        whole.addLayout(self._language())
        whole.addStretch()

    def _look(self) -> QVBoxLayout:
        theme, say, settings = self._theme, self._words.say, self._settings
        self.mode = Segmented(
            theme,
            say("Theme"),
            (say("Light"), say("Dark"), say("As the system")),
            _MODES.index(settings.theme),
        )
        self.mode.chosen.connect(self._choose_mode)
        wall = settings.wall_theme or (Mode.DARK if theme.is_dark else Mode.LIGHT)
        self.wall = Segmented(
            theme,
            say("Theme of the wall"),
            (say("Light"), say("Dark")),
            _WALL_MODES.index(wall),
        )
        self.wall.chosen.connect(self._choose_wall)
        self.text_size = DropDown(
            theme,
            say("Text size of the console"),
            (),
        )
        self.text_size.chosen.connect(self._choose_size)
        self.still = CheckBox(theme, "", checked=theme.reduce_motion)
        self.still.setAccessibleName(say("Reduce motion"))
        self.still.toggled.connect(self._choose_motion)
        whole = part(theme, say("Look"))
        differs = say("The wall can differ from the console.")
        whole.addWidget(SettingRow(theme, say("Theme"), self.mode, differs))
        whole.addWidget(SettingRow(theme, say("Theme of the wall"), self.wall))
        self.size_row = SettingRow(theme, say("Text size of the console"), self.text_size)
        self._offer_sizes()
        whole.addWidget(self.size_row)
        moves = say("Nothing on the wall or the console moves.")
        whole.addWidget(SettingRow(theme, say("Reduce motion"), self.still, moves))
        return whole

    def _language(self) -> QVBoxLayout:
        theme, words, settings = self._theme, self._words, self._settings
        say = words.say
        self._languages = Words.languages()
        self.language = DropDown(
            theme,
            say("Language of the app"),
            [words.name_of(tag) for tag in self._languages],
            _index(self._languages, settings.language),
        )
        self.language.chosen.connect(self._choose_language)
        self._regions = Words.regions(settings.language)
        self.region = DropDown(
            theme,
            say("Dates and numbers"),
            [_sample(settings.language, region) for region in self._regions],
            _index(self._regions, settings.region),
        )
        self.region.chosen.connect(self._choose_region)
        whole = part(theme, say("Language and dates"))
        self.language_row = SettingRow(theme, say("Language of the app"), self.language)
        self.region_row = SettingRow(theme, say("Dates and numbers"), self.region)
        whole.addWidget(self.language_row)
        whole.addWidget(self.region_row)
        return whole

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._offer_sizes()  # only now it is known which screen it is on

    def _offer_sizes(self) -> None:
        """Offer the sizes that this screen shows, and the one that was chosen on another."""
        say, chosen = self._words.say, self._settings.text_percent
        shown = sizes_shown(TEXT_SIZES, self.screen().availableSize() * _drawn_at())
        self._sizes = tuple(n for n in TEXT_SIZES if n in shown or n == chosen)
        texts = [say("{n} %", n=percent) for percent in self._sizes]
        self.text_size.set_texts(texts, self._sizes.index(chosen))
        if shown[-1] < TEXT_SIZES[-1]:
            self.size_row.say(say("This screen shows up to {n} %.", n=shown[-1]))
        else:
            self.size_row.say(say("Up to 150 %."))

    def _choose_mode(self, index: int) -> None:
        self._settings.theme = _MODES[index]
        self._theme.choose(_MODES[index])
        self._show_wall()
        self.saved.emit()

    def _show_wall(self) -> None:
        """Show the wall's own look, or the console's, which it follows until one is chosen."""
        follows = Mode.DARK if self._theme.is_dark else Mode.LIGHT
        self.wall.show_choice(_WALL_MODES.index(self._settings.wall_theme or follows))

    def _choose_wall(self, index: int) -> None:
        self._settings.wall_theme = _WALL_MODES[index]
        self.saved.emit()

    def _choose_size(self, index: int) -> None:
        self._settings.text_percent = self._sizes[index]
        self.size_row.say(self._words.say(NEXT_START))
        self.saved.emit()

    def _choose_motion(self, still: bool) -> None:
        self._settings.reduce_motion = still
        self._theme.reduce_motion = still
        self.saved.emit()

    def _choose_language(self, index: int) -> None:
        tag = self._languages[index]
        self._settings.language = tag
        self._settings.region = ""
        self._regions = Words.regions(tag)
        self.region.set_texts([_sample(tag, region) for region in self._regions])
        self.language_row.say(self._words.say(NEXT_START))
        self.saved.emit()

    def _choose_region(self, index: int) -> None:
        self._settings.region = self._regions[index]
        self.region_row.say(self._words.say(NEXT_START))
        self.saved.emit()


def _drawn_at() -> float:
    """How large the console is drawn since this start; what was chosen since holds from the next.

    Qt takes a number that it cannot read for 1.
    """
    try:
        factor = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    except ValueError:
        return 1.0
    return factor if factor > 0 else 1.0


def _sample(language: str, region: str) -> str:
    """How a date and a score are written there."""
    words = Words(language, region)
    return words.say(
        "{day}, {score}", day=words.day(_SAMPLE, "medium"), score=words.number(_SCORE, 1)
    )


def _index(tags: Sequence[str], wanted: str) -> int:
    """The place of a tag; the first where it is none of these."""
    return tags.index(wanted) if wanted in tags else 0
