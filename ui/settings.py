"""Settings: what this machine remembers between two starts, in an ini file of the library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import Mode

if TYPE_CHECKING:
    from workshop.step_lengths import StepLengths

FILE_NAME = "settings.ini"
SCREENS_KEPT = 12
TEXT_SIZES = (100, 110, 120, 130, 140, 150)
"""Per cent of the console's size that can be chosen."""
DISCUSS_LENGTHS = (60, 90, 120, 180, 240, 300, 420, 600)
VOTE_LENGTHS = (30, 45, 60, 90, 120, 180, 300)
"""Seconds that can be chosen."""
DELETED_DAYS = (7, 14, 30, 60, 90)


class ScreenKey(NamedTuple):
    """By what a screen is known again: its name and its size in logical pixels."""

    name: str
    width: int
    height: int


class Settings:
    """The look, language, times and folders chosen, and the screens and windows remembered.

    `folder` is the library's folder. A value that cannot be read counts as never set, so that a
    file edited by hand cannot keep the app from starting.
    """

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

    def move_to(self, folder: Path) -> None:
        """From now on read and keep in the library's new folder, as it is there already or is now.

        What is here stays here.
        """
        store = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)
        if not store.allKeys():
            for key in self._store.allKeys():
                store.setValue(key, self._store.value(key))
            store.sync()
        self._store = store

    @property
    def theme(self) -> Mode:
        """The look chosen; the desktop's own until one is."""
        value = str(self._store.value("look/theme", Mode.SYSTEM))
        return Mode(value) if value in set(Mode) else Mode.SYSTEM

    @theme.setter
    def theme(self, choice: Mode) -> None:
        self._write("look/theme", choice.value)

    @property
    def reduce_motion(self) -> bool:
        """Whether nothing on the wall or the console moves."""
        return str(self._store.value("look/reduce_motion", "false")) == "true"

    @reduce_motion.setter
    def reduce_motion(self, still: bool) -> None:
        self._write("look/reduce_motion", "true" if still else "false")

    @property
    def wall_theme(self) -> Mode | None:
        """The look of the wall, light or dark; None where it is the console's."""
        value = str(self._store.value("look/wall", ""))
        return Mode(value) if value in (Mode.LIGHT, Mode.DARK) else None

    @wall_theme.setter
    def wall_theme(self, choice: Mode) -> None:
        self._write("look/wall", choice.value)

    @property
    def text_percent(self) -> int:
        """How large the console is drawn, in per cent; it holds from the next start on."""
        return self._number("look/text_percent", TEXT_SIZES, 100)

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._write("look/text_percent", percent)

    @property
    def language(self) -> str:
        """The language of the app, as a BCP 47 tag; it holds from the next start on."""
        return str(self._store.value("words/language", "")) or "en"

    @language.setter
    def language(self, tag: str) -> None:
        self._write("words/language", tag)

    @property
    def region(self) -> str:
        """Whose dates and numbers are written, as a BCP 47 tag; empty: the language's own."""
        return str(self._store.value("words/region", ""))

    @region.setter
    def region(self, tag: str) -> None:
        self._write("words/region", tag)

    @property
    def lengths(self) -> StepLengths:
        """How long discussing and voting are planned to take."""
        from workshop.step_lengths import DISCUSS_S, VOTE_S, StepLengths

        return StepLengths(
            discuss_s=self._number("room/discuss_s", DISCUSS_LENGTHS, DISCUSS_S),
            vote_s=self._number("room/vote_s", VOTE_LENGTHS, VOTE_S),
        )

    @lengths.setter
    def lengths(self, lengths: StepLengths) -> None:
        self._write("room/discuss_s", lengths.discuss_s)
        self._write("room/vote_s", lengths.vote_s)

    @property
    def sound(self) -> bool:
        """Whether a sound tells that time is up."""
        return str(self._store.value("room/sound", "false")) == "true"

    @sound.setter
    def sound(self, on: bool) -> None:
        self._write("room/sound", "true" if on else "false")

    @property
    def deleted_days(self) -> int:
        """Days for which a deleted workshop can be brought back."""
        return self._number("safety/deleted_days", DELETED_DAYS, 30)

    @deleted_days.setter
    def deleted_days(self, days: int) -> None:
        self._write("safety/deleted_days", days)

    @property
    def wall_screens(self) -> tuple[ScreenKey, ...]:
        """The screens that carried the wall, the last one first."""
        keys: list[ScreenKey] = []
        for i in range(self._store.beginReadArray("wall/screens")):
            self._store.setArrayIndex(i)
            name = str(self._store.value("name", ""))
            size = [str(self._store.value(side, "")) for side in ("width", "height")]
            if all(side.isdecimal() for side in size):
                keys.append(ScreenKey(name, int(size[0]), int(size[1])))
        self._store.endArray()
        return tuple(keys)

    def remember_wall_screen(self, key: ScreenKey) -> None:
        """Put `key` first among the screens that carried the wall."""
        others = (known for known in self.wall_screens if known != key)
        keys = (key, *others)[:SCREENS_KEPT]
        self._store.remove("wall/screens")
        self._store.beginWriteArray("wall/screens", len(keys))
        for i, known in enumerate(keys):
            self._store.setArrayIndex(i)
            self._store.setValue("name", known.name)
            self._store.setValue("width", known.width)
            self._store.setValue("height", known.height)
        self._store.endArray()
        self._store.sync()

    @property
    def export_folder(self) -> Path | None:
        """The folder that was last exported to; None if never, or where it is gone."""
        value = str(self._store.value("exports/folder", ""))
        return Path(value) if value and Path(value).is_dir() else None

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._write("exports/folder", str(folder))

    @property
    def copies_folder(self) -> Path | None:
        """Where second copies go, whether it can be reached now or not; None where nowhere."""
        value = str(self._store.value("copies/folder", ""))
        return Path(value) if value else None

    @copies_folder.setter
    def copies_folder(self, folder: Path | None) -> None:
        self._write("copies/folder", str(folder or ""))

    def geometry(self, window: str) -> QByteArray | None:
        """What `QWidget.saveGeometry` gave for the window of that name; None if never saved."""
        value = self._store.value(f"windows/{window}")
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def remember_geometry(self, window: str, geometry: QByteArray) -> None:
        """Keep a window's geometry for the next start."""
        self._write(f"windows/{window}", geometry)

    def _number(self, key: str, choices: Sequence[int], default: int) -> int:
        """One of the `choices`; anything else that stands in the file counts as never set."""
        value = str(self._store.value(key, ""))
        return int(value) if value in map(str, choices) else default

    def _write(self, key: str, value: object) -> None:
        self._store.setValue(key, value)
        self._store.sync()
