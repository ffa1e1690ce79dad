"""The chapters on looking at what the room said: the charts, and the console between two days."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Picture, Points
from workshop.words import mark

CHARTS: Final = Chapter(
    ChapterId.CHARTS,
    mark("The charts"),
    (
        Paragraph(
            mark(
                "{CHARTS} opens the charts on the console alone, of all that is revealed. After "
                "the day, “Look at the charts” in the menu of the workshop opens the same."
            )
        ),
        Points(
            (
                mark("Arrows go from mark to mark; what the mark stands for is said beside."),
                mark(
                    "Enter goes on from a mark to the chart behind it: from a session to its "
                    "questions, from a question to its votes. Backspace comes back."
                ),
                mark("{ACTION} writes a new action; it is kept at the question of the mark."),
                mark("{PICTURE} copies the chart that is shown, as a picture and as numbers."),
            )
        ),
        Heading(mark("The day in one picture")),
        Paragraph(
            mark(
                "The profile shows every session with its score. On the wall {VIEW} goes on to "
                "the next view: a radar, the themes, and the heat map of questions by team. "
                "{RADAR} turns to the radar and back. A dash in the heat map means that nobody of "
                "that team answered."
            )
        ),
        Picture(
            "wall-heat-map",
            mark("The heat map on the wall: a row for each question, a column for each team."),
        ),
    ),
)

BETWEEN: Final = Chapter(
    ChapterId.BETWEEN,
    mark("Between the days"),
    (
        Heading(mark("Actions")),
        Paragraph(
            mark(
                "All actions of all workshops, those that are late first. Arrows choose, Enter "
                "edits, Space says whether one is under way or done, {ACTION} adds one. Choose a "
                "workshop, then export its action plan."
            )
        ),
        Heading(mark("Frameworks")),
        Paragraph(
            mark(
                "A framework has the sessions and questions of a day, and says where they come "
                "from. To write your own, save a copy of one, change it, and add it as a pack. "
                "Every workshop keeps its own questions, whatever becomes of the pack."
            )
        ),
        Heading(mark("Settings")),
        Paragraph(
            mark(
                "Everything is saved as you choose it. Console and wall may be light or dark on "
                "their own, and the console’s text may be larger. Choose a folder for second "
                "copies before the day; look at the backups when something is missing."
            )
        ),
    ),
)
