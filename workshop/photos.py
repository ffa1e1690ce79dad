"""Photos: pictures dropped on an agenda item; the file is kept first, its row after.

A file is named by its content and lies beside the library, so that an undone removal finds it
again; a file that no row names does no harm and is left alone.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, bindparam, func, select

from workshop import journal
from workshop.backup import sync_folder
from workshop.errors import LibraryError, NotPossibleNow, WorkshopError
from workshop.events import PhotosChanged
from workshop.identity import new_id
from workshop.library import Library, Transaction
from workshop.records import AgendaItemRecord, PhotoRecord, QuestionRecord
from workshop.words import mark

FOLDER_NAME: Final = "photos"
LARGEST_MB: Final = 25
LARGEST: Final = LARGEST_MB * 1024 * 1024
PHOTO_NAME: Final = re.compile(r"[0-9a-f]{64}\.(jpg|png|webp)")

TOO_LARGE = mark("{name} has more than {most} MB. Save it smaller and drop it again.")
HEIC = mark(
    "{name} is a HEIC photo, which cannot be shown here. Save it as JPEG and drop it again; "
    "on an iPhone choose Settings, Camera, Formats, Most Compatible."
)
NO_PHOTO = mark("{name} is no photo. Drop a JPEG, PNG or WebP file.")
DAMAGED = mark("{name} is damaged or too large to be shown. Save it anew and drop it again.")
UNREADABLE = mark("{name} cannot be read ({reason}). Copy it to this computer and drop it again.")
NOT_KEPT = mark(
    "{name} could not be kept in {folder} ({reason}). Free some space there and drop it again."
)
NO_SESSION = mark("There is no agenda item to put a photo on. Start the workshop first.")
GONE = mark("This photo was taken off. Drop it again.")

_HEIC_BRANDS: Final = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")

_OF_ITEM = (
    select(PhotoRecord.__table__)
    .where(PhotoRecord.item_id == bindparam("of_item"))
    .order_by(PhotoRecord.position, PhotoRecord.id)
)
_OF_WORKSHOP = (
    select(PhotoRecord.__table__)
    .join(AgendaItemRecord, AgendaItemRecord.id == PhotoRecord.item_id)
    .where(AgendaItemRecord.workshop_id == bindparam("of_workshop"))
    .order_by(AgendaItemRecord.position, PhotoRecord.position, PhotoRecord.id)
)


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A photo of an agenda item; `path` is its file, which may be missing.

    `number` is its place among the photos of its agenda item, from 1.
    """

    id: str
    item_id: str
    question_id: str | None
    path: Path
    caption: str
    off_report: bool
    number: int = 1


