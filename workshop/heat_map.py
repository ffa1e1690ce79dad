"""Heat map: the medians of all questions by team, as far as a team may be shown (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from workshop.anonymity import shown_teams
from workshop.asked_facts import TeamResult
from workshop.chart_inputs import AskedQuestion, AskedSession, Asking
from workshop.day_charts import HeatCell, HeatMapChart, HeatRow
from workshop.tally import Distribution
from workshop.words import Words

FEWEST_TEAMS = 2
NOBODY = "–"


class Breakdown(NamedTuple):
    """A question with the teams that it may show apart, and whether some are hidden."""

    session: AskedSession
    question: AskedQuestion
    shown: tuple[TeamResult, ...]
    hides: bool


def heat_map(asking: Asking, words: Words) -> HeatMapChart | None:
    """A row for each rated question on the workshop's scale that is revealed, a cell a team.

    None where there are fewer than two teams, or none may be shown apart. A team that no question
    shows apart has no column at all; what one question hides is hidden in its cell.
    """
    asked = breakdowns(asking)
    names = teams_of(asked, asking.team_names)
    hides = any(each.hides for each in asked)
    if not names or len(names) + hides < FEWEST_TEAMS:
        return None
    rows = tuple(_row(each, names, words) for each in asked)
    heading = _heading(rows, words)
    return HeatMapChart(
        heading=heading,
        teams=tuple(names.values()),
        whole=words.say("All"),
        rows=rows,
        ends=_ends(asking.labels, words),
        foot=_foot(asking, rows, words),
        description=_description(heading, len(rows), len(names), words),
    )


def part_of(chart: HeatMapChart, rows: range, words: Words) -> HeatMapChart:
    """The chart with these of its rows alone, headed by what is true of them.

    They are said to differ most only where no other row differs more.
    """
    part = chart.rows[rows.start : rows.stop]
    if part == chart.rows:
        return chart
    widest, of_part = (
        max((distance for row in each if (distance := gap(row)) is not None), default=None)
        for each in (chart.rows, part)
    )
    heading = _heading(part if of_part == widest else (), words)
    description = _description(heading, len(part), len(chart.teams), words)
    return replace(chart, rows=part, heading=heading, description=description)


def _description(heading: str, rows: int, teams: int, words: Words) -> str:
    return words.say(
        "{heading}: {rows} by {teams}",
        heading=heading,
        rows=words.count("{n} question", "{n} questions", rows),
        teams=words.count("{n} team", "{n} teams", teams),
    )


def breakdowns(asking: Asking) -> tuple[Breakdown, ...]:
    """The questions that have a row: rated on the workshop's scale, revealed, with votes."""
    return tuple(
        _breakdown(session, question, asking)
        for session in asking.sessions
        for question in session.questions
        if question.counts and question.result is not None and question.result.votes
    )


def _breakdown(session: AskedSession, question: AskedQuestion, asking: Asking) -> Breakdown:
    """A question with those of its teams that `seen_apart` lets stand alone."""
    shown = seen_apart(question.teams, asking.minimum_group, team_votes=asking.team_votes)
    if asking.team_votes:
        return Breakdown(session, question, shown, hides=False)
    rest = question.secret and any(each.result.votes for each in question.teams if not each.id)
    named = sum(bool(each.id) for each in question.teams)
    return Breakdown(session, question, shown, hides=rest or len(shown) < named)


def seen_apart(
    teams: Sequence[TeamResult], minimum_group: int, *, team_votes: bool
) -> tuple[TeamResult, ...]:
    """Those of a round's teams that may be shown apart in what is kept or sent on, in their order.

    Teams under the smallest group, and those hidden with them, are not shown in any ballot. A team
    that votes as one is never hidden: it has chosen to be seen.
    """
    named = tuple(each for each in teams if each.id)
    if team_votes:
        return named
    answered = {team.id: team.result.votes for team in named}
    others = sum(each.result.votes for each in teams if not each.id)
    allowed = shown_teams(answered, minimum_group, others)
    return tuple(team for team in named if team.id in allowed)


