"""The run sheet as a PDF: for the facilitator only; the day on one page, then a page a session."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exports.day_times import TimedItem, from_to, timed
from exports.look import tokens
from exports.pdf.furniture import LEFT, STRIP, band, foot, strip
from exports.pdf.layout import Bookmark, Box, Flow, Page
from exports.pdf.painter import HEIGHT, WIDTH, About, pdf
from exports.pdf.paper_blocks import BOTTOM
from exports.pdf.plan_words import plain_line
from exports.pdf.run_sheet_blocks import NOTES_LEAST, RunSheetBlocks
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, write_whole
from frameworks.theme import Theme
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

_TOP: Final = tokens.PDF_MARGIN_TOP


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the run sheet to `path`, whole or not at all: the same bytes for the same snapshot.

    What is left out of the day is not on it. Letters that no font has are printed as boxes and
    returned. Raises WorkshopError where the file cannot be written.
    """
    typesetter = Typesetter(words.language)
    blocks = RunSheetBlocks(typesetter, words, snapshot)
    flow = Flow(_TOP, HEIGHT - BOTTOM)
    themes: list[Theme | None] = []
    _add_day(flow, blocks, snapshot, words)
    themes += [None] * len(flow.pages)
    sessions = {session.id: session for session in snapshot.sessions}
    shown = [each for each in timed(snapshot) if each.item.id in sessions]
    for number, each in enumerate(shown, 1):
        session = sessions[each.item.id]
        flow.turn()
        _add_session(flow, blocks, session, each, (number, len(shown)))
        themes += [session.theme] * (len(flow.pages) - len(themes))
    _furnish(flow.pages, themes, snapshot, words, typesetter)
    title = plain_line(snapshot.workshop.title)
    about = About(
        title=words.say("Run sheet: {title}", title=title),
        author=plain_line(snapshot.workshop.organisation),
        subject=plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(flow.pages, about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing))


def _add_day(flow: Flow, blocks: RunSheetBlocks, snapshot: Snapshot, words: Words) -> None:
    """The whole day: every agenda item with its times, and what it needs."""
    for block in blocks.day_head(from_to(snapshot, words)):
        flow.add(block)
    rows = [blocks.day_row(each) for each in timed(snapshot)]
    flow.add_table(blocks.day_table_head(), rows, blocks.goes_on)


def _add_session(
    flow: Flow,
    blocks: RunSheetBlocks,
    session: SnapshotSession,
    when: TimedItem,
    place: tuple[int, int],
) -> None:
    """One session: its head, its steps, its questions, the prompts by shape, lines for notes."""
    flow.pages[-1].elements.append(Bookmark(LEFT, _TOP, plain_line(session.title), 0))
    for block in blocks.session_head(session, when, place):
        flow.add(block)
    asked = [question for question in session.questions if not question.skipped]
    rows = [
        blocks.question_row(question, begins, minutes)
        for question, begins, minutes in _shares(asked, when)
    ]
    flow.add_table(blocks.question_table_head(), rows, blocks.goes_on)
    flow.add(blocks.if_the_votes_are())
    if flow.room >= NOTES_LEAST:
        flow.add(blocks.notes(flow.room))


def _shares(
    questions: Sequence[SnapshotQuestion], when: TimedItem
) -> list[tuple[SnapshotQuestion, int, int]]:
    """Each question with when it begins and its minutes; together they are the session's."""
    made = []
    for place, question in enumerate(questions):
        begins = round(place * when.item.minutes / len(questions))
        ends = round((place + 1) * when.item.minutes / len(questions))
        made.append((question, when.begins + begins, ends - begins))
    return made


def _furnish(
    pages: list[Page],
    themes: Sequence[Theme | None],
    snapshot: Snapshot,
    words: Words,
    typesetter: Typesetter,
) -> None:
    """The strip in the colour of the page's session, the band of a rehearsal, the foot."""
    for number, (page, theme) in enumerate(zip(pages, themes, strict=True), 1):
        if theme is None:
            page.elements[:0] = strip(snapshot)
        else:
            fill = tokens.LIGHT.themes[theme].fill
            page.elements[:0] = [Box(0.0, 0.0, WIDTH, STRIP, fill=fill)]
        if snapshot.workshop.rehearsal:
            page.elements[:0] = band(words, typesetter)
        said = words.say("Page {n} of {m}", n=number, m=len(pages))
        page.elements += foot(said, snapshot, words, typesetter)
