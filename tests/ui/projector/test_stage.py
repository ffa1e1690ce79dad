"""The stage: what moves on the wall, when it asks for paint, and what must never shine through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.conftest import Clock
from ui.projector.frame import Frame
from ui.projector.stage import FRAME_MS, Stage
from workshop.scenes import BlankScene, QuestionScene, Scene, VotesIn, Wall

QUESTION = samples.ORDINARY["question"]
CLOSED = samples.ORDINARY["closed"]
REVEAL = samples.ORDINARY["reveal"]
AGREED = samples.ORDINARY["agreed"]
TOUCH = samples.ORDINARY["touch"]
HAND_OVER = samples.ORDINARY["hand over"]
RISEN_MS = tokens.GHOST_MS + tokens.RISE_MS


class Changes:
    """Counts the stage's wishes for paint."""

    def __init__(self, stage: Stage) -> None:
        self.count = 0
        stage.changed.connect(self._more)

    def _more(self) -> None:
        self.count += 1


def show(stage: Stage, scene: Scene) -> None:
    stage.show(Wall(scene))


def let_rest(stage: Stage, clock: Clock) -> None:
    clock.wait(5000)
    stage.tick()


def frame(stage: Stage) -> Frame:
    return stage.picture().frame


def test_the_wall_begins_blank_and_at_rest(stage: Stage) -> None:
    assert stage.wall == Wall(BlankScene())
    assert stage.next_change() is None


def test_the_same_wall_again_asks_for_no_paint(stage: Stage, clock: Clock) -> None:
    show(stage, AGREED)
    let_rest(stage, clock)
    changes = Changes(stage)
    show(stage, AGREED)
    assert changes.count == 0


