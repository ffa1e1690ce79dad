"""Item staging: the scenes of agenda items that are no session (facts -> scene, pure)."""

from __future__ import annotations

from workshop.agenda import clock_text, minutes_of_day
from workshop.facts import Facts, OutlineItem, TimerFace
from workshop.scenes import BreakScene, ClosingScene, GroupWorkScene, TableSeat
from workshop.tally import Distribution
from workshop.words import Words, mark

MOST_TASKS = 3
CLOSING_LABELS = (
    mark("not worth it"),
    mark("hardly"),
    mark("fairly"),
    mark("well"),
    mark("fully worth it"),
)


def group_work_scene(facts: Facts, item: OutlineItem, words: Words) -> GroupWorkScene:
    """The task of the groups; its timer runs once they have begun."""
    timer = facts.timer if item.id == facts.item_id else None
    back = words.count("{n} minute", "{n} minutes", item.minutes)
    if timer is not None:
        back = words.say("Back together at {time}", time=_ends(timer))
    return GroupWorkScene(
        heading=item.title,
        task=item.purpose or item.title,
        steps=item.tasks[:MOST_TASKS],
        tables=tuple(
            TableSeat(words.say("Table {n}", n=n), team.name)
            for n, team in enumerate(facts.teams, 1)
        ),
        timer=timer,
        back=back,
        over=words.say("Back together"),
    )


def break_scene(facts: Facts, item: OutlineItem, words: Words) -> BreakScene:
    """When it goes on, and with what; a break that is over says so by its clock time alone."""
    following = _following(facts, item)
    timer = facts.timer if item.id == facts.item_id else None
    back = _ends(timer) if timer is not None else ""
    return BreakScene(
        heading=words.say("Break. Back at") if back else words.say("Break"),
        back=back,
        following_theme=following.theme if following else None,
        following_second=following.second if following else False,
        following=words.say("Then: {item}", item=following.title) if following else "",
        remark=item.remark,
        timer=timer,
        workshop=facts.workshop.title,
    )


def _following(facts: Facts, item: OutlineItem) -> OutlineItem | None:
    ids = [each.id for each in facts.items]
    after = facts.items[ids.index(item.id) + 1 :]
    return next((each for each in after if not each.left_out), None)


def _ends(timer: TimerFace) -> str:
    """The clock time at which a timer is over, as if a pause ended now."""
    return clock_text(minutes_of_day(timer.started_at + timer.length_s * 1000 + timer.paused_ms))


def closing_scene(facts: Facts, item: OutlineItem, words: Words, *, shown: bool) -> ClosingScene:
    """Was the day worth it, and one word; the hands are there once they are `shown`."""
    closing = facts.closing
    counts = closing.counts if closing is not None else ()
    votes = sum(counts)
    return ClosingScene(
        heading=item.title,
        question=_worth(counts if shown else (), words),
        labels=tuple(words.say(label) for label in CLOSING_LABELS),
        counts=counts if shown and counts else None,
        votes=words.count("{n} hand", "{n} hands", votes) if votes else "",
        words_heading=words.say("One word for today"),
        words=tuple(text for _, text in closing.words) if closing is not None else (),
        facts=_afterwards(facts, words),
    )


def _worth(counts: tuple[int, ...], words: Words) -> str:
    """The question of the close, and once its hands are shown their median."""
    median = Distribution(counts).median if sum(counts) else None
    if median is None:
        return words.say("Was today worth your time?")
    return words.say(
        "Was today worth your time? {median} of {most}",
        median=words.number(median),
        most=len(counts),
    )


def _afterwards(facts: Facts, words: Words) -> tuple[tuple[str, str], ...]:
    workshop = facts.workshop
    review = words.day(workshop.review_on) if workshop.review_on else ""
    said = (
        (words.say("We meet again"), review),
        (words.say("Who gets the plan"), workshop.plan_goes_to),
        (words.say("Who answers, by when"), workshop.who_answers),
    )
    return tuple((name, text) for name, text in said if text)
