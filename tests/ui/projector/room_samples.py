"""Room samples: the scenes between the questions, and of what is answered or shown together."""

from __future__ import annotations

from dataclasses import replace

from frameworks.theme import Theme
from tests.ui.projector.sample_parts import (
    ARABIC,
    EMOJI,
    EMPTY_HEADER,
    HEADER,
    LONG_HEADER,
    LONG_NAME,
    LONG_QUESTION,
    RIGHT_TO_LEFT,
    chart,
    timer,
    touch,
)
from workshop.day_charts import ProfileDot, ProfileRow
from workshop.scene_header import Header
from workshop.scenes import (
    BreakScene,
    CheckCardScene,
    ClosingScene,
    GroupWorkScene,
    ProfileScene,
    Scene,
    TableSeat,
)
from workshop.together_scenes import (
    ChecklistRow,
    ChecklistScene,
    CollectedScene,
    TeamChart,
    TeamsApartScene,
    TogetherRow,
    TogetherScene,
)

SCALE = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
ROTI = ("not worth it", "hardly", "fairly", "well", "fully worth it")
LONG_STEP = (
    "Choose a real case from the last month, one that somebody at your table has seen with "
    "their own eyes, and say who was there"
)
LONG_SESSION = "Business processes and people"
WORDS_SAID = (
    "clear",
    "tired",
    "hopeful",
    "at last",
    "busy",
    "heard",
    "practical",
    "proud",
    "curious",
    "long",
    "ready",
    "honest",
)

GROUP_WORK = GroupWorkScene(
    "Group work",
    "Draw one patient’s way from the phone call to the bill. Mark each hand-over.",
    (
        "Choose a real case from the last month.",
        "One dot where someone had to ask twice.",
        "Bring back one sentence: where does it break?",
    ),
    (
        TableSeat("Window table", "Front desk and back office"),
        TableSeat("Middle table", "Nursing A"),
        TableSeat("Door table", "Nursing B and back office"),
    ),
    timer(520, 720),
    "Back together at 11:05",
    "Back together",
)
BREAK = BreakScene(
    "Break. Back at",
    "10:45",
    Theme.STRUCTURE,
    False,
    "Then: Structure",
    "Coffee is in the corridor",
    timer(540, 900),
    "Service review, autumn",
)


def _dots(*scores: float) -> tuple[ProfileDot, ...]:
    """Questions with these scores."""
    return tuple(ProfileDot(f"q{n}", "a question", score) for n, score in enumerate(scores))


PROFILE = ProfileScene(
    "Vision stands highest, Technology lowest",
    (
        ProfileRow(
            "1",
            Theme.VISION,
            False,
            "Vision",
            3.4,
            "3.4",
            3,
            4,
            "5 questions",
            dots=_dots(3, 3, 3.5, 4, 3.5),
        ),
        ProfileRow(
            "2",
            Theme.STRATEGY,
            False,
            "Strategy",
            3.0,
            "3.0",
            2,
            4,
            "5 questions",
            dots=_dots(2, 3, 2.5, 3.5, 4),
        ),
        ProfileRow(
            "3",
            Theme.STRUCTURE,
            False,
            "Structure",
            2.8,
            "2.8",
            2,
            3.5,
            "4 questions",
            dots=_dots(2, 2.5, 3, 3.5),
        ),
        ProfileRow(
            "4",
            Theme.TECHNOLOGY,
            False,
            "Technology",
            2.5,
            "2.5",
            2,
            3,
            "3 questions",
            dots=_dots(2, 2.5, 3),
        ),
        ProfileRow("5", Theme.PEOPLE, False, "People", None, "", None, None, ""),
    ),
    SCALE,
    "4 of 5 sessions. Bar: lowest to highest question. Small dots: each question.",
    "Where we stand",
    "Service review, autumn",
)
CLOSING = ClosingScene(
    "Close",
    "Was today worth your time? 4 of 5",
    ROTI,
    (0, 1, 4, 12, 6),
    "23 hands",
    "One word for today",
    (
        "clear",
        "tired",
        "hopeful",
        "at last",
        "busy",
        "heard",
        "practical",
        "proud",
        "curious",
        "long",
        "ready",
        "honest",
    ),
    (
        ("We meet again", "15 January 2027"),
        ("Who gets the plan", "everyone, by mail tonight"),
        ("Who answers, by when", "the director, by 31 October"),
    ),
)
CHECK_CARD = CheckCardScene(
    "Test card",
    (
        (104, "Question 104"),
        (62, "The back row reads this easily 62"),
        (44, "The back row must read this 44"),
        (30, "Captions, the smallest 30"),
    ),
    "All four corners must show",
)

