"""The chapters on what the room decides: scores, actions, time, and the close."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Picture, Points
from workshop.words import mark

RECORD: Final = Chapter(
    ChapterId.RECORD,
    mark("Record, agree to differ, actions"),
    (
        Heading(mark("The agreed score")),
        Paragraph(
            mark(
                "In Record the median is offered, and next agrees on it. Left and Right move it "
                "by half a step. {EVIDENCE} goes to the evidence: one sentence on what makes it "
                "this score. Score and evidence are on the wall as you write them."
            )
        ),
        Picture(
            "console-record",
            mark("Record on the console: the votes, the score that is offered, the evidence."),
        ),
        Heading(mark("Agree to differ")),
        Paragraph(
            mark(
                "A room that stays split need not be pressed to one number. Choose “Agree to "
                "differ”: both positions are kept with a sentence each, and with who finds out, "
                "how, and by when. The median of the vote counts until then."
            )
        ),
        Heading(mark("Actions")),
        Points(
            (
                mark(
                    "{ACTION} writes an action at any time: what, first step, owner, due, how we "
                    "will know. Enter adds it and begins the next."
                ),
                mark("Due takes “31 Oct” or “+3w”. Owner and date may stay empty for now."),
                mark("What you write is proposed. It is agreed when it is read back at the end."),
                mark("{READ_BACK} goes to the read-back early, when time runs out."),
            )
        ),
        Picture(
            "wall-read-back",
            mark("The actions read back on the wall, with owner and date."),
        ),
        Heading(mark("Not for everyone")),
        Paragraph(
            mark(
                "“Not for the wall” keeps a line off the wall, “Not in the report” out of every "
                "file for the group. Private notes are never in either."
            )
        ),
    ),
)

TIME: Final = Chapter(
    ChapterId.TIME,
    mark("Timers, breaks and what can go"),
    (
        Heading(mark("Timers")),
        Paragraph(
            mark(
                "Discussion and vote have a timer. {MORE_TIME} gives one more minute, {LESS_TIME} "
                "one less. When it ends it says so and counts on: nothing closes by itself, and "
                "nothing steps without you."
            )
        ),
        Heading(mark("Breaks and group work")),
        Paragraph(
            mark(
                "A break shows the time when you go on, large enough for the corridor. Group work "
                "shows the task, who sits where, and when all are back. Next ends either of them."
            )
        ),
        Picture(
            "wall-break",
            mark("The break on the wall: when it ends, and what comes then."),
        ),
        Heading(mark("Behind plan")),
        Paragraph(
            mark(
                "The console says how far behind plan you are, and when the day is likely to end. "
                "{WHAT_CAN_GO} opens what can go: everything that is still ahead, with the end of "
                "the day without it. Up and Down choose, Enter takes a line out or in, Ctrl Enter "
                "uses your choices. What you leave out stays in the workshop as not asked. The "
                "room never sees this page."
            )
        ),
        Picture(
            "console-what-can-go",
            mark("What can go: the likely end of the day, and what each line would save."),
        ),
    ),
)

CLOSE: Final = Chapter(
    ChapterId.CLOSE,
    mark("The close"),
    (
        Points(
            (
                mark(
                    "The profile shows where the room stands. Let people say what surprises them "
                    "before you say it."
                ),
                mark(
                    "The read-back goes through the actions, five at a time. Agree each with an "
                    "owner and a date, or drop it with a reason."
                ),
                mark(
                    "The close asks whether the day was worth the time. {TALLY} counts the hands; "
                    "the room sees them once you press next. Collect one word from each who likes."
                ),
                mark("Write down when you meet again, who gets the plan, and who answers by when."),
                mark("Next ends the workshop. It can still be exported and read at any time."),
            ),
            ordered=True,
        ),
        Picture(
            "wall-close",
            mark("The close on the wall: how many hands each answer got, and one word from each."),
        ),
        Paragraph(
            mark(
                "Afterwards all actions of all workshops stand under Actions, in a table or on a "
                "board. Mark there what is under way and what is done."
            )
        ),
    ),
)
