"""The table of actions, led by keyboard alone: status, editing, adding, dropping, undo, search."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from tests.days import another_day
from tests.ui.console.actions.conftest import Led
from ui.console.actions.filters import LATE
from ui.console.actions.row import COLUMN_GAP, Columns, missing_words
from ui.console.actions.said import CHOOSE_DATE, CHOOSE_OWNER
from workshop.following import Following
from workshop.kinds import ActionStatus
from workshop.planning import ActionDraft
from workshop.records import WorkshopRecord

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_actions_stand_in_order_and_are_read_aloud_whole(led: Led) -> None:
    screen = led.show()
    assert led.shown() == ["Call back", "Share one sheet", "Ring the line"]
    listing = screen.table.view.listing
    role = Qt.ItemDataRole.AccessibleTextRole
    assert listing.data(listing.index(0), role) == (
        "Call back, Not started, Ada, due 10 Jan, 10 days late, all, Vision, Short 0.0, "
        "Service review"
    )
    assert "no owner yet, no date yet" in str(listing.data(listing.index(2), role))
    assert screen.filters.summary.text() == "0 of 3 done, 1 late"
    assert screen.table.view.accessibleName() == "Actions"
    assert not screen.grab().isNull()


def test_space_goes_through_the_statuses_and_the_row_stays(led: Led) -> None:
    screen = led.show()
    seen = []
    for _ in range(3):
        led.press(KEY.Key_Space)
        seen.append(led.line("Call back").status)
        assert screen.view.currentIndex().row() == 0
        assert screen.inspector.status.current == list(ActionStatus).index(seen[-1])
    assert seen == [ActionStatus.UNDER_WAY, ActionStatus.DONE, ActionStatus.NOT_STARTED]
    led.press(KEY.Key_Space, KEY.Key_Space)
    assert screen.filters.summary.text() == "1 of 3 done"
    assert led.shown()[0] == "Call back"


def test_enter_edits_each_field_is_saved_on_leaving_it_and_escape_goes_back(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_Down, KEY.Key_Return)
    assert screen.inspector.what.editor.hasFocus()
    led.press(" everywhere", KEY.Key_Tab)
    assert led.line("Share one sheet everywhere").owner == "Grace"
    assert screen.inspector.out.said == "Saved"
    led.press("Draft it", KEY.Key_Return)
    assert screen.inspector.owner.editor.hasFocus()
    screen.inspector.owner.editor.clear()
    led.press("Ad", KEY.Key_Tab)  # which takes the completion
    led.press(KEY.Key_Home)
    screen.inspector.due.field.editor.selectAll()
    led.press("31 Mar", KEY.Key_Return, "half of today", KEY.Key_Escape)
    line = led.line("Share one sheet everywhere")
    assert (line.first_step, line.owner, line.due, line.measure) == (
        "Draft it", "Ada", date(2026, 3, 31), "half of today"
    )  # fmt: skip
    assert screen.view.hasFocus()
    assert led.shown()[1] == "Share one sheet everywhere"
    changed = led.fields_changed(line.id)
    assert changed == ["measure", "due", "owner", "first_step", "what"]


def test_an_action_without_words_is_refused_below_the_field_and_stays_as_it_was(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_Return)
    screen.inspector.what.editor.selectAll()
    led.press(KEY.Key_Backspace, KEY.Key_Tab)
    assert screen.inspector.what.error == "Write what is to be done."
    assert len(led.lines()) == 3
    led.press(KEY.Key_Escape, KEY.Key_Down, KEY.Key_Up)
    assert screen.inspector.what.error == ""
    assert screen.inspector.what.text == "Call back"


def test_a_date_that_is_none_is_not_kept(led: Led) -> None:
    screen = led.show()
    screen.edit(screen.inspector.due.field.editor)
    screen.inspector.due.field.editor.selectAll()
    led.press("31 Feb", KEY.Key_Tab)
    assert screen.inspector.due.field.error
    assert led.line("Call back").due == date(2026, 1, 10)


@pytest.mark.parametrize("way_out", ["Escape", "undo", "delete"])
def test_a_refused_date_gives_way_to_what_the_row_says(led: Led, way_out: str) -> None:
    screen = led.show()
    for gone in led.lines()[1:]:
        screen.acts.delete(gone.id)
    led.press(KEY.Key_Space)
    field = screen.inspector.due.field
    kept = field.text
    screen.edit(field.editor)
    field.editor.selectAll()
    led.press("31 Feb", KEY.Key_Tab)
    assert field.error
    if way_out == "Escape":
        led.press(KEY.Key_Escape)
    elif way_out == "undo":
        screen.acts.undo()
        assert led.line("Call back").status is ActionStatus.NOT_STARTED
    else:
        screen.inspector.out.delete.click()
        screen.acts.undo()
    assert (field.text, field.error) == (kept, "")


def test_what_is_wrong_with_a_date_is_said_over_the_whole_row(qtbot: QtBot, led: Led) -> None:
    screen = led.show()
    inspector = screen.inspector
    screen.edit(inspector.due.field.editor)
    inspector.due.field.editor.selectAll()
    led.press("31 Feb", KEY.Key_Tab)
    said = next(
        label
        for label in inspector.findChildren(QLabel)
        if label.text() == inspector.due.field.error
    )
    qtbot.waitUntil(lambda: said.isVisible() and said.width() > inspector.owner.width())
    lines = said.heightForWidth(said.width()) / said.fontMetrics().lineSpacing()
    assert lines < 3
    assert said.mapTo(inspector, QPoint()).y() > inspector.owner.geometry().bottom()


@pytest.mark.parametrize("width", [824, 1240])
def test_the_words_for_a_missing_owner_and_date_stand_whole(led: Led, width: int) -> None:
    view = led.show(width=width).table.view
    columns = Columns(view.visualRect(view.listing.index(2)).toRectF(), mirrored=False)
    _, _, owner, due, _ = columns.boxes()
    for box, text in ((owner, CHOOSE_OWNER), (due, CHOOSE_DATE)):
        assert not missing_words(text, columns.inside(box, COLUMN_GAP).width()).elided


def test_a_adds_an_action_once_it_says_what_is_to_be_done(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_A)
    assert screen.inspector.title.text == "New action"
    led.press("Answer the letters", KEY.Key_Tab, "Buy stamps", KEY.Key_Tab, "Grace", KEY.Key_Tab)
    line = led.line("Answer the letters")
    assert (line.first_step, line.owner, line.workshop) == ("Buy stamps", "Grace", "Service review")
    assert led.shown()[0] == "Answer the letters"
    led.press(KEY.Key_Escape)
    assert screen.view.hasFocus()
    assert screen.view.current == line.id
    assert screen.filters.summary.text() == "0 of 4 done, 1 late"


def test_a_new_action_goes_to_the_workshop_that_is_chosen(led: Led) -> None:
    other = another_day(led.day.library, led.day.clock)
    screen = led.show()
    screen.filters.choose_workshop(other.live.id)
    assert led.shown() == []
    assert screen.empty.isVisible()
    led.press(KEY.Key_A, "Write a promise", KEY.Key_Escape)
    assert led.line("Write a promise").workshop_id == other.live.id
    assert led.shown() == ["Write a promise"]


def test_a_new_action_that_is_left_empty_is_none(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_A, KEY.Key_Escape)
    assert screen.view.hasFocus()
    assert len(led.lines()) == 3
    assert screen.inspector.action_id == led.line("Call back").id


def test_delete_asks_why_and_drops_and_ctrl_z_brings_it_back_by_name(led: Led) -> None:
    screen = led.show()
    changed: list[None] = []
    screen.changed.connect(lambda: changed.append(None))
    led.press(KEY.Key_Delete, KEY.Key_Return)
    assert screen.inspector.out.reason.error
    led.press("The line is gone", KEY.Key_Return)
    assert led.shown() == ["Share one sheet", "Ring the line"]
    assert screen.view.hasFocus()
    led.press(KEY.Key_Z, modifier=CONTROL)
    assert led.shown() == ["Call back", "Share one sheet", "Ring the line"]
    assert screen.view.current == led.line("Call back").id
    current = screen.notices.current
    assert current is not None
    assert current.safe == "Undone: action dropped. Call back"
    led.press(KEY.Key_Z, modifier=CONTROL | SHIFT)
    assert led.shown() == ["Share one sheet", "Ring the line"]
    assert len(changed) == 3


def test_undo_names_a_long_action_by_its_first_words_and_the_next_act_takes_that_away(
    led: Led,
) -> None:
    led.day.live.planning.propose(ActionDraft("Call everyone back " * 20, due=date(2025, 12, 1)))
    screen = led.show()
    led.press(KEY.Key_Space)
    led.press(KEY.Key_Z, modifier=CONTROL)
    current = screen.notices.current
    assert current is not None
    assert current.safe == (
        "Undone: status of an action. Call everyone back Call everyone back Call everyone back…"
    )
    led.press(KEY.Key_Z, modifier=CONTROL | SHIFT)
    assert screen.notices.current is not None
    assert len(screen.notices.current.safe) < 100
    led.press(KEY.Key_Space)
    assert screen.notices.current is None


def test_escape_drops_nothing(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_Delete, "why", KEY.Key_Escape)
    assert screen.view.hasFocus()
    assert not screen.inspector.out.reason.isVisible()
    assert len(led.lines()) == 3


def test_a_deleted_action_comes_back_by_the_button_that_says_undo(led: Led) -> None:
    screen = led.show()
    screen.inspector.out.delete.click()
    assert len(led.lines()) == 2
    notice = screen.notices.current
    assert notice is not None
    assert (notice.safe, notice.action) == ("The action was deleted.", "Undo")
    assert notice.do is not None
    notice.do()
    assert led.shown()[0] == "Call back"


def test_undo_goes_over_workshops_and_says_when_there_is_nothing_left(led: Led) -> None:
    other = another_day(led.day.library, led.day.clock)
    other.live.planning.propose(ActionDraft("Elsewhere", due=date(2025, 12, 1)))
    screen = led.show()
    led.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    led.press(KEY.Key_Z, modifier=CONTROL)
    assert led.line("Call back").status is ActionStatus.NOT_STARTED
    led.press(KEY.Key_Z, modifier=CONTROL)
    assert led.line("Elsewhere").status is ActionStatus.NOT_STARTED
    led.press(KEY.Key_Z, modifier=CONTROL)
    current = screen.notices.current
    assert current is not None
    assert current.safe == "There is nothing to undo here."


def test_typed_letters_search_and_escape_shows_all_again(qtbot: QtBot, led: Led) -> None:
    screen = led.show()
    led.press("rin")
    assert screen.filters.search.text == "rin"
    qtbot.waitUntil(lambda: led.shown() == ["Ring the line"])
    led.press(KEY.Key_Return)
    assert screen.view.hasFocus()
    assert screen.inspector.action_id == led.line("Ring the line").id
    led.press(KEY.Key_Escape)
    assert len(led.shown()) == 3
    assert screen.filters.search.isHidden()


def test_a_search_that_finds_nothing_says_how_to_see_all(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_F, modifier=CONTROL)
    led.press("nobody wrote this", KEY.Key_Return)
    assert screen.empty.isVisible()
    button = screen.empty.button
    assert button is not None
    button.click()
    assert len(led.shown()) == 3


def test_filters_ask_for_owner_late_and_workshop(led: Led) -> None:
    other = another_day(led.day.library, led.day.clock)
    other.live.planning.propose(ActionDraft("Elsewhere", owner="Ada"))
    screen = led.show()
    owner, which = screen.filters.owner, screen.filters.which
    assert owner.texts == ("All owners", "No owner yet", "Ada", "Grace")
    QTest.keyClick(owner, KEY.Key_Down)
    assert owner.list is not None
    QTest.keyClicks(owner.list.view, "ada")
    QTest.keyClick(owner.list.view, KEY.Key_Return)
    assert led.shown() == ["Call back", "Elsewhere"]
    which.set_current(LATE)
    which.chosen.emit(LATE)
    assert led.shown() == ["Call back"]
    screen.filters.clear()
    owner.set_current(1)
    owner.chosen.emit(1)
    assert led.shown() == ["Ring the line"]
    screen.filters.clear()
    assert not screen.export.isEnabled()
    screen.show_workshop(led.day.live.id)
    assert len(led.shown()) == 3
    with_workshop: list[str] = []
    screen.export_wanted.connect(with_workshop.append)
    screen.export.click()
    assert with_workshop == [led.day.live.id]


def test_the_inspector_shows_where_an_action_came_from_and_what_changed(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_Space)
    assert screen.inspector.title.text == "Vision, Short 0.0"
    parts = screen.inspector.origin.findChildren(QWidget)
    said = {each.text() if isinstance(each, QLabel) else each.accessibleName() for each in parts}
    assert said >= {
        "Question 0.0?",
        "2.5",
        "agreed score",
        "Evidence: 6 of 20 asked twice",
        "7 of 7 chose 3; median 3; in agreement",
        "20 Jan, Status: Under way (was Not started)",
    }


def test_an_action_whose_workshop_was_deleted_meanwhile_is_refused_and_leaves_the_list(
    led: Led,
) -> None:
    screen = led.show()
    with led.day.library.transaction() as transaction:
        transaction.execute(update(WorkshopRecord).values(deleted_at=5))
    led.press(KEY.Key_Space)
    current = screen.notices.current
    assert current is not None
    assert current.safe == "The workshop of this action was deleted. Bring it back first."
    assert led.shown() == []
    assert screen.empty.isVisible()
    assert not screen.add_button.isEnabled()
    led.press(KEY.Key_A)
    assert not screen.inspector.isVisible()


def test_what_another_wrote_meanwhile_is_kept_beside_what_is_typed_here(led: Led) -> None:
    screen = led.show()
    led.press(KEY.Key_Return, " today")
    Following(led.day.library).change(screen.inspector.action_id, owner="Alan", measure="9 in 10")
    led.press(KEY.Key_Tab)
    line = led.line("Call back today")
    assert (line.owner, line.measure) == ("Alan", "9 in 10")
    assert screen.inspector.owner.text == "Alan"
    assert screen.inspector.measure.text == "9 in 10"


def test_of_two_who_write_the_same_field_the_later_stands_and_both_are_told(led: Led) -> None:
    screen = led.show()
    screen.edit(screen.inspector.owner.editor)
    led.press(" Lovelace")
    action = screen.inspector.action_id
    Following(led.day.library).change(action, owner="Alan")
    led.press(KEY.Key_Tab)
    assert led.line("Call back").owner == "Ada Lovelace"
    assert led.fields_changed(action) == ["owner", "owner"]


def test_a_click_on_the_status_changes_it_and_on_a_missing_owner_edits_it(led: Led) -> None:
    screen = led.show()
    view = screen.table.view
    left = Qt.MouseButton.LeftButton
    first = view.visualRect(view.model().index(0, 0))
    QTest.mouseClick(view.viewport(), left, pos=QPoint(22, first.center().y()))
    assert led.line("Call back").status is ActionStatus.UNDER_WAY
    third = view.visualRect(view.model().index(2, 0))
    owner_at = QPoint(third.right() - 174 - 98 - 100, third.center().y())
    QTest.mouseClick(view.viewport(), left, pos=owner_at)
    assert screen.inspector.owner.editor.hasFocus()
    assert screen.inspector.action_id == led.line("Ring the line").id


@pytest.mark.parametrize(("width", "beside"), [(1240, True), (824, False)])
def test_where_it_is_narrow_the_inspector_is_a_drawer(led: Led, width: int, beside: bool) -> None:
    screen = led.show(width, 600)
    assert screen.inspector.isVisible() is beside
    assert (screen.table.width() < width - 320) is beside
    led.press(KEY.Key_Return)
    assert screen.inspector.isVisible()
    assert screen.inspector.geometry().right() == width - 1
    led.press(KEY.Key_Escape)
    assert screen.inspector.isVisible() is beside
    assert screen.view.hasFocus()


def test_the_cross_closes_the_inspector_until_enter(led: Led) -> None:
    screen = led.show()
    screen.inspector.title.close_button.click()
    led.press(KEY.Key_Down)
    assert not screen.inspector.isVisible()
    led.press(KEY.Key_Return)
    assert screen.inspector.what.editor.hasFocus()
    assert screen.inspector.what.text == "Share one sheet"


def test_every_control_is_reached_by_tab_in_reading_order_and_has_a_name(led: Led) -> None:
    screen = led.show()
    screen.show_workshop(led.day.live.id)
    screen.export.setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in seen:
        assert focus is not None
        seen.append(focus)
        led.press(KEY.Key_Tab)
    assert [each.accessibleName() for each in seen] == [
        "Export PDF", "Add action", "How the actions are shown", "Workshop", "Owner",
        "Which actions", "Actions", "Close this panel", "What", "First step", "Owner", "Due",
        "How we will know", "Status", "Drop", "Delete action", "1 without an owner",
    ]  # fmt: skip
