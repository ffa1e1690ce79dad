"""Votes part: openly or in secret, whose vote, by which ways, and what counts as high."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exports.look.tokens import DESKTOP
from ui.console.prepare.advice import AdviceLines
from ui.console.prepare.part_title import PartTitle
from ui.console.prepare.stepper import Stepper
from ui.console.prepare.teams_part import MARGIN
from ui.console.prepare.way_row import WayRow
from ui.console.run.building import column, row
from ui.console.widgets.section import Hairline
from ui.console.widgets.segmented import Segmented
from ui.console.widgets.text_label import TextLabel, Tone
from ui.theme import DesktopTheme
from workshop.kinds import Ballot, Voter, Way
from workshop.prepared import Prepared
from workshop.prompts import default_target
from workshop.readiness import Point
from workshop.words import Words, mark

GROUPS = tuple(range(3, 10))
_BALLOTS = (Ballot.OPEN, Ballot.SECRET)
_VOTERS = (Voter.PERSON, Voter.TEAM)
_BALLOT_WIDTHS = (105, 104)
_VOTER_WIDTHS = (113, 96)

OPEN_NOTE = mark(
    "Open: you see who is missing, never what they chose. Is the boss in the room? Consider secret."
)
SECRET_NOTE = mark(
    "Secret: nobody learns which seat voted what, nor do you. Votes that are in when a vote "
    "closes cannot be changed any more."
)
GROUP_NOTE = mark("Teams with fewer answers count only in the total.")
TARGET_NOTE = mark("From here a score counts as high. The scale’s own line is {line}.")
OWN_TARGET = mark("From here a score counts as high: the scale’s own line.")
STANDS = mark("The day has begun, and the room was told how it votes.")
WAYS = {
    Way.WALL: ("monitor", mark("Taps at the wall")),
    Way.HANDS: ("hand", mark("Show of hands")),
    Way.PAPER: ("file", mark("Paper ballots")),
}
ASIDES = {
    Way.WALL: mark("team by team"),
    Way.HANDS: mark("you type the tally"),
    Way.PAPER: mark("typed in or from CSV"),
}
PAD = mark("with a number pad")


class VotesPart(QWidget):
    """Each signal carries what was chosen; `target_set` a score, or None for the scale's own.

    Whoever does it answers with `refuse` where it cannot be, then calls `show_prepared`, which
    puts back what stands.
    """

    ballot_set = Signal(object)
    voter_set = Signal(object)
    ways_set = Signal(frozenset)
    group_set = Signal(int)
    target_set = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._steps = 0
        say = words.say
        self.setAccessibleName(say("How we vote"))
        self.ballot = Segmented(
            theme, say("Ballot"), (say("Open"), say("Secret")), least=_BALLOT_WIDTHS
        )
        self.ballot.chosen.connect(lambda place: self.ballot_set.emit(_BALLOTS[place]))
        self.voter = Segmented(
            theme, say("One vote for"), (say("each person"), say("each team")), least=_VOTER_WIDTHS
        )
        self.voter.chosen.connect(lambda place: self.voter_set.emit(_VOTERS[place]))
        self.ways = {way: WayRow(theme, icon, say(text)) for way, (icon, text) in WAYS.items()}
        for each in self.ways.values():
            each.toggled.connect(lambda _: self.ways_set.emit(self._chosen_ways()))
        self.group = Stepper(theme, say("Smallest group shown"), GROUPS, words.number)
        self.group.chosen.connect(lambda value: self.group_set.emit(int(value)))
        self.target = Stepper(theme, say("What counts as high"), (0.0,), words.number)
        self.target.chosen.connect(self._set_target)
        self._ballot_note = self._note()
        self._refusal = TextLabel(theme, "", DESKTOP.name, wrap=True)
        self._group_note, self._target_note = self._note(say(GROUP_NOTE)), self._note()
        self.advice = AdviceLines(theme)
        self._refusal.hide()
        self._lay_out()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show how the room votes, as it is kept."""
        workshop, words = prepared.workshop, self._words
        secret = workshop.ballot is Ballot.SECRET
        self.ballot.show_choice(_BALLOTS.index(workshop.ballot))
        self.voter.show_choice(_VOTERS.index(workshop.voter))
        self._ballot_note.setText(words.say(SECRET_NOTE if secret else OPEN_NOTE))
        for way, line in self.ways.items():
            with QSignalBlocker(line):
                line.setChecked(way in workshop.ways)
            line.say(words.say(PAD if secret and way is Way.WALL else ASIDES[way]))
        groups = sorted({*GROUPS, workshop.minimum_group})
        self.group.offer(groups, workshop.minimum_group)
        self._show_target(workshop.target, len(workshop.scale_labels))
        stands = words.say(STANDS) if prepared.begun else ""
        for each in (self.ballot, self.voter, self.group):
            each.set_off(stands) if stands else each.set_on()

    def show_advice(self, points: Sequence[Point]) -> None:
        """Show what is worth thinking of."""
        self.advice.show_points(points)

    def refuse(self, sentence: str) -> None:
        """Say why a choice was not taken; nothing once one was."""
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))

    @property
    def refusal(self) -> str:
        """Why the last choice was not taken."""
        return self._refusal.text()

    def take_focus(self) -> None:
        """Put the focus on the ballot, or on the first that can be chosen."""
        stops = (self.ballot, self.voter, *self.ways.values())
        first = next(each for each in stops if each.isEnabled())
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _chosen_ways(self) -> frozenset[Way]:
        return frozenset(way for way, line in self.ways.items() if line.isChecked())

    def _show_target(self, target: float | None, steps: int) -> None:
        self._steps = steps
        if steps < 2:
            return  # a workshop without a scale has nothing to rate
        own = default_target(steps)
        values = [half / 2 for half in range(3, 2 * steps + 1)]
        self.target.offer(values, own if target is None else target)
        words = self._words
        note = OWN_TARGET if target in (None, own) else TARGET_NOTE
        self._target_note.setText(words.say(note, line=words.number(own)))

    def _set_target(self, value: float) -> None:
        own = default_target(self._steps)
        self.target_set.emit(None if value == own else value)

    def _note(self, text: str = "") -> TextLabel:
        return TextLabel(self._theme, text, DESKTOP.secondary, tone=Tone.INK2, wrap=True)

    def _named(self, name: str, control: QWidget) -> QHBoxLayout:
        line = row(None, spacing=0)
        line.addWidget(TextLabel(self._theme, name, DESKTOP.name))
        line.addStretch()
        line.addWidget(control)
        return line

    def _lay_out(self) -> None:
        theme, say = self._theme, self._words.say
        whole = column(self, (MARGIN, 0, MARGIN, 0))
        whole.addWidget(PartTitle(theme, 4, say("How we vote")))
        whole.addSpacing(12)
        whole.addWidget(Hairline(theme, strong=True))
        whole.addSpacing(14)
        whole.addLayout(self._named(say("Ballot"), self.ballot))
        whole.addSpacing(6)
        whole.addWidget(self._ballot_note)
        whole.addSpacing(4)
        whole.addWidget(self.advice)
        whole.addSpacing(12)
        whole.addLayout(self._named(say("One vote for"), self.voter))
        whole.addWidget(self._refusal)
        whole.addSpacing(12)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(8)
        for each in self.ways.values():
            whole.addWidget(each)
        whole.addSpacing(2)
        whole.addWidget(Hairline(theme))
        whole.addSpacing(15)
        for name, stepper, note in (
            (say("Smallest group shown"), self.group, self._group_note),
            (say("What counts as high"), self.target, self._target_note),
        ):
            whole.addLayout(self._named(name, stepper))
            whole.addSpacing(5)
            whole.addWidget(note)
            whole.addSpacing(10)
