"""Said texts: what each mark of a chart says in one sentence, on hover and read aloud."""

from __future__ import annotations

from workshop.charts import DistributionChart, DistributionColumn
from workshop.day_charts import HeatCell, HeatRow, SessionChartRow
from workshop.words import Words, mark

NOT_SHOWN = mark("not shown, too few would be seen")


def row_said(row: SessionChartRow, words: Words) -> str:
    """A question of a session's page: its name, its score and the agreement."""
    rest = row.chart.description  # it has the median
    if not row.score_text:
        return words.say("{name}: {score}", name=row.name, score=rest)
    said = words.say("{name}: {score}", name=row.name, score=row.score_text)
    return words.say("{said}; {rest}", said=said, rest=rest)


def column_said(column: DistributionColumn, chart: DistributionChart, words: Words) -> str:
    """A step of a question's chart: how many chose it, now and in the round before."""
    label = column.label
    name = column.step_text if label == column.step_text else f"{column.step_text}, {label}"
    votes = words.count("{n} vote", "{n} votes", column.count)
    said = words.say("{name}: {score}", name=name, score=votes)
    rest = [column.ghost_text] if column.ghost_text and chart.earlier_text else []
    if rest and column.step != chart.columns[0].step:
        rest = [words.say("{n} before", n=column.ghost_text)]
    if column.is_median:
        rest.append(chart.median_label)
    return words.say("{said}; {rest}", said=said, rest=", ".join(rest)) if rest else said


def team_said(cell: HeatCell, words: Words) -> str:
    """What a team said, without its name."""
    if cell.hidden:
        return words.say(NOT_SHOWN)
    if cell.value is None:
        return words.say("no answers")
    answers = words.count("{n} answer", "{n} answers", cell.answers)
    return words.say("median {median}, {answers}", median=cell.text, answers=answers)


def cell_said(row: HeatRow, team: str, cell: HeatCell, words: Words) -> str:
    """A cell of the heat map."""
    said = team_said(cell, words)
    return words.say("{name}, {team}: {said}", name=row.name, team=team, said=said)
