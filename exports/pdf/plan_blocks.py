"""Blocks of the action plan: its parts set in type and ready to be placed on pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from exports.look import tokens
from exports.pdf import plan_words
from exports.pdf.direction import isolated
from exports.pdf.furniture import ACROSS, CAPTION, LEFT, baseline
from exports.pdf.layout import Atom, Block, Bookmark, Box, Mark, Rule
from exports.pdf.layout import Words as WordsElement
from exports.pdf.setting import atoms, balanced, wrapped
from exports.pdf.typesetter import Style, Typesetter
from frameworks.theme import Theme
from workshop.facts import ActionFacts, ReviewFacts
from workshop.phrases import STATUS_NAMES
from workshop.question_facts import OutcomeFacts
from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession
from workshop.words import Words

TOP: Final = tokens.PDF_MARGIN_TOP
BOTTOM: Final = 57.0
INK: Final = tokens.LIGHT.palette.ink
INK2: Final = tokens.LIGHT.palette.ink2
INK3: Final = tokens.LIGHT.palette.ink3

ORGANISATION: Final = Style(tokens.PDF.lead, INK2)
TITLE: Final = Style(tokens.PDF.cover_title, INK)
LEAD: Final = Style(tokens.PDF.lead, INK)
NAME: Final = Style(tokens.PDF.body._replace(weight=tokens.MEDIUM), INK)
SCORE: Final = Style(tokens.PDF.score, INK)
NO_SCORE: Final = Style(tokens.PDF.body, INK3)
SECTION: Final = Style(tokens.PDF.section_title, INK)
HEAD: Final = Style(tokens.PDF.table_head, INK3)
BODY: Final = Style(tokens.PDF.body, INK)
STRONG: Final = Style(tokens.PDF.body_strong, INK)
QUIET: Final = Style(tokens.PDF.body, INK3)
# What is to be done stands closer than other text, so that it reads as one thing.
WHAT: Final = Style(tokens.PDF.body_strong._replace(leading=13.0), INK)
FIRST: Final = Style(tokens.PDF.body._replace(leading=13.0), INK)
CHIP: Final = Style(tokens.PDF.caption._replace(weight=tokens.MEDIUM), INK)

LEAD_WIDTH: Final = 480.0
LEAD_LINES: Final = 3
SCORES_IN_A_ROW: Final = 5
SCORE_MARK, SCORE_MARK_GAP = 11.5, 4.8
ORIGIN_MARK, ORIGIN_GAP = 8.2, 3.8
CHIP_PADDING: Final = 4.0
CHIP_HEIGHT: Final = 12.0
ROW_ABOVE, ROW_BELOW = 5.8, 6.1
OUTLINE_LENGTH: Final = 80  # letters of an entry of the outline


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column of the table begins and how wide its text may be."""

    x: float
    width: float


NUMBER: Final = Column(LEFT, 19.0)
ACTION: Final = Column(LEFT + 21.2, 197.0)
OWNER: Final = Column(LEFT + 232.4, 86.4)
DUE: Final = Column(LEFT + 326.5, 40.0)
MEASURE: Final = Column(LEFT + 372.5, ACROSS - 372.5)
QUESTION: Final = Column(LEFT, 210.0)
POSITIONS: Final = Column(OWNER.x, ACROSS - (OWNER.x - LEFT))


