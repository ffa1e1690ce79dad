"""Kinds: what can be exported, and what it is called; to be known without what writes it."""

from __future__ import annotations

from typing import Final

from workshop.words import mark

RESULTS: Final = ("plan", "report", "charts", "xlsx", "csv", "calendar", "workshop")
"""What a day leaves behind; the other kinds are paper for the day itself, written when named."""
PRINT_PACK: Final = ("agenda", "run-sheet", "ballots", "table-cards", "invitation")
"""What a facilitator takes along, made before the day."""
KINDS: Final = (*RESULTS, *PRINT_PACK)

NAMES: Final = {
    "plan": (mark("Action plan"), ".pdf"),
    "report": (mark("Report"), ".pdf"),
    "charts": (mark("Charts"), ""),
    "xlsx": (mark("All numbers"), ".xlsx"),
    "csv": (mark("All numbers (CSV)"), ""),
    "calendar": (mark("Due dates"), ".ics"),
    "workshop": (mark("Workshop"), ".flipchart"),
    "agenda": (mark("Agenda"), ".pdf"),
    "run-sheet": (mark("Run sheet, for the facilitator"), ".pdf"),
    "ballots": (mark("Ballot sheets"), ".pdf"),
    "table-cards": (mark("Table cards"), ".pdf"),
    "invitation": (mark("Invitation"), ".txt"),
}
"""What each kind is called, and the suffix of its file; without one it is a folder of files."""
