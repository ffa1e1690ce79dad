"""Writing of files: whole or not at all, under names every system takes, nothing overwritten."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from exports.unfinished import UnfinishedFolder, sweep, unfinished_name
from workshop.errors import WorkshopError
from workshop.words import Words, mark

DISK_FULL = mark(
    "The disk is full: “{name}” could not be written to {folder}. "
    "Free some space or choose another folder, then export again."
)
FOLDER_GONE = mark(
    "The folder {folder} cannot be reached. Reconnect the disk or choose another folder, "
    "then export again."
)
NO_FOLDER = mark("{file} is a file, not a folder. Choose another folder, then export again.")
NOT_ALLOWED = mark(
    "“{name}” may not be written to {folder}. Choose a folder that you may write to."
)
OPEN_ELSEWHERE = mark(
    "“{name}” in {folder} is in use by another program. Close it there, then export again."
)
NOT_WRITTEN = mark(
    "“{name}” could not be written to {folder}: {reason}. Choose another folder, then export again."
)
NO_FONT = mark("No font has these letters, so boxes stand for them: {letters}")

# What Windows, the narrowest system, refuses in names; a stick carries files from one to another.
FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LONGEST_NAME: Final = 80  # letters, so that " (2).pdf" and the folders above still fit
LONGEST_BYTES: Final = 200  # file systems count bytes, at most 255


class Cancelled(Exception):
    """The user has cancelled the export; nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that stands whole on the disk, and what it lacks.

    `missing_letters` are those that no font could print, as met; `left_out` says what should be in
    it and is not, a sentence each.
    """

    path: Path
    missing_letters: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def lacking(written: Iterable[Written], words: Words) -> tuple[str, ...]:
    """What files lack, a sentence each; empty where they are all that they should be."""
    files = tuple(written)
    left_out = dict.fromkeys(said for file in files for said in file.left_out)
    letters = dict.fromkeys(letter for file in files for letter in file.missing_letters)
    if not letters:
        return tuple(left_out)
    return (words.say(NO_FONT, letters=" ".join(letters)), *left_out)


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Have `write` fill a file beside `path`, then put it in that place once it is on the disk.

    Whatever fails, `path` keeps what it held. Raises WorkshopError where the disk is full, or the
    folder is gone or not to be written to; what `write` itself raises otherwise passes through.
    """
    beside = path.with_name(unfinished_name())
    with _explained(path):
        try:
            with beside.open("xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
        finally:
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                beside.unlink()
        _sync_folder(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder where none is yet. Raises WorkshopError where that cannot be."""
    with _explained(path):
        path.mkdir()


def free_name(folder: Path, name: str) -> Path:
    """`folder / name`, or with " (2)", " (3)" before the suffix, where that is taken."""
    path = folder / name
    number = 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path


class NewFolder:
    """A folder that is filled beside its place, and stands there whole or not at all.

    Within the `with` block files go into `beside`; after it `path` is the folder, named after
    the title, a second one "name (2)". What fails or is cancelled inside leaves nothing. Raises
    WorkshopError where it cannot be made or put in its place.
    """

    def __init__(self, parent: Path, title: str) -> None:
        self._parent = parent
        self._name = safe_name(title)
        self._unfinished = UnfinishedFolder(parent)
        self.beside = self._unfinished.path
        self.path = parent / self._name

    def __enter__(self) -> NewFolder:
        with _explained(self.path):
            self._parent.mkdir(parents=True, exist_ok=True)
            sweep(self._parent)
            self._unfinished.make()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                with _explained(self.path):
                    self._put_in_place()
            elif isinstance(fault, WorkshopError) and "folder" in fault.values:
                # The user knows nothing of the folder beside, and looks for this one.
                fault.values["folder"] = str(self.path)
        finally:
            self._unfinished.let_go()

    def settled(self, written: Iterable[Written]) -> tuple[Written, ...]:
        """The files where they stand now."""
        return tuple(
            replace(each, path=self.path / each.path.relative_to(self.beside)) for each in written
        )

    def _put_in_place(self) -> None:
        number = 1
        while True:
            # A folder of that name that is empty would be replaced by a rename, so it is asked.
            if not os.path.lexists(self.path):
                self.beside.rename(self.path)
                return _sync_folder(self._parent)
            number += 1
            self.path = self._parent / f"{self._name} ({number})"


def safe_name(title: str, fallback: str = "Flipchart") -> str:
    """`title` as a name that every file system takes, letters of all scripts kept.

    `fallback` stands in for a title of which nothing is left.
    """
    text = unicodedata.normalize("NFC", title)
    text = "".join(" " if each.isspace() else each for each in text)
    text = "".join(each for each in text if unicodedata.category(each)[0] != "C")
    text = " ".join(FORBIDDEN.sub("-", text).split()).strip(". ")
    text = _shortened(text).rstrip(". ") or fallback
    return f"{text}_" if RESERVED.fullmatch(text) else text


def _shortened(text: str) -> str:
    end = min(len(text), LONGEST_NAME)
    while len(text[:end].encode()) > LONGEST_BYTES:
        end -= 1
    while 0 < end < len(text) and unicodedata.combining(text[end]):
        end -= 1  # a letter keeps its marks, or goes with them
    return text[:end]


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the system says about `path` into a sentence that tells how to mend it."""
    try:
        yield
    except OSError as error:
        place = {"name": path.name, "folder": str(path.parent)}
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
                raise WorkshopError(DISK_FULL, **place) from error
            case errno.EEXIST | errno.ENOTDIR if (
                file := _file_in_the_way(path.parent)
            ) is not None:
                raise WorkshopError(NO_FOLDER, file=str(file)) from error
            case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.EIO | errno.ESTALE:
                raise WorkshopError(FOLDER_GONE, **place) from error
            case errno.EACCES | errno.EPERM | errno.EROFS if _is_in_use(error):
                raise WorkshopError(OPEN_ELSEWHERE, **place) from error
            case errno.EACCES | errno.EPERM | errno.EROFS:
                raise WorkshopError(NOT_ALLOWED, **place) from error
        reason = error.strerror or type(error).__name__
        raise WorkshopError(NOT_WRITTEN, **place, reason=reason) from error


def _file_in_the_way(folder: Path) -> Path | None:
    """The file that stands where `folder`, or one above it, should be; None where none does."""
    there = next((each for each in (folder, *folder.parents) if os.path.lexists(each)), None)
    return None if there is None or there.is_dir() else there


def _is_in_use(error: OSError) -> bool:
    """Whether Windows refused because another program holds the file."""
    return getattr(error, "winerror", None) == 32


def _sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows does that alone and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
