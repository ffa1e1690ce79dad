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
KINDS = (*RESULTS, "ballots")

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
    match kind:
        case "plan":
            # reportlab takes a quarter of a second to import: only when an export starts.
            from exports.pdf import action_plan

            name = safe_name(words.say("Action plan"), "Action plan")
            return action_plan.write(snapshot, words, free_name(folder, f"{name}.pdf"))
        case "ballots":
            from exports.pdf import ballot_sheet

            name = safe_name(words.say("Ballot sheets"), "Ballot sheets")
            return ballot_sheet.write(snapshot, words, free_name(folder, f"{name}.pdf"))
    raise ValueError(kind)
