"""The projector's window: it takes taps and nothing else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.conftest import Clock
from ui.projector.scenes import hand_over, touch
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from workshop.scenes import Scene, Wall


class Taps:
    """What the window said about taps, in order: a number, or `open`."""

    def __init__(self, window: ProjectorWindow) -> None:
        self.said: list[int | str] = []
        window.answered.connect(self.said.append)
        window.turn_opened.connect(lambda: self.said.append("open"))


class Paintings(QObject):
    """Counts how often a window paints itself."""

    def __init__(self, window: ProjectorWindow) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def window(stage: Stage, clock: Clock, qtbot: QtBot) -> ProjectorWindow:
    window = ProjectorWindow(stage, samples.WORDS, clock)
    qtbot.addWidget(window)
    window.show_on(QApplication.screens()[1])
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def taps(window: ProjectorWindow) -> Taps:
    return Taps(window)


def show(window: ProjectorWindow, clock: Clock, scene: Scene) -> None:
    window.stage.show(Wall(scene))
    let_pass(window, clock)


def let_pass(window: ProjectorWindow, clock: Clock) -> None:
    clock.wait(5000)
    window.stage.tick()


def tap(window: ProjectorWindow, point: QPointF) -> None:
    """Click at a point of the design space; the projector is as large as that."""
    QTest.mouseClick(
        window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point.toPoint()
    )


def test_it_fills_its_screen_without_a_frame_and_takes_no_focus(window: ProjectorWindow) -> None:
    screen = QApplication.screens()[1]
    assert window.isFullScreen()
    assert window.geometry() == screen.geometry()
    assert window.windowFlags() & Qt.WindowType.FramelessWindowHint
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusPolicy() is Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("steps", range(2, 11))
def test_every_target_answers_with_its_step_up_to_its_very_edges(
    steps: int, window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    scene = samples.touch(steps)
    show(window, clock, scene)
    expected: list[int | str] = []
    for answer, rect in touch.targets(scene).items():
        inside = rect.adjusted(1, 1, -1, -1)
        for corner in (inside.topLeft(), inside.bottomRight(), rect.center()):
            tap(window, corner)
            expected.append(answer)
            let_pass(window, clock)
    assert taps.said == expected
    assert set(expected) == {0, *range(1, steps + 1)}


def test_between_the_targets_and_elsewhere_a_tap_means_nothing(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    scene = samples.touch()
    show(window, clock, scene)
    one, two = touch.targets(scene)[1], touch.targets(scene)[2]
    between = QPointF((one.right() + two.left()) / 2, one.center().y())
    for point in (between, QPointF(960, 200), QPointF(20, 600), QPointF(960, 820)):
        tap(window, point)
        let_pass(window, clock)
    assert taps.said == []


def test_without_a_dont_know_its_place_is_dead(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    scene = samples.EMPTY["touch"]
    show(window, clock, scene)
    tap(window, touch.DONT_KNOW.center())
    assert taps.said == []


def test_the_hand_overs_target_opens_the_turn_and_nothing_else_does(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    show(window, clock, samples.HAND_OVER)
    tap(window, QPointF(960, 500))
    let_pass(window, clock)
    assert taps.said == []
    tap(window, hand_over.TARGET.center())
    assert taps.said == ["open"]


def test_other_scenes_answer_no_tap(window: ProjectorWindow, clock: Clock, taps: Taps) -> None:
    live = {"touch", "hand over"}
    for name in samples.ORDINARY.keys() - live:
        show(window, clock, samples.ORDINARY[name])
        tap(window, QPointF(960, 900))
        let_pass(window, clock)
    assert taps.said == []


def test_a_second_tap_within_400_ms_is_ignored(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    show(window, clock, samples.HAND_OVER)
    target = hand_over.TARGET.center()
    tap(window, target)
    clock.wait(tokens.TAP_GUARD_MS - 1)
    tap(window, target)
    assert taps.said == ["open"]
    clock.wait(tokens.TAP_GUARD_MS)
    tap(window, target)
    assert taps.said == ["open", "open"]


def test_the_tap_that_opens_a_turn_cannot_hit_a_target_below_it(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    show(window, clock, samples.HAND_OVER)
    point = touch.DONT_KNOW.center()
    tap(window, point)
    window.stage.show(Wall(samples.touch()))
    clock.wait(100)
    tap(window, point)
    assert taps.said == ["open"]


def test_sealed_targets_take_no_tap(window: ProjectorWindow, clock: Clock, taps: Taps) -> None:
    scene = samples.touch()
    show(window, clock, scene)
    tap(window, touch.targets(scene)[2].center())
    clock.wait(tokens.TAP_GUARD_MS + 100)
    window.stage.tick()
    tap(window, touch.targets(scene)[3].center())
    assert taps.said == [2]


def test_after_a_tap_that_was_not_kept_the_next_one_counts_at_once(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    scene = samples.touch()
    show(window, clock, scene)
    tap(window, touch.targets(scene)[2].center())
    clock.wait(20)
    window.please_tap_again("Please tap again")
    assert window.stage.picture().frame.notice == "Please tap again"
    clock.wait(100)
    tap(window, touch.targets(scene)[3].center())
    assert taps.said == [2, 3]


def test_a_finger_counts_once_though_qt_would_make_a_click_of_it(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    scene = samples.touch()
    show(window, clock, scene)
    device: QPointingDevice = QTest.createTouchDevice()
    point = touch.targets(scene)[5].center().toPoint()
    QTest.touchEvent(window, device).press(0, point, window).commit()
    clock.wait(5000)
    QTest.touchEvent(window, device).move(0, point + QPoint(3, 0), window).commit()
    QTest.touchEvent(window, device).release(0, point, window).commit()
    QApplication.processEvents()
    assert taps.said == [5]


def test_the_right_button_does_nothing(window: ProjectorWindow, clock: Clock, taps: Taps) -> None:
    scene = samples.touch()
    show(window, clock, scene)
    point = touch.targets(scene)[1].center().toPoint()
    QTest.mouseClick(window, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, point)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(window, QContextMenuEvent(reason, point, point))
    assert taps.said == []
    assert QApplication.activePopupWidget() is None


def test_the_pointer_is_on_the_wall_only_where_someone_taps(
    window: ProjectorWindow, clock: Clock
) -> None:
    for name, scene in samples.ORDINARY.items():
        show(window, clock, scene)
        shown = window.cursor().shape() is not Qt.CursorShape.BlankCursor
        assert shown is (name in {"touch", "hand over"})


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_Q])
def test_no_key_closes_it(key: Qt.Key, window: ProjectorWindow) -> None:
    QTest.keyClick(window, key)
    assert window.isVisible()
    assert window.isFullScreen()


@pytest.mark.parametrize(
    ("before", "after"),
    [("question", "reveal"), ("question", "closed")],
    ids=["another place of the day", "the same place"],
)
def test_a_new_wall_is_painted_before_anything_else_is_done_and_once(
    before: str, after: str, window: ProjectorWindow, clock: Clock
) -> None:
    show(window, clock, samples.ORDINARY[before])
    QApplication.processEvents()
    window.stage.reduce_motion = True
    painted = Paintings(window)
    window.stage.show(Wall(samples.ORDINARY[after]))
    assert painted.count == 1
    QApplication.processEvents()
    assert painted.count == 1


def test_it_has_no_tool_tip(window: ProjectorWindow) -> None:
    assert window.event(QEvent(QEvent.Type.ToolTip))
    assert window.toolTip() == ""


def test_taps_are_found_on_a_screen_of_another_shape(
    window: ProjectorWindow, clock: Clock, taps: Taps
) -> None:
    window.show_on(QApplication.screens()[0])
    QApplication.processEvents()
    scene = samples.touch()
    show(window, clock, scene)
    rect = window.picture_rect()
    scale = rect.width() / tokens.PROJECTOR_WIDTH
    for answer, target in touch.targets(scene).items():
        tap(window, rect.topLeft() + target.center() * scale)
        let_pass(window, clock)
        assert taps.said[-1] == answer
