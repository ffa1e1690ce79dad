"""Exports: what is asked for, and nothing overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exports.catalogue import Source, export
from exports.kinds import KINDS, NAMES, PRINT_PACK, RESULTS
from exports.writing import Cancelled
from tests.days import DAY, Day, begin_day, small_framework
from tests.exports.pdf.sample import snapshot
from workshop.errors import WorkshopError
from workshop.planning import ActionDraft
from workshop.rehearsal import Rehearsal
from workshop.words import Words

WORDS = Words("en")


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day of one question that was led to its end."""
    day = begin_day(tmp_path, framework=small_framework(1, 1))
    day.live.planning.propose(ActionDraft("Thanks 🎉", owner="Nurse", due=DAY))
    Rehearsal(day.live, 1, None).play()
    yield day
    day.library.close()


def test_every_kind_is_written_and_progress_told(day: Day, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    out = tmp_path / "out"
    out.mkdir()
    source = Source(day.live.snapshot(), day.library.path)
    written = export(source, WORDS, out, KINDS, lambda *step: told.append(step))
    tops = dict.fromkeys(each.path.relative_to(out).parts[0] for each in written)
    assert list(tops) == [WORDS.say(name) + suffix for name, suffix in NAMES.values()]
    assert {each.name for each in out.iterdir()} == set(tops)
    assert written[0].missing_letters == ("🎉",)
    steps = [(done, len(KINDS), kind) for done, kind in enumerate((*KINDS, ""))]
    assert list(dict.fromkeys(told)) == steps


def test_without_a_choice_what_the_day_leaves_behind_is_written(day: Day, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    written = export(Source(day.live.snapshot(), day.library.path), WORDS, out)
    tops = dict.fromkeys(each.path.relative_to(out).parts[0] for each in written)
    assert list(tops) == [WORDS.say(NAMES[kind][0]) + NAMES[kind][1] for kind in RESULTS]


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
