"""Preparing a workshop on its screen: what is typed is kept, what cannot be is said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.prepare_room import ALT, CONTROL, KEY, SHIFT, TODAY, Begin, PrepareRoom, begin_room
from tests.ui.sight import sticking_out
from ui.console.prepare.team_row import TeamRow
from ui.console.run.tab_order import reading_order
from workshop.facts import Ballot, Voter, Way
from workshop.new_team import NewTeam

HEBREW, ARABIC = "צוות הקבלה", "فريق التمريض"
LONG = "Department for matters of kind"
THREE = [NewTeam("Front desk", 8), NewTeam("Nursing", 10), NewTeam("Back office", 6)]


@pytest.fixture
def begin(qtbot: QtBot, tmp_path: Path) -> Iterator[Begin]:
    """Show a draft to be prepared."""
    begun: list[PrepareRoom] = []

    def begin(*, size: tuple[int, int] = (1440, 900), new: bool = False) -> PrepareRoom:
        begun.append(begin_room(qtbot, tmp_path, size=size, new=new))
        return begun[-1]

    yield begin
    QThreadPool.globalInstance().waitForDone()
    for room in begun:
        room.live.library.close()


@pytest.fixture
def room(begin: Begin) -> PrepareRoom:
    """A draft without teams, with the focus where the first is typed."""
    return begin()


@pytest.fixture
def filled(begin: Begin) -> PrepareRoom:
    """A draft with a title and three teams."""
    room = begin()
    room.live.preparing.describe(title="Service review")
    room.live.preparing.add_teams(THREE)
    room.screen.teams.add.setFocus()
    QApplication.processEvents()
    room.preparation.refresh()
    return room


# --- The day --------------------------------------------------------------------------------


def test_a_new_workshop_begins_with_its_title(begin: Begin) -> None:
    room = begin(new=True)
    assert room.screen.panel is room.screen.day
    assert room.focus is room.screen.day.title.editor


def test_enter_goes_from_field_to_field_of_the_day_and_keeps_each(begin: Begin) -> None:
    room = begin(new=True)
    room.press(KEY.Key_Backtab)
    typed = (
        "Harbour Street Clinic", "Service review", "+2w", "Room 4", "8.30", "13",
        "See where we stand", "I act on the first three", "One voice at a time", "", "", "", "Late",
    )  # fmt: skip
    for text in typed:
        room.press(KEY.Key_A, CONTROL)
        room.press(KEY.Key_Delete)
        room.type(text, KEY.Key_Return)
    workshop = room.prepared.workshop
    assert (workshop.organisation, workshop.title) == ("Harbour Street Clinic", "Service review")
    assert (workshop.held_on - TODAY).days == 14
    assert workshop.place == "Room 4"
    assert (workshop.starts_at, workshop.ends_at) == (8 * 60 + 30, 13 * 60)
    assert workshop.purpose == "See where we stand"
    assert workshop.promise == "I act on the first three"
    assert workshop.ground_rules == ("One voice at a time", "Late")
    assert room.screen.panel is None
    assert room.focus is room.screen.teams.draft.name.editor


def test_ctrl_enter_closes_the_day_with_what_was_typed(begin: Begin) -> None:
    room = begin(new=True)
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    assert room.screen.panel is None
    assert room.prepared.workshop.title == "Service review"


def test_escape_closes_the_day_and_loses_nothing(begin: Begin) -> None:
    room = begin(new=True)
    room.type("Service review", KEY.Key_Escape)
    assert room.screen.panel is None
    assert room.prepared.workshop.title == "Service review"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("31 Nov", "There is no such day: that month ends on 30 November 2026."),
        ("29 Feb 2027", "There is no such day: that month ends on 28 February 2027."),
        ("2026-02-30", "There is no such day: that month ends on 28 February 2026."),
        ("soon", "No date. Try 31 Oct or +2w."),
        ("", "No date. Try 31 Oct or +2w."),
    ],
)
def test_a_date_that_does_not_exist_says_why_and_nothing_is_changed(
    begin: Begin, typed: str, said: str
) -> None:
    room = begin(new=True)
    day = room.screen.day
    day.day.field.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.press(KEY.Key_Delete)
    room.type(typed)
    room.press(KEY.Key_Return, CONTROL)
    assert day.day.field.error == said
    assert room.screen.panel is day
    assert room.focus is day.day.field.editor
    assert room.prepared.workshop.held_on == TODAY


def test_a_time_that_is_none_is_said_and_stays_as_it_was_typed(begin: Begin) -> None:
    room = begin(new=True)
    starts = room.screen.day.starts
    starts.editor.setFocus()
    room.press(KEY.Key_A, CONTROL)
    room.type("half nine", KEY.Key_Tab)
    assert starts.error == "No time. Try 9:30."
    assert starts.text == "half nine"
    assert room.prepared.workshop.starts_at == 9 * 60


def test_what_earlier_workshops_were_called_by_is_completed(begin: Begin, qtbot: QtBot) -> None:
    room = begin(new=True)
    room.live.preparing.describe(title="Earlier", organisation="Harbour Street Clinic")
    room.preparation.show()
    organisation = room.screen.day.organisation
    organisation.set_text("")
    room.screen.open_day()
    organisation.editor.setFocus()
    room.type("harb", KEY.Key_Tab)
    assert organisation.text == "Harbour Street Clinic"


# --- Teams ----------------------------------------------------------------------------------


def test_enter_goes_from_the_name_to_the_people_and_adds_the_team(room: PrepareRoom) -> None:
    for name, people in (("Front desk", "8"), ("Nursing", "10")):
        room.type(name, KEY.Key_Return)
        room.type(people, KEY.Key_Return)
    assert room.teams == [("Front desk", 8), ("Nursing", 10)]
    assert room.focus is room.screen.teams.draft.name.editor


def test_a_list_out_of_a_spreadsheet_is_pasted_into_the_first_row(room: PrepareRoom) -> None:
    room.paste(f"Team\tPeople\r\nFront desk\t8\r\n{HEBREW}\t10\r\n{ARABIC}\t6\r\n")
    assert room.teams == [("Front desk", 8), (HEBREW, 10), (ARABIC, 6)]
    assert room.screen.teams.draft.isHidden()


def test_a_list_is_pasted_anywhere_in_the_part(filled: PrepareRoom) -> None:
    filled.screen.teams.rows[1].people.editor.setFocus()
    filled.paste("Kitchen\t3\nGarden\t2\n")
    filled.screen.teams.add.setFocus()
    filled.paste("Night shift 4")
    assert filled.teams[3:] == [("Kitchen", 3), ("Garden", 2), ("Night shift", 4)]


def test_a_word_is_pasted_into_a_name_as_ever(filled: PrepareRoom) -> None:
    name = filled.screen.teams.rows[1].name.editor
    name.setFocus()
    name.selectAll()
    filled.paste("Wards")
    filled.press(KEY.Key_Return)
    assert filled.teams[1] == ("Wards", 10)


def test_a_list_with_faults_is_refused_whole_and_every_fault_has_its_line(
    filled: PrepareRoom,
) -> None:
    filled.screen.teams.paste.setFocus()
    filled.paste("Kitchen\t3\nGarden\tmany\nKitchen\t2\n")
    faults = filled.screen.teams.faults
    assert not faults.isHidden()
    assert "Nothing was taken in" in faults.accessibleName()
    assert [each.accessibleName().split(":")[0] for each in lines_of(faults)] == [
        "Line 2",
        "Line 3",
    ]
    assert len(filled.teams) == 3
    filled.screen.teams.add.setFocus()
    filled.paste("Kitchen\t3\nGarden\t2\n")
    assert faults.isHidden()
    assert len(filled.teams) == 5


def lines_of(faults: QWidget) -> list[QWidget]:
    """The rows of the faults."""
    named = [each for each in faults.findChildren(QWidget) if each.accessibleName()]
    return [each for each in named if each.accessibleName().startswith("Line ")]


def test_a_team_that_is_there_already_refuses_the_list(filled: PrepareRoom) -> None:
    filled.screen.teams.add.setFocus()
    filled.paste("Kitchen\t3\nnursing\t2\n")
    assert "nursing" in filled.screen.teams.faults.accessibleName()
    assert len(filled.teams) == 3


def test_an_empty_clipboard_says_what_to_copy(filled: PrepareRoom) -> None:
    filled.screen.teams.add.setFocus()
    filled.paste("  \n ")
    assert "no text in the clipboard" in filled.screen.teams.faults.accessibleName()


def drop(room: PrepareRoom, path: Path) -> None:
    """Drop a file onto the teams."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    room.screen.teams.dropEvent(event)


