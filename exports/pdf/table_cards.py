"""Table cards as a PDF: a card for each team, two a page, to be cut and set up on the tables."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from exports.look import tokens
from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, LEFT, band, baseline
from exports.pdf.layout import Bookmark, Element, Page, Rule
from exports.pdf.layout import Words as WordsElement
from exports.pdf.painter import HEIGHT, WIDTH, About, pdf
from exports.pdf.plan_words import plain_line
from exports.pdf.typesetter import Line, Style, Typesetter
from exports.writing import Written, write_whole
from workshop.snapshot import Snapshot, SnapshotTeam
from workshop.words import Words

_INK: Final = tokens.LIGHT.palette.ink
_INK2: Final = tokens.LIGHT.palette.ink2
_HALF: Final = HEIGHT / 2
_SIZES: Final = (72.0, 60.0, 48.0, 38.0, 30.0)
_LINES: Final = 2
_QUIET: Final = Style(tokens.PDF.lead._replace(size=13.0, leading=18.0), _INK2)
_NAMES: Final = Style(tokens.PDF.lead._replace(size=13.0, leading=19.0), _INK)
_MOST_NAME_LINES: Final = 4
_EDGE: Final = 40.0


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the cards to `path`, whole or not at all: the same bytes for the same snapshot.

    Letters that no font has are printed as boxes and returned. Raises WorkshopError where the
    file cannot be written.
    """
    typesetter = Typesetter(words.language)
    pages: list[Page] = []
    for number, team in enumerate(snapshot.teams):
        if number % 2 == 0:
            pages.append(Page())
            if snapshot.workshop.rehearsal:
                pages[-1].elements += band(words, typesetter)
            pages[-1].elements.append(_cut())
        top = _HALF * (number % 2)
        mark = Bookmark(LEFT, top, plain_line(team.name), 0)
        pages[-1].elements += [mark, *_card(team, number + 1, snapshot, typesetter, words, top)]
    if not pages:
        none = typesetter.wrap(words.say("This workshop has no teams yet."), _QUIET, ACROSS)
        pages.append(Page(list(_stacked(none, tokens.PDF_MARGIN_TOP))))
    title = plain_line(snapshot.workshop.title)
    about = About(
        title=words.say("Table cards: {title}", title=title),
        author=plain_line(snapshot.workshop.organisation),
        subject=plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(pages, about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing))


def _card(
    team: SnapshotTeam,
    number: int,
    snapshot: Snapshot,
    typesetter: Typesetter,
    words: Words,
    top: float,
) -> Iterator[Element]:
    """One half of a page: the table's number, the team's name large, who sits there."""
    table = typesetter.line(words.say("Table {n}", n=number), _QUIET)
    yield _at(LEFT, top + _EDGE, table)
    title = isolated(snapshot.workshop.title.strip())
    named = typesetter.shorten(title, _QUIET, ACROSS - table.width - 24.0)
    yield _at(LEFT + ACROSS - named.width, top + _EDGE, named)
    name = _name(team.name, typesetter)
    high = sum(line.style.type.leading for line in name)
    people = _people(team, typesetter, words)
    below = sum(line.style.type.leading for line in people)
    y = top + (_HALF - high - below) / 2
    yield from _stacked(name, y)
    yield from _stacked(people, y + high + 12.0)


def _name(name: str, typesetter: Typesetter) -> list[Line]:
    """The name in the largest size that needs at most two lines."""
    lines: list[Line] = []
    for size in _SIZES:
        kind = tokens.PDF.cover_title._replace(size=size, leading=size * 1.1)
        lines = typesetter.balance(name, Style(kind, _INK), ACROSS)
        if len(lines) <= _LINES:
            return lines
    return lines[:_LINES]


def _people(team: SnapshotTeam, typesetter: Typesetter, words: Words) -> list[Line]:
    if not team.names:
        return [typesetter.line(words.count("{n} seat", "{n} seats", team.seats), _QUIET)]
    names = ", ".join(isolated(name) for name in team.names)
    lines = typesetter.wrap(names, _NAMES, ACROSS)
    if len(lines) > _MOST_NAME_LINES:
        rest = " ".join(line.text for line in lines[_MOST_NAME_LINES - 1 :])
        lines[_MOST_NAME_LINES - 1 :] = [typesetter.shorten(rest, _NAMES, ACROSS)]
    return lines


def _stacked(lines: list[Line], y: float) -> Iterator[Element]:
    """Lines one below the other, each in the middle of the page's width."""
    for line in lines:
        yield _at((WIDTH - line.width) / 2, y, line)
        y += line.style.type.leading


def _cut() -> Element:
    return Rule(0.0, _HALF, WIDTH, tokens.PDF_HAIRLINE, tokens.LIGHT.palette.edge)


def _at(x: float, top: float, line: Line) -> WordsElement:
    return WordsElement(x, top + baseline(line.style.type), line)
