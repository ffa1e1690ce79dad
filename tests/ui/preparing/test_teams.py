"""Teams are typed, pasted and dropped; a list is taken in whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from tests.ui.prepare_room import ALT, CONTROL, KEY, SHIFT, Begin, PrepareRoom
from tests.ui.sight import sticking_out
from workshop.new_team import NewTeam

HEBREW, ARABIC = "צוות הקבלה", "فريق التمريض"
LONG = "Department for matters of kind"


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


def test_a_total_below_a_pasted_list_is_no_team_and_the_notice_bar_says_so(
    room: PrepareRoom,
) -> None:
    room.paste("Nurses\t6\nDoctors\t4\nTotal\t10\n")
    assert room.teams == [("Nurses", 6), ("Doctors", 4)]
    notice = room.window.notices.current
    assert notice is not None
    assert notice.safe.startswith("Line 3, “Total 10”, was left out")


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
    assert filled.prepared.workshop.voter.value == "team"
    assert filled.teams == [("Front desk", 8), ("Nursing", 10), ("Back office", 6)]
    assert not filled.screen.teams.rows[0].opener.isEnabled()
    filled.press(KEY.Key_Left)
    assert filled.prepared.workshop.voter.value == "person"
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
