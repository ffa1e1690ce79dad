"""The screen by keyboard alone, read by its names, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.prepare_room import KEY, Begin, PrepareRoom
from tests.ui.sight import sticking_out
from ui.console.prepare.agenda_foot import AgendaFoot
from ui.console.prepare.team_row import TeamRow
from ui.console.run.tab_order import reading_order
from workshop.new_team import NewTeam

HEBREW, ARABIC = "צוות הקבלה", "فريق التمريض"
LONG = "Department for matters of kind"


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600)], ids=str)
def test_tab_reaches_every_control_as_the_screen_is_read(
    filled: PrepareRoom, size: tuple[int, int]
) -> None:
    filled.window.resize(*size)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    screen = filled.screen
    [foot] = screen.findChildren(AgendaFoot)
    regions = (screen.bar, screen.framework, screen.agenda, foot, screen.teams, screen.votes)
    wanted = [stop for region in regions for stop in reading_order(region)] + reading_order(
        screen.foot
    )
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


def settle() -> None:
    """Let nested layouts tell each other their sizes: one level in each turn of the loop."""
    for _ in range(5):
        QApplication.processEvents()


def test_a_screen_of_any_size_and_length_of_names_holds_all_its_parts(begin: Begin) -> None:
    room = begin()
    room.live.preparing.describe(title="word " * 40, organisation=ARABIC, place=HEBREW)
    teams = [NewTeam(f"{LONG} {n}", 12) for n in range(14)] + [NewTeam(HEBREW, 3)]
    room.live.preparing.add_teams(teams)
    room.preparation.refresh()
    room.screen.teams.show_faults("A list.csv", [(n, "word " * 20) for n in range(40)])
    for size in ((1440, 900), (1280, 720), (1024, 600)):
        room.window.resize(*size)
        settle()
        assert sticking_out(room.window) == [], size
        room.screen.open_day()
        settle()
        assert sticking_out(room.window) == [], size
        room.screen.close_panel()


def test_a_team_row_shows_its_tools_to_the_keyboard_too(filled: PrepareRoom) -> None:
    row: TeamRow = filled.screen.teams.rows[0]
    assert row.opener.accessibleName() == "Names in Front desk"
    assert row.remover.accessibleName() == "Take Front desk away"
    quiet = row.remover.grab().toImage()
    row.remover.setFocus()
    assert row.remover.grab().toImage() != quiet
