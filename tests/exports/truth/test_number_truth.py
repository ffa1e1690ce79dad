"""Every number in every file is what the library says, in workshops as different as chance has it.

200 of them, in batches that share a library; `--thorough` makes 2,000.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.days import HandClock
from tests.exports.truth.known import know
from tests.exports.truth.led_votes import LedVotes
from tests.exports.truth.made import make
from tests.exports.truth.pages import check_pages
from tests.exports.truth.written import check, check_portable, write
from workshop.library import Library

BATCHES, EACH = 25, 8
ALL_FORMATS_EVERY = 20
OTHER_READER_EVERY = 8
PAGES_EVERY = 5
PORTABLE_OF = {0, 1}, 4
"""Which of how many are opened elsewhere: as many of those that were led as of the others."""


def seeds(batch: int, *, thorough: bool) -> list[int]:
    """The seeds of a batch; no two batches share one."""
    rounds = 10 if thorough else 1
    return [
        number * BATCHES * EACH + batch * EACH + place
        for number in range(rounds)
        for place in range(EACH)
    ]


@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_number_in_every_file_is_the_librarys(
    batch: int, tmp_path: Path, thorough: bool
) -> None:
    earlier: list[str] = []
    with (
        Library.open(tmp_path / "here" / "flipchart.sqlite", clock=HandClock()) as library,
        Library.open(tmp_path / "elsewhere" / "flipchart.sqlite") as elsewhere,
    ):
        for seed in seeds(batch, thorough=thorough):
            made = make(library, seed, earlier)
            folder = tmp_path / str(seed)
            write(library, made.id, folder, every_format=seed % ALL_FORMATS_EVERY == 3)
            try:
                if made.votes is not None:
                    check_votes(library, made.id, made.votes)
                    earlier += can_be_repeated(library, made.id)
                check(library, made.id, folder, quick=seed % OTHER_READER_EVERY != 5)
                if seed % PORTABLE_OF[1] in PORTABLE_OF[0]:
                    check_portable(library, made.id, folder, elsewhere)
                if seed % PAGES_EVERY == 0:
                    check_pages(folder / "Report.pdf")
                    check_pages(folder / "Action plan.pdf")
            except AssertionError as fault:
                fault.add_note(f"the workshop of seed {seed}")
                raise


def check_votes(library: Library, workshop_id: str, votes: LedVotes) -> None:
    """The library counts what was acknowledged, no more and no less."""
    for _, question in know(library.path, workshop_id).asked:
        for each in question.rounds:
            counts = {0: each.whole.dont_know, **dict(enumerate(each.whole.counts, 1))}
            assert +Counter(counts) == votes.counted(each.id), question.row["short"]


def can_be_repeated(library: Library, workshop_id: str) -> list[str]:
    """The workshop, where it was none of a rehearsal and something was asked."""
    known = know(library.path, workshop_id)
    return [workshop_id] if known.told and not known.row["rehearsal"] else []
