"""An agenda item and its questions are edited by keys, mouse and typing, each kept by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from frameworks.collection import SessionOutline
from frameworks.model import Pace, Source
from frameworks.theme import Theme
from tests.ui.console.prepare.prepared_values import activity, item, question, session
from ui.console.prepare.question_list import ROW, QuestionList
from ui.console.prepare.question_page import READ_SOON, wall_size
from ui.console.prepare.session_editor import SessionEditor
from ui.theme import DesktopTheme
from workshop.kinds import ItemKind
from workshop.prepared import PreparedActivity, PreparedItem
from workshop.words import Words

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
STRATEGY = session("Strategy", Theme.STRATEGY, 5, 45)
LONG = " ".join(["We put it right and win the customer back."] * 9)
SIGNALS = (
    "item_changed", "question_changed", "question_left_out", "question_added",
    "questions_wanted", "question_moved", "question_removed", "pace_set", "closed",
)  # fmt: skip


class Editing:
    """The editor in a window of its own, and what it has asked for."""

    def __init__(self, editor: SessionEditor) -> None:
        self.editor = editor
        self.asked: list[tuple[object, ...]] = []
        for name in SIGNALS:
            signal = getattr(editor, name)
            signal.connect(lambda *values, name=name: self.asked.append((name, *values)))

    @property
    def list(self) -> QuestionList:
        return self.editor.list.questions

    def show(self, *activities: PreparedActivity, item: PreparedItem = STRATEGY) -> None:
        self.editor.show_item(item, activities, OUTLINE, SOURCES)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def current(self) -> str:
        row = self.list.current
        return "" if row is None else row.id

    def open(self, question_id: str) -> None:
        self.list.go_to(question_id)
        self.list.setFocus()
        self.press(K.Key_Return)


OUTLINE = SessionOutline(
    "strategy", "Strategy", Theme.STRATEGY, False, 45,
    tuple((f"q{n}", f"Short {n}") for n in range(5)),
)  # fmt: skip
SOURCES = (Source("dezieck", "Framework for Great Customer Service", "Jim Dezieck"),)


@pytest.fixture
def editing(qtbot: QtBot, qapp: QApplication, theme: DesktopTheme, words: Words) -> Editing:
    editor = SessionEditor(theme, words)
    editor.resize(403, 772)
    qtbot.addWidget(editor)
    made = Editing(editor)
    made.show(activity(5))
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(lambda: qapp.activeWindow() is editor)
    editor.take_focus()
    return made


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def labels(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


# --- The list -------------------------------------------------------------------------------


def test_the_list_has_the_focus_and_its_first_question_the_cursor(editing: Editing) -> None:
    assert focus() is editing.list
    assert editing.current() == "a0-q0"
    assert editing.list.rows.rows[0].said.startswith("Short 0, We do what number 0 says")


def test_keys_leave_out_mark_move_and_take_away(editing: Editing) -> None:
    editing.press(K.Key_Down)
    editing.press(K.Key_Space)
    editing.press(K.Key_M)
    editing.press(K.Key_Up, ALT)
    editing.press(K.Key_Down, ALT)
    editing.press(K.Key_Delete)
    editing.press(K.Key_Home)
    editing.press(K.Key_Up, ALT)
    assert editing.asked == [
        ("question_left_out", "a0-q1", True),
        ("question_changed", "a0-q1", "must", False),
        ("question_moved", "a0-q1", 0),
        ("question_moved", "a0-q1", 2),
        ("question_removed", "a0-q1"),
    ]


def test_the_cursor_goes_with_a_moved_question_and_to_the_neighbour_of_one_that_went(
    editing: Editing,
) -> None:
    editing.list.go_to("a0-q1")
    before = activity(5)
    moved = (before.questions[1], before.questions[0], *before.questions[2:])
    editing.show(replace(before, questions=moved))
    assert editing.current() == "a0-q1"
    assert editing.list.currentIndex().row() == 0
    editing.show(replace(before, questions=moved[1:]))
    assert editing.current() == "a0-q0"
    assert focus() is editing.list


def test_a_changed_question_is_painted_anew_without_moving_cursor_or_scroll(
    editing: Editing, qtbot: QtBot
) -> None:
    editing.show(activity(60))
    editing.list.go_to("a0-q40")
    bar = editing.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    top = bar.value()
    many = activity(60)
    changed = replace(many.questions[40], left_out=True, must=False)
    questions = (*many.questions[:40], changed, *many.questions[41:])
    with qtbot.waitSignal(editing.list.rows.dataChanged):
        editing.show(replace(many, questions=questions))
    assert (editing.current(), bar.value()) == ("a0-q40", top)
    row = editing.list.current
    assert row is not None
    assert row.marks == "if time"


def test_a_question_that_went_leaves_the_scroll_where_it_was(
    editing: Editing, qtbot: QtBot
) -> None:
    many = activity(60)
    editing.show(many)
    editing.list.go_to("a0-q40")
    bar = editing.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    top = bar.value()
    editing.show(replace(many, questions=many.questions[:-1]))
    assert (editing.current(), bar.value()) == ("a0-q40", top)


def test_twelve_hundred_questions_are_rows_and_not_widgets(editing: Editing) -> None:
    few = len(editing.editor.findChildren(QWidget))
    editing.show(*(activity(60, n, title=f"Part {n}") for n in range(20)))
    assert len(editing.list.rows.rows) == 20 * 61
    assert len(editing.editor.findChildren(QWidget)) == few
    editing.list.setFocus()
    editing.press(K.Key_Down)
    assert editing.current() == "a0-q1"


def test_arrows_go_over_the_heads_of_activities(editing: Editing) -> None:
    editing.show(activity(1, 0, title="First"), activity(2, 1, Pace.TOGETHER, title="Second"))
    editing.list.go_to("a0-q0")
    editing.list.setFocus()
    editing.press(K.Key_Down)
    assert editing.current() == "a1-q0"
    assert editing.list.rows.rows[2].said == "Second, together"


def at(editing: Editing, place: int, x: int = 120) -> QPoint:
    rect = editing.list.visualRect(editing.list.rows.index(place))
    return QPoint(x, rect.center().y())


def test_a_click_on_the_box_leaves_out_and_a_double_click_opens(editing: Editing) -> None:
    view = editing.list.viewport()
    QTest.mouseClick(view, LEFT, pos=at(editing, 2, x=20))
    assert editing.asked == [("question_left_out", "a0-q2", True)]
    QTest.mouseDClick(view, LEFT, pos=at(editing, 3))
    assert editing.editor.page.isVisible()
    assert editing.editor.page.short.text == "Short 3"


@pytest.mark.parametrize(("to", "place"), [(3, 3), (0, 0), (9, 4)])
def test_a_question_is_dragged_to_another_place(editing: Editing, to: int, place: int) -> None:
    view = editing.list.viewport()
    start = at(editing, 1)
    QTest.mousePress(view, LEFT, pos=start)
    end = start + QPoint(0, (to - 1) * ROW + (20 if to > 1 else -20))
    for step in (start + QPoint(0, 15), end):
        QTest.mouseMove(view, step)
    editing.list.viewport().grab()
    QTest.mouseRelease(view, LEFT, pos=end)
    assert editing.asked == [("question_moved", "a0-q1", place)]


def test_esc_ends_a_drag_and_moves_nothing(editing: Editing) -> None:
    view = editing.list.viewport()
    start = at(editing, 1)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(0, 100))
    QTest.keyClick(editing.list, K.Key_Escape)
    QTest.mouseRelease(view, LEFT, pos=start + QPoint(0, 100))
    assert editing.asked == []


# --- Pace and adding ------------------------------------------------------------------------


def test_the_pace_is_that_of_the_activity_under_the_cursor(editing: Editing) -> None:
    page = editing.editor.list
    editing.show(activity(1, 0, title="First"), activity(6, 1, Pace.TOGETHER, title="Second"))
    editing.list.go_to("a0-q0")
    assert (page.pace.current, page._of.text()) == (0, "First")
    editing.list.go_to("a1-q3")
    assert (page.pace.current, page._of.text()) == (1, "Second")
    page.pace.setFocus()
    editing.press(K.Key_Left)
    assert editing.asked == [("pace_set", "a1", Pace.EACH)]


def test_a_question_of_ones_own_is_written_and_the_cursor_goes_to_it(editing: Editing) -> None:
    editing.editor.list.add.click()
    page = editing.editor.page
    assert focus() is page.text.editor
    QTest.keyClicks(page.text.editor, "Do we call back?")
    page.add.click()
    assert editing.asked == [("question_added", "strategy", "Do we call back?", "")]
    five = activity(5)
    added = question(9, text="Do we call back?", short="Do we call back?")
    editing.show(replace(five, questions=(*five.questions, added)))
    assert editing.list.isVisible()
    assert editing.current() == "a0-q9"
    assert focus() is editing.list


def test_a_new_question_that_is_only_left_is_added_and_stays_open(editing: Editing) -> None:
    editing.editor.list.add.click()
    page = editing.editor.page
    QTest.keyClicks(page.text.editor, "Do we call back?")
    assert page.text.pause is not None
    page.text.pause.timeout.emit()
    assert editing.asked == [], "half typed it is not added"
    added = question(9, text="Do we call back?", short="Do we call")
    six = replace(activity(5), questions=(*activity(5).questions, added))
    editing.editor.question_added.connect(lambda *_: editing.show(six))
    editing.press(K.Key_Tab)
    assert editing.asked == [("question_added", "strategy", "Do we call back?", "")]
    assert page.isVisible()
    assert (page.short.text, focus()) == ("Do we call", page.short.editor)
    assert not page.add.isVisible()
    QTest.keyClicks(page.short.editor, "Call back")
    editing.press(K.Key_Tab)
    assert editing.asked[1:] == [("question_changed", "a0-q9", "short", "Call back")]


def test_a_new_question_that_was_refused_stands_with_the_reason(editing: Editing) -> None:
    editing.editor.list.new_wanted.emit()
    page = editing.editor.page
    page.add.click()
    assert page.text.error == "Write what the room is to answer."
    QTest.keyClicks(page.text.editor, "Do we call back?")
    page.add.click()
    editing.editor.refuse("text", "There is no scale to answer on.")
    assert page.text.error == "There is no scale to answer on."
    assert page.text.text == "Do we call back?"


def test_questions_of_the_framework_that_were_taken_away_come_back(editing: Editing) -> None:
    five = activity(5)
    editing.show(replace(five, questions=five.questions[2:]))
    menu = editing.editor.list.menu_now()
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts == [
        "A question of your own…", "All 2 questions taken away", "Short 0", "Short 1",
    ]  # fmt: skip
    for action in menu.actions()[2:]:
        action.trigger()
    assert editing.asked == [
        ("questions_wanted", "strategy", ("q0", "q1")),
        ("questions_wanted", "strategy", ("q0",)),
        ("questions_wanted", "strategy", ("q1",)),
    ]


# --- One question ---------------------------------------------------------------------------


def test_enter_opens_a_question_and_esc_goes_back_with_what_was_typed_kept(
    editing: Editing,
) -> None:
    editing.open("a0-q1")
    page = editing.editor.page
    assert focus() is page.text.editor
    page.text.editor.selectAll()
    QTest.keyClicks(page.text.editor, "We answer within a day.")
    editing.press(K.Key_Tab)
    assert focus() is page.short.editor
    page.short.editor.selectAll()
    QTest.keyClicks(page.short.editor, "Answering")
    page.leave.click()
    assert editing.asked == [
        ("question_changed", "a0-q1", "text", "We answer within a day."),
        ("question_changed", "a0-q1", "short", "Answering"),
    ]
    assert focus() is editing.list
    assert editing.current() == "a0-q1"


def test_hints_are_a_line_each_and_boxes_are_kept_at_once(editing: Editing) -> None:
    editing.open("a0-q1")
    page = editing.editor.page
    assert page.prompts.text == "What would a guest say?"
    page.look_for.editor.setPlainText(" A form \n\n A call back\n")
    page.look_for.save()
    page.if_time.click()
    page.out.click()
    assert editing.asked == [
        ("question_changed", "a0-q1", "look_for", ("A form", "A call back")),
        ("question_changed", "a0-q1", "must", False),
        ("question_left_out", "a0-q1", True),
    ]
    assert "After Framework for Great Customer Service" in labels(page)


def test_a_long_question_is_advised_against_while_it_is_typed(editing: Editing) -> None:
    editing.open("a0-q0")
    page = editing.editor.page
    assert not page.advice.isVisible()
    page.text.editor.setPlainText(LONG)
    size = wall_size(LONG)
    assert size < READ_SOON
    assert page.advice.isVisible()
    assert page.advice.text() == (
        f"The wall would set this in {size} pixels. A shorter question is read sooner."
    )
    page.text.editor.setPlainText("We call back.")
    assert not page.advice.isVisible()


def test_an_empty_question_is_not_kept_and_holds_its_page(editing: Editing) -> None:
    editing.open("a0-q0")
    page = editing.editor.page
    page.text.editor.clear()
    page.leave.click()
    assert page.isVisible()
    assert page.text.error == "Write what the room is to answer."
    assert editing.asked == []
    assert not editing.editor.save()


def test_what_cannot_be_kept_is_said_at_its_field_or_at_the_foot(editing: Editing) -> None:
    editing.open("a0-q0")
    editing.editor.refuse("short", "28 characters fit, this has 40.")
    assert editing.editor.page.short.error == "28 characters fit, this has 40."
    editing.editor.page.back.emit()
    editing.editor.refuse("", "“Short 0” was voted on already.")
    assert "“Short 0” was voted on already." in labels(editing.editor)


def test_the_next_question_is_one_press_away_and_the_ends_are_ends(editing: Editing) -> None:
    editing.open("a0-q3")
    page = editing.editor.page
    page.after.click()
    assert page.short.text == "Short 4"
    assert not page.after.isEnabled()
    page.before.click()
    page.before.click()
    assert page.short.text == "Short 2"
    page.leave.click()
    assert editing.current() == "a0-q2"


def test_an_open_page_shows_what_came_of_it_but_keeps_what_is_typed(editing: Editing) -> None:
    editing.open("a0-q1")
    page = editing.editor.page
    QTest.keyClicks(page.text.editor, "So ")
    five = activity(5)
    changed = replace(five.questions[1], left_out=True, short="Other")
    editing.show(replace(five, questions=(five.questions[0], changed, *five.questions[2:])))
    assert page.text.text.startswith("So ")
    assert page.out.isChecked()
    assert page.short.text == "Other"
    assert editing.asked == []


def test_a_page_whose_question_went_gives_way_to_the_list(editing: Editing) -> None:
    editing.open("a0-q1")
    editing.editor.page.take_away.click()
    assert editing.asked == [("question_removed", "a0-q1")]
    five = activity(5)
    editing.show(replace(five, questions=(five.questions[0], *five.questions[2:])))
    assert editing.list.isVisible()


def test_the_words_of_a_question_that_was_asked_stay(editing: Editing) -> None:
    five = activity(2)
    editing.show(replace(five, questions=(replace(five.questions[0], asked=True),)))
    editing.open("a0-q0")
    assert editing.editor.page.text.editor.isReadOnly()
    assert "voted on already" in editing.editor.page.advice.text()


# --- The item itself ------------------------------------------------------------------------


def test_a_session_has_a_name_a_purpose_and_may_wait_for_time(editing: Editing) -> None:
    editing.editor.tabs.choose(1)
    about = editing.editor.about
    assert about.purpose.text == "See what Strategy asks of us."
    about.title.editor.setText("  Our   strategy ")
    about.title.save()
    about.purpose.editor.setPlainText("Agree where we go.")
    about.purpose.save()
    about.if_time.click()
    assert editing.asked == [
        ("item_changed", "strategy", "title", "Our strategy"),
        ("item_changed", "strategy", "purpose", "Agree where we go."),
        ("item_changed", "strategy", "must", False),
    ]


def test_group_work_has_a_task_and_steps(editing: Editing) -> None:
    work = item(ItemKind.GROUP_WORK, "Group work", 20, tasks=("Read",), purpose="Find three")
    editing.show(item=work)
    editing.editor.take_focus()
    about = editing.editor.about
    assert focus() is about.title.editor
    assert not editing.editor.tabs.isVisible()
    assert [about.task.text, *(step.text for step in about.steps)] == ["Find three", "Read", "", ""]
    about.steps[2].editor.setText("Tell")
    about.steps[2].save()
    about.task.editor.setText("Find four")
    about.task.save()
    assert editing.asked == [
        ("item_changed", "group work", "tasks", ("Read", "Tell")),
        ("item_changed", "group work", "purpose", "Find four"),
    ]


def test_a_break_has_a_line_for_the_wall(editing: Editing) -> None:
    editing.show(item=item(ItemKind.BREAK, "Break", 15))
    about = editing.editor.about
    assert about.remark.isVisible()
    assert not about.purpose.isVisible()
    about.remark.editor.setText("Coffee in the foyer")
    editing.editor.finish()
    assert editing.asked == [
        ("item_changed", "break", "remark", "Coffee in the foyer"),
        ("closed",),
    ]


def test_an_item_without_a_name_is_not_left(editing: Editing) -> None:
    editing.show(item=item(ItemKind.BREAK, "Break", 15))
    editing.editor.about.title.editor.clear()
    editing.editor.finish()
    assert editing.editor.about.title.error == "Write what it is called."
    assert editing.asked == []


def test_another_item_starts_afresh(editing: Editing) -> None:
    editing.open("a0-q1")
    editing.editor.page.text.set_error("Wrong.")
    editing.show(activity(2, 7), item=session("Vision", Theme.VISION, 2, 30))
    assert editing.editor.title.text() == "Vision"
    assert editing.list.isVisible()
    assert editing.editor.page.text.error == ""


def test_esc_goes_back_step_by_step(editing: Editing) -> None:
    editing.open("a0-q1")
    editing.editor.page.leave.setFocus()
    editing.press(K.Key_Escape)
    assert focus() is editing.list
    editing.press(K.Key_Escape)
    assert editing.asked == [("closed",)]
