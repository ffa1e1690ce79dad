"""F1 in the whole app: from everywhere, at the right chapter, and back to where one was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.facilitator import CONTROL, KEY, Facilitator
from tests.repeats import finished_day
from ui.console.charts.screen import ChartsScreen
from ui.console.first_run import FirstRun
from ui.console.help.manual import ManualPage
from ui.console.help.panel import HelpPanel
from ui.console.navigation import Section
from ui.console.run.keys_list import works_now
from ui.help.chapter import ChapterId
from ui.help.chapters import OF_PANEL, OF_STATE
from ui.keys import Intent, key_of
from ui.sections import Sections
from workshop.steps import State

TEAMS = (("Front desk", 3), ("Nursing", 4))
HANDS = ((0, 1, 1, 1, 0, 0), (0, 0, 2, 2, 0, 0))


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Facilitator]:
    """The first launch on an empty library."""
    begun = Facilitator(qtbot, tmp_path / "library" / "flipchart.sqlite")
    yield begun
    begun.close()
    QThreadPool.globalInstance().waitForDone()
    shiboken6.delete(begun.window)
    shiboken6.delete(begun.start)


def over(room: Facilitator) -> ManualPage:
    """The manual that covers the window."""
    page = room.window.covered_by
    assert isinstance(page, ManualPage)
    return page


def panel(room: Facilitator) -> HelpPanel:
    """The manual in the centre of the run screen."""
    page = room.run.parts.centre.currentWidget()
    assert isinstance(page, HelpPanel)
    return page


def chapter(page: ManualPage) -> ChapterId:
    assert page.chapter.chapter is not None
    return page.chapter.chapter.id


def read(room: Facilitator) -> ChapterId:
    """The chapter in the centre of the run screen."""
    manual = panel(room).manual
    assert manual is not None
    return chapter(manual)


def state(room: Facilitator) -> State:
    """The state of the day now."""
    return room.state


def skip_to_list(room: Facilitator) -> Sections:
    first = room.window.screen_shown
    assert isinstance(first, FirstRun)
    first.skip.click()
    sections = room.window.screen_shown
    assert isinstance(sections, Sections)
    return sections


def test_the_first_run_offers_to_rehearse_to_prepare_and_to_look_round(room: Facilitator) -> None:
    first = room.window.screen_shown
    assert isinstance(first, FirstRun)
    assert [each.text() for each in (first.rehearse, first.new, first.look)] == [
        "Rehearse", "New workshop", "Look round",
    ]  # fmt: skip
    first.look.setFocus()
    room.press(KEY.Key_Return)
    assert chapter(over(room)) is ChapterId.BEFORE
    assert isinstance(room.window.screen_shown, Sections)
    room.press(KEY.Key_Escape)
    assert room.window.covered_by is None
    sections = room.window.screen_shown
    assert isinstance(sections, Sections)
    assert sections.library.isVisible()


def test_f1_and_escape_lead_back_to_the_widget_one_came_from(room: Facilitator) -> None:
    sections = skip_to_list(room)
    sections.library.rehearse.setFocus()
    for leave in (KEY.Key_F1, KEY.Key_Escape):
        room.press(KEY.Key_F1)
        assert over(room).entries[0].hasFocus()
        assert not sections.isVisible()
        room.press(leave)
        assert room.window.covered_by is None
        assert sections.library.rehearse.hasFocus()


def test_the_navigation_has_help_with_its_key(room: Facilitator) -> None:
    sections = skip_to_list(room)
    entry = sections.navigation.help
    assert (entry.text(), entry.key) == ("Help", key_of(Intent.HELP))
    entry.setFocus()
    room.press(KEY.Key_Return)
    assert chapter(over(room)) is ChapterId.BEFORE
    over(room).away.click()
    assert entry.hasFocus()


def test_each_section_opens_its_chapter(room: Facilitator) -> None:
    sections = skip_to_list(room)
    expected = {
        Section.WORKSHOPS: ChapterId.BEFORE,
        Section.ACTIONS: ChapterId.BETWEEN,
        Section.FRAMEWORKS: ChapterId.BETWEEN,
        Section.SETTINGS: ChapterId.BETWEEN,
    }
    for section, wanted in expected.items():
        sections.navigation.entries[section].click()
        room.press(KEY.Key_F1)
        assert chapter(over(room)) is wanted
        room.press(KEY.Key_F1)


def test_the_charts_of_a_past_workshop_have_their_chapter(qtbot: QtBot, tmp_path: Path) -> None:
    day = finished_day(tmp_path, actions=1)
    day.library.close()
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    person.shell.show_charts(day.live.id)
    screen = person.window.screen_shown
    assert isinstance(screen, ChartsScreen)
    person.wait(screen.board.page.canvas.hasFocus)
    person.press(KEY.Key_F1)
    assert chapter(over(person)) is ChapterId.CHARTS
    person.press(KEY.Key_Escape)
    assert screen.board.page.canvas.hasFocus()
    person.close()


def test_escape_ends_the_search_before_it_closes_the_manual(room: Facilitator) -> None:
    skip_to_list(room)
    room.press(KEY.Key_F1)
    room.press(KEY.Key_F, CONTROL)
    room.type("secret")
    assert over(room).search.text == "secret"
    room.press(KEY.Key_Escape)
    assert over(room).search.text == ""
    room.press(KEY.Key_Escape)
    assert room.window.covered_by is None


def test_prepare_and_the_check_have_their_chapters_and_keep_what_is_typed(
    room: Facilitator,
) -> None:
    room.press(KEY.Key_N, CONTROL)
    room.wait(lambda: room.shell.preparation is not None)
    room.type("Service review")
    field = QApplication.focusWidget()
    room.press(KEY.Key_F1)
    assert chapter(over(room)) is ChapterId.BEFORE
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is field
    room.type(", autumn")
    room.prepare.foot.check_wanted.emit()
    room.wait(lambda: room.shell.check is not None)
    room.press(KEY.Key_F1)
    assert chapter(over(room)) is ChapterId.ROOM
    room.press(KEY.Key_Escape)
    assert room.shell.check is not None
    live = room.shell.check.page
    assert live.isVisible()


def test_in_a_day_help_opens_at_the_step_and_the_day_goes_on_behind_it(room: Facilitator) -> None:
    room.create("Service review", TEAMS)
    room.reach(State.DISCUSS)
    room.press(KEY.Key_F1)
    assert read(room) is OF_STATE[State.DISCUSS]
    assert room.run.parts.rail.isVisible()
    assert room.run.parts.transport.isVisible()
    room.press(KEY.Key_Space)
    assert state(room) is State.OPEN
    assert read(room) is OF_STATE[State.DISCUSS]  # one goes on reading
    room.press(KEY.Key_PageDown)
    assert state(room) is State.CLOSED
    room.press(KEY.Key_Escape)
    assert room.run.parts.centre.currentWidget() is room.run.parts.question
    assert room.run.parts.transport.next.hasFocus()
    room.press(KEY.Key_F1)
    assert read(room) is OF_STATE[State.CLOSED]
    room.press(KEY.Key_F1)
    assert room.run.parts.centre.currentWidget() is room.run.parts.question


def test_in_a_day_a_panel_has_its_chapter(room: Facilitator) -> None:
    room.create("Service review", TEAMS)
    room.reach(State.OPEN)
    for panel_key, wanted in (
        (KEY.Key_C, ChapterId.CHARTS),
        (KEY.Key_G, ChapterId.TIME),
        (KEY.Key_Question, ChapterId.KEYS),
    ):
        room.press(panel_key)
        room.press(KEY.Key_F1)
        assert read(room) is wanted
        room.press(KEY.Key_F1)
    room.press(KEY.Key_F1)
    assert read(room) is OF_STATE[State.OPEN]


def test_every_panel_of_a_day_has_its_chapter(room: Facilitator) -> None:
    room.create("Service review", TEAMS)
    room.reach(State.LOBBY)
    beside = {Intent.TALLY, Intent.KEYS}
    assert set(OF_PANEL) - beside == set(room.run.parts.panels) - {Intent.HELP}


def test_in_a_day_the_contents_are_led_by_arrows_and_letters_stay_the_days(
    room: Facilitator,
) -> None:
    room.create("Service review", TEAMS)
    room.reach(State.DISCUSS)
    room.press(KEY.Key_F1)
    before = read(room)
    room.press(KEY.Key_Down)
    assert read(room) is not before
    room.press(KEY.Key_Up)
    assert read(room) is before
    room.press(KEY.Key_B)
    assert room.shell.opened is not None
    assert room.shell.opened.live.facts().blank
    room.press(KEY.Key_B)
    manual = panel(room).manual
    assert manual is not None
    room.run.parts.transport.next.setFocus()
    room.press(KEY.Key_Down)
    assert manual.chapter.verticalScrollBar().value() > 0
    room.press(KEY.Key_F, CONTROL)
    room.type("borderline")  # letters of a field are no keys of the day
    assert read(room) is ChapterId.REVEAL
    assert state(room) is State.DISCUSS


def test_help_gives_the_focus_back_to_the_evidence_that_was_being_written(
    room: Facilitator,
) -> None:
    room.create("Service review", TEAMS)
    room.reach(State.OPEN)
    room.count_hands(HANDS)
    room.reach(State.RECORD)
    room.press(KEY.Key_E, CONTROL)
    room.type("Three letters came")
    field = QApplication.focusWidget()
    room.press(KEY.Key_F1)
    assert read(room) is ChapterId.RECORD
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is field
    room.type(" late")
    assert room.run.parts.centre.currentWidget() is room.run.parts.record


def test_what_is_opened_meanwhile_takes_the_manual_away(room: Facilitator) -> None:
    skip_to_list(room)
    room.press(KEY.Key_F1)
    room.shell.rehearse()
    room.wait(lambda: room.shell.opened is not None)
    assert room.window.covered_by is None
    assert room.run.isVisible()


def test_the_list_of_keys_names_help(room: Facilitator) -> None:
    room.create("Service review", TEAMS)
    room.press(KEY.Key_Question)
    shown = room.run.parts.keys_list
    assert shown.isVisible()
    scene = room.shell.opened.leading.scene if room.shell.opened else None
    assert scene is not None
    assert works_now(Intent.HELP, scene, alone=True)
