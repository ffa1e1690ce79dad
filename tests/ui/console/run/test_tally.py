"""The tally: hands typed by team or for the whole room, seen by nobody but the row's writer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.exceptions import capture_exceptions

from tests.ui.console.run.conftest import Led
from ui.console.run.tally_rows import TallyLine
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


def texts_of(row: TallyLine) -> list[str]:
    return [field.editor.text() for field in row.fields]


def test_while_one_types_the_row_says_how_many_hands_of_how_many_and_who_is_missing(
    led: Led,
) -> None:
    open_tally(led)
    row = led.run.parts.tally._rows[1]
    row.fields[0].editor.setFocus()
    assert (row.count_said, row.off_said) == ("0 of 4", "4 still out")
    led.type("2")
    led.press(K.Key_Tab)
    led.type("1")
    assert (row.count_said, row.off_said) == ("3 of 4", "1 still out")
    led.press(K.Key_Tab)
    led.type("1")
    assert (row.count_said, row.off_said) == ("4 of 4", "")
    led.press(K.Key_Tab)
    led.type("3")
    assert (row.count_said, row.off_said) == ("7 of 4", "3 too many")


def test_a_row_that_was_left_says_what_is_counted_and_no_more(led: Led) -> None:
    open_tally(led)
    type_row(led, "1", "", "1", "", "", "")
    first, second = led.run.parts.tally._rows
    assert (first.count_said, first.off_said) == ("2 of 3", "")
    assert (second.count_said, second.off_said) == ("0 of 4", "4 still out")


def test_the_whole_room_has_one_sum(led: Led) -> None:
    open_tally(led)
    led.run.parts.tally.segments.choose(1)
    (row,) = led.run.parts.tally._rows
    row.fields[0].editor.setFocus()
    led.type("5")
    led.press(K.Key_Tab)
    led.type("4")
    assert (row.count_said, row.off_said) == ("9 of 7", "2 too many")


def test_escape_stays_once_at_a_row_that_was_refused_then_puts_it_away_as_it_is(led: Led) -> None:
    open_tally(led)
    led.type("9")
    led.press(K.Key_Escape)
    tally = led.run.parts.tally
    assert tally.isVisible(), "the row can still be mended"
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("Front desk: 9 hands are more than the 3 seats still out.")
    led.press(K.Key_Escape)
    assert not tally.isVisible()
    led.press(K.Key_H)
    assert texts_of(tally._rows[0])[0] == "9"
    assert tally.error.startswith("Front desk: 9 hands")


def test_a_vote_is_not_closed_over_hands_that_were_refused_and_put_away(led: Led) -> None:
    open_tally(led)
    led.type("9")
    led.press(K.Key_Escape)
    led.press(K.Key_Escape)
    led.press(K.Key_B)
    led.press(K.Key_B)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.OPEN
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("Front desk: 9 hands are more than the 3 seats still out.")
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED


def test_refused_hands_are_mended_before_they_are_counted_otherwise(led: Led) -> None:
    open_tally(led)
    led.type("9")
    tally = led.run.parts.tally
    tally.segments.choose(1)
    assert tally.segments.current == 0
    assert texts_of(tally._rows[0])[0] == "9"
    assert tally.error.startswith("Front desk: 9 hands")


def test_a_window_made_narrow_keeps_the_cursor_and_what_was_typed(led: Led) -> None:
    open_tally(led)
    type_row(led, "1", "1")
    led.type("9")
    led.window.resize(1024, 600)
    led.app.processEvents()
    row = led.run.parts.tally._rows[0]
    assert texts_of(row)[:3] == ["1", "1", "9"]
    assert led.has_focus(row.fields[2].editor)
    assert row.count_said == "11 of 3"
    led.press(K.Key_Backspace)
    led.type("1")
    led.press(K.Key_Escape)
    assert kept(led, 0) == {1: 1, 2: 1, 3: 1}
