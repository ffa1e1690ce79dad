"""The tally: hands typed by team or for the whole room, seen by nobody but the row's writer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions

from tests.ui.console.run.conftest import Led
from workshop.steps import State

K = Qt.Key


def open_tally(led: Led) -> None:
    led.reach(State.OPEN)
    led.press(K.Key_H)


def type_row(led: Led, *counts: str) -> None:
    """Type a number, then Tab to the next answer; '' leaves the field empty."""
    for count in counts:
        if count:
            led.type(count)
        led.press(K.Key_Tab)


def kept(led: Led, team: int) -> dict[int, int]:
    facts = led.day.live.facts()
    assert facts.round is not None
    return led.day.live.voting.tally(facts.round.id, facts.teams[team].id)


def test_h_puts_the_cursor_into_the_first_field_and_tab_goes_on(led: Led) -> None:
    open_tally(led)
    first, second = led.run.parts.tally._rows[0].fields[:2]
    assert led.has_focus(first.editor)
    led.press(K.Key_Tab)
    assert led.has_focus(second.editor)


def test_a_row_is_saved_when_its_last_field_is_left(led: Led) -> None:
    open_tally(led)
    type_row(led, "1", "", "1", "", "", "1")
    assert kept(led, 0) == {1: 1, 3: 1, 0: 1}
    assert led.scene.votes == "3"


def test_only_the_row_with_the_cursor_shows_its_numbers(led: Led) -> None:
    open_tally(led)
    type_row(led, "1", "", "", "", "", "")
    veiled = [row.fields[0].editor.veiled for row in led.run.parts.tally._rows]
    assert veiled == [True, False]


def test_more_hands_than_seats_are_refused_in_words_below_the_row(led: Led) -> None:
    open_tally(led)
    type_row(led, "4", "", "", "", "", "")
    row = led.run.parts.tally._rows[0]
    assert row._error.text() == (
        "Front desk: 4 hands are more than the 3 seats still out. Lower one of the numbers."
    )
    assert kept(led, 0) == {}
    row.fields[0].editor.setFocus()
    led.press(K.Key_Backspace)
    led.type("3")
    led.press(K.Key_Escape)
    assert kept(led, 0) == {1: 3}
    assert not led.run.parts.tally.isVisible()


def test_the_whole_room_is_one_row_without_team_names(led: Led) -> None:
    open_tally(led)
    led.run.parts.tally.segments.choose(1)
    (row,) = led.run.parts.tally._rows
    row.fields[3].editor.setFocus()
    led.type("7")
    led.press(K.Key_Escape)
    assert led.scene.whole_room is not None
    assert led.scene.whole_room.counted == 7
    assert [team.voted for team in led.scene.teams] == [0, 0]


def test_what_is_typed_is_kept_before_the_vote_closes(led: Led) -> None:
    open_tally(led)
    led.type("2")
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    facts = led.day.live.facts()
    assert facts.round is not None
    assert facts.round.votes_in == 2
    assert not led.run.parts.tally.isVisible()


def test_hands_that_a_step_could_not_keep_are_said_in_the_notice_bar(led: Led) -> None:
    open_tally(led)
    led.type("9")
    led.press(K.Key_PageDown)
    assert led.day.state() is State.OPEN, "the row can still be mended"
    led.day.clock.moment += 1000
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("Front desk: 9 hands are more than the 3 seats still out.")


def test_a_refused_tally_is_said_no_longer_once_the_day_goes_on(led: Led) -> None:
    open_tally(led)
    led.type("9")
    led.press(K.Key_PageDown)
    led.press(K.Key_PageDown)
    assert led.run.parts.notices.current is not None, "its row has just gone"
    led.press(K.Key_PageDown)
    assert led.day.state() is not State.CLOSED
    assert led.run.parts.notices.current is None


def test_why_hands_cannot_be_counted_goes_with_the_step_it_was_said_at(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_H)
    led.press(K.Key_PageDown)
    assert led.day.state() is not State.POSE
    assert led.run.parts.notices.current is None


def test_a_tally_that_was_put_away_comes_back_with_its_numbers(led: Led) -> None:
    open_tally(led)
    led.type("2")
    led.press(K.Key_Escape)
    led.press(K.Key_H)
    assert led.run.parts.tally._rows[0].fields[0].count == 2


def test_hands_are_counted_only_while_a_vote_is_open(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_H)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == "Hands are counted while a vote is open. Open the vote first."


def test_the_practice_vote_counts_hands_and_keeps_no_answer(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    led.press(K.Key_H)
    type_row(led, "2", "1", "", "", "", "")
    assert led.scene.votes == "3"


def test_a_sign_in_a_hands_field_is_not_taken_and_stops_no_key(led: Led) -> None:
    open_tally(led)
    timer = led.scene.timer
    type_row(led, "2", "+", "-")
    assert [field.editor.text() for field in led.run.parts.tally._rows[0].fields[:3]] == [
        "2",
        "",
        "",
    ]
    assert led.scene.timer == timer, "in a field + asks for no minute"
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert kept(led, 0) == {1: 2}


def test_a_row_that_cannot_be_read_costs_no_other_and_stops_the_next_key_once(led: Led) -> None:
    open_tally(led)
    first, second = led.run.parts.tally._rows
    second.fields[0].editor.setFocus()
    led.type("4")
    first.fields[1].editor.setFocus()
    led.type("1")
    first.fields[0].editor.setText("a fault")
    with capture_exceptions() as faults:
        led.press(K.Key_PageDown)
        assert led.day.state() is State.OPEN
        assert kept(led, 1) == {1: 4}
        notice = led.run.parts.notices.current
        assert notice is not None
        assert notice.safe.startswith("Something typed here could not be kept.")
        led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert {kind for kind, *_ in faults} == {ValueError}
