"""What every chart must say: its numbers alone on their line, and its phrases with a number."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tests.exports.truth.expected_heat import NOBODY, expected_heat
from tests.exports.truth.known import Asked, Known, Part
from tests.exports.truth.statistics import Counted, mean_score, said

Line = tuple[str, Decimal | None, float | None]
"""A row of a profile: name, score, and the score of last time."""
ROUNDS = {1: "One round", 2: "Two rounds", 3: "Three rounds"}


@dataclass
class Chart:
    """A chart by its number in the folder: `alone` are its numbers that are a whole text, some of
    them on each of its pages; `names` the numbers that stand before a question's name.
    """

    number: int
    alone: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    on_each_page: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)


def expected_charts(known: Known) -> list[Chart]:
    """Every chart in the order of the folder."""
    made = list(_of_the_day(known))
    parts = [part for part in known.parts if any((part, q) in known.told for q in part.questions)]
    longest = max((len([q for q in part.questions if q.rounds]) for part in parts), default=0)
    step = 10 if longest + 2 < 10 else 100
    for place, part in enumerate(parts, 1):
        made += _of_session(part, place * step)
    return made


def _of_the_day(known: Known) -> Iterator[Chart]:
    parts = [part for part in known.parts if not part.row["left_out"]]
    if any(part.score is not None for part in parts):
        steps = [str(n) for n in range(1, len(known.labels) + 1)]
        rows = [(part.row["title"], part.score, part.row["earlier_score"]) for part in parts]
        yield from _profile(1, steps, rows)
        themes = list(dict.fromkeys(part.row["theme"] for part in parts))
        if len(themes) < len(parts):
            by_theme = [[p for p in parts if p.row["theme"] == theme] for theme in themes]
            yield from _profile(
                2,
                steps,
                [
                    (
                        theme.capitalize(),
                        mean_score([s for part in of for s in part.scores]),
                        _earlier(of),
                    )
                    for theme, of in zip(themes, by_theme, strict=True)
                ],
            )
    heat = expected_heat(known)
    if heat is not None:
        yield Chart(3, [cell for cell in heat.seen if cell != NOBODY])


def _earlier(parts: list[Part]) -> float | None:
    """What a theme came to last time: its one session's score, or its questions' mean."""
    if len(parts) == 1:
        return parts[0].row["earlier_score"]  # type: ignore[no-any-return] # a column of the file
    found = []
    for question in (q for part in parts for q in part.questions if q.counts and q.earlier):
        assert question.earlier is not None
        counts = json.loads(question.earlier["counts"])
        halves = question.earlier["score_halves"]
        median = Counted(tuple(counts), 0).median
        score = median if halves is None else halves / 2
        if score is not None:
            found.append(score)
    mean = mean_score(found)
    return None if mean is None else float(mean)


def _profile(number: int, steps: list[str], rows: list[Line]) -> Iterator[Chart]:
    phrases = []
    for name, score, earlier in rows:
        if score is None:
            phrases.append(f"{name} not scored")
        elif earlier is None:
            phrases.append(f"{name} {said(score, 1)}")
        else:
            phrases.append(f"{name} {said(score, 1)}, last time {said(earlier, 1)}")
    scores = [said(score, 1) for _, score, _ in rows if score is not None]
    yield Chart(number, [*steps, *scores], phrases)


def _of_session(part: Part, first: int) -> Iterator[Chart]:
    rated = [q for q in part.questions if q.rounds and q.kind != "checklist"]
    ticked = [q for q in part.questions if q.rounds and q.kind == "checklist"]
    number = first
    if rated:
        yield _session_page(part, rated, number)
        number += 1
    if ticked:
        yield _checklist(ticked, number)
        number += 1
    for question in rated:
        yield _question_page(question, number)
        number += 1


def _session_page(part: Part, rated: list[Asked], number: int) -> Chart:
    chart = Chart(number)
    ends = {len(question.labels) for question in rated}
    if len(ends) == 1:
        chart.on_each_page += ["1", str(*ends)]
    if part.score is not None:
        chart.on_each_page.append(said(part.score, 1))
    for question in rated:
        chart.names.append(str(part.questions.index(question) + 1))
        last = question.last
        leading = _leading(question)
        chart.alone += [leading] if leading else []
        if last.votes and _has_word(last):
            chart.alone.append(str(last.points))
        chart.phrases += [_votes(last), ROUNDS[len(question.rounds)]]
    return chart


def _leading(question: Asked) -> str:
    """The agreed score, to one decimal; else the median."""
    outcome = question.outcome
    if outcome is not None and outcome["score_halves"] is not None:
        return said(outcome["score_halves"] / 2, 1)
    return said(question.last.median) if question.last.answers else ""


def _has_word(result: Counted) -> bool:
    return result.answers >= 5


def _votes(result: Counted) -> str:
    votes = "1 vote" if result.votes == 1 else f"{result.votes} votes"
    if result.median is None:
        return votes if not result.dont_know else f"{votes}, {result.dont_know} don’t know"
    return f"Median {said(result.median)}, {votes}"


def _checklist(ticked: list[Asked], number: int) -> Chart:
    chart = Chart(number)
    for question in ticked:
        chart.alone += [str(count) for count in question.last.counts if count]
        no, partly, yes = question.last.counts
        if question.last.dont_know:
            chart.phrases.append(f"{question.last.dont_know} don’t know")
        if question.last.answers:
            chart.phrases.append(f"{yes} yes, {partly} partly, {no} no")
    return chart


def _question_page(question: Asked, number: int) -> Chart:
    last = question.last
    chart = Chart(number, [str(count) for count in last.counts])
    chart.alone += [str(step) for step in range(1, len(last.counts) + 1)]
    if _leading(question):
        chart.alone.append(_leading(question))
    chart.phrases.append(_votes(last))
    if last.dont_know and last.answers:
        chart.phrases.append(f"{last.dont_know} don’t know")
    if _has_word(last):
        chart.phrases.append(f"Agreement {last.points} of 100")
    before, behind = _before(question)
    if before is not None:
        chart.alone += [str(count) for count in before.counts[1:]]
        chart.phrases.append(f"{before.counts[0]} {behind}")
        if before.median is not None and last.median is not None:
            chart.phrases.append(f"{said(before.median)} {behind}")
    for each in question.rounds[:-2]:
        chart.phrases.append(f"Round {each.number}")
        if each.whole.median is not None:
            chart.phrases.append(_votes(each.whole))
    return chart


def _before(question: Asked) -> tuple[Counted | None, str]:
    """What stands behind the bars, and how it is named."""
    if len(question.rounds) > 1:
        before = question.rounds[-2]
        return before.whole, f"in round {before.number}"
    if question.earlier is not None:
        counts = json.loads(question.earlier["counts"])
        return Counted(tuple(counts), question.earlier["dont_know"]), "last time"
    return None, ""
