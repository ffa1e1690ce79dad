"""Card: the test card that the wall shows while the room is checked; no scene of a day."""

from __future__ import annotations

from workshop.scenes import CheckCardScene
from workshop.words import Words


def check_card(words: Words) -> CheckCardScene:
    """Lines that name their own size, from a question's down to the smallest on the wall."""
    return CheckCardScene(
        heading=words.say("Test card"),
        sizes=(
            (104, words.say("Question 104")),
            (62, words.say("The back row reads this easily 62")),
            (44, words.say("The back row must read this 44")),
            (30, words.say("Captions, the smallest 30")),
        ),
        foot=words.say("All four corners must show"),
    )
