"""The screen of actions on a real library, and the keys that lead it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.days import Day, begin_day
from ui.console.actions.screen import ActionsScreen
from ui.theme import DesktopTheme, Mode
from workshop import action_shelf
from workshop.action_shelf import ActionLine
from workshop.planning import ActionDraft
from workshop.readings.action import read_details
from workshop.steps import State
from workshop.words import Words

TODAY_MS = 1_768_899_600_000
"""20 January 2026, 9:00 UTC."""
TODAY = date(2026, 1, 20)
NO_KEYS = Qt.KeyboardModifier.NoModifier


class Led:
    """The screen in a window, led by keys."""

    def __init__(self, qtbot: QtBot, day: Day) -> None:
        self._qtbot = qtbot
        self.day = day
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.theme = DesktopTheme(Mode.LIGHT)
        self.screen = ActionsScreen(self.theme, Words("en"), day.library)
        self.screen.setParent(self.window)

    def show(self, width: int = 1240, height: int = 900) -> ActionsScreen:
        """Show it in a window that wide, as it stands beside the navigation."""
        self.window.resize(width + 200, height)
        self.screen.setGeometry(200, 0, width, height)
        self.window.show()
        self.screen.show()
        self._qtbot.waitUntil(self.screen.view.hasFocus)
        return self.screen

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press keys, or type texts, where the focus is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None, "something has the focus"
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key, modifier)

    def lines(self) -> list[ActionLine]:
        """What the library has."""
        with self.day.library.reading() as connection:
            return list(action_shelf.page(connection, TODAY))

    def line(self, what: str) -> ActionLine:
        """The action of that name in the library."""
        return next(line for line in self.lines() if line.what == what)

    def fields_changed(self, action_id: str) -> list[str]:
        """The fields that the action's history names, the newest first."""
        with self.day.library.reading() as connection:
            return [change.field for change in read_details(connection, action_id).history]

    def shown(self) -> list[str]:
        """What the rows of the table say, from the top."""
        listing = self.screen.table.view.listing
        return [str(listing.data(listing.index(row))) for row in range(listing.rowCount())]

    def columns(self) -> list[list[str]]:
        """What the cards of the board say, column by column."""
        return [
            [
                str(view.listing.data(view.listing.index(row)))
                for row in range(view.listing.rowCount())
            ]
            for view in self.screen.board.views
        ]


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day with three actions: one late, one to come, one without anyone."""
    begun = begin_day(tmp_path)
    with begun.library:
        begun.reach(State.REVEAL)
        question = begun.live.facts().question
        assert question is not None
        planning = begun.live.planning
        planning.agree(question.id, 2.5)
        planning.write_evidence(question.id, "6 of 20 asked twice")
        for draft in (
            ActionDraft("Call back", "Ask for a line", "Ada", due=date(2026, 1, 10), measure="all"),
            ActionDraft("Share one sheet", owner="Grace", due=date(2026, 2, 20)),
            ActionDraft("Ring the line"),
        ):
            planning.propose(draft, question.id)
        begun.clock.moment = TODAY_MS
        yield begun


@pytest.fixture
def led(qtbot: QtBot, day: Day) -> Led:
    return Led(qtbot, day)
