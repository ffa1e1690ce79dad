"""The report's cover: what it is of, where the day ended, who was in it."""

from __future__ import annotations

from typing import Final

from exports.look import tokens
from exports.pdf import report_words
from exports.pdf.direction import sentence
from exports.pdf.furniture import ACROSS, LEFT, STRIP_GAP
from exports.pdf.layout import Atom, Block, Box, Element, Flow, Rule
from exports.pdf.painter import HEIGHT, WIDTH
from exports.pdf.paper_blocks import INK, INK2, INK3
from exports.pdf.report_blocks import ReportBlocks, bookmark, stacked
from exports.pdf.report_book import Book
from exports.pdf.report_profile import LEAST_ROW, ROW, ProfileTable
from exports.pdf.setting import atoms
from exports.pdf.typesetter import Line, Style
from frameworks.theme import Theme
from workshop.day_charts import DayCharts
from workshop.snapshot import Snapshot

STRIP: Final = 21.1
TOP: Final = 116.2
TITLE_WIDTH: Final = 470.0
TITLE_LINES: Final = 3
LEADING: Final = 1.073  # of a size of the title
SIZES: Final = (52.0, 44.0, 36.0, 28.0, 22.0)
FACTS_BOTTOM: Final = 72.0  # from the lower edge
FACTS_GAP: Final = 19.2
FACTS_ABOVE: Final = 24.0

PLAIN: Final = tokens.PDF.lead._replace(size=14.9, leading=20.2)
ORGANISATION: Final = Style(PLAIN, INK2)
OF_WHEN: Final = Style(PLAIN._replace(leading=21.1), INK)
HEADING: Final = Style(tokens.PDF.score._replace(size=19.2, leading=23.0), INK)
FACT: Final = Style(tokens.PDF.body._replace(size=10.5, leading=15.8), INK)
FACT_HEAD: Final = Style(tokens.PDF.caption, INK3)


def add_cover(book: Book, blocks: ReportBlocks, charts: DayCharts) -> None:
    """Add the cover; its profile goes on on a further page where it is longer than one."""
    facts, high = _facts(blocks, book.snapshot)
    flow = Flow(TOP, HEIGHT - FACTS_BOTTOM - high - FACTS_ABOVE)
    _title(flow, blocks, book.snapshot)
    _profile(flow, blocks, charts)
    flow.pages[0].elements += facts
    made = blocks.words.say("Made with Flipchart, on one laptop")
    book.add(flow, _strip(book.snapshot), made)


def _strip(snapshot: Snapshot) -> list[Element]:
    themes = list(dict.fromkeys(each.theme for each in snapshot.sessions)) or list(Theme)
    width = (WIDTH - STRIP_GAP * (len(themes) - 1)) / len(themes)
    out: list[Element] = []
    for index, theme in enumerate(themes):
        colours = tokens.LIGHT.themes[theme]
        x = index * (width + STRIP_GAP)
        out.append(Box(x, 0.0, width, STRIP, fill=colours.fill))
        if colours.key != colours.fill:
            line = tokens.PDF_HAIRLINE
            inside = (x + line / 2, line / 2, width - line, STRIP - line)
            out.append(Box(*inside, edge=colours.key, stroke=line))
    return out


def _title(flow: Flow, blocks: ReportBlocks, snapshot: Snapshot) -> None:
    workshop, words = snapshot.workshop, blocks.words
    organisation = blocks.balanced(workshop.organisation, ORGANISATION, LEFT, ACROSS)
    title = workshop.title.strip() or words.say("Report")
    mark = bookmark(title, 0)
    flow.add(Block((organisation,), fixed=(mark,)))
    flow.add(Block((_large(blocks, title),), above=4.8))
    when = words.say("Report of the workshop on {day}", day=words.day(workshop.held_on, "full"))
    flow.add(Block((blocks.wrapped(when, OF_WHEN, LEFT, ACROSS),), above=11.5, below=46.0))


def _large(blocks: ReportBlocks, title: str) -> tuple[Atom, ...]:
    """The title in the largest size in which it needs at most three lines and breaks no word."""
    lines: list[Line] = []
    for size in SIZES:
        role = tokens.PDF.report_title._replace(size=size, leading=size * LEADING)
        style = Style(role, INK)
        lines = blocks.typesetter.balance(title, style, TITLE_WIDTH)
        widest = max(blocks.typesetter.width(word, style) for word in title.split())
        if len(lines) <= TITLE_LINES and widest <= TITLE_WIDTH:
            break
    return atoms(lines, LEFT)


def _profile(flow: Flow, blocks: ReportBlocks, charts: DayCharts) -> None:
    rule = Rule(LEFT, 0.75, ACROSS, tokens.PDF_RULE, INK)
    flow.add(Block(((),), above=1.5, below=10.6, fixed=(rule,)))
    profile = charts.profile
    if profile is None:
        said = report_words.nothing_revealed(blocks.words)
        if charts.sessions:  # revealed, on other scales than the workshop's own
            said = blocks.words.say("No question has a score that counts.")
        flow.add(Block((blocks.balanced(said, HEADING, LEFT, ACROSS),)))
        return
    flow.add(Block((blocks.balanced(sentence(profile.heading), HEADING, LEFT, ACROSS),), below=6.7))
    head = ProfileTable(blocks.typesetter, profile, ROW).head().height
    room = (flow.room - head - 1.0) / max(1, len(profile.rows))
    table = ProfileTable(blocks.typesetter, profile, max(LEAST_ROW, min(ROW, room)))
    flow.add_table(
        table.head(),
        table.rows([page.id for page in charts.sessions]),
        lambda _row, _begun, _pages: Block(((),)),
    )
    flow.add(table.end())


def _facts(blocks: ReportBlocks, snapshot: Snapshot) -> tuple[list[Element], float]:
    """Who took part, the framework, and what comes next, along the foot; and how high they are."""
    width = (ACROSS - 2 * FACTS_GAP) / 3
    columns = [
        (
            blocks.typesetter.wrap(name, FACT_HEAD, width),
            blocks.typesetter.wrap(said, FACT, width),
        )
        for name, said in report_words.cover_facts(snapshot, blocks.words)
    ]
    heights = [sum(line.style.type.leading for line in (*a, *b)) for a, b in columns]
    high = max(heights, default=0.0)
    out: list[Element] = []
    for place, (name, said) in enumerate(columns):
        x = LEFT + place * (width + FACTS_GAP)
        out += stacked([*name, *said], x, HEIGHT - FACTS_BOTTOM - high)
    return out, high
