"""Charts: frozen models of every number, word and position that a chart shows.

Two painters draw each model, one on screen and one in files, so that both say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from workshop.agreement import Agreement, AgreementWord
from workshop.prompts import (
    BORDERLINE,
    HEADINGS,
    camps_in_words,
    range_in_words,
)
from workshop.tally import Distribution
from workshop.words import Words, mark

MOST_BRICKS = 40
LEAST_UNITS = 6
LAST_TIME = 0
"""Stands for a round's number where what came before is the earlier workshop's result."""

NO_VOTES = mark("No votes yet")
ALL_DONT_KNOW = mark("All don’t know")
MEDIAN = mark("median")

IN_A_SENTENCE: dict[AgreementWord, tuple[str, str]] = {
    AgreementWord.AGREED: (mark("in agreement"), mark("in agreement, borderline")),
    AgreementWord.CLOSE: (mark("close to agreement"), mark("close to agreement, borderline")),
    AgreementWord.SPREAD: (mark("spread out"), mark("spread out, borderline")),
    AgreementWord.SPLIT: (mark("split"), mark("split, borderline")),
}
EARLIER: dict[AgreementWord, str] = {
    AgreementWord.AGREED: mark("Round {round}: in agreement, {agreement}."),
    AgreementWord.CLOSE: mark("Round {round}: close to agreement, {agreement}."),
    AgreementWord.SPREAD: mark("Round {round}: spread out, {agreement}."),
    AgreementWord.SPLIT: mark("Round {round} was split: {camps}."),
}
LAST_TIME_TEXTS: dict[AgreementWord, str] = {
    AgreementWord.AGREED: mark("Last time: in agreement, {agreement}."),
    AgreementWord.CLOSE: mark("Last time: close to agreement, {agreement}."),
    AgreementWord.SPREAD: mark("Last time: spread out, {agreement}."),
    AgreementWord.SPLIT: mark("Last time it was split: {camps}."),
}
EARLIER_IN_A_SENTENCE: dict[AgreementWord, str] = {
    AgreementWord.AGREED: mark("round {round} was in agreement"),
    AgreementWord.CLOSE: mark("round {round} was close to agreement"),
    AgreementWord.SPREAD: mark("round {round} was spread out"),
    AgreementWord.SPLIT: mark("round {round} was split"),
}
LAST_TIME_IN_A_SENTENCE: dict[AgreementWord, str] = {
    AgreementWord.AGREED: mark("last time it was in agreement"),
    AgreementWord.CLOSE: mark("last time it was close to agreement"),
    AgreementWord.SPREAD: mark("last time it was spread out"),
    AgreementWord.SPLIT: mark("last time it was split"),
}


@dataclass(frozen=True, slots=True)
class DistributionColumn:
    """One step of the scale: its bar in votes, the ghost of the round before, and their words.

    `ghost` is None without a round before; the first column's `ghost_text` names the round.
    """

    step: int
    step_text: str
    label: str
    count: int
    count_text: str
    ghost: int | None
    ghost_text: str | None
    is_median: bool


@dataclass(frozen=True, slots=True)
class DistributionChart:
    """The votes of one round, with the round before as a ghost.

    Heights are in votes: a plot as high as `unit_max` votes. `bricks` is False above 40 votes.
    `median_between` holds the two neighbouring steps of a half-step median (no column's
    `is_median` is set then). `heading` is the agreement in words, "from 2 to 4" under 5 answers;
    `borderline_text` follows it. `agreement_text` is 0 to 100 and None where there is no word.
    `earlier_text` and `earlier_median_text` speak of the round before. `description` is the whole
    chart in one sentence, for screen readers.
    """

    columns: tuple[DistributionColumn, ...]
    unit_max: int
    bricks: bool
    median: float | None
    median_text: str | None
    median_label: str
    median_between: tuple[int, int] | None
    heading: str
    borderline_text: str | None
    agreement_text: str | None
    votes_text: str
    earlier_text: str | None
    earlier_median_text: str | None
    description: str


def distribution_chart(
    now: Distribution,
    labels: tuple[str, ...],
    before: Distribution | None,
    before_round: int | None,
    words: Words,
) -> DistributionChart:
    """The chart of a round's `now` with the round `before` it, which has number `before_round`.

    LAST_TIME as its number says that `before` is what the earlier workshop came to.
    `labels` name the steps, lowest first. Raises ValueError unless labels and both distributions
    have the same number of steps, and unless a round before comes with its number.
    """
    if (before is None) != (before_round is None):
        raise ValueError("a round before comes with its number")
    if len(labels) != now.steps or (before is not None and before.steps != now.steps):
        raise ValueError("labels and rounds differ in their number of steps")
    earlier = None if before is None or before_round is None else (before, before_round)
    between = _median_between(now.median)
    return DistributionChart(
        columns=_columns(now, labels, earlier, words),
        unit_max=max(*now.counts, *(before.counts if before else ()), LEAST_UNITS),
        bricks=now.votes <= MOST_BRICKS,
        median=now.median,
        median_text=None if now.median is None else words.number(now.median),
        median_label=words.say(MEDIAN),
        median_between=between,
        heading=heading(now, words),
        borderline_text=words.say(BORDERLINE) if now.agreement.borderline else None,
        agreement_text=_agreement_text(now),
        votes_text=votes_in_words(now, words),
        earlier_text=_earlier_text(*earlier, words) if earlier else None,
        earlier_median_text=_earlier_median_text(*earlier, words) if earlier else None,
        description=_description(now, earlier, words),
    )


def heading(distribution: Distribution, words: Words) -> str:
    """The sentence over a chart: the agreement in words, or what stands for it."""
    word = distribution.agreement.word
    if word is not None:
        return words.say(HEADINGS[word])
    if distribution.answers:
        return range_in_words(distribution, words)
    return words.say(ALL_DONT_KNOW if distribution.dont_know else NO_VOTES)


def votes_in_words(distribution: Distribution, words: Words) -> str:
    """How many voted: "24 votes, 2 don’t know", or "24 votes" where everyone answered."""
    votes, dont_know = distribution.votes, distribution.dont_know
    if not dont_know:
        return words.count("{n} vote", "{n} votes", votes)
    return words.count(
        "{n} vote, {dont_know} don’t know",
        "{n} votes, {dont_know} don’t know",
        votes,
        dont_know=dont_know,
    )


def points_in_words(agreement: Agreement, words: Words) -> str:
    """The agreement's number, and behind it that its word is near its edge: "70, borderline".

    The number follows its word at once: behind "borderline" it would read as that term's own.
    """
    if not agreement.borderline:
        return str(agreement.points)
    return words.say("{points}, borderline", points=agreement.points)


def _columns(
    now: Distribution,
    labels: tuple[str, ...],
    earlier: tuple[Distribution, int] | None,
    words: Words,
) -> tuple[DistributionColumn, ...]:
    columns = []
    for step, (label, count) in enumerate(zip(labels, now.counts, strict=True), 1):
        ghost, ghost_text = None, None
        if earlier is not None:
            before, number = earlier
            ghost = before.counts[step - 1]
            ghost_text = _of_earlier(str(ghost), number, words) if step == 1 else str(ghost)
        is_median = step == now.median
        columns.append(
            DistributionColumn(
                step, str(step), label, count, str(count), ghost, ghost_text, is_median
            )
        )
    return tuple(columns)


def _of_earlier(said: str, number: int, words: Words) -> str:
    """A count or a median with where it is from: "3 in round 1", "3 last time"."""
    if number == LAST_TIME:
        return words.say("{n} last time", n=said)
    return words.say("{n} in round {round}", n=said, round=number)


def _median_between(median: float | None) -> tuple[int, int] | None:
    if median is None or median == floor(median):
        return None
    return floor(median), ceil(median)


def _agreement_text(distribution: Distribution) -> str | None:
    agreement = distribution.agreement
    return None if agreement.word is None else str(agreement.points)


def _earlier_text(before: Distribution, number: int, words: Words) -> str:
    agreement = before.agreement
    if agreement.word is None:
        return _earlier_without_a_word(before, number, words)
    camps = camps_in_words(agreement.camps, words) if agreement.camps else ""
    texts = LAST_TIME_TEXTS if number == LAST_TIME else EARLIER
    return words.say(texts[agreement.word], round=number, agreement=agreement.points, camps=camps)


def _earlier_without_a_word(before: Distribution, number: int, words: Words) -> str:
    low, high = before.lowest, before.highest
    if number == LAST_TIME:
        said = range_in_words(before, words) or words.say("no answers")
        return words.say("Last time: {range}.", range=said)
    if low is None:
        return words.say("Round {round}: no answers.", round=number)
    if low == high:
        return words.say("Round {round}: all at {step}.", round=number, step=low)
    return words.say("Round {round}: from {low} to {high}.", round=number, low=low, high=high)


def _earlier_median_text(before: Distribution, number: int, words: Words) -> str | None:
    if before.median is None:
        return None
    return _of_earlier(words.number(before.median), number, words)


def _description(now: Distribution, earlier: tuple[Distribution, int] | None, words: Words) -> str:
    if now.median is None:
        return heading(now, words)
    agreement = now.agreement
    said = range_in_words(now, words)
    if agreement.word is not None:
        said = words.say(IN_A_SENTENCE[agreement.word][agreement.borderline])
    values = {
        "chosen": _most_chosen(now, words),
        "median": words.number(now.median),
        "agreement": said,
    }
    if earlier is None:
        return words.say("{chosen}; median {median}; {agreement}", **values)
    before = _earlier_in_a_sentence(*earlier, words)
    return words.say("{chosen}; median {median}; {agreement}; {before}", before=before, **values)


def _most_chosen(now: Distribution, words: Words) -> str:
    most = max(now.counts)
    steps = [str(step) for step, count in enumerate(now.counts, 1) if count == most]
    if len(steps) == 1:
        return words.say("{n} of {m} chose {step}", n=most, m=now.votes, step=steps[0])
    each = ", ".join(steps)
    return words.say("{n} of {m} chose each of {steps}", n=most, m=now.votes, steps=each)


def _earlier_in_a_sentence(before: Distribution, number: int, words: Words) -> str:
    word, low, high = before.agreement.word, before.lowest, before.highest
    if word is not None:
        texts = LAST_TIME_IN_A_SENTENCE if number == LAST_TIME else EARLIER_IN_A_SENTENCE
        return words.say(texts[word], round=number)
    if number == LAST_TIME:
        said = range_in_words(before, words) or words.say("no answers")
        return words.say("last time: {range}", range=said)
    if low is None:
        return words.say("round {round} had no answers", round=number)
    if low == high:
        return words.say("round {round} was all at {step}", round=number, step=low)
    return words.say("round {round} went from {low} to {high}", round=number, low=low, high=high)
