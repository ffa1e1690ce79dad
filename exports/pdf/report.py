"""The report as a PDF: what the day came to, session by session, and how its numbers were made."""

from __future__ import annotations

from pathlib import Path

from exports.pdf import plan_words, report_words
from exports.pdf.action_plan import add_plan
from exports.pdf.painter import About, pdf
from exports.pdf.plan_blocks import PlanBlocks
from exports.pdf.report_blocks import ReportBlocks
from exports.pdf.report_book import Book
from exports.pdf.report_cover import add_cover
from exports.pdf.report_method import MethodPages
from exports.pdf.report_owners import OwnerSheets
from exports.pdf.report_photos import PhotoPages
from exports.pdf.report_rounds import RoundPages
from exports.pdf.report_sessions import SessionPages
from exports.pdf.report_summary import Summary
from exports.pdf.report_talk import TalkPages
from exports.pdf.report_teams import TeamPages
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, write_whole
from workshop.charting import day_charts
from workshop.snapshot import Snapshot
from workshop.words import Words


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the report to `path`, whole or not at all: the same bytes for the same snapshot.

    Private notes, and what is marked as not for the report, are not in it, whatever the snapshot
    holds. Letters that no font has are printed as boxes and returned, and so is a sentence for
    each photo that cannot be printed. Raises WorkshopError where the file cannot be written.
    """
    typesetter = Typesetter(words.language)
    book = Book(snapshot, words, typesetter)
    _fill(book, ReportBlocks(typesetter, words))
    about = About(
        title=words.say("Report: {title}", title=plan_words.plain_line(snapshot.workshop.title)),
        author=plan_words.plain_line(snapshot.workshop.organisation),
        subject=plan_words.plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(book.bound(), about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing), tuple(book.left_out))


def _fill(book: Book, blocks: ReportBlocks) -> None:
    snapshot, words = book.snapshot, book.words
    charts = day_charts(snapshot, words)
    questions = {q.id: q for session in snapshot.sessions for q in session.questions}
    actions = report_words.actions_by_question(snapshot)
    add_cover(book, blocks, charts)
    Summary(book, blocks, charts).add()
    pages = SessionPages(book, blocks, questions, actions)
    for chart in charts.sessions:
        pages.add(chart)
    RoundPages(book, blocks).add()
    TeamPages(book, blocks).add(charts.heat_map)
    TalkPages(book, blocks).add()
    PhotoPages(book, blocks).add()
    MethodPages(book, blocks).add()
    plan = book.flow()
    add_plan(plan, PlanBlocks(blocks.typesetter, words), snapshot, words)
    book.add(plan)
    OwnerSheets(book, blocks).add()
