"""Look at the charts of a past workshop: from the list, by keys alone, and to a new action."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.facilitator import CONTROL, KEY, Facilitator
from tests.repeats import finished_day
from ui.console.charts.reading import ChartKey, ChartKind
from ui.console.charts.screen import ChartsScreen
from ui.console.charts.view import EDGE
from ui.sections import Sections
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.words import Words


def past(tmp_path: Path) -> str:
    """A workshop that is over, in the library that the app will start on."""
    day = finished_day(tmp_path, actions=1)
    day.library.close()
    return day.live.id


def looking(person: Facilitator) -> ChartsScreen:
    """Open the menu of the first row by keyboard, and look at its charts."""
    sections = person.window.screen_shown
    assert isinstance(sections, Sections)
    contents = sections.library.contents
    assert contents is not None
    person.wait(lambda: bool(contents.listing.rows))
    contents.listing.rows[0].setFocus()
    person.press(KEY.Key_Return)
    person.wait(lambda: person.application.activePopupWidget() is not None)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    person.wait(lambda: isinstance(person.window.screen_shown, ChartsScreen))
    screen = person.window.screen_shown
    assert isinstance(screen, ChartsScreen)
    person.wait(lambda: screen.board.reading is not None)
    return screen


def test_a_past_workshops_charts_open_from_its_menu_and_esc_leads_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    workshop_id = past(tmp_path)
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    screen = looking(person)
    titles = [entry.title for entry in screen.board.list.entries]
    assert titles[:3] == ["Where we stand", "Heat map", "Vision"]
    assert person.window.focusWidget() is screen.board.page.canvas
    assert not screen.board.said.go.isVisible(), "there is no day to go to"
    person.press(KEY.Key_Right)
    assert "Question 0.0?" in screen.board.said.texts
    person.press(KEY.Key_Escape)
    sections = person.window.screen_shown
    assert isinstance(sections, Sections)
    contents = sections.library.contents
    assert contents is not None
    assert contents.listing.rows[0].line.id == workshop_id
    person.close()


def test_an_action_added_at_a_mark_is_kept_at_its_question_and_can_be_undone(
    qtbot: QtBot, tmp_path: Path
) -> None:
    workshop_id = past(tmp_path)
    path = tmp_path / "flipchart.sqlite"
    person = Facilitator(qtbot, path)
    screen = looking(person)
    person.press(KEY.Key_Right)
    person.press(KEY.Key_A)
    person.type("Call back within a day")
    person.press(KEY.Key_Return)
    person.wait(lambda: "Call back within a day" in "\n".join(screen.board.said.texts))
    person.press(KEY.Key_Escape)
    assert person.window.focusWidget() is screen.board.page.canvas
    assert person.shell.library is not None
    live = LiveWorkshop(person.shell.library, workshop_id, Words())
    question = live.snapshot().sessions[0].questions[0]
    added = [each for each in live.snapshot().actions if each.what == "Call back within a day"]
    assert [each.question_id for each in added] == [question.id]
    notice = person.window.notices.current
    assert notice is not None
    assert notice.do is not None
    notice.do()
    assert len(live.snapshot().actions) == 1
    person.close()


def test_by_mouse_alone_a_mark_leads_to_its_question_its_votes_and_a_new_action(
    qtbot: QtBot, tmp_path: Path
) -> None:
    past(tmp_path)
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    screen = looking(person)
    canvas, board = screen.board.page.canvas, screen.board
    assert canvas.plot is not None
    at = canvas.plot.spots(0)[1].box.center().toPoint() + QPoint(EDGE, EDGE)
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert "Question 0.0?" in board.said.texts
    QTest.mouseClick(board.said.action, Qt.MouseButton.LeftButton)
    assert screen.right.currentWidget() is screen.capture
    person.type("Call back within a day")
    person.press(KEY.Key_Return)
    person.wait(lambda: board.reading is not None and len(board.reading.snapshot.actions) == 2)
    assert board.reading is not None
    asked = board.reading.snapshot.sessions[0].questions[0].id
    assert asked in {action.question_id for action in board.reading.snapshot.actions}
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at)
    assert board.key == ChartKey(ChartKind.QUESTION, asked)
    person.close()


def test_ctrl_c_copies_and_export_asks_for_a_folder(qtbot: QtBot, tmp_path: Path) -> None:
    past(tmp_path)
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    screen = looking(person)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    person.press(KEY.Key_C, CONTROL)
    person.wait(lambda: clipboard.text() != "before")
    assert clipboard.text().splitlines()[0] == screen.board.page.heading.text()
    assert clipboard.mimeData().hasImage()
    screen.export.click()
    person.wait(lambda: bool(person.window.findChildren(QFileDialog)))
    person.window.findChildren(QFileDialog)[0].reject()
    person.close()


def test_a_workshop_where_nothing_was_revealed_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    from tests.days import begin_day

    day = begin_day(tmp_path)
    day.library.close()
    person = Facilitator(qtbot, tmp_path / "flipchart.sqlite")
    person.shell.show_charts(day.live.id)
    screen = person.window.screen_shown
    assert isinstance(screen, ChartsScreen)
    person.wait(lambda: screen.board.reading is not None)
    assert screen.board.empty.isVisible()
    assert not screen.board.list.isVisible()
    assert person.window.focusWidget() is screen.back
    person.close()
    library = Library.open(tmp_path / "flipchart.sqlite")
    assert library.has_workshops()
    library.close()
