"""Each key of the table, pressed on a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.console.run.conftest import Lead, Led
from ui.console.widgets.stat import Stat
from ui.keys import DOES, KEYS, Intent
from workshop.kinds import Presence, Step
from workshop.scenes import BlankScene, HandOverScene, QuestionScene, RevealScene, TouchScene
from workshop.steps import State

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


def test_every_intent_has_a_key_and_a_line_in_the_list() -> None:
    assert {binding.intent for binding in KEYS} == set(Intent) == set(DOES)


@pytest.mark.parametrize("key", [K.Key_Space, K.Key_PageDown, K.Key_Right])
def test_space_page_down_and_right_do_what_the_next_button_says(led: Led, key: Qt.Key) -> None:
    assert led.run.parts.transport.next.text() == "Start the workshop"
    led.press(key)
    assert led.day.state() is State.OPENING


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left])
def test_page_up_takes_a_reveal_back_and_the_next_key_shows_it_again(led: Led, key: Qt.Key) -> None:
    led.reach(State.REVEAL)
    led.press(key)
    assert led.wall_shows(QuestionScene)
    led.press(K.Key_Space)
    assert led.wall_shows(RevealScene)


@pytest.mark.parametrize("key", [K.Key_B, K.Key_Period])
def test_b_and_the_full_stop_blank_and_show_the_wall(led: Led, key: Qt.Key) -> None:
    led.reach(State.POSE)
    led.press(key)
    assert led.wall_shows(BlankScene)
    led.press(key)
    assert led.wall_shows(QuestionScene)


def test_the_next_key_only_shows_a_blank_wall_again(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_B)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.POSE


def test_plus_and_minus_change_the_timer_by_a_minute(led: Led) -> None:
    led.reach(State.DISCUSS)
    led.press(K.Key_Plus, SHIFT)
    led.press(K.Key_Plus, SHIFT)
    led.press(K.Key_Minus)
    assert led.scene.timer is not None
    assert led.scene.timer.added_s == 60


def test_a_vote_over_its_time_is_said_to_be_over(led: Led) -> None:
    led.reach(State.OPEN, votes=0)
    stats = [f.accessibleName() for f in led.run.findChildren(Stat) if f.isVisible()]
    assert "left to vote 1:30" in stats
    led.day.clock.moment += 92_000
    led.leading.refresh()
    led.run.show_scene(led.scene)
    stats = [f.accessibleName() for f in led.run.findChildren(Stat) if f.isVisible()]
    assert "over the time +0:02" in stats


def test_t_tells_who_is_missing_where_nobody_is_here(led: Led) -> None:
    led.reach(State.OPEN, votes=0)
    for team in led.day.live.facts().teams:
        led.day.live.attendance.mark_team(team.id, Presence.GONE)
    led.leading.refresh()
    assert led.run.parts.side.ways.touch.toolTip() == "Nobody is here."
    led.press(K.Key_T)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == "Nobody is here to vote. Ctrl P says who is present."


def test_v_opens_another_round(led: Led) -> None:
    led.reach(State.TALK)
    led.press(K.Key_V)
    assert led.day.state() is State.OPEN


def test_what_cannot_be_done_now_is_refused_in_words(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_V)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == "There is another round once this one is revealed."


def test_s_skips_and_control_z_brings_it_back_and_control_shift_z_skips_again(led: Led) -> None:
    led.reach(State.POSE)
    first = led.scene.question
    led.press(K.Key_S)
    assert led.scene.question != first
    assert led.run.parts.transport.undo.text().startswith("Undo: ")
    led.press(K.Key_Z, CONTROL)
    assert led.scene.question is not None
    assert first is not None
    assert led.scene.question.id == first.id
    led.press(K.Key_Z, CONTROL | SHIFT)
    assert led.scene.question.id != first.id


def test_the_undo_button_names_what_it_undoes(led: Led) -> None:
    led.reach(State.OPEN)
    assert led.run.parts.transport.undo.text() == "Undo: vote opened"
    led.run.parts.transport.undo.click()
    assert led.day.state() is State.DISCUSS


def test_control_z_in_a_field_belongs_to_the_field(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_P)
    led.type("later")
    led.press(K.Key_Z, CONTROL)
    assert led.day.state() is State.POSE
    assert isinstance(led.focus, QLineEdit)
    assert led.focus.text() == ""


def test_control_r_jumps_to_the_read_back(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_R, CONTROL)
    assert led.day.state() is State.READ_BACK
    assert led.run.parts.read_back.isVisible()


def test_j_moves_into_the_rail_where_arrows_choose_and_enter_jumps(led: Led) -> None:
    led.reach(State.POSE)
    assert led.scene.question is not None
    first = led.scene.question.short
    led.press(K.Key_J)
    led.press(K.Key_Down)
    led.press(K.Key_Return)
    assert led.scene.question.short != first
    assert led.has_focus(led.run.parts.transport.next)


def test_f6_leads_to_the_next_button_from_anywhere(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_P)
    led.press(K.Key_F6)
    assert led.has_focus(led.run.parts.transport.next)


def test_space_in_a_control_reached_by_tab_is_the_controls(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_Tab)
    assert led.has_focus(led.run.parts.top_bar.agenda)
    assert led.run.parts.transport.next.key == "Page Down"
    with_signal: list[bool] = []
    led.run.left.connect(lambda: with_signal.append(True))
    led.press(K.Key_Space)
    assert with_signal == [True]
    assert led.day.state() is State.POSE


def test_x_swaps_wall_and_console_and_neither_esc_nor_f5_closes_the_projector(led: Led) -> None:
    before = led.screens.current
    led.press(K.Key_X)
    assert led.screens.current is not before
    led.press(K.Key_F5)
    led.press(K.Key_Escape)
    assert led.projector.isVisible()


def test_the_question_mark_lists_the_keys_that_work_now_and_esc_puts_the_list_away(
    led: Led,
) -> None:
    led.press(K.Key_Question, SHIFT)
    assert led.run.parts.keys_list.isVisible()
    led.press(K.Key_Escape)
    assert not led.run.parts.keys_list.isVisible()


def test_f_holds_the_wall_and_lets_it_go_on(led: Led) -> None:
    led.reach(State.POSE)
    held = led.day.live.scene()
    led.press(K.Key_F)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.DISCUSS
    assert led.day.live.scene() == held
    assert led.run.parts.side.room.coming.isVisible()
    led.press(K.Key_F)
    assert led.day.live.scene() != held
    assert not led.run.parts.side.room.coming.isVisible()


def test_e_shows_the_teams_apart_and_together_again(led: Led) -> None:
    led.reach(State.REVEAL)
    led.press(K.Key_E)
    assert led.day.scene_name() == "TeamsApartScene"
    led.press(K.Key_E)
    assert led.day.scene_name() == "RevealScene"


def test_g_opens_what_can_go_and_esc_leaves_the_day_as_it_is(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_G)
    assert led.run.parts.panels[Intent.WHAT_CAN_GO].isVisible()
    led.press(K.Key_Escape)
    assert not led.run.parts.panels[Intent.WHAT_CAN_GO].isVisible()
    assert led.day.state() is State.POSE


def test_ctrl_s_asks_for_a_second_copy(led: Led, qtbot: QtBot) -> None:
    with qtbot.waitSignal(led.run.copy_wanted):
        led.press(K.Key_S, Qt.KeyboardModifier.ControlModifier)


# --- The clicker --------------------------------------------------------------------------


def test_a_clicker_pressed_twice_within_600_ms_counts_once(led: Led) -> None:
    led.press(K.Key_PageDown)
    led.day.clock.moment += 599
    led.press(K.Key_PageDown, settle=False)
    assert led.day.state() is State.OPENING
    led.day.clock.moment += 600
    led.press(K.Key_PageDown, settle=False)
    assert led.day.state() is State.PRACTICE_OPEN


def test_a_key_that_is_held_down_steps_once(led: Led) -> None:
    for repeated in (False, True, True):
        event = QKeyEvent(QEvent.Type.KeyPress, K.Key_Space, Qt.KeyboardModifier.NoModifier, " ",
                          repeated)  # fmt: skip
        led.app.sendEvent(led.focus, event)
        led.day.clock.moment += 1000
    assert led.day.state() is State.OPENING


def test_page_down_steps_while_someone_types_and_no_letter_is_lost(led: Led) -> None:
    led.reach(State.RECORD)
    editor = led.run.parts.record.evidence_field.editor
    editor.setFocus()
    led.type("They call ")
    led.press(K.Key_PageDown)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.ACT
    assert led.has_focus(editor)
    led.type("back")
    led.press(K.Key_Escape)
    led.app.processEvents()
    outcome = led.day.live.facts().question
    assert outcome is not None
    assert outcome.outcome is not None
    assert outcome.outcome.evidence == "They call back"
    assert led.run.parts.question.isVisible()


def test_evidence_is_on_disk_with_the_step_itself(led: Led) -> None:
    led.reach(State.RECORD)
    led.run.parts.record.evidence_field.editor.setFocus()
    led.type("Half a sentence")
    led.press(K.Key_PageDown)
    facts = led.day.live.facts()
    assert facts.question is not None
    assert facts.question.outcome is not None
    assert facts.question.outcome.evidence == "Half a sentence"


def test_letters_typed_into_a_field_are_letters(led: Led) -> None:
    led.reach(State.TALK)
    led.press(K.Key_N)
    led.type("btv hpan sjx .+?")
    assert led.day.state() is State.TALK
    assert isinstance(led.focus, QLineEdit)
    assert led.focus.text() == "btv hpan sjx .+?"


def test_a_step_leaves_the_cursor_in_its_field(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_P)
    led.type("par")
    led.press(K.Key_PageDown)
    led.type("king")
    led.press(K.Key_Return)
    assert [parked.text for parked in led.scene.parked] == ["parking"]


# --- The vote at the wall -----------------------------------------------------------------


def call_nursing(led: Led) -> None:
    led.reach(State.OPEN)
    led.press(K.Key_T)
    menu = led.app.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, K.Key_Down)
    QTest.keyClick(menu, K.Key_Return)
    assert led.wall_shows(HandOverScene)


def pause(led: Led) -> None:
    """Let the targets come back after a touch."""
    led.day.clock.moment += 1000
    led.leading.stage.tick()


def test_the_clicker_steps_though_a_menu_was_left_open(led: Led) -> None:
    led.reach(State.OPEN)
    led.press(K.Key_T)
    menu = led.app.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, K.Key_PageDown)
    assert led.app.activePopupWidget() is None
    assert led.day.state() is State.CLOSED


def test_t_asks_which_team_and_calls_it(led: Led) -> None:
    call_nursing(led)
    assert led.scene.turn is not None
    assert led.scene.turn.name == "Nursing"
    assert led.run.parts.side.ways.skip.isVisible()


@pytest.mark.parametrize(
    ("opens", "answers"),
    [(K.Key_1, (K.Key_4, K.Key_0)), (K.Key_End, (K.Key_Left, K.Key_Insert))],
    ids=["NumLock on", "NumLock off"],
)
def test_the_keypad_votes_at_the_wall(
    led: Led, opens: Qt.Key, answers: tuple[Qt.Key, Qt.Key]
) -> None:
    call_nursing(led)
    led.press(opens, KEYPAD)
    assert led.wall_shows(TouchScene)
    for number, key in enumerate(answers, 1):
        led.press(key, KEYPAD)
        pause(led)
        assert led.scene.votes == str(number)
    led.press(K.Key_PageDown)
    led.press(K.Key_PageDown)
    facts = led.day.live.facts()
    assert facts.question is not None
    result = facts.question.rounds[-1].result
    assert result is not None
    assert result.counts == (0, 0, 0, 1, 0)
    assert result.dont_know == 1


def test_a_keypads_page_down_is_a_three_and_no_step_while_the_wall_votes(led: Led) -> None:
    call_nursing(led)
    led.press(K.Key_Enter, KEYPAD)
    led.press(K.Key_PageDown, KEYPAD)
    assert led.day.state() is State.OPEN
    assert led.scene.votes == "1"


def test_a_keypad_key_is_the_votes_even_while_someone_types(led: Led) -> None:
    call_nursing(led)
    led.press(K.Key_N)
    led.press(K.Key_Enter, KEYPAD)
    led.press(K.Key_2, KEYPAD)
    assert led.scene.votes == "1"
    assert isinstance(led.focus, QLineEdit)
    assert led.focus.text() == ""


def test_a_digit_beyond_the_scale_is_no_vote(led: Led) -> None:
    call_nursing(led)
    led.press(K.Key_Enter, KEYPAD)
    led.press(K.Key_9, KEYPAD)
    assert led.scene.votes == "0"


def test_f_is_refused_while_a_team_votes_at_the_wall_and_b_blanks_it(led: Led) -> None:
    call_nursing(led)
    led.press(K.Key_Enter, KEYPAD)
    assert not led.run.parts.transport.hold.isVisible()
    led.press(K.Key_F)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == (
        "A team is voting at the screen. End that first, or blank the wall with B."
    )
    led.press(K.Key_4, KEYPAD)
    pause(led)
    assert led.scene.votes == "1"
    led.press(K.Key_B)
    assert led.wall_shows(BlankScene)


def test_control_z_of_a_parked_thought_leaves_the_wall_alone(led: Led) -> None:
    call_nursing(led)
    led.press(K.Key_Enter, KEYPAD)
    led.press(K.Key_P)
    led.type("Where do the forms go?")
    led.press(K.Key_Return)
    led.press(K.Key_Escape)
    for modifiers in (CONTROL, CONTROL | SHIFT):
        led.press(K.Key_Z, modifiers)
        assert led.wall_shows(TouchScene)


def test_the_seat_that_is_not_here_is_skipped_and_voting_at_the_screen_ends(led: Led) -> None:
    call_nursing(led)
    first = led.day.live.facts().turn
    led.run.parts.side.ways.skip.click()
    second = led.day.live.facts().turn
    assert first is not None
    assert second is not None
    assert first.seat_id != second.seat_id
    led.run.parts.side.ways.end.click()
    assert led.wall_shows(QuestionScene)
    assert led.scene.votes == "0"


def test_the_only_team_still_out_is_called_at_once(lead: Lead) -> None:
    from workshop.creation import NewTeam

    led = lead(teams=(NewTeam("All of us", 5),))
    led.reach(State.OPEN)
    led.press(K.Key_T)
    assert led.scene.turn is not None


def test_steps_are_shown_for_a_question_and_not_for_the_practice_vote(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    assert led.scene.step is None
    assert led.scene.question is not None
    led.reach(State.POSE)
    assert led.scene.step is Step.POSE


def test_the_evidence_field_takes_a_line_break_by_enter(led: Led) -> None:
    led.reach(State.RECORD)
    editor = led.run.parts.record.evidence_field.editor
    editor.setFocus()
    led.type("one")
    led.press(K.Key_Return)
    assert editor.toPlainText() == "one\n"
