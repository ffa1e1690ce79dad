"""Lays out and paints text with a set line height, balanced, cached, for wall and console."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QPointF, QTextBoundaryFinder
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from exports.look import tokens
from exports.look.tokens import Type

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_UNLIMITED = 1e6  # a width that no text reaches
_LINE_BREAK = "\u2028"
_NO_BREAK_SPACE = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_LEAST_REST = 3  # letters that a hyphen leaves for the next line


class Align(Enum):
    """Where lines stand in their box; START is left, or right for right-to-left text."""

    START = auto()
    CENTRE = auto()
    END = auto()


class Block:
    """A text laid out: paint it as often as you like.

    `width` is that of its longest line, `height` its lines times the leading, `box` the width it
    was given, `lines` the number of lines, `elided` whether some of it had to go.
    """

    def __init__(self, text: str, role: Type, box: float, width: float, elided: bool) -> None:
        self.text = text
        self.role = role
        self.box = box
        self.elided = elided
        self.right_to_left = reads_right_to_left(text)
        self._layout = QTextLayout(text, font(role))
        self._layout.setCacheEnabled(True)
        self._lines = _break_lines(self._layout, width, QTextOption.WrapMode.WordWrap)
        self.lines = len(self._lines)
        self.width = max((line.naturalTextWidth() for line in self._lines), default=0.0)
        self.height = self.lines * role.leading
        metrics = _metrics(role)
        rise = (role.leading - metrics.ascent() - metrics.descent()) / 2
        self.baseline = rise + metrics.ascent()

    def paint(
        self,
        painter: QPainter,
        x: float,
        y: float,
        colour: str,
        align: Align = Align.START,
    ) -> None:
        """Paint with the top left corner of its box at (x, y)."""
        _take_up(painter, colour)
        for number, line in enumerate(self._lines):
            left = x + self._indent(line, align) - line.x()
            # A fallback font's line is taller; all lines keep the role's own baseline.
            top = y + number * self.role.leading + self.baseline - line.ascent() - line.y()
            line.draw(painter, QPointF(left, top))

    def paint_at(
        self,
        painter: QPainter,
        x: float,
        baseline: float,
        colour: str,
        align: Align = Align.START,
    ) -> None:
        """Paint with the first baseline at `baseline`, and the text beginning, centred or ending
        at `x`: what a chart's labels need.
        """
        if align is Align.CENTRE:
            x -= self.box / 2
        elif (align is Align.END) is not self.right_to_left:
            x -= self.box
        self.paint(painter, x, baseline - self.baseline, colour, align)

    def line_texts(self) -> tuple[str, ...]:
        """What each line says, for tests and for screen readers."""
        raw = self.text.encode("utf-16-le")
        return tuple(
            _part(raw, line.textStart(), line.textStart() + line.textLength()).strip()
            for line in self._lines
        )

    def _indent(self, line: QTextLine, align: Align) -> float:
        free = self.box - line.naturalTextWidth()
        if align is Align.CENTRE:
            return free / 2
        return free if (align is Align.END) is not self.right_to_left else 0.0


@lru_cache(maxsize=256)
def font(role: Type) -> QFont:
    """The Qt font of a type role, with the families that cover what Inter does not."""
    qt_font = QFont()
    qt_font.setFamilies([role.family, *tokens.FALLBACKS])
    qt_font.setPixelSize(max(1, round(role.size)))
    qt_font.setWeight(QFont.Weight(role.weight))
    # Hinted glyphs would move when the wall's picture is scaled to the screen.
    qt_font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return qt_font


@lru_cache(maxsize=2048)
def lay_out(
    text: str,
    role: Type,
    width: float,
    *,
    max_lines: int | None = None,
    elide: Qt.TextElideMode | None = None,
    balanced: bool = True,
) -> Block:
    """Break `text` into lines of at most `width`.

    Balanced text takes the fewest lines, then the narrowest width that keeps that number, and
    ends on no single word where that is avoidable. Beyond `max_lines` the rest is elided, at its
    end unless `elide` says otherwise.
    """
    text = _breakable(text.replace("\n", _LINE_BREAK), role, width)
    count = _count(text, role, width)
    if max_lines is not None and count > max_lines:
        return Block(_elided(text, role, width, max_lines, elide), role, width, width, True)
    if not balanced or count < 2 or _LINE_BREAK in text:
        return Block(text, role, width, width, False)
    return _balance(text, role, width, count)


def line(text: str, role: Type) -> Block:
    """`text` on one line of its own width, however long."""
    block = lay_out(text, role, _UNLIMITED, balanced=False)
    return lay_out(text, role, block.width + 1, max_lines=1, balanced=False)


def advance(text: str, role: Type) -> float:
    """The width of `text` on one line."""
    return lay_out(text, role, _UNLIMITED, balanced=False).width


def taller_by(text: str, role: Type) -> int:
    """By how many pixels fallback fonts make a line of `text` taller than the role's own font."""
    layout, lines = _lines(text.replace("\n", " "), role, _UNLIMITED)
    tallest = max((line.height() for line in lines), default=0.0)
    del layout
    return max(0, round(tallest) - round(_metrics(role).height()))


