"""Fields save when they are left, say how an error is mended, and complete what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exports.look.tokens import DESKTOP
from tests.gallery.recording import Recorder
from tests.ui.projector.sample_parts import ARABIC, RIGHT_TO_LEFT
from ui.console.widgets.field import LineField, TextArea
from ui.console.widgets.number_field import NumberField
from ui.theme import DesktopTheme


@pytest.fixture
def line(qtbot: QtBot, theme: DesktopTheme) -> LineField:
    field = LineField(theme, "Owner", "Senior nurse")
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    field.editor.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    field.holder = window  # type: ignore[attr-defined]  # keeps the window alive with the field
    return field


def test_leaving_a_changed_field_saves_it_once(qtbot: QtBot, line: LineField) -> None:
    saved: list[str] = []
    line.text_saved.connect(saved.append)
    QTest.keyClicks(line.editor, "s")
    line.editor.clearFocus()
    line.editor.setFocus()
    line.editor.clearFocus()
    assert saved == ["Senior nurses"]


def test_leaving_an_unchanged_field_saves_nothing(qtbot: QtBot, line: LineField) -> None:
    with qtbot.assertNotEmitted(line.text_saved):
        line.editor.clearFocus()


def test_enter_saves_and_tells(qtbot: QtBot, line: LineField) -> None:
    QTest.keyClicks(line.editor, "!")
    with qtbot.waitSignals([line.text_saved, line.entered], timeout=1000):
        QTest.keyClick(line.editor, Qt.Key.Key_Return)


def test_a_field_can_be_saved_before_it_is_left(qtbot: QtBot, line: LineField) -> None:
    QTest.keyClicks(line.editor, "!")
    with qtbot.waitSignal(line.text_saved, timeout=1000):
        line.save()
    with qtbot.assertNotEmitted(line.text_saved):
        line.editor.clearFocus()


def test_escape_leaves_the_field_and_keeps_what_was_typed(qtbot: QtBot, line: LineField) -> None:
    QTest.keyClicks(line.editor, "!")
    with qtbot.waitSignal(line.text_saved, timeout=1000):
        QTest.keyClick(line.editor, Qt.Key.Key_Escape)
    assert not line.editor.hasFocus()
    assert line.text == "Senior nurse!"


def test_a_text_put_in_is_not_saved_again(qtbot: QtBot, line: LineField) -> None:
    line.set_text("Front desk")
    with qtbot.assertNotEmitted(line.text_saved):
        line.editor.clearFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Tab])
def test_right_or_tab_takes_the_completion(qtbot: QtBot, line: LineField, key: Qt.Key) -> None:
    line.complete_from(["Practice manager", "Practice nurse"])
    line.set_text("")
    QTest.keyClicks(line.editor, "prac")
    QTest.keyClick(line.editor, key)
    assert line.text == "Practice manager"


def test_without_a_completion_right_moves_the_cursor(qtbot: QtBot, line: LineField) -> None:
    line.complete_from(["Practice manager"])
    line.editor.setCursorPosition(0)
    QTest.keyClick(line.editor, Qt.Key.Key_Right)
    assert line.editor.cursorPosition() == 1
    assert line.text == "Senior nurse"


def test_an_error_is_said_below_and_to_screen_readers(line: LineField) -> None:
    line.set_error("November has 30 days. Try 30 Nov.")
    assert line.error == line.editor.accessibleDescription()
    tall = line.sizeHint().height()
    line.set_error("")
    assert line.error == ""
    assert line.sizeHint().height() < tall


def test_a_field_is_named_by_its_label_or_its_placeholder(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    parked = LineField(theme, "", placeholder="Park a thought", key="P")
    owner = LineField(theme, "Owner")
    qtbot.addWidget(parked)
    qtbot.addWidget(owner)
    assert parked.editor.accessibleName() == "Park a thought"
    assert owner.editor.accessibleName() == "Owner"
    assert owner.label.buddy() is owner.editor


@pytest.mark.parametrize("bare", [False, True])
@pytest.mark.parametrize("other", [ARABIC, RIGHT_TO_LEFT, "\u0928\u092e\u0938\u094d\u0924\u0947"])
def test_a_line_in_any_script_stands_on_the_same_baseline_and_is_not_cut(
    qtbot: QtBot, theme: DesktopTheme, other: str, *, bare: bool
) -> None:
    field = LineField(theme, "Owner", "x")
    qtbot.addWidget(field)
    if bare:
        field.stand_bare()
    field.resize(400, field.sizeHint().height())
    field.show()
    plain = _drawn(field)["x"]
    field.set_text(f"{other} x")
    drawn = _drawn(field)
    assert abs(drawn["x"].bottom() - plain.bottom()) <= 1
    assert len(drawn) > 1
    assert all(box.top() >= 0 and box.bottom() <= field.editor.height() for box in drawn.values())
    field.set_text("x")
    assert _drawn(field)["x"] == plain


def test_a_long_line_is_elided_until_it_is_typed_in_and_its_tooltip_has_it_whole(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    field = LineField(theme, "Owner", "Front desk")
    qtbot.addWidget(field)
    field.setFixedWidth(140)
    field.show()
    assert field.editor.toolTip() == ""
    field.set_text("Deputy head of patient administration")
    [shown] = _drawn(field)
    assert shown.startswith("Deputy head")
    assert shown.endswith("\N{HORIZONTAL ELLIPSIS}")
    assert field.editor.toolTip() == field.text
    field.keep_free(60)
    assert next(iter(_drawn(field).values())).right() <= field.editor.width() - 60


def _drawn(field: LineField) -> dict[str, QRectF]:
    editor = field.editor
    recorder = Recorder(editor.width(), editor.height())
    editor.render(recorder, QPoint(), QRegion(), QWidget.RenderFlag.IgnoreMask)
    return {text.said.strip(): text.box for text in recorder.texts}


@pytest.fixture
def area(qtbot: QtBot, theme: DesktopTheme) -> TextArea:
    field = TextArea(theme, "Evidence: what makes it a 4?", "Calls are returned.")
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    field.editor.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    return field


def test_several_lines_are_saved_when_left_by_escape(qtbot: QtBot, area: TextArea) -> None:
    QTest.keyClicks(area.editor, "Yes. ")
    with qtbot.waitSignal(area.text_saved, timeout=1000) as saved:
        QTest.keyClick(area.editor, Qt.Key.Key_Escape)
    assert saved.args == ["Yes. Calls are returned."]


def test_undo_in_an_area_takes_back_typing_and_never_the_text_it_began_with(
    area: TextArea,
) -> None:
    QTest.keyClicks(area.editor, "Yes. ")
    for _ in range(4):
        area.editor.undo()
    assert area.text == "Calls are returned."


def test_every_line_of_an_area_has_the_same_height(qtbot: QtBot, area: TextArea) -> None:
    area.set_text("one\ntwo\nthree")
    document = area.editor.document()
    tops = [
        document.documentLayout().blockBoundingRect(document.findBlockByNumber(number)).top()
        for number in range(3)
    ]
    assert [tops[1] - tops[0], tops[2] - tops[1]] == [24.0, 24.0]


def test_a_text_put_into_an_area_is_not_saved_again(qtbot: QtBot, area: TextArea) -> None:
    area.set_text("Another question's evidence")
    with qtbot.assertNotEmitted(area.text_saved):
        area.editor.clearFocus()


@pytest.fixture
def number(qtbot: QtBot, theme: DesktopTheme) -> NumberField:
    field = NumberField(theme, "Nursing, 3")
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_number_field_takes_digits_alone(qtbot: QtBot, number: NumberField) -> None:
    counts: list[int | None] = []
    number.changed.connect(counts.append)
    QTest.keyClicks(number.editor, "1a-2")
    assert number.count == 12
    assert counts == [1, 12]


@pytest.mark.parametrize("typed", ["+", "-", "+2", "-2", " 2 ", "2.", "1e2", "\u0663", "1234"])
def test_what_is_no_count_is_neither_typed_nor_pasted_and_the_digits_stay(
    number: NumberField, typed: str
) -> None:
    number.set_count(12)
    number.editor.selectAll()
    QGuiApplication.clipboard().setText(typed)
    number.editor.paste()
    assert number.count == 12
    number.set_count(None)
    number.editor.paste()
    assert number.editor.text() == ""
    QTest.keyClicks(number.editor, typed.encode("ascii", "ignore").decode())
    assert number.editor.text() == "".join(each for each in typed if each in "0123456789")[:3]


def test_backspace_corrects_a_number_back_to_none(qtbot: QtBot, number: NumberField) -> None:
    number.set_count(3)
    QTest.keyClick(number.editor, Qt.Key.Key_Backspace)
    assert number.count is None


def test_a_veiled_number_shows_only_that_it_is_filled(number: NumberField) -> None:
    number.set_veiled(True)
    empty = number.grab().toImage()
    number.set_count(7)
    seven = number.grab().toImage()
    number.set_count(1)
    one = number.grab().toImage()
    assert seven == one
    assert seven != empty


def test_a_line_that_is_scrolled_away_does_not_stand_in_the_margin(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    area = TextArea(theme, "What", "one\ntwo\nthree", height=60, role=DESKTOP.body)
    qtbot.addWidget(area)
    area.setFixedWidth(240)
    area.show()
    room = area.editor.viewport().height()
    assert 2 * DESKTOP.body.leading <= room < 2.4 * DESKTOP.body.leading


def test_a_bare_line_stands_at_the_left_in_any_script(qtbot: QtBot, theme: DesktopTheme) -> None:
    field = LineField(theme, "Team", RIGHT_TO_LEFT)
    qtbot.addWidget(field)
    field.stand_bare()
    field.resize(400, field.sizeHint().height())
    field.show()
    assert min(box.left() for box in _drawn(field).values()) < 20


def test_a_bare_line_is_clear_of_its_edge_while_it_is_typed_in(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    field = LineField(theme, "Team", "Front desk")
    qtbot.addWidget(field)
    field.stand_bare()
    field.show()
    field.activateWindow()
    apart = min(box.left() for box in _drawn(field).values())
    field.editor.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    assert min(box.left() for box in _drawn(field).values()) >= apart + 6
    field.editor.clearFocus()
    assert min(box.left() for box in _drawn(field).values()) == apart


def test_the_hint_of_a_key_gives_way_to_what_the_field_is_for(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    field = LineField(theme, "", placeholder="Search", key="Ctrl F")
    qtbot.addWidget(field)
    field.show()
    for width, drawn in ((200, {"Search", "Ctrl F"}), (92, {"Search"})):
        field.setFixedWidth(width)
        assert set(_drawn(field)) == drawn