_TOGETHER_ROW = TogetherRow(
    "Recovery",
    "Do we own it, put it right and follow up the same day?",
    chart((3, 8, 2, 8, 3)),
    "3",
    "Split",
    "11 at 1 to 2, 11 at 4 to 5",
    "38",
    "1",
)
TOGETHER = TogetherScene(
    Header(Theme.PEOPLE, False, "People", "Nine questions", "Page 1 of 2"),
    "We differ most on workload",
    tuple(
        TogetherRow(name, text, chart(counts), *said)
        for name, text, counts, said in (
            (
                "Workload",
                "We have the people and the hours the work needs.",
                (8, 4, 1, 5, 6),
                ("2.5", "Split", "12 at 1–2, 12 at 3–5", "23", "1"),
            ),
            (
                "Recognition",
                "Good service is noticed here.",
                (6, 3, 2, 8, 4),
                ("4", "Split", "9 at 1–2, 14 at 3–5", "35", "2"),
            ),
            (
                "Speaking up",
                "I can say that something is wrong without paying for it.",
                (1, 9, 2, 9, 3),
                ("3.5", "Split", "12 at 1–3, 12 at 4–5", "46", ""),
            ),
            (
                "Induction",
                "New colleagues learn our service before they meet patients.",
                (2, 4, 7, 8, 3),
                ("3", "Spread out", "24 votes", "54", "3"),
            ),
            (
                "Feedback",
                "We hear how our patients felt.",
                (3, 9, 7, 4, 1),
                ("2.5", "Spread out", "24 votes", "56", ""),
            ),
        )
    ),
    12,
    "Page 1 of 2",
    "1 is “Hardly ever”, 5 is “Every time”",
    "together",
    ("Most divided first", "Median", "How close we are", "of 100", "Talk"),
)
CHECKLIST = ChecklistScene(
    HEADER,
    "Mostly no to 2 of 4",
    tuple(
        ChecklistRow(name, *counts, said, aside)
        for name, counts, said, aside in (
            ("Every team has a written aim", (20, 3, 1, 0), "20 yes, 3 partly, 1 no", ""),
            ("We meet every week", (12, 6, 4, 2), "12 yes, 6 partly, 4 no", "2 don’t know"),
            ("Complaints are counted", (2, 10, 12, 0), "2 yes, 10 partly, 12 no", ""),
            ("Somebody answers them", (0, 0, 24, 0), "0 yes, 0 partly, 24 no", ""),
        )
    ),
    ("Yes", "Partly", "No"),
    24,
    "",
    "Where a bar ends early: don’t know, or no vote.",
    "checklist",
)
COLLECTED = CollectedScene(HEADER, "All nine questions are in.", "216 of 216 votes, 24 people")
_TEAM = TeamChart("Nursing", chart((0, 1, 2, 5, 2)), "4", "10 votes")
TEAMS_APART = TeamsApartScene(
    replace(HEADER, topic="Recovery, teams apart"),
    "One step apart: medians from 3 to 4",
    (
        TeamChart("Front desk", chart((0, 0, 1, 5, 1), 1), "4", "8 votes, 1 don’t know"),
        _TEAM,
        TeamChart("Back office", chart((0, 2, 1, 2, 0), 1), "3", "6 votes, 1 don’t know"),
    ),
    None,
    6,
    "One example from each team before we compare.",
    "All together: median 4, close to agreement 70. Teams under 5 votes are never shown apart.",
    "",
)

