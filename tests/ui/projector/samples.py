"""Samples: every kind of scene as an ordinary day has it, empty, and as extreme as it can be."""

from __future__ import annotations

from dataclasses import replace

from frameworks.theme import Theme
from tests.ui.projector import profile_samples, repeat_samples, room_samples
from tests.ui.projector.sample_parts import (
    ARABIC,
    EMOJI,
    EMPTY_HEADER,
    HEADER,
    INK_HEADER,
    LABELS,
    LONG_HEADER,
    LONG_LABELS,
    LONG_NAME,
    LONG_QUESTION,
    NOW,
    QUESTION,
    RIGHT_TO_LEFT,
    WORDS,
    chart,
    labels,
    reveal,
    timer,
    touch,
)
from workshop.scenes import (
    AgreedScene,
    BlankScene,
    DifferScene,
    FinishedScene,
    HandOverScene,
    LobbyScene,
    OpeningScene,
    Position,
    PracticeRevealScene,
    QuestionScene,
    ReadBackRow,
    ReadBackScene,
    Scene,
    SessionScene,
    StripPart,
    TouchScene,
    VotesIn,
)

# The parts stand in a file of their own, and are handed on from here.
__all__ = [
    "ALL",
    "ARABIC",
    "EMOJI",
    "EMPTY",
    "EMPTY_HEADER",
    "EXTREME",
    "HAND_OVER",
    "HEADER",
    "INK_HEADER",
    "LABELS",
    "LONG_HEADER",
    "LONG_LABELS",
    "LONG_NAME",
    "LONG_QUESTION",
    "NOW",
    "ORDINARY",
    "QUESTION",
    "RIGHT_TO_LEFT",
    "WORDS",
    "chart",
    "labels",
    "reveal",
    "timer",
    "touch",
]

_ROW = ReadBackRow(
    1,
    "Front desk may waive a charge of up to £25 on the spot",
    Theme.PEOPLE,
    False,
    "People, room to act",
    "14 Nov",
    "Practice manager",
    "Complaints closed the same day: 40% to 75%",
)
_LONG_ROW = replace(
    _ROW,
    what="Agree with the finance department how far the front desk may go on its own when a bill "
    "was wrong, and write it on one page that hangs beside every telephone",
    origin="Business processes and people, recovery when it goes wrong",
    owner="Deputy head of patient administration",
    measure="Complaints about wrong bills that are closed on the day they come in: 40% to 75%",
    second=True,
)
_PARTS = (
    StripPart(Theme.VISION, False, "Vision", 35),
    StripPart(Theme.STRATEGY, False, "Strategy", 45),
    StripPart(None, False, "Break", 15),
    StripPart(Theme.STRUCTURE, False, "Structure", 35),
    StripPart(Theme.TECHNOLOGY, False, "Technology", 25),
    StripPart(Theme.PEOPLE, False, "People", 35),
)

HAND_OVER = HandOverScene(
    HEADER, "Next at the screen", "", "Back office", "Tap here when you are alone", "6 votes"
)

ORDINARY: dict[str, Scene] = {
    **room_samples.ORDINARY,
    **repeat_samples.ORDINARY,
    **profile_samples.ORDINARY,
    "blank": BlankScene(),
    "lobby": LobbyScene(
        "Harbour Street Clinic",
        "Service review, autumn",
        "We start at 09:00.",
        "24 people in 3 teams",
        (("Front desk", 8, "8 seats"), ("Nursing", 10, "10 seats"), ("Back office", 6, "6 seats")),
    ),
    "opening": OpeningScene(
        "Service review, autumn",
        "until 12:50",
        "Why we are here",
        "Find the three things that would help our patients most this winter.",
        "The clinic director will answer each proposal in writing by 31 October.",
        "How we work today",
        (
            "One voice at a time",
            "We talk about the work, not about people",
            "Low numbers are news, not blame",
            "Phones are for voting",
        ),
        _PARTS,
    ),
    "session": SessionScene(
        Theme.STRUCTURE,
        False,
        "Structure",
        "Who does what, and how work reaches the next pair of hands.",
        "Four questions",
        "35 minutes",
        ("Champions", "Handovers", "Time to meet", "Ownership"),
        "Session 3 of 5, until 11:20",
    ),
    "question": QuestionScene(
        HEADER, QUESTION, LABELS, votes=VotesIn(17, 24, "of 24 votes in"), timer=timer(84)
    ),
    "closed": QuestionScene(
        HEADER,
        QUESTION,
        LABELS,
        dont_know="Don’t know",
        votes=VotesIn(22, 24, "of 24 votes in"),
        notice="The vote is closed",
    ),
    "practice": QuestionScene(
        INK_HEADER,
        "How often do you have lunch away from your desk?",
        ("Never", "Once or twice", "Most weeks", "Most days", "Every day"),
        practice=True,
        hint="Try it on your phone. Tap, then change your mind: both work.",
        dont_know="or Don’t know",
        votes=VotesIn(21, 24, "of 24 votes in"),
    ),
    "hand over": HAND_OVER,
    "touch": touch(),
    "practice reveal": PracticeRevealScene(
        INK_HEADER, "24 of 24 votes were in.", "What you chose is not kept. Nobody has seen it."
    ),
    "reveal": reveal(chart((0, 3, 4, 12, 3), 2, (3, 8, 2, 8, 3))),
    "agreed": AgreedScene(
        HEADER,
        QUESTION,
        "4",
        "agreed score",
        "Mostly. We said 3 in spring.",
        "What makes it a 4",
        "Wrong-bill calls are now returned the same day; spring took three.",
        "The vote: median 4, close to agreement 70, 24 votes, 2 don’t know.",
    ),
    "differ": DifferScene(
        HEADER,
        "Is our care the same for everyone, however they reach us?",
        "We agree to differ",
        Position("2", "13 votes at 1 to 3", "Callers without English wait longest."),
        Position("4", "11 votes at 4 to 5", "At the desk everyone gets the same time."),
        "Who finds out",
        "The operations lead counts calls that needed an interpreter, until 14 November.",
    ),
    "read-back": ReadBackScene(
        "What we will do",
        "1 to 5 of 9",
        ("Action", "By when, by whom", "How we will know"),
        tuple(replace(_ROW, number=number) for number in range(1, 6)),
        "",
    ),
    "finished": FinishedScene(
        "Harbour Street Clinic",
        "Service review, autumn",
        "Thank you",
        "Everything is kept. The plan comes with the report.",
    ),
}

