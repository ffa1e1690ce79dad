"""A new workshop is typed or pasted, checked beside its fields, and made without the mouse."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.days import small_framework
from ui.console.clock_times import read_time
from ui.console.new_workshop import NewWorkshopScreen
from ui.console.team_rows import read_teams
from ui.theme import DesktopTheme, load_fonts
from workshop.creation import NewTeam, NewWorkshop, whole_day
from workshop.words import Words

TODAY = date(2025, 10, 8)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot) -> NewWorkshopScreen:
    """The form with its framework read."""
    load_fonts()
    made = NewWorkshopScreen(DesktopTheme(), Words(), TODAY)
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.organisation.editor.setFocus()
    made.show_framework(small_framework())
    return made


def focused() -> QWidget:
    """The widget that hears the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_in(text: str, then: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Type where the cursor is, and go on."""
    QTest.keyClicks(focused(), text)
    QTest.keyClick(focused(), then)


def test_a_workshop_is_made_by_keyboard_alone(screen: NewWorkshopScreen, qtbot: QtBot) -> None:
    type_in("Clinic")
    type_in("Service review")
    QTest.keyClick(focused(), Qt.Key.Key_A, CONTROL)
    type_in("tomorrow")
    QTest.keyClick(focused(), Qt.Key.Key_A, CONTROL)
    type_in("8.30")
    type_in("Front desk", Qt.Key.Key_Return)
    type_in("8", Qt.Key.Key_Return)
    type_in("Nursing", Qt.Key.Key_Return)
    type_in("10", Qt.Key.Key_Return)
    with qtbot.waitSignal(screen.create_wanted) as wanted:
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    framework, new = wanted.args
    assert framework == small_framework()
    assert new == NewWorkshop(
        title="Service review",
        organisation="Clinic",
        held_on=date(2025, 10, 9),
        starts_at=8 * 60 + 30,
        teams=(NewTeam("Front desk", 8), NewTeam("Nursing", 10)),
        items=whole_day(framework, Words()),
    )


def test_pasted_lines_become_teams(screen: NewWorkshopScreen) -> None:
    QGuiApplication.clipboard().setText("Front desk 8\nNursing\t10\n\nWard 3; 6\nVisitors\n")
    screen.teams.rows[0].name.editor.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_V, CONTROL)
    assert screen.teams.teams() == (
        NewTeam("Front desk", 8),
        NewTeam("Nursing", 10),
        NewTeam("Ward 3", 6),
        NewTeam("Visitors", 0),
    )


def test_a_single_word_is_pasted_as_ever(screen: NewWorkshopScreen) -> None:
    QGuiApplication.clipboard().setText("Nursing")
    screen.teams.rows[0].name.editor.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_V, CONTROL)
    assert screen.teams.rows[0].name.text == "Nursing"


@pytest.mark.parametrize(
    ("pasted", "teams"),
    [
        ("Nursing 10", [("Nursing", 10)]),
        ("Nursing\t10\r\nFront desk, 8", [("Nursing", 10), ("Front desk", 8)]),
        ("צוות הקבלה 7", [("צוות הקבלה", 7)]),
        ("4711", [("4711", None)]),
        ("12", [("12", None)]),
        ("   \n\t\n", []),
    ],
)
def test_pasted_lines_are_names_and_seats(pasted: str, teams: list[tuple[str, int | None]]) -> None:
    assert list(read_teams(pasted)) == teams


def test_what_is_missing_is_said_beside_its_field(screen: NewWorkshopScreen) -> None:
    screen.submit()
    assert "has no title" in screen.title.error
    assert focused() is screen.title.editor
    screen.title.set_text("Service review")
    screen.submit()
    assert not screen.title.error
    assert "no teams yet" in screen.teams.rows[0].name.error


def test_a_sign_is_no_number_of_seats(screen: NewWorkshopScreen) -> None:
    (first,) = screen.teams.rows
    first.name.editor.setFocus()
    type_in("Nursing")
    type_in("+")
    assert first.seats.text == ""
    assert first.team().seats == 0


def test_two_teams_of_one_name_are_said_at_the_second(screen: NewWorkshopScreen) -> None:
    screen.title.set_text("Service review")
    for name in ("Nursing", "nursing"):
        screen.teams.add_row(name, 4)
    screen.submit()
    assert [bool(row.name.error) for row in screen.teams.rows] == [False, False, True]


def test_a_team_without_seats_is_asked_for_them(screen: NewWorkshopScreen) -> None:
    screen.title.set_text("Service review")
    row = screen.teams.rows[0]
    row.name.set_text("Nursing")
    screen.submit()
    assert "Nursing has no seats" in row.name.error
    assert focused() is row.seats.editor


def test_a_team_without_a_name_is_asked_for_it(screen: NewWorkshopScreen) -> None:
    screen.title.set_text("Service review")
    screen.teams.rows[0].name.set_text("Nursing")
    screen.teams.rows[0].seats.set_text("4")
    screen.teams.add_row("", 6)
    screen.submit()
    assert "Team 2 has no name" in screen.teams.rows[1].name.error


@pytest.mark.parametrize("typed", ["", "the day after", "31.2.2026"])
def test_a_date_that_is_none_is_said(screen: NewWorkshopScreen, typed: str) -> None:
    screen.day.field.set_text(typed)
    screen.submit()
    assert "No date" in screen.day.field.error


def test_a_time_that_is_none_is_said(screen: NewWorkshopScreen) -> None:
    screen.starts.set_text("half nine")
    screen.submit()
    assert "No time" in screen.starts.error


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9", 540), ("9:30", 570), ("09.30", 570), ("0930", 570), ("9h30", 570), ("14 h", 840),
        ("2 pm", 840), ("2:15 p.m.", 855), ("12 am", 0), ("0:00", 0), ("23:59", 1439),
        ("24:00", None), ("9:60", None), ("13 pm", None), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_times_are_read_as_they_are_typed(typed: str, minutes: int | None) -> None:
    assert read_time(typed) == minutes


def test_a_team_is_taken_away_again(screen: NewWorkshopScreen) -> None:
    screen.teams.add_row("Nursing", 4)
    screen.teams.rows[0].name.set_text("Front desk")
    screen.teams.rows[0].remove.click()
    assert screen.teams.teams() == (NewTeam("Nursing", 4),)
    assert not screen.teams.rows[0].remove.isEnabled()


def test_the_last_field_filled_before_the_framework_is_read_waits_for_it(qtbot: QtBot) -> None:
    load_fonts()
    screen = NewWorkshopScreen(DesktopTheme(), Words(), TODAY)
    qtbot.addWidget(screen)
    screen.title.set_text("Service review")
    screen.teams.rows[0].name.set_text("Nursing")
    screen.teams.rows[0].seats.set_text("4")
    screen.submit()
    with qtbot.waitSignal(screen.create_wanted):
        screen.show_framework(small_framework())


def test_a_framework_that_cannot_be_read_is_said_and_nothing_is_made(
    screen: NewWorkshopScreen,
) -> None:
    screen.refuse_framework("a.toml was not taken in. To mend:\nLine 3: no title")
    assert "Line 3" in screen.card.accessibleName()
    assert not screen.make.isEnabled()


def test_the_form_names_the_framework_with_its_sources(screen: NewWorkshopScreen) -> None:
    assert screen.card.accessibleName() == "A small framework"
    assert not screen.grab().isNull()


def test_tab_goes_from_row_to_row_and_then_on(screen: NewWorkshopScreen) -> None:
    screen.teams.add_row("Nursing", 4)
    screen.teams.rows[0].name.editor.setFocus()
    passed = []
    for _ in range(10):
        passed.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    first, second = screen.teams.rows
    assert passed == [
        first.name.editor, first.seats.editor, first.remove,
        second.name.editor, second.seats.editor, second.remove,
        screen.teams.add, screen.ballot, screen.voter, screen.purpose.editor,
    ]  # fmt: skip
