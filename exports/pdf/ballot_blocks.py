"""Blocks of the ballot sheet: its head, the circles of a question, and the labels above them.

Lengths are points. Every block says how high it is and gives its elements once it has a place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from exports.look import tokens
from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, LEFT, baseline
from exports.pdf.layout import Box, Element, Mark, Rule
from exports.pdf.layout import Words as WordsElement
from exports.pdf.typesetter import Line, Style, Typesetter
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

_INK: Final = tokens.LIGHT.palette.ink
_INK2: Final = tokens.LIGHT.palette.ink2
_INK3: Final = tokens.LIGHT.palette.ink3
_EDGE: Final = tokens.LIGHT.palette.edge
_HAIR: Final = tokens.LIGHT.palette.hairline

_PLAIN: Final = Style(tokens.PDF.lead._replace(size=10.5, leading=15.0), _INK2)
_TITLE: Final = Style(tokens.PDF.session_title, _INK)
_LEAD: Final = Style(tokens.PDF.lead, _INK)
_MY_TEAM: Final = Style(tokens.PDF.body_strong, _INK)
_TEAM: Final = Style(tokens.PDF.body, _INK)
_LABEL: Final = Style(tokens.PDF.caption._replace(leading=10.0), _INK2)
_SHORT: Final = Style(tokens.PDF.caption, _INK2)
_ASKED: Final = (
    Style(tokens.PDF.question, _INK),
    Style(tokens.PDF.body_strong, _INK),
    Style(tokens.PDF.table_head._replace(weight=tokens.SEMIBOLD), _INK),
)
_NUMBER: Final = Style(tokens.PDF.section_title, _INK)

CIRCLE: Final = 30.0
_LINE: Final = 1.2  # of circles and boxes
_LEAST_PITCH, _WIDEST_PITCH = 37.0, 60.0  # from circle to circle
_LAST_CIRCLE: Final = 462.5  # right edge of the last circle beside a question
_DONT_KNOW: Final = 515.5  # middle of the box for "don't know"
_DONT_KNOW_WIDTH: Final = 60.0
_PITCH_OF_FIVE: Final = 40.25
_BESIDE: Final = 6  # with more steps the circles stand below the question
_MANY: Final = 8  # from here on labels stand only at the ends and in the middle
_TEXT_GAP: Final = 22.0
_TEAM_BOX: Final = 16.5
_TEAM_ROW: Final = 25.0
_TEAM_GAP: Final = 19.0
_TEAM_ROWS: Final = 8  # of boxes at most: of more teams each writes its own name
_TITLE_MARK: Final = 24.0
_ROW_PADDING: Final = 12.0
_BETWEEN: Final = 9.0  # from a question down to its circles
TALLEST_ROW: Final = 84.4


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the page: how high it is, and its elements from the top that it is given."""

    height: float
    elements: tuple[Element, ...]

    def at(self, top: float) -> Iterator[Element]:
        """The elements where they stand on the page."""
        return (replace(each, y=each.y + top) for each in self.elements)


@dataclass(frozen=True, slots=True)
class Row:
    """A question with its circles; `least` is as high as it must be, `scale` what it is asked on.

    `place` gives its elements for a height, from its own top.
    """

    least: float
    scale: tuple[tuple[str, ...], bool]
    place: Callable[[float], tuple[Element, ...]]


