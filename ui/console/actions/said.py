"""Said: how an action is spoken of: when it is due, how late it is, and the whole of it aloud."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ui.console.library.dates import Dates
from ui.console.widgets.status_glyph import STATUS_NAMES
from workshop.action_shelf import ActionLine
from workshop.words import Words, mark

CHOOSE_OWNER = mark("Choose owner")
CHOOSE_DATE = mark("Set date")


class Said:
    """An action in words, as of today; `today` is asked anew each time."""

    def __init__(self, words: Words, today: Callable[[], date]) -> None:
        self.words = words
        self.today = today

    def due(self, line: ActionLine) -> str:
        """14 Nov, with the year where that is another; nothing without a date."""
        return "" if line.due is None else Dates(self.words, self.today()).short(line.due)

    def late(self, line: ActionLine) -> str:
        """6 days late, or nothing."""
        days = line.days_late(self.today())
        return self.words.count("{n} day late", "{n} days late", days) if days else ""

    def origin(self, line: ActionLine) -> str:
        """The session and the question it came from: "People, room to act"."""
        if not line.session:
            return ""
        return self.words.say("{session}, {short}", session=line.session, short=line.short)

    def aloud(self, line: ActionLine) -> str:
        """The whole action for a screen reader."""
        words = self.words
        due = self.due(line)
        parts = (
            line.what,
            words.say(STATUS_NAMES[line.status]),
            line.owner or words.say("no owner yet"),
            words.say("due {day}", day=due) if due else words.say("no date yet"),
            self.late(line),
            words.say("dropped: {reason}", reason=line.drop_reason) if line.dropped else "",
            line.measure,
            self.origin(line),
            line.workshop,
        )
        return ", ".join(part for part in parts if part)
