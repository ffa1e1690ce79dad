"""Navigation and sections: where the window is, and how one comes from one part to another."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.days import begin_day
from tests.ui.conftest import App
from ui.console.actions.screen import ActionsScreen
from ui.console.frameworks.screen import FrameworksScreen
from ui.console.navigation import Navigation, Section
from ui.console.settings.screen import SettingsScreen
from ui.sections import Sections
from ui.theme import DesktopTheme, load_fonts
from workshop.words import Words


@pytest.fixture
def navigation(qtbot: QtBot) -> Navigation:
    """The column by itself."""
    load_fonts()
    made = Navigation(DesktopTheme(), Words())
    qtbot.addWidget(made)
    made.resize(200, 600)
    made.show()
    return made


def test_a_section_is_chosen_by_mouse_and_by_enter(navigation: Navigation, qtbot: QtBot) -> None:
    chosen: list[str] = []
    navigation.chosen.connect(chosen.append)
    QTest.mouseClick(navigation.entries[Section.ACTIONS], Qt.MouseButton.LeftButton)
    QTest.keyClick(navigation.entries[Section.SETTINGS], Qt.Key.Key_Return)
    assert chosen == ["actions", "settings"]


def test_arrows_lead_from_section_to_section(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.waitActive(navigation):
        navigation.activateWindow()
    navigation.entries[Section.WORKSHOPS].setFocus()
    QTest.keyClick(navigation.entries[Section.WORKSHOPS], Qt.Key.Key_Down)
    assert navigation.entries[Section.ACTIONS].hasFocus()
    QTest.keyClick(navigation.entries[Section.ACTIONS], Qt.Key.Key_Up)
    assert navigation.entries[Section.WORKSHOPS].hasFocus()


def test_late_actions_are_a_chip_that_is_read_aloud(navigation: Navigation) -> None:
    entry = navigation.entries[Section.ACTIONS]
    navigation.set_late(4)
    assert (entry.chip, entry.accessibleDescription()) == ("4 late", "4 late")
    navigation.set_late(0)
    assert entry.chip == ""
    assert not navigation.grab().isNull()


def test_every_section_stands_beside_the_navigation(
    begin: Callable[[Path], App], tmp_path: Path, qtbot: QtBot
) -> None:
    begin_day(tmp_path).library.close()
    app = begin(tmp_path / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    sections = app.screen
    assert isinstance(sections, Sections)
    screens = {
        Section.ACTIONS: ActionsScreen,
        Section.FRAMEWORKS: FrameworksScreen,
        Section.SETTINGS: SettingsScreen,
    }
    for section, screen in screens.items():
        sections.navigation.entries[section].click()
        assert isinstance(sections.shown, screen)
    sections.navigation.entries[Section.WORKSHOPS].click()
    assert app.library_screen().isVisible()
