"""A disk that fills and a fault of the program in mid-day: said in a sentence, nothing lost."""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.bad_disk import disk_ends_at
from tests.days import DAY, small_framework
from tests.facilitator import GUARDED_MS, KEY, KEYPAD, Facilitator
from ui.console.widgets.notice_bar import Notice
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.facilitation import Facilitation
from workshop.facts import ActionFacts, Facts
from workshop.kinds import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import Planning
from workshop.question_facts import NoteFacts, OutcomeFacts
from workshop.steps import State
from workshop.turns import Turns
from workshop.words import Words

NOT_SAVED = "the last change was not saved, everything before it was"
TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 4))
CONTROL = Qt.KeyboardModifier.ControlModifier
PAGE = 4096
TEN_THOUSAND = "A word on it. " * 714 + "End."


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    """A facilitator before a small day at its lobby, the wall on its own screen."""
    path = tmp_path / "library" / "flipchart.sqlite"
    with Library.open(path) as library:
        new = NewWorkshop("Service review", "Clinic", DAY, 540, TEAMS)
        workshop_id = create_workshop(library, small_framework(), new, Words())
    room = Facilitator(qtbot, path)
    room.shell.open_workshop(workshop_id)
    room.wait(room.projector.isVisible)
    room.press(KEY.Key_F6)
    yield room
    room.close()
    QThreadPool.globalInstance().waitForDone()
    shiboken6.delete(room.window)  # or the next start would dress it again
    shiboken6.delete(room.start)


@contextmanager
def no_more_pages(library: Library) -> Iterator[None]:
    """Let SQLite itself refuse to grow the file: its own "database or disk is full"."""
    with library.writing() as writing:
        pages = writing.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    yield
    with library.writing() as writing:
        writing.connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")


def live(room: Facilitator) -> LiveWorkshop:
    assert room.shell.opened is not None, "a workshop is led"
    return room.shell.opened.live


def facts(room: Facilitator) -> Facts:
    return live(room).facts()


def outcome(room: Facilitator) -> OutcomeFacts:
    question = facts(room).question
    assert question is not None
    assert question.outcome is not None
    return question.outcome


def notes(room: Facilitator) -> list[NoteFacts]:
    question = facts(room).question
    assert question is not None
    return list(question.notes)


def actions(room: Facilitator) -> tuple[ActionFacts, ...]:
    return facts(room).actions


def notice(room: Facilitator) -> Notice:
    """What the notice bar says now."""
    current = room.run.parts.notices.current
    assert current is not None, "nothing is said"
    return current


def check_told(room: Facilitator) -> None:
    """The disk's fault stands in the notice bar as a sentence, until it is read."""
    said = notice(room)
    assert said.must_act
    assert NOT_SAVED in said.cause
    assert room.shell.library is not None
    assert str(room.shell.library.path) in said.cause
    room.run.parts.notices._act()


def step(room: Facilitator) -> None:
    """Press the next button; a clicker's second press would count as its bounce."""
    QTest.mouseClick(room.run.parts.transport.next, Qt.MouseButton.LeftButton)
    room.application.processEvents()


def goes_on(room: Facilitator) -> None:
    """The next step is taken as ever."""
    before = room.state
    step(room)
    assert room.state is not before


