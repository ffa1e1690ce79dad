"""The chapters on one question: its steps, the ways to vote, and the secret ballot."""

from __future__ import annotations

from typing import Final

from ui.help.chapter import Chapter, ChapterId, Heading, Paragraph, Picture, Points
from workshop.words import mark

QUESTION: Final = Chapter(
    ChapterId.QUESTION,
    mark("A question, from pose to act"),
    (
        Paragraph(
            mark(
                "One key leads the day: {NEXT} on a clicker, Space on the keyboard. It does what "
                "the next button says, and the button always says it before you press."
            )
        ),
        Points(
            (
                mark("Pose: read the question aloud. Nobody can vote yet."),
                mark("Discuss: a few minutes at the tables, with the timer on the wall."),
                mark("Vote: the wall says how many votes are in, and nothing else."),
                mark(
                    "Reveal: first close the vote, then reveal it. These are two presses, so that "
                    "nothing is shown by accident."
                ),
                mark("Talk: the prompt follows from the shape of the votes. You need not use it."),
                mark("Record: what the room agrees on, and why."),
                mark("Act: what follows from it. Then the next question."),
            ),
            ordered=True,
        ),
        Picture(
            "wall-vote",
            mark("The wall while a vote is open: the question, the scale, and 17 of 24 votes in."),
        ),
        Heading(mark("When the room needs something else")),
        Points(
            (
                mark("{VOTE_AGAIN} votes once more after the talk. The first round is kept."),
                mark("{VOTE_AGAIN} also opens a vote again that was closed too early."),
                mark("{SKIP} skips a question. It stays in the workshop as not asked."),
                mark("{INSERT} adds a question or an agenda item on the spot."),
                mark("{PARK} parks a thought that belongs somewhere else."),
                mark("{NOTE} writes a private note. The room never sees it."),
            )
        ),
        Heading(mark("Few votes")),
        Paragraph(
            mark(
                "Where less than half of those present have voted, the next button says how many "
                "there are, “Reveal 2 votes anyway” for example. It is your decision. Without a "
                "single vote it skips the question."
            )
        ),
        Heading(mark("Who is here")),
        Paragraph(
            mark(
                "{PRESENCE} opens the list of seats. Late, gone, observer: one key each. Every "
                "“of 24” on wall and console follows. Whoever has voted and then leaves still "
                "counts in that round."
            )
        ),
    ),
)

WAYS: Final = Chapter(
    ChapterId.WAYS,
    mark("Four ways of voting"),
    (
        Paragraph(
            mark(
                "All ways work side by side in the same round. A seat has one vote, and may "
                "change it until you close the vote. “Don’t know” is an answer: it counts as a "
                "vote, and is left out of median and agreement."
            )
        ),
        Heading(mark("Hands")),
        Paragraph(
            mark(
                "{TALLY} opens the tally. Type how many hands are up for each answer; Tab goes to "
                "the next answer. Only the row in which you type shows its numbers. Count team by "
                "team where you want to see the teams apart later."
            )
        ),
        Picture(
            "console-tally",
            mark("The tally: a row for each team, a field for each answer."),
        ),
        Heading(mark("At the wall")),
        Paragraph(
            mark(
                "{TOUCH} calls a team to the screen: arrows choose it, Enter calls. People tap "
                "their answer, click it, or type its digit on a number pad that is passed round; "
                "0 is don’t know. What was tapped vanishes at once."
            )
        ),
        Picture(
            "wall-touch",
            mark("The wall as people tap at it: five answers, and don’t know below them."),
        ),
        Heading(mark("On paper")),
        Paragraph(
            mark(
                "{PAPER} opens the ballots on paper: type them one by one, or drop a CSV file "
                "with question, team, seat and answer. A file with a fault is not taken in, and "
                "every fault is named with its line."
            )
        ),
        Heading(mark("For someone")),
        Paragraph(
            mark(
                "{FOR_SOMEONE} votes for someone who cannot, a colleague on the telephone for "
                "example. The vote is marked so, and you know what it was."
            )
        ),
        Heading(mark("A team as one")),
        Paragraph(
            mark(
                "In Prepare you can let a team vote as one: it has a single vote and must talk "
                "first. That is offered in open ballots only."
            )
        ),
    ),
)

SECRET: Final = Chapter(
    ChapterId.SECRET,
    mark("The secret ballot"),
    (
        Paragraph(
            mark(
                "Choose the secret ballot in Prepare where people may not speak freely: the boss "
                "is in the room, or the question is about somebody who is. It needs at least five "
                "people who vote."
            )
        ),
        Heading(mark("What it promises")),
        Points(
            (
                mark("Nobody learns which seat voted what. You do not either."),
                mark(
                    "When you close the vote, only counts are kept. From then on neither the "
                    "library nor a backup or copy ties an answer to a seat."
                ),
                mark(
                    "A team is shown apart only where it is large enough, and where nobody could "
                    "be worked out from the rest. The others appear in the total alone."
                ),
                mark("No order and no time of a vote is kept."),
            )
        ),
        Heading(mark("What it does not promise")),
        Points(
            (
                mark(
                    "While a vote is open, the file on this laptop could tell an expert more. "
                    "Close the vote before you leave the laptop alone."
                ),
                mark("The room can see where people tap. Pass a number pad round instead."),
                mark("A vote that you type for someone is known to you."),
                mark("A disk may keep leftovers of what was written over."),
            )
        ),
        Heading(mark("What is different in the day")),
        Points(
            (
                mark("After the reveal a round cannot be opened again. Vote once more instead."),
                mark(
                    "A closed vote can be opened again with {VOTE_AGAIN}: votes that were in stay "
                    "as they are, and those still missing may vote."
                ),
                mark("{UNDO} does not reach behind a closed vote."),
                mark("The list of seats does not say who has voted."),
            )
        ),
    ),
)
