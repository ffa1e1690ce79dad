"""Prompts: what the shape of the votes asks the room to talk about, and the shape in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workshop.agreement import FEWEST_FOR_A_WORD, AgreementWord, Camp
from workshop.tally import Distribution
from workshop.words import Words, mark

# A count is named from here up; one or two votes would point at people.
FEWEST_TO_NAME = 3
MANY_DONT_KNOW = 3

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
BEFORE_A_NUMBER = re.compile(r"(?<=\S) (?=\d)")


class Shape(StrEnum):
    """What the votes on one question look like, as far as the talk depends on it."""

    NO_VOTES = "no_votes"
    MANY_DONT_KNOW = "many_dont_know"
    FEW = "few"
    FEW_ALIKE = "few_alike"
    SPLIT = "split"
    STAYING_VOTES = "staying_votes"
    LONE_VOTES = "lone_votes"
    LONE_VOICE = "lone_voice"
    SPREAD = "spread"
    CLOSE = "close"
    AGREED_HIGH = "agreed_high"
    AGREED_LOW = "agreed_low"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A talk prompt: its marked text and the values of its places; `say` makes the sentence."""

    text: str
    values: Mapping[str, int] = field(default_factory=dict)

    def say(self, words: Words) -> str:
        """The sentence in one language; a number of votes up to ten is spelled out.

        No line of the wall begins with a number that belongs to the word before it.
        """
        said: dict[str, object] = dict(self.values)
        number = NUMBERS.get(self.values.get("votes", 0))
        if number is not None:
            said["votes"] = words.say(number)
        return BEFORE_A_NUMBER.sub(NO_BREAK_SPACE, words.say(self.text, **said))


# They stand at the start of a sentence only.
NUMBERS: Mapping[int, str] = {
    3: mark("Three"),
    4: mark("Four"),
    5: mark("Five"),
    6: mark("Six"),
    7: mark("Seven"),
    8: mark("Eight"),
    9: mark("Nine"),
    10: mark("Ten"),
}

# None is longer than the three lines that the talk column of the wall has for it.
WORDINGS: Mapping[Shape, tuple[str, ...]] = {
    Shape.NO_VOTES: (
        mark("Nobody has voted. What would make this easier to answer?"),
        mark("No votes yet. What is unclear about the question?"),
        mark("Nothing to compare yet. How do you read this question?"),
    ),
    Shape.MANY_DONT_KNOW: (
        mark("What would we need to look at to know?"),
        mark("Who could tell us, and what would we ask them?"),
        mark("What could we count for a week that would answer this?"),
        mark("What do we see of this, and what never reaches us?"),
    ),
    Shape.FEW: (
        mark("From {low} to {high}: lowest first."),
        mark("From {low} to {high}: what did you see? Lowest first."),
        mark("From {low} to {high}: one example each, lowest first."),
    ),
    Shape.FEW_ALIKE: (
        mark("All at {low}: what is that based on?"),
        mark("All at {low}: one example each."),
        mark("All at {low}: what would change that?"),
    ),
    Shape.SPLIT: (
        mark("One voice from each camp, lowest first: what did you see?"),
        mark("One example from each camp, lowest first. Then we argue."),
        mark("How could both camps be right? Lowest first."),
        mark("Lower camp first: what did you have in mind? Then the other."),
    ),
    Shape.STAYING_VOTES: (
        mark("{votes} votes stay at {step}. What might those colleagues be seeing?"),
        mark("{votes} votes are still at {step}. What have we not talked about?"),
        mark("{votes} votes remain at {step}. What would have to change first?"),
    ),
    Shape.LONE_VOTES: (
        mark("{votes} votes stand at {step}. What might those colleagues be seeing?"),
        mark("{votes} votes are at {step}. What is seen from there?"),
        mark("{votes} votes lie at {step}. Where could that be true?"),
    ),
    Shape.LONE_VOICE: (
        mark("Not all are near the middle. What is seen from further away?"),
        mark("Where could a very different answer be true?"),
        mark("On which day, or in which place, would we answer otherwise?"),
    ),
    Shape.SPREAD: (
        mark("Each team gives one example first. Then we compare."),
        mark("One example from each team before anyone argues."),
        mark("What did you have in mind? One case from each team."),
        mark("Do we all mean the same? Each team says what it pictured."),
    ),
    Shape.CLOSE: (
        mark("What separates {low} from {high} here?"),
        mark("What makes it {low} for some of us and {high} for others?"),
        mark("We are close. What would turn a {low} into a {high}?"),
    ),
    Shape.AGREED_HIGH: (
        mark("What keeps it so, and who else should know?"),
        mark("What makes this work, and what would put it at risk?"),
        mark("Who could learn this from us, and how would we show it?"),
    ),
    Shape.AGREED_LOW: (
        mark("What would one step up look like? What is the first move?"),
        mark("What is in the way of one step up, and who could move it?"),
        mark("If this were one step better, who would notice first?"),
    ),
}

HEADINGS: Mapping[AgreementWord, str] = {
    AgreementWord.AGREED: mark("In agreement"),
    AgreementWord.CLOSE: mark("Close to agreement"),
    AgreementWord.SPREAD: mark("Spread out"),
    AgreementWord.SPLIT: mark("Split"),
}
BORDERLINE = mark("borderline")

