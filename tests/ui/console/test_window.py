"""The console's window: its size, its one screen, its keys, and the bar that takes no room."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.console.window import ConsoleWindow
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.words import Words


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> ConsoleWindow:
    """A window that remembers nothing yet."""
    load_fonts()
    made = ConsoleWindow(DesktopTheme(), Words(), Settings(tmp_path))
    qtbot.addWidget(made)
    return made


def test_the_window_begins_at_its_own_size_and_is_never_too_small(window: ConsoleWindow) -> None:
    assert (window.width(), window.height()) == (1440, 900)
    assert (window.minimumWidth(), window.minimumHeight()) == (1024, 600)


def test_on_a_screen_without_room_for_it_the_window_fills_the_screen(
    window: ConsoleWindow,
) -> None:
    assert window.screen().availableSize().height() == 900  # with a title bar it would not fit
    assert window.isMaximized()


def test_the_window_comes_back_as_it_was_left(
    window: ConsoleWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.show()
    window.resize(1100, 700)
    window.close()
    again = ConsoleWindow(DesktopTheme(), Words(), Settings(tmp_path))
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (1100, 700)


def test_a_screen_takes_the_place_of_the_one_before(window: ConsoleWindow) -> None:
    first, second = QWidget(), QWidget()
    window.show_screen(first)
    window.show_screen(second)
    assert window.screen_shown is second
    assert first.isHidden()


def test_a_notice_takes_room_only_while_it_is_shown(window: ConsoleWindow, qtbot: QtBot) -> None:
    screen = QWidget()
    window.show_screen(screen)
    window.show()
    qtbot.waitUntil(lambda: screen.height() == window.height())
    notice = window.notices.may_act("Something good to know.")
    qtbot.waitUntil(lambda: screen.height() < window.height())
    window.notices.settle(notice)
    qtbot.waitUntil(lambda: screen.height() == window.height())


def test_ctrl_n_asks_for_a_new_workshop(window: ConsoleWindow, qtbot: QtBot) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.take_keys()
    with qtbot.waitSignal(window.new_asked):
        QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)


def test_closing_is_told_once_the_geometry_is_kept(window: ConsoleWindow, qtbot: QtBot) -> None:
    window.show()
    with qtbot.waitSignal(window.closing):
        window.close()