def test_a_csv_file_is_dropped(room: PrepareRoom, tmp_path: Path) -> None:
    path = tmp_path / "teams.csv"
    path.write_bytes("Team;People\r\nKüche;3\r\n".encode("utf-8-sig"))
    drop(room, path)
    assert room.teams == [("Küche", 3)]


def test_a_file_in_another_encoding_or_none_at_all_is_refused_by_name(
    room: PrepareRoom, tmp_path: Path
) -> None:
    path = tmp_path / "teams.csv"
    path.write_bytes("Küche;3\r\n".encode("latin-1"))
    drop(room, path)
    said = room.screen.teams.faults.accessibleName()
    assert said.startswith("teams.csv: Nothing was taken in")
    assert "UTF-8" in said
    drop(room, tmp_path / "gone.csv")
    assert "no file that can be read" in room.screen.teams.faults.accessibleName()
    assert room.teams == []


def test_a_name_that_is_taken_stays_as_typed_with_the_reason_below(filled: PrepareRoom) -> None:
    row = filled.screen.teams.rows[2]
    row.name.editor.setFocus()
    filled.press(KEY.Key_A, CONTROL)
    filled.type("nursing", KEY.Key_Return)
    assert "There is a team called" in row.error
    assert row.name.text == "nursing"
    assert filled.teams[2] == ("Back office", 6)
    row.name.editor.setFocus()
    filled.type(" at night", KEY.Key_Return)
    assert row.error == ""
    assert filled.teams[2] == ("nursing at night", 6)


