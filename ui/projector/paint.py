"""Paint: which painter belongs to which scene, and the band that marks a rehearsal."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.text import Align, lay_out
from ui.projector.frame import Frame
from ui.projector.scenes import (
    agreed,
    break_time,
    check_card,
    checklist,
    closing,
    collected,
    differ,
    finished,
    group_work,
    hand_over,
    heat_map,
    lobby,
    opening,
    parts,
    practice_reveal,
    profile,
    profile_again,
    question,
    radar,
    read_back,
    reveal,
    review,
    session,
    teams_apart,
    together,
    touch,
)
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.scenes import (
    AgreedScene,
    BlankScene,
    BreakScene,
    CheckCardScene,
    ClosingScene,
    DifferScene,
    FinishedScene,
    GroupWorkScene,
    HandOverScene,
    LobbyScene,
    OpeningScene,
    PracticeRevealScene,
    ProfileScene,
    QuestionScene,
    ReadBackScene,
    RevealScene,
    ReviewScene,
    Scene,
    SessionScene,
    TouchScene,
    Wall,
)
from workshop.together_scenes import ChecklistScene, CollectedScene, TeamsApartScene, TogetherScene

BAND_HEIGHT = 44

QuestionScenes = (
    QuestionScene | HandOverScene | TouchScene | RevealScene | AgreedScene | DifferScene
)

DayScenes = (
    CheckCardScene
    | LobbyScene
    | OpeningScene
    | PracticeRevealScene
    | SessionScene
    | ReadBackScene
    | ReviewScene
    | FinishedScene
)
BetweenScenes = (
    GroupWorkScene | BreakScene | ProfileScene | RadarScene | HeatMapScene | ClosingScene
)
TogetherScenes = TogetherScene | ChecklistScene | CollectedScene | TeamsApartScene


def still_parts(wall: Wall) -> Wall:
    """`wall` without all that `paint_moving` paints: walls alike in this share a still picture."""
    match wall.scene:
        case QuestionScene() as scene:
            return replace(wall, scene=replace(scene, votes=None, timer=None, notice=""))
        case GroupWorkScene() | BreakScene() as scene:
            return replace(wall, scene=replace(scene, timer=None))
    return wall


def paint_still(painter: QPainter, wall: Wall, look: Look) -> None:
    """Paint what stays the same from frame to frame, on paper, in the space of 1920 x 1080."""
    _paint_scene(painter, wall.scene, look)
    if wall.band and not isinstance(wall.scene, BlankScene):
        _paint_band(painter, wall.band, look)


def paint_moving(painter: QPainter, wall: Wall, frame: Frame) -> None:
    """Paint what moves over the still picture."""
    match wall.scene:
        case QuestionScene() as scene:
            question.moving(painter, scene, frame)
        case RevealScene() as scene:
            reveal.moving(painter, scene, frame)
        case TouchScene() as scene:
            touch.moving(painter, scene, frame)
        case HandOverScene() as scene:
            hand_over.moving(painter, scene, frame)
        case GroupWorkScene() as scene:
            group_work.moving(painter, scene, frame)
        case BreakScene() as scene:
            break_time.moving(painter, scene, frame)
        case _:
            pass


def _paint_scene(painter: QPainter, scene: Scene, look: Look) -> None:
    if isinstance(scene, DayScenes):
        _paint_day(painter, scene, look)
    elif isinstance(scene, BetweenScenes):
        _paint_between(painter, scene, look)
    elif isinstance(scene, TogetherScenes):
        _paint_together(painter, scene, look)
    elif not isinstance(scene, BlankScene):
        _paint_question_scene(painter, scene, look)


def _paint_day(painter: QPainter, scene: DayScenes, look: Look) -> None:
    match scene:
        case CheckCardScene():
            check_card.still(painter, scene, look)
        case LobbyScene():
            lobby.still(painter, scene, look)
        case OpeningScene():
            opening.still(painter, scene, look)
        case PracticeRevealScene():
            practice_reveal.still(painter, scene, look)
        case SessionScene():
            session.still(painter, scene, look)
        case ReadBackScene():
            read_back.still(painter, scene, look)
        case ReviewScene():
            review.still(painter, scene, look)
        case FinishedScene():
            finished.still(painter, scene, look)


def _paint_between(painter: QPainter, scene: BetweenScenes, look: Look) -> None:
    match scene:
        case GroupWorkScene():
            group_work.still(painter, scene, look)
        case BreakScene():
            break_time.still(painter, scene, look)
        case ProfileScene() if scene.then:
            profile_again.still(painter, scene, look)
        case ProfileScene():
            profile.still(painter, scene, look)
        case RadarScene():
            radar.still(painter, scene, look)
        case HeatMapScene():
            heat_map.still(painter, scene, look)
        case ClosingScene():
            closing.still(painter, scene, look)


def _paint_together(painter: QPainter, scene: TogetherScenes, look: Look) -> None:
    match scene:
        case TogetherScene():
            together.still(painter, scene, look)
        case ChecklistScene():
            checklist.still(painter, scene, look)
        case CollectedScene():
            collected.still(painter, scene, look)
        case TeamsApartScene():
            teams_apart.still(painter, scene, look)


def _paint_question_scene(painter: QPainter, scene: QuestionScenes, look: Look) -> None:
    match scene:
        case QuestionScene():
            question.still(painter, scene, look)
        case HandOverScene():
            hand_over.still(painter, scene, look)
        case TouchScene():
            touch.still(painter, scene, look)
        case RevealScene():
            reveal.still(painter, scene, look)
        case AgreedScene():
            agreed.still(painter, scene, look)
        case DifferScene():
            differ.still(painter, scene, look)


def _paint_band(painter: QPainter, text: str, look: Look) -> None:
    palette = look.palette
    band = QRectF(0, 0, tokens.PROJECTOR_WIDTH, BAND_HEIGHT)
    painter.fillRect(band, QColor(palette.ink))
    block = lay_out(text, tokens.PROJECTOR.caption_strong, parts.SPAN, max_lines=1)
    top = (BAND_HEIGHT - block.height) / 2
    block.paint(painter, parts.LEFT, top, palette.paper, Align.CENTRE)
