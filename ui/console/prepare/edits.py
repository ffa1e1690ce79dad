"""Edits: what of a framework's questions the facilitator has changed, and would lose with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workshop.prepared import PreparedActivity
from workshop.words import Words

_ADDED = "added-"  # how the key of a question begins that no framework has


def lost_edits(sessions: Iterable[Sequence[PreparedActivity]], words: Words) -> str:
    """What goes when another framework is chosen, as in "2 edited questions and 1 of your own".

    Empty where nothing was changed.
    """
    asked = [
        question for session in sessions for activity in session for question in activity.questions
    ]
    own = sum(question.key.startswith(_ADDED) for question in asked)
    edited = sum(question.edited and not question.key.startswith(_ADDED) for question in asked)
    if edited and own:
        first = words.count("{n} edited question", "{n} edited questions", edited)
        return words.count(
            "{first} and {n} of your own", "{first} and {n} of your own", own, first=first
        )
    if own:
        return words.count("{n} question of your own", "{n} questions of your own", own)
    return words.count("{n} edited question", "{n} edited questions", edited) if edited else ""