SHAPE_OF_WORD: Mapping[AgreementWord, Shape] = {
    AgreementWord.SPLIT: Shape.SPLIT,
    AgreementWord.SPREAD: Shape.SPREAD,
    AgreementWord.CLOSE: Shape.CLOSE,
}


def default_target(steps: int) -> float:
    """The line above which a score counts as high: the scale's middle step and a half."""
    return (steps + 1) / 2 + 0.5


def shape(
    distribution: Distribution, target: float | None = None, before: Distribution | None = None
) -> Shape:
    """What the talk depends on: the first that holds of many don't-knows (a quarter of the votes
    and three at least), under 5 answers, split, lone voices, spread, close, agreed high or low.

    High is a median at or above `target`, in steps (None: `default_target`). Lone votes are
    staying where the round `before` had as many to name on that step.
    """
    answers, dont_know = distribution.answers, distribution.dont_know
    if dont_know >= MANY_DONT_KNOW and dont_know * 4 >= distribution.votes:
        return Shape.MANY_DONT_KNOW
    if not answers:
        return Shape.NO_VOTES
    agreement = distribution.agreement
    if answers < FEWEST_FOR_A_WORD or agreement.word is None:
        return Shape.FEW_ALIKE if distribution.lowest == distribution.highest else Shape.FEW
    if agreement.lone_voices and agreement.word is not AgreementWord.SPLIT:
        return _lone(agreement.lone_voices, before)
    return SHAPE_OF_WORD.get(agreement.word) or _agreed(distribution, target)


def prompt(
    distribution: Distribution,
    target: float | None = None,
    turn: int = 0,
    before: Distribution | None = None,
) -> Prompt:
    """The talk prompt for these votes, after the votes of the round `before`.

    `turn` picks the wording; count it up through the day so that no two neighbours are alike.
    A prompt never names a count of 1 or 2, nor a team.
    """
    found = shape(distribution, target, before)
    wordings = WORDINGS[found]
    return Prompt(wordings[turn % len(wordings)], _values(found, distribution))


def in_words(distribution: Distribution) -> tuple[str, ...]:
    """The marked texts that say the agreement: a heading, then "borderline" where it is.

    Empty under 5 answers, where there is no word.
    """
    agreement = distribution.agreement
    if agreement.word is None:
        return ()
    heading = HEADINGS[agreement.word]
    return (heading, BORDERLINE) if agreement.borderline else (heading,)


def camps_in_words(camps: tuple[Camp, Camp], words: Words) -> str:
    """Where the camps of a split stand: "11 at 1–2, 13 at 3–5"."""
    low, high = camps
    return words.say(
        "{low_votes} at {low_steps}, {high_votes} at {high_steps}",
        low_votes=low.votes,
        low_steps=steps_in_words(low.low, low.high, words),
        high_votes=high.votes,
        high_steps=steps_in_words(high.low, high.high, words),
    )


def steps_in_words(low: int, high: int, words: Words) -> str:
    """A stretch of steps: "1–2", or "1" where it is one step."""
    return str(low) if low == high else words.say("{low}–{high}", low=low, high=high)


def range_in_words(distribution: Distribution, words: Words) -> str:
    """How far the answers reach: "from 2 to 4", "all at 3"; empty without answers."""
    low, high = distribution.lowest, distribution.highest
    if low is None:
        return ""
    if low == high:
        return words.say("all at {step}", step=low)
    return words.say("from {low} to {high}", low=low, high=high)


def _agreed(distribution: Distribution, target: float | None) -> Shape:
    line = default_target(distribution.steps) if target is None else target
    middle = distribution.median
    return Shape.AGREED_HIGH if middle is not None and middle >= line else Shape.AGREED_LOW


def _lone(voices: tuple[tuple[int, int], ...], before: Distribution | None) -> Shape:
    if len(voices) > 1 or voices[0][1] < FEWEST_TO_NAME:
        return Shape.LONE_VOICE
    step = voices[0][0]
    if before is not None and before.counts[step - 1] >= FEWEST_TO_NAME:
        return Shape.STAYING_VOTES
    return Shape.LONE_VOTES


def _values(found: Shape, distribution: Distribution) -> dict[str, int]:
    low, high = distribution.lowest, distribution.highest
    if low is None or high is None:
        return {}
    if found in {Shape.FEW, Shape.FEW_ALIKE}:
        return {"low": low, "high": high}
    if found in {Shape.LONE_VOTES, Shape.STAYING_VOTES}:
        ((step, votes),) = distribution.agreement.lone_voices
        return {"votes": votes, "step": step}
    if found is Shape.CLOSE:
        lower, upper = sorted(_two_most_chosen(distribution.counts))
        return {"low": lower, "high": upper}
    return {}


def _two_most_chosen(counts: tuple[int, ...]) -> list[int]:
    """The two steps with most votes, the lower ones of equals."""
    return sorted(range(1, len(counts) + 1), key=lambda step: -counts[step - 1])[:2]
