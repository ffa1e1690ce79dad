"""What is typed in several lines is kept after a pause as well, and nobody is nagged meanwhile."""

from __future__ import annotations

from tests.ui.prepare_room import CONTROL, KEY, Begin, PrepareRoom
from tests.ui.preparing.test_refused import open_question
from ui.console.widgets.field import TextArea
from workshop.preparing_day import LONGEST_TEXT


def pause(field: TextArea) -> None:
    """Let the time go by after which nobody is typing."""
    timer = field.pause
    assert timer is not None
    assert timer.isActive()
    assert timer.interval() == 1500
    timer.stop()
    timer.timeout.emit()


def test_a_goal_is_kept_in_a_pause_and_typed_on_where_it_was(begin: Begin) -> None:
    room = begin(new=True)
    purpose = room.screen.day.purpose
    purpose.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.type("See where ")
    pause(purpose)
    assert room.prepared.workshop.purpose == "See where"
    assert purpose.text == "See where "
    room.type("we stand")
    pause(purpose)
    assert room.prepared.workshop.purpose == "See where we stand"
    room.press(KEY.Key_Tab)
    assert purpose.pause is not None
    assert not purpose.pause.isActive()


def test_a_promise_too_long_is_told_only_when_it_is_left(begin: Begin) -> None:
    room = begin(new=True)
    promise = room.screen.day.promise
    promise.editor.setFocus()
    promise.editor.insertPlainText("x" * (LONGEST_TEXT + 1))
    pause(promise)
    assert promise.error == ""
    assert room.focus is promise.editor
    assert room.prepared.workshop.promise == ""
    room.press(KEY.Key_Tab)
    assert promise.error
    assert len(promise.text) == LONGEST_TEXT + 1


def test_a_question_is_kept_in_a_pause_and_an_empty_one_is_not_nagged_about(
    filled: PrepareRoom,
) -> None:
    open_question(filled)
    text = filled.screen.editor.page.text
    filled.press(KEY.Key_A, CONTROL)
    filled.press(KEY.Key_Delete)
    pause(text)
    assert (text.text, text.error) == ("", "")
    filled.type("Do we  ")
    pause(text)
    session = next(item for item in filled.prepared.items if item.questions)
    first = filled.live.prepared_session(session.id)[0].questions[0]
    assert first.text == "Do we"
    assert text.text == "Do we  "


def test_the_names_of_a_team_are_kept_in_a_pause(filled: PrepareRoom) -> None:
    row = filled.screen.teams.rows[0]
    row.open_names(True)
    assert row.names is not None
    filled.type("Anna")
    filled.press(KEY.Key_Return)
    pause(row.names)
    assert filled.prepared.teams[0].names[0] == "Anna"
    filled.type("Ben")
    assert row.names.text.splitlines()[:2] == ["Anna", "Ben"]