@dataclass(frozen=True, slots=True)
class PlanBlocks:
    """Sets the parts of a plan with one typesetter, in the language of `words`."""

    typesetter: Typesetter
    words: Words

    def opening(self, snapshot: Snapshot) -> Iterable[Block]:
        """Organisation, title, when and who, the scores and the lead."""
        organisation = self._wrapped(snapshot.workshop.organisation, ORGANISATION, LEFT, ACROSS)
        yield Block((organisation,))
        title = self._balanced(self.words.say("Action plan"), TITLE, LEFT, ACROSS)
        mark = Bookmark(LEFT, 0.0, self.words.say("Action plan"), 0, "plan")
        yield Block((title,), above=2.0, fixed=(mark,))
        said: list[Atom] = []
        for paragraph in plan_words.when_and_who(snapshot, self.words):
            said += self._wrapped(paragraph, LEAD, LEFT, ACROSS)
        yield Block((tuple(said),), above=4.8, below=15.4)
        yield Block(((),), below=11.4, fixed=(Rule(LEFT, 0.0, ACROSS, tokens.PDF_RULE, INK),))
        for first in range(0, len(snapshot.sessions), SCORES_IN_A_ROW):
            row = snapshot.sessions[first : first + SCORES_IN_A_ROW]
            yield Block(self._scores(row), below=11.5)
        lead = self._lead(snapshot)
        if lead:
            yield Block((lead,))

    def table_head(self) -> Block:
        """The head of the table of actions, with the rule below it."""
        words = self.words
        heads = (
            (ACTION, words.say("Action")),
            (OWNER, words.say("Owner")),
            (DUE, words.say("Due")),
            (MEASURE, words.say("How we will know")),
        )
        head = self._head(heads)
        mark = Bookmark(LEFT, head.above, words.say("Actions"), 0)
        return replace(head, fixed=(*head.fixed, mark))

    def action(self, number: int, action: ActionFacts, year: int) -> Block:
        """One row of the table; dates name their year where it is not `year`."""
        what = [*self._balanced(action.what, WHAT, ACTION.x, ACTION.width)]
        if action.first_step.strip():
            step = self.words.say("First: {step}", step=action.first_step.strip())
            what += self._balanced(step, FIRST, ACTION.x, ACTION.width)
        if action.state == plan_words.PROPOSED:
            what.append(self._chip(self.words.say("proposed")))
        what += self._origin(ACTION, action.theme, action.second, action.session, action.short)
        columns = (
            self._wrapped(str(number), STRONG, NUMBER.x, NUMBER.width),
            tuple(what),
            self._owner(action.owner, absent=action.owner_absent),
            self._due(action.due, year),
            self._wrapped(action.measure, BODY, MEASURE.x, MEASURE.width),
        )
        fixed = (
            Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, tokens.LIGHT.palette.hairline),
            Bookmark(LEFT, 0.0, _entry(f"{number} {action.what}"), 1, f"action-{number}"),
        )
        return Block(columns, above=ROW_ABOVE, below=ROW_BELOW, fixed=fixed)

    def no_actions(self, snapshot: Snapshot) -> Block:
        """What stands in place of a table without rows."""
        text = plan_words.no_actions(snapshot, self.words)
        return Block((self._wrapped(text, BODY, LEFT, ACROSS),), above=14.4)

    def note(self, text: str) -> Block:
        """A quiet line below a table."""
        return Block((self._wrapped(text, CAPTION, LEFT, ACROSS),), above=7.7)

    def review_title(self, snapshot: Snapshot) -> Block:
        """The heading of the earlier workshop's actions, and how many of them are done."""
        title = self._section(self.words.say("From last time"))
        said = self._wrapped(plan_words.how_far(snapshot, self.words), BODY, LEFT, LEAD_WIDTH)
        return replace(title, columns=((*title.columns[0], Atom(4.0), *said),), below=0.0)

    def review_head(self, snapshot: Snapshot) -> Block:
        """The head of the table of the earlier workshop's actions, with the rule below it."""
        words = self.words
        return self._head(
            (
                (QUESTION, plan_words.agreed_on(snapshot, words)),
                (OWNER, words.say("Owner")),
                (DUE, words.say("Due")),
                (MEASURE, words.say("How it stands")),
            )
        )

    def reviewed(self, action: ReviewFacts, year: int) -> Block:
        """An action of the earlier workshop that is still open, with how it stands."""
        what = self._balanced(action.what, WHAT, QUESTION.x, QUESTION.width)
        origin = self._origin(QUESTION, action.theme, action.second, action.session, action.short)
        status = self.words.say(STATUS_NAMES[action.status])
        return self._ruled(
            (
                (*what, *origin),
                self._owner(action.owner),
                self._due(action.due, year),
                self._wrapped(status, BODY, MEASURE.x, MEASURE.width),
            )
        )

    def done(self, actions: Sequence[ReviewFacts]) -> Block:
        """The earlier workshop's actions that are done by now, quietly, a paragraph each."""
        said: list[Atom] = []
        for each in actions:
            text = self.words.say("Done: {what}", what=isolated(each.what.strip()))
            said += self._wrapped(text, QUIET, LEFT, LEAD_WIDTH)
        return Block((tuple(said),), above=7.7)

    def differing_title(self) -> Block:
        """The heading of what the group agreed to differ on."""
        return self._section(self.words.say("Agreed to differ"))

    def differing(
        self, session: SnapshotSession, question: SnapshotQuestion, outcome: OutcomeFacts
    ) -> Block:
        """A question with both positions, side by side, and who will find out."""
        origin = self._origin(
            QUESTION, session.theme, session.second, session.title, question.short
        )
        asked = self._balanced(question.text, STRONG, QUESTION.x, QUESTION.width)
        said: list[Atom] = []
        for score, position in (
            (outcome.low, outcome.low_position),
            (outcome.high, outcome.high_position),
        ):
            text = self._position(score, position)
            said += self._wrapped(text, BODY, POSITIONS.x, POSITIONS.width)
        finds_out = plan_words.who_finds_out(outcome, self.words)
        said += self._wrapped(finds_out, QUIET, POSITIONS.x, POSITIONS.width)
        return self._ruled(((*asked, *origin), tuple(said)))

    def parked_title(self) -> Block:
        """The heading of the parking lot."""
        return self._section(self.words.say("Parking lot"))

    def parked(self, text: str) -> Block:
        """One thought of the parking lot."""
        return self._ruled((self._wrapped(text, BODY, LEFT, LEAD_WIDTH),))

    def _head(self, heads: Iterable[tuple[Column, str]]) -> Block:
        columns = tuple(self._wrapped(text, HEAD, at.x, at.width) for at, text in heads)
        above = 14.4
        tallest = max(sum(atom.height for atom in column) for column in columns)
        rule = Rule(LEFT, above + tallest + 5.0, ACROSS, tokens.PDF_HAIRLINE, INK)
        return Block(columns, above=above, below=5.3, fixed=(rule,), dropped=True)

    def _section(self, text: str) -> Block:
        title = self._balanced(text, SECTION, LEFT, ACROSS)
        mark = Bookmark(LEFT, 28.0, text, 0)
        return Block((title,), above=28.0, below=6.0, fixed=(mark,), dropped=True)

    def _ruled(self, columns: tuple[tuple[Atom, ...], ...]) -> Block:
        rule = Rule(LEFT, 0.0, ACROSS, tokens.PDF_HAIRLINE, tokens.LIGHT.palette.hairline)
        return Block(columns, above=ROW_ABOVE, below=ROW_BELOW, fixed=(rule,))

    def _lead(self, snapshot: Snapshot) -> tuple[Atom, ...]:
        """The fullest lead that fits its lines."""
        for text in plan_words.leads(snapshot, self.words):
            lines = self.typesetter.balance(text, LEAD, LEAD_WIDTH)
            if len(lines) <= LEAD_LINES:
                return atoms(lines, LEFT)
        return ()

    def _scores(self, sessions: Sequence[SnapshotSession]) -> tuple[tuple[Atom, ...], ...]:
        """A column a session: shape and name, and below, all on one line, the scores."""
        pitch = ACROSS / SCORES_IN_A_ROW
        indent = SCORE_MARK + SCORE_MARK_GAP
        places = [LEFT + place * pitch for place in range(len(sessions))]
        names = [
            self._wrapped(each.title, NAME, x + indent, pitch - indent - 8.0)
            for x, each in zip(places, sessions, strict=True)
        ]
        tallest = max(1, *map(len, names)) * NAME.type.leading
        middle = (NAME.type.leading - SCORE_MARK) / 2
        columns = []
        for x, each, name in zip(places, sessions, names, strict=True):
            mark = Atom(0.0, (Mark(x, middle, SCORE_MARK, each.theme, each.second),))
            gap = Atom(tallest - len(name) * NAME.type.leading + 2.0)
            columns.append((mark, *name, gap, *self._score(each, x, pitch - 8.0)))
        return tuple(columns)

    def _score(self, session: SnapshotSession, x: float, width: float) -> tuple[Atom, ...]:
        """The score, and quietly below it that of the earlier workshop where there is one."""
        score = plan_words.score_text(session, self.words)
        if score is None:
            now = self._wrapped(self.words.say("no score yet"), NO_SCORE, x, width)
        else:
            now = self._wrapped(score, SCORE, x, width)
        if session.earlier_score is None:
            return now
        then = self.words.number(session.earlier_score, 1)
        said = self.words.say("{score} last time", score=then)
        return (*now, Atom(2.0), *self._wrapped(said, CAPTION, x, width))

    def _owner(self, owner: str, *, absent: bool = False) -> tuple[Atom, ...]:
        if not owner.strip():
            none = self.words.say("No owner yet")
            return self._wrapped(none, QUIET, OWNER.x, OWNER.width)
        named = self._wrapped(owner, BODY, OWNER.x, OWNER.width)
        if not absent:
            return named
        missing = self.words.say("not in the room")
        return (*named, *self._wrapped(missing, CAPTION, OWNER.x, OWNER.width))

    def _due(self, due: date | None, year: int) -> tuple[Atom, ...]:
        if due is None:
            return self._wrapped(self.words.say("No date yet"), QUIET, DUE.x, DUE.width)
        day = self.words.day(due, "short")
        if due.year != year:
            day = f"{day}\n{due.year}"
        return self._wrapped(day, STRONG, DUE.x, DUE.width)

    def _origin(
        self, at: Column, theme: Theme | None, second: bool, session: str, short: str
    ) -> tuple[Atom, ...]:
        """The shape of a theme with the session and the question, on a line of their own."""
        parts = [isolated(part.strip()) for part in (session, short) if part.strip()]
        indent = 0.0 if theme is None else ORIGIN_MARK + ORIGIN_GAP
        named = self._wrapped(", ".join(parts), CAPTION, at.x + indent, at.width - indent)
        if not named or theme is None:
            return named
        middle = (CAPTION.type.leading - ORIGIN_MARK) / 2
        mark = Mark(at.x, middle, ORIGIN_MARK, theme, second)
        first = replace(named[0], elements=(mark, *named[0].elements))
        return (Atom(2.0), first, *named[1:])

    def _chip(self, text: str) -> Atom:
        """A state in an outline, as small as a caption."""
        line = self.typesetter.line(text, CHIP)
        top = 2.5
        base = top + (CHIP_HEIGHT - CHIP.type.leading) / 2 + baseline(CHIP.type)
        width = line.width + 2 * CHIP_PADDING
        outline = Box(ACTION.x, top, width, CHIP_HEIGHT, edge=tokens.LIGHT.palette.edge)
        return Atom(
            top + CHIP_HEIGHT + 1.0, (outline, WordsElement(ACTION.x + CHIP_PADDING, base, line))
        )

    def _position(self, score: float | None, position: str) -> str:
        said = isolated(position.strip())
        if score is None:
            return said
        number = self.words.number(score)
        return (
            self.words.say("{score}: {position}", score=number, position=said) if said else number
        )

    def _wrapped(self, text: str, style: Style, x: float, width: float) -> tuple[Atom, ...]:
        return wrapped(self.typesetter, text, style, x, width)

    def _balanced(self, text: str, style: Style, x: float, width: float) -> tuple[Atom, ...]:
        return balanced(self.typesetter, text, style, x, width)


def _entry(text: str) -> str:
    """A text as an entry of the outline: one line, not too long."""
    plain = plan_words.plain_line(text)
    return plain if len(plain) <= OUTLINE_LENGTH else plain[: OUTLINE_LENGTH - 1].rstrip() + "…"
