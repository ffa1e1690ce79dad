"""The library screen: what comes first, what each row says, and what can be done from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.days import DAY, HandClock, another_day
from tests.many_workshops import multiply
from tests.ui.conftest import App
from tests.ui.console.shelves import Shelves, rows
from ui.console.library.agenda_strip import AgendaStrip
from ui.console.library.dates import Dates, time_of
from ui.console.library.fault_panel import FaultPanel
from ui.console.library.feeds import Filter
from ui.console.library.next_card import details
from ui.console.library.rows import PastRow
from ui.console.library.standing import points, standing
from ui.console.widgets.button import Kind
from ui.console.widgets.dialog import LossDialog
from ui.console.widgets.empty_state import EmptyState
from ui.console.widgets.text_label import TextLabel
from ui.painters.mini_profile import levels
from ui.theme import DesktopTheme, load_fonts
from workshop import deletion
from workshop.library import Library
from workshop.planning import ActionDraft
from workshop.shelf import SessionLine, State, TeamLine, WorkshopLine
from workshop.words import Words

TODAY = date(2025, 10, 8)
WORDS = Words()
LONG = "A review of everything that all departments do for those they serve " * 4
RIGHT_TO_LEFT = "סקירת השירות של צוות הקבלה"


def line(name: str, days: int, state: State = "upcoming", *, teams: int = 2) -> WorkshopLine:
    """A workshop so many days from today."""
    return WorkshopLine(
        id=name,
        title=name,
        organisation="Harbour Street Clinic",
        held_on=TODAY + timedelta(days=days),
        starts_at=540,
        state=state,
        archived=False,
        rehearsal=False,
        teams=tuple(TeamLine(f"Team {n}", 8) for n in range(teams)),
        minutes=230,
        sessions=(SessionLine("vision", "Vision", 35), SessionLine("people", "People", 45)),
        last_act_at=None,
        questions=8,
        voters=8 * teams,
    )


def choose(menu: QMenu, text: str) -> None:
    """Choose an entry of a menu by its words."""
    next(each for each in menu.actions() if each.text() == text).trigger()


def entries(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [each.text() for each in menu.actions() if not each.isSeparator()]


def test_nothing_can_be_made_before_the_library_is_open(shelves: Shelves) -> None:
    assert not shelves.screen.new.isEnabled()
    assert not shelves.screen.rehearse.isEnabled()
    shelves.show()
    assert shelves.screen.new.isEnabled()


def test_an_empty_library_says_how_to_begin(shelves: Shelves) -> None:
    shelves.show()
    [empty] = shelves.screen.findChildren(EmptyState)
    assert empty.accessibleName() == "No workshops yet"


def test_the_next_workshop_is_the_card_and_the_others_follow_by_day(shelves: Shelves) -> None:
    for title, days in (("later", 9), ("soon", 1), ("latest", 30)):
        shelves.add(title, days)
    contents = shelves.show()
    assert contents.card is not None
    assert contents.card.accessibleName() == "soon"
    assert rows(contents) == ["later", "latest"]
    assert contents.title.text() == "Upcoming"


def test_a_workshop_that_goes_on_comes_before_all_others(shelves: Shelves) -> None:
    shelves.add("soon", 1)
    shelves.add("now", 0, "live")
    card = shelves.show().card
    assert card is not None
    assert card.open.text() == "Go on"
    assert card.check.isHidden()
    assert card.prepare.isHidden()


def test_the_card_opens_prepares_and_tests_the_room(shelves: Shelves) -> None:
    made = shelves.add("soon", 1)
    card = shelves.show().card
    assert card is not None
    asked: list[tuple[str, str]] = []
    shelves.screen.opened.connect(lambda each: asked.append(("open", each)))
    shelves.screen.prepare_wanted.connect(lambda each: asked.append(("prepare", each)))
    shelves.screen.check_wanted.connect(lambda each: asked.append(("check", each)))
    for each in (card.open, card.prepare, card.check):
        each.click()
    assert asked == [("open", made), ("prepare", made), ("check", made)]


def test_the_card_of_a_workshop_that_lacks_something_leads_to_prepare(shelves: Shelves) -> None:
    made = shelves.add("", 1)
    card = shelves.show().card
    assert card is not None
    assert card.open.isHidden()
    assert (card.prepare.isHidden(), card.prepare._kind) == (False, Kind.PRIMARY)
    asked: list[str] = []
    shelves.screen.prepare_wanted.connect(asked.append)
    card.prepare.click()
    assert asked == [made]


def test_a_rows_menu_asks_for_what_it_says(shelves: Shelves) -> None:
    made = shelves.add("then", -30, "past")
    [row] = shelves.show().listing.rows
    assert entries(row.menu()) == [
        "Look at the charts", "Start from this workshop", "Duplicate", "Export the files",
        "Archive", "Delete…",
    ]  # fmt: skip
    asked: list[str] = []
    for signal in (
        shelves.screen.charts_wanted,
        shelves.screen.repeat_wanted,
        shelves.screen.duplicate_wanted,
        shelves.screen.export_wanted,
        shelves.screen.archive_wanted,
        shelves.screen.delete_wanted,
    ):
        signal.connect(asked.append)
    for said in entries(row.menu()):
        choose(row.menu(), said)
    assert asked == [made] * 6


def test_an_upcoming_row_can_be_prepared_and_one_that_goes_on_cannot(shelves: Shelves) -> None:
    for title, days in (("now", 0), ("other", 0)):
        shelves.add(title, days, "live")
    shelves.add("soon", 1)
    live, soon = shelves.show().listing.rows
    assert entries(live.menu()) == ["Go on", "Export the files"]
    assert "Prepare" in entries(soon.menu())


def test_a_search_shows_what_has_its_words_and_puts_the_card_away(
    shelves: Shelves, qtbot: QtBot
) -> None:
    shelves.add("Pharmacy counter", 1)
    shelves.add("Service review, spring", -30, "past")
    shelves.add("Booking line", -60, "past")
    contents = shelves.show()
    qtbot.waitUntil(lambda: contents.later is not None)
    assert contents.later is not None
    QTest.keyClicks(contents.later.field.editor, "spring serv")
    assert rows(contents) == ["Service review, spring"]
    assert contents.card is None
    contents.search("nothing of this kind")
    assert rows(contents) == []
    contents.search("")
    assert contents.card is not None


def test_filters_show_one_group_and_the_archive(shelves: Shelves) -> None:
    shelves.add("soon", 1)
    shelves.add("later", 5)
    shelves.add("then", -30, "past")
    deletion.archive(shelves.library, shelves.add("put away", -40, "past"))
    gone = shelves.add("deleted", -50, "past")
    deletion.delete(shelves.library, gone)
    contents = shelves.show()
    assert rows(contents) == ["later", "then"]
    contents.filters.choose(Filter.UPCOMING)
    assert rows(contents) == ["later"]
    contents.filters.choose(Filter.PAST)
    assert rows(contents) == ["then"]
    contents.filters.choose(Filter.ARCHIVED)
    assert rows(contents) == ["put away", "deleted"]
    with_menu = contents.listing.rows[1]
    asked: list[str] = []
    shelves.screen.put_back_wanted.connect(asked.append)
    choose(with_menu.menu(), "Put back")
    assert asked == [gone]


def test_pages_are_read_as_one_scrolls(shelves: Shelves, qtbot: QtBot) -> None:
    multiply(shelves.library, [shelves.add("then", -1, "past")], 199)
    contents = shelves.show()
    assert len(contents.listing.rows) == 20
    while not contents.listing.whole:
        contents.read_on()
    assert len(contents.listing.rows) == 200
    assert len(set(rows(contents))) == 200


def test_a_past_row_shows_its_profile_once_it_is_seen(shelves: Shelves, qtbot: QtBot) -> None:
    shelves.add("then", -30, "past")
    [row] = shelves.show().listing.rows
    assert isinstance(row, PastRow)
    qtbot.waitUntil(lambda: row.profile is not None)


def test_the_title_of_the_past_stands_in_one_line_with_its_scale_right_above_its_rows(
    shelves: Shelves, qtbot: QtBot
) -> None:
    shelves.add("past", -9, "past")
    contents = shelves.show()
    listing = contents.listing
    qtbot.waitUntil(lambda: listing.rows[0].y() > 0)
    labels = {each.text(): each for each in listing.findChildren(TextLabel)}
    assert contents.title.text() == ""
    above = [labels[text].mapTo(listing, QPoint()).y() for text in ("Past", "profile", "actions")]
    assert max(above) - min(above) <= 6
    assert listing.rows[0].y() - max(above) < 40


def test_late_actions_stand_beside_the_list_and_in_a_drawer_where_it_is_narrow(
    shelves: Shelves, qtbot: QtBot
) -> None:
    made = another_day(shelves.library, shelves.clock).live
    question = next(item.questions[0].id for item in made.facts().items if item.questions)
    made.planning.propose(ActionDraft("Answer the phone", due=DAY - timedelta(days=3)), question)
    told: list[int] = []
    shelves.screen.late_counted.connect(told.append)
    contents = shelves.show()
    qtbot.waitUntil(lambda: told == [1])
    screen = shelves.screen
    assert screen.beside.isVisible()
    screen.resize(824, 600)
    assert not screen.beside.isVisible()
    assert contents.later is not None
    contents.later.drawer.click()
    assert screen.beside.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert not screen.beside.isVisible()


def test_where_the_room_sees_the_list_others_are_put_away_until_asked_for(
    shelves: Shelves, qtbot: QtBot
) -> None:
    today = shelves.add("Today", 0, "live")
    shelves.add("A client", 1)
    shelves.add("Another", -7, "past")
    contents = shelves.show(only=today)
    qtbot.waitUntil(lambda: contents.later is not None)
    assert rows(contents) == []
    assert not shelves.screen.beside.isVisible()
    assert contents.later is not None
    assert contents.later.field.isHidden()
    [away] = [
        each for each in shelves.screen.findChildren(EmptyState) if each.isVisibleTo(shelves.screen)
    ]
    assert away.accessibleName() == "Other workshops are put away"
    assert away.button is not None
    told: list[bool] = []
    shelves.screen.others_wanted.connect(lambda: told.append(True))
    away.button.click()
    assert rows(contents) == ["A client", "Another"]
    assert told == [True]


def shown_as_empty(shelves: Shelves) -> list[str]:
    """What stands where something else is not."""
    panels = shelves.screen.findChildren(EmptyState)
    return [each.accessibleName() for each in panels if each.isVisibleTo(shelves.screen)]


def test_a_day_that_is_over_stays_in_the_list_where_others_are_put_away(
    shelves: Shelves, qtbot: QtBot
) -> None:
    today = shelves.add("Today", 0, "past")
    shelves.add("Another", -7, "past")
    contents = shelves.show(only=today)
    qtbot.waitUntil(lambda: contents.later is not None)
    assert rows(contents) == ["Today"]
    assert shown_as_empty(shelves) == ["Other workshops are put away"]


@pytest.mark.parametrize("state", ["live", "past"])
def test_where_there_are_no_others_none_are_said_to_be_put_away(
    shelves: Shelves, state: Literal["live", "past"], qtbot: QtBot
) -> None:
    contents = shelves.show(only=shelves.add("Today", 0, state))
    qtbot.waitUntil(lambda: contents.later is not None)
    assert shown_as_empty(shelves) == []
    assert (contents.card is not None) == (state == "live")
    assert rows(contents) == ([] if state == "live" else ["Today"])
    assert contents.filters.isVisibleTo(shelves.screen)


@pytest.mark.parametrize("width", [1240, 824])
@pytest.mark.parametrize("title", ["Service review", LONG, RIGHT_TO_LEFT, ""])
def test_nothing_stands_outside_the_window_however_long_it_is(
    shelves: Shelves, width: int, title: str, qtbot: QtBot
) -> None:
    shelves.screen.resize(width, 600)
    for days in range(3):
        shelves.add(title, days)
        shelves.add(title, -days, "past")
    contents = shelves.show()
    card = contents.card
    assert card is not None
    qtbot.waitUntil(lambda: contents.later is not None and card.isVisible())
    for part in (card, *contents.listing.rows):
        right = part.mapTo(shelves.screen, part.rect().topRight()).x()
        assert right <= width - 40
    assert not shelves.screen.grab().isNull()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "Ready"),
        ({"teams": ()}, "No teams yet"),
        ({"questions": 0}, "No questions yet"),
        ({"title": " "}, "No title yet"),
        ({"secret": True, "voters": 4}, "Too few seats for a secret ballot"),
        ({"held_on": TODAY - timedelta(days=1)}, "Its day has passed"),
        ({"state": "live"}, "Going on"),
    ],
)
def test_a_word_says_how_ready_a_workshop_is(change: dict[str, object], said: str) -> None:
    assert standing(replace(line("soon", 1), **change), TODAY, WORDS) == said  # type: ignore[arg-type]  # of parameters


def test_the_card_compares_the_agenda_with_the_booking() -> None:
    soon = line("soon", 1)
    assert points(soon, WORDS) == ()
    assert points(replace(soon, ends_at=540 + 230), WORDS)[0] == (
        "Agenda fits the room booking", True,
    )  # fmt: skip
    assert points(replace(soon, ends_at=540 + 200), WORDS)[0] == (
        "Agenda is 30 min longer than the room booking", False,
    )  # fmt: skip


def test_marks_that_are_near_move_up_and_down_in_turn() -> None:
    assert levels([42.8, 51.5, 60.2, 68.9, 73.2]) == (0, -9, 9, 0, -9)
    assert levels([47.1, 68.9, 77.6, 82, 99.4]) == (0, 0, -9, 9, 0)


def test_a_workshop_is_deleted_only_after_it_was_asked_and_can_be_put_back(
    begin: Callable[[Path], App], tmp_path: Path, qtbot: QtBot
) -> None:
    clock = HandClock()
    with Library.open(tmp_path / "flipchart.sqlite", clock=clock) as library:
        made = another_day(library, clock).live.id
    app = begin(tmp_path / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    library_open = app.shell.library
    assert library_open is not None
    app.library_screen().delete_wanted.emit(made)
    (dialog,) = app.window.findChildren(LossDialog)
    assert dialog.focusWidget() is dialog.safe
    dialog.reject()
    assert library_open.workshop(made) is not None
    app.library_screen().delete_wanted.emit(made)
    dialog = next(each for each in app.window.findChildren(LossDialog) if each.isVisible())
    dialog.loss.click()
    assert library_open.workshop(made) is None
    notice = app.shell.notices.current
    assert notice is not None
    assert (notice.safe, notice.action) == ("“Service review” is deleted.", "Undo")
    assert notice.do is not None
    notice.do()
    assert library_open.workshop(made) is not None


def test_the_card_says_where_when_and_who() -> None:
    said = details(WORDS, line("soon", 1))
    assert said == "Harbour Street Clinic, 09:00 to 12:50. Team 0 8, Team 1 8."


def test_the_strip_says_its_sessions_to_a_screen_reader(qtbot: QtBot) -> None:
    strip = AgendaStrip(DesktopTheme(), WORDS, line("soon", 1).sessions)
    qtbot.addWidget(strip)
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
