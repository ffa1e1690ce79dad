"""Catalogue of exports: the files this version can make, each imported when it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from exports.writing import Written, free_name, safe_name
from workshop.errors import WorkshopError
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

RESULTS = ("plan",)
"""What a day leaves behind; the other kinds are paper for the day itself, written when named."""
PRINT_PACK = ("agenda", "run-sheet", "ballots", "table-cards", "invitation")
"""What a facilitator takes along, made before the day."""
KINDS = (*RESULTS, *PRINT_PACK)

_NAMES = {
    "plan": (mark("Action plan"), ".pdf"),
    "agenda": (mark("Agenda"), ".pdf"),
    "run-sheet": (mark("Run sheet, for the facilitator"), ".pdf"),
    "ballots": (mark("Ballot sheets"), ".pdf"),
    "table-cards": (mark("Table cards"), ".pdf"),
    "invitation": (mark("Invitation"), ".txt"),
}

UNKNOWN_KIND = mark("“{kind}” cannot be exported. What can be: {kinds}.")

Progress = Callable[[int, int, str], None]


def export(
    snapshot: Snapshot,
    words: Words,
    folder: Path,
    only: Collection[str] | None = None,
    progress: Progress | None = None,
) -> tuple[Written, ...]:
    """Write the files named in `only` (RESULTS without it) into `folder`, which exists.

    `progress(done, of, kind)` is called before each file with its kind, and once at the end with
    an empty one. Nothing is overwritten. Raises WorkshopError for a kind that is not in KINDS,
    before anything is written, and where a file cannot be written.
    """
    kinds = _wanted(only)
    written = []
    for done, kind in enumerate(kinds):
        if progress is not None:
            progress(done, len(kinds), kind)
        written.append(_write(kind, snapshot, words, folder))
    if progress is not None:
        progress(len(kinds), len(kinds), "")
    return tuple(written)


def _wanted(only: Collection[str] | None) -> tuple[str, ...]:
    if only is None:
        return RESULTS
    for kind in only:
        if kind not in KINDS:
            raise WorkshopError(UNKNOWN_KIND, kind=kind, kinds=", ".join(KINDS))
    return tuple(kind for kind in KINDS if kind in only)


def _write(kind: str, snapshot: Snapshot, words: Words, folder: Path) -> Written:
    # reportlab takes a quarter of a second to import: only when an export starts.
    write: Callable[[Snapshot, Words, Path], Written]
    match kind:
        case "plan":
            from exports.pdf.action_plan import write
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
    name, suffix = _NAMES[kind]
    return write(snapshot, words, free_name(folder, safe_name(words.say(name), name) + suffix))
