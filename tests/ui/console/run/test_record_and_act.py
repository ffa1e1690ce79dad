"""Recording outcomes and capturing actions, by keyboard."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt

from tests.ui.console.run.conftest import Led
from ui.console.run.day_picker import DayPicker
from workshop.facts import ActionFacts
from workshop.kinds import OutcomeKind
from workshop.planning import ActionDraft
from workshop.question_facts import OutcomeFacts
from workshop.steps import State

K = Qt.Key


def outcome(led: Led) -> OutcomeFacts:
    question = led.day.live.facts().question
    assert question is not None
    assert question.outcome is not None
    return question.outcome


def actions(led: Led) -> tuple[ActionFacts, ...]:
    return led.day.live.facts().actions


# --- Record -------------------------------------------------------------------------------


def test_the_picker_starts_at_the_median_and_the_next_key_agrees_on_it(led: Led) -> None:
    led.reach(State.RECORD)
    picker = led.run.parts.record._picker
    assert picker is not None
    assert picker.score == 3
    led.press(K.Key_Space)
    assert outcome(led).score == 3


def test_arrows_move_the_score_and_do_not_step_while_the_picker_has_the_cursor(led: Led) -> None:
    led.reach(State.RECORD)
    picker = led.run.parts.record._picker
    assert picker is not None
    picker.setFocus()
    assert led.run.parts.transport.next.key == "Page Down"
    led.press(K.Key_Right)
    assert outcome(led).score == 3.5
    assert led.day.state() is State.RECORD


def test_in_record_arrows_move_the_score_from_the_next_button_too(led: Led) -> None:
    led.reach(State.RECORD)
    led.press(K.Key_Right)
    assert outcome(led).score == 3.5
    led.press(K.Key_Left)
    led.press(K.Key_Left)
    assert outcome(led).score == 2.5
    assert led.day.state() is State.RECORD
    led.press(K.Key_Space)
    assert led.day.state() is State.ACT
    led.press(K.Key_Right)
    assert led.day.state() is State.POSE


def test_ctrl_e_goes_to_the_evidence_and_nowhere_else(led: Led) -> None:
    led.reach(State.RECORD)
    led.press(K.Key_E, Qt.KeyboardModifier.ControlModifier)
    led.type("They said so.")
    led.press(K.Key_Escape)
    assert outcome(led).evidence == "They said so."
    assert led.day.state() is State.RECORD


def test_evidence_is_saved_when_the_field_is_left_and_says_when(led: Led) -> None:
    led.reach(State.RECORD)
    led.run.parts.record.evidence_field.editor.setFocus()
    led.type("They said so.")
    led.press(K.Key_Escape)
    assert outcome(led).evidence == "They said so."
    assert led.run.parts.record._saved.text().startswith("Saved ")


def test_two_positions_are_kept_with_who_finds_out_and_by_when(led: Led) -> None:
    led.reach(State.RECORD)
    record = led.run.parts.record
    record.differ_button.click()
    differ = record.differ
    assert differ.isVisible()
    assert differ._low is not None
    assert differ._high is not None
    differ._low.choose(2.0)
    differ._high.choose(4.5)
    differ.low_text.editor.setFocus()
    led.type("They wait.")
    differ.who.editor.setFocus()
    led.type("The lead")
    differ.by.field.editor.setFocus()
    led.type("14 nov")
    led.press(K.Key_Escape)
    kept = outcome(led)
    assert kept.kind is OutcomeKind.DIFFER
    assert (kept.low, kept.high, kept.low_position) == (2, 4.5, "They wait.")
    assert (kept.finds_out, kept.finds_out_by) == ("The lead", date(2026, 11, 14))
    differ.back_button.click()
    assert outcome(led).kind is OutcomeKind.UNDECIDED
    assert not differ.isVisible()


def test_boxes_say_where_the_evidence_may_not_be_shown(led: Led) -> None:
    led.reach(State.RECORD)
    led.run.parts.record.off_wall.click()
    led.run.parts.record.off_report.click()
    assert (outcome(led).off_wall, outcome(led).off_report) == (True, True)


def test_n_adds_a_line_said_in_the_talk(led: Led) -> None:
    led.reach(State.RECORD)
    led.press(K.Key_N)
    led.type("The list is in a drawer")
    led.press(K.Key_Return)
    assert led.scene.question is not None
    notes = [(note.text, note.private) for note in led.scene.question.notes]
    assert notes == [("The list is in a drawer", False)]


def test_undoing_the_score_leaves_the_picker_at_what_is_offered(led: Led) -> None:
    led.reach(State.RECORD)
    picker = led.run.parts.record._picker
    assert picker is not None
    picker.choose(5.0)
    led.press(K.Key_F6)
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shown = led.run.parts.record._picker
    assert shown is not None
    assert shown.score == 3


# --- Actions ------------------------------------------------------------------------------


def test_actions_are_written_one_after_the_other_without_a_mouse(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.type("Ring back")
    led.press(K.Key_Tab)
    led.type("Print the list")
    led.press(K.Key_Tab)
    led.type("Front desk lead")
    led.press(K.Key_Tab)
    led.type("+2w")
    led.press(K.Key_Return)
    assert led.has_focus(led.run.parts.capture.what.editor)
    assert led.run.parts.capture.what.text == ""
    led.type("Call again")
    led.press(K.Key_Tab)
    led.press(K.Key_Tab)
    led.type("fro")
    led.press(K.Key_Tab)
    led.press(K.Key_Return)
    first, second = actions(led)
    assert (first.what, first.first_step, first.owner) == (
        "Ring back",
        "Print the list",
        "Front desk lead",
    )
    assert first.due == date(2026, 1, 15)
    assert (second.what, second.owner, second.due) == ("Call again", "Front desk lead", None)
    led.press(K.Key_Escape)
    assert not led.run.capturing
    assert led.has_focus(led.run.parts.transport.next)


def test_right_takes_the_completion(led: Led) -> None:
    led.day.live.planning.propose(ActionDraft("One", owner="Practice manager"))
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.run.parts.capture.owner.editor.setFocus()
    led.type("pra")
    led.press(K.Key_Right)
    assert led.run.parts.capture.owner.text == "Practice manager"
    assert led.day.state() is State.ACT


def test_a_date_that_cannot_be_read_is_said_and_the_action_waits(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.type("Ring back")
    due = led.run.parts.capture.due
    due.field.editor.setFocus()
    led.type("soonish")
    led.press(K.Key_Return)
    assert actions(led) == ()
    assert due.field.error == "No date. Try 31 Oct or +2w."


def test_a_day_is_chosen_from_the_calendar(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.run.parts.capture.due.open_calendar()
    picker = led.app.activePopupWidget()
    assert isinstance(picker, DayPicker)
    picker.calendar.clicked.emit(QDate(2026, 3, 5))
    assert led.run.parts.capture.due.day == date(2026, 3, 5)
    assert led.run.parts.capture.due.field.text == "5 Mar"


def test_an_action_keeps_the_question_it_was_begun_at_though_the_day_goes_on(led: Led) -> None:
    led.reach(State.ACT)
    assert led.scene.question is not None
    begun_at = led.scene.question.id
    led.press(K.Key_A)
    led.type("Ring ")
    led.press(K.Key_PageDown)
    assert led.scene.question.id != begun_at
    led.type("back")
    led.press(K.Key_Return)
    (action,) = actions(led)
    assert (action.what, action.question_id) == ("Ring back", begun_at)


def test_closing_the_panel_keeps_what_was_written(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.type("Ring back")
    led.press(K.Key_Escape)
    assert [action.what for action in actions(led)] == ["Ring back"]


def test_leaving_the_screen_keeps_what_was_written(led: Led) -> None:
    led.reach(State.ACT)
    led.press(K.Key_A)
    led.type("Ring back")
    led.run.parts.capture.keep()
    assert [action.what for action in actions(led)] == ["Ring back"]


def test_a_proposed_action_is_changed_by_a_click(led: Led) -> None:
    led.reach(State.ACT)
    assert led.scene.question is not None
    action_id = led.day.live.planning.propose(ActionDraft("Ring"), led.scene.question.id)
    led.leading.refresh()
    led.press(K.Key_A)
    led.run.parts.capture.edited.emit(action_id)
    assert led.run.parts.capture.what.text == "Ring"
    led.press(K.Key_End)
    led.type(" back")
    led.press(K.Key_Return)
    assert [action.what for action in actions(led)] == ["Ring back"]


def test_at_the_read_back_an_action_is_agreed_once_it_has_owner_and_date(led: Led) -> None:
    ready = led.day.live.planning.propose(
        ActionDraft("Ring back", owner="Ana", due=date(2026, 2, 1))
    )
    led.day.live.planning.propose(ActionDraft("Call"))
    led.reach(State.READ_BACK)
    page = led.run.parts.read_back
    assert page._count.text() == "0 of 2 agreed"
    page.agreed.emit(ready)
    assert page._count.text() == "1 of 2 agreed"
    led.press(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page._count.text() == "0 of 2 agreed"


def test_an_action_is_dropped_with_a_reason(led: Led) -> None:
    dropped = led.day.live.planning.propose(ActionDraft("Ring back"))
    led.reach(State.READ_BACK)
    led.run.parts.read_back.dropped.emit(dropped, "It is done already")
    assert led.run.parts.read_back._count.text() == ""


def test_at_the_end_the_next_button_exports_the_plan(led: Led) -> None:
    led.reach(State.FINISHED)
    wanted: list[bool] = []
    led.run.export_wanted.connect(lambda: wanted.append(True))
    assert led.run.parts.transport.next.text() == "Export the files"
    led.run.parts.transport.next.click()
    assert wanted == [True]
