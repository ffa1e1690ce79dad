"""Texts that people type and files stumble over, and marks that must be found in no file."""

from __future__ import annotations

import random
from typing import Final

SHORTS: Final = (
    "Reliability", "Waiting", "Handovers", "Fairness", "Room to act", "Learning", "IT tools",
    "Shared idea", "Recovery", "Recognition", "Forms", "Helping out", "Champions", "Surprise",
)  # fmt: skip
TEXTS: Final = (
    "We keep the promises we make, the first time.",
    "When a problem belongs to nobody, one of us picks it up.",
    "Two people who come with the same need are treated equally well, however they reach us.",
    "After a mistake, we change the way we work.",
)
NASTY: Final = (
    "=SUM(A1:B9)", "+plus", "-minus, and more", "@handle", "'=quoted", "مراجعة الخدمة",
    "שירות טוב יותר", "مراجعة service in one line", "谢谢你们", "Thanks 🎉 for 👍🏽",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller", "two\nlines",
    "<b>bold</b> & \"quotes\"", "back\\slash; semicolon, comma\\n", "Cafe\u0301 naïve",
    "no\u00a0break", "{braces} %s", "Ω ≈ ½ → ∞", "'", "\"", "true", "None", "\u2028line sep",
)  # fmt: skip
"""None has a control character, and none a digit that could be taken for a result."""
TEAMS: Final = (
    "Front desk", "Nursing", "Back office", "IT", "الاستقبال", "Küche & Saal", "=Team",
    "Donaudampfschifffahrtsgesellschaft", "夜班", "Volunteers from the weekend",
    "Kitchen", "Night shift", "Laboratory", "Porters",
)  # fmt: skip
LABELS: Final = (
    "Never", "Hardly", "Rarely", "Now and then", "Half the time", "Often", "Mostly", "Nearly all",
    "Always", "Without exception",
)  # fmt: skip
SECRET: Final = "QZX"
"""Begins every text that is private or not for the report; no other text has these letters."""
SENTINEL: Final = 7301
"""A count that only rounds have that were not revealed; no other number comes near it."""


def some(rng: random.Random, plain: tuple[str, ...], nasty: float = 0.2) -> str:
    """One of the plain texts, now and then a nasty one."""
    return rng.choice(NASTY) if rng.random() < nasty else rng.choice(plain)


def one_line(rng: random.Random, plain: tuple[str, ...], nasty: float = 0.15) -> str:
    """The same for what is typed into one line."""
    return " ".join(some(rng, plain, nasty).split())


def hidden(rng: random.Random) -> str:
    """A text that nobody but the facilitator may read."""
    return f"{SECRET} {rng.choice(TEXTS)}"
