"""Second copies are made in time and off the window's thread; what is in the way is said once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.bad_disk import disk_ends_at
from tests.days import Day, begin_day
from tests.facilitator import Facilitator
from ui.console.run.second_copy import SecondCopy
from ui.console.widgets.notice_bar import NoticeBar
from ui.copying import Copying
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop import backup
from workshop.copies import copies
from workshop.records import AgendaItemRecord, WorkshopRecord
from workshop.steps import State


class Desk:
    """A day that is led at a window, with a stick to copy to."""

    def __init__(self, qtbot: QtBot, folder: Path, *, every_ms: int = 1_000_000) -> None:
        self.qtbot = qtbot
        self.day: Day = begin_day(folder / "laptop")
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.theme = DesktopTheme()
        self.notices = NoticeBar(self.theme)
        qtbot.addWidget(self.notices)
        self.settings = Settings(folder)
        self.copying = Copying(
            self.day.live,
            self.settings,
            lambda: self.notices,
            self.window,
            every_ms=every_ms,
        )

    def made(self) -> tuple[Path, ...]:
        """The copies on the stick, once nothing is being copied any more."""
        self.settle()
        return copies(self.stick, self.day.live.id)

    def settle(self) -> None:
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()

    def change(self) -> None:
        self.day.live.planning.park("A thought", None)

    def begin(self) -> None:
        """Copy to the stick, as it was chosen on another day."""
        self.settings.copies_folder = self.stick
        self.copying.start()
        assert len(self.made()) == 1


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, tmp_path)
    yield desk
    desk.settle()
    desk.day.library.close()


def test_nothing_is_copied_before_a_folder_is_chosen(desk: Desk) -> None:
    desk.copying.start()
    desk.copying.look()
    assert desk.made() == ()
    assert desk.copying.line() == ("No second copy yet. A USB stick gets one every few minutes.")


def test_a_chosen_folder_gets_a_copy_at_once_and_is_remembered(desk: Desk, tmp_path: Path) -> None:
    desk.copying.copy_to(desk.stick)
    (made,) = desk.made()
    assert made.name.startswith("Service review 2026-01-01 ")
    assert made.name.endswith(" (Flipchart copy).sqlite")
    assert desk.notices.log[-1].safe == f"{made.name} is in {desk.stick}."
    assert Settings(tmp_path).copies_folder == desk.stick
    assert desk.copying.line().startswith(f"A copy goes to {desk.stick} every 5 minutes")
    assert "Last " in desk.copying.line()


def test_a_copy_is_made_every_few_minutes_if_anything_changed(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(qtbot, tmp_path, every_ms=5)
    desk.begin()
    with desk.qtbot.waitSignals([desk.copying.changed] * 3, timeout=10_000):
        pass
    assert len(desk.made()) == 1
    desk.change()
    desk.qtbot.waitUntil(lambda: len(desk.made()) == 2)
    desk.copying.close()
    desk.settle()
    desk.day.library.close()


def test_the_same_state_is_not_copied_twice_unless_the_copy_is_gone(desk: Desk) -> None:
    desk.begin()
    desk.copying.copy_now()
    (made,) = desk.made()
    assert desk.notices.log[-1].safe == f"{made.name} is in {desk.stick}."
    made.unlink()
    desk.copying.copy_now()
    assert len(desk.made()) == 1


def test_every_break_and_the_end_get_a_copy(desk: Desk) -> None:
    with desk.day.library.transaction() as transaction:
        item = transaction.get(AgendaItemRecord, desk.day.live.facts().items[2].id)
        assert item is not None
        item.kind, item.theme, item.session_key = "break", None, None
    desk.begin()
    desk.day.live.facilitation.next()
    desk.copying.look()
    assert len(desk.made()) == 1
    desk.day.live.facilitation.jump(item_id := desk.day.live.facts().items[2].id)
    desk.copying.look()
    desk.copying.look()
    assert desk.day.live.facts().item_id == item_id
    assert len(desk.made()) == 2
    desk.day.reach(State.FINISHED)
    desk.copying.look()
    assert len(desk.made()) == 3


def test_a_stick_pulled_out_is_said_once_and_when_copies_work_again(desk: Desk) -> None:
    desk.begin()
    shutil.rmtree(desk.stick)
    for _ in range(3):
        desk.change()
        desk.copying.start()
        desk.settle()
    (notice,) = desk.notices.log
    assert notice.cause == "There is no new second copy; the workshop goes on."
    assert notice.safe == (
        f"The folder {desk.stick} cannot be reached. "
        "Plug the USB stick in again or choose another folder."
    )
    assert notice.action == "Choose another folder"
    assert desk.copying.failing
    assert desk.copying.line() == notice.safe

    desk.stick.mkdir()
    desk.copying.start()
    (made,) = desk.made()
    assert desk.notices.current is not notice
    assert desk.notices.log[-1].safe == (
        f"Second copies work again: {made.name} is in {desk.stick}."
    )
    assert not desk.copying.failing


def test_a_full_stick_keeps_the_last_good_copy_and_the_workshop_goes_on(desk: Desk) -> None:
    desk.begin()
    before = desk.made()
    desk.change()
    with disk_ends_at(0):
        desk.copying.start()
        desk.settle()
    assert desk.notices.log[-1].safe == (
        f"{desk.stick} is full. Free some space there or choose another folder."
    )
    assert desk.made() == before
    assert backup.is_whole(before[0])
    desk.change()
    assert len(desk.day.live.facts().parked) == 2


def test_who_asks_for_a_copy_is_answered_even_if_it_was_said(desk: Desk) -> None:
    desk.begin()
    shutil.rmtree(desk.stick)
    desk.copying.copy_now()
    desk.settle()
    desk.copying.copy_now()
    desk.settle()
    assert len(desk.notices.log) == 2
    assert desk.notices.current is desk.notices.log[-1]


def test_another_folder_settles_what_was_wrong_with_the_first(desk: Desk, tmp_path: Path) -> None:
    desk.begin()
    shutil.rmtree(desk.stick)
    desk.change()
    desk.copying.copy_now()
    desk.settle()
    (tmp_path / "other").mkdir()
    desk.copying.copy_to(tmp_path / "other")
    desk.settle()
    assert len(copies(tmp_path / "other", desk.day.live.id)) == 1
    assert not desk.copying.failing
    assert desk.notices.current is not None
    assert not desk.notices.current.must_act


def test_no_copies_are_made_any_more_once_they_are_not_wanted(desk: Desk) -> None:
    desk.begin()
    desk.copying.copy_to(None)
    desk.change()
    desk.copying.start()
    assert len(desk.made()) == 1
    assert desk.settings.copies_folder is None


def test_a_rehearsal_is_never_copied(desk: Desk) -> None:
    with desk.day.library.transaction() as transaction:
        workshop = transaction.get(WorkshopRecord, desk.day.live.id)
        assert workshop is not None
        workshop.rehearsal = True
    desk.copying.copy_to(desk.stick)
    assert desk.made() == ()


def test_leaving_the_workshop_copies_what_is_new(desk: Desk) -> None:
    desk.begin()
    desk.change()
    desk.copying.close()
    assert len(desk.made()) == 2


@pytest.mark.logs("the last copy")
def test_a_last_copy_that_fails_is_in_the_log(desk: Desk) -> None:
    desk.begin()
    desk.change()
    shutil.rmtree(desk.stick)
    desk.copying.close()
    desk.settle()
    assert desk.notices.log == []


def test_the_button_says_how_it_stands_and_warns(desk: Desk) -> None:
    button = SecondCopy(desk.theme, desk.day.live.words, desk.copying)
    desk.qtbot.addWidget(button)
    assert "No second copy yet" in button.toolTip()
    labels = [action.text() for action in button.menu_now().actions()]
    assert labels == ["Copy now", "Choose a folder for second copies…", "Make no second copies"]
    assert [action.isEnabled() for action in button.menu_now().actions()] == [False, True, False]
    desk.begin()
    assert "Last " in button.toolTip()
    shutil.rmtree(desk.stick)
    desk.change()
    desk.copying.copy_now()
    desk.settle()
    assert "cannot be reached" in button.accessibleDescription()


def test_a_day_led_in_the_app_is_on_the_stick_when_it_is_closed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path, stick = tmp_path / "laptop" / "flipchart.sqlite", tmp_path / "stick"
    stick.mkdir()
    room = Facilitator(qtbot, path)
    room.create("Service review", [("Front desk", 3)])
    opened = room.shell.opened
    assert opened is not None
    opened.copying.choose()
    room.choose_folder(stick)
    room.wait(lambda: len(list(stick.glob("*.sqlite"))) == 1)
    room.reach(State.SESSION)
    workshop_id = opened.live.id
    wall = opened.live.scene()
    room.close()
    QThreadPool.globalInstance().waitForDone()

    newest = copies(stick, workshop_id)[-1]
    other = Facilitator(qtbot, newest)
    other.wait(lambda: other.shell.opened is not None)
    assert other.shell.opened is not None
    assert other.shell.opened.live.scene() == wall
    other.close()
    QThreadPool.globalInstance().waitForDone()
    for each in (room, other):
        shiboken6.delete(each.window)  # or the next start would dress it again
        shiboken6.delete(each.start)
