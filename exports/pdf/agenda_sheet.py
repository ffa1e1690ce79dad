"""The agenda as a PDF: what the room gets in the hand: when, what, and what it is for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from exports.day_times import TimedItem, from_to, timed
from exports.look import tokens
from exports.pdf.furniture import ACROSS, LEFT, furnish
from exports.pdf.layout import Block, Flow
from exports.pdf.painter import HEIGHT, About, pdf
from exports.pdf.paper_blocks import (
    BODY,
    BOTTOM,
    LEAD,
    LEAD_QUIET,
    NAME,
    TIME,
    PaperBlocks,
)
from exports.pdf.plan_words import plain_line
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, write_whole
from workshop.kinds import ItemKind
from workshop.snapshot import Snapshot
from workshop.words import Words, mark

_TIME: Final = (LEFT, 56.0)
_WHAT: Final = (LEFT + 64.0, 190.0)
_FOR: Final = (LEFT + 268.0, ACROSS - 268.0)
_SHAPE, _INDENT = 11.0, 17.0
_LEAD_WIDTH: Final = 480.0

# What an agenda item is for, where the facilitator wrote nothing.
MEANT: Final = {
    ItemKind.OPENING: mark("Why we are here, how we work, and a vote to practise."),
    ItemKind.REVIEW: mark("What became of what we agreed on last time."),
    ItemKind.PROFILE: mark("All our answers side by side."),
    ItemKind.ACTION_PLANNING: mark("Who does what, by when."),
    ItemKind.READ_BACK: mark("We hear once more what we agreed on."),
    ItemKind.CLOSE: mark("Was it worth our time, and what comes next."),
}


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the agenda to `path`, whole or not at all: the same bytes for the same snapshot.

    What is left out of the day is not on it. Letters that no font has are printed as boxes and
    returned. Raises WorkshopError where the file cannot be written.
    """
    typesetter = Typesetter(words.language)
    blocks = PaperBlocks(typesetter, words)
    flow = Flow(tokens.PDF_MARGIN_TOP, HEIGHT - BOTTOM)
    for block in _opening(snapshot, blocks):
        flow.add(block)
    say = words.say
    head = blocks.table_head(
        ((say("Time"), *_TIME), (say("What"), *_WHAT), (say("What it is for"), *_FOR))
    )
    flow.add_table(head, [_row(each, blocks) for each in timed(snapshot)], blocks.goes_on)
    furnish(flow.pages, snapshot, words, typesetter)
    title = plain_line(snapshot.workshop.title)
    about = About(
        title=say("Agenda: {title}", title=title),
        author=plain_line(snapshot.workshop.organisation),
        subject=plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(flow.pages, about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing))


def _opening(snapshot: Snapshot, blocks: PaperBlocks) -> list[Block]:
    """Whose day it is, when and where, and why."""
    workshop, words = snapshot.workshop, blocks.words
    day = words.say(
        "{day}, {times}", day=words.day(workshop.held_on, "full"), times=from_to(snapshot, words)
    )
    parts = [
        blocks.paragraph(workshop.organisation, LEAD_QUIET),
        blocks.title(workshop.title.strip() or words.say("Agenda")),
        blocks.paragraph(day, LEAD, above=5.0),
        blocks.paragraph(workshop.place, LEAD),
        blocks.paragraph(workshop.purpose, LEAD, above=12.0, width=_LEAD_WIDTH),
    ]
    if workshop.promise.strip():
        parts.append(blocks.paragraph(workshop.promise, LEAD_QUIET, above=4.0, width=_LEAD_WIDTH))
    return parts


def _row(each: TimedItem, blocks: PaperBlocks) -> Block:
    item = each.item
    x, width = _WHAT
    name = blocks.balanced(item.title, NAME, x + _INDENT, width - _INDENT)
    if item.theme is not None:
        name = (blocks.shape(x, _SHAPE, NAME, item.theme, item.second), *name)
    meant = item.remark.strip() or item.purpose.strip()
    if not meant and item.kind in MEANT:
        meant = blocks.words.say(MEANT[item.kind])
    return blocks.row(
        blocks.wrapped(each.starts, TIME, *_TIME), name, blocks.wrapped(meant, BODY, *_FOR)
    )
