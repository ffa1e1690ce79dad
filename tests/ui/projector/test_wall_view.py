"""Wall and miniature paint one stage alike; what fails to paint leaves the last good frame."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.conftest import Clock
from ui.projector.scenes import touch
from ui.projector.stage import Stage
from ui.projector.wall_view import WallView
from workshop.scenes import BlankScene, QuestionScene, Scene, TouchScene, VotesIn, Wall

HD = QSize(1920, 1080)
SMALL = QSize(350, 197)


def view_of(stage: Stage, qtbot: QtBot, size: QSize = HD, *, touchable: bool = False) -> WallView:
    view = WallView(stage, touchable=touchable)
    qtbot.addWidget(view)
    view.resize(size)
    return view


def picture(view: WallView) -> QImage:
    return view.grab().toImage()


def colours(image: QImage, within: QRect | None = None) -> set[str]:
    part = image.copy(within) if within else image
    raw = part.convertToFormat(QImage.Format.Format_RGB32)
    return {
        QColor.fromRgb(raw.pixel(x, y)).name().upper()
        for y in range(raw.height())
        for x in range(raw.width())
    }


@pytest.mark.parametrize("name", samples.ORDINARY)
def test_miniature_and_wall_show_the_same_pixels_at_the_same_size(
    name: str, stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    wall, miniature = view_of(stage, qtbot, touchable=True), view_of(stage, qtbot)
    # The very first drawing of a large letter may differ from later ones in the shade of an edge.
    first = Stage(tokens.LIGHT, clock)
    first.show(Wall(samples.ORDINARY[name]))
    for view in (wall, miniature, view_of(first, qtbot)):
        picture(view)
    stage.show(Wall(samples.ORDINARY[name]))
    for _ in range(2):
        assert picture(wall) == picture(miniature)
        clock.wait(200)


def test_the_miniature_does_not_show_which_target_was_tapped(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    wall, miniature = view_of(stage, qtbot, touchable=True), view_of(stage, qtbot)
    stage.show(Wall(samples.touch()))
    clock.wait(500)
    stage.tick()
    untouched = picture(miniature)
    stage.press(4)
    assert picture(miniature) == untouched
    assert picture(wall) != untouched
    clock.wait(tokens.TARGET_PRESSED_MS)
    assert picture(wall) == picture(miniature)


def test_the_sealed_targets_keep_no_trace_of_the_tap(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    view = view_of(stage, qtbot, touchable=True)
    scene = samples.touch()
    stage.show(Wall(scene))
    pictures = []
    for answer in touch.targets(scene):
        stage.press(answer)
        clock.wait(tokens.TARGET_PRESSED_MS)
        pictures.append(picture(view))
        clock.wait(tokens.TARGET_BLANK_MS)
        stage.tick()
    assert all(one == pictures[0] for one in pictures)


@pytest.mark.parametrize("look", [tokens.LIGHT, tokens.DARK])
def test_a_blank_wall_is_paper_and_nothing_else(
    look: tokens.Look, stage: Stage, qtbot: QtBot
) -> None:
    view = view_of(stage, qtbot, SMALL)
    stage.look = look
    stage.show(Wall(BlankScene(), band="Rehearsal"))
    assert colours(picture(view)) == {look.palette.paper}


def test_another_shape_of_screen_is_letterboxed_in_paper(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot, QSize(1024, 768))
    stage.show(Wall(samples.HAND_OVER))
    image = picture(view)
    assert view.picture_rect().height() == 576
    paper = tokens.LIGHT.palette.paper
    assert colours(image, QRect(0, 0, 1024, 96)) == {paper}
    assert colours(image, QRect(0, 672, 1024, 96)) == {paper}
    assert image.pixelColor(10, 384).name().upper() == tokens.LIGHT.palette.sunken


def test_points_are_known_in_the_design_space(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot, QSize(1024, 768))
    assert view.to_design(QPointF(512, 384)) == QPointF(960, 540)


def test_the_rehearsals_band_stands_on_every_other_scene(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    for scene in samples.ORDINARY.values():
        stage.show(Wall(scene, band="Rehearsal with simulated people. Nothing is kept."))
        if not isinstance(scene, BlankScene):
            ink = QRect(0, 0, 90, 44)
            assert colours(picture(view), ink) == {tokens.LIGHT.palette.ink}


def test_a_wall_that_cannot_be_painted_keeps_the_last_good_frame(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    view = view_of(stage, qtbot)
    stage.show(Wall(samples.ORDINARY["agreed"]))
    clock.wait(500)
    stage.tick()
    good = picture(view)
    told: list[Exception] = []
    stage.failed.connect(told.append)
    stage.show(Wall(broken()))
    assert picture(view) == good
    clock.wait(50)
    assert picture(view) == good
    assert len(told) == 1
    stage.show(Wall(samples.ORDINARY["session"]))
    clock.wait(500)
    stage.tick()
    assert picture(view) != good


def test_a_first_wall_that_cannot_be_painted_leaves_paper(stage: Stage, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot, SMALL)
    stage.show(Wall(broken()))
    assert colours(picture(view)) == {tokens.LIGHT.palette.paper}


def broken() -> Scene:
    """A scene of a kind that passes as one, and that no painter can paint."""
    question = samples.ORDINARY["question"]
    assert isinstance(question, QuestionScene)
    return replace(question, labels=())


def test_a_vote_changes_nothing_but_the_line_of_votes(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    view = view_of(stage, qtbot)
    question = samples.ORDINARY["closed"]
    assert isinstance(question, QuestionScene)
    stage.show(Wall(question))
    clock.wait(500)
    stage.tick()
    before = picture(view)
    stage.show(Wall(replace(question, votes=VotesIn(23, 24, "of 24 votes in"))))
    clock.wait(500)
    after = picture(view)
    assert before != after
    for part in (QRect(0, 0, 1920, 600), QRect(0, 720, 1920, 360)):
        assert before.copy(part) == after.copy(part)


def test_the_hand_over_shows_nothing_of_the_scale(stage: Stage, clock: Clock, qtbot: QtBot) -> None:
    view = view_of(stage, qtbot)
    pictures = []
    stage.show(Wall(samples.HAND_OVER))
    picture(view)  # the first drawing of a large letter may differ in the shade of an edge
    for labels in (samples.LABELS, samples.labels(3), samples.labels(10)):
        other = replace(samples.touch(), labels=labels)
        assert isinstance(other, TouchScene)
        stage.show(Wall(other))
        picture(view)
        clock.wait(500)
        stage.show(Wall(samples.HAND_OVER))
        pictures.append(picture(view))
    assert pictures[0] == pictures[1] == pictures[2]
