"""The page of all results: bars in one unit, picks to be told apart, and nothing cut or covered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from exports.look import tokens
from exports.look.tokens import Look
from frameworks.theme import Theme
from tests.ui.projector import samples
from tests.ui.projector.seeing import Seen, painted
from tests.workshop.together_facts import PEOPLE, facts, item, of_votes
from ui.painters.text import Block
from ui.projector.scenes import parts, together
from workshop.kinds import Sorting
from workshop.question_facts import EarlierFacts
from workshop.tally import Distribution
from workshop.together_scenes import TogetherScene
from workshop.together_staging import together_scene
from workshop.words import Words

LOOKS = {"light": tokens.LIGHT, "dark": tokens.DARK}
WORDS = Words()
N28 = "Recovery when it goes wrong!"
SEVEN = tuple(f"Step {n}" for n in range(1, 8))
EXTREME = (
    (N28, samples.LONG_QUESTION, (0, 0, 3, 40, 140, 10, 7), 0),
    ("Unknown to all of us so far.", "All don't know", (0,) * 7, 200),
    (samples.RIGHT_TO_LEFT, samples.RIGHT_TO_LEFT, (60, 0, 0, 0, 0, 0, 60), 80),
    ("IT", "", (1, 0, 0, 0, 0, 0, 2), 0),
    ("Nobody", "Kurz.", (0,) * 7, 0),
    ("Hiring", "One vote apart", (0, 0, 0, 200, 0, 0, 0), 0),
    (samples.ARABIC, samples.LONG_QUESTION, (100, 1, 1, 1, 1, 1, 95), 0),
    ("Room to act", "As many as can be", (9, 9, 9, 9, 9, 9, 9), 9),
)


def page(
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...],
    *,
    labels: tuple[str, ...] | None = None,
    theme: Theme = Theme.PEOPLE,
    picked: tuple[str, ...] = (),
    number: int = 0,
) -> TogetherScene:
    given = of_votes(rows, labels=labels, picked=picked, sorting=Sorting.PACK)
    scene = together_scene(facts(together=given), item(theme), number, WORDS)
    assert isinstance(scene, TogetherScene)
    return scene


def again(
    rows: tuple[tuple[str, str, tuple[int, ...], int], ...], labels: tuple[str, ...] | None = None
) -> TogetherScene:
    """The same page in a repeat: last time every question had half a step more than nothing."""
    given = of_votes(rows, labels=labels, sorting=Sorting.PACK)
    steps = len(given.questions[0].labels)
    counts = (*((0,) * (steps - 2)), 3, 3)
    before = EarlierFacts(Distribution(counts), None, differed=False, reworded=False)
    questions = tuple(replace(each, earlier=before) for each in given.questions)
    whole = replace(given, questions=questions)
    scene = together_scene(facts(together=whole), item(), 0, WORDS)
    assert isinstance(scene, TogetherScene)
    return scene


def bar_heights(image: QImage, row: int, count: int, steps: int, height: float) -> list[int]:
    """How many pixels of each step's bar have the session's fill, in the middle of the bar."""
    fill = QColor(tokens.LIGHT.themes[Theme.PEOPLE].fill).rgb()
    pitch = together.BARS_WIDTH / steps
    top = round(together.ROWS_TOP + row * height)
    rows = range(top, top + round(height))
    return [
        sum(image.pixel(round(together.BARS_LEFT + (n + 0.5) * pitch), y) == fill for y in rows)
        for n in range(count)
    ]


def test_every_bar_of_every_row_is_as_high_as_its_votes() -> None:
    scene = page(tuple(PEOPLE[:5]))
    image = painted(scene)
    unit = (together.BARS_HEIGHT - 3) / scene.unit_max
    for row, (_, _, counts, _) in enumerate(PEOPLE[:5]):
        heights = bar_heights(image, row, 5, 5, together.ROW)
        for height, votes in zip(heights, counts, strict=True):
            assert height == pytest.approx(votes * unit, abs=4)


def test_one_vote_among_two_hundred_is_still_seen() -> None:
    scene = page((("One", "", (1, 0, 0, 199, 0), 0),))
    image = painted(scene)
    key = QColor(tokens.LIGHT.themes[Theme.PEOPLE].key).rgb()
    x = round(together.BARS_LEFT + together.BARS_WIDTH / 10)
    bottom = range(together.ROWS_TOP, together.ROWS_TOP + together.ROW)
    assert any(image.pixel(x, y) == key for y in bottom)


def test_a_picked_question_shows_its_place_and_the_others_an_empty_ring(seen: Seen) -> None:
    scene = page(tuple(PEOPLE[:5]), picked=("Speaking up", "Training"))
    seen.paint(scene)
    at_right = [block.text for block, box in seen.texts if box.left() > together.AGREEMENT_RIGHT]
    assert [text for text in at_right if text.isdigit()] == ["1", "2"]
    image, x = painted(scene), parts.RIGHT - together.PICK / 2
    ink, paper = (QColor(c).rgb() for c in (tokens.LIGHT.palette.ink, tokens.LIGHT.palette.paper))
    inside = [
        image.pixel(round(x - 18), round(together.ROWS_TOP + (row + 0.5) * together.ROW))
        for row in range(5)
    ]
    assert inside == [paper, ink, paper, ink, paper]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Seen:
    return Seen(monkeypatch)


SCENES = {
    "nine, first page": page(tuple(PEOPLE), picked=("Workload",)),
    "nine, second page": page(tuple(PEOPLE), number=1),
    "eight": page(tuple(PEOPLE[:8])),
    "six": page(tuple(PEOPLE[:6])),
    "one": page(tuple(PEOPLE[:1])),
    "extreme eight": page(EXTREME, labels=SEVEN, picked=(N28, "IT")),
    "extreme five": page(EXTREME[:5], labels=SEVEN),
    "two steps": page((("Yes", "Or no?", (0, 3), 1),), labels=("No", "Yes")),
    "ten steps": page(
        (("Ten", "", (0, 1, 2, 3, 4, 5, 6, 7, 8, 9), 1),), labels=tuple("abcdefghij")
    ),
    "a repeat": again(tuple(PEOPLE[:5])),
    "a repeat of eight": again(tuple(PEOPLE[:8])),
    "an extreme repeat": again(EXTREME, SEVEN),
    "borderline": page((("Edge", "At the edge", (0, 0, 4, 3, 0, 0, 14), 1),), labels=SEVEN),
}


@pytest.mark.parametrize("rows", [5, 8])
def test_in_a_repeat_the_earlier_median_stands_below_each_median(seen: Seen, rows: int) -> None:
    seen.paint(again(tuple(PEOPLE[:rows])))
    before = [box for block, box in seen.texts if block.text == "was 4.5"]
    assert len(before) == rows
    for box in before:
        assert box.center().x() == pytest.approx(together.MEDIAN_CENTRE, abs=2)
        assert box.left() > together.BARS_LEFT + together.BARS_WIDTH
        assert box.right() < together.WORD_LEFT
    seen.paint(page(tuple(PEOPLE[:rows])))
    assert not [block for block, _ in seen.texts if "was " in block.text]


def overlapping(texts: list[tuple[Block, QRectF]]) -> list[tuple[str, str]]:
    found = []
    for (one, a), (other, b) in combinations(texts, 2):
        shared = a.intersected(b)
        if shared.width() > 1 and shared.height() > 1:
            found.append((one.text, other.text))
    return found


@pytest.mark.parametrize("name", SCENES)
def test_no_text_stands_on_another_or_leaves_the_wall(name: str, seen: Seen) -> None:
    seen.paint(SCENES[name])
    assert overlapping(seen.texts) == []
    for block, letters in seen.texts:
        assert letters.left() >= parts.LEFT - 1, block.text
        assert letters.right() <= parts.RIGHT + 1, block.text
        assert letters.bottom() <= tokens.PROJECTOR_HEIGHT - tokens.FUSE_HEIGHT, block.text
        assert block.role.size >= tokens.PROJECTOR_SMALLEST


@pytest.mark.parametrize("name", SCENES)
def test_only_the_full_text_of_a_question_may_be_shortened(name: str, seen: Seen) -> None:
    seen.paint(SCENES[name])
    cut = {block.role for block, _ in seen.texts if block.elided}
    assert cut <= {tokens.PROJECTOR.together_text}


def test_a_name_of_another_script_stands_in_the_column_of_names(seen: Seen) -> None:
    seen.paint(SCENES["extreme eight"])
    (name,) = [box for block, box in seen.texts if block.text == samples.RIGHT_TO_LEFT]
    assert name.left() == pytest.approx(parts.LEFT, abs=2)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_both_looks_show_the_sessions_colour(look: Look) -> None:
    for theme in Theme:
        image = painted(page(tuple(PEOPLE[:5]), theme=theme), look)
        y = round(together.ROWS_TOP + together.ROW / 2 + together.BARS_HEIGHT / 2 - 8)
        x = round(together.BARS_LEFT + together.BARS_WIDTH * 0.7)
        assert image.pixel(x, y) == QColor(look.themes[theme].fill).rgb()


def test_borderline_stands_behind_a_short_word_and_below_a_long_one(seen: Seen) -> None:
    split = page((("A", "", (6, 3, 2, 8, 4), 1),))
    row = split.rows[0]
    long = replace(split, rows=(replace(row, word="Close to agreement", detail="24 votes"),))
    for scene, beside in ((split, True), (long, False)):
        seen.paint(scene)
        boxes = {block.text: box for block, box in seen.texts}
        word, note = boxes[scene.rows[0].word], boxes["borderline"]
        assert (note.top() < word.bottom()) is beside
        assert overlapping(seen.texts) == []
