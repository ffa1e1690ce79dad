"""Exports from the console: in mid-vote, told how far, cancelled, refused; the old ones stay."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import active_children
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exports.catalogue import Source
from exports.kinds import PRINT_PACK
from tests.days import Day, begin_day
from tests.exports.odd_days import SECRET, Killed, OurFault, Stuck, source_of
from ui.console.widgets.button import Button
from ui.console.widgets.notice_bar import Notice, NoticeBar
from ui.crash import Crash
from ui.folder_export import PACK, PLAN, FolderExport, read_whole
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
TITLE = "Service review"
PATIENCE_MS = 60_000
"""Another process begins and imports first, on a machine that does much else."""
QUIT = """
import sys
from multiprocessing import active_children
from pathlib import Path
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QWidget
from tests.exports import odd_days
from ui.app import make_application
from ui.console.widgets.notice_bar import NoticeBar
from ui.folder_export import FolderExport
from ui.settings import Settings
from ui.theme import DesktopTheme
from workshop.words import Words

folder = Path(sys.argv[1])
begun, out = folder / "begun", folder / "out"
application = make_application()
window, bar = QWidget(), NoticeBar(DesktopTheme())
export = FolderExport(window, lambda: bar, Settings(folder), Words())
export.write("Review", lambda: odd_days.source_of(odd_days.Stuck(begun)), out)
look = QTimer(interval=10)
look.timeout.connect(lambda: begun.exists() and application.quit())
look.start()
application.exec()
QThreadPool.globalInstance().waitForDone()
print(len(active_children()), list(out.iterdir()))
"""


class ListeningBar(NoticeBar):
    """A notice bar that keeps all it was told of work that goes on."""

    def __init__(self, theme: DesktopTheme) -> None:
        super().__init__(theme)
        self.told: list[str] = []

    def retell(self, notice: Notice, text: str) -> Notice:
        self.told.append(text)
        return super().retell(notice, text)


class Desk:
    """A window with a notice bar, a workshop in mid-vote, and a folder to export into."""

    def __init__(self, qtbot: QtBot, theme: DesktopTheme, day: Day, folder: Path) -> None:
        self.qtbot = qtbot
        self.day = day
        self.out = folder / "out"
        self.window = QWidget()
        self.bar = ListeningBar(theme)
        qtbot.addWidget(self.window)
        qtbot.addWidget(self.bar)
        self.settings = Settings(folder / "settings")
        self.export = FolderExport(self.window, lambda: self.bar, self.settings, WORDS, PACK)

    def read(self) -> Source:
        return read_whole(self.day.live)

    def said(self) -> str:
        current = self.bar.current
        return "" if current is None else f"{current.cause} {current.safe}".strip()

    def says(self, part: str) -> bool:
        return part in self.said()

    def button(self) -> QPushButton:
        return next(each for each in self.bar.findChildren(Button) if not each.isHidden())

    def names(self) -> set[str]:
        return {each.name for each in self.out.iterdir()}


@pytest.fixture
def theme(qapp: QApplication) -> DesktopTheme:
    load_fonts()
    return DesktopTheme(reduce_motion=True)


@pytest.fixture
def desk(qtbot: QtBot, theme: DesktopTheme, tmp_path: Path) -> Iterator[Desk]:
    day = begin_day(tmp_path)
    day.reach(State.OPEN)
    yield Desk(qtbot, theme, day, tmp_path)
    day.library.close()


def test_files_are_written_in_mid_vote_and_the_vote_stays_open(desk: Desk) -> None:
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=PATIENCE_MS)
    assert desk.names() == {TITLE}
    assert len(list((desk.out / TITLE).iterdir())) == len(PRINT_PACK)
    assert desk.day.state() is State.OPEN


def test_it_is_told_how_far_the_export_is(desk: Desk) -> None:
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=PATIENCE_MS)
    assert (
        f"Writing the print pack of {TITLE}… 2 of 5: Run sheet, for the facilitator"
        in desk.bar.told
    )


def test_a_cancelled_export_leaves_nothing_and_the_one_before_whole(desk: Desk) -> None:
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=PATIENCE_MS)
    before = {each: each.read_bytes() for each in (desk.out / TITLE).iterdir()}
    go = Event()

    def wait_and_read() -> Source:
        go.wait()
        return desk.read()

    desk.bar.settle(desk.bar.log[-1])
    desk.export.write(TITLE, wait_and_read, desk.out)
    assert desk.button().text() == "Cancel"
    desk.button().click()
    go.set()
    desk.qtbot.waitUntil(
        lambda: desk.said() == "Cancelled: nothing was written.", timeout=PATIENCE_MS
    )
    assert desk.names() == {TITLE}
    assert {each: each.read_bytes() for each in (desk.out / TITLE).iterdir()} == before


def test_a_folder_that_cannot_be_written_is_said_with_a_way_out(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands here")
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(
        lambda: "The print pack was not written." in desk.said(), timeout=PATIENCE_MS
    )
    assert desk.button().text() == "Choose another folder"
    assert (tmp_path / "out").read_text() == "a file stands here"


def test_why_earlier_files_were_not_written_goes_once_others_are(
    desk: Desk, tmp_path: Path
) -> None:
    for folder in (tmp_path / "first", tmp_path / "second"):
        folder.write_text("a file stands here")
        another = FolderExport(desk.window, lambda: desk.bar, desk.settings, WORDS, PACK)
        another.write(TITLE, desk.read, folder)
        assert desk.button().text() == "Cancel"
        desk.qtbot.waitUntil(partial(desk.says, str(folder)), timeout=PATIENCE_MS)
        assert desk.button().text() == "Choose another folder"
    desk.export.write(TITLE, desk.read, desk.out)
    assert desk.said() == f"Writing the print pack of {TITLE}…"
    assert desk.button().text() == "Cancel"
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=PATIENCE_MS)
    desk.bar.settle(desk.bar.log[-1])
    assert desk.bar.current is None


def test_cancelling_in_the_midst_of_a_file_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    desk.export.write(TITLE, lambda: source_of(Stuck(begun)), desk.out)
    desk.qtbot.waitUntil(begun.exists, timeout=PATIENCE_MS)
    desk.button().click()
    desk.qtbot.waitUntil(
        lambda: desk.said() == "Cancelled: nothing was written.", timeout=PATIENCE_MS
    )
    assert desk.names() == set()
    assert active_children() == []


def test_writing_that_is_ended_from_outside_is_said_with_a_way_out(desk: Desk) -> None:
    desk.export.write(TITLE, lambda: source_of(Killed()), desk.out)
    desk.qtbot.waitUntil(
        lambda: "The print pack was not written." in desk.said(), timeout=PATIENCE_MS
    )
    assert "The system has ended what was writing the files (code -9)." in desk.said()
    assert desk.button().text() == "Choose another folder"
    assert desk.names() == set()


def test_a_fault_of_the_program_comes_into_the_report_without_what_was_said(desk: Desk) -> None:
    with desk.qtbot.captureExceptions() as raised:
        desk.export.write(TITLE, lambda: source_of(OurFault()), desk.out)
        desk.qtbot.waitUntil(lambda: bool(raised), timeout=PATIENCE_MS)
    assert raised[0][1] is not None
    report = Crash().report(raised[0][1])
    for part in ("exports/apart.py", "tests/exports/odd_days.py", "KeyError", "Unpicklable"):
        assert part in report
    assert SECRET not in report
    assert str(Path(__file__).parents[2]) not in report
    assert desk.names() == set()
    assert desk.bar.current is None


def test_photos_that_are_left_out_are_named_in_the_notice(desk: Desk) -> None:
    facts = desk.day.live.facts()
    item = next(each for each in facts.items if each.id == facts.item_id)
    for number in range(4):
        desk.day.live.photos.add(item.id, b"\xff\xd8\xff no picture %d" % number)
    report = replace(PLAN, kinds=("report",))
    export = FolderExport(desk.window, lambda: desk.bar, desk.settings, WORDS, report)
    export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "not in the report" in desk.said(), timeout=PATIENCE_MS)
    assert desk.said() == (
        f"“Photo 1” ({item.title}) is not in the report: its file is damaged. "
        f"“Photo 2” ({item.title}) is not in the report: its file is damaged. "
        f"2 more photos are not in it; the report says which. "
        f"The action plan is in {desk.out / TITLE}."
    )
    assert desk.button().text() == "Open folder"


def test_the_end_of_the_app_ends_an_export_and_leaves_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", QUIT, tmp_path],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["begun", "0 []"]
