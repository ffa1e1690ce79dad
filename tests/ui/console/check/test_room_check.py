"""The check of the room: what it finds, what its keys do, and that it leaves the day alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.days import Day, begin_day
from ui.console.check.findings import Standing
from ui.console.check.lines import FindingLine
from ui.console.window import ConsoleWindow
from ui.room_check import RoomCheck
from ui.settings import Settings
from ui.theme import DesktopTheme, Mode, load_fonts
from workshop.scenes import BlankScene, CheckCardScene
from workshop.steps import State

KEY = Qt.Key


class Checked:
    """A room that is being checked."""

    def __init__(self, qtbot: QtBot, folder: Path, app: QApplication) -> None:
        theme = DesktopTheme(Mode.LIGHT, reduce_motion=True)
        theme.apply(app)
        load_fonts()
        self.qtbot = qtbot
        self.app = app
        self.day: Day = begin_day(folder)
        self.settings = Settings(folder)
        self.window = ConsoleWindow(theme, self.day.live.words, self.settings)
        (line,) = self.day.library.workshops()
        words = self.day.live.words
        self.check = RoomCheck(self.day.library, line, self.window, theme, self.settings, words)
        qtbot.addWidget(self.window)
        self.window.show()
        self.check.show()
        qtbot.waitUntil(self.check.projector.isVisible)
        self.window.activateWindow()  # offscreen the wall takes the focus along
        qtbot.waitUntil(self.window.isActiveWindow)
        qtbot.waitUntil(lambda: self.has("Library is sound"))

    @property
    def lines(self) -> list[FindingLine]:
        lists = self.check.page.lists.values()
        return [line for each in lists for line in each.lines if not line.isHidden()]

    def has(self, title: str) -> bool:
        return any(line.finding and line.finding.title == title for line in self.lines)

    def line(self, title: str) -> FindingLine:
        return next(each for each in self.lines if each.finding and each.finding.title == title)

    def open_lines(self) -> int:
        found = [line.finding for line in self.lines if line.finding is not None]
        return sum(each.standing is Standing.OPEN for each in found)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.app.focusWidget() or self.window, key)
        self.app.processEvents()

    def close(self) -> None:
        self.check.close()
        self.day.library.close()


@pytest.fixture
def checked(qtbot: QtBot, tmp_path: Path, qapp: QApplication) -> Iterator[Checked]:
    made = Checked(qtbot, tmp_path, qapp)
    yield made
    made.close()


def test_the_wall_carries_the_test_card_and_not_the_day(checked: Checked) -> None:
    check = checked.check
    assert isinstance(check.projector.stage.wall.scene, CheckCardScene)
    check.page.card.click()
    assert isinstance(check.projector.stage.wall.scene, BlankScene)
    assert check.page.card.text() == "Show the test card"
    checked.press(KEY.Key_PageDown)
    assert checked.day.state() is State.LOBBY


def test_what_is_open_is_counted_and_stops_nothing(checked: Checked) -> None:
    assert checked.open_lines() == 5
    assert checked.check.page.foot == "5 things to look at. None stops the workshop."
    opened: list[str] = []
    checked.check.opened.connect(opened.append)
    checked.press(KEY.Key_Return)  # the primary button has the focus from the start
    assert opened == [checked.day.live.id]


def test_the_clickers_keys_are_named_as_they_arrive(checked: Checked) -> None:
    assert checked.has("No clicker heard yet")
    for key in (KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Period):
        checked.press(key)
    finding = checked.line("Clicker heard").finding
    assert finding is not None
    assert finding.detail == "Page Down, Page Up, . arrived."


def test_what_the_facilitator_says_is_kept_with_its_time(checked: Checked) -> None:
    checked.line("Do all four corners show?").button.click()
    checked.line("Does the back row read 44?").button.click()
    checked.line("No clicker heard yet").button.click()
    assert checked.has("Full picture, no overscan")
    assert checked.has("The back row reads 44")
    assert checked.has("Without a clicker")
    assert checked.open_lines() == 2


def test_a_backup_is_made_on_the_spot_and_then_known(checked: Checked) -> None:
    checked.line("No backup yet").button.click()
    checked.qtbot.waitUntil(lambda: checked.has("There is a backup"))
    assert len(list((checked.day.library.path.parent / "backups").iterdir())) == 1


def test_a_folder_for_second_copies_is_chosen_and_missed_when_it_is_gone(
    checked: Checked, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    checked.line("No second copy yet").button.click()
    (dialog,) = checked.window.findChildren(QFileDialog)
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(name, QLineEdit)
    name.setText(str(stick))
    choose = next(each for each in dialog.findChildren(QPushButton) if each.isDefault())
    QTest.mouseClick(choose, Qt.MouseButton.LeftButton)
    checked.qtbot.waitUntil(lambda: checked.has("A second copy is kept"))
    assert checked.settings.copies_folder == stick
    stick.rmdir()
    checked.check.look()
    assert checked.has("The second copy has no place")


def test_a_damaged_library_is_said(checked: Checked) -> None:
    path = checked.day.library.path
    checked.day.library.close()
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes([0xA5]) * 4096
    path.write_bytes(content)
    checked.check.look()
    checked.qtbot.waitUntil(
        lambda: checked.has("The library is damaged") or checked.has("The library cannot be read")
    )


def test_x_swaps_the_screens_and_swaps_them_back(checked: Checked) -> None:
    screens = checked.check.screens
    before = screens.current
    assert before is not None
    name = before.name()
    checked.press(KEY.Key_X)
    swapped = screens.current
    assert swapped is not None
    assert swapped.name() != name
    checked.window.activateWindow()
    checked.press(KEY.Key_X)
    back = screens.current
    assert back is not None
    assert back.name() == name


def test_f5_and_esc_leave_a_wall_with_a_screen_of_its_own(checked: Checked) -> None:
    left: list[None] = []
    checked.check.left.connect(lambda: left.append(None))
    checked.press(KEY.Key_F5)
    assert checked.check.projector.isVisible()
    checked.press(KEY.Key_Escape)
    assert checked.check.projector.isVisible()
    assert left == [None]


def test_the_screens_are_drawn_to_scale_and_chosen_with_the_keyboard(checked: Checked) -> None:
    laptop, wall = checked.check.page.choice.buttons
    assert wall.isChecked()
    assert not laptop.isChecked()
    assert laptop.accessibleName() == "Display 1, this console, 1440 × 900"
    assert wall.accessibleName() == "Display 2, the wall, Projector, 1920 × 1080"
    assert laptop.drawn.width() / wall.drawn.width() == pytest.approx(1440 / 1920, abs=0.01)
    laptop.setFocus(Qt.FocusReason.TabFocusReason)
    checked.press(KEY.Key_Space)
    current = checked.check.screens.current
    assert current is not None
    assert current.name() == "Laptop"


def test_every_control_is_reached_by_tab_and_has_a_name(checked: Checked) -> None:
    reached: list[str] = []
    for _ in range(30):
        checked.press(KEY.Key_Tab)
        focus = checked.app.focusWidget()
        assert focus is not None
        reached.append(focus.accessibleName())
        if len(reached) > 1 and reached[-1] == reached[0]:
            break
    assert all(reached)
    wanted = {"Workshops", "Identify", "Swap", "Hide the test card", "Test again", "Open workshop"}
    assert wanted <= set(reached)
    assert "Do all four corners show?: They do" in reached


@pytest.mark.parametrize("size", [(1440, 900), (1024, 600)])
def test_it_fits_its_window(size: tuple[int, int], checked: Checked) -> None:
    checked.window.resize(*size)
    checked.app.processEvents()
    page = checked.check.page
    assert page.size().width() == size[0]
    for each in (page.open, page.test_again, page.back):
        at = each.mapTo(page, each.rect().bottomRight())
        assert at.x() < size[0]
        assert at.y() < size[1]
    for line in checked.lines:
        assert line.mapTo(page, line.rect().topRight()).x() < size[0]
