"""Days at the edges of what is allowed: one seat or 500, 10,000 letters, names of other scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import shiboken6
from pypdf import PdfReader
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.days import DAY, Day, small_framework
from tests.facilitator import KEY, Facilitator
from tests.ui.sight import next_in_sight, sticking_out
from workshop.creation import NewTeam, NewWorkshop, create_workshop
from workshop.facts import Facts
from workshop.library import Library
from workshop.scenes import LobbyScene, ReadBackScene
from workshop.steps import State
from workshop.words import Words

CONTROL = Qt.KeyboardModifier.ControlModifier
SIZES = ((1440, 900), (1024, 600))
TEN_THOUSAND = "Somebody said a word on it. " * 357 + "End."
HEBREW, ARABIC, EMOJI = "צוות הקבלה", "فريق التمريض", "\N{TEACUP WITHOUT HANDLE} Café"

Begin = Callable[..., Facilitator]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Lead a small day with these teams; without teams the app alone is started."""
    begun: list[Facilitator] = []

    def begin(teams: Sequence[NewTeam] = (), size: tuple[int, int] = SIZES[0]) -> Facilitator:
        path = tmp_path / "library" / "flipchart.sqlite"
        with Library.open(path) as library:
            if teams:
                new = NewWorkshop("Service review", "Clinic", DAY, 540, tuple(teams))
                create_workshop(library, small_framework(sessions=1), new, Words())
        room = Facilitator(qtbot, path)
        begun.append(room)
        room.window.resize(*size)
        if teams:
            assert room.shell.library is not None
            (line,) = room.shell.library.workshops()
            room.shell.open_workshop(line.id)
            room.wait(room.projector.isVisible)
            room.press(KEY.Key_F6)
        return room

    yield begin
    for room in begun:
        room.close()
        QThreadPool.globalInstance().waitForDone()
        shiboken6.delete(room.window)
        shiboken6.delete(room.start)


def day_of(room: Facilitator) -> Day:
    assert room.shell.opened is not None, "a workshop is led"
    return Day(room.shell.opened.live.library, room.shell.opened.live)


def facts(room: Facilitator) -> Facts:
    return day_of(room).live.facts()


def check_whole(room: Facilitator, size: tuple[int, int]) -> None:
    """Both windows can be painted, and nothing of the console is beyond its edge."""
    room.application.processEvents()
    room.window.grab()
    room.projector.grab()
    assert (room.window.width(), room.window.height()) == size
    assert sticking_out(room.window) == []
    assert next_in_sight(room.run)


# --- Rooms ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teams", "size"),
    [
        ([1], SIZES[0]),
        ([1], SIZES[1]),
        ([8 + n for n in range(12)], SIZES[0]),
        ([8 + n for n in range(12)], SIZES[1]),
        ([60, 80, 60], SIZES[1]),
        ([500], SIZES[0]),
        ([100, 400], SIZES[1]),
    ],
    ids=lambda each: "-".join(str(n) for n in each) if len(each) < 4 else "12 teams",
)
def test_a_room_of_any_size_is_led_from_the_lobby_to_the_read_back(
    begin: Begin, teams: list[int], size: tuple[int, int]
) -> None:
    named = [NewTeam(f"Department for matters of kind {n}", seats) for n, seats in enumerate(teams)]
    room = begin(named, size)
    check_whole(room, size)
    day = day_of(room)
    room.reach(State.OPEN)
    check_whole(room, size)
    room.press(KEY.Key_H)
    check_whole(room, size)
    room.press(KEY.Key_Escape)
    day.vote_all(4)
    room.reach(State.REVEAL)
    check_whole(room, size)
    question = facts(room).question
    assert question is not None
    assert [each.votes_in for each in question.rounds] == [sum(teams)]
    room.reach(State.RECORD)
    check_whole(room, size)
    day.reach(State.READ_BACK)
    room.wait(lambda: isinstance(room.projector.stage.wall.scene, ReadBackScene))
    check_whole(room, size)


