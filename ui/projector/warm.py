"""Warm: does ahead, while nobody waits, what the first reveal would spend most of its time on.

Only what is known before any vote: the letters and figures of the reveal's type, the language's
way of writing numbers, and the question with its scale. Nothing of a vote is read here.
"""

from __future__ import annotations

import string
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter, QPixmap

from exports.look import tokens
from exports.look.tokens import Type
from ui.painters.text import line
from ui.projector.scenes import reveal
from ui.projector.stage import Stage
from workshop.scenes import QuestionScene
from workshop.words import Words

PAUSE_MS: Final = 40
"""Between two pieces, so that a key pressed meanwhile waits for one piece at most."""
AFTER_MS: Final = 400
"""After a scene came: its own movements come first."""
COUNTS: Final = 25
"""Counts above bars up to this number are laid out ahead."""
_FIGURES: Final = string.digits + ".,−½"
_LETTERS: Final = string.ascii_letters + ",.:;!?–“”’"


class Warm(QObject):
    """Does its pieces one by one: once the wall is first shown, and for each question posed."""

    def __init__(self, stage: Stage, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._words = words
        self._begun = False
        self._over = False
        self._pieces: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)
        stage.scene_changed.connect(self._on_scene)

    @property
    def done(self) -> bool:
        """Whether nothing is left to do now."""
        return not self._pieces

    def begin(self) -> None:
        """Do what every reveal needs; once is enough."""
        if self._begun:
            return
        self._begun = True
        self._add(lambda: self._words.number(0.5))
        for letters in (_FIGURES, _LETTERS):
            for role in reveal.TYPE:
                self._add(partial(_draw, role, letters))
        self._add(_lay_out_counts)

    def stop(self) -> None:
        """Do no more: the wall is gone."""
        self._over = True
        self._timer.stop()
        self._pieces.clear()

    def _on_scene(self) -> None:
        scene = self._stage.wall.scene
        if isinstance(scene, QuestionScene):
            for piece in reveal.ahead(scene):
                self._add(piece)

    def _add(self, piece: Callable[[], object]) -> None:
        if self._over:
            return
        self._pieces.append(piece)
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def _next(self) -> None:
        self._pieces.pop(0)()
        if self._pieces:
            self._timer.start(PAUSE_MS)


def _draw(role: Type, letters: str) -> None:
    """Let Qt fetch these letters once."""
    block = line(letters, role)
    picture = QPixmap(max(1, round(block.width)), max(1, round(block.height)))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    block.paint(painter, 0, 0, tokens.LIGHT.palette.ink)
    painter.end()


def _lay_out_counts() -> None:
    for count in range(COUNTS):
        line(str(count), tokens.DISTRIBUTION_WALL.bar_count)