def fit(
    text: str, roles: Iterable[Type], box_width: float, box_height: float, *, cut: bool = False
) -> Block:
    """`text` in the first of `roles` whose balanced block fits the box, else in the last.

    In the last it may be taller than the box: a question is never cut. With `cut`, as for what
    someone typed without end, the lines that do not fit give way to an ellipsis.
    """
    block: Block | None = None
    for role in roles:
        block = lay_out(text, role, box_width)
        if block.height <= box_height and block.width <= box_width:
            return block
    if block is None:
        raise ValueError("no type role to fit the text in")
    if cut and block.height > box_height:
        lines = max(1, int(box_height // block.role.leading))
        return lay_out(text, block.role, box_width, max_lines=lines)
    return block


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction belongs to a right-to-left script."""
    for letter in text:
        if letter.isascii() and letter.isalpha():
            return False
        import unicodedata  # not needed for most texts, nor for any of the first screen

        direction = unicodedata.bidirectional(letter)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


@lru_cache(maxsize=256)
def _metrics(role: Type) -> QFontMetricsF:
    # The first family alone decides the baseline: with the fallbacks it would depend on them.
    return QFontMetricsF(font(role))


def _take_up(painter: QPainter, colour: str) -> None:
    """Write in `colour` from now on; a pen that has it already is left alone.

    A widget's painter begins with its palette's. To set a pen, PySide makes all enums of `Qt`,
    which the first screen need not wait for.
    """
    ink = QColor(colour)
    if painter.pen().color() != ink:
        painter.setPen(ink)


def _break_lines(layout: QTextLayout, width: float, mode: QTextOption.WrapMode) -> list[QTextLine]:
    option = QTextOption()  # at the left, in the direction of its letters
    option.setWrapMode(mode)
    layout.setTextOption(option)
    lines: list[QTextLine] = []
    layout.beginLayout()
    while (new := layout.createLine()).isValid():
        new.setLineWidth(width)
        lines.append(new)
    layout.endLayout()
    return lines


def _lines(text: str, role: Type, width: float) -> tuple[QTextLayout, list[QTextLine]]:
    """The layout is handed back with its lines, which die with it."""
    layout = QTextLayout(text, font(role))
    return layout, _break_lines(layout, width, QTextOption.WrapMode.WordWrap)


def _count(text: str, role: Type, width: float) -> int:
    layout, lines = _lines(text, role, width)
    count = len(lines)
    del layout
    return count


def _balance(text: str, role: Type, width: float, count: int) -> Block:
    kept = _without_single_last_word(text, role, width, count)
    low, high = max(_longest_part(kept, role), width / (count + 1)), width
    while high - low > 1:
        middle = (low + high) / 2
        if _count(kept, role, middle) > count:
            low = middle
        else:
            high = middle
    return Block(kept, role, width, high, False)


def _without_single_last_word(text: str, role: Type, width: float, count: int) -> str:
    """Tie the last two words together where that costs no further line."""
    words = text.rsplit(" ", 2)
    if len(words) < 3:
        return text
    tied = f"{words[0]} {words[1]}{_NO_BREAK_SPACE}{words[2]}"
    fits = advance(tied[len(words[0]) + 1 :], role) <= width
    return tied if fits and _count(tied, role, width) == count else text


def _elided(
    text: str, role: Type, width: float, max_lines: int, mode: Qt.TextElideMode | None
) -> str:
    layout, lines = _lines(text, role, width)
    raw = text.encode("utf-16-le")
    last = lines[max_lines - 1].textStart()
    kept = _part(raw, 0, last).rstrip(f" {_LINE_BREAK}")
    rest = _part(raw, last, len(raw) // 2).replace(_LINE_BREAK, " ")
    del layout
    mode = QtCore.Qt.TextElideMode.ElideRight if mode is None else mode
    short = QFontMetricsF(font(role)).elidedText(rest, mode, width - 1)
    return f"{kept}{_LINE_BREAK}{short}" if kept else short


def _part(raw: bytes, start: int, end: int) -> str:
    """Qt counts UTF-16 units; Python counts letters."""
    return raw[2 * start : 2 * end].decode("utf-16-le")


def _parts(text: str, kind: QTextBoundaryFinder.BoundaryType) -> list[str]:
    """The pieces of `text` between its boundaries of that kind."""
    raw = text.encode("utf-16-le")
    finder = QTextBoundaryFinder(kind, text)
    parts: list[str] = []
    start = 0
    while (end := finder.toNextBoundary()) != -1:
        parts.append(_part(raw, start, end))
        start = end
    return parts


def _longest_part(text: str, role: Type) -> float:
    metrics = QFontMetricsF(font(role))
    parts = _parts(text, QTextBoundaryFinder.BoundaryType.Line)
    return max((metrics.horizontalAdvance(part.rstrip()) for part in parts), default=0.0)


def _breakable(text: str, role: Type, width: float) -> str:
    """Give words that are wider than the column places to hyphenate; leave all others alone."""
    metrics = QFontMetricsF(font(role))
    if metrics.horizontalAdvance(text) <= width:
        return text
    parts = _parts(text, QTextBoundaryFinder.BoundaryType.Line)
    return "".join(
        part
        if metrics.horizontalAdvance(part.rstrip()) <= width
        else _hyphenated(part, metrics, width)
        for part in parts
    )


def _hyphenated(word: str, metrics: QFontMetricsF, width: float) -> str:
    chunks: list[list[str]] = [[]]
    for letter in _parts(word, QTextBoundaryFinder.BoundaryType.Grapheme):
        full = metrics.horizontalAdvance("".join([*chunks[-1], letter, "-"])) > width
        if full and chunks[-1]:
            chunks.append([])
        chunks[-1].append(letter)
    last = chunks[-1]
    if len(chunks) > 1 and len(last) < _LEAST_REST < len(chunks[-2]):
        moved = chunks[-2][len(last) - _LEAST_REST :]
        del chunks[-2][len(last) - _LEAST_REST :]
        chunks[-1] = moved + last
    return _SOFT_HYPHEN.join("".join(chunk) for chunk in chunks)