def test_a_step_while_500_votes_come_in_is_taken_and_loses_none(begin: Begin) -> None:
    room = begin([NewTeam("Everyone", 500)])
    room.reach(State.OPEN)
    day = day_of(room)
    current = facts(room).round
    assert current is not None
    seats = day.seats()
    for start in range(0, 500, 100):
        day.cast(*((current.id, seat, 1 + start // 100) for seat in seats[start : start + 100]))
        room.press(KEY.Key_B)  # blanks the wall and shows it again, between the votes
    room.press(KEY.Key_B)
    room.reach(State.REVEAL)
    question = facts(room).question
    assert question is not None
    result = question.rounds[0].result
    assert result is not None
    assert result.counts == (100, 100, 100, 100, 100)


# --- Texts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_ten_thousand_letters_are_kept_whole_wherever_they_are_typed(
    begin: Begin, size: tuple[int, int], tmp_path: Path
) -> None:
    room = begin([NewTeam("Front desk", 3), NewTeam("Nursing", 4)], size)
    room.reach(State.OPEN)
    room.count_hands([[0, 0, 3, 0, 0, 0], [0, 0, 4, 0, 0, 0]])
    room.reach(State.TALK)
    parts = room.run.parts
    parts.question.parking.write()
    parts.question.parking.field.editor.setText(TEN_THOUSAND)
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_N)
    parts.question.notes.field.setText(TEN_THOUSAND)
    parts.question.notes.field.textEdited.emit(TEN_THOUSAND)
    room.press(KEY.Key_Escape)
    check_whole(room, size)
    room.reach(State.RECORD)
    parts.record.evidence_field.editor.setFocus()
    parts.record.evidence_field.editor.setPlainText(TEN_THOUSAND)
    room.press(KEY.Key_Escape)
    check_whole(room, size)
    room.press(KEY.Key_Space)
    room.press(KEY.Key_Space)
    assert room.state is State.ACT
    check_whole(room, size)
    room.press(KEY.Key_A)
    parts.capture.what.editor.setPlainText(TEN_THOUSAND)
    parts.capture.owner.editor.setText("Ana")
    check_whole(room, size)
    room.press(KEY.Key_Escape)
    check_whole(room, size)

    read = facts(room)
    question = read.question
    assert question is not None
    assert question.outcome is not None
    assert question.outcome.evidence == TEN_THOUSAND
    assert [note.text for note in question.notes] == [TEN_THOUSAND]
    assert [parked.text for parked in read.parked] == [TEN_THOUSAND]
    assert [action.what for action in read.actions] == [TEN_THOUSAND]
    day_of(room).reach(State.READ_BACK)
    room.wait(lambda: isinstance(room.projector.stage.wall.scene, ReadBackScene))
    check_whole(room, size)
    assert printed(room, tmp_path).count("Somebody said a word on it.") >= 357


def printed(room: Facilitator, folder: Path) -> str:
    """The exported plan's text."""
    room.run.export_wanted.emit()
    room.choose_folder(folder)
    # Until the whole folder is there it is filled under a hidden name.
    room.wait(lambda: bool(list(folder.glob("[!.]*/Action plan.pdf"))), seconds=180)
    (pdf,) = folder.glob("[!.]*/Action plan.pdf")
    bar = room.run.parts.notices
    room.wait(lambda: bar.current is not None and bar.current.action == "Open folder")
    return " ".join(" ".join(p.extract_text() for p in PdfReader(pdf).pages).split())


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_names_of_other_scripts_go_the_whole_way_from_the_form_to_the_page(
    begin: Begin, size: tuple[int, int], tmp_path: Path
) -> None:
    room = begin((), size)
    room.press(KEY.Key_N, CONTROL)
    room.wait(lambda: room.shell.preparation is not None)
    day = room.prepare.day
    day.organisation.editor.setText("مستشفى الميناء")
    day.title.editor.setText("סקירת שירות 2026")
    assert sticking_out(room.window) == []
    room.press(KEY.Key_Return, CONTROL)
    QGuiApplication.clipboard().setText(f"{HEBREW}\t3\r\n{ARABIC}\t4\r\n{EMOJI}\t2\r\n")
    room.press(KEY.Key_V, CONTROL)
    assert sticking_out(room.window) == []
    room.press(KEY.Key_Return, CONTROL)
    room.wait(lambda: room.shell.opened is not None)
    room.wait(room.projector.isVisible)
    check_whole(room, size)
    lobby = room.projector.stage.wall.scene
    assert isinstance(lobby, LobbyScene)
    assert (lobby.organisation, lobby.title) == ("مستشفى الميناء", "סקירת שירות 2026")
    assert [name for name, *_ in lobby.teams] == [HEBREW, ARABIC, EMOJI]

    room.press(KEY.Key_F6)
    for wanted in (State.PRACTICE_OPEN, State.SESSION, State.OPEN):
        room.reach(wanted)
    room.press(KEY.Key_H)
    check_whole(room, size)
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_A)
    room.run.parts.capture.what.editor.setPlainText("להתקשר בחזרה")
    room.run.parts.capture.owner.editor.setText("منى")
    room.press(KEY.Key_Escape)
    check_whole(room, size)
    (action,) = facts(room).actions
    assert (action.what, action.owner) == ("להתקשר בחזרה", "منى")
    text = printed(room, tmp_path)
    assert "9 people in 3 teams" in text
    assert all(letter in text for letter in "סקירתשלהבחז")
