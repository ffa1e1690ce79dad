"""The chapters on what comes before the first question: the day before, and the room."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Picture, Points
from workshop.words import mark

BEFORE: Final = Chapter(
    ChapterId.BEFORE,
    mark("Before the day"),
    (
        Paragraph(
            mark(
                "Flipchart leads a workshop in one room: it puts a question on the wall, lets "
                "everyone vote, shows what the room said, and turns the talk into actions. It "
                "needs no internet. There is no Save button: everything is kept as you do it."
            )
        ),
        Heading(mark("Prepare")),
        Points(
            (
                mark("Press Ctrl N in the list of workshops, and type the title of the day."),
                mark("Type the teams with their people, or paste them from a spreadsheet."),
                mark(
                    "Choose a framework. Leave out the questions you will not ask: fewer questions "
                    "make better talk."
                ),
                mark("Look at the minutes: their sum stands beside the time that is booked."),
                mark("Choose the ballot, open or secret, and the ways people may vote."),
                mark("Read what is still missing at the foot, then press Ctrl Enter."),
            ),
            ordered=True,
        ),
        Picture(
            "console-prepare",
            mark("Prepare: what people vote on at the left, teams and votes at the right."),
        ),
        Heading(mark("Rehearse")),
        Paragraph(
            mark(
                "A rehearsal is the day itself with simulated seats that vote, change their minds "
                "and leave. Where there is one screen only, a window stands for the projector. "
                "Everything is marked as a rehearsal, and nothing of it is kept. Half an hour the "
                "evening before is enough to have the keys in your fingers."
            )
        ),
        Heading(mark("Check")),
        Paragraph(
            mark(
                "Test the room, once the projector is plugged in. The page shows which screen is "
                "the wall, whether the last row can read it, whether your clicker is heard, and "
                "whether the library is sound. Nothing on it stops you from opening the workshop."
            )
        ),
        Picture(
            "console-check",
            mark("The check: two screens, a test card on the wall, and what is still open."),
        ),
        Heading(mark("Print")),
        Paragraph(
            mark(
                "The print pack is a folder of papers: an agenda for the door, a run sheet with "
                "prompts for you, ballot sheets, table cards, and an invitation to paste into a "
                "mail. Print the ballot sheets even if you do not plan to use them."
            )
        ),
    ),
)

ROOM: Final = Chapter(
    ChapterId.ROOM,
    mark("The room"),
    (
        Paragraph(
            mark(
                "The room sees the wall. You see the console: a small copy of the wall, who has "
                "still to vote, what to ask next, and the time against your plan."
            )
        ),
        Picture(
            "console-vote",
            mark("The console while a vote is open: the wall in small at the upper right."),
        ),
        Heading(mark("Two screens")),
        Paragraph(
            mark(
                "Let the desktop extend to the projector: the wall goes there by itself. If it is "
                "on the wrong screen, {SWAP} swaps the two. The wall never takes the keyboard: "
                "every key goes to the console."
            )
        ),
        Heading(mark("One screen")),
        Paragraph(
            mark(
                "Where there is no second screen, or both show the same, the room can see this "
                "console, and it says so. Private notes, prompts and other workshops are then put "
                "away. {FILL} fills the screen with the wall; all keys go on working blind, and "
                "{FILL} brings the console back."
            )
        ),
        Heading(mark("What you can do to the wall at any moment")),
        Points(
            (
                mark("{BLANK} blanks it. The next key shows it again, and does nothing else."),
                mark(
                    "{HOLD} holds it as it is, while you go on behind it. A held wall has no clock "
                    "and no mark. {HOLD} again lets it go on; so does opening a vote."
                ),
                mark(
                    "{BACK} shows the step before. Only the wall turns back: votes and rounds stay "
                    "as they are. The next key returns."
                ),
                mark("{UNDO} takes back what you did last. It never takes back a vote."),
                mark("{JUMP} goes into the agenda: arrows choose, Enter goes there."),
            )
        ),
        Heading(mark("Walking about")),
        Paragraph(
            mark(
                "A clicker sends {NEXT} and {BACK}. Both always step, even while somebody types "
                "in a field: a scribe can write down what is said while you walk. A clicker "
                "pressed twice by mistake counts once."
            )
        ),
    ),
)
