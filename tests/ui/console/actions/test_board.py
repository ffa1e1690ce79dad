"""The board: three columns, and cards that move by keyboard and by drag."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from tests.ui.console.actions.conftest import Led
from ui.console.actions.screen import ActionsScreen
from workshop.kinds import ActionStatus

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALL = ["Call back", "Share one sheet", "Ring the line"]


def board(led: Led) -> ActionsScreen:
    screen = led.show()
    screen.filters.view.setFocus()
    led.press(KEY.Key_Right)
    screen.view.setFocus()
    return screen


def test_the_columns_are_the_statuses_and_count_their_cards(led: Led) -> None:
    screen = board(led)
    assert led.columns() == [ALL, [], []]
    assert [view.accessibleName() for view in screen.board.views] == [
        "Not started", "Under way", "Done"
    ]  # fmt: skip
    assert not screen.grab().isNull()


def test_alt_right_carries_a_card_and_the_focus_goes_along(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Down)
    led.press(KEY.Key_Right, modifier=ALT)
    assert led.columns() == [["Call back", "Ring the line"], ["Share one sheet"], []]
    assert led.line("Share one sheet").status is ActionStatus.UNDER_WAY
    assert screen.board.views[1].hasFocus()
    assert screen.inspector.action_id == led.line("Share one sheet").id
    led.press(KEY.Key_Right, KEY.Key_Right, modifier=ALT)
    assert led.columns() == [["Call back", "Ring the line"], [], ["Share one sheet"]]
    led.press(KEY.Key_Left, modifier=ALT)
    assert led.columns()[1] == ["Share one sheet"]
    assert screen.filters.summary.text() == "0 of 3 done, 1 late"


def test_arrows_go_from_column_to_column_and_the_inspector_follows(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Right, modifier=ALT)
    led.press(KEY.Key_Left)
    assert screen.board.views[0].hasFocus()
    assert screen.inspector.action_id == screen.board.views[0].current
    led.press(KEY.Key_Right)
    assert screen.inspector.action_id == led.line("Call back").id


def test_space_moves_the_card_to_the_next_column_and_ctrl_z_back(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Space)
    assert led.columns() == [["Share one sheet", "Ring the line"], ["Call back"], []]
    assert screen.board.views[1].hasFocus()
    led.press(KEY.Key_Z, modifier=CONTROL)
    assert led.columns() == [ALL, [], []]
    assert screen.view.current == led.line("Call back").id


def test_a_status_set_in_the_inspector_moves_the_card_and_stays_with_its_action(led: Led) -> None:
    screen = board(led)
    screen.inspector.status.setFocus()
    led.press(KEY.Key_Right)
    assert led.columns()[1] == ["Call back"]
    assert screen.inspector.action_id == led.line("Call back").id
    assert screen.inspector.status.hasFocus()


def test_a_dragged_card_changes_its_status(led: Led) -> None:
    screen = board(led)
    source, goal = screen.board.views[0], screen.board.views[2]
    carried = source.listing.mimeData([source.listing.index(2)])
    at = goal.viewport().rect().center().toPointF()
    drop = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        carried,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert goal.listing.canDropMimeData(carried, Qt.DropAction.MoveAction, -1, -1, QModelIndex())
    goal.dropEvent(drop)
    assert led.columns() == [["Call back", "Share one sheet"], [], ["Ring the line"]]
    assert led.line("Ring the line").status is ActionStatus.DONE


def test_a_new_action_stands_on_top_of_what_is_not_started(led: Led) -> None:
    board(led)
    led.press(KEY.Key_A, "Answer the letters", KEY.Key_Escape)
    assert led.columns()[0] == ["Answer the letters", *ALL]


def test_an_edited_card_says_what_is_new_where_it_stands(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Down, KEY.Key_Return, " everywhere", KEY.Key_Escape)
    assert led.columns()[0] == ["Call back", "Share one sheet everywhere", "Ring the line"]
    assert screen.view.current == led.line("Share one sheet everywhere").id


def test_delete_drops_a_card_and_the_next_is_stood_on(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Delete, "why", KEY.Key_Return)
    assert led.columns()[0] == ["Share one sheet", "Ring the line"]
    assert screen.view.current == led.line("Share one sheet").id


def test_table_and_board_stand_on_the_same_action(led: Led) -> None:
    screen = board(led)
    led.press(KEY.Key_Down)
    QTest.keyClick(screen.filters.view, KEY.Key_Left)
    assert screen.table.view.current == led.line("Share one sheet").id
    assert screen.view is screen.table.view


def test_right_to_left_the_arrows_follow_what_is_seen(led: Led) -> None:
    led.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = led.show()
    screen.filters.view.choose(1)
    screen.view.setFocus()
    led.press(KEY.Key_Left, modifier=ALT)
    assert led.columns()[1] == ["Call back"]
    assert not screen.grab().isNull()
