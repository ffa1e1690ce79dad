"""The screen of actions with none, with 5,000, with texts without end, and from right to left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy import delete, insert

from tests.ui.console.actions.conftest import TODAY, Led
from tests.ui.sight import sticking_out
from ui.console.actions.listing import ActionList
from workshop.kinds import ActionStatus
from workshop.planning import ActionDraft
from workshop.records import ActionRecord

KEY = Qt.Key
LONG = "Fördermittelbewilligungsverfahrensbeschleunigung und noch viel mehr davon " * 4
HEBREW = "לתאם עם המשמרת הבאה לפני סוף היום"
SIZES = [(1240, 900), (824, 600)]


def fill(led: Led, count: int) -> None:
    """So many actions; every third is done, and they are due one a day from a year ago."""
    with led.day.library.transaction() as transaction:
        transaction.connection().execute(delete(ActionRecord))
        rows = [
            {
                "id": f"a{n:05}", "workshop_id": led.day.live.id, "position": n,
                "what": f"Action {n}", "owner": f"Owner {n % 50}",
                "due": TODAY + timedelta(n - 365), "proposed_at": n, "state": "agreed",
                "status": list(ActionStatus)[n % 3].value,
            }
            for n in range(count)
        ]  # fmt: skip
        if rows:
            transaction.connection().execute(insert(ActionRecord), rows)


def test_without_actions_the_screen_says_where_they_come_from(qtbot: QtBot, led: Led) -> None:
    fill(led, 0)
    screen = led.screen
    led.window.show()
    screen.show()
    qtbot.waitUntil(screen.add_button.hasFocus)
    assert screen.empty.isVisible()
    assert screen.empty.accessibleName() == "No actions here"
    assert screen.empty.button is not None
    assert not screen.empty.button.isVisible()
    assert screen.filters.summary.text() == "0 of 0 done"
    led.press(KEY.Key_Return, "The first", KEY.Key_Escape)
    assert led.shown() == ["The first"]


def test_of_5_000_actions_only_those_in_sight_are_read_and_end_goes_to_the_last(led: Led) -> None:
    fill(led, 5000)
    screen = led.show()
    listing = screen.table.view.listing
    assert isinstance(listing, ActionList)
    assert listing.rowCount() < 1000
    assert screen.filters.summary.text() == "1666 of 5000 done, 244 late"
    led.press(KEY.Key_End)
    assert listing.rowCount() == 5000
    # The last is what was done first.
    assert screen.inspector.action_id == "a00002"
    led.press(KEY.Key_Space)
    assert listing.rowCount() == 5000
    led.press(KEY.Key_Home)
    assert screen.inspector.action_id == "a00000"


def test_scrolling_on_after_a_change_misses_no_action_and_shows_none_twice(led: Led) -> None:
    fill(led, 1500)
    screen = led.show()
    listing = screen.table.view.listing
    for _ in range(5):
        led.press(KEY.Key_Space, KEY.Key_Space, KEY.Key_Down)
    while listing.canFetchMore(listing.index(-1)):
        listing.fetchMore(listing.index(-1))
    ids = [listing.data(listing.index(row)) for row in range(listing.rowCount())]
    assert len(ids) == len(set(ids)) == 1500


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("text", [LONG, HEBREW * 9, "W" * 300])
def test_texts_of_300_characters_stay_in_the_window(
    qtbot: QtBot, led: Led, text: str, width: int, height: int
) -> None:
    long = text[:300]
    led.day.live.planning.propose(ActionDraft(long, long, long, due=TODAY, measure=long))
    screen = led.show(width, height)
    index = next(n for n, line in enumerate(led.lines()) if line.what == long.strip())
    screen.view.stand_on(index)
    led.press(KEY.Key_Return)
    assert screen.inspector.what.text == long.strip()
    qtbot.waitUntil(lambda: sticking_out(screen) == [])
    screen.filters.view.choose(1)
    assert not screen.grab().isNull()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_in_both_directions_the_inspector_stands_at_the_end_of_the_line(
    led: Led, direction: Qt.LayoutDirection
) -> None:
    led.window.setLayoutDirection(direction)
    screen = led.show()
    at_left = screen.inspector.x() == 0
    assert at_left is (direction is Qt.LayoutDirection.RightToLeft)
    assert not screen.grab().isNull()
    led.press(KEY.Key_Space)
    assert led.line("Call back").status is ActionStatus.UNDER_WAY


def test_a_window_that_becomes_narrow_and_wide_again_keeps_the_action(led: Led) -> None:
    screen = led.show()
    QTest.keyClick(screen.view, KEY.Key_Down)
    for width, seen in ((824, False), (1240, True)):
        led.window.resize(width + 200, 700)
        screen.resize(width, 700)
        assert screen.inspector.isVisible() is seen
    assert screen.inspector.action_id == led.line("Share one sheet").id
