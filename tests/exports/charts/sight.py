"""What can be seen wrong on a drawing: texts on each other, texts over its edge, words missing."""

from __future__ import annotations

from itertools import combinations

from exports.drawing import Drawing, Text

TOUCHING = 0.6  # points by which neighbours may meet: a line's letters rarely fill its box


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of texts that stand on each other."""
    return [
        (one.text, other.text)
        for one, other in combinations(drawing.texts, 2)
        if _meet(one.box, other.box)
    ]


def outside(drawing: Drawing) -> list[str]:
    """Texts that reach over the edge of the page."""
    return [text.text for text in drawing.texts if not _inside(text, drawing)]


def words_of(drawing: Drawing) -> str:
    """Every text, without spaces: where lines are broken is not the question."""
    return joined(" ".join(text.text for text in drawing.texts))


def joined(text: str) -> str:
    """A text without its spaces, and without the hyphens a broken word may have."""
    return "".join(text.split()).replace("-", "")


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    upright = min(one[3], other[3]) - max(one[1], other[1])
    return across > TOUCHING and upright > TOUCHING


def _inside(text: Text, drawing: Drawing) -> bool:
    left, top, right, bottom = text.box
    return (
        left >= -TOUCHING
        and top >= -TOUCHING
        and right <= drawing.width + TOUCHING
        and bottom <= drawing.height + TOUCHING
    )