def test_alt_and_an_arrow_move_a_team_and_the_focus_goes_along(filled: PrepareRoom) -> None:
    filled.screen.teams.rows[2].name.editor.setFocus()
    filled.press(KEY.Key_Up, ALT)
    assert [name for name, _ in filled.teams] == ["Front desk", "Back office", "Nursing"]
    assert filled.focus is filled.screen.teams.rows[1].name.editor
    filled.press(KEY.Key_Down)
    assert filled.focus is filled.screen.teams.rows[2].name.editor


def test_a_team_is_taken_away_and_comes_back_by_undo(filled: PrepareRoom) -> None:
    filled.screen.teams.rows[0].remover.setFocus()
    filled.press(KEY.Key_Return)
    assert [name for name, _ in filled.teams] == ["Nursing", "Back office"]
    assert filled.screen.bar.undo.text() == "Undo: Front desk taken away"
    filled.press(KEY.Key_Z, CONTROL)
    assert filled.teams == [("Front desk", 8), ("Nursing", 10), ("Back office", 6)]
    filled.press(KEY.Key_Z, CONTROL | SHIFT)
    assert len(filled.teams) == 2


def test_the_people_of_a_team_get_names_a_line_each(filled: PrepareRoom) -> None:
    row = filled.screen.teams.rows[2]
    row.opener.setFocus()
    filled.press(KEY.Key_Return)
    assert row.names is not None
    assert filled.focus is row.names.editor
    row.names.editor.setPlainText("Ana\n\nمنى")
    filled.press(KEY.Key_Tab)
    assert filled.prepared.teams[2].names == ("Ana", "", "منى", "", "", "")


def test_where_each_team_has_one_vote_the_people_are_counted_all_the_same(
    filled: PrepareRoom,
) -> None:
    filled.screen.votes.voter.setFocus()
    filled.press(KEY.Key_Right)
    assert filled.prepared.workshop.voter is Voter.TEAM
    assert filled.teams == [("Front desk", 8), ("Nursing", 10), ("Back office", 6)]
    assert not filled.screen.teams.rows[0].opener.isEnabled()
    filled.press(KEY.Key_Left)
    assert filled.prepared.workshop.voter is Voter.PERSON
    assert [team.seats for team in filled.prepared.teams] == [8, 10, 6]


def test_sixty_teams_are_scrolled_to_and_all_can_be_reached(begin: Begin) -> None:
    room = begin(size=(1024, 600))
    names = [f"{LONG} {n:02}" for n in range(58)] + [HEBREW, ARABIC]
    room.live.preparing.add_teams([NewTeam(name, 5) for name in names])
    room.preparation.refresh()
    room.screen.teams.rows[0].name.editor.setFocus()
    for _ in range(59):
        room.press(KEY.Key_Down)
    last = room.screen.teams.rows[-1]
    assert room.focus is last.name.editor
    assert last.name.editor.visibleRegion().boundingRect() == last.name.editor.rect()
    assert sticking_out(room.window) == []


