"""The bookmarks that a report and a plan must have, in their order: level and title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, Final

from pypdf import PdfReader

from tests.exports.truth.expected_heat import expected_heat
from tests.exports.truth.known import Known

Entry = tuple[int, str]
LONGEST: Final = 80
ROUNDS_ON_A_PAGE: Final = 2
METHOD: Final = (
    "The rules in force",
    "What the numbers mean",
    "What is not in this report",
    "Who was there",
)


def of_report(known: Known) -> list[Entry]:
    """Every chapter, session, question, action and owner."""
    made = [(0, title) for title in (known.row["title"], "What the day came to")]
    for part in known.parts:
        told = [(n, q) for n, q in enumerate(part.questions, 1) if (part, q) in known.told]
        made += [(0, part.row["title"])] if told else []
        made += [(1, f"{n} {question.row['short']}") for n, question in told]
    if any(len(question.rounds) > ROUNDS_ON_A_PAGE for _, question in known.told):
        made.append((0, "Earlier rounds"))
    made += [(0, "Teams side by side")] if expected_heat(known) is not None else []
    said = list(_said(known))
    made += [(0, "What else was said"), *said] if said else []
    made += [(0, "Photos")] if any(not each.off for each in known.photos) else []
    made += [(0, "How these numbers were made"), *((1, title) for title in METHOD)]
    made += [(0, "All statistics")] if known.told else []
    made += [*_plan(known), *_owners(known)]
    return [(level, _one_line(title)) for level, title in made]


def of_plan(known: Known) -> list[Entry]:
    """The same of the action plan alone."""
    made = [*_plan(known), *((0, title) for _, title in _said(known) if title in PLANNED)]
    return [(level, _one_line(title)) for level, title in made]


PLANNED: Final = ("Agreed to differ", "Parking lot")


def read(reader: PdfReader) -> list[Entry]:
    """The bookmarks of a PDF."""
    return list(_entries(reader.outline, 0))


def _entries(outline: list[Any], level: int) -> Iterator[Entry]:
    for each in outline:
        if isinstance(each, list):
            yield from _entries(each, level + 1)
        else:
            yield level, str(each["/Title"])


def _said(known: Known) -> Iterator[Entry]:
    outcomes = [question.outcome for _, question in known.asked if question.outcome is not None]
    if any(each["kind"] == "differ" and not each["off_report"] for each in outcomes):
        yield 1, "Agreed to differ"
    if any(text.strip() for text in known.parked):
        yield 1, "Parking lot"
    if any(note["text"].strip() for _, question in known.asked for note in question.notes):
        yield 1, "Notes"
    if any(known.hands) or known.closing_words:
        yield 1, "The close"


def _plan(known: Known) -> Iterator[Entry]:
    yield 0, "Action plan"
    if known.actions:
        yield 0, "Actions"
    for number, action in enumerate(known.actions, 1):
        yield 1, f"{number} {action['what']}"
    if known.review:
        yield 0, "From last time"


def _owners(known: Known) -> Iterator[Entry]:
    """An owner once, however the name was spaced or written large, as first written."""
    names: dict[str, str] = {}
    for action in known.actions:
        name = " ".join(action["owner"].split())
        names.setdefault(name.casefold(), name)
    if names:
        yield 0, "A sheet for each owner"
    yield from ((1, name) for name in names.values() if name)
    if "" in names:
        yield 1, "Actions that still need an owner"


def _one_line(title: str) -> str:
    """Without marks that only steer a layout, and not too long."""
    plain = " ".join("".join(c for c in title if unicodedata.category(c) != "Cf").split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1].rstrip() + "…"
