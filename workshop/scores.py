"""Scores: what a session or a theme comes to, from the scores of its questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

# More digits than any mean of half steps needs, so that only the last rounding counts.
DIGITS = 50


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One question's agreed score, where there is one, and its last revealed round's median.

    A question on which the group agreed to differ has no agreed score.
    """

    agreed: float | None
    median: float | None

    @property
    def value(self) -> float | None:
        """What counts: the agreed score, else the median; None where there is neither."""
        return self.median if self.agreed is None else self.agreed


@dataclass(frozen=True, slots=True)
class Score:
    """A mean of question scores in steps, to one decimal, and how many questions it rests on."""

    value: Decimal
    questions: int


def half_up(value: float | Fraction | Decimal, decimals: int = 1) -> Decimal:
    """`value` rounded to `decimals` places, halves away from zero (2.25 is 2.3, −2.25 is −2.3).

    A float counts as the number it is written as: 0.15 is 0.2, although it lies a hair below.
    """
    with localcontext(prec=DIGITS):
        if isinstance(value, Fraction):
            exact = Decimal(value.numerator) / Decimal(value.denominator)
        else:
            exact = Decimal(str(value))
        rounded = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    # Decimal knows a negative zero, which nobody wants to read.
    return rounded if rounded else abs(rounded)


def session_score(questions: Iterable[QuestionScore]) -> Score | None:
    """The mean over the questions that have a score; None where none has.

    The same for a theme, over the questions of its sessions. Only performance questions of
    `rate` activities on the pack's default scale belong in: the caller chooses them.
    """
    values = [Fraction(question.value) for question in questions if question.value is not None]
    if not values:
        return None
    return Score(half_up(sum(values, Fraction(0)) / len(values)), len(values))
