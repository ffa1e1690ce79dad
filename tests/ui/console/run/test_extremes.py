"""Long, empty and extreme content, small windows, one screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.tab_order import reading_order
from workshop.creation import NewTeam
from workshop.planning import ActionDraft
from workshop.steps import State

K = Qt.Key
SHOWN = (
    State.LOBBY,
    State.OPENING,
    State.PRACTICE_OPEN,
    State.PRACTICE_CLOSED,
    State.SESSION,
    State.POSE,
    State.DISCUSS,
    State.OPEN,
    State.CLOSED,
    State.REVEAL,
    State.TALK,
    State.RECORD,
    State.ACT,
    State.READ_BACK,
    State.FINISHED,
)


def _first_question(led: Led) -> str:
    items = led.day.live.facts().items
    return next(item.questions[0].id for item in items if item.questions)


def test_every_state_of_the_day_fits_into_1024_by_600(lead: Lead) -> None:
    led = lead(size=(1024, 600))
    led.day.live.planning.propose(ActionDraft("Ring back"), _first_question(led))
    for state in SHOWN:
        led.reach(state)
        led.app.processEvents()
        assert led.window.isActiveWindow(), f"another window came to the front at {state}"
        assert (state, led.window.width(), led.window.height()) == (state, 1024, 600)


def test_every_control_has_a_name(led: Led) -> None:
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit)
    for state in SHOWN:
        led.reach(state)
        controls = [each for kind in kinds for each in led.run.findChildren(kind)]
        assert controls
        nameless = [each for each in controls if each.isVisible() and not each.accessibleName()]
        assert (state, nameless) == (state, [])


def test_tab_follows_reading_order_region_by_region(led: Led) -> None:
    led.reach(State.OPEN)
    led.press(K.Key_F6)
    seen: list[QWidget] = []
    for _ in range(40):
        led.press(K.Key_Tab)
        if led.focus in seen:
            break
        seen.append(led.focus)
    parts = led.run.parts
    regions = (parts.top_bar, parts.rail, parts.centre, parts.right, parts.transport)
    assert seen == [stop for region in regions for stop in reading_order(region)]


def test_a_note_of_10_000_letters_is_kept_and_shown_whole(led: Led) -> None:
    led.reach(State.TALK)
    text = "What was said goes on and on. " * 334
    led.press(K.Key_N)
    led.run.parts.question.notes.field.setText(text)
    led.run.parts.question.notes.field.textEdited.emit(text)
    led.press(K.Key_Return)
    assert led.scene.question is not None
    assert [note.text for note in led.scene.question.notes] == [text.strip()]
    led.window.grab()


def test_right_to_left_names_and_emoji_are_shown_as_they_are(lead: Lead) -> None:
    names = ("צוות הקבלה", "فريق التمريض", "\N{TEACUP WITHOUT HANDLE} Café")
    led = lead(teams=tuple(NewTeam(name, 5) for name in names))
    led.reach(State.OPEN)
    led.window.grab()
    assert [team.name for team in led.scene.teams] == list(names)
    led.press(K.Key_A)
    led.run.parts.capture.what.editor.setPlainText("להתקשר בחזרה \N{TELEPHONE RECEIVER}")
    led.run.parts.capture.submit()
    assert led.day.live.facts().actions[0].what == "להתקשר בחזרה \N{TELEPHONE RECEIVER}"


def test_fourteen_teams_of_twenty_fit_into_the_right_column(lead: Lead) -> None:
    led = lead(teams=tuple(NewTeam(f"Department for matters {n}", 20) for n in range(14)))
    led.reach(State.OPEN, votes=100)
    led.window.grab()
    votes = led.run.parts.side.votes
    assert votes.height() < 400
    assert len(votes._teams) == 14


def test_a_low_window_folds_the_parking_lot_into_its_title_line(lead: Lead) -> None:
    led = lead(size=(1280, 700))
    led.day.live.planning.park("A thought")
    led.reach(State.POSE)
    assert not led.run.parts.question.parking._chips.isVisible()
    assert led.run.parts.question.parking.field.isVisible()


def test_without_a_vote_the_next_button_offers_to_skip(led: Led) -> None:
    led.reach(State.CLOSED, votes=0)
    assert led.run.parts.transport.next.text() == "Skip this question"


def test_alone_the_notes_are_put_away_and_shown_while_n_is_held(lead: Lead) -> None:
    led = lead(screens_seen=1)
    led.reach(State.TALK)
    notes = led.run.parts.question.notes
    assert notes._closed.isVisible()
    assert not notes.field.isVisible()
    QTest.keyPress(led.focus, K.Key_N)
    assert notes._open.isVisible()
    QTest.keyRelease(led.focus, K.Key_N)
    assert not notes._open.isVisible()


def test_alone_f5_fills_the_screen_with_the_wall_and_the_keys_work_blind(lead: Lead) -> None:
    led = lead(screens_seen=1)
    assert led.run.parts.side.room.fill.isVisible()
    led.press(K.Key_F5)
    assert led.projector.isVisible()
    led.press(K.Key_Space)
    assert led.day.state() is State.OPENING
    led.press(K.Key_F5)
    assert led.projector.isHidden()


def test_votes_that_come_in_move_neither_page_nor_cursor(led: Led) -> None:
    led.reach(State.OPEN)
    led.press(K.Key_P)
    led.type("later")
    led.day.vote_all(3, 5)
    led.leading.refresh()
    assert led.scene.votes == "5"
    assert isinstance(led.focus, QLineEdit)
    assert led.focus.text() == "later"


def test_the_projectors_menu_names_the_screens_and_chooses_one(led: Led) -> None:
    menu = led.run.parts.top_bar.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[-2:] == ["Show the number on every screen", "Swap wall and console (X)"]
    assert len(texts) == 2 + len(led.screens.all)
    assert led.run.parts.top_bar.projector.text().startswith("Projector on display ")
    menu.deleteLater()