def test_another_scene_fades_in_over_160_ms(stage: Stage, clock: Clock) -> None:
    show(stage, REVEAL)
    let_rest(stage, clock)
    show(stage, AGREED)
    before = stage.before()
    assert before is not None
    assert before[0].wall == Wall(REVEAL)
    assert before[1] == 1.0
    clock.wait(tokens.PANEL_MS // 2)
    half = stage.before()
    assert half is not None
    assert 0 < half[1] < 0.5  # it goes fast first, and slows down
    clock.wait(tokens.PANEL_MS // 2)
    assert stage.before() is None


def test_nothing_is_painted_once_a_movement_is_over(stage: Stage, clock: Clock) -> None:
    show(stage, CLOSED)
    show(stage, AGREED)
    assert stage.next_change() == FRAME_MS
    let_rest(stage, clock)
    assert stage.next_change() is None


def test_bars_rise_together_after_the_ghost_has_come(stage: Stage, clock: Clock) -> None:
    show(stage, QUESTION)
    show(stage, REVEAL)
    assert (frame(stage).ghost, frame(stage).rise) == (0.0, 0.0)
    clock.wait(tokens.GHOST_MS)
    assert (frame(stage).ghost, frame(stage).rise) == (1.0, 0.0)
    clock.wait(tokens.RISE_MS // 2)
    assert frame(stage).rise == pytest.approx(0.5)
    clock.wait(tokens.RISE_MS // 2)
    assert frame(stage).rise == 1.0
    stage.tick()
    assert stage.next_change() is None


def test_bars_do_not_rise_again_when_the_wall_comes_back_to_a_reveal(
    stage: Stage, clock: Clock
) -> None:
    show(stage, REVEAL)
    let_rest(stage, clock)
    show(stage, AGREED)
    show(stage, REVEAL)
    assert frame(stage).rise == 1.0


def test_bars_rise_anew_for_a_new_reveal(stage: Stage, clock: Clock) -> None:
    show(stage, REVEAL)
    let_rest(stage, clock)
    show(stage, samples.reveal(samples.chart((3, 8, 2, 8, 3)), key="another"))
    assert frame(stage).rise == 0.0


def test_a_reveal_taken_back_is_gone_in_the_next_frame(stage: Stage, clock: Clock) -> None:
    show(stage, REVEAL)
    clock.wait(200)
    show(stage, CLOSED)
    assert stage.before() is None
    assert stage.picture().wall == Wall(CLOSED)


def test_blanking_is_at_once(stage: Stage, clock: Clock) -> None:
    show(stage, REVEAL)
    let_rest(stage, clock)
    show(stage, BlankScene())
    assert stage.before() is None


def test_the_scale_never_shines_through_the_hand_over(stage: Stage, clock: Clock) -> None:
    show(stage, TOUCH)
    let_rest(stage, clock)
    show(stage, HAND_OVER)
    assert stage.before() is None


def test_a_new_votes_brick_fills_in_120_ms(stage: Stage, clock: Clock) -> None:
    assert isinstance(CLOSED, QuestionScene)
    show(stage, CLOSED)
    let_rest(stage, clock)
    show(stage, replace(CLOSED, votes=VotesIn(23, 24, "of 24 votes in")))
    assert frame(stage).newest == 0.0
    assert stage.before() is None
    clock.wait(tokens.BRICK_MS // 2)
    assert frame(stage).newest == pytest.approx(0.5)
    clock.wait(tokens.BRICK_MS // 2)
    assert frame(stage).newest == 1.0


def test_a_vote_less_moves_nothing(stage: Stage, clock: Clock) -> None:
    assert isinstance(CLOSED, QuestionScene)
    show(stage, CLOSED)
    let_rest(stage, clock)
    show(stage, replace(CLOSED, votes=VotesIn(21, 24, "of 24 votes in")))
    assert stage.next_change() is None


def test_a_running_timer_asks_for_paint_when_its_text_changes(stage: Stage, clock: Clock) -> None:
    assert isinstance(QUESTION, QuestionScene)
    show(stage, QUESTION)
    let_rest(stage, clock)
    clock.wait(300)
    assert stage.next_change() == 700
    clock.wait(700)
    assert stage.next_change() == 1000


def test_a_paused_timer_asks_for_nothing(stage: Stage, clock: Clock) -> None:
    assert isinstance(QUESTION, QuestionScene)
    assert QUESTION.timer is not None
    show(stage, replace(QUESTION, timer=replace(QUESTION.timer, paused_at=samples.NOW)))
    let_rest(stage, clock)
    assert stage.next_change() is None


def test_with_reduced_motion_everything_is_there_at_once(clock: Clock) -> None:
    stage = Stage(tokens.LIGHT, clock, reduce_motion=True)
    show(stage, AGREED)
    show(stage, REVEAL)
    assert stage.before() is None
    assert (frame(stage).ghost, frame(stage).rise) == (1.0, 1.0)
    assert stage.next_change() is None


def test_a_clock_that_is_set_back_ends_a_movement(stage: Stage, clock: Clock) -> None:
    show(stage, QUESTION)
    show(stage, REVEAL)
    clock.wait(-3_600_000)
    assert frame(stage).rise == 1.0
    assert stage.before() is None


def test_a_pressed_target_shows_for_120_ms_then_all_are_sealed_for_700(
    stage: Stage, clock: Clock
) -> None:
    show(stage, TOUCH)
    let_rest(stage, clock)
    stage.press(4)
    assert (frame(stage).pressed, frame(stage).sealed) == (4, False)
    clock.wait(tokens.TARGET_PRESSED_MS)
    assert (frame(stage).pressed, frame(stage).sealed) == (None, True)
    clock.wait(tokens.TARGET_BLANK_MS)
    stage.tick()
    assert (frame(stage).pressed, frame(stage).sealed) == (None, False)


def test_the_next_seat_comes_only_after_the_targets_were_sealed(stage: Stage, clock: Clock) -> None:
    show(stage, TOUCH)
    stage.press(4)
    show(stage, HAND_OVER)
    assert stage.wall == Wall(TOUCH)
    clock.wait(tokens.TARGET_PRESSED_MS + tokens.TARGET_BLANK_MS)
    stage.tick()
    assert stage.wall == Wall(HAND_OVER)
    assert not frame(stage).sealed


def test_blank_does_not_wait_for_a_pressed_target(stage: Stage) -> None:
    show(stage, TOUCH)
    stage.press(4)
    show(stage, BlankScene())
    assert stage.wall == Wall(BlankScene())
    assert not stage.pressing


def test_a_tap_that_was_not_kept_brings_the_targets_back_with_a_sentence(stage: Stage) -> None:
    show(stage, TOUCH)
    stage.press(4)
    stage.say("Please tap again")
    assert (frame(stage).pressed, frame(stage).sealed) == (None, False)
    assert frame(stage).notice == "Please tap again"
    stage.press(4)
    assert frame(stage).notice == ""


def test_a_sentence_does_not_follow_into_another_scene(stage: Stage) -> None:
    show(stage, TOUCH)
    stage.say("Please tap again")
    show(stage, CLOSED)
    assert frame(stage).notice == ""


def test_an_error_is_told_once_a_wall(stage: Stage) -> None:
    told: list[Exception] = []
    stage.failed.connect(told.append)
    error = ValueError("no such colour")
    stage.fail(error)
    stage.fail(error)
    assert told == [error]
    show(stage, TOUCH)
    stage.fail(error)
    assert told == [error, error]


def test_another_look_asks_for_paint(stage: Stage) -> None:
    changes = Changes(stage)
    stage.look = tokens.DARK
    assert changes.count == 1
    assert frame(stage).look is tokens.DARK
