"""The bridge: events of any thread, told once, none lost."""

from __future__ import annotations

from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from ui.bridge import CALM_MS, Bridge
from workshop.events import Events, TimerChanged, VotesCast


@pytest.fixture
def events() -> Events:
    return Events()


def counted(bridge: Bridge) -> list[int]:
    heard: list[int] = []
    bridge.changed.connect(lambda: heard.append(1))
    return heard


def test_the_first_event_is_told_without_delay(qtbot: QtBot, events: Events, qapp: object) -> None:
    bridge = Bridge(events, "w")
    heard = counted(bridge)
    events.publish(TimerChanged("w"))
    assert heard == []
    with qtbot.waitSignal(bridge.changed, timeout=CALM_MS):
        pass
    bridge.close()


def test_what_follows_at_once_is_told_once_more_and_the_last_is_not_lost(
    qtbot: QtBot, events: Events
) -> None:
    bridge = Bridge(events, "w")
    heard = counted(bridge)
    with qtbot.waitSignal(bridge.changed):
        events.publish(VotesCast("w", "r"))
    with qtbot.waitSignal(bridge.changed):
        for _ in range(100):
            events.publish(VotesCast("w", "r"))
    assert len(heard) == 2
    bridge.close()


def test_an_event_that_comes_while_the_first_is_handled_is_told_too(
    qtbot: QtBot, events: Events
) -> None:
    bridge = Bridge(events, "w")
    heard: list[int] = []

    def handle() -> None:
        heard.append(1)
        if len(heard) == 1:
            events.publish(TimerChanged("w"))

    bridge.changed.connect(handle)
    events.publish(TimerChanged("w"))
    qtbot.waitUntil(lambda: len(heard) == 2)
    bridge.close()


def test_events_of_many_threads_arrive_on_the_gui_thread(qtbot: QtBot, events: Events) -> None:
    bridge = Bridge(events, "w")
    heard = counted(bridge)
    threads = [Thread(target=events.publish, args=(VotesCast("w", "r"),)) for _ in range(20)]
    with qtbot.waitSignal(bridge.changed):
        for thread in threads:
            thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= len(heard) <= 20
    bridge.close()


def test_what_was_read_already_is_not_told_again(qtbot: QtBot, events: Events) -> None:
    bridge = Bridge(events, "w")
    with qtbot.assertNotEmitted(bridge.changed, wait=CALM_MS):
        events.publish(TimerChanged("w"))
        bridge.settle()
    bridge.close()


def test_events_of_another_workshop_are_left_out(qtbot: QtBot, events: Events) -> None:
    bridge = Bridge(events, "w")
    with qtbot.assertNotEmitted(bridge.changed, wait=CALM_MS):
        events.publish(TimerChanged("another"))
    bridge.close()