EMPTY: dict[str, Scene] = {
    **room_samples.EMPTY,
    **repeat_samples.EMPTY,
    **profile_samples.EMPTY,
    "lobby": LobbyScene("", "Service review", "", "No teams yet", ()),
    "opening": OpeningScene("Service review", "", "", "", "", "", (), ()),
    "session": SessionScene(Theme.VISION, True, "Vision", "", "No questions", "", (), ""),
    "question": QuestionScene(EMPTY_HEADER, "Now?", ("No", "Yes")),
    "no votes in": QuestionScene(HEADER, QUESTION, LABELS, votes=VotesIn(0, 0, "of 0 votes in")),
    "hand over": HandOverScene(EMPTY_HEADER, "", "", "A", "Tap here", ""),
    "touch": TouchScene(EMPTY_HEADER, "A", "", "Now?", ("No", "Yes"), "", "", ""),
    "practice reveal": PracticeRevealScene(INK_HEADER, "No votes were in.", ""),
    "reveal": replace(reveal(chart((0, 0, 0, 0, 0))), prompt=""),
    "reveal of don’t know": reveal(chart((0, 0, 0, 0, 0), 3)),
    "agreed": AgreedScene(HEADER, QUESTION, "4", "agreed score", "", "", "", ""),
    "differ": DifferScene(
        HEADER, QUESTION, "We agree to differ", Position("2", "", ""), Position("4", "", ""), "", ""
    ),
    "read-back": ReadBackScene("What we will do", "", ("", "", ""), (), "No actions yet."),
    "finished": FinishedScene("", "Service review", "Thank you", ""),
}

