"""Every number in every file is what the library says, in workshops as different as chance has it.

200 of them, in batches that share a library; `--thorough` makes 2,000.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.truth.made import make
from tests.exports.truth.written import check, check_portable, write
from workshop.library import Library

BATCHES, EACH = 25, 8
ALL_FORMATS_EVERY = 20
OTHER_READER_EVERY = 8


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
    with (
        Library.open(tmp_path / "here" / "flipchart.sqlite") as library,
        Library.open(tmp_path / "elsewhere" / "flipchart.sqlite") as elsewhere,
    ):
        for seed in seeds(batch, thorough=thorough):
            workshop_id = make(library, seed)
            folder = tmp_path / str(seed)
            write(library, workshop_id, folder, every_format=seed % ALL_FORMATS_EVERY == 3)
            try:
                check(library, workshop_id, folder, quick=seed % OTHER_READER_EVERY != 5)
                check_portable(library, workshop_id, folder, elsewhere)
            except AssertionError as fault:
                fault.add_note(f"the workshop of seed {seed}")
                raise
