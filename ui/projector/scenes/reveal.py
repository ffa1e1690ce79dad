"""Paints the reveal: how the room voted, how near it is to agreement, one prompt for the talk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from exports.look import tokens
from exports.look.tokens import Look
from ui.painters.distribution import Marks, Plot, lay_out_labels
from ui.painters.text import Block, lay_out, line
from ui.projector.frame import Frame
from ui.projector.scenes import parts
from workshop.charts import DistributionChart
from workshop.scenes import QuestionScene, RevealScene

CHART = QRectF(parts.LEFT, 296, 1176, 728)
CHART_GAP = 12
TALK_LEFT = 1344
TALK_WIDTH = parts.RIGHT - TALK_LEFT
TALK_TOP = 288
MEDIAN_GAP = 28
MEDIAN_LOWEST = 2
WORD_WIDTH = 350
BORDERLINE_GAP = 16
VOTES_GAP = 14
FOOT = 1040
PROMPT_LEAST = 150  # room that is kept for the prompt


TYPE: Final = (
    *tokens.PROJECTOR.median,
    tokens.PROJECTOR.median_label,
    tokens.PROJECTOR.median_before,
    tokens.PROJECTOR.agreement_word,
    tokens.PROJECTOR.agreement_number,
    tokens.PROJECTOR.borderline,
    tokens.PROJECTOR.body_strong,
    *tokens.PROJECTOR.prompt,
    tokens.PROJECTOR.bar_count,
    tokens.DISTRIBUTION_WALL.step,
)
"""What most of a reveal is written in."""


def ahead(scene: QuestionScene) -> Iterator[Callable[[], object]]:
    """Pieces of work that lay out what stands before the vote and will stand in its reveal too."""
    yield lambda: parts.question_above(scene.text)
    yield lambda: lay_out_labels(scene.labels, CHART.width(), tokens.DISTRIBUTION_WALL)


def still(painter: QPainter, scene: RevealScene, look: Look) -> None:
    """All but the votes in the chart."""
    parts.paint_header(painter, scene.header, look)
    parts.paint_question_above(painter, scene.question, look)
    _plot(scene, look).paint_scale(painter)
    y = max(TALK_TOP, _below(scene))
    y = _paint_median(painter, scene.chart, look, y)
    y = _paint_agreement(painter, scene.chart, look, y)
    y = _paint_votes(painter, scene.chart, look, y)
    if scene.prompt:
        y += tokens.SPACE[4]
        parts.rule(painter, TALK_LEFT, y, TALK_WIDTH, look.palette.hairline, tokens.PROJECTOR_RULE)
        y += tokens.PROJECTOR_RULE + 20
        prompt = parts.unbalanced(scene.prompt, tokens.PROJECTOR.prompt, TALK_WIDTH, FOOT - y)
        prompt.paint(painter, TALK_LEFT, y, look.palette.ink)


def moving(painter: QPainter, scene: RevealScene, frame: Frame) -> None:
    """The votes in the chart, whose bars rise."""
    _plot(scene, frame.look).paint_votes(painter, Marks(risen=frame.rise, ghost=frame.ghost))


def _plot(scene: RevealScene, look: Look) -> Plot:
    theme = scene.header.theme
    box = QRectF(CHART)
    box.setTop(max(box.top(), _below(scene)))
    return Plot(
        box,
        scene.chart,
        tokens.DISTRIBUTION_WALL,
        colours=look.themes[theme] if theme else parts.ink_colours(look),
        palette=look.palette,
    )


def _below(scene: RevealScene) -> float:
    question = parts.question_above(scene.question)
    return parts.QUESTION_ABOVE_TOP + question.height + CHART_GAP


def _paint_median(painter: QPainter, chart: DistributionChart, look: Look, y: float) -> float:
    """The median with the one before, and the rule below; nothing where there is no median."""
    if chart.median_text is None:
        return y
    palette = look.palette
    label = line(chart.median_label, tokens.PROJECTOR.median_label)
    numeral = _numeral(chart.median_text, label.width)
    parts.start_line(painter, numeral, TALK_LEFT, y, palette.ink)
    bottom = y + tokens.PROJECTOR.median[0].leading - MEDIAN_LOWEST
    x = TALK_LEFT + numeral.width + MEDIAN_GAP
    if chart.earlier_median_text:
        sizes = (tokens.PROJECTOR.median_before, tokens.PROJECTOR.small)
        before = parts.on_one_line(chart.earlier_median_text, sizes, parts.RIGHT - x, 132)
        bottom -= before.height
        before.paint(painter, x, bottom, palette.ink2)
    parts.start_line(painter, label, x, bottom - label.height, palette.ink)
    y += tokens.PROJECTOR.median[0].leading + 28
    parts.rule(painter, TALK_LEFT, y, TALK_WIDTH, palette.ink, tokens.PROJECTOR_RULE)
    return y + tokens.PROJECTOR_RULE + 22


def _numeral(text: str, label_width: float) -> Block:
    """The median, smaller where its unit would not fit beside it."""
    large, small = tokens.PROJECTOR.median
    block = line(text, large)
    fits = block.width + MEDIAN_GAP + label_width <= TALK_WIDTH
    return block if fits else line(text, small)


def _paint_agreement(painter: QPainter, chart: DistributionChart, look: Look, y: float) -> float:
    """The agreement in words, its number on the last line, borderline behind it or below."""
    palette, sizes = look.palette, tokens.PROJECTOR
    width = TALK_WIDTH if chart.agreement_text is None else WORD_WIDTH
    word = lay_out(chart.heading, sizes.agreement_word, width, balanced=False)
    below = y + word.height
    if chart.agreement_text is not None:
        number = line(chart.agreement_text, sizes.agreement_number)
        below = y + max(word.height, number.height)
        parts.end_line(painter, number, parts.RIGHT, below - number.height, palette.ink)
    top = below - word.height
    word.paint(painter, TALK_LEFT, top, palette.ink)
    if not chart.borderline_text:
        return below
    note = line(chart.borderline_text, sizes.borderline)
    x = word.width + BORDERLINE_GAP
    if word.lines == 1 and x + note.width <= width:
        parts.on_baseline(painter, note, TALK_LEFT + x, top + word.baseline, palette.ink2)
        return below
    parts.start_line(painter, note, TALK_LEFT, below, palette.ink2)
    return below + note.height


def _paint_votes(painter: QPainter, chart: DistributionChart, look: Look, y: float) -> float:
    y += VOTES_GAP
    votes = lay_out(chart.votes_text, tokens.PROJECTOR.body_strong, TALK_WIDTH, balanced=False)
    votes.paint(painter, TALK_LEFT, y, look.palette.ink)
    y += votes.height
    if chart.earlier_text:
        sizes = (tokens.PROJECTOR.body, tokens.PROJECTOR.small)
        room = FOOT - PROMPT_LEAST - y
        before = parts.unbalanced(chart.earlier_text, sizes, TALK_WIDTH, room)
        before.paint(painter, TALK_LEFT, y, look.palette.ink2)
        y += before.height
    return y
