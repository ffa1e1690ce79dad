"""Packs: the smallest and the largest pack that the reader takes, as files."""

from __future__ import annotations

from pathlib import Path

from frameworks.reader import MOST_QUESTIONS, MOST_QUESTIONS_OF_ACTIVITY, MOST_SESSIONS
from frameworks.theme import Theme

LARGEST, SMALLEST = "the-largest", "the-smallest"
_EACH = MOST_QUESTIONS // MOST_SESSIONS


def write_packs(folder: Path) -> None:
    """Write both into a folder."""
    folder.mkdir(parents=True)
    for name, sessions, questions in ((LARGEST, MOST_SESSIONS, _EACH), (SMALLEST, 1, 1)):
        (folder / f"{name}.toml").write_text(_pack(name, sessions, questions), "utf-8")


def _pack(name: str, sessions: int, questions: int) -> str:
    assert questions <= MOST_QUESTIONS_OF_ACTIVITY, "one activity holds them"
    head = (
        f'format = 1\nid = "{name}"\nversion = "1.0"\nlanguage = "en"\ntitle = "{name}"\n'
        '[[source]]\nid = "berry"\ntitle = "On Great Service"\nauthor = "Leonard Berry"\n'
        '[scale]\nlabels = ["Hardly ever", "Seldom", "Sometimes", "Mostly", "Every time"]\n'
    )
    return head + "".join(_session(number, questions) for number in range(sessions))


def _session(number: int, questions: int) -> str:
    theme = list(Theme)[number % len(Theme)].value
    head = (
        f'[[session]]\nid = "session-{number}"\ntitle = "Session {number}"\ntheme = "{theme}"\n'
        f'minutes = 20\npurpose = "Agree on what comes first."\n'
        '[[session.activity]]\nid = "rate"\nkind = "rate"\npace = "each"\n'
    )
    return head + "".join(_question(number, place) for place in range(questions))


def _question(session: int, place: int) -> str:
    return (
        f'[[session.activity.question]]\nid = "question-{place}"\nshort = "Question {place}"\n'
        f'text = "We do what number {place} of session {session} says, every time it counts."\n'
        'look_for = ["A name beside it", "A date beside it"]\n'
        'prompts = ["What would a guest say?", "When did it last go wrong?"]\n'
        'sources = ["berry"]\n'
    )
