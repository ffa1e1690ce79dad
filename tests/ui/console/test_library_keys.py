"""The library screen by keyboard alone: the list, the search field, and bringing back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.days import DAY, HandClock, another_day
from tests.many_workshops import multiply
from tests.ui.conftest import App
from tests.ui.console.shelves import Shelves, rows
from ui.console.library.rows import WorkshopRow
from ui.console.widgets.dialog import LossDialog
from workshop.library import Library


def test_a_row_is_opened_with_enter_and_left_with_arrows(shelves: Shelves, qtbot: QtBot) -> None:
    ids = [shelves.add(f"in {days}", days) for days in (1, 2, 3)]
    contents = shelves.show()
    first, second = contents.listing.rows
    shelves.screen.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    assert second.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert first.focusPolicy() is Qt.FocusPolicy.ClickFocus
    with qtbot.waitSignal(shelves.screen.opened) as opened:
        QTest.keyClick(second, Qt.Key.Key_Return)
    assert opened.args == [ids[2]]


def in_sight(row: WorkshopRow) -> bool:
    """Whether the whole row can be seen."""
    return row.visibleRegion().boundingRect() == row.rect()


def test_the_row_that_the_arrows_lead_to_is_in_sight(shelves: Shelves, qtbot: QtBot) -> None:
    multiply(shelves.library, [shelves.add("then", -1, "past")], 40)
    shelves.screen.resize(1240, 600)
    contents = shelves.show()
    qtbot.waitUntil(lambda: contents.later is not None)
    shelves.screen.activateWindow()
    row = contents.listing.rows[0]
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    for n in range(1, 31):
        QTest.keyClick(contents.listing.rows[n - 1], Qt.Key.Key_Down)
        reached = contents.listing.rows[n]
        assert reached.hasFocus()
        qtbot.waitUntil(partial(in_sight, reached))


def test_ctrl_z_brings_back_what_was_put_away_the_newest_first(
    begin: Callable[[Path], App], tmp_path: Path, qtbot: QtBot
) -> None:
    clock = HandClock()
    with Library.open(tmp_path / "flipchart.sqlite", clock=clock) as library:
        made = [another_day(library, clock).live.id for _ in range(3)]
        with library.writing() as writing:
            for n, each in enumerate(made):
                sql = "UPDATE workshop SET title = ? WHERE id = ?"
                writing.connection.exec_driver_sql(sql, (f"Review {n}", each))
    app = begin(tmp_path / "flipchart.sqlite")
    qtbot.waitUntil(lambda: app.shell.library is not None)
    screen = app.library_screen()
    qtbot.waitUntil(lambda: screen.contents is not None and screen.contents.later is not None)
    opened = app.shell.library
    assert opened is not None
    screen.archive_wanted.emit(made[0])
    screen.delete_wanted.emit(made[1])
    next(each for each in app.window.findChildren(LossDialog) if each.isVisible()).loss.click()
    assert screen.contents is not None
    assert screen.contents.later is not None
    field = screen.contents.later.field.editor
    qtbot.waitUntil(lambda: not app.window.findChildren(LossDialog))
    app.window.activateWindow()
    qtbot.waitUntil(app.window.isActiveWindow)
    field.setFocus()
    undo(field)
    assert opened.workshop(made[1]) is None  # in a field the key is the field's
    QTest.keyClick(field, Qt.Key.Key_Escape)
    undo(screen)
    assert opened.workshop(made[1]) is not None
    assert archived(opened, made[0])
    notice = app.shell.notices.current
    assert notice is not None
    assert (notice.safe, notice.action) == ("“Review 1” is back in the list.", "")
    undo(screen)
    assert not archived(opened, made[0])
    undo(screen)  # nothing is left to be undone
    assert len(opened.workshops()) == 3


def undo(focus: QWidget) -> None:
    """Press the key where the focus is."""
    QTest.keyClick(focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def archived(library: Library, workshop_id: str) -> bool:
    found = library.workshop(workshop_id)
    assert found is not None
    return found.archived


def test_the_search_field_is_cleared_left_and_led_on_from_by_keys(
    shelves: Shelves, qtbot: QtBot
) -> None:
    shelves.add("Alpha", 1)
    made = shelves.add("Beta", 2)
    shelves.add("Beta again", 3)
    contents = shelves.show()
    qtbot.waitUntil(lambda: contents.later is not None)
    assert contents.later is not None
    shelves.screen.activateWindow()
    field = contents.later.field.editor
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    with qtbot.assertNotEmitted(shelves.screen.opened):
        QTest.keyClick(field, Qt.Key.Key_Return)  # nothing is looked for yet
    QTest.keyClicks(field, "beta")
    with qtbot.waitSignal(shelves.screen.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert opened.args == [made]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert contents.listing.rows[0].hasFocus()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.hasFocus(), rows(contents)) == ("", True, ["Beta", "Beta again"])
    assert contents.card is not None
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert contents.card.open.hasFocus() or contents.card.prepare.hasFocus()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()


def test_a_key_still_leads_to_the_search_when_another_library_was_opened(
    shelves: Shelves, qtbot: QtBot, tmp_path: Path
) -> None:
    first = shelves.show()
    qtbot.waitUntil(lambda: first.later is not None)
    with Library.open(tmp_path / "other" / "flipchart.sqlite", clock=shelves.clock) as other:
        shelves.screen.show_library(other, DAY)
        contents = shelves.screen.contents
        assert contents is not None
        qtbot.waitUntil(lambda: contents.later is not None)
        assert contents.later is not None
        shelves.screen.activateWindow()
        qtbot.waitUntil(shelves.screen.isActiveWindow)
        QTest.keyClick(shelves.screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert contents.later.field.editor.hasFocus()
        shelves.show()
