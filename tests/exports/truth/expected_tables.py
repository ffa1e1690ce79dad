"""The tables as they must be, from what is known: name, titles and rows, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from tests.exports.truth.expected_heat import allowed_teams
from tests.exports.truth.known import Asked, Known, Part, day_of
from tests.exports.truth.statistics import Counted, mean_score
from workshop.agreement import AgreementWord, describe

Cell = str | int | float | date | None
Cells = list[Cell]

WORDS: Final = {
    AgreementWord.AGREED: "In agreement",
    AgreementWord.CLOSE: "Close to agreement",
    AgreementWord.SPREAD: "Spread out",
    AgreementWord.SPLIT: "Split",
}
WAYS: Final = ("hands", "wall", "phone", "paper", "for_someone")
STATUS: Final = {"not_started": "Not started", "under_way": "Under way", "done": "Done"}
OUTCOMES: Final = {"agreed": "Agreed", "differ": "Agreed to differ", "undecided": "Undecided"}
LINE_ENDS: Final = ("\r\n", "\r", "\x85", "\u2028", "\u2029")


def expected(known: Known) -> dict[str, list[Cells]]:
    """Every table by its name; one without rows is not there."""
    made: dict[str, list[Cells]] = {
        "Workshop": [_workshop(known)],
        "Sessions": list(_sessions(known)),
        "Themes": list(_themes(known)),
        "Questions": [_question(part, question) for part, question in known.asked],
        "Rounds": list(_rounds(known)),
        "Statistics": list(_statistics(known)),
        "Teams by question": list(_teams_by_question(known)),
        "Checklists": list(_checklists(known)),
        "Then and now": list(_then_and_now(known)),
        "Actions": list(_actions(known)),
        "Actions of last time": list(_review(known)),
        "Parking lot": [[n, text] for n, text in enumerate(known.parked, 1)],
        "Notes": list(_notes(known)),
        "Worth the time": [[n, hands] for n, hands in enumerate(known.hands, 1)]
        if any(known.hands)
        else [],
        "Words at the close": [[n, text] for n, text in enumerate(known.closing_words, 1)],
        "Teams": [[t.name, t.seats, t.present, t.observers] for t in known.teams],
    }
    sign: Cells = ["Rehearsal: nothing here is real"] if known.row["rehearsal"] else []
    return {
        name: [[_cell(each) for each in (*sign, *row)] for row in rows]
        for name, rows in made.items()
        if rows
    }


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, str):
        for end in LINE_ENDS:
            cell = cell.replace(end, "\n")
        return cell or None
    return round(cell, 6) if isinstance(cell, float) else cell


def _halves(value: int | None) -> float | None:
    return None if value is None else value / 2


def _yes(value: object) -> str:
    return "Yes" if value else "No"


def _workshop(known: Known) -> Cells:
    row = known.row
    return [
        row["title"],
        row["organisation"],
        day_of(row["held_on"]),
        f"{row['starts_at'] // 60:02}:{row['starts_at'] % 60:02}",
        row["place"],
        row["framework_title"],
        row["framework_version"],
        row["ballot"].capitalize(),
        "Each team" if row["voter"] == "team" else "Each person",
        row["minimum_group"],
        _halves(row["target_halves"]),
        len(known.teams),
        sum(team.seats for team in known.teams),
        row["purpose"],
        row["promise"],
        day_of(row["review_on"]),
        row["plan_goes_to"],
        row["who_answers"],
        row["earlier_title"],
        day_of(row["earlier_on"]),
    ]


def _sessions(known: Known) -> Iterator[Cells]:
    for number, part in enumerate(known.parts, 1):
        yield [
            number,
            part.row["title"],
            part.row["theme"].capitalize(),
            part.row["minutes"],
            _yes(part.row["left_out"]),
            None if part.score is None else float(part.score),
            len(part.scores) or None,
            len(part.questions),
            part.row["earlier_score"],
            part.row["purpose"],
        ]


def _themes(known: Known) -> Iterator[Cells]:
    for theme in dict.fromkeys(part.row["theme"] for part in known.parts):
        scores = [s for part in known.parts if part.row["theme"] == theme for s in part.scores]
        score = mean_score(scores)
        if score is not None:
            yield [theme.capitalize(), float(score), len(scores)]


def _named(part: Part, question: Asked) -> Cells:
    return [part.row["title"], question.row["key"], question.row["short"]]


def _question(part: Part, question: Asked) -> Cells:
    outcome = question.outcome
    written: Cells = [None] * 8
    if outcome is not None:
        open_to_all = not outcome["off_report"]
        texts = [
            outcome[name] if open_to_all else None
            for name in ("evidence", "low_position", "high_position", "finds_out", "finds_out_how")
        ]
        written = [
            texts[0],
            _halves(outcome["low_halves"]),
            texts[1],
            _halves(outcome["high_halves"]),
            texts[2],
            texts[3],
            texts[4],
            day_of(outcome["finds_out_by"]) if open_to_all else None,
        ]
    scale = "; ".join(f"{n} {label}" for n, label in enumerate(question.labels, 1))
    return [
        *_named(part, question),
        question.row["text"],
        scale,
        "Checklist" if question.kind == "checklist" else "Rating",
        _yes(question.row["skipped"] or part.row["left_out"]),
        len(question.rounds),
        question.unrevealed,
        question.last.median if question.rounds else None,
        _halves(outcome["score_halves"]) if outcome is not None else None,
        OUTCOMES[outcome["kind"]] if outcome is not None else "Undecided",
        *written,
        "; ".join(json.loads(question.row["sources"])),
    ]


def _answers(question: Asked, result: Counted) -> Iterator[Cells]:
    for step, (label, count) in enumerate(zip(question.labels, result.counts, strict=True), 1):
        yield [step, label, count, count / result.answers if result.answers else None]
    if question.row["dont_know"] or result.dont_know:
        yield [0, "Don't know", result.dont_know, None]


def _rounds(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        for each in question.rounds:
            ballot = "Secret" if each.secret else "Open"
            for answer in _answers(question, each.whole):
                yield [*_named(part, question), each.number, ballot, *answer]


def _statistics(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        for each in question.rounds:
            last = each is question.rounds[-1]
            ways = [each.ways.get(way) for way in WAYS] if last else [None] * len(WAYS)
            yield [
                *_named(part, question),
                each.number,
                "Secret" if each.secret else "Open",
                each.whole.votes,
                each.expected,
                *_of(each.whole),
                *ways,
            ]


def _of(result: Counted) -> Cells:
    agreement = describe(result.counts)
    low, high = result.quartiles or (None, None)
    return [
        result.answers,
        result.dont_know,
        result.median,
        result.points,
        WORDS[agreement.word] if agreement.word else None,
        _yes(agreement.borderline) if agreement.word else None,
        result.tastle_wierman,
        result.van_der_eijk,
        result.deviation,
        result.deviation_share,
        low,
        high,
        None if low is None or high is None else high - low,
    ]


def _teams_by_question(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        if not question.rounds:
            continue
        last = question.rounds[-1]
        ballot = "Secret" if last.secret else "Open"
        apart = set(last.groups) - {""}
        if known.row["voter"] != "team":
            votes = {t.id: last.groups[t.id].votes for t in known.teams if t.id in last.groups}
            votes[""] = last.groups[""].votes if "" in last.groups else 0
            apart = allowed_teams(votes, known.row["minimum_group"])
        told = [(t.name, last.groups[t.id]) for t in known.teams if t.id in apart]
        others = [of for team, of in last.groups.items() if team not in apart]
        if others:
            counts = tuple(map(sum, zip(*(of.counts for of in others), strict=True)))
            told.append(("The rest", Counted(counts, sum(of.dont_know for of in others))))
        for name, of in told:
            numbers = (of.answers, of.dont_know, of.median)
            yield [*_named(part, question), last.number, ballot, name, *numbers]


def _checklists(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        if question.kind == "checklist" and question.rounds:
            for _, label, votes, _ in _answers(question, question.last):
                yield [*_named(part, question), label, votes]


def _then_and_now(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        row = question.earlier
        if row is None or not question.rounds:
            continue
        then, now = Counted(tuple(json.loads(row["counts"])), row["dont_know"]), question.last
        agreed = question.outcome["score_halves"] if question.outcome is not None else None
        yield [
            *_named(part, question),
            _yes(row["text"] != question.row["text"]),
            then.answers,
            then.median,
            _halves(row["score_halves"]),
            then.points,
            now.answers,
            now.median,
            _halves(agreed),
            now.points,
        ]


def _actions(known: Known) -> Iterator[Cells]:
    for number, row in enumerate(known.actions, 1):
        part, question = known.origin(row)
        yield [
            number,
            row["what"],
            row["first_step"],
            row["owner"],
            _yes(row["owner_absent"]),
            day_of(row["due"]),
            row["measure"],
            row["state"].capitalize(),
            STATUS[row["status"]],
            part.row["title"] if part else "",
            question.row["short"] if question else "",
        ]


def _review(known: Known) -> Iterator[Cells]:
    for number, row in enumerate(known.review, 1):
        yield [
            number,
            row["what"],
            row["owner"],
            day_of(row["due"]),
            row["measure"],
            STATUS[row["status"]],
            _yes(row["reviewed_at"] is not None),
            row["session"],
            row["short"],
        ]


def _notes(known: Known) -> Iterator[Cells]:
    for part, question in known.asked:
        for note in question.notes:
            yield [part.row["title"], question.row["short"], note["text"]]
