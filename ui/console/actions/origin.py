"""Origin: where an action came from, what was agreed on there, and how the action changed since."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP, DISPLAY, DISTRIBUTION_INSPECTOR, Type
from frameworks.theme import Theme
from ui.console.library.dates import Dates
from ui.console.run.building import clear, column, row
from ui.console.widgets.status_glyph import STATUS_NAMES
from ui.console.widgets.text_label import TextLabel, Tone
from ui.console.widgets.votes_chart import VotesChart
from ui.theme import DesktopTheme
from workshop.charts import distribution_chart
from workshop.kinds import ActionStatus, OutcomeKind
from workshop.readings.action import ActionChange, ActionDetails, ActionOrigin
from workshop.words import Words, mark

_CHART = QSize(150, 96)
_SCORE = Type(DISPLAY, 32, 36, tokens.SEMIBOLD)
_SMALL = Type(tokens.SANS, 13, 19, tokens.REGULAR)
_CHANGES = 20  # of the history that are shown, the newest first
_VALUE = 60  # letters of a value that a line of the history shows

FIELDS = {
    "what": mark("What"),
    "first_step": mark("First step"),
    "owner": mark("Owner"),
    "owner_absent": mark("Owner is not in the room"),
    "due": mark("Due"),
    "measure": mark("How we will know"),
    "status": mark("Status"),
    "state": mark("State"),
    "off_wall": mark("Not for the wall"),
    "off_report": mark("Not in the report"),
}
STATES = {"proposed": mark("Proposed"), "agreed": mark("Agreed"), "dropped": mark("Dropped")}
YES_AND_NO = {"True": mark("yes"), "False": mark("no")}


class Origin(QWidget):
    """The lower half of the inspector; what is not known takes no room."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setAccessibleName(words.say("Where it came from"))
        self._column = column(self)
        self._shown: tuple[ActionDetails, Theme | None, date] | None = None

    def show_details(self, details: ActionDetails, theme: Theme | None, today: date) -> None:
        """Show the question with its score and votes, the evidence, and the history."""
        shown = (details, theme, today)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._column)
        if details.origin is not None:
            self._show_origin(details.origin, theme)
        if details.history:
            self._show_history(details.history, today)
        self._column.addStretch()

    def _show_origin(self, origin: ActionOrigin, theme: Theme | None) -> None:
        words = self._words
        self._add_label(words.say("Where it came from"))
        self._column.addSpacing(8)
        self._column.addWidget(TextLabel(self._theme, origin.question, DESKTOP.name, wrap=True))
        said = column()
        score = None if origin.outcome is None else origin.outcome.score
        if score is not None:
            said.addWidget(TextLabel(self._theme, words.number(score, 1), _SCORE))
            agreed = TextLabel(
                self._theme, words.say("agreed score"), DESKTOP.label, tone=Tone.INK3
            )
            said.addWidget(agreed)
        elif origin.outcome is not None and origin.outcome.kind is OutcomeKind.DIFFER:
            differ = words.say("We agree to differ")
            said.addWidget(TextLabel(self._theme, differ, DESKTOP.body, tone=Tone.INK2, wrap=True))
        said.addStretch()
        if score is not None or origin.votes is not None:
            across = row(spacing=0)
            across.addLayout(said)
            across.addStretch()
            if origin.votes is not None:
                chart = distribution_chart(origin.votes, origin.scale_labels, None, None, words)
                votes = VotesChart(self._theme, _CHART, DISTRIBUTION_INSPECTOR)
                votes.show_chart(chart, theme)
                across.addWidget(votes)
            self._column.addSpacing(14)
            self._column.addLayout(across)
        evidence = "" if origin.outcome is None else origin.outcome.evidence
        if evidence:
            said_of = words.say("Evidence: {evidence}", evidence=evidence)
            self._column.addSpacing(14)
            self._column.addWidget(
                TextLabel(self._theme, said_of, _SMALL, tone=Tone.INK2, wrap=True)
            )

    def _show_history(self, history: tuple[ActionChange, ...], today: date) -> None:
        words = self._words
        self._column.addSpacing(20 if self._column.count() else 0)
        self._add_label(words.say("What changed"))
        dates = Dates(words, today)
        for change in history[:_CHANGES]:
            self._column.addSpacing(6)
            text = change_in_words(change, words, dates)
            self._column.addWidget(TextLabel(self._theme, text, _SMALL, tone=Tone.INK2, wrap=True))
        rest = len(history) - _CHANGES
        if rest > 0:
            more = words.count("{n} earlier change", "{n} earlier changes", rest)
            self._column.addSpacing(6)
            self._column.addWidget(TextLabel(self._theme, more, _SMALL, tone=Tone.INK3))

    def _add_label(self, text: str) -> None:
        self._column.addWidget(TextLabel(self._theme, text, DESKTOP.label, tone=Tone.INK3))


def change_in_words(change: ActionChange, words: Words, dates: Dates) -> str:
    """One line of the history: "20 Nov, Owner: Senior nurse (was Practice manager)"."""
    field = words.say(FIELDS.get(change.field, change.field))
    day = dates.short(datetime.fromtimestamp(change.changed_at / 1000).date())
    before = _value(change.field, change.before, words, dates)
    after = _value(change.field, change.after, words, dates) or words.say("nothing")
    if not before:
        return words.say("{day}, {field}: {after}", day=day, field=field, after=after)
    return words.say(
        "{day}, {field}: {after} (was {before})", day=day, field=field, after=after, before=before
    )


def _value(field: str, kept: str, words: Words, dates: Dates) -> str:
    if not kept:
        return ""
    if field == "due":
        return dates.short(date.fromisoformat(kept))
    known = {"state": STATES, "owner_absent": YES_AND_NO}.get(field)
    if field == "status":
        return words.say(STATUS_NAMES[ActionStatus(kept)])
    if known is None and field.startswith("off_"):
        known = YES_AND_NO
    if known is not None:
        return words.say(known.get(kept, kept))
    return kept if len(kept) <= _VALUE else kept[:_VALUE].rstrip() + "…"