EXTREME: dict[str, Scene] = {
    **room_samples.EXTREME,
    **repeat_samples.EXTREME,
    **profile_samples.EXTREME,
    "lobby of 12": LobbyScene(
        "The Harbour Street Clinic and its outpatient department",
        "Service review of the autumn and the winter that follow",
        "We start at 09:00.",
        "200 people in 12 teams",
        tuple(
            (name, seats, f"{seats} seats")
            for name, seats in zip(
                (LONG_NAME, RIGHT_TO_LEFT, ARABIC, EMOJI) * 3, (41, 40, 3, 1) * 3, strict=True
            )
        ),
    ),
    "lobby of 30": LobbyScene(
        "Harbour",
        "Service review",
        "We start at 09:00.",
        "200 people in 30 teams",
        tuple((f"Team {i}", 7, "7 seats") for i in range(30)),
    ),
    "lobby of 4": LobbyScene(
        "Harbour",
        "Service review",
        "We start at 09:00.",
        "97 people in 4 teams",
        (
            (LONG_NAME, 40, "40 seats"),
            (ARABIC, 41, "41 seats"),
            (EMOJI, 15, "15 seats"),
            ("A", 1, "1 seat"),
        ),
    ),
    "opening": OpeningScene(
        "Service review of the autumn and the winter that follow",
        "until 17:50",
        "Why we are here",
        "Find the three things that would help our patients and their families most this winter, "
        "and agree on who does what by when so that it does not end as a list in a drawer again.",
        "The clinic director and the head of administration will answer each proposal in writing "
        "by 31 October, with a reason where the answer is no.",
        "How we work today",
        tuple(
            "We talk about the work and the way it is organised, not about people" for _ in range(5)
        ),
        (*_PARTS, *(replace(part, second=True, name="Growth and learning") for part in _PARTS)),
    ),
    "session": SessionScene(
        Theme.PEOPLE,
        True,
        "Business processes and technology",
        "What has to be in place so that everyone who meets a patient can do what the moment asks "
        "for, without waiting for a decision that somebody else has to take first.",
        "Eight questions",
        "1 hour 20 minutes",
        tuple("Recovery when it goes wrong!" for _ in range(8)),
        "Session 10 of 20, until 11:20",
    ),
    "question": QuestionScene(
        LONG_HEADER,
        LONG_QUESTION,
        labels(7),
        dont_know="Don’t know",
        votes=VotesIn(163, 200, "of 200 votes in"),
        timer=timer(-125),
    ),
    "question of 40 votes": QuestionScene(
        HEADER, QUESTION, LABELS, votes=VotesIn(39, 40, "of 40 votes in"), timer=timer(7)
    ),
    "question in Hebrew": QuestionScene(
        replace(HEADER, session=RIGHT_TO_LEFT, topic=ARABIC),
        "האם אנחנו עונים לכל מי שפונה אלינו עוד באותו היום?",
        (RIGHT_TO_LEFT, "לפעמים", "תמיד"),
        votes=VotesIn(3, 3, "of 3 votes in"),
        timer=timer(3600, 7200),
    ),
    **{
        f"question on {steps} steps": QuestionScene(
            HEADER, QUESTION, labels(steps), dont_know="Don’t know", timer=timer(10)
        )
        for steps in range(2, 11)
    },
    **{f"touch on {steps} steps": touch(steps) for steps in range(2, 11)},
    "touch": replace(touch(7, LONG_NAME), question=LONG_QUESTION, header=LONG_HEADER),
    "touch in Hebrew": touch(5, RIGHT_TO_LEFT),
    "hand over": replace(HAND_OVER, above="Front desk", name=LONG_NAME),
    "hand over in Arabic": replace(HAND_OVER, name=ARABIC, header=LONG_HEADER),
    "hand over to foxes": replace(HAND_OVER, name=EMOJI),
    "practice reveal": PracticeRevealScene(INK_HEADER, LONG_QUESTION, LONG_QUESTION),
    "reveal of 200": reveal(chart((11, 30, 43, 84, 26), 6, (38, 52, 27, 61, 22))),
    "reveal of 3": reveal(chart((0, 1, 0, 2, 0))),
    "reveal of a half": reveal(chart((0, 4, 8, 8, 4), 0, (0, 12, 0, 12, 0))),
    "reveal borderline": reveal(chart((9, 2, 0, 0, 13), 5, (1, 2, 8, 8, 5))),
    "reveal of one mind": reveal(chart((0, 0, 0, 40, 0))),
    "reveal of a long question": reveal(
        chart((0, 3, 4, 12, 3), 2, (3, 8, 2, 8, 3)), question=LONG_QUESTION
    ),
    **{
        f"reveal on {steps} steps": reveal(
            chart(tuple(range(steps)), 1, tuple(range(steps)), labels(steps))
        )
        for steps in range(2, 11)
    },
    "agreed": AgreedScene(
        LONG_HEADER,
        LONG_QUESTION,
        "3.5",
        "agreed score",
        "Between “Half the time” and “Mostly”. We said 2.5 in spring.",
        "What makes it a 3.5",
        LONG_QUESTION,
        "The vote: median 3.5, close to agreement 70, borderline, 200 votes, 12 don’t know.",
    ),
    "differ": DifferScene(
        LONG_HEADER,
        LONG_QUESTION,
        "We agree to differ",
        Position("2.5", "113 votes at 1 to 3", LONG_QUESTION[:200]),
        Position("4.5", "111 votes at 4 to 5", LONG_QUESTION[:200]),
        "Who finds out",
        LONG_QUESTION[:180],
    ),
    "read-back": ReadBackScene(
        "What we will do",
        "46 to 50 of 113",
        ("Action", "By when, by whom", "How we will know"),
        tuple(replace(_LONG_ROW, number=number) for number in range(109, 114)),
        "",
    ),
    "finished": FinishedScene(
        "The Harbour Street Clinic and its outpatient department",
        "Service review of the autumn and the winter that follow",
        "Thank you for the whole long day, and for every honest number in it",
        LONG_QUESTION,
    ),
}

ALL: dict[str, Scene] = {
    f"{kind}: {name}": scene
    for kind, scenes in (("ordinary", ORDINARY), ("empty", EMPTY), ("extreme", EXTREME))
    for name, scene in scenes.items()
}
