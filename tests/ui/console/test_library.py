"""The list of workshops: what comes first, what each row says, and what can be done from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.console.library.agenda_strip import AgendaStrip
from ui.console.library.dates import Dates, time_of
from ui.console.library.fault_panel import FaultPanel
from ui.console.library.next_card import NextCard, details
from ui.console.library.rows import PastRow, UpcomingRow
from ui.console.library.screen import LibraryScreen
from ui.console.widgets.empty_state import EmptyState
from ui.theme import DesktopTheme, load_fonts
from workshop.shelf import SessionLine, State, TeamLine, WorkshopLine
from workshop.words import Words

TODAY = date(2025, 10, 8)
WORDS = Words()
LONG = "A review of everything that all departments do for those they serve " * 4
RIGHT_TO_LEFT = "סקירת השירות של צוות הקבלה"


def line(
    name: str, days: int, state: State = "upcoming", *, archived: bool = False, teams: int = 2
) -> WorkshopLine:
    """A workshop so many days from today."""
    return WorkshopLine(
        id=name,
        title=name,
        organisation="Harbour Street Clinic",
        held_on=TODAY + timedelta(days=days),
        starts_at=540,
        state=state,
        archived=archived,
        rehearsal=False,
        teams=tuple(TeamLine(f"Team {n}", 8) for n in range(teams)),
        minutes=230,
        sessions=(SessionLine("vision", "Vision", 35), SessionLine("people", "People", 45)),
        last_act_at=None,
    )


@pytest.fixture
def screen(qtbot: QtBot) -> LibraryScreen:
    """The screen before its library is open."""
    load_fonts()
    made = LibraryScreen(DesktopTheme(), WORDS)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def rows(screen: LibraryScreen) -> list[str]:
    """The titles of the rows, from above."""
    return [row.text() for row in screen.findChildren(UpcomingRow)]


def card(screen: LibraryScreen) -> NextCard:
    """The one card."""
    [found] = screen.findChildren(NextCard)
    return found


def test_nothing_can_be_made_before_the_library_is_open(screen: LibraryScreen) -> None:
    assert not screen.new.isEnabled()
    assert not screen.rehearse.isEnabled()
    screen.show_workshops([], TODAY)
    assert screen.new.isEnabled()


def test_the_next_workshop_is_the_card_and_the_others_follow_by_day(screen: LibraryScreen) -> None:
    screen.show_workshops([line("later", 9), line("soon", 1), line("latest", 30)], TODAY)
    assert card(screen).accessibleName() == "soon"
    assert rows(screen) == ["later", "latest"]


def test_a_workshop_that_goes_on_comes_before_all_others(screen: LibraryScreen) -> None:
    screen.show_workshops([line("soon", 1), line("now", 0, "live")], TODAY)
    assert card(screen).accessibleName() == "now"
    assert card(screen).open.text() == "Go on"


def test_a_day_that_passed_without_its_workshop_comes_last(screen: LibraryScreen) -> None:
    screen.show_workshops([line("missed", -3), line("soon", 5)], TODAY)
    assert card(screen).accessibleName() == "soon"
    assert rows(screen) == ["missed"]


def test_what_is_archived_is_not_listed(screen: LibraryScreen) -> None:
    screen.show_workshops([line("put away", 1, archived=True)], TODAY)
    assert screen.findChildren(EmptyState)
    assert not screen.findChildren(NextCard)


def test_a_row_is_opened_with_enter(screen: LibraryScreen, qtbot: QtBot) -> None:
    screen.show_workshops([line("soon", 1), line("later", 9)], TODAY)
    [row] = screen.findChildren(UpcomingRow)
    with qtbot.waitSignal(screen.opened) as opened:
        QTest.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == ["later"]


def test_the_plan_of_a_past_workshop_is_asked_for_by_its_row(
    screen: LibraryScreen, qtbot: QtBot
) -> None:
    screen.show_workshops([line("then", -30, "past")], TODAY)
    [row] = screen.findChildren(PastRow)
    with qtbot.waitSignal(screen.export_wanted) as wanted:
        QTest.mouseClick(row.export, Qt.MouseButton.LeftButton)
    assert wanted.args == ["then"]


def test_the_list_is_filled_anew_and_not_added_to(screen: LibraryScreen, qtbot: QtBot) -> None:
    screen.show_workshops([line("soon", 1), line("later", 9)], TODAY)
    screen.show_workshops([line("soon", 1)], TODAY)
    qtbot.waitUntil(lambda: not screen.findChildren(UpcomingRow))


@pytest.mark.parametrize("width", [1440, 1024])
@pytest.mark.parametrize("title", ["Service review", LONG, RIGHT_TO_LEFT, ""])
def test_nothing_stands_outside_the_window_however_long_it_is(
    screen: LibraryScreen, width: int, title: str, qtbot: QtBot
) -> None:
    screen.resize(width, 600)
    lines = [line(title or "x", days, teams=14) for days in range(20)]
    screen.show_workshops(lines + [line(title, -9 * n, "past") for n in range(1, 20)], TODAY)
    qtbot.waitUntil(lambda: card(screen).width() > 0 and card(screen).isVisible())
    inside = width - 40
    for part in (card(screen), *screen.findChildren(PastRow)):
        assert part.width() <= inside
    assert not screen.grab().isNull()


def test_the_card_says_where_when_and_who(screen: LibraryScreen) -> None:
    said = details(WORDS, line("soon", 1))
    assert said == "Harbour Street Clinic, 09:00 to 12:50. Team 0 8, Team 1 8."


def test_the_strip_says_its_sessions_to_a_screen_reader(screen: LibraryScreen) -> None:
    screen.show_workshops([line("soon", 1)], TODAY)
    [strip] = screen.findChildren(AgendaStrip)
    assert strip.accessibleName() == "Vision, 35 min, People, 45 min"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "Today"), (1, "Tomorrow"), (-1, "Yesterday"), (9, "In 9 days"), (-2, "2 days ago")],
)
def test_a_day_is_named_by_how_far_it_is(days: int, said: str) -> None:
    assert Dates(WORDS, TODAY).ahead(TODAY + timedelta(days=days)) == said


def test_dates_carry_their_year_only_where_it_is_another() -> None:
    dates = Dates(WORDS, TODAY)
    assert dates.short(date(2025, 3, 13)) == "13 Mar"
    assert dates.short(date(2024, 11, 26)) == "26 Nov 24"
    assert dates.weekday(TODAY) == "Wednesday"
    assert time_of(25 * 60 + 5) == "01:05"


def test_a_fault_offers_the_backup_only_where_there_is_one(qtbot: QtBot) -> None:
    load_fonts()
    for has_backup, count in ((True, 4), (False, 3)):
        panel = FaultPanel(DesktopTheme(), WORDS, "It is damaged.", has_backup=has_backup)
        qtbot.addWidget(panel)
        assert len(panel.buttons) == count
        assert "It is damaged." in panel.accessibleName()


def test_where_the_room_sees_the_list_others_are_put_away_until_asked_for(qtbot: QtBot) -> None:
    screen = LibraryScreen(DesktopTheme(), WORDS)
    qtbot.addWidget(screen)
    lines = [line("Today", 0, "live"), line("A client", 1), line("Another", -7, "past")]
    screen.show_workshops(lines, TODAY, only="Today")
    rows = (*screen.findChildren(UpcomingRow), *screen.findChildren(PastRow))
    assert not any(part.isVisibleTo(screen) for part in rows)
    away = next(each for each in screen.findChildren(EmptyState) if each.isVisibleTo(screen))
    assert away.accessibleName() == "Other workshops are put away"
    assert away.button is not None
    away.button.click()
    rows = (*screen.findChildren(UpcomingRow), *screen.findChildren(PastRow))
    assert sum(part.isVisibleTo(screen) for part in rows) == 2


def test_a_day_that_goes_on_offers_no_test_of_the_room(qtbot: QtBot) -> None:
    screen = LibraryScreen(DesktopTheme(), WORDS)
    qtbot.addWidget(screen)
    asked: list[str] = []
    screen.check_wanted.connect(asked.append)
    screen.show_workshops([line("Tomorrow", 1)], TODAY)
    (card,) = screen.findChildren(NextCard)
    card.check.click()
    assert asked == ["Tomorrow"]
    screen.show_workshops([line("Today", 0, "live")], TODAY)
    live = next(each for each in screen.findChildren(NextCard) if each.isVisibleTo(screen))
    assert live.check.isHidden()
