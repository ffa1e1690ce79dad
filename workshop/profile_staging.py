"""Profile staging: the sessions' scores, and where they stood last time (facts -> scene, pure)."""

from __future__ import annotations

from workshop.facts import Facts, ItemKind, OutlineItem
from workshop.last_time import change_in_words
from workshop.scenes import ProfileRow, ProfileScene
from workshop.words import Words

MOST_ROWS = 8
NEARLY_AS_MUCH = 0.1
"""What rose by so much less than the most is named beside it."""


def profile_scene(facts: Facts, words: Words) -> ProfileScene:
    """The sessions' scores so far, each with its lowest and its highest question.

    In a workshop that repeats an earlier one each has its score of last time beside it.
    """
    sessions = [item for item in facts.items if item.kind is ItemKind.SESSION and not item.left_out]
    rows = tuple(_row(item, words) for item in sessions[:MOST_ROWS])
    known = sum(row.score is not None for row in rows)
    foot = words.count("{n} of {m} session", "{n} of {m} sessions", known, m=len(rows))
    labels = facts.workshop.scale_labels
    if all(row.earlier is None for row in rows):
        return ProfileScene(_heading(rows, words), rows, labels, foot)
    marks = words.say("Bar: lowest to highest question. Small dots: each question.")
    item = facts.item
    return ProfileScene(
        heading=_heading_of_changes(rows, words) or _heading(rows, words),
        rows=rows,
        labels=labels,
        foot=marks if known == len(rows) else words.say("{foot}. {marks}", foot=foot, marks=marks),
        title=item.title if item is not None else words.say("Where we stand"),
        topic=facts.workshop.title,
        ends=words.say("1 low, {n} high", n=len(labels)),
        then=words.say("Last time"),
        now=words.say("Today"),
        heads=(words.say("Today"), words.say("Change")),
        outline=_outline(facts, words),
    )


def _row(item: OutlineItem, words: Words) -> ProfileRow:
    assert item.theme is not None, "a session has a theme"
    scores = [q.score for q in item.questions if q.counts and q.score is not None]
    score = float(item.score.value) if item.score is not None else None
    change = ""
    if score is not None and item.earlier_score is not None:
        change = change_in_words(score, item.earlier_score, words)
    return ProfileRow(
        theme=item.theme,
        second=item.second,
        name=item.title,
        score=score,
        score_text=words.number(score, 1) if score is not None else "",
        lowest=min(scores, default=None),
        highest=max(scores, default=None),
        basis=words.count("{n} question", "{n} questions", len(scores)) if scores else "",
        earlier=item.earlier_score,
        change=change,
        dots=tuple(scores),
    )


def _heading(rows: tuple[ProfileRow, ...], words: Words) -> str:
    known = sorted((row for row in rows if row.score is not None), key=lambda r: r.score or 0.0)
    if not known:
        return words.say("Nothing is scored yet")
    highest, lowest = known[-1], known[0]
    if len(known) == 1 or highest.score_text == lowest.score_text:
        return words.say("So far at {score}", score=highest.score_text)
    return words.say("{name} stands highest, {other} lowest", name=highest.name, other=lowest.name)


def _heading_of_changes(rows: tuple[ProfileRow, ...], words: Words) -> str:
    """What rose and what slipped, in one or two sentences; empty where nothing can be compared."""
    moved = [
        (round(row.score - row.earlier, 1), row.name)
        for row in rows
        if row.score is not None and row.earlier is not None
    ]
    if not moved:
        return ""
    said = (_rose(moved, words), _slipped(moved, words))
    sentences = [sentence for sentence in said if sentence]
    if not sentences:
        return words.say("All stand where they stood last time.")
    return " ".join(sentences)


def _rose(moved: list[tuple[float, str]], words: Words) -> str:
    rose = sorted((each for each in moved if each[0] > 0), key=lambda each: -each[0])
    if not rose:
        return ""
    first = rose[0]
    if len(rose) == 1:
        return words.say("{name} rose.", name=first[1])
    second = rose[1]
    if round(first[0] - second[0], 1) > NEARLY_AS_MUCH:
        return words.say("{name} rose most.", name=first[1])
    if len(rose) == 2:
        return words.say("{name} and {other} rose.", name=first[1], other=second[1])
    return words.say("{name} and {other} rose most.", name=first[1], other=second[1])


def _slipped(moved: list[tuple[float, str]], words: Words) -> str:
    slipped = sorted(each for each in moved if each[0] < 0)
    if not slipped:
        return ""
    if len(slipped) > 1:
        return words.say("{name} slipped most.", name=slipped[0][1])
    return words.say("{name} slipped.", name=slipped[0][1])


def _outline(facts: Facts, words: Words) -> str:
    earlier_on = facts.workshop.earlier_on
    if earlier_on is None:
        return words.say("Outline: last time")
    return words.say("Outline: last time, {day}", day=words.day(earlier_on))
