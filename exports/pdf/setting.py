"""Setting: texts in columns of lines, as every paper of a workshop has them."""

from __future__ import annotations

from collections.abc import Iterable

from exports.pdf.furniture import baseline
from exports.pdf.layout import Atom, Element
from exports.pdf.layout import Words as WordsElement
from exports.pdf.typesetter import Line, Style, Typesetter


def wrapped(
    typesetter: Typesetter, text: str, style: Style, x: float, width: float
) -> tuple[Atom, ...]:
    """`text` in lines of at most `width`, their left ends at `x`."""
    return atoms(typesetter.wrap(text, style, width), x)


def balanced(
    typesetter: Typesetter, text: str, style: Style, x: float, width: float
) -> tuple[Atom, ...]:
    """As `wrapped`, at the narrowest width that needs no more lines."""
    return atoms(typesetter.balance(text, style, width), x)


def atoms(lines: Iterable[Line], x: float) -> tuple[Atom, ...]:
    """Each line in a height of its leading, its left end at `x`."""
    out = []
    for line in lines:
        element: Element = WordsElement(x, baseline(line.style.type), line)
        out.append(Atom(line.style.type.leading, (element,)))
    return tuple(out)
