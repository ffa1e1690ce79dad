"""Every scene paints in both looks, whatever it holds: no text cut or over another, no warning."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from exports.look import tokens
from exports.look.tokens import Look
from tests.ui.projector import samples
from ui.painters.text import Align, Block
from ui.projector.canvas import Canvas
from ui.projector.frame import Frame
from ui.projector.stage import Picture
from workshop.scenes import Scene, Wall

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
MAY_BE_ELIDED = {"Recovery when it goes wrong!"}  # the topic, beside a long session and place
ACTIONS = "extreme: read-back"  # the one scene that may shorten a text, of an action


def painted(
    scene: Scene, look: Look = tokens.LIGHT, band: str = "", frame: Frame | None = None
) -> QImage:
    image = QImage(tokens.PROJECTOR_WIDTH, tokens.PROJECTOR_HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    picture = Picture(Wall(scene, band), frame or Frame(look, samples.NOW))
    Canvas().paint(painter, QRectF(image.rect()), picture)
    painter.end()
    return image


class Seen:
    """The texts that were painted, and where their letters are."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[tuple[Block, QRectF]] = []
        paint = Block.paint

        def noted(
            block: Block,
            painter: QPainter,
            x: float,
            y: float,
            colour: str,
            align: Align = Align.START,
        ) -> None:
            if block.text.strip():
                self.texts.append((block, self._letters(block, painter, x, y, align)))
            paint(block, painter, x, y, colour, align)

        monkeypatch.setattr(Block, "paint", noted)

    def paint(self, scene: Scene) -> None:
        """Paint this scene, and look at nothing that another test left to be painted."""
        self.texts.clear()
        painted(scene)

    @staticmethod
    def _letters(block: Block, painter: QPainter, x: float, y: float, align: Align) -> QRectF:
        free = block.box - block.width
        ends = (align is Align.END) is not block.right_to_left
        left = x + (free / 2 if align is Align.CENTRE else free if ends else 0)
        first = y + block.baseline - 0.72 * block.role.size
        last = y + block.baseline + (block.lines - 1) * block.role.leading
        return painter.worldTransform().mapRect(QRectF(left, first, block.width, last - first))


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", samples.ALL)
def test_every_scene_paints_without_a_warning(name: str, look: str) -> None:
    assert not painted(samples.ALL[name], LOOKS[look]).isNull()


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_is_cut_or_leaves_the_wall(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    for block, letters in seen.texts:
        assert (
            name == ACTIONS
            or not block.elided
            or block.text.rstrip("…") in MAY_BE_ELIDED
            or any(whole.startswith(block.text.rstrip("…")) for whole in MAY_BE_ELIDED)
        ), block.text
        assert letters.left() >= tokens.SPACE[7], (block.text, letters)
        assert letters.right() <= tokens.PROJECTOR_WIDTH - tokens.SPACE[7], (block.text, letters)
        assert letters.top() >= 0, (block.text, letters)
        assert letters.bottom() <= tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT, (
            block.text,
            letters,
        )


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_stands_on_another(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    for (one, a), (other, b) in combinations(seen.texts, 2):
        shared = a.intersected(b)
        assert shared.width() <= 1 or shared.height() <= 1, (one.text, other.text, a, b)


@pytest.mark.parametrize("name", samples.ALL)
def test_no_text_is_smaller_than_the_back_rows_can_bear(name: str, seen: Seen) -> None:
    seen.paint(samples.ALL[name])
    assert all(block.role.size >= tokens.PROJECTOR_SMALLEST for block, _ in seen.texts)
