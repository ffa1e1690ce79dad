"""Papers and charts of workshops that are hard to set are whole, whatever stands in them.

Those of ordinary ones are looked at where their numbers are (`test_number_truth`).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.catalogue import Source, export
from exports.charts import folder as charts
from exports.kinds import PRINT_PACK
from tests.days import HandClock
from tests.exports.truth.extremes import ROOMS, make_extreme
from tests.exports.truth.pages import check_pages
from workshop.kinds import Ballot
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words

WORDS = Words()


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_an_extreme_workshop_is_whole(
    room: str, tmp_path: Path, thorough: bool
) -> None:
    with Library.open(tmp_path / "flipchart.sqlite", clock=HandClock()) as library:
        for seed in range(10 if thorough else 1):
            ballot = (Ballot.OPEN, Ballot.SECRET)[(seed + list(ROOMS).index(room)) % 2]
            workshop_id = make_extreme(library, seed, *ROOMS[room], ballot)
            source = Source(LiveWorkshop(library, workshop_id, WORDS).snapshot(), library.path)
            folder = tmp_path / str(seed)
            folder.mkdir()
            export(source, WORDS, folder, ("report", "plan", *PRINT_PACK))
            charts.write_formats(source.snapshot, WORDS, folder, lambda: None, (".pdf",))
            papers = sorted(folder.glob("*.pdf"))
            assert len(papers) > len(PRINT_PACK)
            for path in papers:
                chart = path.name[0].isdigit()
                try:
                    check_pages(path, furniture=0 if chart else 2, outlined=not chart)
                except AssertionError as fault:
                    fault.add_note(f"{path.name} of seed {seed}")
                    raise
