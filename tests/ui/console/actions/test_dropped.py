"""Dropped actions: a list of their own with the reasons, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from tests.ui.console.actions.conftest import Led
from ui.console.actions.filters import ALL, DROPPED
from ui.console.widgets.focus_ring import FocusRing
from workshop.following import Following
from workshop.planning import ActionDraft

KEY = Qt.Key


def drop(led: Led, what: str, reason: str) -> None:
    Following(led.day.library).drop(led.line(what).id, reason)


def test_dropped_actions_are_listed_with_their_reasons_and_taken_back(led: Led) -> None:
    drop(led, "Call back", "We have no line for it")
    screen = led.show()
    assert led.shown() == ["Share one sheet", "Ring the line"]
    screen.filters.choose(which=DROPPED)
    assert led.shown() == ["Call back"]
    assert screen.filters.summary.text() == "1 dropped"
    listing = screen.table.view.listing
    aloud = str(listing.data(listing.index(0), Qt.ItemDataRole.AccessibleTextRole))
    assert "dropped: We have no line for it" in aloud
    assert "late" not in aloud
    out = screen.inspector.out
    assert out.why.text() == "Dropped: We have no line for it"
    assert screen.inspector.what.editor.isReadOnly()
    assert not out.drop.isVisible()

    out.back.click()
    assert led.shown() == []
    screen.filters.choose(which=ALL)
    assert led.shown() == ["Call back", "Share one sheet", "Ring the line"]
    assert led.line("Call back").state == "proposed"
    assert led.line("Call back").drop_reason == ""
    assert not screen.inspector.what.editor.isReadOnly()
    assert out.drop.isVisible()
    screen.acts.undo()
    assert led.shown() == ["Share one sheet", "Ring the line"]


def test_a_dropped_action_refuses_its_keys_and_says_what_comes_first(led: Led) -> None:
    drop(led, "Call back", "No line")
    screen = led.show()
    screen.filters.choose(which=DROPPED)
    screen.table.view.setFocus()
    for key in (KEY.Key_Space, KEY.Key_Delete):
        led.press(key)
        said = screen.notices.current
        assert said is not None
        assert said.safe == "This action was dropped. Take it back first."
    led.press("a")
    assert not screen.filters.wanted.dropped, "a new action is none of the dropped ones"
    led.press("Something new", KEY.Key_Tab)
    assert led.shown()[0] == "Something new"


def test_the_board_has_no_dropped_actions(led: Led) -> None:
    drop(led, "Call back", "No line")
    screen = led.show()
    screen.filters.view.chosen.emit(1)
    screen.filters.view.show_choice(1)
    screen.filters.choose(which=DROPPED)
    assert screen.filters.view.current == 0
    assert led.shown() == ["Call back"]
    screen.filters.view.show_choice(1)
    screen.filters.view.chosen.emit(1)
    assert screen.filters.which.current == ALL
    assert sum(map(len, led.columns())) == 2


def test_those_without_an_owner_are_counted_in_sight_and_asked_for_by_a_press(led: Led) -> None:
    screen = led.show()
    assert screen.unowned.text() == "1 without an owner"
    assert screen.unowned.isVisible()
    screen.unowned.click()
    assert led.shown() == ["Ring the line"]
    assert not screen.unowned.isVisible()
    screen.filters.clear()
    assert screen.unowned.isVisible()
    following = Following(led.day.library)
    following.change(led.line("Ring the line").id, owner="Ada")
    screen.refresh()
    assert not screen.unowned.isVisible()


def test_the_ring_of_the_focus_stands_around_the_row_that_is_stood_on(
    led: Led, qapp: QApplication
) -> None:
    for n in range(30):
        led.day.live.planning.propose(ActionDraft(f"Do {n}", owner="Ada"))
    ring = FocusRing(qapp, led.theme)
    screen = led.show()
    view = screen.table.view
    for _ in range(3):
        led.press(KEY.Key_Down)
        assert ringed(ring) == row_of(led)
    view.verticalScrollBar().setValue(100)
    assert ringed(ring).bottom() == row_of(led).bottom()
    led.press(KEY.Key_End)
    assert ringed(ring) == row_of(led)
    assert ring.target is view
    ring.deleteLater()


def ringed(ring: FocusRing) -> QRect:
    """What the ring leaves open in its middle, in the window."""
    shown = ring._ring
    assert shown is not None
    return shown.geometry().adjusted(4, 4, -4, -4)


def row_of(led: Led) -> QRect:
    """Where the row that is stood on is, in the window."""
    view = led.screen.table.view
    box = view.visualRect(view.currentIndex())
    return QRect(view.viewport().mapTo(led.window, QPoint(0, 0)) + box.topLeft(), box.size())
