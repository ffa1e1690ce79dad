"""Checklists: what the room sees of a checklist that was answered (facts -> scene, pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workshop.phrases import mid_sentence
from workshop.question_facts import TogetherQuestion
from workshop.scene_header import Header
from workshop.together_order import result_of
from workshop.together_scenes import ChecklistRow, ChecklistScene
from workshop.words import Words, mark

NOT_REVEALED = mark("Not revealed yet")
MOST_NAMED = 2
LONGEST_STATEMENT = 110  # characters that three lines of a checklist's row hold


def checklist_scene(
    shown: Sequence[TogetherQuestion],
    ordered: Sequence[TogetherQuestion],
    header: Header,
    key: str,
    words: Words,
) -> ChecklistScene:
    """The page with the questions `shown` out of all of the checklist in the pack's order.

    A header without a place says how many voted, where each question had as many votes.
    """
    rounds = [question.round for question in ordered if question.round]
    rows = tuple(_row(question, words) for question in shown)
    seats = max((max(r.expected, r.result.votes if r.result else 0) for r in rounds), default=0)
    counted = {result.votes for q in ordered if (result := result_of(q)) is not None}
    votes = words.count("{n} vote", "{n} votes", max(counted)) if len(counted) == 1 else ""
    return ChecklistScene(
        header=replace(header, place=header.place or votes),
        heading=_heading(ordered, words),
        rows=rows,
        legend=_legend(ordered),
        seats=seats,
        place=header.place,
        foot=_gap_in_words(rows, seats, words),
        key=key,
    )


def _legend(questions: Sequence[TogetherQuestion]) -> tuple[str, str, str]:
    """Yes, partly and no in the pack's own words."""
    no, partly, yes = questions[0].labels if questions else ("", "", "")
    return yes, partly, no


def _gap_in_words(rows: Sequence[ChecklistRow], seats: int, words: Words) -> str:
    """What the open end of a bar stands for, where it is more than the don't-knows beside it."""
    if all(row.yes + row.partly + row.no + row.dont_know >= seats for row in rows):
        return ""
    if any(row.dont_know for row in rows):
        return words.say("Where a bar ends early: don’t know, or no vote.")
    return words.say("Where a bar ends early: no vote.")


def _row(question: TogetherQuestion, words: Words) -> ChecklistRow:
    result = result_of(question)
    no, partly, yes = result.counts if result else (0, 0, 0)
    short = len(question.text) > LONGEST_STATEMENT or not question.text
    unsure = result.dont_know if result else 0
    aside = words.count("{n} don’t know", "{n} don’t know", unsure) if unsure else ""
    if result is None:
        aside = words.say(NOT_REVEALED)
    elif not result.votes:
        aside = words.say("No votes yet")
    return ChecklistRow(
        name=question.short if short else question.text,
        yes=yes,
        partly=partly,
        no=no,
        dont_know=unsure,
        counts=_counts_in_words(question, yes, partly, no, words),
        aside=aside,
    )


def _counts_in_words(
    question: TogetherQuestion, yes: int, partly: int, no: int, words: Words
) -> str:
    said_no, said_partly, said_yes = question.labels
    return words.say(
        "{yes} {said_yes}, {partly} {said_partly}, {no} {said_no}",
        yes=yes,
        partly=partly,
        no=no,
        said_yes=mid_sentence(said_yes),
        said_partly=mid_sentence(said_partly),
        said_no=mid_sentence(said_no),
    )


def _heading(questions: Sequence[TogetherQuestion], words: Words) -> str:
    """Where more than half of the answers are no, else where they are yes."""
    results = [(q, result) for q in questions if (result := result_of(q)) is not None]
    if not any(result.votes for _, result in results):
        return words.say("Nothing was voted on yet")
    of = len(questions)
    missing = [q for q, result in results if 2 * result.counts[0] > result.answers]
    there = sum(2 * result.counts[-1] > result.answers for _, result in results)
    if len(missing) > MOST_NAMED:
        return words.say("Mostly no to {n} of {m}", n=len(missing), m=of)
    if missing:
        names = [mid_sentence(q.short) for q in missing]
        if len(names) == 1:
            return words.say("Mostly no: {name}", name=names[0])
        return words.say("Mostly no: {first} and {second}", first=names[0], second=names[1])
    if not there:
        return words.say("Nothing here has a clear yes")
    if there == of:
        return words.count("Mostly yes", "Mostly yes to all {n}", of)
    return words.say("Mostly yes to {n} of {m}", n=there, m=of)
