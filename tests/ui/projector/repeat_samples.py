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
)
from workshop.kinds import ActionStatus
from workshop.scenes import ReviewRow, ReviewScene, Scene

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

ORDINARY: dict[str, Scene] = {"review": REVIEW}

EMPTY: dict[str, Scene] = {
    "review": ReviewScene("What became of it", "", ("", "", ""), (), ""),
    "review of one": replace(
        REVIEW, range="", rows=(replace(_ROW, theme=None, origin=""),), foot=""
    ),
}

EXTREME: dict[str, Scene] = {
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
