"""The command `framework check`: whether a pack can be taken in, or all that is wrong with it."""

from __future__ import annotations

import argparse

from frameworks.faults import FrameworkError
from frameworks.model import Framework
from frameworks.reader import read
from ui.commandline.answers import DONE, FAILED, say_fault
from workshop.words import Words


def check(arguments: argparse.Namespace, words: Words) -> int:
    """Read the pack; what is in it goes to stdout, every fault with line and key to stderr."""
    try:
        framework = read(arguments.file)
    except FrameworkError as refused:
        say_fault(refused.sentence(words))
        return FAILED
    print(_contents(framework, words))
    return DONE


def _contents(framework: Framework, words: Words) -> str:
    asked = sum(len(each.questions) for part in framework.sessions for each in part.activities)
    minutes = sum(session.minutes for session in framework.sessions)
    parts = (
        words.count("{n} session", "{n} sessions", len(framework.sessions)),
        words.count("{n} question", "{n} questions", asked),
        words.count("{n} minute", "{n} minutes", minutes),
    )
    return words.say(
        "{title} ({id} {version}) is whole: {contents}.",
        title=framework.title,
        id=framework.id,
        version=framework.version,
        contents=", ".join(parts),
    )
