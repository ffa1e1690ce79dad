"""Allowed: what looks like a fault and is meant to be so, each with its reason."""

from __future__ import annotations

import re
from typing import NamedTuple

from tests.gallery.checking import Fault


class Meant(NamedTuple):
    """Faults of a kind on pictures, or of parts, that match, and why they are none."""

    kind: str
    picture: str
    owner: str
    why: str


MEANT = (
    Meant(
        "cut short",
        "",
        r"_Rows in Action|_Cards in _Column in ActionBoard|QuestionList in|ChartList in",
        "A row of a list is one line; what is beside it has the current row's text whole.",
    ),
    Meant(
        "cut short",
        "",
        r"^AgendaRow in",
        "Its tooltip is made when it is asked for, of all that is cut in the row.",
    ),
    Meant(
        "cut short",
        r"^charts \w+, heat map",
        r"^ChartCanvas in",
        "The tooltip of a team's or a question's name is made when it is asked for.",
    ),
    Meant(
        "cut short",
        r"^charts \w+, session",
        r"^ChartCanvas in",
        "The column beside has the current row's question whole.",
    ),
)


def is_meant(fault: Fault) -> bool:
    """Whether a fault is none."""
    return any(
        meant.kind == fault.kind
        and re.search(meant.picture, fault.picture)
        and re.search(meant.owner, fault.owner)
        for meant in MEANT
    )
