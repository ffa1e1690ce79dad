"""Notices come one at a time; a dialog before a loss starts on the safe choice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.console.widgets.button import Button
from ui.console.widgets.dialog import LossDialog
from ui.console.widgets.empty_state import EmptyState
from ui.console.widgets.notice_bar import NoticeBar
from ui.theme import DesktopTheme, Mode


@pytest.fixture
def bar(qtbot: QtBot, theme: DesktopTheme) -> NoticeBar:
    notices = NoticeBar(theme, stays=1)
    qtbot.addWidget(notices)
    return notices


def nothing() -> None:
    """An action whose effect is not the point."""


def action_of(bar: NoticeBar) -> Button:
    return next(each for each in bar.findChildren(Button) if not each.isHidden())


def test_a_passing_notice_vanishes_and_stays_in_the_log(qtbot: QtBot, bar: NoticeBar) -> None:
    notice = bar.may_act("Vote closed. 24 of 24 in.", "Undo", nothing)
    assert bar.accessibleName() == "Vote closed. 24 of 24 in."
    qtbot.waitUntil(bar.isHidden)
    assert bar.current is None
    assert bar.log == [notice]


def test_what_must_be_acted_on_stays_until_its_action(qtbot: QtBot, bar: NoticeBar) -> None:
    chosen: list[str] = []
    bar.must_act(
        "Projector lost.", "Votes are safe.", "Choose display", lambda: chosen.append("display")
    )
    qtbot.wait(20)
    assert not bar.isHidden()
    action_of(bar).click()
    assert chosen == ["display"]
    assert bar.isHidden()


def test_a_second_notice_waits_for_the_first(qtbot: QtBot, bar: NoticeBar) -> None:
    first = bar.must_act("Projector lost.", "", "Choose display", nothing)
    second = bar.must_act("Disk is full.", "", "Show", nothing)
    passing = bar.may_act("Saved.")
    assert bar.current is first
    action_of(bar).click()
    assert bar.current is second
    action_of(bar).click()
    assert bar.current is passing


def test_what_must_be_acted_on_does_not_wait_for_what_passes(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.may_act("Saved.")
    urgent = bar.must_act("Projector lost.", "", "Choose display", nothing)
    assert bar.current is urgent


def test_work_that_goes_on_is_told_until_it_ends(qtbot: QtBot, bar: NoticeBar) -> None:
    cancelled: list[bool] = []
    notice = bar.working("Writing…", "Cancel", lambda: cancelled.append(True))
    notice = bar.retell(notice, "Writing… 2 of 7")
    qtbot.wait(20)
    bar.end_step()
    bar.end_screen()
    assert bar.current is notice
    assert bar.accessibleName() == "Writing… 2 of 7"
    passing = bar.may_act("Saved.")
    assert bar.current is passing
    notice = bar.retell(notice, "Writing… 3 of 7")
    qtbot.waitUntil(lambda: bar.current is notice)
    assert bar.accessibleName() == "Writing… 3 of 7"
    bar.settle(notice)
    assert bar.isHidden()
    assert not cancelled


def test_work_that_goes_on_is_cancelled_by_its_button(bar: NoticeBar) -> None:
    cancelled: list[bool] = []
    notice = bar.working("Writing…", "Cancel", lambda: cancelled.append(True))
    bar.retell(notice, "Writing… 2 of 7")
    action_of(bar).click()
    assert cancelled


def test_a_notice_whose_cause_is_gone_goes_too(bar: NoticeBar) -> None:
    lost = bar.must_act("Projector lost.", "", "Choose display", nothing)
    disk = bar.must_act("Disk is full.", "", "Show", nothing)
    bar.settle(disk)
    bar.settle(lost)
    bar.settle(lost)
    assert bar.isHidden()
    assert len(bar.log) == 2


def test_a_step_and_a_screen_take_what_passes_with_them(qtbot: QtBot, theme: DesktopTheme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    bar.refuse("Open the vote first.")
    bar.may_act("Saved.")
    bar.end_step()
    assert bar.isHidden()
    plan = bar.must_act("The plan was not written.", "", "Show", nothing, of_screen=True)
    disk = bar.must_act("Disk is full.", "", "Show", nothing)
    bar.may_act("Saved.")
    bar.end_step()
    assert bar.current is plan
    bar.end_screen()
    assert bar.current is disk
    bar.settle(disk)
    assert bar.isHidden(), "what waited behind them has gone too"


def test_a_step_leaves_what_its_own_press_was_refused(qtbot: QtBot, theme: DesktopTheme) -> None:
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    refused = bar.refuse("9 hands are more than 3 seats.")
    bar.end_step(besides="9 hands are more than 3 seats.")
    assert bar.current is refused
    bar.end_step()
    assert bar.current is None


def test_names_in_a_notice_are_text_and_no_markup(bar: NoticeBar) -> None:
    bar.must_act("<b>Team</b> & co", "is <i>safe</i>", "Show", nothing)
    assert bar.accessibleName() == "<b>Team</b> & co is <i>safe</i>"
    assert not bar.grab().isNull()


def test_a_notice_takes_the_colours_of_the_look_in_force(
    bar: NoticeBar, theme: DesktopTheme
) -> None:
    bar.must_act("Projector lost.", "Votes are safe.", "Choose display", nothing)
    bar.resize(500, 60)
    theme.choose(Mode.DARK)
    ground = bar.grab().toImage().pixelColor(4, 30).name().upper()
    assert ground == theme.colours.ink
    theme.choose(Mode.LIGHT)


@pytest.fixture
def dialog(qtbot: QtBot, theme: DesktopTheme) -> LossDialog:
    asked = LossDialog(
        theme,
        "Throw away this vote?",
        "17 votes on Recovery will be lost and round 1 starts again.",
        safe="Keep the vote",
        loss="Throw away",
    )
    qtbot.addWidget(asked)
    asked.show()
    qtbot.waitExposed(asked)
    return asked


def test_what_was_said_about_something_goes_once_it_is_tried_anew(bar: NoticeBar) -> None:
    bar.must_act("Not written.", "The stick is full.", "Choose", nothing, about="export")
    other = bar.must_act("Projector lost.", "", "Choose display", nothing)
    bar.must_act("Not written.", "The folder is gone.", "Choose", nothing, about="export")
    bar.settle_about("export")
    assert bar.current is other
    action_of(bar).click()
    assert bar.current is None


def test_a_dialog_starts_on_the_safe_choice(qtbot: QtBot, dialog: LossDialog) -> None:
    qtbot.waitUntil(dialog.safe.hasFocus)
    with qtbot.waitSignal(dialog.rejected, timeout=1000):
        QTest.keyClick(dialog.safe, Qt.Key.Key_Return)


def test_escape_is_the_safe_choice(qtbot: QtBot, dialog: LossDialog) -> None:
    with qtbot.waitSignal(dialog.rejected, timeout=1000):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_the_loss_has_to_be_chosen(qtbot: QtBot, dialog: LossDialog) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=1000):
        dialog.loss.click()


def test_a_dialog_says_what_is_lost(dialog: LossDialog) -> None:
    assert dialog.windowTitle() == "Throw away this vote?"
    assert "17 votes" in dialog.accessibleDescription()


def test_an_empty_state_says_how_to_fill_it(qtbot: QtBot, theme: DesktopTheme) -> None:
    empty = EmptyState(theme, "No actions yet", "Press A to add one.", "Add the first action")
    qtbot.addWidget(empty)
    assert empty.accessibleName() == "No actions yet"
    assert empty.button is not None
    with qtbot.waitSignal(empty.pressed, timeout=1000):
        empty.button.click()
