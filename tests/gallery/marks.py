"""Marks: which of the shapes that are drawn say something, and in which colour they are told by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from exports.look.tokens import Look
from tests.gallery.checking import Mark
from tests.gallery.recording import DrawnShape

_LEAST = 3.0  # pixels: what is smaller is a dot of a dash
_KEYLINE = 3.0  # pixels within which a keyline runs around its fill


def telling(shapes: Sequence[DrawnShape], look: Look, owner: str = "") -> list[Mark]:
    """The marks among the shapes: grounds, washes and separators say nothing by themselves.

    A fill that does not stand out alone, as the orange of the light look, is told by its keyline
    where it has one around it.
    """
    colours, keys = _telling(look), _keys(look)
    marks = []
    for shape in shapes:
        colour = shape.edge or shape.fill
        if colour is None or shape.opacity * colour.alphaF() < 1 or colour.name() not in colours:
            continue
        if max(shape.box.width(), shape.box.height()) < _LEAST:
            continue
        key = keys.get(colour.name())
        if key is not None and _has_line(shape.box, key, shapes):
            continue  # the line is a mark itself
        marks.append(Mark(shape.box, colour, owner))
    return [mark for mark in marks if not _under_its_like(mark, marks)]


def _under_its_like(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether a larger mark of the same colour lies over it, as today's mark over its questions."""
    return any(
        other is not mark
        and other.colour == mark.colour
        and _area(other.box) > _area(mark.box) < 2 * _area(other.box & mark.box)
        for other in marks
    )


def _area(box: QRectF) -> float:
    return box.width() * box.height()


def _has_line(box: QRectF, key: str, shapes: Sequence[DrawnShape]) -> bool:
    near = box.adjusted(-_KEYLINE, -_KEYLINE, _KEYLINE, _KEYLINE)
    lines = (each for each in shapes if key in _names(each))
    return any(near.contains(line.box) and line.box.contains(box.center()) for line in lines)


def _names(shape: DrawnShape) -> set[str]:
    return {colour.name() for colour in (shape.edge, shape.fill) if colour is not None}


def _keys(look: Look) -> dict[str, str]:
    """The keyline of each fill that differs from it."""
    pairs = ((QColor(each.fill).name(), QColor(each.key).name()) for each in look.themes.values())
    return {fill: key for fill, key in pairs if fill != key}


def _telling(look: Look) -> set[str]:
    palette = look.palette
    neutral = {palette.ink, palette.ink2, palette.ink3, palette.edge, palette.ghost}
    of_themes = {name for each in look.themes.values() for name in (each.fill, each.key, each.ink)}
    return {QColor(name).name() for name in neutral | of_themes}
