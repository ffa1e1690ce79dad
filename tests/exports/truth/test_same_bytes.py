"""A file changes only where its workshop did: written again a day later, every kind is the same.

But for the calendar, which says when it was written, so that a calendar knows the newer one.
"""

from __future__ import annotations

from pathlib import Path

from exports.catalogue import Source, export
from exports.kinds import KINDS, NAMES
from tests.days import HandClock
from tests.exports.truth.made import make
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

WORDS = Words()
A_DAY = 24 * 60 * 60 * 1000
CALENDAR = "".join(NAMES["calendar"])
SEED = 21


def files_of(library: Library, workshop_id: str, folder: Path) -> dict[str, bytes]:
    """Every kind of file of a workshop as it is now, by its name."""
    folder.mkdir()
    snapshot = LiveWorkshop(library, workshop_id, WORDS).snapshot()
    export(Source(snapshot, library.path), WORDS, folder, KINDS)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_kind_of_file_is_the_same_a_day_later(tmp_path: Path) -> None:
    clock = HandClock()
    with Library.open(tmp_path / "flipchart.sqlite", clock=clock) as library:
        workshop_id = make(library, SEED).id
        first = files_of(library, workshop_id, tmp_path / "first")
        clock.moment += A_DAY
        later = files_of(library, workshop_id, tmp_path / "later")
    kinds = {path.suffix for path in map(Path, first)}
    assert kinds == {".pdf", ".png", ".svg", ".xlsx", ".csv", ".ics", ".flipchart", ".txt"}
    assert first.pop(CALENDAR) != later.pop(CALENDAR)
    assert first == later
