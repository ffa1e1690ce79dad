"""The page of the review: what became of the earlier actions, by keys and by clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.days import Day
from tests.repeats import finished_day, repeated
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.review_keys import REVIEW_KEYS
from ui.console.run.review_page import ReviewPage
from ui.console.widgets.text_label import TextLabel
from workshop.kinds import ActionStatus
from workshop.scenes import ReviewScene
from workshop.steps import State

K = Qt.Key
NOT_STARTED, UNDER_WAY, DONE = ActionStatus


def again(folder: Path) -> Day:
    return repeated(finished_day(folder))


@pytest.fixture
def led(lead: Lead) -> Led:
    """Seven people who look at seven actions of the last time."""
    led = lead(day_in=again)
    led.reach(State.REVIEW)
    return led


def page_of(led: Led) -> ReviewPage:
    page = led.run.parts.centre.currentWidget()
    assert isinstance(page, ReviewPage)
    return page


def on_the_wall(led: Led) -> ReviewScene:
    scene = led.leading.stage.wall.scene
    assert isinstance(scene, ReviewScene)
    return scene


def statuses(led: Led) -> list[ActionStatus]:
    return [each.status for each in led.day.live.facts().review]


def chosen(led: Led) -> list[int]:
    return [n for n, view in enumerate(page_of(led).rows) if view.now]


@pytest.mark.parametrize(
    ("keys", "status"),
    [
        ((K.Key_1, K.Key_N), NOT_STARTED),
        ((K.Key_2, K.Key_U), UNDER_WAY),
        ((K.Key_3, K.Key_D), DONE),
    ],
)
def test_a_key_says_how_far_the_action_has_come_and_the_wall_shows_it(
    keys: tuple[Qt.Key, Qt.Key], status: ActionStatus, led: Led
) -> None:
    led.press(keys[0])
    led.press(K.Key_Down)
    led.press(keys[1])
    assert statuses(led)[:3] == [status, status, NOT_STARTED]
    assert [row.status for row in on_the_wall(led).rows][:2] == [status, status]
    assert [view.glyph.status for view in page_of(led).rows][:2] == [status, status]
    assert [view.status.current for view in page_of(led).rows][:2] == [
        list(ActionStatus).index(status)
    ] * 2


def test_arrows_choose_the_action_and_the_wall_turns_to_its_page(led: Led) -> None:
    led.press(K.Key_Up)
    assert chosen(led) == [0]
    for _ in range(6):
        led.press(K.Key_Down)
    assert chosen(led) == [6]
    assert on_the_wall(led).range == "6 to 7 of 7"
    assert [row.now for row in on_the_wall(led).rows] == [False, True]
    assert led.has_focus(led.run.parts.transport.next)
    led.press(K.Key_Down)
    assert chosen(led) == [6]


def test_space_turns_the_page_and_then_goes_on(led: Led) -> None:
    assert led.scene.next.label == "Next page"
    led.press(K.Key_Space)
    assert (chosen(led), on_the_wall(led).range) == ([5], "6 to 7 of 7")
    assert led.scene.next.label == "On to Vision"
    led.press(K.Key_Space)
    assert led.scene.state is State.SESSION


def test_a_click_on_a_row_chooses_it_and_on_a_status_sets_it_too(led: Led) -> None:
    page = page_of(led)
    QTest.mouseClick(page.rows[2], Qt.MouseButton.LeftButton, pos=QPoint(60, 14))
    assert chosen(led) == [2]
    control = page.rows[1].status
    QTest.mouseClick(
        control, Qt.MouseButton.LeftButton, pos=QPoint(control.width() - 8, control.height() // 2)
    )
    assert statuses(led)[1] is DONE
    assert chosen(led) == [1]
    assert led.has_focus(led.run.parts.transport.next)  # Space still steps


def test_by_tab_the_status_is_set_with_left_and_right_and_keeps_the_focus(led: Led) -> None:
    control = page_of(led).rows[5].status
    control.setFocus(Qt.FocusReason.TabFocusReason)
    led.press(K.Key_Right)
    assert statuses(led)[5] is UNDER_WAY
    assert led.has_focus(page_of(led).rows[5].status)
    assert chosen(led) == [5]
    led.press(K.Key_3)
    assert statuses(led)[5] is DONE
    assert on_the_wall(led).range == "6 to 7 of 7"


def test_undo_takes_the_status_back_and_says_what_it_undoes(led: Led) -> None:
    led.press(K.Key_3)
    assert led.scene.undo == "status of an action"
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert statuses(led)[0] is NOT_STARTED
    assert page_of(led).rows[0].status.current == 0
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert statuses(led)[0] is DONE


def test_a_row_says_itself_to_those_who_do_not_see_it(led: Led) -> None:
    led.press(K.Key_2)
    row = page_of(led).rows[0]
    assert row.accessibleName() == "Do 0, Under way, Owner 0, No date yet"
    assert row.accessibleDescription() == "on the wall now"
    assert row.status.accessibleName() == "Status: Do 0"


def test_an_action_dropped_meanwhile_leaves_the_list_and_is_refused_no_more(led: Led) -> None:
    actions = led.day.live.facts().review
    with led.day.library.transaction() as transaction:
        transaction.connection().exec_driver_sql(
            "UPDATE action SET state = 'dropped' WHERE what = ?", (actions[0].what,)
        )
    led.press(K.Key_3)
    assert [row.id for row in page_of(led).rows] == [each.id for each in actions[1:]]


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600)])
def test_no_control_of_a_row_is_cut(size: tuple[int, int], lead: Lead) -> None:
    led = lead(day_in=again, size=size)
    led.reach(State.REVIEW)
    page = page_of(led)
    for row in page.rows:
        right = row.status.mapTo(page, QPoint(row.status.width(), 0)).x()
        assert right <= page.width()


def test_the_action_in_work_is_scrolled_into_sight(lead: Lead) -> None:
    led = lead(day_in=again, size=(1024, 600))
    led.reach(State.REVIEW)
    page = page_of(led)
    for wanted in (6, 0):
        for _ in range(6):
            led.press(K.Key_Down if wanted else K.Key_Up)
            led.app.processEvents()
        assert chosen(led) == [wanted]
        row = page.rows[wanted]
        assert not row.visibleRegion().isEmpty()
        assert row.visibleRegion().boundingRect().height() >= min(row.height(), page.height()) - 1


def keys_said(led: Led) -> list[str]:
    """What the list of keys says that keys of the review do."""
    QApplication.processEvents()
    keys = led.run.parts.keys_list
    labels = [label for label in keys.findChildren(TextLabel) if label.isVisible()]
    return [label.text() for label in labels if "in the review" in label.text()]


def test_the_list_of_keys_has_those_of_the_review_as_long_as_it_lasts(led: Led) -> None:
    led.press(K.Key_Question)
    assert led.run.parts.centre.currentWidget() is led.run.parts.keys_list
    assert keys_said(led) == [each.does for each in REVIEW_KEYS]
    led.press(K.Key_Escape)
    led.reach(State.SESSION)
    led.press(K.Key_Question)
    assert keys_said(led) == []
