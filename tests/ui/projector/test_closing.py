"""The close on the wall: nothing counted before it is shown, words in order, three facts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from exports.look import tokens
from tests.ui.projector import room_samples
from tests.ui.projector.seeing import Seen, colour_at, painted, runs
from ui.projector.scenes import closing, parts
from workshop.scenes import ClosingScene

SCENE = room_samples.CLOSING
LOOKS = [tokens.LIGHT, tokens.DARK]
WIDTH, HEIGHT = 794.0, 500.0


def stacks(image: QImage, scene: ClosingScene, look: tokens.Look) -> list[int]:
    """How many bricks or bars stand over each answer; beside the words, where there are some."""
    width = closing.CHART_WIDTH if scene.words_heading else parts.SPAN
    pitch = width / len(scene.labels)
    bottom = next(
        y
        for y in range(tokens.PROJECTOR_HEIGHT)
        if all(colour_at(image, parts.LEFT + x, y) == look.palette.ink for x in range(2, 800, 6))
    )
    lefts = (parts.LEFT + (place + 0.5 - 0.2) * pitch for place in range(len(scene.labels)))
    return [runs(image, left, bottom - 330, bottom, look.palette.ink2) for left in lefts]


@pytest.mark.parametrize("look", LOOKS)
def test_a_hand_is_a_brick_in_no_sessions_colour(look: tokens.Look) -> None:
    scene = replace(SCENE, counts=(0, 1, 4, 9, 6))
    assert stacks(painted(scene, look), scene, look) == [0, 1, 4, 9, 6]


def test_above_40_hands_they_are_bars() -> None:
    scene = replace(SCENE, counts=(2, 11, 24, 15, 8))
    assert stacks(painted(scene), scene, tokens.LIGHT) == [1, 1, 1, 1, 1]


def test_until_it_is_shown_there_is_the_question_with_its_labels_alone(seen: Seen) -> None:
    image = seen.paint(replace(SCENE, counts=None, words=(), words_heading="", facts=(), votes=""))
    numbers = [str(step) for step in range(1, 6)]
    expected = [SCENE.heading, SCENE.question, *numbers, *SCENE.labels]
    assert sorted(seen.said()) == sorted(expected)
    sizes = {block.text: block.role.size for block, _ in seen.texts}
    assert all(sizes[label] >= 32 for label in SCENE.labels)
    assert {sizes[number] for number in numbers} == {88}
    assert not image.isNull()


def test_shown_counts_stand_over_their_answers(seen: Seen) -> None:
    seen.paint(replace(SCENE, counts=(0, 10, 24, 15, 8)))
    for count, label in zip(("0", "10", "24", "15"), SCENE.labels, strict=False):
        above, below = seen.where(count), seen.where(label)
        assert above.center().x() == pytest.approx(below.center().x(), abs=2)
        assert above.bottom() < below.top()


@pytest.mark.parametrize(
    ("counts", "median", "between"),
    [
        ((0, 1, 4, 12, 6), [4], None),
        ((0, 4, 8, 8, 4), [], (3, 4)),
        ((0, 0, 0, 0, 0), [], None),
        ((3, 0, 0, 0, 0), [1], None),
        ((2, 0, 0, 0, 2), [3], None),
    ],
)
def test_the_middle_answer_is_marked(
    counts: tuple[int, ...], median: list[int], between: tuple[int, int] | None
) -> None:
    chart = closing.chart(SCENE.labels, counts)
    assert [column.step for column in chart.columns if column.is_median] == median
    assert chart.median_between == between
    assert [column.count for column in chart.columns] == list(counts)


def test_words_stand_in_order_of_arrival(seen: Seen) -> None:
    seen.paint(SCENE)
    places = [seen.where(word) for word in SCENE.words]
    assert places == sorted(places, key=lambda place: (round(place.bottom()), place.left()))
    assert all(place.left() >= closing.WORDS_LEFT - 1 for place in places)
    assert {block.role.size for block, _ in seen.texts if block.text in SCENE.words} == {46}


def test_all_of_sixty_words_of_an_ordinary_room_are_seen() -> None:
    words = tuple(room_samples.WORDS_SAID * 5)
    lines = closing.flow(words, WIDTH, HEIGHT)
    assert [block.text for line in lines for block in line] == list(words)


def test_words_that_do_not_fit_give_way_to_newer_ones() -> None:
    words = tuple(f"word number {n}" for n in range(90))
    lines = closing.flow(words, WIDTH, HEIGHT)
    shown = [block.text for line in lines for block in line]
    assert len(lines) == HEIGHT // tokens.PROJECTOR.closing_word[-1].leading
    assert 0 < len(shown) < 90
    assert shown == list(words[-len(shown) :])


@given(
    words=st.lists(st.text("abcdefgh אבג", min_size=1, max_size=40), max_size=80),
    height=st.integers(60, 500),
)
def test_words_stay_in_their_place_and_in_order(words: list[str], height: int) -> None:
    lines = closing.flow(tuple(words), WIDTH, height)
    shown = [block for line in lines for block in line]
    kept = words[len(words) - len(shown) :]
    assert all(block.elided or block.text == word for block, word in zip(shown, kept, strict=True))
    assert bool(shown) is bool(words)
    assert sum(line[0].role.leading for line in lines) <= height
    for line in lines:
        gaps = closing.WORD_GAP * line[0].role.size * (len(line) - 1)
        assert sum(block.width for block in line) + gaps <= WIDTH + 1
    if len(shown) < len(words):
        assert shown[0].role == tokens.PROJECTOR.closing_word[-1]


def test_three_facts_stand_side_by_side_below_a_rule(seen: Seen) -> None:
    image = seen.paint(SCENE)
    heads = [seen.where(name) for name, _ in SCENE.facts]
    texts = [seen.where(text) for _, text in SCENE.facts]
    assert len({round(head.top()) for head in heads}) == 1
    for head, text in zip(heads, texts, strict=True):
        assert head.left() == pytest.approx(text.left(), abs=1)
        assert head.bottom() < text.top()
    rule = round(heads[0].top())
    rows = {colour_at(image, 1700, y) for y in range(rule - 60, rule)}
    assert tokens.LIGHT.palette.ink in rows


def test_a_long_question_stays_whole_and_off_the_chart(seen: Seen) -> None:
    text = "Was today worth the time of everyone who came, and of all those who covered for us?"
    seen.paint(replace(SCENE, question=text))
    assert seen.where(text).bottom() < seen.where("12").top()
