"""From the first launch through Prepare to the lobby, to the check, to a rehearsal, and back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.facilitator import CONTROL, KEY, Facilitator
from ui import rehearsing
from ui.console.first_run import FirstRun
from ui.console.library.screen import LibraryScreen
from ui.sections import Sections
from workshop.errors import LibraryError
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.steps import State
from workshop.words import Words

PASTED = "Front desk\t8\r\nNursing\t10\r\nBack office\t6\r\n"
MOST_PRESSES = 12


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    """The first launch on an empty library."""
    begun = Facilitator(qtbot, tmp_path / "library" / "flipchart.sqlite")
    yield begun
    begun.close()
    QThreadPool.globalInstance().waitForDone()
    shiboken6.delete(begun.window)
    shiboken6.delete(begun.start)


class Presses(QObject):
    """Counts clicks and key presses, Ctrl as one of its own, but no letters typed as text."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self._application = application
        self.count = 0
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress and watched.isWidgetType():
            self.count += 1
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            focus = self._application.focusWidget()
            # A press that its widget does not use goes on to those around it: it was pressed once.
            first = watched is focus or (focus is None and watched.isWidgetType())
            with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            typed = event.text().isprintable() and event.text() and not with_control
            if first and not typed:
                self.count += 2 if with_control else 1
        return False


def new_by_click(room: Facilitator) -> None:
    """Press "New workshop" on the first screen."""
    first = room.window.screen_shown
    assert isinstance(first, FirstRun)
    QTest.mouseClick(first.new, Qt.MouseButton.LeftButton)
    room.wait(lambda: room.shell.preparation is not None)


def leave_check(room: Facilitator) -> None:
    """Go back from the check page."""
    check = room.shell.check
    assert check is not None
    check.page.left.emit()


def test_the_lobby_is_at_most_twelve_presses_from_the_first_launch(room: Facilitator) -> None:
    QGuiApplication.clipboard().setText(PASTED)
    presses = Presses(room.application)
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    room.press(KEY.Key_V, CONTROL)
    room.press(KEY.Key_Return, CONTROL)
    room.wait(lambda: room.shell.opened is not None)
    room.application.removeEventFilter(presses)
    assert room.state is State.LOBBY
    assert room.shell.opened is not None
    facts = room.shell.opened.live.facts()
    assert facts.workshop.title == "Service review"
    assert [(team.name, len(team.seats)) for team in facts.teams] == [
        ("Front desk", 8),
        ("Nursing", 10),
        ("Back office", 6),
    ]
    assert 4 <= presses.count <= MOST_PRESSES


def test_a_draft_that_nobody_touched_is_gone_when_it_is_left(room: Facilitator) -> None:
    new_by_click(room)
    room.press(KEY.Key_Return, CONTROL)
    room.prepare.bar.back.click()
    assert room.shell.preparation is None
    assert room.shell.library is not None
    assert room.shell.library.workshops() == ()


def test_a_draft_with_a_title_waits_in_the_library_and_is_prepared_further(
    room: Facilitator,
) -> None:
    new_by_click(room)
    room.type("Service review")
    room.prepare.bar.back.click()
    sections = room.window.screen_shown
    assert isinstance(sections, Sections)
    assert isinstance(sections.shown, LibraryScreen)
    assert room.shell.library is not None
    (line,) = room.shell.library.workshops()
    assert line.title == "Service review"
    room.shell.prepare(line.id)
    assert room.prepare.panel is None
    assert room.prepare.day.title.text == "Service review"


def test_ctrl_n_in_prepare_begins_no_second_workshop(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_N, CONTROL)
    QThreadPool.globalInstance().waitForDone()
    room.application.processEvents()
    assert room.shell.library is not None
    assert len(room.shell.library.workshops()) == 1


