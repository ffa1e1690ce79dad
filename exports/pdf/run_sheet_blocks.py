"""Blocks of the run sheet: the day's table, a session's head and steps, its questions, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from exports.day_times import TimedItem
from exports.look import tokens
from exports.pdf.furniture import ACROSS, LEFT, baseline
from exports.pdf.layout import Atom, Block, Box, Element, Rule
from exports.pdf.layout import Words as WordsElement
from exports.pdf.paper_blocks import (
    BODY,
    CAPTION,
    HAIR,
    INK,
    LEAD,
    NAME,
    PLAIN,
    QUIET,
    SESSION,
    STRONG,
    TIME,
    PaperBlocks,
)
from exports.pdf.plan_words import MOST_TEAMS_NAMED, in_so_many_teams
from exports.pdf.typesetter import Line, Style
from workshop.agenda import clock_text
from workshop.kinds import ItemKind, Step
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.step_lengths import DISCUSS_S, VOTE_S
from workshop.words import mark

_SUNKEN: Final = tokens.LIGHT.palette.sunken
_CLOCK: Final = Style(tokens.PDF.session_title._replace(family=tokens.DISPLAY_FIGURES), INK)
_STEP: Final = Style(tokens.PDF.caption, INK)

_START: Final = (LEFT, 50.0)
_QUESTION: Final = (LEFT + 54.0, 128.0)
_ASK: Final = (LEFT + 192.0, 146.0)
_ONLY_YOU: Final = (LEFT + 348.0, ACROSS - 348.0)
_DAY_TIME: Final = (LEFT, 56.0)
_DAY_LENGTH: Final = (LEFT + 60.0, 52.0)
_DAY_WHAT: Final = (LEFT + 118.0, 170.0)
_DAY_NEEDS: Final = (LEFT + 300.0, ACROSS - 300.0)
_SHAPE, _INDENT = 11.0, 17.0
_TITLE_MARK: Final = 21.0
_STEP_GAP: Final = 4.0
_STEP_BAR: Final = 4.0
_BOX_PADDING: Final = 13.4
_BOX_LINE: Final = 17.2
_BOX_SAID: Final = 86.0
_NOTE_LINE: Final = 25.0
_NOTES_HEAD: Final = 36.0
_MOST_NOTES: Final = 6
_MOST_HINTS: Final = 2  # more would push the next question off the page
NOTES_LEAST: Final = _NOTES_HEAD + 2 * _NOTE_LINE

# How much of a question's time each step takes, in parts.
_STEPS: Final = (
    (Step.POSE, mark("Pose"), 1.0),
    (Step.DISCUSS, mark("Discuss {time}"), 3.0),
    (Step.VOTE, mark("Vote {time}"), 1.6),
    (Step.REVEAL, mark("Reveal"), 1.0),
    (Step.TALK, mark("Talk"), 2.0),
    (Step.RECORD, mark("Record"), 1.0),
    (Step.ACT, mark("Act"), 1.0),
)
_SHAPES: Final = (
    (mark("Split"), mark("One voice from each camp, lowest first. What did each see?")),
    (mark("Spread out"), mark("Each team one example before anyone argues.")),
    (mark("Close"), mark("What separates those who said one step more from the others?")),
    (
        mark("In agreement"),
        mark("High: what keeps it so? Low: what would one step up look like?"),
    ),
    (mark("Don’t know, many"), mark("What would we need to look at to know?")),
)


@dataclass(frozen=True, slots=True)
class RunSheetBlocks(PaperBlocks):
    """Sets the parts of a run sheet of one workshop."""

    snapshot: Snapshot

    # --- The day ----------------------------------------------------------------------------

    def day_head(self, times: str) -> Iterator[Block]:
        """What this paper is, of which day."""
        workshop, say = self.snapshot.workshop, self.words.say
        yield self.paragraph(say("Run sheet, for the facilitator only"), PLAIN)
        yield self.title(workshop.title.strip() or say("Run sheet"))
        day = self.words.day(workshop.held_on, "full")
        yield self.paragraph(say("{day}, {times}", day=day, times=times), LEAD, above=4.0)
        yield self.paragraph(workshop.place, LEAD)
        teams = ", ".join(
            say("{team} {n}", team=team.name, n=team.seats) for team in self.snapshot.teams
        )
        if len(self.snapshot.teams) > MOST_TEAMS_NAMED:
            teams = in_so_many_teams(self.snapshot, self.words)
        yield self.paragraph(teams, LEAD)

    def day_table_head(self) -> Block:
        """The names of the day's columns."""
        say = self.words.say
        return self.table_head(
            (
                (say("Start"), *_DAY_TIME),
                (say("Minutes"), *_DAY_LENGTH),
                (say("What"), *_DAY_WHAT),
                (say("What it needs"), *_DAY_NEEDS),
            )
        )

    def day_row(self, each: TimedItem) -> Block:
        """An agenda item with its start, its length and what the facilitator says or does."""
        item, words = each.item, self.words
        x, width = _DAY_WHAT
        name = self.balanced(item.title, NAME, x + _INDENT, width - _INDENT)
        if item.theme is not None:
            name = (self.shape(x, _SHAPE, NAME, item.theme, item.second), *name)
        needs = [part.strip() for part in (item.purpose, *item.tasks, item.remark) if part.strip()]
        if item.kind is ItemKind.OPENING:
            needs = [self.snapshot.workshop.purpose, *self.snapshot.workshop.ground_rules]
        text = "\n".join(needs)
        return self.row(
            self.wrapped(each.starts, TIME, *_DAY_TIME),
            self.wrapped(words.number(item.minutes), QUIET, *_DAY_LENGTH),
            name,
            self.wrapped(text, BODY, *_DAY_NEEDS),
        )

    # --- A session --------------------------------------------------------------------------

    def session_head(
        self, session: SnapshotSession, when: TimedItem, place: tuple[int, int]
    ) -> Iterator[Block]:
        """Which session, from when, what for, and the steps of each question as bars."""
        say = self.words.say
        number, of = place
        left = self.typesetter.line(say("Run sheet, for the facilitator only"), PLAIN)
        right = self.typesetter.line(say("Session {n} of {m}", n=number, m=of), PLAIN)
        yield Block(((self._ends(left, right),),))
        clock = self.typesetter.line(when.starts, _CLOCK)
        indent = _TITLE_MARK + 9.0
        room = ACROSS - indent - clock.width - 24.0
        title = self.balanced(session.title, SESSION, LEFT + indent, room)
        starts = Atom(SESSION.type.leading, (self._at(LEFT + ACROSS - clock.width, clock),))
        shape = self.shape(LEFT, _TITLE_MARK, SESSION, session.theme, session.second)
        yield Block(((shape, *title), (starts,)), above=7.0)
        said = say(
            "{purpose} {minutes}, until {end}.",
            purpose=session.purpose.strip(),
            minutes=self.words.count("{n} minute", "{n} minutes", when.item.minutes),
            end=when.ends,
        )
        columns = [self.wrapped(said, LEAD, LEFT, 365.0)]
        if session.earlier_score is not None:
            score = self.words.number(session.earlier_score, 1)
            then = self.typesetter.line(say("{score} last time", score=score), QUIET)
            columns.append(
                (Atom(QUIET.type.leading, (self._at(LEFT + ACROSS - then.width, then),)),)
            )
        yield Block(tuple(columns), above=5.0)
        yield self._steps()

    def question_table_head(self) -> Block:
        """The names of the columns of questions."""
        say = self.words.say
        return self.table_head(
            (
                (say("Start"), *_START),
                (say("Question"), *_QUESTION),
                (say("Ask"), *_ASK),
                (say("Only you"), *_ONLY_YOU),
            )
        )

    def question_row(self, question: SnapshotQuestion, begins: int, minutes: int) -> Block:
        """A question: when, what it is, what to ask, what only the facilitator knows."""
        words, say = self.words, self.words.say
        length = words.count("{n} min", "{n} min", minutes)
        start = self.wrapped(clock_text(begins), TIME, *_START)
        kind = say("must") if question.must else say("if time")
        name = self.balanced(question.short, NAME, *_QUESTION)
        private = [note.text for note in question.notes if note.private]
        if question.look_for:
            signs = "; ".join(question.look_for[:_MOST_HINTS])
            private.append(say("Listen for: {signs}", signs=signs))
        return self.row(
            (*start, *self.wrapped(length, CAPTION, *_START)),
            (*name, *self.wrapped(f"{kind}. {question.text}", CAPTION, *_QUESTION)),
            self.wrapped("\n".join(question.prompts[:_MOST_HINTS]), BODY, *_ASK),
            self.wrapped("\n".join(private), BODY, *_ONLY_YOU),
        )

    def if_the_votes_are(self) -> Block:
        """The prompts by the shape of the votes, in a sunken box."""
        say = self.words.say
        top = 16.0
        height = 2 * _BOX_PADDING + _BOX_LINE * (len(_SHAPES) + 1)
        inside: list[Element] = [Box(LEFT, top, ACROSS, height, fill=_SUNKEN)]
        x = LEFT + _BOX_PADDING
        y = top + _BOX_PADDING
        heading = self.typesetter.line(say("If the votes are"), STRONG)
        inside.append(WordsElement(x, y + baseline(STRONG.type), heading))
        for shape, prompt in _SHAPES:
            y += _BOX_LINE
            room = ACROSS - 2 * _BOX_PADDING - _BOX_SAID
            named = self.typesetter.shorten(say(shape), STRONG, _BOX_SAID + 8.0)
            asked = self.typesetter.shorten(say(prompt), BODY, room - 12.0)
            inside.append(WordsElement(x, y + baseline(BODY.type), named))
            inside.append(WordsElement(x + _BOX_SAID + 12.0, y + baseline(BODY.type), asked))
            under = y + _BOX_LINE - 2.0
            inside.append(Rule(x, under, ACROSS - 2 * _BOX_PADDING, tokens.PDF_HAIRLINE, HAIR))
        return Block(((Atom(top + height, tuple(inside)),),), dropped=True)

    def notes(self, room: float) -> Block:
        """Lines for notes, as many as the room takes, and the keys that are needed most."""
        say = self.words.say
        top = 16.0
        inside: list[Element] = [Rule(LEFT, top, ACROSS, tokens.PDF_RULE, INK)]
        mine = self.typesetter.line(say("My notes"), STRONG)
        keys = self.typesetter.line(
            say("Keys: Space next, Page Up back, B blank, V vote again, P park"), CAPTION
        )
        base = top + 7.0 + baseline(STRONG.type)
        inside.append(WordsElement(LEFT, base, mine))
        inside.append(WordsElement(LEFT + ACROSS - keys.width, base, keys))
        lines = min(_MOST_NOTES, int((room - _NOTES_HEAD) // _NOTE_LINE))
        for line in range(1, lines + 1):
            y = _NOTES_HEAD + line * _NOTE_LINE
            inside.append(Rule(LEFT, y, ACROSS, tokens.PDF_HAIRLINE, HAIR))
        return Block(((Atom(_NOTES_HEAD + lines * _NOTE_LINE, tuple(inside)),),))

    def _steps(self) -> Block:
        """The seven steps side by side, as wide as they take of a question's time."""
        say = self.words.say
        times = {Step.DISCUSS: DISCUSS_S, Step.VOTE: VOTE_S}
        whole = sum(parts for _, _, parts in _STEPS)
        unit = (ACROSS - _STEP_GAP * (len(_STEPS) - 1)) / whole
        inside: list[Element] = []
        x = LEFT
        for step, name, parts in _STEPS:
            width = parts * unit
            inside.append(Box(x, 0.0, width, _STEP_BAR, fill=INK))
            seconds = times.get(step, 0)
            said = say(name, time=f"{seconds // 60}:{seconds % 60:02}") if seconds else say(name)
            line = self.typesetter.shorten(said, _STEP, width)
            inside.append(WordsElement(x, _STEP_BAR + 4.0 + baseline(_STEP.type), line))
            x += width + _STEP_GAP
        height = _STEP_BAR + 4.0 + _STEP.type.leading
        return Block(((Atom(height, tuple(inside)),),), above=15.0)

    def _ends(self, left: Line, right: Line) -> Atom:
        """Two texts on one line, at the left and at the right."""
        base = baseline(PLAIN.type)
        elements = (
            WordsElement(LEFT, base, left),
            WordsElement(LEFT + ACROSS - right.width, base, right),
        )
        return Atom(PLAIN.type.leading, elements)

    def _at(self, x: float, line: Line) -> WordsElement:
        return WordsElement(x, baseline(line.style.type), line)
