"""Catalogue of exports: the files this version can make, each imported when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from exports.kinds import KINDS, NAMES, RESULTS
from exports.writing import Cancelled, Written, free_name, make_folder, safe_name
from workshop.errors import WorkshopError
from workshop.reportable import reportable
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

UNKNOWN_KIND = mark("“{kind}” cannot be exported. What can be: {kinds}.")

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Source:
    """What is exported: a workshop, read once, and the library file that it lies in."""

    snapshot: Snapshot
    library: Path


def export(
    source: Source,
    words: Words,
    folder: Path,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Written, ...]:
    """Write the files named in `only` (RESULTS without it) into `folder`, which exists.

    `progress(done, of, kind)` is called as files come into being, with the kind in work, and once
    at the end with an empty one; `cancelled` is asked as often. Nothing is overwritten. Raises
    WorkshopError for a kind that is not in KINDS, before anything is written, and where a file
    cannot be written; Cancelled where the user cancels. What was written until then stays.
    """
    kinds = _wanted(only)
    steps = _Steps(len(kinds), progress, cancelled)
    read = Source(reportable(source.snapshot), source.library)
    written: list[Written] = []
    for kind in kinds:
        steps.begin(kind)
        written += _write(kind, read, words, folder, steps.tick)
    steps.end()
    return tuple(written)


class _Steps:
    """Tells how far an export is, and lets it be cancelled between two files.

    Each kind counts as much as every other: how many files one has is not known before.
    """

    def __init__(
        self, of: int, progress: Progress | None, cancelled: Callable[[], bool] | None
    ) -> None:
        self._done, self._of = -1, of
        self._kind = ""
        self._progress = progress
        self._cancelled = cancelled

    def begin(self, kind: str) -> None:
        self._done += 1
        self._kind = kind
        self.tick()

    def end(self) -> None:
        self.begin("")

    def tick(self) -> None:
        if self._cancelled is not None and self._cancelled():
            raise Cancelled
        if self._progress is not None:
            self._progress(self._done, self._of, self._kind)


def _wanted(only: Collection[str] | None) -> tuple[str, ...]:
    if only is None:
        return RESULTS
    for kind in only:
        if kind not in KINDS:
            raise WorkshopError(UNKNOWN_KIND, kind=kind, kinds=", ".join(KINDS))
    return tuple(kind for kind in KINDS if kind in only)


def _write(
    kind: str, source: Source, words: Words, folder: Path, tick: Callable[[], None]
) -> tuple[Written, ...]:
    name, suffix = NAMES[kind]
    path = free_name(folder, safe_name(words.say(name), name) + suffix)
    if kind == "workshop":
        from exports import portable

        return (portable.write(source.library, source.snapshot.workshop.id, words, path),)
    if suffix:
        return (_file_writer(kind)(source.snapshot, words, path),)
    make_folder(path)
    written = _folder_writer(kind)(source.snapshot, words, path, tick)
    if not written:
        path.rmdir()
    return written


def _folder_writer(
    kind: str,
) -> Callable[[Snapshot, Words, Path, Callable[[], None]], tuple[Written, ...]]:
    match kind:
        case "charts":
            from exports.charts.folder import write
        case "csv":
            from exports.csv_tables import write
        case other:
            raise ValueError(other)
    return write


def _file_writer(kind: str) -> Callable[[Snapshot, Words, Path], Written]:
    # reportlab takes a quarter of a second to import, matplotlib a whole one: only when wanted.
    write: Callable[[Snapshot, Words, Path], Written]
    match kind:
        case "plan":
            from exports.pdf.action_plan import write
        case "report":
            from exports.pdf.report import write
        case "xlsx":
            from exports.spreadsheet import write
        case "calendar":
            from exports.calendar import write
        case "agenda":
            from exports.pdf.agenda_sheet import write
        case "run-sheet":
            from exports.pdf.run_sheet import write
        case "ballots":
            from exports.pdf.ballot_sheet import write
        case "table-cards":
            from exports.pdf.table_cards import write
        case "invitation":
            from exports.invitation import write
        case other:
            raise ValueError(other)
    return write
