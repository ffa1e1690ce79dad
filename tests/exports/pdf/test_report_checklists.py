"""Checklists in the report: yes, partly and no, and never a score."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.exports.pdf.report_days import agreed, checked, day, held, part
from tests.exports.pdf.report_printed import page_with, pages_of, printed, unclean
from workshop.kinds import OutcomeKind


def test_a_checklist_is_never_spoken_of_as_a_score(tmp_path: Path) -> None:
    differs = agreed(None, kind=OutcomeKind.DIFFER, low=1.0, low_position="Not at night.", high=2.5)
    asked = (
        checked("s0", 0, (12, 0, 11)),
        replace(checked("s0", 1, (0, 2, 2)), outcome=agreed(2.5, "Four were asked.")),
        replace(checked("s0", 2, (2, 0, 2)), outcome=differs),
        replace(checked("s0", 3), rounds=tuple(held(n, (0, 2, 2)) for n in range(1, 4))),
    )
    written, reader = printed(day((part(0, asked),), 0), tmp_path)
    pages = pages_of(reader)
    assert "On no question was the room split or spread out." in pages[1]
    assert "On no question did we agree to differ." in pages[1]
    assert "Four were asked." in page_with(reader, "Question and evidence")
    assert "Not at night." in page_with(reader, "Question and evidence")
    text = " ".join(pages[: next(n for n, page in enumerate(pages) if "numbers were made" in page)])
    assert "Yes 2 Partly 2 No 0" in text
    for said in ("2.5", "rom 2 to 3", "rom 1 to 3", "at 1", "Agreed score", "Median", "1: Not"):
        assert said not in text
    assert unclean(written.path) == ([], [])
