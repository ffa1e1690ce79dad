"""Sample parts: names, texts, timers and charts that the sample scenes are made of."""

from __future__ import annotations

from frameworks.theme import Theme
from workshop.charts import DistributionChart, distribution_chart
from workshop.facts import TimerFace
from workshop.scene_header import Header
from workshop.scenes import RevealScene, TouchScene
from workshop.tally import Distribution
from workshop.words import Words

NOW = 1_760_000_000_000
WORDS = Words("en")

HEADER = Header(Theme.STRATEGY, False, "Strategy", "Recovery", "Question 3 of 5")
INK_HEADER = Header(None, False, "Practice vote", "never kept", "")
LONG_HEADER = Header(
    Theme.PEOPLE,
    True,
    "Business processes and people",
    "Recovery when it goes wrong!",
    "Question 12 of 40",
)
EMPTY_HEADER = Header(None, False, "", "", "")
QUESTION = "When we let a patient down, do we own it, put it right and follow up the same day?"
LONG_QUESTION = (
    "When a patient, a relative or a colleague from another department tells us, at the desk, on "
    "the phone or in a letter, that something went wrong which was ours to get right, does the "
    "first person who hears of it feel able, trusted and equipped to put it right at once, without "
    "asking a manager, and does somebody who was there at the time follow it up with them before "
    "that same week is over?"
)
LABELS = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
LONG_LABELS = (
    "Never, as far as I can tell",
    "Only when someone reminds us",
    "Unhesitatingly, always",
)
RIGHT_TO_LEFT = "צוות הקבלה של המרפאה"
ARABIC = "فريق الاستقبال والمواعيد"
EMOJI = "Team 🦊 foxes"
LONG_NAME = "Reception, phones and bookings"


def labels(steps: int) -> tuple[str, ...]:
    """Labels for a scale of so many steps, the longest that a pack may have among them."""
    return tuple(LONG_LABELS[i % 3] for i in range(steps))


def timer(left_s: int, planned_s: int = 180) -> TimerFace:
    """A timer that has `left_s` seconds left at NOW."""
    return TimerFace(NOW - (planned_s - left_s) * 1000, planned_s)


def chart(
    counts: tuple[int, ...],
    dont_know: int = 0,
    before: tuple[int, ...] | None = None,
    texts: tuple[str, ...] | None = None,
    number: int = 1,
) -> DistributionChart:
    """The chart of a round, with the one before, as round 1."""
    return distribution_chart(
        Distribution(counts, dont_know),
        texts or LABELS,
        None if before is None else Distribution(before),
        None if before is None else number,
        WORDS,
    )


def reveal(of: DistributionChart, key: str = "round", question: str = QUESTION) -> RevealScene:
    """A reveal of that chart."""
    prompt = "Three votes stay at 2. What might those colleagues be seeing?"
    return RevealScene(HEADER, question, of, prompt, key)


def touch(count: int = 5, name: str = "Nursing") -> TouchScene:
    """A touch scene with so many targets."""
    return TouchScene(
        HEADER,
        name,
        "vote 4 of 10",
        QUESTION,
        LABELS if count == 5 else labels(count),
        "Don’t know",
        "Tap one, then step aside. The choice is never shown.",
        "Next team: Back office",
    )
