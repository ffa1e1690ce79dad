"""Namesakes: other workshops with the same title are found as commands that name one see them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.days import small_framework
from tests.workshop.prepared_days import DAY, Preparation, prepare
from workshop.creation import create_draft
from workshop.deletion import delete
from workshop.live import LiveWorkshop
from workshop.readings.namesakes import read_namesakes


def namesakes(of: Preparation, title: str) -> tuple[date, ...]:
    with of.library.reading() as connection:
        return read_namesakes(connection, of.live.id, title)


def another(of: Preparation, title: str, held_on: date) -> str:
    """Make a further workshop of that title in the same library; its id."""
    words = of.live.words
    made = create_draft(of.library, small_framework(), words, held_on=held_on, starts_at=540)
    LiveWorkshop(of.library, made, words).preparing.describe(title=title)
    return made


@pytest.fixture
def two(tmp_path: Path) -> Preparation:
    """A workshop, and another one called État des lieux."""
    of = prepare(tmp_path)
    another(of, "État des lieux", DAY)
    of.live.preparing.describe(title="Service review")
    return of


@pytest.mark.parametrize("title", ["État des lieux", "ÉTAT DES LIEUX", "état des lieux"])
def test_a_title_is_the_same_whatever_its_case(two: Preparation, title: str) -> None:
    assert len(namesakes(two, title)) == 1


@pytest.mark.parametrize(
    "title", ["Service review", "Etat des lieux", "État", "État des lieux Harbour", "", "  "]
)
def test_what_is_no_other_title_has_no_namesake(two: Preparation, title: str) -> None:
    assert namesakes(two, title) == ()


def test_a_deleted_workshop_is_no_namesake(two: Preparation) -> None:
    (other,) = (line for line in two.library.workshops() if line.id != two.live.id)
    delete(two.library, other.id)
    assert namesakes(two, "État des lieux") == ()


def test_namesakes_come_with_the_latest_day_first(tmp_path: Path) -> None:
    of = prepare(tmp_path)
    days = (date(2025, 5, 1), date(2026, 2, 1), date(2025, 11, 1))
    for day in days:
        another(of, "Service review", day)
    assert namesakes(of, "Service review") == (days[1], days[2], days[0])


@pytest.mark.parametrize("title", ["50 %_|", "50 x_|", "%", "_"])
def test_signs_in_a_title_stand_for_themselves(tmp_path: Path, title: str) -> None:
    of = prepare(tmp_path)
    another(of, "50 %_|", DAY)
    assert len(namesakes(of, title)) == (title == "50 %_|")
