"""The collection: the packs that come with Flipchart, and the facilitator's own in one folder."""

from __future__ import annotations

import contextlib
import os
import tempfile
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from frameworks.conflicts import (
    NO_SUCH_PACK,
    NO_WRITING,
    SHIPPED_STAYS,
    TAKEN_ID,
    WRITTEN_TO,
    CollectionError,
    Conflict,
    PackConflict,
    compare_versions,
)
from frameworks.faults import Fault, FrameworkError
from frameworks.model import Framework, Session, Source
from frameworks.reader import MOST_BYTES, TOO_BIG, UNREADABLE, read
from frameworks.shipped import shipped
from frameworks.theme import Theme

SUFFIX = ".toml"
OWN_FOLDER = "frameworks"
"""Where the facilitator's own packs lie, beside the library."""
_HALF = ".part"  # what a copy is called until it is whole
# A file of this name opens a device on Windows, whatever its ending.
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)))
)


@dataclass(frozen=True, slots=True)
class SessionOutline:
    """A session of a pack without its texts; `questions` are (id, short name) in their order.

    `second` marks a further session of the same theme.
    """

    id: str
    title: str
    theme: Theme
    second: bool
    minutes: int
    questions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack of the collection, read; `own` where it is the facilitator's, not Flipchart's.

    A pack that cannot be used has its `refusal`, is called by its file's name and has no more.
    """

    id: str
    title: str
    version: str
    path: Path
    own: bool
    sessions: tuple[SessionOutline, ...] = ()
    sources: tuple[Source, ...] = ()
    refusal: FrameworkError | None = None

    @property
    def questions(self) -> int:
        """Questions of all sessions."""
        return sum(len(session.questions) for session in self.sessions)

    @property
    def minutes(self) -> int:
        """Minutes of all sessions."""
        return sum(session.minutes for session in self.sessions)


@dataclass(frozen=True, slots=True)
class Added:
    """A pack that is in the collection now; `replaced` is the version it took the place of."""

    entry: Entry
    replaced: str | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a file said when it looked like `stamp`."""

    stamp: tuple[int, int, int]
    framework: Framework | None
    refusal: FrameworkError | None


