"""Actions staging: the scenes that list actions, and the end of the day (facts -> scene, pure)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workshop.facts import ActionFacts, Facts, ReviewFacts
from workshop.kinds import ActionStatus, ItemKind
from workshop.phrases import STATUS_NAMES, mid_sentence
from workshop.scenes import FinishedScene, ReadBackRow, ReadBackScene, ReviewRow, ReviewScene
from workshop.steps import READ_BACK_ROWS, action_pages
from workshop.words import Words


def read_back_scene(facts: Facts, words: Words) -> ReadBackScene:
    """A page of the actions, as they are planned or read back."""
    shown = [action for action in facts.actions if not action.off_wall]
    # An action dropped meanwhile can leave the day on a page that is no more.
    first = min(facts.page, action_pages(facts) - 1) * READ_BACK_ROWS
    page = shown[first : first + READ_BACK_ROWS]
    place = ""
    if page:
        place = words.say(
            "{first} to {last} of {n}", first=first + 1, last=first + len(page), n=len(shown)
        )
    item = facts.item
    planning = item is not None and item.kind is ItemKind.ACTION_PLANNING
    return ReadBackScene(
        heading=item.title if planning and item else words.say("What we will do"),
        range=place,
        heads=(words.say("Action"), words.say("By when, by whom"), words.say("How we will know")),
        rows=tuple(_row(first + n, action, words) for n, action in enumerate(page, 1)),
        empty="" if page else words.say("No actions were proposed today."),
    )


def _row(number: int, action: ActionFacts, words: Words) -> ReadBackRow:
    return ReadBackRow(
        number=number,
        what=action.what,
        theme=action.theme,
        second=action.second,
        origin=origin_said(action.session, action.short, words),
        due=_due(action.due, words),
        owner=action.owner or words.say("No owner yet"),
        measure=action.measure,
    )


def _due(due: date | None, words: Words) -> str:
    return words.day(due, "short") if due else words.say("No date yet")


def origin_said(session: str, question: str, words: Words) -> str:
    """Where an action came from: 'Strategy, recovery'."""
    if not question:
        return session
    return words.say("{session}, {question}", session=session, question=mid_sentence(question))


def review_scene(facts: Facts, words: Words) -> ReviewScene:
    """A page of the earlier workshop's actions, with the one in work marked."""
    found = facts.review
    at = review_place(facts)
    first = at // READ_BACK_ROWS * READ_BACK_ROWS
    page = found[first : first + READ_BACK_ROWS]
    place = ""
    if len(found) > len(page):
        place = words.say(
            "{first} to {last} of {n}", first=first + 1, last=first + len(page), n=len(found)
        )
    earlier_on = facts.workshop.earlier_on
    what = words.say("What we agreed on")
    if earlier_on is not None:
        what = words.say("What we agreed on, {day}", day=words.day(earlier_on))
    return ReviewScene(
        heading=facts.item.title if facts.item else words.say("What became of it"),
        range=place,
        heads=(what, words.say("By when, by whom"), words.say("How it stands")),
        rows=tuple(_review_row(each, first + n == at, words) for n, each in enumerate(page)),
        foot=done_said([each.status for each in found], words),
    )


def review_place(facts: Facts) -> int:
    """The place of the action in work, from 0; some may have been dropped meanwhile."""
    return max(0, min(facts.page, len(facts.review) - 1))


def done_said(statuses: Sequence[ActionStatus], words: Words) -> str:
    """How many of the actions are done: "1 of 7 is done"."""
    if not statuses:
        return words.say("No action was left open.")
    done = statuses.count(ActionStatus.DONE)
    return words.count("{n} of {m} is done", "{n} of {m} are done", done, m=len(statuses))


def _review_row(action: ReviewFacts, now: bool, words: Words) -> ReviewRow:
    return ReviewRow(
        what=action.what,
        theme=action.theme,
        second=action.second,
        origin=origin_said(action.session, action.short, words),
        owner=action.owner or words.say("No owner yet"),
        due=_due(action.due, words),
        status=action.status,
        said=words.say(STATUS_NAMES[action.status]),
        now=now,
    )


def finished_scene(facts: Facts, words: Words) -> FinishedScene:
    """The thanks, and how many actions leave the room."""
    shown = [action for action in facts.actions if not action.off_wall]
    agreed = sum(action.state == "agreed" for action in shown)
    proposed = len(shown) - agreed
    text = words.say("The day is done.")
    if agreed:
        text = words.count(
            "{n} action leaves this room with us.", "{n} actions leave this room with us.", agreed
        )
    elif proposed:
        text = words.count(
            "{n} action is proposed, and not agreed yet.",
            "{n} actions are proposed, and not agreed yet.",
            proposed,
        )
    return FinishedScene(
        organisation=facts.workshop.organisation,
        title=facts.workshop.title,
        heading=words.say("Thank you"),
        text=text,
    )
