"""The chapters on what the room said: reveal and talk, questions together, teams apart."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Picture, Points
from workshop.words import mark

REVEAL: Final = Chapter(
    ChapterId.REVEAL,
    mark("Reveal and talk"),
    (
        Picture(
            "wall-reveal",
            mark("The wall after a second round: a brick is a vote, the first round stays behind."),
        ),
        Heading(mark("What the numbers mean")),
        Points(
            (
                mark("A brick is a vote. Where more than 40 vote, a column is solid."),
                mark("The median is the middle vote: as many lie above it as below."),
                mark(
                    "Agreement goes from 0 to 100. It is 100 where all say the same, and 0 where "
                    "one half stands at each end of the scale."
                ),
                mark("“Don’t know” stands beside the votes, and is in no number."),
            )
        ),
        Heading(mark("What the words mean")),
        Points(
            (
                mark("In agreement: 75 or more. Ask what it is based on, or what would lift it."),
                mark("Close to agreement: from 60 on. Ask who stands away from the middle, first."),
                mark("Spread out: below 60, with no two camps. Collect examples."),
                mark(
                    "Split: the votes stand in two camps with little between. Let the lower camp "
                    "speak first, one example each, and only then argue."
                ),
                mark(
                    "A lone voice: a few votes far from all others. Ask what is seen from there, "
                    "and never who it was."
                ),
                mark("Borderline: one voter moving one step would change the word."),
            )
        ),
        Paragraph(
            mark(
                "With fewer than five votes there is no word, only “From 2 to 4: lowest first.” "
                "Where many do not know, the talk is about what you would have to look at."
            )
        ),
        Heading(mark("A second round")),
        Paragraph(
            mark(
                "{VOTE_AGAIN} opens another round after the talk. The first one stays behind it "
                "in grey, so that the room sees what the talk has changed."
            )
        ),
        Heading(mark("Revealed too early?")),
        Paragraph(
            mark(
                "{BACK} takes the reveal back from the wall at once, until you press next. The "
                "room may have seen it: say so."
            )
        ),
    ),
)

TOGETHER: Final = Chapter(
    ChapterId.TOGETHER,
    mark("Many questions, many teams"),
    (
        Heading(mark("Several questions together")),
        Paragraph(
            mark(
                "A session with many questions can vote through all of them first. Each is posed, "
                "voted on and closed; nothing is revealed until all are answered. Then one page "
                "shows them all, the most divided first."
            )
        ),
        Picture(
            "wall-together",
            mark("The wall with several questions revealed at once, each a row with its votes."),
        ),
        Paragraph(
            mark(
                "On the console you pick what to talk about: Up and Down choose, Enter picks or "
                "drops. Up to three are suggested. The talk goes through those that are picked, "
                "and the others keep their votes."
            )
        ),
        Heading(mark("Teams apart")),
        Paragraph(
            mark(
                "{APART} at a reveal shows each team with its own votes. The heading says how far "
                "they lie apart, and never names a team as the problem. In a secret ballot small "
                "teams do not appear."
            )
        ),
        Picture(
            "wall-apart",
            mark("The wall with three teams apart, each with its votes on the same question."),
        ),
    ),
)