def kept_in_file(room: Facilitator, table: str) -> int:
    """How many rows a table of the library has, as another program reads them."""
    assert room.shell.library is not None
    with closing(sqlite3.connect(room.shell.library.path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def reach(room: Facilitator, wanted: State) -> None:
    """To a state behind a vote in which all have given a 3."""
    room.reach(State.OPEN)
    room.count_hands([[0, 0, 3, 0, 0, 0], [0, 0, 4, 0, 0, 0]])
    room.reach(wanted)


def outcomes(room: Facilitator) -> list[OutcomeFacts]:
    """What became of the questions so far, as an export reads it."""
    every = [question for each in live(room).snapshot().sessions for question in each.questions]
    return [question.outcome for question in every if question.outcome is not None]


# --- Votes ----------------------------------------------------------------------------------


def stand_at_the_wall(room: Facilitator) -> None:
    room.reach(State.OPEN)
    room.press(KEY.Key_T)
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Up)
    room.press(KEY.Key_Return)
    room.tap_hand_over()


def test_a_tap_on_a_full_disk_is_asked_for_again_and_counts_once_there_is_space(
    room: Facilitator,
) -> None:
    stand_at_the_wall(room)
    with disk_ends_at(0):
        room.tap(4)
        assert room.projector.stage.picture().frame.notice == "Please tap again"
        check_told(room)
        room.tap(4)
        assert facts(room).teams[0].voted == 0
    assert kept_in_file(room, "vote") == 0
    room.tap(4)
    assert room.projector.stage.picture().frame.notice == ""
    assert facts(room).teams[0].by_way == ((Way.WALL, 1),)
    room.press(KEY.Key_2, KEYPAD)
    room.wait(lambda: not room.projector.stage.pressing)
    assert facts(room).teams[0].voted == 2
    goes_on(room)


def test_a_tally_on_a_full_disk_stays_in_its_row_and_is_kept_with_the_next_step(
    room: Facilitator,
) -> None:
    room.reach(State.OPEN)
    room.press(KEY.Key_H)
    with disk_ends_at(0):
        room.type("2")
        for _ in range(6):
            room.press(KEY.Key_Tab)
        check_told(room)
        step(room)
        check_told(room)
    assert (room.state, facts(room).teams[0].voted) == (State.OPEN, 0)
    step(room)
    assert (room.state, facts(room).teams[0].by_way) == (State.CLOSED, ((Way.HANDS, 2),))


def test_a_tally_that_was_put_away_on_a_full_disk_is_not_forgotten(room: Facilitator) -> None:
    room.reach(State.OPEN)
    with disk_ends_at(0):
        room.count_hands([[0, 1, 2, 0, 0, 0]])
        check_told(room)
    room.press(KEY.Key_H)
    room.press(KEY.Key_Escape)
    assert facts(room).teams[0].by_way == ((Way.HANDS, 3),)


# --- Acts -----------------------------------------------------------------------------------


def test_a_step_on_a_full_disk_is_not_taken_and_wall_and_console_stay_where_they_are(
    room: Facilitator,
) -> None:
    reach(room, State.CLOSED)
    assert room.shell.opened is not None
    wall, console = live(room).scene(), room.shell.opened.leading.scene
    assert console is not None
    with disk_ends_at(0):
        for key in (KEY.Key_Space, KEY.Key_B, KEY.Key_PageUp):
            room.press(key)
            check_told(room)
        room.press(KEY.Key_Z, CONTROL)
        check_told(room)
    assert live(room).scene() == wall
    assert room.run.parts.transport.next.text() == console.next.label
    room.press(KEY.Key_Space)
    assert room.state is State.REVEAL


def test_a_disk_that_stays_full_is_said_once_not_at_every_key(room: Facilitator) -> None:
    with disk_ends_at(0):
        for _ in range(5):
            step(room)
    bar = room.run.parts.notices
    assert len(bar.log) == 1
    bar._act()
    assert bar.current is None


# --- What is typed --------------------------------------------------------------------------


def test_evidence_on_a_full_disk_stays_in_its_field_and_is_kept_with_the_next_step(
    room: Facilitator,
) -> None:
    reach(room, State.RECORD)
    room.press(KEY.Key_Space)  # agrees on what is offered
    record = room.run.parts.record
    with disk_ends_at(0):
        record.evidence_field.editor.setFocus()
        room.type("They said so.")
        room.press(KEY.Key_Escape)
        check_told(room)
        record.off_wall.click()
        check_told(room)
        assert not record.off_wall.isChecked()
    record.off_report.click()  # something else of the question changes, and is shown
    assert record.evidence_field.text == "They said so."
    step(room)
    (row,) = [item for item in outcomes(room) if item.evidence]
    assert (row.evidence, row.off_wall, row.off_report) == ("They said so.", False, True)


def test_a_score_on_a_full_disk_is_shown_as_it_is_kept(room: Facilitator) -> None:
    reach(room, State.RECORD)
    picker = room.run.parts.record._picker
    assert picker is not None
    with disk_ends_at(0):
        picker.setFocus()
        room.press(KEY.Key_Right)
        check_told(room)
    shown = room.run.parts.record._picker
    assert shown is not None
    assert shown.score == 3
    shown.setFocus()
    room.press(KEY.Key_Right)
    assert outcome(room).score == 3.5


def test_positions_on_a_full_disk_stay_and_are_kept_together(room: Facilitator) -> None:
    reach(room, State.RECORD)
    differ = room.run.parts.record.differ
    room.run.parts.record.differ_button.click()
    with disk_ends_at(0):
        differ.low_text.editor.setFocus()
        room.type("They wait.")
        differ.who.editor.setFocus()
        room.type("The lead")
        room.press(KEY.Key_Escape)
        check_told(room)
    step(room)
    (row,) = outcomes(room)
    assert (row.low_position, row.finds_out) == ("They wait.", "The lead")


def test_a_note_on_a_full_disk_stays_in_its_field_and_is_kept_once(room: Facilitator) -> None:
    reach(room, State.TALK)
    field = room.run.parts.question.notes.field
    with disk_ends_at(0):
        room.press(KEY.Key_N)
        room.type("Ask the night shift")
        room.press(KEY.Key_Return)
        check_told(room)
        assert field.text() == "Ask the night shift"
        room.press(KEY.Key_Escape)
        check_told(room)
    assert notes(room) == []
    step(room)
    assert [note.text for note in notes(room)] == ["Ask the night shift"]
    assert field.text() == ""


def test_a_thought_parked_on_a_full_disk_stays_in_its_field_and_is_kept_once(
    room: Facilitator,
) -> None:
    room.reach(State.POSE)
    field = room.run.parts.question.parking.field
    with disk_ends_at(0):
        room.press(KEY.Key_P)
        room.type("Night line")
        room.press(KEY.Key_Return)
        check_told(room)
        assert field.text == "Night line"
    room.press(KEY.Key_Return)
    assert [parked.text for parked in facts(room).parked] == ["Night line"]
    assert field.text == ""


def test_what_was_said_in_the_talk_stays_on_a_full_disk_and_is_kept_with_the_next_step(
    room: Facilitator,
) -> None:
    reach(room, State.RECORD)
    with disk_ends_at(0):
        room.press(KEY.Key_N)
        room.type("The list is in a drawer")
        room.press(KEY.Key_Return)
        check_told(room)
    room.press(KEY.Key_Escape)
    assert [note.text for note in notes(room)] == ["The list is in a drawer"]


def test_an_action_on_a_full_disk_stays_in_its_panel_until_it_is_kept(room: Facilitator) -> None:
    reach(room, State.ACT)
    capture = room.run.parts.capture
    with disk_ends_at(0):
        room.press(KEY.Key_A)
        room.type("Ring back")
        room.press(KEY.Key_Tab)
        room.press(KEY.Key_Tab)
        room.type("Ana")
        room.press(KEY.Key_Return)
        check_told(room)
        room.press(KEY.Key_Escape)
        check_told(room)
        shown = (room.run.capturing, capture.what.text, capture.owner.text)
        assert shown == (True, "Ring back", "Ana")
    assert actions(room) == ()
    room.press(KEY.Key_Escape)
    assert not room.run.capturing
    assert [(action.what, action.owner) for action in actions(room)] == [("Ring back", "Ana")]


def test_a_text_for_which_the_library_has_no_page_left_is_kept_whole_later(
    room: Facilitator,
) -> None:
    reach(room, State.RECORD)
    assert room.shell.library is not None
    record = room.run.parts.record
    with no_more_pages(room.shell.library):
        record.evidence_field.editor.setFocus()
        record.evidence_field.editor.setPlainText(TEN_THOUSAND * 3)
        room.press(KEY.Key_Escape)
        said = notice(room)
        assert said.cause.startswith(f"The disk of {room.shell.library.path} is full:")
        assert said.cause.endswith("Free some space and do it again.")
    step(room)
    assert outcomes(room)[0].evidence == TEN_THOUSAND * 3


# --- A fault of the program, and a library that breaks ----------------------------------------


@pytest.fixture
def watched(room: Facilitator, monkeypatch: pytest.MonkeyPatch) -> Facilitator:
    """The same, with the hook for unexpected faults that the app sets at its start."""
    monkeypatch.setattr(sys, "excepthook", room.crash.on_fault)
    return room


def broken(*_: object, **__: object) -> None:
    """What nobody expects of a method, with a person and a vote in its message."""
    seat, answer = "Maria", 2
    raise RuntimeError(f"{seat} gave a {answer}")


def check_report(room: Facilitator) -> None:
    """The fault is a line with a report to copy, which says where and names nobody."""
    said = notice(room)
    assert said.must_act
    assert (said.cause, said.action) == (
        "Something went wrong; the workshop goes on.",
        "Copy report",
    )
    room.run.parts.notices._act()
    report = QGuiApplication.clipboard().text()
    assert "builtins.RuntimeError" in report
    assert re.search(r"tests/ui/test_bad_days\.py:\d+ in broken", report)
    assert "ui/leading.py" in report
    for secret in ("Maria", "gave a 2", "Front desk", str(Path.home())):
        assert secret not in report.replace('f"{seat} gave a {answer}"', "")


@pytest.mark.logs("unexpected")
def test_a_fault_in_a_step_is_a_line_with_a_report_and_the_workshop_goes_on(
    watched: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = watched
    room.reach(State.OPEN)
    shown = live(room).scene()
    with monkeypatch.context() as patched:
        patched.setattr(Facilitation, "_facts", broken)
        step(room)
    check_report(room)
    assert room.state is State.OPEN
    assert live(room).scene() == shown
    goes_on(room)


@pytest.mark.logs("unexpected")
def test_a_fault_in_a_tap_is_a_line_with_a_report_and_the_targets_come_back(
    watched: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = watched
    stand_at_the_wall(room)
    with monkeypatch.context() as patched:
        patched.setattr(Turns, "answer", broken)
        room.tap(2)
    check_report(room)
    assert facts(room).teams[0].voted == 0
    room.qtbot.wait(GUARDED_MS)
    room.tap(2)
    assert facts(room).teams[0].voted == 1


@pytest.mark.logs("unexpected")
def test_a_fault_while_text_is_kept_leaves_the_text_in_its_field(
    watched: Facilitator, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = watched
    reach(room, State.TALK)
    with monkeypatch.context() as patched:
        patched.setattr(Planning, "add_note", broken)
        room.press(KEY.Key_N)
        room.type("Ask the night shift")
        room.press(KEY.Key_Return)
    check_report(room)
    step(room)
    assert [note.text for note in notes(room)] == ["Ask the night shift"]


def test_a_library_that_breaks_in_mid_day_is_said_with_its_backup_and_the_window_stays(
    room: Facilitator,
) -> None:
    assert room.shell.library is not None
    path = room.shell.library.path
    backup = room.shell.library.backup()
    shown = room.projector.stage.wall
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(PAGE)
        file.write(b"\xa5" * (len(whole) - PAGE))
    step(room)
    assert f"The library {path} is damaged. Its newest backup is {backup}" in notice(room).cause
    assert room.projector.stage.wall == shown
    path.write_bytes(whole)  # so that the app can close it
