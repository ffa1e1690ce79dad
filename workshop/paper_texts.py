"""Texts of faults on paper: what is wrong with a line of a file of ballots, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from workshop.kinds import Way
from workshop.words import mark

if TYPE_CHECKING:
    from workshop.words import Words

Text = tuple[str, str]
"""What is wrong, and how to mend it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a line of a file, counted from 1; line 0 is the file as a whole."""

    line: int
    text: str
    mend: str
    values: Mapping[str, object] = field(default_factory=dict)

    def cause(self, words: Words) -> str:
        """What is wrong."""
        return words.say(self.text, **_said(self.values, words))

    def how_to_mend(self, words: Words) -> str:
        """What to do about it."""
        return words.say(self.mend, **_said(self.values, words))


def _said(values: Mapping[str, object], words: Words) -> dict[str, object]:
    return {
        key: one_of(value, words) if isinstance(value, tuple) else value
        for key, value in values.items()
    }


def one_of(names: tuple[str, ...], words: Words) -> str:
    """Names to choose one from: "Nursing, Front desk or Back office"."""
    if len(names) < 2:
        return "".join(names)
    return words.say("{names} or {last}", names=", ".join(names[:-1]), last=names[-1])


# --- The file ---------------------------------------------------------------------------------

TOO_LARGE: Final[Text] = (
    mark("This file is larger than 1 MB, which no file of ballots is."),
    mark("Choose the CSV file with the ballots of this session."),
)
NOT_UTF8: Final[Text] = (
    mark("This is no text in UTF-8."),
    mark("In the spreadsheet, save it as “CSV UTF-8” and read it again."),
)
NOT_TEXT: Final[Text] = (
    mark("There are signs in this line that no text has."),
    mark("Choose a CSV file. A spreadsheet has to be saved as one first."),
)
EMPTY_FILE: Final[Text] = (
    mark("This file is empty."),
    mark("Its first line is: question,team,seat,answer. Below it stands a line for each answer."),
)
NO_VOTES: Final[Text] = (
    mark("There is no answer in this file."),
    mark("Write a number in the column “answer” for each answer, and read it again."),
)
BROKEN_QUOTES: Final[Text] = (
    mark("A quotation mark in this line is not closed, or text follows it."),
    mark("Take the quotation marks out. What stands below was not read."),
)
COLUMN_UNKNOWN: Final[Text] = (
    mark("“{name}” is no column of a file of ballots."),
    mark("Write {names}, or take the column out."),
)
COLUMN_TWICE: Final[Text] = (
    mark("The column “{name}” is there twice."),
    mark("Keep one of the two."),
)
COLUMN_MISSING: Final[Text] = (
    mark("The column “{name}” is missing."),
    mark("Let the first line be: question,team,seat,answer."),
)
LINE_TOO_LONG: Final[Text] = (
    mark("This line has {n} parts, and the first line names {m}."),
    mark("Put a name that has a comma in it between quotation marks."),
)
MORE_FAULTS: Final[Text] = (
    mark("There are more faults from here on."),
    mark("Mend these first, then read the file again."),
)

# --- Names in a line --------------------------------------------------------------------------

QUESTION_EMPTY: Final[Text] = (
    mark("No question is named."),
    mark("Write its short name or its number in the session."),
)
NO_QUESTION: Final[Text] = (
    mark("“{name}” is no question of this session."),
    mark("Write {names}, or the number of the question in the session."),
)
NO_QUESTION_KNOWN: Final[Text] = (
    mark("“{name}” is no question of this workshop."),
    mark("Open the vote of the question that was meant, and read the file again."),
)
NO_TEAM: Final[Text] = (mark("“{name}” is no team of this workshop."), mark("Write {names}."))
SEAT_WITHOUT_TEAM: Final[Text] = (
    mark("Seat {seat} is named without a team."),
    mark("Write the team too, or leave the seat empty."),
)
NO_SEAT: Final[Text] = (
    mark("{team} has no seat “{seat}”."),
    mark("Write {names}, or its number from 1 to {n}, or leave the seat empty."),
)
TWO_SEATS: Final[Text] = (
    mark("{team} has two seats called “{seat}”."),
    mark("Write the number of the seat within its team."),
)
OBSERVES: Final[Text] = (
    mark("Seat {seat} of {team} observes and does not vote."),
    mark("Take this line out, or let the seat vote in “Who is present”."),
)
NOT_PRESENT: Final[Text] = (
    mark("Seat {seat} of {team} is not present."),
    mark("Mark it as present in “Who is present”, or take this line out."),
)

# --- Answers ----------------------------------------------------------------------------------

NOT_A_NUMBER: Final[Text] = (
    mark("“{answer}” is no answer."),
    mark("Write a number from 1 to {steps}, or leave it empty where nobody answered."),
)
ANSWER_OFF: Final[Mapping[bool, Text]] = MappingProxyType(
    {
        True: (
            mark("Answer {answer} is off the scale."),
            mark("The scale has 1 to {steps}, and 0 for “don’t know”."),
        ),
        False: (mark("Answer {answer} is off the scale."), mark("The scale has 1 to {steps}.")),
    }
)
NO_DONT_KNOW: Final[Text] = (
    mark("“{question}” has no “don’t know”."),
    mark("Write 1 to {steps}, or leave the answer empty."),
)

# --- Rounds and seats -------------------------------------------------------------------------

VOTE_NOT_OPEN: Final[Text] = (
    mark("The vote on “{question}” is not open yet."),
    mark("Keep this line for later, and read it once that vote is open."),
)
VOTE_CLOSED: Final[Text] = (
    mark("The vote on “{question}” is closed."),
    mark("Take this line out, or open that vote again."),
)
SEAT_TWICE: Final[Text] = (
    mark("Seat {seat} of {team} has answered “{question}” in line {n} already."),
    mark("Keep one of the two lines."),
)
VOTED: Final[Text] = (
    mark("Seat {seat} of {team} has already voted on “{question}”."),
    mark("Take this line out."),
)
VOTED_BY: Final[Mapping[Way, Text]] = MappingProxyType(
    {
        Way.PHONE: (
            mark("Seat {seat} of {team} has already voted on “{question}” by phone."),
            mark("Take this line out. The seat can still change its vote by phone."),
        ),
        Way.WALL: (
            mark("Seat {seat} of {team} has already voted on “{question}” at the screen."),
            mark("Take this line out."),
        ),
        Way.FOR_SOMEONE: (
            mark("Someone has already voted on “{question}” for seat {seat} of {team}."),
            mark("Take this line out."),
        ),
        Way.PAPER: VOTED,
        Way.HANDS: VOTED,
    }
)
TEAM_FULL: Final[Text] = (
    mark("{team} has no seat still out for this ballot on “{question}”."),
    mark("Take this line out, lower the tally of hands, or write the team that was meant."),
)
ROOM_FULL: Final[Text] = (
    mark("No seat is still out for this ballot on “{question}”."),
    mark("Take this line out, or lower the tally of hands."),
)