ORDINARY: dict[str, Scene] = {
    "group work": GROUP_WORK,
    "break": BREAK,
    "profile": PROFILE,
    "close": CLOSING,
    "test card": CHECK_CARD,
    "together": TOGETHER,
    "checklist": CHECKLIST,
    "collected": COLLECTED,
    "teams apart": TEAMS_APART,
}

EMPTY: dict[str, Scene] = {
    "group work": GroupWorkScene("", "Draw it.", (), (), None, "", ""),
    "group work before it begins": replace(GROUP_WORK, timer=None, back="12 minutes"),
    "break": BreakScene("Break. Back at", "", None, False, "", "", None),
    "profile": ProfileScene("Nothing is scored yet", (), (), ""),
    "profile of nothing": replace(
        PROFILE,
        heading="Nothing is scored yet",
        rows=(replace(PROFILE.rows[4], name="Vision", theme=Theme.VISION), PROFILE.rows[4]),
        foot="0 of 2 sessions",
    ),
    "close": ClosingScene("Close", "Was today worth your time?", ROTI, None, "", "", (), ()),
    "close without hands": replace(CLOSING, counts=(0, 0, 0, 0, 0), words=(), facts=()),
    "close before it is shown": replace(CLOSING, counts=None, words=()),
    "test card": CheckCardScene("Test card", (), ""),
    "collected": CollectedScene(EMPTY_HEADER, "Nothing is in.", ""),
    "together": replace(TOGETHER, rows=(), heading="", place="", foot=""),
    "together without votes": replace(
        TOGETHER,
        rows=(TogetherRow("Now?", "", chart((0, 0, 0, 0, 0)), "", "No votes yet", "", "", ""),),
        place="",
    ),
    "checklist": replace(CHECKLIST, rows=(), heading="", foot=""),
    "teams apart": replace(TEAMS_APART, teams=(), prompt="", foot="", heading="No team to show."),
}