class Photos:
    """The acts that put photos on the agenda items of a workshop, and reading them."""

    def __init__(self, library: Library, workshop_id: str) -> None:
        self._library = library
        self._workshop_id = workshop_id
        self.folder = photo_folder(library.path, workshop_id)

    def of(self, item_id: str) -> tuple[PhotoFacts, ...]:
        """The photos of an agenda item in the order they came."""
        with self._library.reading() as connection:
            rows = connection.execute(_OF_ITEM, {"of_item": item_id}).all()
        return tuple(_photo(row, self.folder, number) for number, row in enumerate(rows, 1))

    def add(
        self,
        item_id: str,
        photo: Path | bytes,
        *,
        name: str = "",
        question_id: str | None = None,
        readable: Callable[[bytes], bool] = bool,
    ) -> str:
        """Keep a photo and put it on an agenda item; answers its id.

        `photo` is a file or its content, `name` what it is called in a sentence; `readable` says
        whether the content can be shown. The same photo again on the same item is the one that
        is there. Raises WorkshopError where it is no
        photo that can be shown, too large or cannot be kept: then nothing has changed.
        """
        name = name or (photo.name if isinstance(photo, Path) else mark("The picture"))
        content = _read(photo, name) if isinstance(photo, Path) else photo
        file_name = _file_name(content, name)
        if not readable(content):
            raise WorkshopError(DAMAGED, name=name)
        self._keep(file_name, content, name)
        with self._library.transaction() as transaction:
            self._check_place(transaction, item_id, question_id)
            of_item = PhotoRecord.item_id == item_id
            known = transaction.scalar(
                select(PhotoRecord.id).where(of_item, PhotoRecord.file_name == file_name)
            )
            if known is not None:
                return known
            last = transaction.scalar(select(func.max(PhotoRecord.position)).where(of_item)) or 0
            row = PhotoRecord(
                id=new_id(),
                item_id=item_id,
                question_id=question_id,
                position=last + 1,
                file_name=file_name,
                added_at=transaction.now(),
            )
            with journal.act(transaction, self._workshop_id, "photo"):
                transaction.add(row)
            transaction.publish(PhotosChanged(self._workshop_id))
            return row.id

    def describe(self, photo_id: str, caption: str) -> None:
        """Write what a photo shows. Raises NotPossibleNow where it was taken off."""
        with self._library.transaction() as transaction:
            row = self._row(transaction, photo_id)
            with journal.act(transaction, self._workshop_id, "photo caption"):
                row.caption = " ".join(caption.split())
            transaction.publish(PhotosChanged(self._workshop_id))

    def mark(self, photo_id: str, *, off_report: bool) -> None:
        """Say whether a photo stays out of the report. Raises NotPossibleNow as `describe`."""
        with self._library.transaction() as transaction:
            row = self._row(transaction, photo_id)
            with journal.act(transaction, self._workshop_id, "mark"):
                row.off_report = off_report
            transaction.publish(PhotosChanged(self._workshop_id))

    def remove(self, photo_id: str) -> None:
        """Take a photo off its agenda item; its file stays, so that this can be undone."""
        with self._library.transaction() as transaction:
            row = self._row(transaction, photo_id)
            with journal.act(transaction, self._workshop_id, "remove photo"):
                transaction.delete(row)
            transaction.publish(PhotosChanged(self._workshop_id))

    def _check_place(self, transaction: Transaction, item_id: str, question_id: str | None) -> None:
        item = transaction.get(AgendaItemRecord, item_id)
        if item is None or item.workshop_id != self._workshop_id:
            raise NotPossibleNow(NO_SESSION)
        if question_id is not None and transaction.get(QuestionRecord, question_id) is None:
            raise LookupError(question_id)

    def _row(self, transaction: Transaction, photo_id: str) -> PhotoRecord:
        row = transaction.get(PhotoRecord, photo_id)
        if row is None:
            raise NotPossibleNow(GONE)
        return row

    def _keep(self, file_name: str, content: bytes, name: str) -> None:
        """Have the file whole in its place, whatever was there under its name before."""
        path = self.folder / file_name
        unfinished = path.with_name(f".{path.stem}.unfinished")
        try:
            if path.is_file() and path.stat().st_size == len(content):
                return
            self.folder.mkdir(parents=True, exist_ok=True)
            try:
                with unfinished.open("wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                unfinished.replace(path)
            except BaseException:
                unfinished.unlink(missing_ok=True)
                raise
            sync_folder(self.folder)
        except OSError as fault:
            raise LibraryError(
                NOT_KEPT, name=name, folder=self.folder, reason=_reason(fault)
            ) from fault


def photo_folder(library: Path, workshop_id: str) -> Path:
    """Where the photos of a workshop of the library at `library` lie."""
    return library.parent / FOLDER_NAME / workshop_id


def read_photos(connection: Connection, workshop_id: str, folder: Path) -> tuple[PhotoFacts, ...]:
    """All photos of a workshop in the agenda's order, given the folder where they lie."""
    rows = connection.execute(_OF_WORKSHOP, {"of_workshop": workshop_id})
    return tuple(
        _photo(row, folder, number)
        for _, of_item in groupby(rows, key=lambda row: row.item_id)
        for number, row in enumerate(of_item, 1)
    )


def _photo(row: Any, folder: Path, number: int) -> PhotoFacts:
    return PhotoFacts(
        id=row.id,
        item_id=row.item_id,
        question_id=row.question_id,
        path=folder / row.file_name,
        caption=row.caption,
        off_report=row.off_report,
        number=number,
    )


def _read(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise WorkshopError(TOO_LARGE, name=name, most=LARGEST_MB)
        return path.read_bytes()
    except IsADirectoryError as fault:
        raise WorkshopError(NO_PHOTO, name=name) from fault
    except OSError as fault:
        raise WorkshopError(UNREADABLE, name=name, reason=_reason(fault)) from fault


def _reason(fault: OSError) -> str:
    return fault.strerror or errno.errorcode.get(fault.errno or 0, type(fault).__name__)


def _file_name(content: bytes, name: str) -> str:
    """The name by which this content is kept. Raises WorkshopError for what is no photo."""
    if len(content) > LARGEST:
        raise WorkshopError(TOO_LARGE, name=name, most=LARGEST_MB)
    if content.startswith(b"\xff\xd8\xff"):
        suffix = "jpg"
    elif content.startswith(b"\x89PNG\r\n\x1a\n"):
        suffix = "png"
    elif content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        suffix = "webp"
    elif content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        raise WorkshopError(HEIC, name=name)
    else:
        raise WorkshopError(NO_PHOTO, name=name)
    return f"{hashlib.sha256(content).hexdigest()}.{suffix}"
