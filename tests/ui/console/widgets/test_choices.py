"""Choosing: segments, scores and check boxes, by mouse and by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exports.look.tokens import CONSOLE
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.score_picker import ScorePicker
from ui.console.widgets.segmented import Segmented
from ui.theme import DesktopTheme
from workshop.words import Words

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def segments(qtbot: QtBot, theme: DesktopTheme) -> Segmented:
    control = Segmented(theme, "Count hands", ("By team", "Whole room", "Both"))
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    return control


def test_arrow_keys_move_the_chosen_segment_and_stop_at_the_ends(
    qtbot: QtBot, segments: Segmented
) -> None:
    chosen: list[int] = []
    segments.chosen.connect(chosen.append)
    for key in (LEFT, RIGHT, RIGHT, RIGHT, LEFT):
        QTest.keyClick(segments, key)
    assert chosen == [1, 2, 1]
    assert segments.accessibleDescription() == "Whole room"


def test_a_click_chooses_the_segment_under_it(qtbot: QtBot, segments: Segmented) -> None:
    with qtbot.waitSignal(segments.chosen, timeout=1000) as chosen:
        end = QPoint(segments.width() - 10, 18)
        QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=end)
    assert chosen.args == [2]


def test_in_a_right_to_left_window_segments_run_from_the_right(
    qtbot: QtBot, segments: Segmented
) -> None:
    segments.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(segments, LEFT)
    assert segments.current == 1
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, pos=QPoint(10, 18))
    assert segments.current == 2


def test_more_than_four_segments_are_refused(theme: DesktopTheme) -> None:
    with pytest.raises(ValueError):
        Segmented(theme, "Too many", "abcde")


@pytest.fixture
def picker(qtbot: QtBot, theme: DesktopTheme, words: Words) -> ScorePicker:
    control = ScorePicker(
        theme, words, "What did we agree on?", 5, score=4.0, low="Hardly ever", high="Every time"
    )
    qtbot.addWidget(control)
    control.resize(control.sizeHint())
    return control


def test_a_five_step_scale_offers_nine_half_steps(picker: ScorePicker) -> None:
    whole, half = 5 * CONSOLE.score_whole, 4 * CONSOLE.score_half
    assert picker.sizeHint().width() == whole + half


def test_arrow_keys_move_by_a_half_and_stop_at_the_ends(qtbot: QtBot, picker: ScorePicker) -> None:
    scores: list[float] = []
    picker.chosen.connect(scores.append)
    for key in (RIGHT, RIGHT, RIGHT, LEFT, Qt.Key.Key_Home, LEFT, Qt.Key.Key_End):
        QTest.keyClick(picker, key)
    assert scores == [4.5, 5.0, 4.5, 1.0, 5.0]
    assert picker.accessibleDescription() == "5"


def test_digits_choose_whole_steps_of_the_scale_only(qtbot: QtBot, picker: ScorePicker) -> None:
    QTest.keyClicks(picker, "2")
    assert picker.score == 2.0
    QTest.keyClicks(picker, "9")
    assert picker.score == 2.0


def test_a_click_chooses_the_half_step_under_it(qtbot: QtBot, picker: ScorePicker) -> None:
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(60 + 26, 20))
    assert picker.score == 1.5


@pytest.mark.parametrize("steps", [2, 7, 10])
def test_any_scale_can_be_squeezed_and_still_be_clicked(
    qtbot: QtBot, theme: DesktopTheme, words: Words, steps: int
) -> None:
    control = ScorePicker(theme, words, "Score", steps)
    qtbot.addWidget(control)
    control.resize(control.minimumSizeHint())
    end = QPoint(control.width() - 5, 20)
    QTest.mouseClick(control, Qt.MouseButton.LeftButton, pos=end)
    assert control.score == steps
    assert not control.grab().isNull()


def test_before_a_choice_the_first_arrow_starts_at_one(
    qtbot: QtBot, theme: DesktopTheme, words: Words
) -> None:
    control = ScorePicker(theme, words, "Score", 5)
    qtbot.addWidget(control)
    assert control.score is None
    QTest.keyClick(control, RIGHT)
    assert control.score == 1.0


@pytest.mark.parametrize("score", [0.5, 5.5, 3.3])
def test_a_score_that_is_no_half_step_is_refused(picker: ScorePicker, score: float) -> None:
    with pytest.raises(ValueError):
        picker.choose(score)


@pytest.mark.parametrize("steps", [1, 11])
def test_a_scale_has_two_to_ten_steps(theme: DesktopTheme, words: Words, steps: int) -> None:
    with pytest.raises(ValueError):
        ScorePicker(theme, words, "Score", steps)


def test_in_german_halves_are_written_with_a_comma(qtbot: QtBot, theme: DesktopTheme) -> None:
    control = ScorePicker(theme, Words("de"), "Wertung", 5, score=3.5)
    qtbot.addWidget(control)
    assert control.accessibleDescription() == "3,5"


def test_a_click_on_its_words_checks_a_box(qtbot: QtBot, theme: DesktopTheme) -> None:
    box = CheckBox(theme, "Not for the wall")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    with qtbot.waitSignal(box.toggled, timeout=1000):
        end = QPoint(box.width() - 4, 14)
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=end)
    assert box.isChecked()
    assert box.accessibleName() == "Not for the wall"
