"""The drop-down: one of many, chosen by keyboard alone or by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.console.widgets.choice_list import ChoiceList
from ui.console.widgets.drop_down import DropDown
from ui.console.widgets.status_glyph import StatusGlyph
from ui.theme import DesktopTheme
from workshop.kinds import ActionStatus
from workshop.words import Words

TEXTS = ("All owners", "Ada", "Älva", "Grace", "Grete", "عالية")
KEY = Qt.Key


@pytest.fixture
def control(qtbot: QtBot, theme: DesktopTheme) -> DropDown:
    made = DropDown(theme, "Owner", TEXTS)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


def opened(control: DropDown) -> ChoiceList:
    assert control.list is not None, "the list is open"
    return control.list


def press(control: DropDown, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(opened(control).view, key)


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Down, KEY.Key_Up, KEY.Key_Return])
def test_a_key_opens_the_list_at_the_choice_and_enter_takes_another(
    control: DropDown, key: Qt.Key
) -> None:
    chosen: list[int] = []
    control.chosen.connect(chosen.append)
    control.set_current(2)
    QTest.keyClick(control, key)
    assert opened(control).view.currentIndex().row() == 2
    press(control, KEY.Key_Down, KEY.Key_Return)
    assert control.list is None
    assert (control.current, chosen) == (3, [3])
    assert control.accessibleName() == "Owner"
    assert control.accessibleDescription() == "Grace"


def test_escape_leaves_the_choice_and_the_same_choice_says_nothing(control: DropDown) -> None:
    chosen: list[int] = []
    control.chosen.connect(chosen.append)
    control.open()
    press(control, KEY.Key_Down, KEY.Key_Escape)
    assert control.list is None
    control.open()
    press(control, KEY.Key_Space)
    assert (control.current, chosen) == (0, [])


def test_typed_letters_find_what_begins_with_them_then_what_has_them(control: DropDown) -> None:
    control.open()
    view = opened(control).view
    QTest.keyClicks(view, "gre")
    assert view.currentIndex().row() == 4
    press(control, KEY.Key_Return)
    assert control.current == 4
    control.open()
    QTest.keyClicks(opened(control).view, "own")
    press(control, KEY.Key_Return)
    assert control.current == 0


@pytest.fixture
def workshops(qtbot: QtBot, theme: DesktopTheme) -> DropDown:
    made = DropDown(theme, "Workshop", ("Service day", "Service review", "Strategy"))
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_space_inside_what_is_typed_is_looked_for_and_takes_nothing(
    workshops: DropDown,
) -> None:
    workshops.open()
    for letter in "service r":
        QTest.keyClicks(opened(workshops).view, letter)
    assert workshops.list is not None
    press(workshops, KEY.Key_Return)
    assert workshops.current == 1


def test_the_same_letter_again_goes_to_the_next_that_begins_with_it(control: DropDown) -> None:
    control.open()
    QTest.keyClicks(opened(control).view, "gg")
    press(control, KEY.Key_Return)
    assert control.current == 4


def test_a_click_on_a_row_takes_it(control: DropDown) -> None:
    QTest.mouseClick(control, Qt.MouseButton.LeftButton)
    view = opened(control).view
    at = view.visualRect(view.model().index(3, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert control.current == 3


def test_setting_texts_or_the_choice_emits_nothing_and_closes_the_list(control: DropDown) -> None:
    chosen: list[int] = []
    control.chosen.connect(chosen.append)
    control.open()
    control.set_texts(("One", "Two"), 1)
    assert control.list is None
    assert (control.current, control.text()) == (1, "Two")
    control.set_current(0)
    control.set_texts(())
    assert control.current == -1
    assert not control.isEnabled()
    control.open()
    assert control.list is None
    assert chosen == []
    with pytest.raises(IndexError):
        control.set_current(0)


def test_ten_thousand_choices_are_opened_and_searched(qtbot: QtBot, theme: DesktopTheme) -> None:
    control = DropDown(theme, "Workshop", [f"Workshop {n}" for n in range(10_000)])
    qtbot.addWidget(control)
    control.show()
    control.open()
    view = opened(control).view
    assert opened(control).height() < 400
    QTest.keyClicks(view, "workshop 9876")
    press(control, KEY.Key_Return)
    assert control.current == 9876
    control.open()
    press(control, KEY.Key_End, KEY.Key_Return)
    assert control.current == 9999


def test_a_long_text_is_cut_and_whole_in_the_tooltip(qtbot: QtBot, theme: DesktopTheme) -> None:
    long = "A workshop with a title that goes on and on " * 8
    control = DropDown(theme, "Workshop", (long, "Short"), most=200)
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    control.show()
    assert control.width() <= 200
    assert control.toolTip() == long
    control.set_current(1)
    assert control.toolTip() == ""
    control.set_current(0)
    control.open()
    assert opened(control).width() <= 480
    assert not opened(control).grab().isNull()


def test_right_to_left_the_list_opens_below_the_right_edge(
    qtbot: QtBot, theme: DesktopTheme
) -> None:
    control = DropDown(theme, "Owner", TEXTS)
    qtbot.addWidget(control)
    control.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    control.resize(control.sizeHint())
    control.move(500, 100)
    control.show()
    control.open()
    popup = opened(control)
    right = control.mapToGlobal(QPoint(control.width(), 0)).x()
    assert popup.geometry().right() + 1 == right
    assert not popup.grab().isNull()
    assert not control.grab().isNull()


def test_the_list_goes_with_the_button_that_opened_it(control: DropDown) -> None:
    control.open()
    control.hide()
    assert control.list is None


def test_a_status_is_read_aloud_by_its_word(qtbot: QtBot, theme: DesktopTheme) -> None:
    glyph = StatusGlyph(theme, Words("en"))
    qtbot.addWidget(glyph)
    glyph.resize(glyph.sizeHint())
    pictures = []
    for status, name in zip(ActionStatus, ("Not started", "Under way", "Done"), strict=True):
        glyph.show_status(status)
        assert glyph.accessibleName() == name
        pictures.append(glyph.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
