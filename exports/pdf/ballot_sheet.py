"""The ballot sheet as a PDF: one session a page, to be filled in by hand and typed in later."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exports.look import tokens
from exports.pdf.ballot_blocks import TALLEST_ROW, BallotBlocks, Piece, Row, separator
from exports.pdf.furniture import LEFT, STRIP, band, foot
from exports.pdf.layout import Bookmark, Box, Element, Page
from exports.pdf.painter import HEIGHT, WIDTH, About, pdf
from exports.pdf.plan_words import plain_line
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, write_whole
from workshop.kinds import Voter
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

_BOTTOM: Final = HEIGHT - 57.0
_LEAST_ROOM: Final = (_BOTTOM - tokens.PDF_MARGIN_TOP) / 3  # for questions below the head
_HALVINGS: Final = 40  # of a height: far below what a printer can show


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write a sheet for each session to `path`, whole or not at all.

    The same bytes for the same snapshot. Sessions that are left out, and questions that are
    skipped, have no place on it. Letters that no font has are printed as boxes and returned.
    Raises WorkshopError where the file cannot be written.
    """
    typesetter = Typesetter(words.language)
    blocks = BallotBlocks(typesetter, words)
    pages: list[Page] = []
    for session in snapshot.sessions:
        questions = [each for each in enumerate(session.questions, 1) if not each[1].skipped]
        if questions and not session.left_out:
            pages += _Sheet(snapshot, session, blocks).pages(questions)
    if not pages:
        empty = blocks.nothing()
        pages.append(Page(list(empty.at(tokens.PDF_MARGIN_TOP))))
    for page in pages:
        if snapshot.workshop.rehearsal:
            page.elements[:0] = band(words, typesetter)
        page.elements += foot(_aside(snapshot, words), snapshot, words, typesetter)
    title = plain_line(snapshot.workshop.title)
    about = About(
        title=words.say("Ballot sheets: {title}", title=title),
        author=plain_line(snapshot.workshop.organisation),
        subject=plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(pages, about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing))


def _aside(snapshot: Snapshot, words: Words) -> str:
    if snapshot.workshop.voter is Voter.TEAM:
        return words.say("Ballot, one for each team")
    return words.say("Ballot, one for each person")


class _Sheet:
    """One session: which questions stand on which page, under a head that repeats."""

    def __init__(self, snapshot: Snapshot, session: SnapshotSession, blocks: BallotBlocks) -> None:
        self._snapshot = snapshot
        self._session = session
        self._blocks = blocks
        self._last_words = blocks.last_words()
        # The head is as high on every page: only the page number beside it differs.
        self._top = tokens.PDF_MARGIN_TOP + self._head_of(1, 1).height

    def pages(self, questions: Sequence[tuple[int, SnapshotQuestion]]) -> list[Page]:
        """The pages of the session; at the foot of the last one stands what to do with it."""
        room = max(_LEAST_ROOM, _BOTTOM - self._top - self._last_words.height)
        made = []
        for number, question in questions:
            scale = self._scale_of((question.scale_labels, question.dont_know))
            made.append(self._blocks.row(number, question, room - scale.height))
        parts = self._parted(made, room)
        pages = []
        for number, rows in enumerate(parts, 1):
            page = self._page(rows, room, number, len(parts))
            if number == 1:
                top = tokens.PDF_MARGIN_TOP
                page.elements.append(Bookmark(LEFT, top, plain_line(self._session.title), 0))
            pages.append(page)
        return pages

    def _parted(self, rows: Sequence[Row], room: float) -> list[list[Row]]:
        """The rows page by page, as many on each as fit at their least heights."""
        parts: list[list[Row]] = [[]]
        for row in rows:
            if parts[-1] and self._height([*parts[-1], row]) > room:
                parts.append([])
            parts[-1].append(row)
        return parts

    def _height(self, rows: Sequence[Row]) -> float:
        return self._heads(rows) + sum(row.least for row in rows)

    def _heads(self, rows: Sequence[Row]) -> float:
        """What the labels of the scales take: once for rows in turn that share one."""
        shown = [
            row for row, before in zip(rows, [None, *rows], strict=False) if _other(row, before)
        ]
        return sum(self._scale_of(row.scale).height for row in shown)

    def _page(self, rows: Sequence[Row], room: float, number: int, of: int) -> Page:
        head = self._head_of(number, of)
        fill = tokens.LIGHT.themes[self._session.theme].fill
        out: list[Element] = [Box(0.0, 0.0, WIDTH, STRIP, fill=fill)]
        out += head.at(tokens.PDF_MARGIN_TOP)
        even = _even([row.least for row in rows], room - self._heads(rows))
        y = self._top
        before: Row | None = None
        for place, row in enumerate(rows):
            if _other(row, before):
                scale = self._scale_of(row.scale)
                out += scale.at(y)
                y += scale.height
            height = max(row.least, even)
            out += Piece(height, row.place(height)).at(y)
            y += height
            out.append(separator(y, last=place + 1 == len(rows)))
            before = row
        if number == of:
            out += self._last_words.at(y)
        return Page(out)

    def _head_of(self, number: int, of: int) -> Piece:
        say = self._blocks.words.say
        aside = say("Ballot sheet")
        if of > 1:
            aside = say("Ballot sheet, page {n} of {m}", n=number, m=of)
        return self._blocks.head(self._snapshot, self._session, aside)

    def _scale_of(self, scale: tuple[tuple[str, ...], bool]) -> Piece:
        labels, dont_know = scale
        return self._blocks.scale(labels, dont_know=dont_know)


def _other(row: Row, before: Row | None) -> bool:
    """Whether a row is asked on another scale than the one before it."""
    return before is None or row.scale != before.scale


def _even(least: Sequence[float], room: float) -> float:
    """The height that rows share, up to TALLEST_ROW, so that all of them fit into `room`."""
    low, high = 0.0, TALLEST_ROW
    if sum(max(each, high) for each in least) <= room:
        return high
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = sum(max(each, middle) for each in least) <= room
        low, high = (middle, high) if fits else (low, middle)
    return low
