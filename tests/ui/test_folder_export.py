"""Exports from the console: in mid-vote, told how far, cancelled, refused; the old ones stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from exports.catalogue import PRINT_PACK, Source
from tests.days import Day, begin_day
from ui.console.widgets.button import Button
from ui.console.widgets.notice_bar import Notice, NoticeBar
from ui.folder_export import PACK, FolderExport, read_whole
from ui.settings import Settings
from ui.theme import DesktopTheme, load_fonts
from workshop.steps import State
from workshop.words import Words

WORDS = Words()
TITLE = "Service review"


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
        self.export = FolderExport(
            self.window, lambda: self.bar, Settings(folder / "settings"), WORDS, PACK
        )

    def read(self) -> Source:
        return read_whole(self.day.live)

    def said(self) -> str:
        current = self.bar.current
        return "" if current is None else f"{current.cause} {current.safe}".strip()

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
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=20_000)
    assert desk.names() == {TITLE}
    assert len(list((desk.out / TITLE).iterdir())) == len(PRINT_PACK)
    assert desk.day.state() is State.OPEN


def test_it_is_told_how_far_the_export_is(desk: Desk) -> None:
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=20_000)
    assert (
        f"Writing the print pack of {TITLE}… 2 of 5: Run sheet, for the facilitator"
        in desk.bar.told
    )


def test_a_cancelled_export_leaves_nothing_and_the_one_before_whole(desk: Desk) -> None:
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack is in" in desk.said(), timeout=20_000)
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
    desk.qtbot.waitUntil(lambda: desk.said() == "Cancelled: nothing was written.")
    assert desk.names() == {TITLE}
    assert {each: each.read_bytes() for each in (desk.out / TITLE).iterdir()} == before


def test_a_folder_that_cannot_be_written_is_said_with_a_way_out(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file stands here")
    desk.export.write(TITLE, desk.read, desk.out)
    desk.qtbot.waitUntil(lambda: "The print pack was not written." in desk.said())
    assert desk.button().text() == "Choose another folder"
    assert (tmp_path / "out").read_text() == "a file stands here"
