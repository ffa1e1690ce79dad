"""The list of keys: it names what works at this moment, and nothing that would refuse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.days import room_framework, room_items
from tests.ui.console.run.conftest import Lead, Led
from ui.keys import Intent
from workshop.steps import State

K = Qt.Key
LOOKS = (
    Intent.TALLY,
    Intent.TOUCH,
    Intent.PAPER,
    Intent.FOR_SOMEONE,
    Intent.WHAT_CAN_GO,
    Intent.INSERT,
    Intent.PRESENCE,
    Intent.CHARTS,
    Intent.NOTE,
    Intent.EVIDENCE,
    Intent.APART,
    Intent.HOLD,
    Intent.RADAR,
    Intent.VIEW,
    Intent.MORE_TIME,
)
"""What can be asked at any moment without that the day goes on."""
STATES = (
    State.LOBBY,
    State.PRACTICE_OPEN,
    State.POSE,
    State.OPEN,
    State.CLOSED,
    State.REVEAL,
    State.TALK,
    State.RECORD,
    State.ACT,
    State.GROUP_WORK,
    State.PROFILE,
    State.CLOSING,
    State.FINISHED,
)


def listed(led: Led) -> tuple[Intent, ...]:
    """What the list names now; it is put away again."""
    led.press(K.Key_Question)
    intents = led.run.parts.keys_list.intents
    led.press(K.Key_Question)
    return intents


def refused(led: Led, intent: Intent) -> bool:
    """Whether asking for this is refused in words; what it opened is closed again."""
    notices = led.run.parts.notices
    said = len(notices.log)
    led.run.ask(intent)
    now = len(notices.log)
    led.press(K.Key_Escape)
    led.press(K.Key_Escape)
    if led.scene.turn is not None:
        led.day.live.turns.end()
    if led.scene.held:
        led.run.ask(Intent.HOLD)
    while led.scene.apart:
        led.run.ask(Intent.APART)
    led.leading.refresh()
    return now > said


@pytest.mark.parametrize("state", STATES)
def test_nothing_that_is_listed_refuses(lead: Lead, state: State) -> None:
    led = lead(framework=room_framework(together=2), items=room_items())
    led.reach(state)
    names = listed(led)
    assert [each for each in LOOKS if each in names and refused(led, each)] == []


def test_the_teams_apart_are_listed_at_a_reveal_and_not_during_a_vote(led: Led) -> None:
    led.reach(State.OPEN)
    during = listed(led)
    assert Intent.APART not in during
    assert {Intent.TALLY, Intent.FOR_SOMEONE, Intent.PAPER} <= set(during)
    led.reach(State.REVEAL)
    after = listed(led)
    assert Intent.APART in after
    assert not {Intent.TALLY, Intent.FOR_SOMEONE, Intent.PAPER} & set(after)


def test_the_practice_vote_lists_no_way_that_would_keep_something(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    names = listed(led)
    assert Intent.TALLY in names
    assert not {Intent.PAPER, Intent.NOTE} & set(names)


def test_h_is_listed_at_the_close_where_it_takes_the_show_of_fingers(lead: Lead) -> None:
    led = lead(framework=room_framework(together=2), items=room_items())
    led.reach(State.CLOSING)
    assert Intent.TALLY in listed(led)