@dataclass(frozen=True, slots=True)
class BallotBlocks:
    """Sets the parts of ballot sheets with one typesetter, in the language of `words`."""

    typesetter: Typesetter
    words: Words

    def head(self, snapshot: Snapshot, session: SnapshotSession, aside: str) -> Piece:
        """Organisation and title, the session's name, how to vote, and the boxes of the teams."""
        named = [snapshot.workshop.organisation, snapshot.workshop.title]
        line = ", ".join(isolated(each.strip()) for each in named if each.strip())
        right = self.typesetter.line(aside, _PLAIN)
        left = self.typesetter.shorten(line, _PLAIN, ACROSS - right.width - 24.0)
        out: list[Element] = [_at(LEFT, 0.0, left), _at(LEFT + ACROSS - right.width, 0.0, right)]
        y = _PLAIN.type.leading + 7.5
        indent = _TITLE_MARK + 6.0
        out.append(_mark(session, y))
        for each in self.typesetter.balance(session.title, _TITLE, ACROSS - indent):
            out.append(_at(LEFT + indent, y, each))
            y += _TITLE.type.leading
        y += 5.0
        how = self.words.say(
            "Fill one circle in each row. No name. Cross out to change your mind: "
            "the last mark counts."
        )
        for each in self.typesetter.wrap(how, _LEAD, 440.0):
            out.append(_at(LEFT, y, each))
            y += _LEAD.type.leading
        y += 13.5
        out.append(Rule(LEFT, y, ACROSS, tokens.PDF_RULE, _INK))
        y += 6.0
        if len(snapshot.teams) > 1:
            y = self._my_team(out, y, [team.name for team in snapshot.teams])
        return Piece(y, tuple(out))

    def scale(self, labels: Sequence[str], *, dont_know: bool) -> Piece:
        """The labels above the columns of circles, with the line below them."""
        centres = _centres(len(labels))
        columns = [
            (place, self.typesetter.wrap(label, _LABEL, width))
            for place, label, width in _labelled(labels, centres)
        ]
        lines = [
            [(_start(centres, place, each.width, len(labels)), each) for each in label]
            for place, label in columns
        ]
        if dont_know:
            said = self.typesetter.wrap(self.words.say("Don’t know"), _LABEL, _DONT_KNOW_WIDTH)
            lines.append([(_DONT_KNOW - each.width / 2, each) for each in said])
        if len(labels) <= _BESIDE:
            lines.append([(LEFT, self.typesetter.line(self.words.say("Question"), _LABEL))])
        tallest = max(map(len, lines), default=0)
        out: list[Element] = []
        for column in lines:
            y = 6.0 + (tallest - len(column)) * _LABEL.type.leading
            for x, each in column:
                out.append(_at(x, y, each))
                y += _LABEL.type.leading
        y = 6.0 + tallest * _LABEL.type.leading + 7.5
        out.append(Rule(LEFT, y, ACROSS, tokens.PDF_HAIRLINE, _HAIR))
        return Piece(y, tuple(out))

    def row(self, number: int, question: SnapshotQuestion, room: float) -> Row:
        """A question and its circles; one too long for `room` is set smaller, then shortened."""
        beside = len(question.scale_labels) <= _BESIDE
        centres = _centres(len(question.scale_labels))
        below = 0.0 if beside else CIRCLE + _BETWEEN
        width = centres[0] - CIRCLE / 2 - _TEXT_GAP - LEFT if beside else ACROSS
        most = room - 2 * _ROW_PADDING - below
        lines = self._asked(number, question, width, most)
        high = sum(each.style.type.leading for each in lines)

        def place(height: float) -> tuple[Element, ...]:
            out: list[Element] = []
            y = (height - high - below) / 2
            for each in lines:
                out.append(_at(LEFT, y, each))
                y += each.style.type.leading
            middle = height / 2 if beside else y + _BETWEEN + CIRCLE / 2
            out += self._circles(centres, middle, dont_know=question.dont_know)
            return tuple(out)

        least = max(CIRCLE, high + below) + 2 * _ROW_PADDING
        return Row(least, (question.scale_labels, question.dont_know), place)

    def last_words(self) -> Piece:
        """What to do with the sheet."""
        said = self.words.say(
            "Fold it once and put it in the box. The sheets are counted before anyone sees a "
            "result, and are torn up after the workshop."
        )
        return self._paragraph(said)

    def nothing(self) -> Piece:
        """What stands on a sheet of a workshop without questions."""
        return self._paragraph(self.words.say("This workshop has no question to vote on."))

    def _paragraph(self, text: str) -> Piece:
        out = []
        y = 12.0
        for each in self.typesetter.wrap(text, _PLAIN, ACROSS):
            out.append(_at(LEFT, y, each))
            y += _PLAIN.type.leading
        return Piece(y, tuple(out))

    def _asked(
        self, number: int, question: SnapshotQuestion, width: float, most: float
    ) -> list[Line]:
        name = self.words.say("{n} {short}", n=number, short=isolated(question.short.strip()))
        short = self.typesetter.shorten(name, _SHORT, width)
        lines: list[Line] = []
        for style in _ASKED:
            lines = self.typesetter.balance(question.text, style, width)
            if _SHORT.type.leading + len(lines) * style.type.leading <= most:
                return [short, *lines]
        style = _ASKED[-1]
        fitting = max(1, int((most - _SHORT.type.leading) / style.type.leading))
        rest = " ".join(each.text for each in lines[fitting - 1 :])
        return [short, *lines[: fitting - 1], self.typesetter.shorten(rest, style, width)]

    def _circles(
        self, centres: Sequence[float], middle: float, *, dont_know: bool
    ) -> Iterator[Element]:
        top = middle - CIRCLE / 2
        for step, centre in enumerate(centres, 1):
            x = centre - CIRCLE / 2
            yield Box(x, top, CIRCLE, CIRCLE, edge=_INK, radius=CIRCLE / 2, stroke=_LINE)
            number = self.typesetter.line(self.words.number(step), _NUMBER)
            half = _NUMBER.type.leading / 2
            yield _at(centre - number.width / 2, middle - half, number)
        if dont_know:
            x = _DONT_KNOW - CIRCLE / 2
            yield Box(x, top, CIRCLE, CIRCLE, edge=_EDGE, radius=5.5, stroke=_LINE)

    def _my_team(self, out: list[Element], y: float, names: Sequence[str]) -> float:
        """A box for each team, or a line to write its name on; the height they reach."""
        mine = self.typesetter.line(self.words.say("My team"), _MY_TEAM)
        out.append(_at(LEFT, y + _TEAM_ROW / 2 - _TEAM.type.leading / 2, mine))
        first = LEFT + mine.width + _TEAM_GAP
        boxes: list[Element] = []
        below = self._teams(boxes, first, y, names)
        if below > y + _TEAM_ROWS * _TEAM_ROW:
            width = LEFT + ACROSS - first
            out.append(Rule(first, y + _TEAM_ROW - _LINE, width, tokens.PDF_HAIRLINE, _EDGE))
            return y + _TEAM_ROW + 6.0
        out += boxes
        return below

    def _teams(self, out: list[Element], first: float, y: float, names: Sequence[str]) -> float:
        """Boxes of the teams, in as many rows as they need; the height they reach."""
        middle = _TEAM_ROW / 2 - _TEAM.type.leading / 2
        x = first
        most = LEFT + ACROSS - first - _TEAM_BOX - 6.0
        for name in names:
            said = self.typesetter.shorten(name, _TEAM, most)
            if x > first and x + _TEAM_BOX + 6.0 + said.width > LEFT + ACROSS:
                x, y = first, y + _TEAM_ROW
            top = y + (_TEAM_ROW - _TEAM_BOX) / 2
            out.append(Box(x, top, _TEAM_BOX, _TEAM_BOX, edge=_INK, radius=3.0, stroke=_LINE))
            out.append(_at(x + _TEAM_BOX + 6.0, y + middle, said))
            x += _TEAM_BOX + 6.0 + said.width + _TEAM_GAP
        return y + _TEAM_ROW


