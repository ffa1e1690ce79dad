"""Settings: what this machine remembers between two starts, in an ini file of the library."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings

from ui.theme import Mode

FILE_NAME = "settings.ini"
SCREENS_KEPT = 12


class ScreenKey(NamedTuple):
    """By what a screen is known again: its name and its size in logical pixels."""

    name: str
    width: int
    height: int


class Settings:
    """The remembered screens, the theme, reduced motion, the windows' geometry, the folders.

    `folder` is the library's folder. A value that cannot be read counts as never set, so that a
    file edited by hand cannot keep the app from starting.
    """

    def __init__(self, folder: Path) -> None:
        self._store = QSettings(str(folder / FILE_NAME), QSettings.Format.IniFormat)

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

    def _write(self, key: str, value: object) -> None:
        self._store.setValue(key, value)
        self._store.sync()
