"""The chapters on what stays: the files, measuring again, and when something goes wrong."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Points
from workshop.words import mark

FILES: Final = Chapter(
    ChapterId.FILES,
    mark("What leaves the room"),
    (
        Paragraph(
            mark(
                "{EXPORT} writes a folder with all files, at any moment, also while a vote is "
                "open: what is not revealed is not in them. Nothing is overwritten; a second "
                "export makes a second folder."
            )
        ),
        Heading(mark("For everyone who was there")),
        Points(
            (
                mark("Action plan (PDF): who does what by when, where the group differs, parking."),
                mark(
                    "Due dates (.ics): for a calendar. Import it again after a change, and the "
                    "same entries are updated."
                ),
            )
        ),
        Heading(mark("For whoever asked for the workshop")),
        Points(
            (
                mark(
                    "Report (PDF): a summary first, then every session with its votes, scores and "
                    "evidence, how the numbers were made, and a sheet for each owner."
                ),
                mark("Charts (PNG, SVG, PDF): for slides. Their names sort as the day went."),
            )
        ),
        Heading(mark("For whoever works with the numbers")),
        Points(
            (
                mark("All numbers (XLSX): a sheet a topic, with real dates and numbers."),
                mark("All numbers (CSV): the same, for any other program."),
            )
        ),
        Paragraph(
            mark(
                "No file holds the vote of a single seat of a secret ballot. Teams that were too "
                "small to be shown apart in the room are not apart in a file either."
            )
        ),
        Heading(mark("For you, or the next facilitator")),
        Points(
            (
                mark(
                    "Workshop (.flipchart): the whole workshop, with your private notes and its "
                    "photos. It opens in Flipchart on another computer. Do not send it to the "
                    "group."
                ),
            )
        ),
        Paragraph(
            mark("Every page of a rehearsal says that it is one. Do not hand such a page out.")
        ),
    ),
)

AGAIN: Final = Chapter(
    ChapterId.AGAIN,
    mark("Measuring again"),
    (
        Paragraph(
            mark(
                "In half a year, choose “Start from this workshop” in its menu in the list. The "
                "new one takes over questions, teams and agenda, and keeps its own copy of what "
                "the earlier one came to."
            )
        ),
        Points(
            (
                mark(
                    "The day begins with the review of the actions that were left open. 1, 2 and "
                    "3 say that one is not started, under way or done."
                ),
                mark("A session begins with its score of last time."),
                mark(
                    "A question shows last time only after its reveal, so that no old number pulls "
                    "the new votes."
                ),
                mark("The profile shows last time behind every session, and what has moved."),
            )
        ),
        Paragraph(
            mark(
                "Only questions on the same scale are compared. Where a question was worded "
                "otherwise, that is marked. Other people in the room say other things: a change of "
                "a few tenths is no news."
            )
        ),
    ),
)

WRONG: Final = Chapter(
    ChapterId.WRONG,
    mark("When something goes wrong"),
    (
        Heading(mark("The projector is gone")),
        Paragraph(
            mark(
                "The workshop goes on, and votes are safe. Plug it in again: the wall comes back "
                "to the same screen. Until then {FILL} shows the wall on this screen. Is it on the "
                "wrong screen? {SWAP} swaps them."
            )
        ),
        Heading(mark("Flipchart or the laptop stops")),
        Paragraph(
            mark(
                "Start it again. Within 12 hours it comes back to the same step, with every vote, "
                "note and action that was made. The wall stays blank until you can see the console."
            )
        ),
        Heading(mark("The laptop is lost")),
        Paragraph(
            mark(
                "Choose a folder for second copies before the day, on a USB stick: behind the disk "
                "at the upper right. A copy goes there every few minutes, and {COPY} makes one at "
                "once. On another laptop open it from the list of workshops. An open secret vote "
                "is not in a copy: vote once more."
            )
        ),
        Heading(mark("The disk is full")),
        Paragraph(
            mark(
                "What was saved is safe; what you type now is refused in words, and stays in its "
                "field. Make room on the disk, then do it again. A vote that could not be kept "
                "says “Please tap again” on the wall."
            )
        ),
        Heading(mark("I pressed the wrong key")),
        Points(
            (
                mark("{UNDO} takes back your last act, and says which. {REDO} does it again."),
                mark("{BLANK} hides the wall while you put things right."),
                mark("A vote closed too early: {VOTE_AGAIN} opens it again, with all its votes."),
                mark("A reveal too early: {BACK} takes it off the wall."),
                mark("{LEAVE} leaves a field, and closes a panel. It never ends the day."),
            )
        ),
        Heading(mark("The library is damaged")),
        Paragraph(
            mark(
                "Flipchart says so, and offers the newest backup. The damaged file is kept beside "
                "it. Settings has the list of backups, and can put any of them in the place of the "
                "library."
            )
        ),
        Heading(mark("A notice says that something went wrong")),
        Paragraph(
            mark(
                "The workshop goes on. “Copy report” puts the report on the clipboard: it names no "
                "person and no vote. Send it with what you did last."
            )
        ),
    ),
)