def separator(y: float, *, last: bool = False) -> Rule:
    """The line below a row; the last one closes the table."""
    if last:
        return Rule(LEFT, y, ACROSS, tokens.PDF_RULE, _INK)
    return Rule(LEFT, y, ACROSS, tokens.PDF_HAIRLINE, _HAIR)


def _at(x: float, top: float, line: Line) -> WordsElement:
    return WordsElement(x, top + baseline(line.style.type), line)


def _mark(session: SnapshotSession, y: float) -> Mark:
    top = y + (_TITLE.type.leading - _TITLE_MARK) / 2
    return Mark(LEFT - 1.5, top, _TITLE_MARK, session.theme, session.second)


def _centres(steps: int) -> list[float]:
    """The middles of the circles: beside the question, or from the left edge below it."""
    if steps > _BESIDE:
        return [LEFT + CIRCLE / 2 + step * _PITCH_OF_FIVE for step in range(steps)]
    wide = 4 * _PITCH_OF_FIVE / (steps - 1)
    pitch = max(_LEAST_PITCH, min(wide, _WIDEST_PITCH))
    last = _LAST_CIRCLE - CIRCLE / 2
    return [last - (steps - 1 - step) * pitch for step in range(steps)]


def _labelled(labels: Sequence[str], centres: Sequence[float]) -> Iterator[tuple[int, str, float]]:
    """The places that bear a label, and the width it may have."""
    pitch = centres[1] - centres[0]
    if len(labels) < _MANY:
        for place, label in enumerate(labels):
            yield place, label, pitch - 2.0
        return
    for place in (0, (len(labels) - 1) // 2, len(labels) - 1):
        yield place, labels[place], 2.4 * pitch


def _start(centres: Sequence[float], place: int, width: float, steps: int) -> float:
    """Where a label begins: under its circle; at the ends of a long scale, flush with it."""
    if steps >= _MANY and place == 0:
        return centres[0] - CIRCLE / 2
    if steps >= _MANY and place == steps - 1:
        return centres[-1] + CIRCLE / 2 - width
    return centres[place] - width / 2
