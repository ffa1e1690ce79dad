"""The ways out of a rehearsal: nothing of it is kept, so one sentence asks before it goes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.days import Day, begin_day
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.rehearsal_exit import GOES, TITLE
from ui.console.widgets.dialog import LossDialog
from workshop.records import WorkshopRecord
from workshop.steps import State

K = Qt.Key


def rehearsed(folder: Path) -> Day:
    day = begin_day(folder)
    with day.library.transaction() as transaction:
        workshop = transaction.get(WorkshopRecord, day.live.id)
        assert workshop is not None
        workshop.rehearsal = True
    return day


@pytest.fixture
def rehearsal(lead: Lead) -> Led:
    return lead(day_in=rehearsed)


def asked(led: Led) -> LossDialog | None:
    led.app.processEvents()
    dialog = led.app.activeModalWidget()
    assert dialog is None or isinstance(dialog, LossDialog)
    return dialog


def answer(led: Led, key: Qt.Key) -> None:
    dialog = asked(led)
    assert dialog is not None
    dialog.activateWindow()
    led.app.processEvents()
    QTest.keyClick(led.focus, key)
    led.app.processEvents()


def test_back_asks_before_a_rehearsal_goes_and_escape_stays(rehearsal: Led) -> None:
    rehearsal.reach(State.OPEN)
    left: list[bool] = []
    rehearsal.run.left.connect(lambda: left.append(True))
    rehearsal.run.parts.top_bar.agenda.click()
    dialog = asked(rehearsal)
    assert dialog is not None
    assert dialog.windowTitle() == TITLE
    assert dialog.accessibleDescription() == GOES
    assert rehearsal.has_focus(dialog.safe), "the safe choice has the focus"
    answer(rehearsal, K.Key_Escape)
    assert asked(rehearsal) is None
    assert not left
    rehearsal.press(K.Key_PageDown)
    assert rehearsal.day.state() is State.CLOSED, "the keys lead the day again"


def test_a_rehearsal_is_left_once_that_was_chosen(rehearsal: Led) -> None:
    rehearsal.reach(State.REVEAL)
    left: list[bool] = []
    rehearsal.run.left.connect(lambda: left.append(True))
    rehearsal.run.parts.top_bar.agenda.click()
    answer(rehearsal, K.Key_Tab)
    answer(rehearsal, K.Key_Return)
    assert left == [True]
    assert asked(rehearsal) is None


def test_closing_the_window_asks_as_well(rehearsal: Led) -> None:
    rehearsal.reach(State.POSE)
    rehearsal.window.close()
    assert rehearsal.window.isVisible()
    answer(rehearsal, K.Key_Return)
    assert rehearsal.window.isVisible(), "Enter is the safe choice"
    rehearsal.window.close()
    dialog = asked(rehearsal)
    assert dialog is not None
    dialog.loss.click()
    assert not rehearsal.window.isVisible()


def test_before_its_first_step_a_rehearsal_has_nothing_to_lose(rehearsal: Led) -> None:
    left: list[bool] = []
    rehearsal.run.left.connect(lambda: left.append(True))
    rehearsal.run.parts.top_bar.agenda.click()
    assert asked(rehearsal) is None
    assert left == [True]


def test_a_real_day_is_left_unasked_since_all_of_it_is_kept(led: Led) -> None:
    led.reach(State.OPEN)
    left: list[bool] = []
    led.run.left.connect(lambda: left.append(True))
    led.run.parts.top_bar.agenda.click()
    assert asked(led) is None
    assert left == [True]
    led.window.close()
    assert not led.window.isVisible()