class Collection:
    """All packs that a workshop may start from. May be used from several threads.

    A pack of the facilitator's own is one file of `own_folder`, which need not be there. Reading
    takes up to a second: have it done beside the window. What was read is kept until a file
    changes.
    """

    def __init__(self, own_folder: Path) -> None:
        self.own_folder = own_folder
        self._lock = threading.Lock()
        self._read: dict[Path, _Reading] = {}

    def entries(self) -> tuple[Entry, ...]:
        """Every pack, those of Flipchart first, then the own ones by title; no fault is raised.

        A file that is no pack, or has an id that another has, stands last with its refusal.
        """
        with self._lock:
            return self._entries()

    def read(self, pack_id: str) -> Framework:
        """The framework of a pack.

        Raises FrameworkError with every fault of its file, CollectionError where none has the id.
        """
        with self._lock:
            entry = self._find(pack_id)
            framework = self._framework(entry.path)
            if entry.refusal is not None:
                raise entry.refusal
            return framework

    def add(self, path: Path) -> Added:
        """Take a pack in: a copy of the file, whole or not at all.

        Raises FrameworkError with every fault of the file, PackConflict where a pack with its id
        is here already, CollectionError where the folder refuses.
        """
        with self._lock:
            framework = read(path)
            there = self._with_id(framework.id)
            if there is not None:
                raise self._conflict(framework, there)
            return Added(self._keep(path, framework, self._free_path(framework.id)))

    def replace(self, path: Path) -> Added:
        """Take a pack in, in place of the own one with its id where there is one.

        Workshops keep their copy of what they started from. Raises as `add` does, PackConflict
        only where the id is that of a pack of Flipchart's.
        """
        with self._lock:
            framework = read(path)
            there = self._with_id(framework.id)
            if there is None:
                return Added(self._keep(path, framework, self._free_path(framework.id)))
            if not there.own:
                raise self._conflict(framework, there)
            return Added(self._keep(path, framework, there.path), there.version)

    def remove(self, pack_id: str) -> None:
        """Delete an own pack; workshops keep their copy of it.

        Raises CollectionError for one of Flipchart's, for an unknown id, or where the folder
        refuses.
        """
        with self._lock:
            entry = self._find(pack_id)
            if not entry.own:
                raise CollectionError(SHIPPED_STAYS, title=entry.title)
            with _writing(self.own_folder):
                entry.path.unlink(missing_ok=True)

    # --- Reading ----------------------------------------------------------------------------

    def _entries(self) -> tuple[Entry, ...]:
        first = [self._entry(path, own=False) for path in shipped()]
        taken = {entry.id: entry for entry in first}
        own: list[Entry] = []
        for path in self._own_files():
            entry = self._entry(path, own=True)
            holder = taken.setdefault(entry.id, entry)
            own.append(entry if holder is entry else _refused_for(entry, holder))
        own.sort(key=lambda entry: (entry.refusal is not None, entry.title.casefold(), entry.id))
        return (*first, *own)

    def _own_files(self) -> list[Path]:
        """The files that may be packs, the name that the app gave before any other."""
        with contextlib.suppress(OSError):  # a folder that is not there has no packs
            found = [
                path
                for path in self.own_folder.iterdir()
                if path.suffix.casefold() == SUFFIX and not path.name.startswith(".")
            ]
            return sorted(found, key=lambda path: (path.name.casefold(), path.name))
        return []

    def _entry(self, path: Path, *, own: bool) -> Entry:
        try:
            framework = self._framework(path)
        except FrameworkError as refusal:
            # No id has a dot, so that the name of a file is never that of another pack.
            return Entry(path.name, path.name, "", path, own, refusal=refusal)
        return Entry(
            id=framework.id,
            title=framework.title,
            version=framework.version,
            path=path,
            own=own,
            sessions=_outlines(framework.sessions),
            sources=framework.sources,
        )

    def _framework(self, path: Path) -> Framework:
        """What the file says, read anew where it has changed. Raises FrameworkError."""
        stamp = _stamp(path)
        known = self._read.get(path)
        if known is None or stamp is None or known.stamp != stamp:
            self._read.pop(path, None)
            try:
                framework, refusal = read(path), None
            except FrameworkError as fault:
                framework, refusal = None, fault
            known = _Reading(stamp or (0, 0, 0), framework, refusal)
            if stamp is not None:
                self._read[path] = known
        if known.framework is None:
            assert known.refusal is not None, "a pack is read or refused"
            raise known.refusal
        return known.framework

    def _find(self, pack_id: str) -> Entry:
        for entry in self._entries():
            if entry.id == pack_id:
                return entry
        raise CollectionError(NO_SUCH_PACK, id=pack_id)

    def _with_id(self, pack_id: str) -> Entry | None:
        return next((each for each in self._entries() if each.id == pack_id), None)

    # --- Writing ----------------------------------------------------------------------------

    def _conflict(self, came: Framework, there: Entry) -> PackConflict:
        same = came == self._framework(there.path)
        if not there.own:
            kind = Conflict.SHIPPED_SAME if same else Conflict.SHIPPED
        else:
            kind = compare_versions(came.version, there.version)
            if kind is Conflict.CHANGED and same:
                kind = Conflict.SAME
        return PackConflict(kind, came.id, there.title, there.version, came.version)

    def _free_path(self, pack_id: str) -> Path:
        """A file name that no file has, also where large and small letters are the same."""
        used = {path.name.casefold() for path in self._own_files()}
        stem = f"{pack_id}-pack" if pack_id in _DEVICES else pack_id
        name, n = f"{stem}{SUFFIX}", 2
        while name.casefold() in used:
            name, n = f"{stem}-{n}{SUFFIX}", n + 1
        return self.own_folder / name

    def _keep(self, path: Path, framework: Framework, target: Path) -> Entry:
        """Put a copy in its place in one step, once it is whole on the disk and says the same."""
        try:
            with path.open("rb") as file:
                content = file.read(MOST_BYTES + 1)
        except OSError as error:
            reason = error.strerror or str(error)
            raise FrameworkError(
                path.name, [Fault(None, "", UNREADABLE, {"reason": reason})]
            ) from error
        if len(content) > MOST_BYTES:
            raise FrameworkError(path.name, [Fault(None, "", TOO_BIG)])
        with _writing(self.own_folder):
            self.own_folder.mkdir(parents=True, exist_ok=True)
            self._clear_halves()
            handle, name = tempfile.mkstemp(_HALF, ".", self.own_folder)
            half = Path(name)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                if read(half) != framework:
                    raise FrameworkError(path.name, [Fault(None, "", WRITTEN_TO)])
                half.replace(target)
            except FrameworkError as fault:
                raise FrameworkError(path.name, fault.faults) from fault
            finally:
                half.unlink(missing_ok=True)
        return self._entry(target, own=True)

    def _clear_halves(self) -> None:
        """Take away what a copy that was cut off has left."""
        for left in self.own_folder.glob(f".*{_HALF}"):
            left.unlink(missing_ok=True)


def collection_beside(library: Path) -> Collection:
    """Flipchart's packs, and the facilitator's own, which lie beside this library file."""
    return Collection(library.parent / OWN_FOLDER)


@contextlib.contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Let the disk's refusal be said in words."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CollectionError(NO_WRITING, folder=folder, reason=reason) from error


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _outlines(sessions: Sequence[Session]) -> tuple[SessionOutline, ...]:
    seen: set[Theme] = set()
    outlines = []
    for session in sessions:
        asked = [question for activity in session.activities for question in activity.questions]
        outlines.append(
            SessionOutline(
                id=session.id,
                title=session.title,
                theme=session.theme,
                second=session.theme in seen,
                minutes=session.minutes,
                questions=tuple((question.id, question.short) for question in asked),
            )
        )
        seen.add(session.theme)
    return tuple(outlines)


def _refused_for(entry: Entry, holder: Entry) -> Entry:
    """`entry` as a file that cannot be used, because `holder` has its id."""
    if entry.refusal is not None:
        return entry
    fault = Fault(None, "id", TAKEN_ID, {"id": entry.id, "title": holder.title})
    refusal = FrameworkError(entry.path.name, [fault])
    return Entry(entry.path.name, entry.path.name, entry.version, entry.path, entry.own,
                 refusal=refusal)  # fmt: skip
