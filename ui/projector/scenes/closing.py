"""Paints the close: was it worth the time, one word each, and what happens afterwards."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look, Type
from ui.painters.distribution import Plot
from ui.painters.text import Block, fit, lay_out, line
from ui.projector.scenes import parts, steps
from workshop.charts import LEAST_UNITS, MOST_BRICKS, DistributionChart, DistributionColumn
from workshop.scene_header import Header
from workshop.scenes import ClosingScene
from workshop.tally import Distribution

QUESTION_TOP = 136
QUESTION_HEIGHT = 160
CHART_GAP = 54
CHART_WIDTH = 820
NUMERAL_DROP = 34  # from a column's head to its number
LABEL_DROP = 96  # from its number to its label
WORDS_LEFT = 1030
WORDS_WIDTH = parts.RIGHT - WORDS_LEFT
HEADING_GAP = 14
WORD_GAP = 44 / 46  # of the words' size
FACTS_GAP = 26
FACT_GAP = 56
FACT_LINES = 3
ABOVE_FACTS = 48

Line = tuple[Block, ...]
"""Words that stand beside each other."""


def still(painter: QPainter, scene: ClosingScene, look: Look) -> None:
    """The whole scene."""
    palette = look.palette
    header = Header(None, False, scene.heading, "", scene.votes)
    parts.paint_header(painter, header, look)
    question = fit(scene.question, tokens.PROJECTOR.sentence, parts.SPAN, QUESTION_HEIGHT)
    parts.paragraph(painter, question, QUESTION_TOP, palette.ink)
    top = QUESTION_TOP + question.height + CHART_GAP
    bottom = _paint_facts(painter, scene.facts, look) - ABOVE_FACTS
    said = bool(scene.words or scene.words_heading)
    if scene.labels:
        width = CHART_WIDTH if said else parts.SPAN
        _paint_answers(painter, scene, QRectF(parts.LEFT, top, width, bottom - top), look)
    if said:
        _paint_words(painter, scene, top, bottom, look)


def chart(labels: tuple[str, ...], counts: tuple[int, ...]) -> DistributionChart:
    """The answers as a chart without a word on agreement: nobody has to agree on their own day."""
    shown = Distribution(counts)
    median = shown.median
    whole = median is None or median == int(median)
    return DistributionChart(
        columns=tuple(
            DistributionColumn(step, str(step), label, n, str(n), None, None, step == median)
            for step, (label, n) in enumerate(zip(labels, shown.counts, strict=True), 1)
        ),
        unit_max=max(*shown.counts, LEAST_UNITS),
        bricks=shown.votes <= MOST_BRICKS,
        median=median,
        median_text=None,
        median_label="",
        median_between=None if median is None or whole else (int(median), int(median) + 1),
        heading="",
        borderline_text=None,
        agreement_text=None,
        votes_text="",
        earlier_text=None,
        earlier_median_text=None,
        description="",
    )


def flow(words: tuple[str, ...], width: float, height: float) -> list[Line]:
    """The words line by line in order of arrival, in the first size in which all of them fit.

    If even the smallest is too large, the oldest give way.
    """
    lines: list[Line] = []
    for role in tokens.PROJECTOR.closing_word:
        lines = _lines(words, role, width)
        if len(lines) * role.leading <= height:
            return lines
    smallest = tokens.PROJECTOR.closing_word[-1]
    while words and len(lines) * smallest.leading > height:
        words = words[1:]
        lines = _lines(words, smallest, width)
    return lines


def _lines(words: tuple[str, ...], role: Type, width: float) -> list[Line]:
    blocks = [lay_out(word, role, width, max_lines=1) for word in words]
    lines: list[Line] = []
    current: list[Block] = []
    x = 0.0
    for block in blocks:
        if current and x + block.width > width:
            lines.append(tuple(current))
            current, x = [], 0.0
        current.append(block)
        x += block.width + WORD_GAP * role.size
    return [*lines, tuple(current)] if current else lines


def _paint_answers(painter: QPainter, scene: ClosingScene, box: QRectF, look: Look) -> None:
    if scene.counts is None:
        _paint_scale(painter, scene.labels, box, look)
        return
    plot = Plot(
        box,
        chart(scene.labels, scene.counts),
        tokens.DISTRIBUTION_CLOSE,
        colours=parts.quiet_colours(look),
        palette=look.palette,
    )
    plot.paint_scale(painter)
    plot.paint_votes(painter)


def _paint_scale(painter: QPainter, labels: tuple[str, ...], box: QRectF, look: Look) -> None:
    """The answers before they are shown: columns with a number and a label, as in a question."""
    ink, sizes = look.palette.ink, tokens.PROJECTOR
    width = (box.width() - (len(labels) - 1) * steps.GAP) / len(labels)
    room = box.height() - NUMERAL_DROP - LABEL_DROP
    blocks = steps.lay_out_labels(labels, width, room, sizes.scale_label, sizes.scale_label_long)
    tallest = max(block.height for block in blocks)
    top = box.top() + (room - tallest) / 2
    colours = parts.quiet_colours(look)
    for step, block in enumerate(blocks, 1):
        x = box.left() + (step - 1) * (width + steps.GAP)
        parts.keyed(painter, QRectF(x, top, width, tokens.PROJECTOR_COLUMN_HEAD), colours)
        numeral = line(str(step), sizes.scale_numeral)
        parts.start_line(painter, numeral, x, top + NUMERAL_DROP, ink)
        parts.start_line(painter, block, x, top + NUMERAL_DROP + LABEL_DROP, ink)


def _paint_words(
    painter: QPainter, scene: ClosingScene, top: float, bottom: float, look: Look
) -> None:
    palette = look.palette
    y = top
    if scene.words_heading:
        heading = lay_out(scene.words_heading, tokens.PROJECTOR.section, WORDS_WIDTH, max_lines=2)
        parts.start_line(painter, heading, WORDS_LEFT, y, palette.ink2)
        y += heading.height + HEADING_GAP
    for words in flow(scene.words, WORDS_WIDTH, bottom - y):
        x: float = WORDS_LEFT
        for word in words:
            parts.start_line(painter, word, x, y, palette.ink)
            x += word.width + WORD_GAP * word.role.size
        y += words[0].role.leading


def _paint_facts(painter: QPainter, facts: tuple[tuple[str, str], ...], look: Look) -> float:
    """What happens afterwards, below a rule at the foot; gives the rule's y."""
    if not facts:
        return parts.BOTTOM
    palette = look.palette
    width = (parts.SPAN - (len(facts) - 1) * FACT_GAP) / len(facts)
    headings = parts.alike(
        [name for name, _ in facts], tokens.PROJECTOR.fact_heading, width, FACT_LINES
    )
    texts = parts.alike([text for _, text in facts], tokens.PROJECTOR.fact, width, FACT_LINES)
    heights = [name.height + text.height for name, text in zip(headings, texts, strict=True)]
    top = parts.BOTTOM - max(heights)
    rule = top - FACTS_GAP - tokens.PROJECTOR_RULE
    parts.rule(painter, parts.LEFT, rule, parts.SPAN, palette.ink, tokens.PROJECTOR_RULE)
    for place, (name, text) in enumerate(zip(headings, texts, strict=True)):
        x = parts.LEFT + place * (width + FACT_GAP)
        parts.start_line(painter, name, x, top, palette.ink2)
        parts.start_line(painter, text, x, top + name.height, palette.ink)
    return rule


def _fact_blocks(texts: list[str], width: float) -> list[Block]:
    """All in one size: two lines of the large one, before more lines of the small one."""
    large, small = tokens.PROJECTOR.fact
    blocks = [lay_out(text, large, width) for text in texts]
    if all(block.lines < FACT_LINES for block in blocks):
        return blocks
    return [lay_out(text, small, width, max_lines=FACT_LINES) for text in texts]
