"""One screen: what the room could read is put away, and the wall fills the screen when asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.console.run.conftest import Lead, Led
from ui.projector.window import ProjectorWindow
from workshop.steps import State

KEY = Qt.Key


def hold(led: Led, key: Qt.Key) -> None:
    QTest.keyPress(led.app.focusWidget() or led.window, key)


def release(led: Led, key: Qt.Key) -> None:
    QTest.keyRelease(led.app.focusWidget() or led.window, key)


def test_lateness_is_put_away_and_shown_while_n_is_held(lead: Lead) -> None:
    led = lead(screens_seen=1)
    led.reach(State.OPEN)
    led.day.clock.moment += 40 * 60_000
    led.leading.refresh()
    behind = led.run.parts.top_bar.behind
    assert led.scene.clock.behind
    assert behind.isHidden()
    hold(led, KEY.Key_N)
    assert not behind.isHidden()
    release(led, KEY.Key_N)
    assert behind.isHidden()


def test_the_console_says_that_the_room_sees_it(lead: Lead) -> None:
    led = lead(screens_seen=1)
    room = led.run.parts.side.room
    assert room.sign == "The room can see this console"
    assert room.fill.isVisible()
    assert room.plug.isVisible()
    led.press(KEY.Key_F5)
    assert led.projector.isVisible()
    led.press(KEY.Key_F5)
    assert not led.projector.isVisible()


def test_with_a_projector_nothing_is_put_away(led: Led) -> None:
    room = led.run.parts.side.room
    assert not room.fill.isVisible()
    assert not room.plug.isVisible()
    assert room.sign != "The room can see this console"


def test_esc_and_f5_never_close_a_projector_of_its_own(led: Led) -> None:
    assert isinstance(led.projector, ProjectorWindow)
    for key in (KEY.Key_F5, KEY.Key_Escape, KEY.Key_Escape, KEY.Key_F5):
        led.press(key)
        assert led.projector.isVisible()


def test_the_room_is_tested_before_the_day_begins_and_not_in_it(led: Led) -> None:
    asked: list[None] = []
    led.run.check_wanted.connect(lambda: asked.append(None))
    check = led.run.parts.side.room.check
    assert check.isVisible()
    check.click()
    assert asked == [None]
    led.reach(State.OPEN)
    assert check.isHidden()


def test_the_clock_grows_when_it_is_clicked_and_goes_when_it_is_clicked_away(led: Led) -> None:
    small, large = led.run.parts.top_bar.clock, led.run.parts.rail.clock
    assert large.isHidden()
    small.click()
    assert large.isVisible()
    assert large.text() == small.text()
    assert led.scene.clock.finish in large.accessibleName()
    led.day.clock.moment += 3 * 60_000
    led.leading.refresh()
    assert large.text() == small.text()
    large.click()
    assert large.isHidden()


def test_a_lost_projector_is_told_with_what_is_safe(led: Led) -> None:
    led.screens.lost.emit("Projector")
    current = led.run.parts.notices.current
    assert current is not None
    assert current.safe == "Projector lost. Votes are safe."
