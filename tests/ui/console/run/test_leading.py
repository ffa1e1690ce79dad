"""Leading: one reading for wall and console, votes at the wall, and a disk that is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.bad_disk import disk_ends_at
from tests.ui.console.run.conftest import Led
from ui.leading import LOST_TAP, NOT_TAKEN, TAP_AGAIN
from ui.projector.scenes import hand_over, touch
from workshop.scenes import HandOverScene, QuestionScene, TouchScene
from workshop.steps import State

K = Qt.Key


def tap(led: Led, target: QRectF) -> None:
    """Tap the middle of a target of the wall."""
    led.day.clock.moment += 1000
    led.leading.stage.tick()
    wall, picture = led.projector, led.projector.picture_rect()
    scale = picture.width() / 1920
    at = QPoint(
        round(picture.x() + target.center().x() * scale),
        round(picture.y() + target.center().y() * scale),
    )
    QTest.mouseClick(wall, Qt.MouseButton.LeftButton, pos=at)


def come_to_the_screen(led: Led) -> TouchScene:
    led.reach(State.OPEN)
    led.leading.act(led.day.live.turns.call)
    tap(led, hand_over.TARGET)
    scene = led.leading.stage.wall.scene
    assert isinstance(scene, TouchScene)
    return scene


def first_target(scene: TouchScene) -> QRectF:
    targets = [QRectF(x, y, 2, 2) for y in range(300, 1000, 40) for x in range(100, 1800, 40)]
    return next(at for at in targets if touch.answer_at(scene, at.center()) == 1)


def test_a_tap_at_the_wall_is_a_vote_that_the_console_counts(led: Led) -> None:
    scene = come_to_the_screen(led)
    tap(led, first_target(scene))
    assert led.scene.votes == "1"


def test_a_tap_that_the_disk_refuses_asks_for_another_and_tells_the_console_why(led: Led) -> None:
    scene = come_to_the_screen(led)
    said: list[str] = []
    led.leading.tap_again.connect(said.append)
    with disk_ends_at(0):
        tap(led, first_target(scene))
    assert said == [TAP_AGAIN]
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.must_act
    tap(led, first_target(scene))
    assert led.scene.votes == "1"


def test_a_tap_that_came_when_it_was_nobodys_turn_any_more_is_told_in_words(led: Led) -> None:
    scene = come_to_the_screen(led)
    said: list[str] = []
    led.leading.tap_again.connect(said.append)
    with led.day.library.writing() as writing:  # what the wall does not know yet
        writing.connection.exec_driver_sql("UPDATE wall SET turn_open = 0")
    tap(led, first_target(scene))
    assert said == [NOT_TAKEN]
    assert led.wall_shows(HandOverScene)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == LOST_TAP
    assert led.scene.votes == "0"
    tap(led, hand_over.TARGET)
    tap(led, first_target(scene))
    assert (said, led.scene.votes) == ([NOT_TAKEN], "1")


def test_a_step_that_the_disk_refuses_is_told_and_can_be_taken_again(led: Led) -> None:
    with disk_ends_at(0):
        led.press(K.Key_Space)
    assert led.day.state() is State.LOBBY
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.must_act
    led.press(K.Key_Space)
    assert led.day.state() is State.OPENING


def test_an_act_is_told_once_and_its_own_event_starts_no_second_telling(led: Led) -> None:
    told: list[object] = []
    led.leading.told.connect(told.append)
    led.press(K.Key_Space)
    led.app.processEvents()
    assert len(told) == 1


def test_votes_from_elsewhere_reach_the_console_by_themselves(led: Led, qtbot: QtBot) -> None:
    led.reach(State.OPEN)
    with qtbot.waitSignal(led.leading.told):
        led.day.vote_all(4, 3)
    assert led.scene.votes == "3"


def test_wall_and_console_show_the_same_moment(led: Led) -> None:
    led.reach(State.OPEN, votes=0)
    led.day.vote_all(2, 4)
    led.leading.refresh()
    scene = led.leading.stage.wall.scene
    assert isinstance(scene, QuestionScene)
    assert scene.votes is not None
    assert str(scene.votes.voted) == led.scene.votes == "4"
