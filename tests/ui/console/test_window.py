"""The console's window: its size, its one screen, its keys, and the bar that takes no room."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.console.window import ConsoleWindow, sizes_shown
from ui.settings import TEXT_SIZES, Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.words import Words

ROOT = Path(__file__).parents[3]


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
    window.show()
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


def test_another_screen_takes_the_passing_notices_with_it(window: ConsoleWindow) -> None:
    window.show_screen(QWidget())
    window.notices.refuse("Something typed here could not be kept.")
    window.show_screen(QWidget())
    assert window.notices.current is None
    library = window.notices.must_act("The library is damaged.", "", "Understood", window.update)
    window.show_screen(QWidget())
    assert window.notices.current is library


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


@pytest.mark.parametrize(
    ("width", "height", "most"),
    [(1024, 600, 100), (1366, 728, 110), (1366, 1024, 130), (1920, 1080, 150), (800, 600, 100)],
)
def test_a_screen_shows_the_console_as_large_as_it_has_room(
    width: int, height: int, most: int
) -> None:
    assert sizes_shown(TEXT_SIZES, QSize(width, height))[-1] == most


ENLARGED = """
import sys
from pathlib import Path
from ui.app import make_application
application = make_application(150)
from ui.console.window import ConsoleWindow
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.words import Words
window = ConsoleWindow(DesktopTheme(), Words(), Settings(Path(sys.argv[1])))
room, least = window.screen().availableSize(), window.minimumSize()
print(room.width(), room.height(), least.width(), least.height())
"""


def test_an_enlarged_window_fits_a_screen_that_is_small_for_it(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", ENLARGED, str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    width, height, least_width, least_height = map(int, run.stdout.split())
    assert (width, height) == (960, 600)
    assert least_width <= width
    assert least_height < height