EXTREME: dict[str, Scene] = {
    "group work of 12 tables": replace(
        GROUP_WORK,
        steps=(LONG_STEP,) * 3,
        tables=tuple(
            TableSeat(f"Table {n}", (LONG_NAME, RIGHT_TO_LEFT, ARABIC, EMOJI)[n % 4])
            for n in range(1, 13)
        ),
        timer=timer(5400, 5400),
    ),
    "group work of 7 tables": replace(
        GROUP_WORK,
        tables=tuple(TableSeat(LONG_NAME, LONG_NAME) for _ in range(7)),
        timer=timer(8),
    ),
    "group work of 30 tables": replace(
        GROUP_WORK, tables=tuple(TableSeat(f"Table {n}", "Nursing") for n in range(30))
    ),
    "group work of long words": replace(
        GROUP_WORK,
        heading=LONG_SESSION,
        task=LONG_QUESTION,
        steps=(LONG_STEP,) * 3,
        tables=(TableSeat(ARABIC, RIGHT_TO_LEFT), TableSeat(LONG_NAME, LONG_NAME)),
        back="Back together at 12:59",
    ),
    "group work of too many words for its tables": replace(
        GROUP_WORK,
        task=LONG_QUESTION,
        steps=(LONG_STEP,) * 3,
        tables=tuple(TableSeat(LONG_NAME, LONG_NAME) for _ in range(12)),
    ),
    "group work over": replace(GROUP_WORK, timer=timer(-35)),
    "group work in Hebrew": replace(
        GROUP_WORK,
        task="ציירו את הדרך של מטופל אחד מהשיחה ועד החשבון",
        tables=(TableSeat(RIGHT_TO_LEFT, ARABIC), TableSeat(ARABIC, RIGHT_TO_LEFT)),
        timer=timer(700, 900),
    ),
    "break of a long line": replace(
        BREAK,
        following=LONG_SESSION,
        following_second=True,
        remark="Coffee is in the corridor, fruit and water are on the table by the window, and "
        "the terrace is open; please be back on time, because the director joins us then",
    ),
    "break by an American clock": replace(BREAK, back="10:45 am", remark=RIGHT_TO_LEFT),
    "break over": replace(BREAK, timer=timer(-90), following_theme=None, following="Priorities"),
    "profile of 8": replace(
        PROFILE,
        heading=f"{LONG_SESSION} stands highest, growth and learning for everyone lowest",
        rows=tuple(
            ProfileRow(
                str(n), theme, n % 2 == 1, name, score, f"{score}", low, high, "12 questions"
            )
            for n, (theme, name, score, low, high) in enumerate(
                (
                    (Theme.VISION, LONG_SESSION, 5.0, 5.0, 5.0),
                    (Theme.STRATEGY, "Strategy", 1.0, 1.0, 1.0),
                    (Theme.STRUCTURE, RIGHT_TO_LEFT, 1.0, 1.0, 5.0),
                    (Theme.TECHNOLOGY, ARABIC, 4.9, 4.5, 5.0),
                    (Theme.PEOPLE, LONG_SESSION, 2.5, 1.5, 3.5),
                    (Theme.PEOPLE, "Growth and learning", 2.5, 1.5, 3.5),
                    (Theme.VISION, EMOJI, 3.0, 3.0, 3.0),
                    (Theme.STRUCTURE, LONG_SESSION, 3.3, 2.5, 4.0),
                )
            )
        ),
        labels=("Never, as far as I can tell", *SCALE[1:4], "Unhesitatingly, always"),
        foot="8 of 8 sessions, " * 6,
    ),
    "profile on 10 steps": replace(PROFILE, labels=(*SCALE, *SCALE)),
    "close of 60 words": replace(
        CLOSING,
        question="Was today worth the time of everyone who came, and of those who covered for us?",
        counts=(2, 11, 24, 15, 8),
        words=((*WORDS_SAID, ARABIC) * 5)[:60],
        facts=(
            ("We meet again", "Thursday, 15 January 2027 at the town hall"),
            ("Who gets the plan", "everyone in the room, the board, the works council"),
            (
                "Who answers, by when",
                "the clinic director and the head of administration, in writing, by 31 October",
            ),
        ),
    ),
    "close of 40": replace(CLOSING, counts=(0, 0, 0, 40, 0), words=(), facts=CLOSING.facts[:1]),
    "close of a half": replace(CLOSING, counts=(0, 4, 8, 8, 4), words=("yes",), words_heading=""),
    "touch with a pad": replace(touch(), pad=True),
    "together of 8": replace(
        TOGETHER,
        header=LONG_HEADER,
        heading="Recovery when it goes wrong! divides us most.",
        rows=tuple(
            replace(
                _TOGETHER_ROW,
                name=name,
                text="",
                chart=chart((11, 30, 43, 84, 26), 6),
                word=word,
                detail="101 at 1 to 2, 99 at 4 to 5",
            )
            for name, word in zip(
                ("Recovery when it goes wrong!", RIGHT_TO_LEFT, ARABIC, "Time") * 2,
                ("Close to agreement", "Spread out", "In agreement", "from 2 to 4") * 2,
                strict=True,
            )
        ),
        unit_max=84,
    ),
    "checklist of 200 seats": replace(
        CHECKLIST,
        header=LONG_HEADER,
        rows=tuple(
            ChecklistRow(LONG_QUESTION[:90], 101, 60, 29, 10, "101 yes, 60 partly, 29 no", "10")
            for _ in range(5)
        ),
        seats=200,
        place="Page 1 of 3",
    ),
    "collected": CollectedScene(LONG_HEADER, LONG_QUESTION, LONG_QUESTION),
    "teams apart of 8": replace(
        TEAMS_APART,
        header=LONG_HEADER,
        teams=tuple(
            replace(_TEAM, name=name, chart=chart((0, 4, 18, 12, 6), 2), votes="42 votes")
            for name in (LONG_NAME, RIGHT_TO_LEFT, ARABIC, EMOJI) * 2
        ),
        unit_max=20,
        place="Page 1 of 2",
    ),
}
