"""Actions staging: the scenes that list actions, and the end of the day (facts -> scene, pure)."""

from __future__ import annotations

from workshop.facts import ActionFacts, Facts, ItemKind
from workshop.scenes import FinishedScene, ReadBackRow, ReadBackScene
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
        origin=_origin(action, words),
        due=words.day(action.due, "short") if action.due else words.say("No date yet"),
        owner=action.owner or words.say("No owner yet"),
        measure=action.measure,
    )


def _origin(action: ActionFacts, words: Words) -> str:
    """Where an action came from: 'Strategy, recovery'."""
    if not action.short:
        return action.session
    # "IT" and "CRM" stay as they are.
    is_word = action.short[1:2].islower()
    short = action.short[:1].lower() + action.short[1:] if is_word else action.short
    return words.say("{session}, {question}", session=action.session, question=short)


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
