"""I: a question here, or an agenda item next, typed and added by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.insert import InsertPanel
from ui.keys import Intent
from workshop.facts import OutlineItem
from workshop.kinds import ItemKind
from workshop.steps import State

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def panel(led: Led) -> InsertPanel:
    found = led.run.parts.panels[Intent.INSERT]
    assert isinstance(found, InsertPanel)
    return found


def open_panel(led: Led, state: State = State.POSE) -> InsertPanel:
    led.reach(state)
    led.press(K.Key_I)
    return panel(led)


def choose_item(led: Led) -> None:
    """From the first field back to the choice, and on to an agenda item."""
    led.press(K.Key_Tab, SHIFT)
    led.press(K.Key_Right)
    assert panel(led).what.current == 1


def shorts(led: Led) -> list[str]:
    return [question.short for question in led.day.live.facts().items[1].questions]


def added(led: Led, kind: ItemKind) -> OutlineItem:
    return next(item for item in led.day.live.facts().items if item.kind is kind)


def test_i_puts_the_cursor_into_the_question_and_enter_adds_it(led: Led) -> None:
    insert = open_panel(led)
    assert led.has_focus(insert.text.editor)
    assert insert._where.text() == "It follows “Short 0.0”, on the same scale."
    led.type("Who picks up the phone?")
    led.press(K.Key_Tab)
    led.type("Phone")
    led.press(K.Key_Return)
    assert shorts(led) == ["Short 0.0", "Phone", "Short 0.1"]
    assert not insert.isVisible()
    assert led.has_focus(led.run.parts.transport.next)
    assert [question.short for question in led.scene.rail[1].questions] == shorts(led)


def test_the_form_is_empty_when_it_is_opened_again(led: Led) -> None:
    insert = open_panel(led)
    led.type("Who?")
    led.press(K.Key_Return)
    led.press(K.Key_I)
    assert (insert.text.text, insert.short.text) == ("", "")


def test_a_question_without_words_is_refused_beside_the_form(led: Led) -> None:
    insert = open_panel(led)
    led.press(K.Key_Return)
    assert insert.isVisible()
    assert insert.error == "The question has no words yet. Write what the room is to answer."
    led.type("Who?")
    led.press(K.Key_Return)
    assert insert.error == ""
    assert len(shorts(led)) == 3


def test_esc_adds_nothing_and_keeps_what_was_typed(led: Led) -> None:
    insert = open_panel(led)
    led.type("Who?")
    led.press(K.Key_Escape)
    assert not insert.isVisible()
    assert len(shorts(led)) == 2
    led.press(K.Key_I)
    assert insert.text.text == "Who?"


def test_letters_belong_to_the_field_and_page_down_still_steps(led: Led) -> None:
    insert = open_panel(led)
    led.type("gibs")
    assert insert.text.text == "gibs"
    led.press(K.Key_PageDown)
    assert led.day.state() is State.DISCUSS
    assert insert.isVisible()
    assert insert.text.text == "gibs"


def test_a_break_is_added_with_its_line_for_the_wall(led: Led) -> None:
    insert = open_panel(led)
    choose_item(led)
    assert insert._where.text() == "It follows Vision."
    led.press(K.Key_Tab)
    assert led.has_focus(insert.kinds)
    led.press(K.Key_Tab)
    assert led.has_focus(insert.title.editor)
    led.press(K.Key_Tab)
    insert.minutes.editor.selectAll()
    led.type("12")
    led.press(K.Key_Tab)
    led.type("Coffee below")
    led.press(K.Key_Return)
    rest = added(led, ItemKind.BREAK)
    assert (rest.title, rest.minutes, rest.remark) == ("Break", 12, "Coffee below")
    assert [item.title for item in led.scene.rail][1:3] == ["Vision", "Break"]


def test_group_work_takes_a_task_and_up_to_three_steps(led: Led) -> None:
    insert = open_panel(led)
    choose_item(led)
    led.press(K.Key_Tab)
    led.press(K.Key_Right)
    assert (insert.title.text, insert.minutes.text) == ("Group work", "20")
    assert insert.task.isVisible()
    assert not insert.remark.isVisible()
    for _ in range(3):
        led.press(K.Key_Tab)
    led.type("Find the cause")
    led.press(K.Key_Tab)
    led.type("Ask why")
    led.press(K.Key_Return)
    groups = added(led, ItemKind.GROUP_WORK)
    assert (groups.purpose, groups.tasks) == ("Find the cause", ("Ask why",))


def test_what_was_typed_stays_when_the_kind_changes_and_what_was_offered_follows(
    led: Led,
) -> None:
    insert = open_panel(led)
    choose_item(led)
    insert.title.editor.setText("Fresh air")
    insert.kinds.choose(2)
    assert (insert.title.text, insert.minutes.text) == ("Fresh air", "10")


def test_minutes_that_are_none_are_refused_beside_the_form(led: Led) -> None:
    insert = open_panel(led)
    choose_item(led)
    insert.minutes.editor.setText("soon")
    insert.minutes.editor.setFocus()
    led.press(K.Key_Return)
    assert insert.error == "Minutes go from 1 to 480. Write how long it takes."
    assert insert.isVisible()


def test_outside_a_session_it_opens_at_the_agenda_item(led: Led) -> None:
    insert = open_panel(led, State.OPENING)
    assert insert.what.current == 1
    assert led.has_focus(insert.title.editor)
    insert.what.choose(0)
    assert insert._where.text() == "Questions belong to a session, and Opening is none."
    insert.text.editor.setFocus()
    led.type("Who?")
    led.press(K.Key_Return)
    assert insert.error.startswith("Questions are added to a session.")


def test_at_a_sessions_beginning_the_question_ends_it(led: Led) -> None:
    insert = open_panel(led, State.SESSION)
    assert insert._where.text() == "It ends Vision, on the same scale."
    led.type("Who?")
    led.press(K.Key_Return)
    assert shorts(led)[-1] == "Who?"


def test_before_the_day_begins_a_sentence_says_why_not(led: Led) -> None:
    led.press(K.Key_I)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("Questions and agenda items are added while the day is led.")


def test_the_wall_shows_nothing_of_it_until_it_comes_to_it(led: Led) -> None:
    led.reach(State.POSE)
    wall = led.leading.stage.wall
    led.press(K.Key_I)
    choose_item(led)
    led.press(K.Key_Tab)
    led.press(K.Key_Tab)
    led.press(K.Key_Return)
    assert led.leading.stage.wall == wall


def test_the_form_fits_into_a_small_window(lead: Lead) -> None:
    led = lead(size=(1024, 600))
    insert = open_panel(led)
    choose_item(led)
    insert.kinds.choose(1)
    led.app.processEvents()
    assert led.window.width() == 1024
    assert insert.kinds.width() <= insert.width() - 2 * 40
