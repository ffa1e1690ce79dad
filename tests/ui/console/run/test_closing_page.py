"""The page of the close: hands, words and what follows, by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions

from tests.days import room_framework, room_items
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.closing import ClosingPage
from workshop.facts import ClosingFacts
from workshop.kinds import ItemKind
from workshop.scenes import ClosingScene
from workshop.steps import State

K = Qt.Key


@pytest.fixture
def led(lead: Lead) -> Led:
    """Seven people at the close."""
    led = lead(framework=room_framework(2), items=room_items())
    items = led.day.live.facts().items
    close = next(item for item in items if item.kind is ItemKind.CLOSE)
    led.day.live.facilitation.jump(close.id)
    led.reach(State.CLOSING)
    return led


def page_of(led: Led) -> ClosingPage:
    page = led.run.parts.centre.currentWidget()
    assert isinstance(page, ClosingPage)
    return page


def kept(led: Led) -> ClosingFacts:
    closing = led.day.live.facts().closing
    assert closing is not None
    return closing


def on_the_wall(led: Led) -> ClosingScene:
    scene = led.leading.stage.wall.scene
    assert isinstance(scene, ClosingScene)
    return scene


def test_h_leads_to_the_hands_and_tab_from_answer_to_answer(led: Led) -> None:
    led.press(K.Key_H)
    assert led.has_focus(page_of(led).hands.fields[0].editor)
    for hands in ("", "1", "2", "3", "1"):
        led.type(hands)
        led.press(K.Key_Tab)
    assert kept(led).counts == (0, 1, 2, 3, 1)
    assert led.has_focus(page_of(led).word.editor)
    assert on_the_wall(led).counts is None


def test_hands_are_kept_before_the_next_step_shows_them(led: Led) -> None:
    led.press(K.Key_H)
    led.type("4")
    led.press(K.Key_PageDown)
    assert led.scene.state is State.CLOSE_SHOWN
    assert on_the_wall(led).counts == (4, 0, 0, 0, 0)
    assert isinstance(led.run.parts.centre.currentWidget(), ClosingPage)


def test_too_many_hands_are_said_in_one_sentence_and_what_was_typed_stays(led: Led) -> None:
    hands = page_of(led).hands
    led.press(K.Key_H)
    led.type("30")
    led.press(K.Key_Tab)
    assert hands.error == "30 hands are more than the 7 people present. Lower one of the numbers."
    assert (hands.fields[0].count, kept(led).counts[0]) == (30, 0)
    assert hands.fields[0].editor.accessibleDescription() == hands.error
    hands.take_focus()
    led.type("3")
    led.press(K.Key_Tab)
    assert (hands.error, kept(led).counts[0]) == ("", 3)


def test_the_first_next_stays_at_hands_that_were_refused_and_the_second_goes_on(led: Led) -> None:
    led.press(K.Key_H)
    led.type("9")
    states = []
    for _ in range(2):
        led.press(K.Key_PageDown)
        states.append(led.scene.state)
    assert states == [State.CLOSING, State.CLOSE_SHOWN]
    assert on_the_wall(led).counts == (0, 0, 0, 0, 0)


def test_a_sign_in_a_hands_field_of_the_close_is_not_taken(led: Led) -> None:
    led.press(K.Key_H)
    for typed in ("+", "2", "-"):
        led.type(typed)
        led.press(K.Key_Tab)
    led.press(K.Key_PageDown)
    assert on_the_wall(led).counts == (0, 2, 0, 0, 0)


def test_hands_that_cannot_be_read_stop_the_next_key_once_and_cost_no_word(led: Led) -> None:
    page = page_of(led)
    led.press(K.Key_H)
    led.type("3")
    page.hands.fields[1].editor.setText("a fault")
    page.word.editor.setText("proud")
    states = []
    with capture_exceptions() as faults:
        for _ in range(2):
            led.press(K.Key_PageDown)
            states.append(led.scene.state)
    assert states == [State.CLOSING, State.CLOSE_SHOWN]
    assert on_the_wall(led).words == ("proud",)
    assert {kind for kind, *_ in faults} == {ValueError}
    page.hands.fields[1].editor.setText("")
    led.press(K.Key_PageDown)
    assert kept(led).counts == (3, 0, 0, 0, 0)


def test_hands_that_are_taken_back_are_kept_on_leaving_the_field(led: Led) -> None:
    led.press(K.Key_H)
    led.type("3")
    led.press(K.Key_Tab)
    page_of(led).hands.take_focus()
    led.press(K.Key_Backspace)
    led.press(K.Key_Tab)
    assert kept(led).counts == (0, 0, 0, 0, 0)


def test_enter_adds_a_word_and_leaves_the_field_for_the_next(led: Led) -> None:
    page = page_of(led)
    page.word.editor.setFocus()
    for word in ("clear", "at last"):
        led.type(word)
        led.press(K.Key_Return)
    assert [text for _, text in kept(led).words] == ["clear", "at last"]
    assert page.word.text == ""
    assert led.has_focus(page.word.editor)
    assert on_the_wall(led).words == ("clear", "at last")


def test_a_word_without_its_enter_is_kept_before_the_next_step(led: Led) -> None:
    page_of(led).word.editor.setFocus()
    led.type("proud")
    led.press(K.Key_PageDown)
    assert on_the_wall(led).words == ("proud",)


def test_a_sentence_is_refused_beside_the_field_and_stays_to_be_shortened(led: Led) -> None:
    page = page_of(led)
    page.word.editor.setFocus()
    led.type("a sentence that goes on and on and on and on")
    led.press(K.Key_Return)
    assert page.word.error == "Keep it to one word or two: at most 40 letters."
    assert page.word.text.startswith("a sentence")
    led.press(K.Key_Backspace)
    assert page.word.error == ""


def test_a_word_is_taken_off_by_keyboard_and_undo_brings_it_back(led: Led) -> None:
    page = page_of(led)
    for word in ("clear", "tired"):
        led.day.live.closing.add_word(word)
    led.leading.refresh()
    assert page.said.lines[0].accessibleName() == "Take off: clear"
    page.said.lines[1].setFocus(Qt.FocusReason.TabFocusReason)
    led.press(K.Key_Space)
    assert [text for _, text in kept(led).words] == ["clear"]
    assert led.has_focus(page.said.lines[0])
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.said.lines[1].isHidden()


def test_what_follows_is_saved_on_leaving_the_fields(led: Led) -> None:
    page = page_of(led)
    page.next_day.field.editor.setFocus()
    led.type("31 Oct")
    page.goes_to.editor.setFocus()
    led.type("everyone")
    page.answers.editor.setFocus()
    led.type("the director")
    led.press(K.Key_PageDown)
    workshop = led.day.live.facts().workshop
    assert workshop.review_on == date(2026, 10, 31)
    assert (workshop.plan_goes_to, workshop.who_answers) == ("everyone", "the director")


def test_a_review_before_the_day_is_refused_beside_its_field(led: Led) -> None:
    page = page_of(led)
    page.next_day.field.editor.setFocus()
    led.type("1 Jan 2020")
    page.goes_to.editor.setFocus()
    assert page.next_day.field.error.startswith("This day lies before the workshop.")
    assert page.next_day.field.text == "1 January 2020"
    assert led.day.live.facts().workshop.review_on is None
    led.press(K.Key_PageDown)
    led.press(K.Key_PageDown)
    assert led.scene.state is not State.CLOSING, "the day goes on"


def test_a_date_that_cannot_be_read_says_so_and_one_taken_off_is_gone(led: Led) -> None:
    page = page_of(led)
    led.day.live.closing.write(review_on=date(2026, 3, 1))
    led.leading.refresh()
    field = page.next_day.field
    assert field.text == "1 Mar"
    field.editor.setFocus()
    field.editor.selectAll()
    led.type("soon")
    page.goes_to.editor.setFocus()
    assert field.error == "No date. Try 31 Oct or +2w."
    field.editor.setFocus()
    field.editor.selectAll()
    led.press(K.Key_Backspace)
    page.goes_to.editor.setFocus()
    assert field.error == ""
    assert led.day.live.facts().workshop.review_on is None


def test_undo_and_another_face_change_what_is_shown(led: Led) -> None:
    page = page_of(led)
    led.day.live.closing.write(plan_goes_to="everyone")
    led.day.live.closing.write(plan_goes_to="the board")
    led.leading.refresh()
    assert page.goes_to.text == "the board"
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.goes_to.text == "everyone"


def test_everything_fits_into_the_smallest_window(lead: Lead) -> None:
    led = lead(framework=room_framework(2), items=room_items(), size=(1024, 600))
    items = led.day.live.facts().items
    close = next(item for item in items if item.kind is ItemKind.CLOSE)
    led.day.live.facilitation.jump(close.id)
    led.day.live.closing.add_word("W" * 40)
    led.reach(State.CLOSING)
    page = page_of(led)
    for widget in (page.hands.fields[4], page.said.lines[0], page.answers):
        right = widget.mapTo(page, widget.rect().topRight()).x()
        assert right < page.width()
