"""Exports: what is asked for, and nothing overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from exports.catalogue import KINDS, PRINT_PACK, Source, export
from exports.writing import Cancelled
from tests.exports.pdf.sample import action, snapshot
from workshop.errors import WorkshopError
from workshop.words import Words

WORDS = Words("en")


def test_every_kind_is_written_and_progress_told(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    made = snapshot(0, actions=(action(0, what="Thanks 🎉"),))
    written = export(
        Source(made, tmp_path), WORDS, tmp_path, KINDS, lambda *step: told.append(step)
    )
    assert [each.path.name for each in written] == [
        "Action plan.pdf",
        "Agenda.pdf",
        "Run sheet, for the facilitator.pdf",
        "Ballot sheets.pdf",
        "Table cards.pdf",
        "Invitation.txt",
    ]
    assert written[0].missing_letters == ("🎉",)
    steps = [(done, len(KINDS), kind) for done, kind in enumerate((*KINDS, ""))]
    assert told == steps


def test_without_a_choice_what_the_day_leaves_behind_is_written(tmp_path: Path) -> None:
    written = export(Source(snapshot(1), tmp_path), WORDS, tmp_path)
    assert [each.path.name for each in written] == ["Action plan.pdf"]


def test_a_second_export_stands_beside_the_first(tmp_path: Path) -> None:
    first = export(Source(snapshot(1), tmp_path), WORDS, tmp_path, ["plan"])
    before = first[0].path.read_bytes()
    second = export(Source(snapshot(2), tmp_path), WORDS, tmp_path, ["plan"])
    assert second[0].path.name == "Action plan (2).pdf"
    assert first[0].path.read_bytes() == before


def test_it_is_cancelled_between_two_files(tmp_path: Path) -> None:
    asked = iter((False, False, True))
    with pytest.raises(Cancelled):
        export(
            Source(snapshot(1), tmp_path),
            WORDS,
            tmp_path,
            PRINT_PACK,
            cancelled=lambda: next(asked),
        )
    left = sorted(each.name for each in tmp_path.iterdir())
    assert left == ["Agenda.pdf", "Run sheet, for the facilitator.pdf"]


def test_an_unknown_kind_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(WorkshopError) as raised:
        export(Source(snapshot(1), tmp_path), WORDS, tmp_path, ["plan", "cake"])
    assert raised.value.sentence(WORDS) == (
        f"“cake” cannot be exported. What can be: {', '.join(KINDS)}."
    )
    assert list(tmp_path.iterdir()) == []