# --- How the room votes ---------------------------------------------------------------------


def test_every_choice_of_how_we_vote_is_kept_and_shown(filled: PrepareRoom) -> None:
    votes = filled.screen.votes
    votes.ballot.setFocus()
    filled.press(KEY.Key_Right)
    votes.group.setFocus()
    filled.press(KEY.Key_Up)
    filled.press(KEY.Key_7)
    votes.target.setFocus()
    filled.press(KEY.Key_Down)
    votes.ways[Way.PAPER].setFocus()
    filled.press(KEY.Key_Space)
    workshop = filled.prepared.workshop
    assert workshop.ballot is Ballot.SECRET
    assert workshop.minimum_group == 7
    assert workshop.target == 3.0
    assert workshop.ways == frozenset({Way.WALL, Way.HANDS})
    votes.target.setFocus()
    filled.press(KEY.Key_Up)
    assert filled.prepared.workshop.target is None, "the scale's own line"


def test_the_last_way_of_voting_stays_and_says_why(filled: PrepareRoom) -> None:
    ways = filled.screen.votes.ways
    for way in (Way.PAPER, Way.HANDS, Way.WALL):
        ways[way].setFocus()
        filled.press(KEY.Key_Space)
    assert filled.prepared.workshop.ways == frozenset({Way.WALL})
    assert ways[Way.WALL].isChecked()
    assert "Nobody could vote" in filled.screen.votes.refusal
    ways[Way.HANDS].setFocus()
    filled.press(KEY.Key_Space)
    assert filled.screen.votes.refusal == ""


def test_once_the_day_has_begun_teams_and_ballot_stand_and_say_so(filled: PrepareRoom) -> None:
    filled.live.facilitation.next()
    filled.preparation.refresh()
    assert filled.prepared.begun
    screen = filled.screen
    for each in (screen.teams.add, screen.votes.ballot, screen.teams.rows[0].people):
        assert not each.isEnabled()
        assert "has begun" in each.toolTip()


# --- What is ready --------------------------------------------------------------------------


def test_the_foot_says_what_is_missing_and_open_leads_there(room: PrepareRoom) -> None:
    assert "The workshop has no title." in room.screen.foot.said
    room.screen.foot.open.click()
    assert room.asked == []
    assert room.focus is room.screen.day.title.editor
    assert "has no title" in room.screen.day.title.error
    room.type("Service review")
    room.press(KEY.Key_Return, CONTROL)
    room.press(KEY.Key_Return, CONTROL)
    assert room.asked == []
    assert room.focus is room.screen.teams.draft.name.editor
    room.type("Nursing", KEY.Key_Return)
    room.type("12")
    room.press(KEY.Key_Return, CONTROL)
    assert room.asked == [room.live.id]


def test_every_point_is_listed_and_leads_to_where_it_is_mended(room: PrepareRoom) -> None:
    menu = room.screen.foot.menu()
    texts = [action.text() for action in menu.actions()]
    assert len(texts) == len(room.screen.foot.points())
    next(each for each in menu.actions() if "no teams" in each.text()).trigger()
    assert room.focus is room.screen.teams.draft.name.editor


@pytest.mark.parametrize("where", ["title", "team", "people", "draft", "minutes"])
def test_what_is_typed_and_not_left_is_kept_when_open_is_pressed(
    filled: PrepareRoom, where: str
) -> None:
    screen = filled.screen
    first = filled.prepared.items[1]
    editors: dict[str, QLineEdit] = {
        "title": screen.day.title.editor,
        "team": screen.teams.rows[0].name.editor,
        "people": screen.teams.rows[0].people.editor,
        "draft": screen.teams.draft.name.editor,
        "minutes": next(r for r in screen.agenda.rows.rows if r.line.item == first).minutes.editor,
    }
    if where == "title":
        screen.open_day()
    if where == "draft":
        screen.teams.begin()
    editors[where].setFocus()
    filled.press(KEY.Key_A, CONTROL)
    filled.type("44")
    screen.foot.open.click()
    after = filled.prepared
    kept = {
        "title": after.workshop.title == "44",
        "team": after.teams[0].name == "44",
        "people": after.teams[0].people == 44,
        "draft": after.teams[-1].name == "44",
        "minutes": after.items[1].minutes == 44,
    }
    assert kept[where]
    # A team that was just named has nobody in it yet, which is said before the workshop opens.
    assert filled.asked == ([] if where == "draft" else [filled.live.id])