def test_the_check_leads_back_to_what_is_prepared_and_is_remembered(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    assert "Projector not tested." in room.prepare.foot.said
    room.prepare.foot.check.click()
    assert room.shell.preparation is None
    leave_check(room)
    assert room.prepare.day.title.text == "Service review"
    assert "Projector not tested." not in room.prepare.foot.said


def test_the_check_of_an_untouched_draft_keeps_it(room: Facilitator) -> None:
    new_by_click(room)
    room.prepare.foot.check.click()
    leave_check(room)
    assert room.shell.preparation is not None


def test_a_rehearsal_leads_this_agenda_and_nothing_of_it_reaches_the_workshop(
    room: Facilitator,
) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    prepared = room.shell.preparation
    assert prepared is not None
    kept = prepared.live.prepared()
    second = kept.items[1]
    prepared.live.preparing.change_item(second.id, title="Our own vision")
    room.prepare.foot.rehearse.click()

    assert room.shell.opened is not None
    rehearsed = room.shell.opened.live
    facts = rehearsed.facts()
    assert facts.workshop.rehearsal
    assert facts.items[1].title == "Our own vision"
    assert sum(len(team.seats) for team in facts.teams) == 24
    room.reach(State.PRACTICE_OPEN)
    assert room.shell.opened.seats is not None
    room.shell.opened.seats.look()
    folder = rehearsed.library.path.parent

    room.run.left.emit()
    assert room.prepare.day.title.text == "Service review"
    assert not folder.exists()
    after = prepared.live.prepared()
    assert not after.begun
    assert after.teams == ()
    assert after.workshop.rehearsal is False
    assert room.shell.library is not None
    assert len(room.shell.library.workshops()) == 1


def test_a_rehearsal_without_anybody_in_a_team_brings_invented_people_and_says_so(
    room: Facilitator,
) -> None:
    new_by_click(room)
    prepared = room.shell.preparation
    assert prepared is not None
    prepared.live.preparing.add_team("Nursing")
    room.prepare.foot.rehearse.click()
    assert room.shell.opened is not None
    facts = room.shell.opened.live.facts()
    assert sum(len(team.seats) for team in facts.teams) == 24
    said = room.shell.notices.current
    assert said is not None
    assert said.safe == "Nobody is in a team yet, so 24 invented people rehearse with you."
    room.run.left.emit()
    assert [team.name for team in prepared.live.prepared().teams] == ["Nursing"]


def test_a_rehearsal_of_one_team_alone_has_simulated_votes(room: Facilitator) -> None:
    new_by_click(room)
    prepared = room.shell.preparation
    assert prepared is not None
    prepared.live.preparing.add_team("Nursing", 4)
    room.prepare.foot.rehearse.click()
    room.reach(State.PRACTICE_OPEN)
    opened = room.shell.opened
    assert opened is not None
    assert opened.seats is not None
    seats, clock = opened.seats, opened.live.library.clock
    seats.look()
    seats.clock = lambda: clock() + 90_000
    seats.look()
    assert any(seat.voted for team in opened.live.facts().teams for seat in team.seats)


def test_a_day_without_questions_is_not_rehearsed_and_says_what_is_missing(
    room: Facilitator,
) -> None:
    new_by_click(room)
    prepared = room.shell.preparation
    assert prepared is not None
    sessions = [item for item in prepared.live.prepared().items if item.questions]
    prepared.live.improvising.leave_out({}, {item.id: True for item in sessions})
    room.prepare.foot.rehearse.click()
    assert room.shell.opened is None
    said = room.shell.notices.current
    assert said is not None
    assert said.safe.startswith("There is no question on the agenda.")


def test_a_rehearsal_that_cannot_begin_says_so_on_the_screen_of_prepare_alone(
    room: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    new_by_click(room)
    monkeypatch.setattr(rehearsing, "copy_to_rehearse", full)
    room.prepare.foot.rehearse.click()
    said = room.shell.notices.current
    assert said is not None
    assert said.cause == "The rehearsal cannot begin."
    assert said.do is not None
    said.do()
    assert room.shell.preparation is not None, "it is this workshop that is tried again"
    room.prepare.bar.left.emit()
    assert room.shell.notices.current is None


def test_leaving_prepare_lands_on_the_workshop_in_the_list(room: Facilitator) -> None:
    new_by_click(room)
    library = room.shell.library
    assert library is not None
    made = []
    for n, title in enumerate(("Service review", "Kick-off", "Follow-up")):
        if n:
            shown_library(room).new.click()
            room.wait(lambda: room.shell.preparation is not None)
        preparation = room.shell.preparation
        assert preparation is not None
        made.append(preparation.live.id)
        held_on = preparation.today() + timedelta(days=n + 1)
        preparation.live.preparing.describe(title=title, held_on=held_on)
        room.prepare.bar.left.emit()
    contents = shown_library(room).contents
    assert contents is not None
    assert contents.card is not None
    rows = {each.line.id: each for each in contents.listing.rows}
    assert list(rows) == made[1:]
    assert focus_of(room) is rows[made[2]]

    room.shell.prepare(made[0])
    room.prepare.bar.left.emit()
    contents = shown_library(room).contents
    assert contents is not None
    assert contents.card is not None
    assert focus_of(room) is contents.card.prepare


def focus_of(room: Facilitator) -> QWidget | None:
    """What has the focus once the window has it: offscreen a screen that goes may take it along."""
    room.application.processEvents()
    room.window.activateWindow()
    room.wait(room.window.isActiveWindow)
    return room.application.focusWidget()


def shown_library(room: Facilitator) -> LibraryScreen:
    """The list of workshops, which is shown."""
    sections = room.window.screen_shown
    assert isinstance(sections, Sections)
    return sections.library


def test_what_is_typed_when_the_window_is_closed_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "library" / "flipchart.sqlite"
    room = Facilitator(qtbot, path)
    new_by_click(room)
    room.type("Service review")
    room.close()
    QThreadPool.globalInstance().waitForDone()
    with Library.open(path) as library:
        (line,) = library.workshops()
    assert line.title == "Service review"


def test_a_session_is_edited_in_its_panel_and_undone_by_name(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    prepared = room.shell.preparation
    assert prepared is not None
    session = prepared.live.prepared().items[1]
    screen = room.prepare
    screen.agenda.edit_wanted.emit(session.id)
    assert screen.editor.isVisible()
    (activity, *_) = prepared.live.prepared_session(session.id)
    question = activity.questions[0]
    screen.editor.question_changed.emit(question.id, "text", "Do we greet every guest by name?")
    (changed, *_) = prepared.live.prepared_session(session.id)
    assert changed.questions[0].text == "Do we greet every guest by name?"
    assert changed.questions[0].edited
    assert screen.bar.undo.accessibleName().startswith("Undo: ")
    screen.editor.finish()
    assert not screen.editor.isVisible()
    screen.bar.undo.click()
    (back, *_) = prepared.live.prepared_session(session.id)
    assert back.questions[0].text == question.text


@pytest.mark.parametrize("leave", ["day", "item", "library", "window"])
def test_a_question_that_is_being_written_is_added_however_it_is_left(
    room: Facilitator, leave: str
) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    prepared = room.shell.preparation
    assert prepared is not None
    live, screen = prepared.live, room.prepare
    session, following = (item for item in live.prepared().items[1:3])
    screen.agenda.edit_wanted.emit(session.id)
    screen.editor.list.add.click()
    room.type("Do we call back")
    if leave == "day":
        screen.open_day()
    elif leave == "item":
        screen.agenda.edit_wanted.emit(following.id)
    elif leave == "library":
        screen.bar.left.emit()
    else:
        room.shell.preparation = None
        prepared.close(discard=False)
    texts = [
        question.text
        for activity in live.prepared_session(session.id)
        for question in activity.questions
    ]
    assert texts.count("Do we call back") == 1


def test_another_framework_is_read_beside_the_window_and_taken(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    prepared = room.shell.preparation
    assert prepared is not None
    room.prepare.framework.chosen.emit("four-pillars")
    room.wait(lambda: prepared.live.prepared().workshop.framework_id == "four-pillars")
    assert room.prepare.bar.undo.accessibleName().startswith("Undo: framework")


def test_the_print_pack_is_written_beside_one_another_into_a_folder(
    room: Facilitator, tmp_path: Path
) -> None:
    new_by_click(room)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    QGuiApplication.clipboard().setText(PASTED)
    room.press(KEY.Key_V, CONTROL)
    preparation = room.shell.preparation
    assert preparation is not None
    preparation.screen.foot.pack.click()
    room.choose_folder(tmp_path)
    notices = room.shell.notices
    room.wait(lambda: any("print pack is in" in notice.safe for notice in notices.log))
    (folder,) = (each for each in tmp_path.iterdir() if each.name.startswith("Service review"))
    assert sorted(each.name for each in folder.iterdir()) == [
        "Agenda.pdf",
        "Ballot sheets.pdf",
        "Invitation.txt",
        "Run sheet, for the facilitator.pdf",
        "Table cards.pdf",
    ]


def test_a_workshop_without_teams_is_never_led_but_prepared_where_that_is_said(
    room: Facilitator,
) -> None:
    new_by_click(room)
    room.type("Service review")
    room.prepare.bar.back.click()
    assert room.shell.library is not None
    (line,) = room.shell.library.workshops()
    room.shell.open_workshop(line.id)
    assert room.shell.opened is None
    assert room.prepare.teams.rows == []
    assert room.shell.notices.log[-1].safe.startswith("There are no teams yet.")
    room.press(KEY.Key_Space)
    (line,) = room.shell.library.workshops()
    assert line.state == "upcoming"


def test_what_begun_without_teams_is_led_on(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    room.prepare.bar.back.click()
    assert room.shell.library is not None
    (line,) = room.shell.library.workshops()
    LiveWorkshop(room.shell.library, line.id, Words()).facilitation.next()
    room.shell.open_workshop(line.id)
    assert room.shell.opened is not None


def test_a_new_workshop_is_held_tomorrow(room: Facilitator) -> None:
    new_by_click(room)
    room.type("Service review")
    preparation = room.shell.preparation
    assert preparation is not None
    held_on = preparation.live.prepared().workshop.held_on
    assert held_on == preparation.today() + timedelta(days=1)
