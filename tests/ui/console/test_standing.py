"""The card of the library counts a booking past midnight from the start of the day."""

from __future__ import annotations

from datetime import date

import pytest

from ui.console.library.standing import points
from workshop.shelf import SessionLine, TeamLine, WorkshopLine
from workshop.words import Words


@pytest.mark.parametrize(
    ("ends_at", "said"),
    [
        (90, "Agenda fits the room booking"),
        (60, "Agenda is 10 min longer than the room booking"),
    ],
)
def test_a_booking_past_midnight_is_counted_from_the_start(ends_at: int, said: str) -> None:
    late = WorkshopLine(
        id="late",
        title="Night shift",
        organisation="Harbour Street Clinic",
        held_on=date(2025, 10, 9),
        starts_at=23 * 60,
        ends_at=ends_at,
        state="upcoming",
        archived=False,
        rehearsal=False,
        teams=(TeamLine("Nursing", 8),),
        minutes=130,
        sessions=(SessionLine("vision", "Vision", 35),),
        last_act_at=None,
        questions=8,
        voters=8,
    )
    assert points(late, Words())[0].said == said
