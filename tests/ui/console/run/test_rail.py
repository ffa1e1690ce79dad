"""The rail: the line where the day stands is marked, and in sight."""

from __future__ import annotations

from tests.days import room_framework, room_items, small_framework
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.rail import RailLine
from workshop.steps import State


def here(led: Led) -> list[str]:
    """The lines that are marked, by what they are called."""
    lines = led.run.parts.rail.findChildren(RailLine)
    return [line.toolTip() for line in lines if not line.isHidden() and line.here]


def in_sight(led: Led) -> bool:
    rail = led.run.parts.rail
    (line,) = (each for each in rail.findChildren(RailLine) if not each.isHidden() and each.here)
    return line.visibleRegion().boundingRect().height() == line.height()


def test_a_session_is_marked_before_its_first_question_and_then_the_question(led: Led) -> None:
    led.reach(State.SESSION)
    assert here(led) == ["Vision"]
    led.reach(State.POSE)
    assert here(led) == ["Short 0.0"]


def test_a_session_is_marked_while_all_its_questions_are_looked_at_together(lead: Lead) -> None:
    led = lead(framework=room_framework(together=6), items=room_items())
    led.reach(State.TOGETHER)
    assert here(led) == ["Vision"]


def test_where_the_day_stands_stays_in_sight_in_a_window_made_low(lead: Lead) -> None:
    led = lead(framework=small_framework(sessions=9), items=room_items())
    led.reach(State.PROFILE)
    led.app.processEvents()
    assert in_sight(led)
    led.window.resize(1024, 600)
    led.app.processEvents()
    assert in_sight(led)
