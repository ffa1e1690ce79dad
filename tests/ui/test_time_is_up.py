"""The sound when time is up: once, only where it was turned on, and never for what is paused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.workshop.conftest import NOON, HandClock
from ui.settings import Settings
from ui.time_is_up import TimeIsUp
from workshop.facts import TimerFace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path)


def over_soon(clock: HandClock) -> TimerFace:
    """A timer of a second with 5 ms left."""
    return TimerFace(started_at=clock() - 995, planned_s=1)


def run_out(qtbot: QtBot, clock: HandClock) -> None:
    """Let the 5 ms pass, on the clock and in the event loop."""
    clock.moment += 10
    qtbot.wait(30)


def test_a_timer_that_runs_out_rings_once(qtbot: QtBot, settings: Settings) -> None:
    settings.sound = True
    clock, rung = HandClock(NOON), list[int]()
    bell = TimeIsUp(settings, clock, ring=lambda: rung.append(1))
    face = over_soon(clock)
    bell.watch(face)
    run_out(qtbot, clock)
    bell.watch(face)
    run_out(qtbot, clock)
    assert rung == [1]


def test_nothing_rings_unless_it_was_turned_on(qtbot: QtBot, settings: Settings) -> None:
    clock, rung = HandClock(NOON), list[int]()
    bell = TimeIsUp(settings, clock, ring=lambda: rung.append(1))
    bell.watch(over_soon(clock))
    run_out(qtbot, clock)
    assert not rung


def test_a_timer_paused_or_taken_away_does_not_ring(qtbot: QtBot, settings: Settings) -> None:
    settings.sound = True
    clock, rung = HandClock(NOON), list[int]()
    bell = TimeIsUp(settings, clock, ring=lambda: rung.append(1))
    face = over_soon(clock)
    bell.watch(face)
    bell.watch(replace(face, paused_at=clock()))
    run_out(qtbot, clock)
    bell.watch(over_soon(clock))
    bell.watch(None)
    run_out(qtbot, clock)
    assert not rung


def test_a_clock_set_back_lets_the_timer_go_on(qtbot: QtBot, settings: Settings) -> None:
    settings.sound = True
    clock, rung = HandClock(NOON), list[int]()
    bell = TimeIsUp(settings, clock, ring=lambda: rung.append(1))
    bell.watch(over_soon(clock))
    clock.moment -= 500
    qtbot.wait(30)
    assert not rung
