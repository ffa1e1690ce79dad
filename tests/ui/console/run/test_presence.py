"""Ctrl P: who is here, led by the keyboard alone while the round goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.ui.console.run.conftest import Lead, Led
from tests.ui.sight import next_in_sight, sticking_out
from ui.console.run.presence import Presence
from ui.console.run.seat_columns import Stop, StopKind
from ui.keys import Intent
from workshop.creation import NewTeam
from workshop.facts import SeatFacts
from workshop.kinds import Presence as Here
from workshop.kinds import Role
from workshop.presence_panel import SeatState
from workshop.steps import State

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMED = (NewTeam("Front desk", names=("Ann", "Bob", "Cy")), NewTeam("Nursing", 4))


def opened(led: Led) -> Presence:
    led.press(K.Key_P, CONTROL)
    panel = led.run.parts.panels[Intent.PRESENCE]
    assert isinstance(panel, Presence)
    assert panel.isVisible()
    return panel


def seat(led: Led, team: int, place: int) -> SeatFacts:
    return led.day.live.facts().teams[team].everyone[place]


def test_letters_say_how_it_is_with_the_seat_at_the_cursor(lead: Lead) -> None:
    led = lead(teams=NAMED)
    opened(led)
    led.press(K.Key_L)
    assert seat(led, 0, 0).presence is Here.LATE
    led.press(K.Key_G)
    assert seat(led, 0, 0).presence is Here.GONE
    led.press(K.Key_O)
    assert seat(led, 0, 0).role is Role.OBSERVER
    led.press(K.Key_Y)
    assert (seat(led, 0, 0).presence, seat(led, 0, 0).role) == (Here.PRESENT, Role.VOTING)
    assert led.run.parts.panels[Intent.PRESENCE].isVisible(), "G and O opened nothing else"


def test_arrows_go_from_seat_to_seat_and_from_team_to_team(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    assert panel.columns.current == Stop(StopKind.SEAT, seat(led, 0, 0).id)
    led.press(K.Key_Down)
    assert panel.columns.current == Stop(StopKind.SEAT, seat(led, 0, 1).id)
    led.press(K.Key_Right)
    assert panel.columns.current == Stop(StopKind.SEAT, seat(led, 1, 1).id)
    led.press(K.Key_Left)
    led.press(K.Key_Up)
    assert panel.columns.current == Stop(StopKind.SEAT, seat(led, 0, 0).id)
    assert led.day.state() is State.LOBBY, "no arrow stepped"


def test_enter_leads_to_the_states_and_back(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    led.press(K.Key_Return)
    assert led.has_focus(panel.card.choices[SeatState.PRESENT])
    led.press(K.Key_Down)
    led.press(K.Key_Down)
    led.press(K.Key_Space)
    assert seat(led, 0, 0).presence is Here.GONE
    assert panel.card.choices[SeatState.GONE].isChecked()
    assert panel.columns.isAncestorOf(led.focus)
    assert led.day.state() is State.LOBBY, "Space picked, and did not step"


def test_a_click_on_a_state_marks_the_seat(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    QTest.mouseClick(panel.card.choices[SeatState.LATE], Qt.MouseButton.LeftButton)
    assert seat(led, 0, 0).presence is Here.LATE
    checked = [state for state, choice in panel.card.choices.items() if choice.isChecked()]
    assert checked == [SeatState.LATE]


def test_the_head_of_a_team_marks_the_whole_team(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    led.press(K.Key_Up)
    assert panel.columns.current is not None
    assert panel.columns.current.kind is StopKind.TEAM
    assert panel.card.choices[SeatState.OBSERVER].isHidden()
    led.press(K.Key_L)
    assert [seat(led, 0, place).presence for place in range(3)] == [Here.LATE] * 3
    led.press(K.Key_O)
    assert seat(led, 0, 0).role is Role.VOTING


def test_a_seat_is_added_and_named_without_leaving_the_keyboard(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    led.press(K.Key_End)
    led.press(K.Key_Return)
    assert led.has_focus(panel.card.name.editor)
    led.type("Dee Gold")
    led.press(K.Key_Return)
    assert seat(led, 0, 3).name == "Dee Gold"
    assert panel.columns.isAncestorOf(led.focus)
    assert led.scene.undo == "name of a seat"


def test_letters_typed_in_the_name_are_letters(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    panel.card.name.editor.setFocus()
    panel.card.name.editor.selectAll()
    led.type("Olgy")
    assert panel.card.name.text == "Olgy"
    assert seat(led, 0, 0).presence is Here.PRESENT
    led.press(K.Key_PageDown)
    assert seat(led, 0, 0).name == "Olgy", "kept before the day moved on"


def test_a_name_that_is_being_typed_goes_to_the_seat_it_was_typed_for(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    panel.card.name.editor.setFocus()
    panel.card.name.editor.selectAll()
    led.type("Anna")
    line = panel.columns._lines[0][2]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton)
    assert [seat(led, 0, place).name for place in range(3)] == ["Anna", "Bob", "Cy"]
    assert panel.card.name.text == "Bob"


def test_the_panel_stays_open_while_the_round_goes_on(lead: Lead) -> None:
    led = lead(teams=NAMED)
    led.reach(State.OPEN)
    panel = opened(led)
    led.day.vote_all(3, 2)
    led.leading.refresh()
    assert [row.filled for row in panel._shown.teams[0].seats] == [True, True, False]  # type: ignore[union-attr]  # it is open
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert panel.isVisible()
    led.press(K.Key_G)
    assert seat(led, 0, 0).presence is Here.GONE, "letters act although the next button has focus"
    led.press(K.Key_Escape)
    assert not panel.isVisible()
    assert led.run.parts.right.currentWidget() is led.run.parts.side
    led.press(K.Key_L)
    assert seat(led, 0, 0).presence is Here.GONE


def test_what_hands_forbid_is_said_beside_the_seat(lead: Lead) -> None:
    led = lead(teams=NAMED)
    led.reach(State.OPEN)
    facts = led.day.live.facts()
    assert facts.round is not None
    led.day.live.voting.put_tally(facts.round.id, facts.teams[0].id, {3: 3})
    panel = opened(led)
    led.press(K.Key_G)
    assert seat(led, 0, 0).presence is Here.PRESENT
    assert panel.card._refusal.text().startswith(
        "All seats still out were counted by hand, or on paper"
    )
    assert panel.card.choices[SeatState.PRESENT].isChecked()
    led.press(K.Key_Down)
    assert panel.card._refusal.isHidden()


def test_undo_is_seen_in_the_open_panel(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    led.press(K.Key_G)
    assert led.scene.undo == "Ann gone"
    led.press(K.Key_Z, CONTROL)
    assert panel.card.choices[SeatState.PRESENT].isChecked()


def test_an_action_is_written_beside_it_and_the_card_comes_back(lead: Lead) -> None:
    led = lead(teams=NAMED)
    led.reach(State.TALK)
    panel = opened(led)
    led.press(K.Key_A)
    assert led.run.capturing
    led.run.parts.capture.close_panel()
    assert led.run.parts.right.currentWidget() is panel.card


def test_more_teams_than_fit_stand_on_further_pages(lead: Lead) -> None:
    led = lead(teams=tuple(NewTeam(f"Department for matters {n}", 5 + n) for n in range(8)))
    panel = opened(led)
    assert len(panel.columns._lines) == 3
    for _ in range(7):
        led.press(K.Key_Right)
    assert panel.columns.current == Stop(StopKind.SEAT, seat(led, 7, 0).id)
    assert led.has_focus(panel.columns._line_at(panel.columns.current))  # type: ignore[arg-type]  # it is there
    led.press(K.Key_L)
    assert seat(led, 7, 0).presence is Here.LATE


def test_everything_has_a_name_and_tab_comes_by_one_seat_alone(lead: Lead) -> None:
    led = lead(teams=NAMED)
    panel = opened(led)
    led.press(K.Key_L)
    for area in (panel, panel.card):
        for kind in (QAbstractButton, QLineEdit):
            assert all(
                each.accessibleName() for each in area.findChildren(kind) if each.isVisible()
            )
    lines = [line for column in panel.columns._lines for line in column]
    stops = [line for line in lines if line.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [line.accessibleName() for line in stops] == ["Ann, Late, Front desk"]


def test_200_seats_and_long_names_fit_a_small_window(lead: Lead) -> None:
    names = ("Maximiliane Featherstonehaugh-X", "אברהם בן דוד כהן", "فاطمة الزهراء")
    teams = (
        NewTeam("A team whose name has 30 letter", 66, names),
        NewTeam("B", 67),
        NewTeam("C", 67),
    )
    led = lead(teams=teams, size=(1100, 620))
    panel = opened(led)
    led.app.processEvents()
    led.window.grab()
    assert panel._present.text() == "200"
    assert next_in_sight(led.run)
    outside = [each for each in sticking_out(led.window) if "Seat" in each or "_Choice" in each]
    assert outside == []
