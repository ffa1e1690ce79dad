"""Table: the numbers of a chart in rows, for whoever pastes it as text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ui.console.charts.reading import ChartKey, ChartKind, Reading
from workshop.day_charts import HeatMapChart, ProfileChart, SessionChart, SessionChartRow
from workshop.words import Words

Rows = tuple[tuple[str, ...], ...]
"""The first row names the columns."""


def table_of(reading: Reading, key: ChartKey, words: Words) -> Rows:
    """The numbers of a chart as it shows them. Raises LookupError where there is no such chart."""
    match key.kind:
        case ChartKind.HEAT_MAP:
            if reading.charts.heat_map is None:
                raise LookupError("there is no heat map")
            return _heat(reading.charts.heat_map, words)
        case ChartKind.SESSION:
            return _session(reading.sessions[key.id], words)
        case ChartKind.QUESTION:
            return _question(reading.rows[key.id][1], words)
    return _profile(reading.profile(key.kind), words)


def plain(headings: Sequence[str], rows: Rows, source: str) -> str:
    """Headings, rows with tabs between their cells, and the source: what a spreadsheet takes.

    No cell becomes a formula where it is pasted.
    """
    from exports.csv_tables import guarded  # with what writes files; only when something is copied

    lines = ["\t".join(guarded(_one_line(cell)) for cell in row) for row in rows]
    return "\n".join((*map(_one_line, headings), *lines, _one_line(source)))


def html(headings: Sequence[str], rows: Rows, source: str) -> str:
    """The same as a table for a page or a letter."""
    head, *body = rows
    lines = ["<tr>" + "".join(f"<th>{escape(cell)}</th>" for cell in head) + "</tr>"]
    lines += [
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in body
    ]
    caption = "<br>".join(map(escape, headings))
    table = f"<table><caption>{caption}</caption>{''.join(lines)}</table>"
    return f"{table}<p>{escape(source)}</p>"


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _profile(chart: ProfileChart, words: Words) -> Rows:
    again = any(row.earlier is not None for row in chart.rows)
    head = [words.say("Name"), words.say("Score"), words.say("Lowest"), words.say("Highest")]
    if again:
        head += [words.say("Last time"), words.say("Change")]
    rows = [tuple(head)]
    for row in chart.rows:
        cells = [row.name, row.score_text, _number(row.lowest, words), _number(row.highest, words)]
        if again:
            cells += ["" if row.earlier is None else words.number(row.earlier, 1), row.change]
        rows.append(tuple(cells))
    return tuple(rows)


def _heat(chart: HeatMapChart, words: Words) -> Rows:
    head = (words.say("Session"), words.say("Question"), *chart.teams, chart.whole)
    body = (
        (row.session, row.name, *(cell.text for cell in row.cells), row.whole.text)
        for row in chart.rows
    )
    return (head, *body)


def _session(chart: SessionChart, words: Words) -> Rows:
    head = (
        words.say("Question"),
        words.say("Score"),
        words.say("Result"),
        words.say("How close we are"),
        words.say("of 100"),
    )
    body = (
        (
            f"{row.number} {row.name}",
            row.score_text or row.chart.median_text or "",
            row.outcome,
            row.word,
            row.agreement,
        )
        for row in chart.rows
    )
    return (head, *body)


def _question(row: SessionChartRow, words: Words) -> Rows:
    before = row.chart.earlier_text is not None
    head: Sequence[str] = (words.say("Answer"), words.say("Label"), words.say("Votes"))
    rows = [(*head, words.say("Before")) if before else tuple(head)]
    for column in row.chart.columns:
        cells = (column.step_text, column.label, column.count_text)
        ghost = "" if column.ghost is None else str(column.ghost)
        rows.append((*cells, ghost) if before else cells)
    return tuple(rows)


def _number(value: float | None, words: Words) -> str:
    return "" if value is None else words.number(value)
