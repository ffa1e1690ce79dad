"""Repeat samples: the scenes of a workshop that repeats an earlier one."""

from __future__ import annotations

from dataclasses import replace

from frameworks.theme import Theme
from tests.ui.projector.sample_parts import (
    ARABIC,
    EMOJI,
    LONG_NAME,
    LONG_QUESTION,
    RIGHT_TO_LEFT,
    chart,
    reveal,
)
from workshop.charts import LAST_TIME
from workshop.day_charts import ProfileDot, ProfileRow
from workshop.kinds import ActionStatus
from workshop.scenes import ProfileScene, ReviewRow, ReviewScene, Scene, SessionScene

DONE, UNDER_WAY, NOT_STARTED = ActionStatus.DONE, ActionStatus.UNDER_WAY, ActionStatus.NOT_STARTED

_ROW = ReviewRow(
    "Front desk may waive a charge of up to £25 on the spot",
    Theme.PEOPLE,
    False,
    "People, room to act",
    "Practice manager",
    "14 Nov",
    UNDER_WAY,
    "Under way",
    True,
)
REVIEW = ReviewScene(
    "What became of it",
    "1 to 5 of 7",
    ("What we agreed on, 13 March", "By when, by whom", "How it stands"),
    (
        _ROW,
        ReviewRow(
            "Call back everyone who waited more than 30 minutes",
            Theme.STRATEGY,
            False,
            "Strategy, waiting",
            "Front desk lead",
            "31 Oct",
            DONE,
            "Done",
            False,
        ),
        ReviewRow(
            "Trial one shared patient note with 20 patients",
            Theme.TECHNOLOGY,
            False,
            "Technology, shared record",
            "IT coordinator",
            "12 Dec",
            NOT_STARTED,
            "Not started",
            False,
        ),
        ReviewRow(
            "Each director spends one hour a month at the desk",
            Theme.VISION,
            True,
            "Vision, leaders show it",
            "Clinic director",
            "30 Nov",
            UNDER_WAY,
            "Under way",
            False,
        ),
        ReviewRow(
            "One handover sheet shared by nursing and back office",
            Theme.STRUCTURE,
            False,
            "Structure, handovers",
            "No owner yet",
            "No date yet",
            NOT_STARTED,
            "Not started",
            False,
        ),
    ),
    "1 of 7 is done",
)


def questions(*scores: float) -> tuple[ProfileDot, ...]:
    """Questions with these scores, as the dots of a row."""
    return tuple(ProfileDot(f"q{n}", f"Question {n}", each) for n, each in enumerate(scores))


def _profile_row(  # a session as it stood and stands
    theme: Theme, earlier: float | None, score: float, change: str, dots: tuple[float, ...]
) -> ProfileRow:
    return ProfileRow(
        theme.value, theme, False, theme.value.capitalize(), score, f"{score}",
        min(dots), max(dots),
        f"{len(dots)} questions", earlier, change, questions(*dots),
    )  # fmt: skip


PROFILE = ProfileScene(
    "Structure and People rose most. Technology slipped.",
    (
        _profile_row(Theme.VISION, 2.9, 3.4, "+0.5", (3.5, 3, 3, 4)),
        _profile_row(Theme.STRATEGY, 3.0, 3.0, "same", (3.5, 2, 4, 3, 2.5)),
        _profile_row(Theme.STRUCTURE, 2.1, 2.8, "+0.7", (2.5, 2, 3, 3.5)),
        _profile_row(Theme.TECHNOLOGY, 2.7, 2.5, "−0.2", (3, 2, 2.5)),
        _profile_row(Theme.PEOPLE, 2.3, 2.9, "+0.6", (4, 3, 2, 2.5)),
    ),
    ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time"),
    "Bar: lowest to highest question. Small dots: each question.",
    "Where we stand",
    "Service review, autumn",
    "1 low, 5 high",
    "Last time",
    "Today",
    ("Today", "Change"),
    "Outline: last time, 13 March 2026",
)
SESSION = SessionScene(
    Theme.STRUCTURE,
    False,
    "Structure",
    "Who does what, and how work reaches the next pair of hands.",
    "4 questions",
    "35 minutes",
    ("Champions", "Handovers", "Time to meet", "Ownership"),
    "Session 3 of 5, until 11:20",
    "Last time",
    "2.1",
    "the lowest of 5",
)

ORDINARY: dict[str, Scene] = {
    "review": REVIEW,
    "profile of a repeat": PROFILE,
    "session of a repeat": SESSION,
    "reveal of a repeat": reveal(chart((0, 3, 4, 12, 3), 2, (3, 8, 2, 8, 3), number=LAST_TIME)),
}

EMPTY: dict[str, Scene] = {
    "review": ReviewScene("What became of it", "", ("", "", ""), (), ""),
    "review of one": replace(
        REVIEW, range="", rows=(replace(_ROW, theme=None, origin=""),), foot=""
    ),
    "profile of a repeat that was not reached": replace(
        PROFILE,
        rows=tuple(
            replace(row, score=None, score_text="", lowest=None, highest=None, change="", dots=())
            for row in PROFILE.rows
        ),
        heading="Nothing is scored yet",
        foot="0 of 5 sessions",
    ),
    "session of a repeat without a place": replace(SESSION, shorts=(), earlier_rank=""),
}

EXTREME: dict[str, Scene] = {
    "profile of a repeat of 8": replace(
        PROFILE,
        rows=tuple(
            replace(row, name=name, second=n > 4)
            for n, (row, name) in enumerate(
                zip(
                    (*PROFILE.rows, *PROFILE.rows[:3]),
                    ("Business processes and people", RIGHT_TO_LEFT, ARABIC, EMOJI) * 2,
                    strict=True,
                )
            )
        ),
        heading="Business processes and people and Growth and learning rose most. "
        "Technology and information systems slipped.",
        topic="Service review of the autumn and the winter that follow",
        foot="4 of 8 sessions. Bar: lowest to highest question. Small dots: each question.",
    ),
    "profile of a repeat at the ends": replace(
        PROFILE,
        rows=(
            _profile_row(Theme.VISION, 5.0, 1.0, "−4.0", (1, 1, 1, 1, 1, 1)),
            _profile_row(Theme.PEOPLE, 1.0, 5.0, "+4.0", (5, 5, 5, 5, 5, 5)),
        ),
    ),
    "profile of a repeat all alike": replace(
        PROFILE,
        rows=tuple(replace(row, earlier=row.score, change="same") for row in PROFILE.rows),
    ),
    "session of a repeat of 8": replace(
        SESSION,
        title="Business processes and technology",
        shorts=tuple("Recovery when it goes wrong!" for _ in range(8)),
    ),
    "review": replace(
        REVIEW,
        rows=tuple(
            replace(_ROW, what=what, owner=owner, now=n == 4, status=list(ActionStatus)[n % 3])
            for n, (what, owner) in enumerate(
                (
                    (LONG_QUESTION, LONG_NAME),
                    (RIGHT_TO_LEFT, ARABIC),
                    (ARABIC, RIGHT_TO_LEFT),
                    (EMOJI, EMOJI),
                    (LONG_QUESTION * 2, "Practice manager of the whole outpatient department"),
                )
            )
        ),
    ),
}
