"""Portable: one workshop with its photos in a single file that goes to another computer.

The file is a zip: first its own kind, then a library that holds this workshop alone, its photos
under the names that are their content's, and a text for whoever looks inside. It never has the
votes of a secret ballot that is open, nor who voted in one.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from workshop.connections import connect_to_read
from workshop.copies import one_workshop
from workshop.errors import LibraryError
from workshop.faults import sentences
from workshop.photos import FOLDER_NAME, LARGEST, PHOTO_NAME, photo_folder
from workshop.words import Words, mark

SUFFIX: Final = ".flipchart"
KIND_NAME: Final = "mimetype"
KIND: Final = b"application/x-flipchart-workshop"
LIBRARY_NAME: Final = "workshop.sqlite"
TEXT_NAME: Final = "Read me.txt"
READ_ME = mark(
    "This is a workshop of Flipchart. To open it, start Flipchart, choose “Open a workshop file…” "
    "in the list of workshops, and choose this file."
)

NOT_ONE = mark(
    "{path} is no workshop file. Choose one that Flipchart exported; its name ends in .flipchart."
)
DAMAGED = mark(
    "The workshop file {path} is damaged. Copy it anew from where it came from, or export it again "
    "there, and open that."
)
TOO_LARGE = mark(
    "The workshop file {path} would take more than {most} MB, which no workshop does. Choose "
    "another file."
)
UNREADABLE = mark(
    "The workshop file {path} cannot be read ({reason}). Copy it to this computer and open that."
)

VOTES_STAY = mark(
    "The secret vote on “{question}” is open, and its votes stay in this library: the workshop "
    "file goes without them."
)

LARGEST_MB: Final = 2048
"""What a file may unpack to, in MB: some hundred photos, and more votes than a day has minutes."""
_MOST_MEMBERS: Final = 5000
_MB: Final = 1024 * 1024
_PIECE: Final = 256 * 1024
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
_ENCRYPTED: Final = 1
_HEAD: Final = 30
"""The bytes that a zip has before the name of its first member."""
_FOLDER: Final = f"{FOLDER_NAME}/"
_UNSEALED: Final = (
    "SELECT question.short FROM question"
    " JOIN activity ON activity.id = question.activity_id"
    " JOIN agenda_item AS item ON item.id = activity.item_id"
    " WHERE item.workshop_id = ? AND EXISTS (SELECT 1 FROM round"
    " WHERE round.question_id = question.id AND round.secret"
    " AND (EXISTS (SELECT 1 FROM sealed WHERE sealed.round_id = round.id)"
    " OR EXISTS (SELECT 1 FROM tally WHERE tally.round_id = round.id)))"
    " ORDER BY item.position, activity.position, question.position"
)


def pack(library: Path, workshop_id: str, words: Words, file: BinaryIO) -> None:
    """Write a workshop of the library at `library`, with its photos, into `file`.

    A photo whose file is no longer what its name says is left out, as a missing one is. The same
    library gives the same bytes; writers go on meanwhile. Raises LookupError where there
    is no such workshop, LibraryError where the library cannot be read, OSError.
    """
    content = one_workshop(library, workshop_id, beside_others=True)
    folder = photo_folder(library, workshop_id)
    with ZipFile(file, "w") as container:
        _put(container, KIND_NAME, KIND, ZIP_STORED)
        _put(container, LIBRARY_NAME, content, ZIP_DEFLATED)
        for photo in sorted(folder.iterdir()) if folder.is_dir() else ():
            # Those it names, be it only in an act that can be undone; others were taken off.
            if PHOTO_NAME.fullmatch(photo.name) and photo.name.encode() in content:
                picture = photo.read_bytes() if photo.is_file() else b""
                # One that was spoilt would make all the rest count as damaged where it is opened.
                if hashlib.sha256(picture).hexdigest() == photo.stem:
                    _put(container, _FOLDER + photo.name, picture, ZIP_STORED)
        _put(container, TEXT_NAME, words.say(READ_ME).encode("utf-8"), ZIP_STORED)


def votes_that_stay(library: Path, workshop_id: str) -> tuple[str, ...]:
    """The questions whose secret votes no file takes along, since they are not sealed yet.

    Raises LibraryError where the library at `library` cannot be read.
    """
    with sentences(library), closing(connect_to_read(library, beside_others=True)) as reading:
        return tuple(short for (short,) in reading.execute(_UNSEALED, (workshop_id,)))


def unpack(path: Path, folder: Path) -> Path:
    """Unpack the workshop file at `path` into `folder`, which is empty; answers the library in it.

    The photos lie beside it, in a folder that the library does not look for them in. Nothing else
    is written, whatever names are in the file. Raises LibraryError for a file that is none, is
    damaged or too large, or cannot be read; OSError where `folder` cannot be written.
    """
    with _explained(path), ZipFile(path) as container:
        members = container.infolist()
        _check(path, members, container)
        library = folder / LIBRARY_NAME
        (folder / FOLDER_NAME).mkdir()
        for member in members:
            if member.filename == LIBRARY_NAME or member.filename.startswith(_FOLDER):
                digest = _write_out(container, member, folder / member.filename)
                if member.filename != LIBRARY_NAME and not member.filename.startswith(
                    _FOLDER + digest
                ):
                    raise LibraryError(DAMAGED, path=path)
    return library


def _put(container: ZipFile, name: str, content: bytes, compression: int) -> None:
    member = ZipInfo(name, _MOMENT)
    member.compress_type = compression
    member.create_system = 3  # the same on every system
    member.external_attr = 0o600 << 16
    container.writestr(member, content)


def _check(path: Path, members: list[ZipInfo], container: ZipFile) -> None:
    """Look at all that is said of the members, before anything is unpacked."""
    names = [member.filename for member in members]
    known = {KIND_NAME, LIBRARY_NAME, TEXT_NAME}
    strange = [
        name
        for name in names
        if name not in known
        and not (name.startswith(_FOLDER) and PHOTO_NAME.fullmatch(name.removeprefix(_FOLDER)))
    ]
    if strange or len(set(names)) < len(names) or not {KIND_NAME, LIBRARY_NAME} <= set(names):
        raise LibraryError(NOT_ONE, path=path)
    for member in members:
        packed = member.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        if not packed or member.flag_bits & _ENCRYPTED:
            raise LibraryError(NOT_ONE, path=path)
    whole = sum(member.file_size for member in members)
    photo = max(
        (each.file_size for each in members if each.filename.startswith(_FOLDER)), default=0
    )
    if whole > LARGEST_MB * _MB or photo > LARGEST or len(members) > _MOST_MEMBERS:
        raise LibraryError(TOO_LARGE, path=path, most=LARGEST_MB)
    kind = container.getinfo(KIND_NAME)
    if kind.file_size != len(KIND) or container.read(kind) != KIND:
        raise LibraryError(NOT_ONE, path=path)


def _write_out(container: ZipFile, member: ZipInfo, target: Path) -> str:
    """Write a member out piece by piece; answers the SHA-256 of its content."""
    digest = hashlib.sha256()
    with container.open(member) as packed, target.open("xb") as file:
        while piece := packed.read(_PIECE):  # never more than the member's own size says
            digest.update(piece)
            file.write(piece)
    return digest.hexdigest()


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Say what is wrong with a file that is no zip, or one that is broken."""
    try:
        with path.open("rb"):
            pass
    except OSError as fault:
        reason = fault.strerror or type(fault).__name__
        raise LibraryError(UNREADABLE, path=path, reason=reason) from fault
    try:
        yield
    except BadZipFile as fault:
        raise LibraryError(DAMAGED if _begins_as_one(path) else NOT_ONE, path=path) from fault
    except (EOFError, NotImplementedError, ValueError, zlib.error) as fault:
        raise LibraryError(DAMAGED, path=path) from fault


def _begins_as_one(path: Path) -> bool:
    """Whether a file that cannot be read begins as `pack` begins one, which half of one does."""
    beginning = KIND_NAME.encode() + KIND
    with path.open("rb") as file:
        return beginning in file.read(_HEAD + len(beginning))
