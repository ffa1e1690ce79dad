"""Belonging: what is written down goes to the question at which it was begun, or to none."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions

from tests.ui.console.run.conftest import Led
from workshop.steps import State

K = Qt.Key


def rows(led: Led, table: str) -> list[tuple[str, str | None]]:
    """What stands in the library: each text with the short name of its question."""
    with sqlite3.connect(led.day.library.path) as library:
        return library.execute(
            f"select t.text, q.short from {table} t left join question q on q.id = t.question_id"
        ).fetchall()


def shorts(led: Led) -> tuple[str, str]:
    """The short names of the first session's first two questions."""
    item = next(item for item in led.day.live.facts().items if item.questions)
    first, second = item.questions[:2]
    return first.short, second.short


def test_in_practice_n_says_that_there_is_no_question_and_later_notes_are_kept(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    notes = led.run.parts.question.notes
    assert notes.isVisible(), "the prompts are read in practice"
    assert not notes.field.isVisible()
    assert not notes._hint.isVisible()
    led.press(K.Key_N)
    assert led.has_focus(led.run.parts.transport.next)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == "A private note belongs to a question, and there is none now."
    led.reach(State.TALK)
    led.press(K.Key_N)
    led.type("Watch the clock")
    led.press(K.Key_Return)
    assert rows(led, "note") == [("Watch the clock", shorts(led)[0])]


def test_an_action_from_practice_is_kept_without_a_question(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    led.press(K.Key_A)
    assert not led.run.parts.capture._proposed.isVisible()
    led.type("Call customers back")
    led.press(K.Key_Return)
    led.press(K.Key_Escape)
    assert not led.run.capturing
    (action,) = led.day.live.facts().actions
    assert (action.what, action.question_id) == ("Call customers back", None)


def test_a_thought_from_practice_is_parked_without_a_question(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    led.press(K.Key_P)
    led.type("Tea")
    led.press(K.Key_Return)
    assert rows(led, "parked") == [("Tea", None)]


@pytest.mark.parametrize("begun", [("x", K.Key_Backspace), (" ",)])
def test_a_note_belongs_to_no_question_until_there_is_a_letter(
    led: Led, begun: tuple[str | Qt.Key, ...]
) -> None:
    led.reach(State.DISCUSS)
    led.press(K.Key_N)
    for each in begun:
        if isinstance(each, str):
            led.type(each)
        else:
            led.press(each)
    led.press(K.Key_Escape)
    led.press(K.Key_S)
    led.press(K.Key_N)
    led.type("for question two")
    led.press(K.Key_Return)
    assert rows(led, "note") == [("for question two", shorts(led)[1])]


def test_a_note_belongs_to_the_question_where_it_was_begun_though_the_day_goes_on(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_N)
    led.type("for question ")
    led.press(K.Key_PageDown)
    led.type("one")
    led.press(K.Key_Return)
    assert rows(led, "note") == [("for question one", shorts(led)[0])]


def test_a_thought_is_parked_at_the_question_where_it_was_begun(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_P)
    led.type("A thought ")
    led.press(K.Key_PageDown)
    led.type("of question one")
    led.press(K.Key_Return)
    led.type("x")
    led.press(K.Key_Backspace)
    led.type("Of question two")
    led.press(K.Key_Return)
    one, two = shorts(led)
    assert rows(led, "parked") == [("A thought of question one", one), ("Of question two", two)]


def test_a_line_of_the_talk_that_could_not_be_kept_goes_to_its_own_question(led: Led) -> None:
    led.reach(State.RECORD)
    record = led.run.parts.record
    led.press(K.Key_N)
    led.type("Said at one")
    library = sqlite3.connect(led.day.library.path)
    library.execute(
        "create trigger full before insert on note begin select raise(abort, 'full'); end"
    )
    library.commit()
    with capture_exceptions():
        led.press(K.Key_Escape)
        led.reach(State.ACT)
    led.reach(State.POSE)
    led.reach(State.RECORD)
    library.execute("drop trigger full")
    library.commit()
    library.close()
    assert record.said_field.text == "Said at one"
    led.run._keeping.try_again()
    assert rows(led, "note") == [("Said at one", shorts(led)[0])]


def test_a_new_action_asked_for_at_the_next_question_comes_from_that_question(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.press(K.Key_F6)
    led.press(K.Key_PageDown)
    assert led.run.capturing
    led.press(K.Key_A)
    led.type("Ring back")
    led.press(K.Key_Return)
    assert led.scene.question is not None
    (action,) = led.day.live.facts().actions
    assert action.question_id == led.scene.question.id
