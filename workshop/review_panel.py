"""Review panel: the earlier workshop's actions as the console lists them (facts -> lines, pure)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from frameworks.theme import Theme
from workshop.actions_staging import origin_said, review_place
from workshop.facts import Facts, ReviewFacts
from workshop.kinds import ActionStatus
from workshop.words import Words


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """An action to be reviewed; `late` says by how much it is, empty where it is not or is done.

    `now` marks the one in work, `reviewed` one whose status was said today.
    """

    id: str
    what: str
    theme: Theme | None
    second: bool
    origin: str
    owner: str
    due: str
    late: str
    measure: str
    status: ActionStatus
    reviewed: bool
    now: bool


def review_lines(facts: Facts, today: date, words: Words) -> tuple[ReviewLine, ...]:
    """The lines of the list, in its order; none outside the review."""
    at = review_place(facts)
    return tuple(_line(each, n == at, today, words) for n, each in enumerate(facts.review))


def _line(action: ReviewFacts, now: bool, today: date, words: Words) -> ReviewLine:
    late = 0
    if action.due is not None and action.status is not ActionStatus.DONE:
        late = max(0, (today - action.due).days)
    return ReviewLine(
        id=action.id,
        what=action.what,
        theme=action.theme,
        second=action.second,
        origin=origin_said(action.session, action.short, words),
        owner=action.owner or words.say("No owner yet"),
        due=words.day(action.due, "short") if action.due else words.say("No date yet"),
        late=words.count("{n} day late", "{n} days late", late) if late else "",
        measure=action.measure,
        status=action.status,
        reviewed=action.reviewed,
        now=now,
    )
