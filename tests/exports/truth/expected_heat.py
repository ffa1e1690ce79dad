"""The heat map as it must be: which teams may be seen apart, worked out anew, and their medians."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.exports.truth.known import Asked, Known
from tests.exports.truth.statistics import said

NOBODY = "–"


@dataclass(frozen=True)
class Heat:
    """Names of the teams' columns; for each question its name, and what stands in each of them and
    in the room's: a text, or an empty one where it is hidden.
    """

    teams: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def seen(self) -> list[str]:
        """Every text of a cell, row by row, in one table."""
        return _seen([cells for _, cells in self.rows])

    def printed(self, most: int) -> list[str]:
        """The same in as many tables as it takes with at `most` so many teams side by side."""
        number = len(self.teams)
        tables = -(-number // most)
        found: list[str] = []
        for table in range(tables):
            first, last = table * number // tables, (table + 1) * number // tables
            found += _seen([(*cells[first:last], cells[-1]) for _, cells in self.rows])
        return found


def _seen(rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [cell for cells in rows for cell in cells if cell]


def expected_heat(known: Known) -> Heat | None:
    """None where fewer than two columns would stand there."""
    asked = [question for _, question in known.told if question.counts and question.last.votes]
    one_vote = known.row["voter"] == "team"
    minimum = known.row["minimum_group"]
    shown = {id(q): set(q.rounds[-1].groups) - {""} for q in asked}
    hides = False
    for question in asked:
        if one_vote:
            continue
        said_by = question.rounds[-1].groups
        groups = {t.id: said_by[t.id].votes for t in known.teams if t.id in said_by}
        groups[""] = said_by[""].votes if "" in said_by else 0
        allowed = allowed_teams(groups, minimum)
        rest = question.rounds[-1].secret and groups[""] > 0
        hides = hides or rest or len(allowed) < len(shown[id(question)])
        shown[id(question)] = allowed
    teams = [t for t in known.teams if any(t.id in shown[id(q)] for q in asked)]
    if not teams or len(teams) + hides < 2:
        return None
    rows = tuple(
        (
            question.row["short"],
            (
                *(_cell(question, t.id, shown[id(question)], one_vote) for t in teams),
                NOBODY if question.last.median is None else said(question.last.median),
            ),
        )
        for question in asked
    )
    return Heat(tuple(team.name for team in teams), rows)


def allowed_teams(votes: Mapping[str, int], minimum: int) -> set[str]:
    """Big enough, and what is left over is big enough too: else the smallest go with it."""
    total = sum(votes.values())
    seen = [team for team, count in votes.items() if team and count >= minimum]
    while seen and 0 < total - sum(votes[team] for team in seen) < minimum:
        least = min(votes[team] for team in seen)
        seen.remove([team for team in seen if votes[team] == least][-1])
    return {team for team in seen if total - votes[team] >= minimum}


def _cell(question: Asked, team: str, shown: set[str], one_vote: bool) -> str:
    """A median, a dash for nobody, and nothing for what is hidden."""
    last = question.rounds[-1]
    if team in shown:
        median = last.groups[team].median
        return NOBODY if median is None else said(median)
    answered = team in last.groups
    hides = not one_vote and (
        answered
        or (last.secret and last.groups.get("", None) is not None)
        or (last.secret and len(shown) < len(set(last.groups) - {""}))
    )
    return "" if hides else NOBODY