def test_what_cannot_be_kept_stops_the_opening_and_has_the_focus(filled: PrepareRoom) -> None:
    row = filled.screen.teams.rows[1]
    row.name.editor.setFocus()
    filled.press(KEY.Key_A, CONTROL)
    filled.type("front desk")
    filled.press(KEY.Key_Return, CONTROL)
    assert filled.asked == []
    assert filled.focus is row.name.editor
    assert "There is a team called" in row.error


def test_a_secret_ballot_of_four_is_not_opened(filled: PrepareRoom) -> None:
    live = filled.live
    for team in live.prepared().teams[1:]:
        live.preparing.remove_team(team.id)
    live.preparing.set_people(live.prepared().teams[0].id, 4)
    live.preparing.set_ballot(Ballot.SECRET)
    filled.preparation.refresh()
    filled.screen.foot.open.click()
    assert filled.asked == []
    assert "A secret ballot needs at least 5 people." in filled.screen.foot.said
    assert filled.screen.votes.isAncestorOf(filled.focus)


# --- Keys and names -------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600)], ids=str)
def test_tab_reaches_every_control_as_the_screen_is_read(
    filled: PrepareRoom, size: tuple[int, int]
) -> None:
    filled.window.resize(*size)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    screen = filled.screen
    wanted = [
        stop
        for region in (screen.bar, screen.framework, screen.agenda, screen.teams, screen.votes)
        for stop in reading_order(region)
    ] + reading_order(screen.foot)
    wanted[0].setFocus()
    passed: list[QWidget] = []
    while not passed or filled.focus is not wanted[0]:
        within = screen.agenda.rows.isAncestorOf(filled.focus)
        here = screen.agenda.rows if within else filled.focus  # the agenda is one stop of its own
        if not passed or passed[-1] is not here:
            passed.append(here)
        filled.press(KEY.Key_Tab)
        assert len(passed) <= len(wanted)
    assert passed == wanted
    assert screen.foot.open in passed
    assert screen.votes.target in passed
    filled.press(KEY.Key_Backtab)
    assert filled.focus is wanted[-1]


@pytest.mark.parametrize("panel", ["", "day", "editor"])
def test_every_control_is_read_aloud_by_a_name_of_its_own(filled: PrepareRoom, panel: str) -> None:
    screen = filled.screen
    if panel == "day":
        screen.open_day()
    if panel == "editor":
        screen.agenda.edit_wanted.emit(filled.prepared.items[1].id)
    stops = reading_order(screen)
    assert len(stops) > 10
    assert [stop for stop in stops if not stop.accessibleName()] == []


def test_a_screen_of_any_size_and_length_of_names_holds_all_its_parts(begin: Begin) -> None:
    room = begin()
    room.live.preparing.describe(title="word " * 40, organisation=ARABIC, place=HEBREW)
    teams = [NewTeam(f"{LONG} {n}", 12) for n in range(14)] + [NewTeam(HEBREW, 3)]
    room.live.preparing.add_teams(teams)
    room.preparation.refresh()
    room.screen.teams.show_faults("A list.csv", [(n, "word " * 20) for n in range(40)])
    for size in ((1440, 900), (1280, 720), (1024, 600)):
        room.window.resize(*size)
        QApplication.processEvents()
        assert sticking_out(room.window) == [], size
        room.screen.open_day()
        QApplication.processEvents()
        assert sticking_out(room.window) == [], size
        room.screen.close_panel()


def test_a_team_row_shows_its_tools_to_the_keyboard_too(filled: PrepareRoom) -> None:
    row: TeamRow = filled.screen.teams.rows[0]
    assert row.opener.accessibleName() == "Names in Front desk"
    assert row.remover.accessibleName() == "Take Front desk away"
    quiet = row.remover.grab().toImage()
    row.remover.setFocus()
    assert row.remover.grab().toImage() != quiet
