"""The numbers of the report and of the plan as they must be, in the order of their pages."""

from __future__ import annotations

from collections import Counter
from typing import Final

from tests.exports.truth.known import Asked, Known, Row, day_of
from tests.exports.truth.statistics import Counted, said

MONTHS: Final = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec",
)  # fmt: skip
WAYS: Final = {
    "hands": "by hand",
    "wall": "at the wall",
    "phone": "by phone",
    "paper": "on paper",
    "for_someone": "for someone",
}
LABELS: Final = ("not worth it", "hardly", "fairly", "well", "fully worth it")


def statistics(known: Known) -> list[tuple[str, ...]]:
    """A row for each revealed round: votes, don't know, median, middle half, and the rest."""
    return [_row(each.whole) for _, question in known.told for each in question.rounds]


def _row(result: Counted) -> tuple[str, ...]:
    half = "–"
    if result.quartiles:
        half = " to ".join(said(each) for each in result.quartiles)
    eijk = result.van_der_eijk
    return (
        str(result.votes),
        str(result.dont_know),
        said(result.median),
        half,
        "–" if result.points is None else str(result.points),
        said(result.tastle_wierman, 2),
        said(eijk, 2).replace("-", "−"),
        said(result.deviation, 2),
        said(result.deviation_share, 2),
    )


def agreements(known: Known) -> list[str]:
    """The agreement of each question's last round, where it has a word."""
    return [str(q.last.points) for _, q in known.told if q.last.answers >= 5]


def medians(known: Known) -> list[tuple[str, str]]:
    """Median and votes of each rated question's last round."""
    return [
        (said(q.last.median), str(q.last.votes))
        for _, q in known.told
        if q.last.answers and q.kind != "checklist"
    ]


def bars(question: Asked) -> list[str]:
    """The counts and the steps of a question's chart, as they stand behind each other."""
    counts = [str(count) for count in question.last.counts]
    return [*counts, *(str(step) for step in range(1, len(counts) + 1))]


def scores(known: Known) -> list[str]:
    """The scores of the profile: of the sessions that were not left out."""
    return [
        said(part.score, 1)
        for part in known.parts
        if part.score is not None and not part.row["left_out"]
    ]


def every_score(known: Known) -> list[str]:
    """The scores of the plan."""
    return [said(part.score, 1) for part in known.parts if part.score is not None]


def present(known: Known) -> list[tuple[str, ...]]:
    """Voting seats, here, observers: of each team, and of all where there are several."""
    rows = [(team.seats, team.present, team.observers) for team in known.teams]
    if len(rows) > 1:
        rows.append((sum(r[0] for r in rows), sum(r[1] for r in rows), sum(r[2] for r in rows)))
    return [tuple(str(each) for each in row) for row in rows]


def sentences(known: Known) -> list[str]:
    """Sentences of the report with a number that only it has."""
    asked = _asked(known)
    made = [*_revealed(asked), *_left_out(known, asked), *_hands(known), *_ways(asked)]
    actions = len(known.actions) - 5
    if actions > 0:
        verb = "action is" if actions == 1 else "actions are"
        made.append(f"{actions} more {verb} in the plan.")
    return made


def _asked(known: Known) -> list[Asked]:
    """All but the questions that were skipped before a round of theirs was opened."""
    return [
        q
        for part, q in known.asked
        if not part.row["left_out"] and (q.rounds or q.unrevealed or not q.row["skipped"])
    ]


def _revealed(asked: list[Asked]) -> list[str]:
    done = sum(bool(q.rounds) for q in asked)
    if not done:
        return []
    return [f"Voted on and revealed: {done} of {_n(len(asked), 'question', 'questions')}."]


def _left_out(known: Known, asked: list[Asked]) -> list[str]:
    begun = sum(not q.rounds and q.unrevealed > 0 for q in asked)
    again = sum(bool(q.rounds) and q.unrevealed > 0 for q in asked)
    never = sum(not q.rounds and not q.unrevealed for q in asked)
    skipped = sum(
        bool(q.row["skipped"]) and not q.rounds and not q.unrevealed
        for part, q in known.asked
        if not part.row["left_out"]
    )
    sessions = sum(bool(part.row["left_out"]) for part in known.parts)
    made = []
    if begun:
        made.append(f"{_n(begun, 'question was', 'questions were')} opened and not revealed")
    if again:
        made.append(f"On {_n(again, 'question', 'questions')} a further round was opened")
    if never:
        made.append(f"{_n(never, 'question was', 'questions were')} never opened.")
    if skipped:
        made.append(f"{_n(skipped, 'question was', 'questions were')} skipped.")
    if sessions:
        made.append(f"{_n(sessions, 'session was', 'sessions were')} left out.")
    return made


def _hands(known: Known) -> list[str]:
    if not any(known.hands):
        return []
    result = Counted(tuple(known.hands), 0)
    hands = _n(result.answers, "hand", "hands")
    made = [f"The median of {hands} is {said(result.median)} of 5."]
    rows = list(enumerate(known.hands, 1))
    return [*made, *(f"{n} {LABELS[n - 1]} {count}" for n, count in rows)]


def _ways(asked: list[Asked]) -> list[str]:
    total: Counter[str] = Counter()
    for question in asked:
        total.update(question.rounds[-1].ways if question.rounds else {})
    told = ", ".join(f"{total[way]} {name}" for way, name in WAYS.items() if total[way])
    return [f"Of the votes of the last rounds: {told}."] if told else []


def _n(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def dues(known: Known) -> list[str]:
    """The due date of each action of the plan, with its year where that is another."""
    year = int(known.row["held_on"][:4])
    return [_due(row, year) for row in known.actions]


def _due(row: Row, year: int) -> str:
    day = day_of(row["due"])
    if day is None:
        return "No date yet"
    short = f"{day.day} {MONTHS[day.month - 1]}"
    return short if day.year == year else f"{short} {day.year}"


def who(known: Known) -> str:
    """How many took part: people, or teams that vote as one."""
    if known.row["voter"] == "team":
        return _n(len(known.teams), "team that votes as one", "teams that vote as one")
    return _n(sum(team.seats for team in known.teams), "person", "people")


def lead(known: Known) -> list[str]:
    """How many actions there are, and how many still lack something."""
    proposed = sum(row["state"] == "proposed" for row in known.actions)
    agreed = len(known.actions) - proposed
    if not known.actions:
        return []
    made = []
    if agreed:
        made.append(_n(agreed, "action is agreed.", "actions are agreed."))
        if proposed:
            made.append(_n(proposed, "is still proposed.", "are still proposed."))
    else:
        made.append(_n(proposed, "action is proposed.", "actions are proposed."))
    ownerless = sum(not row["owner"].strip() for row in known.actions)
    dateless = sum(row["due"] is None for row in known.actions)
    if ownerless:
        made.append(_n(ownerless, "has no owner yet.", "have no owner yet."))
    if dateless:
        made.append(_n(dateless, "has no date yet.", "have no date yet."))
    return made
