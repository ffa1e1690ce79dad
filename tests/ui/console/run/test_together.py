"""The page of what was revealed at once: sorted and picked by keyboard, then talked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.days import room_framework, room_items
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.together import TogetherPage
from ui.console.run.together_row import TogetherRow
from workshop.kinds import Sorting
from workshop.question_facts import TogetherFacts
from workshop.steps import State
from workshop.together_order import in_order, talk_order
from workshop.together_scenes import CollectedScene, TogetherScene

K = Qt.Key
SPLIT = (1, 1, 1, 5, 5, 5, 5)


def to_the_page(led: Led, silent: int | None = None) -> None:
    """Vote: the third question is split, all others are alike; `silent` gets no vote."""
    day = led.day
    day.reach(State.POSE)
    number = 0
    while day.live.facts().question is not None:
        day.live.facilitation.next()
        facts = day.live.facts()
        assert facts.round is not None
        answers = SPLIT if number == 2 else (3,) * 7
        seats = day.seats() if number != silent else []
        day.cast(*((facts.round.id, seat, a) for seat, a in zip(seats, answers, strict=False)))
        day.live.facilitation.next()
        day.live.facilitation.next()
        number += 1
    led.reach(State.TOGETHER)


def page_of(led: Led) -> TogetherPage:
    page = led.run.parts.centre.currentWidget()
    assert isinstance(page, TogetherPage)
    return page


def together_of(led: Led) -> TogetherFacts:
    assert led.scene.together is not None
    return led.scene.together


def picked(led: Led) -> list[str]:
    return [question.short for question in talk_order(together_of(led))]


def shown(led: Led) -> list[str]:
    rows = [row for row in page_of(led).rows if not row.isHidden()]
    return [row.row.name for row in rows if row.row]


def row_of(led: Led, name: str) -> TogetherRow:
    return next(each for each in page_of(led).rows if each.row and each.row.name == name)


@pytest.fixture
def led(lead: Lead) -> Led:
    """Nine questions revealed at once."""
    led = lead(framework=room_framework(9), items=room_items())
    to_the_page(led)
    return led


def test_the_page_stands_while_all_results_are_on_the_wall(led: Led) -> None:
    assert led.wall_shows(TogetherScene)
    assert shown(led)[0] == "Together 2"
    assert shown(led) == [question.short for question in in_order(together_of(led))]
    assert picked(led) == ["Together 2"]
    led.press(K.Key_Space)
    led.press(K.Key_Space)
    assert led.scene.state is State.TALK
    assert not isinstance(led.run.parts.centre.currentWidget(), TogetherPage)


def test_arrows_and_enter_pick_while_space_goes_on_stepping(led: Led) -> None:
    assert led.has_focus(led.run.parts.transport.next)
    led.press(K.Key_Down)
    led.press(K.Key_Return)
    assert picked(led) == ["Together 2", "Together 0"]
    led.press(K.Key_Up)
    led.press(K.Key_Return)
    assert picked(led) == ["Together 0"]
    assert led.has_focus(led.run.parts.transport.next)
    led.press(K.Key_Space)
    assert led.day.live.facts().page == 1


def test_the_cursor_stays_within_the_list(led: Led) -> None:
    for _ in range(3):
        led.press(K.Key_Up)
    led.press(K.Key_Return)
    assert picked(led) == []
    for _ in range(12):
        led.press(K.Key_Down)
    led.press(K.Key_Return)
    assert picked(led) == [shown(led)[-1]]


def test_a_row_reached_by_tab_takes_space_and_the_arrows(led: Led) -> None:
    page_of(led).take_focus()
    assert led.has_focus(row_of(led, "Together 2"))
    led.press(K.Key_Space)
    assert (picked(led), led.scene.state) == ([], State.TOGETHER)
    led.press(K.Key_Down)
    assert led.has_focus(row_of(led, "Together 0"))
    led.press(K.Key_Right)  # a row is no place to step from
    led.press(K.Key_Space)
    assert picked(led) == ["Together 0"]
    led.press(K.Key_End)
    assert led.has_focus(row_of(led, shown(led)[-1]))
    assert led.scene.state is State.TOGETHER


def test_tab_comes_by_the_list_once(led: Led) -> None:
    stops = []
    for _ in range(40):
        led.press(K.Key_Tab)
        stops.append(led.focus)
        if led.has_focus(led.run.parts.transport.next):
            break
    assert sum(isinstance(stop, TogetherRow) for stop in stops) == 1
    assert page_of(led).sorting in stops


def test_a_click_picks_and_leaves_the_focus_where_it_was(led: Led) -> None:
    QTest.mouseClick(row_of(led, "Together 4"), Qt.MouseButton.LeftButton)
    assert "Together 4" in picked(led)
    assert led.has_focus(led.run.parts.transport.next)


def test_the_list_is_sorted_with_the_arrows_on_the_segments(led: Led) -> None:
    page_of(led).sorting.setFocus(Qt.FocusReason.TabFocusReason)
    led.press(K.Key_Right)
    assert together_of(led).sorting is Sorting.LOWEST
    led.press(K.Key_Right)
    assert shown(led) == [f"Together {n}" for n in range(9)]
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page_of(led).sorting.current == 1


def test_the_talk_stands_in_the_right_column_in_its_order(led: Led) -> None:
    talk = led.run.parts.side.talk
    assert talk.isVisible()
    assert not led.run.parts.side.so_far.isVisible()
    led.reach(State.TALK)
    assert not talk.isVisible()
    assert led.run.parts.side.so_far.isVisible()


def test_picks_change_while_the_reveal_is_taken_back(led: Led) -> None:
    led.press(K.Key_PageUp)
    assert led.wall_shows(CollectedScene)
    led.press(K.Key_Return)
    assert picked(led) == []
    assert led.wall_shows(CollectedScene)


def test_a_question_nobody_voted_on_says_why_it_is_not_picked(lead: Lead) -> None:
    led = lead(framework=room_framework(3), items=room_items())
    to_the_page(led, silent=1)
    row = row_of(led, "Together 1")
    assert not row.isCheckable()
    row.click()
    notice = led.run.parts.notices.current
    assert notice is not None
    assert "Nobody voted on Together 1" in notice.safe
    assert picked(led) == ["Together 2"]


def test_rows_have_names_and_say_whether_they_are_picked(led: Led) -> None:
    row = row_of(led, "Together 2")
    assert row.accessibleName().startswith("Together 2: ")
    assert (row.isCheckable(), row.isChecked()) == (True, True)
    assert row_of(led, "Together 1").isChecked() is False


def test_a_small_window_scrolls_to_the_cursor(lead: Lead) -> None:
    led = lead(framework=room_framework(20), items=room_items(), size=(1024, 600))
    to_the_page(led)
    for _ in range(19):
        led.press(K.Key_Down)
    led.app.processEvents()
    last = page_of(led).rows[19]
    assert last.visibleRegion().boundingRect().height() == last.height()
    assert last.width() <= page_of(led).width()
