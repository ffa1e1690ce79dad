"""Furniture of every page: the colour strip, the foot, the band that marks a rehearsal."""

from __future__ import annotations

from typing import Final

from exports.look import tokens
from exports.pdf.layout import Box, Page, Rule
from exports.pdf.layout import Words as WordsElement
from exports.pdf.painter import HEIGHT, WIDTH
from exports.pdf.plan_words import workshop_line
from exports.pdf.typesetter import Style, Typesetter
from frameworks.theme import Theme
from workshop.snapshot import Snapshot
from workshop.words import Words

STRIP: Final = 8.0
STRIP_GAP: Final = 3.0
BAND: Final = 18.0
FOOT_LINE: Final = 45.0  # from the lower edge to the hairline
FOOT_GAP: Final = 24.0  # between the workshop and the page number
LEFT: Final = tokens.PDF_MARGIN_X
ACROSS: Final = WIDTH - 2 * LEFT
CAPTION: Final = Style(tokens.PDF.caption, tokens.LIGHT.palette.ink3)


def furnish(pages: list[Page], snapshot: Snapshot, words: Words, typesetter: Typesetter) -> None:
    """Add to each page what every page bears; call it once all pages are there."""
    for number, page in enumerate(pages, 1):
        page.elements[:0] = strip(snapshot)
        if snapshot.workshop.rehearsal:
            page.elements[:0] = band(words, typesetter)
        said = words.say("Page {n} of {m}", n=number, m=len(pages))
        page.elements += foot(said, snapshot, words, typesetter)


def baseline(kind: tokens.Type) -> float:
    """How far below the top of its line the baseline of a type role lies."""
    return kind.leading / 2 + kind.size * 0.364  # half of Inter's capitals below the middle


def strip(snapshot: Snapshot) -> list[Box]:
    """A colour for each theme of the day, side by side along the upper edge."""
    themes = list(dict.fromkeys(session.theme for session in snapshot.sessions)) or list(Theme)
    width = (WIDTH - STRIP_GAP * (len(themes) - 1)) / len(themes)
    return [
        Box(i * (width + STRIP_GAP), 0.0, width, STRIP, fill=tokens.LIGHT.themes[theme].fill)
        for i, theme in enumerate(themes)
    ]


def band(words: Words, typesetter: Typesetter) -> list[Box | WordsElement]:
    """The band of a rehearsal, below the strip."""
    style = Style(tokens.PDF.caption._replace(weight=tokens.SEMIBOLD), tokens.PDF_PAPER)
    said = typesetter.shorten(words.say("Rehearsal: nothing here is real"), style, ACROSS)
    top = (BAND - style.type.leading) / 2
    return [
        Box(0.0, STRIP, WIDTH, BAND, fill=tokens.LIGHT.palette.ink),
        WordsElement(LEFT, STRIP + top + baseline(style.type), said),
    ]


def foot(
    aside: str, snapshot: Snapshot, words: Words, typesetter: Typesetter
) -> list[Rule | WordsElement]:
    """The foot: the workshop at the left, `aside` at the right."""
    page = typesetter.line(aside, CAPTION)
    room = ACROSS - page.width - FOOT_GAP
    named = typesetter.shorten(workshop_line(snapshot, words), CAPTION, room)
    y = HEIGHT - FOOT_LINE
    base = y + 6.7 + baseline(CAPTION.type)
    return [
        Rule(LEFT, y, ACROSS, tokens.PDF_HAIRLINE, tokens.LIGHT.palette.hairline),
        WordsElement(LEFT, base, named),
        WordsElement(LEFT + ACROSS - page.width, base, page),
    ]
