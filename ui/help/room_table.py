"""The table of what the room sees when: for each state of a day the wall, the console, and never.

tests/ui/help/test_room_table.py leads real days through every state and holds each line to the
scenes that the wall shows there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from workshop.steps import State
from workshop.words import mark


@dataclass(frozen=True, slots=True)
class RoomLine:
    """What is seen in `states`, and what not.

    `scenes` are the kinds of scene the wall may show there. `values`: whether the answers of the
    round in work may be seen, anywhere; where False wall and console are the same whatever was
    voted.
    """

    states: tuple[State, ...]
    when: str
    wall: str
    console: str
    never: str
    scenes: tuple[str, ...]
    values: bool = True


NO_ANSWER: Final = mark("Any answer; you do not see one either")
_PRIVATE: Final = mark("Private notes, prompts, the time behind plan")

LINES: Final = (
    RoomLine(
        (State.LOBBY,),
        mark("Before the start"),
        mark("The welcome: organisation, title, time, teams"),
        mark("The agenda, the teams, the check of the room"),
        mark("The questions to come"),
        ("LobbyScene",),
        False,
    ),
    RoomLine(
        (State.OPENING,),
        mark("Opening"),
        mark("Why we are here, the ground rules, the agenda by its minutes"),
        mark("The same in small"),
        _PRIVATE,
        ("OpeningScene",),
        False,
    ),
    RoomLine(
        (State.PRACTICE_OPEN, State.PRACTICE_CLOSED),
        mark("Practice vote"),
        mark("A question to try, and how many votes came; no answer, not even at the end"),
        mark("Who has still to try"),
        mark("Any answer: nothing of it is kept"),
        ("QuestionScene", "PracticeRevealScene", "HandOverScene", "TouchScene"),
        False,
    ),
    RoomLine(
        (State.REVIEW,),
        mark("Review of the last workshop’s actions"),
        mark("Five actions a page with owner and status, as you set it"),
        mark("The same actions, and the keys that set the status"),
        mark("Actions that are marked “Not for the wall”"),
        ("ReviewScene",),
    ),
    RoomLine(
        (State.SESSION,),
        mark("A session begins"),
        mark("Its name, purpose and questions by their short names; its score of last time"),
        mark("What is ahead, with its minutes"),
        mark("Last time’s scores of single questions"),
        ("SessionScene",),
        False,
    ),
    RoomLine(
        (State.POSE, State.DISCUSS),
        mark("Pose and discuss"),
        mark("The question, the scale with its words, the timer"),
        mark("The question, your notes, what to ask"),
        mark("Last time’s result"),
        ("QuestionScene",),
        False,
    ),
    RoomLine(
        (State.OPEN, State.CLOSED),
        mark("Vote open, and closed"),
        mark("The question and how many votes are in; whose turn it is at the screen"),
        mark("Who has still to vote; in a secret ballot only how many"),
        NO_ANSWER,
        ("QuestionScene", "HandOverScene", "TouchScene"),
        False,
    ),
    RoomLine(
        (State.REVEAL, State.TALK),
        mark("Reveal and talk"),
        mark("The votes, median, agreement, the round before, a prompt; teams apart on {APART}"),
        mark("The same, more prompts, your notes"),
        mark("Who voted what; in a secret ballot small teams"),
        ("RevealScene", "ChecklistScene", "TeamsApartScene"),
    ),
    RoomLine(
        (State.RECORD, State.ACT),
        mark("Record and act"),
        mark("The votes, then the agreed score with its evidence, or both positions"),
        mark("The fields for score, evidence and actions"),
        mark("What is marked “Not for the wall”"),
        ("RevealScene", "ChecklistScene", "AgreedScene", "DifferScene"),
    ),
    RoomLine(
        (State.COLLECTED,),
        mark("Several questions, all answered"),
        mark("That all votes are in, and how many each question has"),
        mark("The same"),
        NO_ANSWER,
        ("CollectedScene",),
        False,
    ),
    RoomLine(
        (State.TOGETHER,),
        mark("Several questions, revealed together"),
        mark("A row for each question: votes, median, agreement, whether it is picked"),
        mark("The same rows, to be picked and sorted"),
        mark("Who voted what"),
        ("TogetherScene",),
    ),
    RoomLine(
        (State.GROUP_WORK, State.GROUPS),
        mark("Group work"),
        mark("The task, who sits where, and when all are back"),
        mark("The time left, what comes next"),
        _PRIVATE,
        ("GroupWorkScene",),
    ),
    RoomLine(
        (State.BREAK,),
        mark("Break"),
        mark("When it ends, and what comes then"),
        mark("The time left, what can go"),
        _PRIVATE,
        ("BreakScene",),
    ),
    RoomLine(
        (State.PROFILE,),
        mark("Where we stand"),
        mark("The sessions with their scores; the radar, the themes, the heat map"),
        mark("The same, and the choice of views"),
        mark("Teams that are too small to be shown apart"),
        ("ProfileScene", "RadarScene", "HeatMapScene"),
    ),
    RoomLine(
        (State.ACTION_PLANNING, State.READ_BACK),
        mark("Action planning and read-back"),
        mark("The actions with owner and date, five a page"),
        mark("All actions, to be agreed, changed or dropped"),
        mark("Actions that are marked “Not for the wall”"),
        ("ReadBackScene",),
    ),
    RoomLine(
        (State.CLOSING, State.CLOSE_SHOWN),
        mark("The close"),
        mark("The question, then the hands; one word from each, what happens next"),
        mark("The fields for hands, words and dates"),
        mark("The hands before you press next; who said which word"),
        ("ClosingScene",),
    ),
    RoomLine(
        (State.FINISHED,),
        mark("The end"),
        mark("Thanks"),
        mark("What came of the day, and the export"),
        _PRIVATE,
        ("FinishedScene",),
    ),
    RoomLine(
        (State.BLANK,),
        mark("The wall is blank ({BLANK})"),
        mark("Nothing"),
        mark("That it is blank, and everything as before"),
        mark("Anything, until you press a key"),
        ("BlankScene",),
    ),
    RoomLine(
        (State.LOOKING_BACK,),
        mark("The wall is turned back ({BACK})"),
        mark("What it showed before; a closed vote stays closed"),
        mark("That it is turned back, and where the day really is"),
        mark("What is not revealed yet"),
        ("the scene before",),
    ),
    RoomLine(
        (State.TAKEN_BACK,),
        mark("A reveal is taken back ({BACK})"),
        mark("The question, as before the reveal"),
        mark("That it is taken back; the result stays with you"),
        mark("The result, until you press next"),
        ("QuestionScene", "CollectedScene"),
    ),
)
