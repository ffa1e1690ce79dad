"""The number pad's wall: it says which key is which, takes no tap and shows no choice."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage

from exports.look import tokens
from frameworks.theme import Theme
from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen, painted
from ui.projector.frame import Frame
from ui.projector.scenes import pad, parts, touch
from workshop.scenes import TouchScene

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
INSTRUCTION = "Type on the number pad"


def scene(steps: int = 5, name: str = "Nursing", question: str = samples.QUESTION) -> TouchScene:
    shown = samples.touch(steps, name)
    return replace(shown, pad=True, instruction=INSTRUCTION, question=question)


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


@pytest.mark.parametrize("steps", range(2, 11))
def test_nothing_on_the_wall_can_be_tapped(steps: int) -> None:
    shown = scene(steps)
    assert touch.targets(shown) == {}
    for rect in touch.targets(samples.touch(steps)).values():
        assert touch.answer_at(shown, rect.center()) is None
    assert touch.answer_at(shown, QPointF(parts.LEFT + 20, pad.KEYS_TOP + 20)) is None


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_whichever_key_was_pressed_the_room_sees_the_same(look: tokens.Look) -> None:
    shown = scene()
    frames = [Frame(look, samples.NOW, pressed=answer) for answer in range(6)]
    frames.append(Frame(look, samples.NOW, sealed=True))
    pictures = [painted(shown, look, frame=frame) for frame in frames]
    assert all(picture == pictures[0] for picture in pictures)
    assert pictures[0] != painted(shown, look)


def test_it_says_the_question_the_keys_and_what_to_do(seen: Seen) -> None:
    seen.paint(scene())
    said = [block.text.replace("\u00a0", " ") for block, _ in seen.texts]
    for text in (samples.QUESTION, INSTRUCTION, "Nursing", "Don’t know", *samples.LABELS):
        assert text in said
    assert [text for text in said if text.isdigit()] == ["1", "2", "3", "4", "5", "0"]


def test_without_dont_know_there_is_no_key_for_it(seen: Seen) -> None:
    seen.paint(replace(scene(), dont_know=""))
    assert "0" not in [block.text for block, _ in seen.texts]


@pytest.mark.parametrize("steps", range(2, 11))
def test_keys_and_labels_stand_clear_of_each_other(steps: int, seen: Seen) -> None:
    for name in (samples.LONG_NAME, samples.RIGHT_TO_LEFT):
        seen.paint(scene(steps, name, samples.LONG_QUESTION))
        for (one, a), (other, b) in combinations(seen.texts, 2):
            shared = a.intersected(b)
            assert shared.width() <= 1 or shared.height() <= 1, (one.text, other.text)
        for block, letters in seen.texts:
            assert not block.elided, block.text
            assert letters.right() <= parts.RIGHT + 1, block.text
            assert letters.bottom() <= parts.BOTTOM + 12, block.text


def test_it_is_quieter_than_the_targets() -> None:
    fill = QColor(tokens.LIGHT.themes[Theme.STRATEGY].fill).rgb()

    def filled(image: QImage) -> int:
        return sum(
            image.pixel(x, y) == fill for x in range(96, 1824, 4) for y in range(400, 960, 4)
        )

    assert filled(painted(samples.touch())) > 0
    assert filled(painted(scene())) == 0