def teams_of(asked: Sequence[Breakdown], in_order: Sequence[str] = ()) -> dict[str, str]:
    """The teams that are shown apart in any question, by id, in the workshop's order.

    That is the order of the names `in_order`; else, as every question's teams stand in it, one
    that only later questions show goes behind the last that is known to stand before it.
    """
    order: list[str] = []
    names: dict[str, str] = {}
    for each in asked:
        at = 0
        for team in each.shown:
            if team.id in names:
                at = order.index(team.id) + 1
                continue
            order.insert(at, team.id)
            names[team.id] = team.name
            at += 1
    places = {name: place for place, name in enumerate(in_order)}
    order.sort(key=lambda team_id: places.get(names[team_id], len(places)))
    return {team_id: names[team_id] for team_id in order}


def _row(each: Breakdown, names: Mapping[str, str], words: Words) -> HeatRow:
    session, question = each.session, each.question
    assert question.result is not None, "only what is revealed has a row"
    results = {team.id: team.result for team in each.shown}
    answered = {team.id for team in question.teams}
    cells = []
    for team_id in names:
        if team_id in results:
            cells.append(_cell(results[team_id], words))
        elif each.hides and (question.secret or team_id in answered):
            cells.append(HeatCell(None, None, "", 0, hidden=True))
        else:
            cells.append(HeatCell(None, None, NOBODY, 0))
    return HeatRow(
        question_id=question.id,
        theme=session.theme,
        second=session.second,
        session=session.name,
        name=question.name,
        cells=tuple(cells),
        whole=_cell(question.result, words),
    )


def _cell(result: Distribution, words: Words) -> HeatCell:
    if result.median is None:
        return HeatCell(None, None, NOBODY, 0)
    place = (result.median - 1) / (result.steps - 1)
    return HeatCell(result.median, place, words.number(result.median), result.answers)


def gap(row: HeatRow) -> float | None:
    """How far the medians of the teams that are shown lie apart, in steps; None under two."""
    shown = [cell.value for cell in row.cells if cell.value is not None]
    return max(shown) - min(shown) if len(shown) >= FEWEST_TEAMS else None


def _heading(rows: Sequence[HeatRow], words: Words) -> str:
    """Where the teams differ most. It names questions, never a team."""
    gaps = [(distance, row.name) for row in rows if (distance := gap(row)) is not None]
    if not gaps:
        return words.say("What the teams said")
    widest = max(distance for distance, _ in gaps)
    if not widest:
        return words.say("The teams stand at the same place everywhere")
    most = [name for distance, name in gaps if distance == widest]
    if len(most) == 1:
        return words.say("The teams differ most on {name}", name=most[0])
    if len(most) == 2:
        return words.say("The teams differ most on {name} and {other}", name=most[0], other=most[1])
    return words.say(
        "The teams differ on {n} questions, by up to {steps}",
        n=sum(bool(distance) for distance, _ in gaps),
        steps=_steps(widest, words),
    )


def _steps(distance: float, words: Words) -> str:
    if distance == 1:
        return words.say("1 step")
    return words.say("{n} steps", n=words.number(distance))


def _ends(labels: Sequence[str], words: Words) -> tuple[str, str]:
    if not labels:
        return "", ""
    return (
        words.say("{step}: {label}", step=1, label=labels[0]),
        words.say("{step}: {label}", step=len(labels), label=labels[-1]),
    )


def _foot(asking: Asking, rows: Sequence[HeatRow], words: Words) -> str:
    said = [words.say("Numbers: medians.")]
    if any(cell.text == NOBODY for row in rows for cell in (*row.cells, row.whole)):
        said.append(words.say("{dash}: no answers.", dash=NOBODY))
    limit = asking.minimum_group
    if any(cell.hidden for row in rows for cell in row.cells):
        said.append(words.say("Hatched: a team under {n} votes, or hidden with one.", n=limit))
    elif not asking.team_votes:
        said.append(words.say("Teams under {n} votes are never shown apart.", n=limit))
    if any(
        question.rated and not question.counts and question.result is not None
        for session in asking.sessions
        for question in session.questions
    ):
        said.append(words.say("Without questions on another scale."))
    return " ".join(said)
