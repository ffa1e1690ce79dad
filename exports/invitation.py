"""The invitation as a text: what to paste into a mail to those who are to come."""

from __future__ import annotations

from pathlib import Path

from exports.day_times import from_to, timed
from exports.writing import Written, write_whole
from workshop.kinds import Ballot, ItemKind
from workshop.snapshot import Snapshot
from workshop.words import Words

_TOLD = (ItemKind.SESSION, ItemKind.BREAK, ItemKind.GROUP_WORK)


def write(snapshot: Snapshot, words: Words, path: Path) -> Written:
    """Write the invitation to `path`, whole or not at all, in UTF-8.

    Raises WorkshopError where the file cannot be written.
    """
    content = text(snapshot, words).encode("utf-8")
    write_whole(path, lambda file: file.write(content))
    return Written(path, ())


def text(snapshot: Snapshot, words: Words) -> str:
    """Subject, when and where, why, what happens, and what becomes of the answers."""
    workshop, say = snapshot.workshop, words.say
    day = words.day(workshop.held_on, "full")
    title = workshop.title.strip() or say("Workshop")
    paragraphs = [say("Subject: {title}, {day}", title=title, day=day)]
    when = say("{day}, {times}", day=day, times=from_to(snapshot, words))
    paragraphs.append("\n".join(part for part in (when, workshop.place.strip()) if part))
    why = [part.strip() for part in (workshop.purpose, workshop.promise) if part.strip()]
    paragraphs.append("\n".join((say("You are invited to “{title}”.", title=title), *why)))
    paragraphs.append(
        say(
            "We look at how we work, statement by statement: each of us says how far it is true, "
            "we see what the room has said, we talk, and we agree on what we will do. Nothing "
            "needs to be prepared."
        )
    )
    paragraphs.append(_answers(snapshot, words))
    lines = [
        f"{each.starts}  {each.item.title}" for each in timed(snapshot) if each.item.kind in _TOLD
    ]
    paragraphs.append("\n".join((say("What comes when:"), *lines)))
    return "\n\n".join(paragraphs) + "\n"


def _answers(snapshot: Snapshot, words: Words) -> str:
    if snapshot.workshop.ballot is Ballot.SECRET:
        return words.say(
            "The ballot is secret: nobody learns who answered what, those who lead the day "
            "neither. What is shown is how many of us chose each answer."
        )
    return words.say(
        "What is shown is how many of us chose each answer, and never before a vote is closed."
    )
