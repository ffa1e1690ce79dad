"""Staging an activity revealed at once (facts -> scene, pure)."""

from __future__ import annotations

from workshop.facts import TogetherFacts, TogetherQuestion


def pages(together: TogetherFacts) -> int:
    """Pages on the wall."""
    return max(1, -(-len(together.questions) // 5))


def in_order(together: TogetherFacts) -> tuple[TogetherQuestion, ...]:
    """The questions as the page shows them."""
    return together.questions


def suggested(together: TogetherFacts) -> tuple[str, ...]:
    """The ids of the questions to talk about, unless the facilitator picks others."""
    return tuple(question.id for question in together.questions[:1])
