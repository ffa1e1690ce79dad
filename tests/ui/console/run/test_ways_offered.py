"""Ways of voting: what Prepare does not offer has no button, and its key says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.console.run.conftest import Led
from ui.console.run.keys_list import works_now
from ui.keys import Intent
from workshop.kinds import Way
from workshop.steps import State

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {
    Way.WALL: (Qt.Key.Key_T, NONE, Intent.TOUCH),
    Way.HANDS: (Qt.Key.Key_H, NONE, Intent.TALLY),
    Way.PAPER: (Qt.Key.Key_H, CONTROL, Intent.PAPER),
}
SAID = {
    Way.WALL: "Voting at the screen is switched off for this workshop, in Prepare.",
    Way.HANDS: "Counting hands is switched off for this workshop, in Prepare.",
    Way.PAPER: "Paper ballots are switched off for this workshop, in Prepare.",
}


def offer(led: Led, *ways: Way) -> None:
    led.day.live.preparing.set_ways(frozenset(ways))
    led.reach(State.OPEN)


def said(led: Led) -> str:
    notice = led.run.parts.notices.current
    return notice.safe if notice is not None else ""


@pytest.mark.parametrize("way", KEYS)
def test_a_way_that_is_not_offered_has_no_button_and_its_key_says_so(led: Led, way: Way) -> None:
    offer(led, *(set(KEYS) - {way}))
    ways = led.run.parts.side.ways
    assert ways.isVisible()
    assert ways.touch.isVisible() == (way is not Way.WALL)
    assert ways.tally.isVisible() == (way is not Way.HANDS)
    page = led.run.parts.centre.currentWidget()
    key, modifiers, intent = KEYS[way]
    assert not works_now(intent, led.scene, alone=False)
    led.press(key, modifiers)
    assert said(led) == SAID[way]
    assert led.run.parts.centre.currentWidget() is page
    assert led.day.live.facts().turn is None


def test_with_paper_alone_there_is_nothing_beside_the_votes(led: Led) -> None:
    offer(led, Way.PAPER)
    assert not led.run.parts.side.ways.isVisible()
    led.press(Qt.Key.Key_H, CONTROL)
    assert led.run.parts.centre.currentWidget() is led.run.parts.panels[Intent.PAPER]


def test_a_way_that_is_offered_again_is_there_at_once(led: Led) -> None:
    offer(led, Way.PAPER)
    led.day.live.preparing.set_ways(frozenset({Way.HANDS}))
    led.leading.refresh()
    assert led.run.parts.side.ways.tally.isVisible()
    led.press(Qt.Key.Key_H)
    assert led.run.parts.centre.currentWidget() is led.run.parts.tally
