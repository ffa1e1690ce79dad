"""What the first reveal needs is done ahead, in pieces, and out of what is known before a vote."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from exports.look import tokens
from tests.ui.projector import samples
from tests.ui.projector.conftest import Clock
from ui.painters.text import lay_out
from ui.projector.stage import Stage
from ui.projector.window import ProjectorWindow
from workshop.scenes import QuestionScene, RevealScene, Wall


def test_the_questions_place_in_its_reveal_is_laid_out_before_the_reveal(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    window = ProjectorWindow(stage, samples.WORDS, clock)
    qtbot.addWidget(window)
    question, reveal = samples.ORDINARY["question"], samples.ORDINARY["reveal"]
    assert isinstance(question, QuestionScene)
    assert isinstance(reveal, RevealScene)
    stage.show(Wall(replace(question, text="How soon do we answer a letter?")))
    qtbot.waitUntil(lambda: window.warm.done)
    before = lay_out.cache_info().misses
    lay_out("How soon do we answer a letter?", tokens.PROJECTOR.question_above[0], 1728)
    assert lay_out.cache_info().misses == before


def test_the_room_sees_a_scene_before_anything_else_is_done(
    stage: Stage, clock: Clock, qtbot: QtBot
) -> None:
    window = ProjectorWindow(stage, samples.WORDS, clock)
    qtbot.addWidget(window)
    window.resize(480, 270)
    with qtbot.waitExposed(window):
        window.show()
    told = PaintTold()
    window.installEventFilter(told)
    stage.show(Wall(samples.ORDINARY["reveal"]))
    assert told.painted


class PaintTold(QObject):
    """Remembers that the widget it filters was asked to paint itself."""

    painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() is QEvent.Type.Paint
        return False
