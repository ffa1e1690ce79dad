"""The action plan as a PDF: where the day ended, and who does what by when."""

from __future__ import annotations

from pathlib import Path

from exports.pdf import plan_words
from exports.pdf.furniture import furnish
from exports.pdf.layout import Block, Flow
from exports.pdf.painter import HEIGHT, About, pdf
from exports.pdf.plan_blocks import BOTTOM, TOP, PlanBlocks
from exports.pdf.typesetter import Typesetter
from exports.writing import Written, write_whole
from workshop.snapshot import Snapshot
from workshop.words import Words


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the action plan to `path`, whole or not at all: the same bytes for the same snapshot.

    Letters that no font has are printed as boxes and returned. Raises WorkshopError where the
    file cannot be written.
    """
    typesetter = Typesetter(words.language)
    blocks = PlanBlocks(typesetter, words)
    flow = Flow(TOP, HEIGHT - BOTTOM)
    add_plan(flow, blocks, snapshot, words)
    _add_differing(flow, blocks, snapshot)
    _add_parked(flow, blocks, snapshot)
    furnish(flow.pages, snapshot, words, typesetter)
    about = About(
        title=words.say(
            "Action plan: {title}", title=plan_words.plain_line(snapshot.workshop.title)
        ),
        author=plan_words.plain_line(snapshot.workshop.organisation),
        subject=plan_words.plain_line(snapshot.workshop.purpose),
        language=words.language,
    )
    content = pdf(flow.pages, about)
    write_whole(path, lambda file: file.write(content))
    return Written(path, tuple(typesetter.missing))


def add_plan(flow: Flow, blocks: PlanBlocks, snapshot: Snapshot, words: Words) -> None:
    """Place the plan itself: where the day ended, every action, and those from last time."""
    for block in blocks.opening(snapshot):
        flow.add(block)
    _add_actions(flow, blocks, snapshot, words)
    _add_review(flow, blocks, snapshot, words)


def _add_actions(flow: Flow, blocks: PlanBlocks, snapshot: Snapshot, words: Words) -> None:
    actions = plan_words.printed_actions(snapshot)
    if not actions:
        flow.add(blocks.no_actions(snapshot))
        return

    def goes_on(index: int, begun: bool, pages: int) -> Block:
        return blocks.note(plan_words.goes_on(index + 1, len(actions), begun, pages, words))

    year = snapshot.workshop.held_on.year
    rows = [blocks.action(number, each, year) for number, each in enumerate(actions, 1)]
    flow.add_table(blocks.table_head(), rows, goes_on)


def _add_review(flow: Flow, blocks: PlanBlocks, snapshot: Snapshot, words: Words) -> None:
    """What became of the earlier workshop's actions: the open ones as a table, then the done."""
    if not plan_words.printed_review(snapshot):
        return

    def goes_on(_index: int, _begun: bool, _pages: int) -> Block:
        return blocks.note(words.say("More from last time is on the next page."))

    year = snapshot.workshop.held_on.year
    title, head = blocks.review_title(snapshot), blocks.review_head(snapshot)
    rows = [blocks.reviewed(each, year) for each in plan_words.still_open(snapshot)]
    below = head.height + rows[0].height + goes_on(0, False, 1).height if rows else 0.0
    flow.add(title, keep=min(below, (flow.bottom - flow.top) / 3))
    if rows:
        flow.add_table(head, rows, goes_on)
    done = plan_words.done_since(snapshot)
    if done:
        flow.add(blocks.done(done))


def _add_differing(flow: Flow, blocks: PlanBlocks, snapshot: Snapshot) -> None:
    entries = [blocks.differing(*each) for each in plan_words.differing(snapshot)]
    _add_section(flow, blocks.differing_title(), entries)


def _add_parked(flow: Flow, blocks: PlanBlocks, snapshot: Snapshot) -> None:
    entries = [blocks.parked(text) for text in snapshot.parked if text.strip()]
    _add_section(flow, blocks.parked_title(), entries)


def _add_section(flow: Flow, title: Block, entries: list[Block]) -> None:
    if not entries:
        return
    flow.add(title, keep=min(entries[0].height, (flow.bottom - flow.top) / 3))
    for entry in entries:
        flow.add(entry)
