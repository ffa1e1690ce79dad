"""Roles: type that single scenes of the wall use beside the shared roles of the tokens."""

from __future__ import annotations

from typing import Final

from exports.look.tokens import (
    DISPLAY,
    MEDIUM,
    PROJECTOR,
    PROJECTOR_SMALLEST,
    REGULAR,
    SANS,
    SEMIBOLD,
    Type,
)

CAPTION: Final = Type(SANS, PROJECTOR_SMALLEST, 36, REGULAR)
CAPTION_STRONG: Final = Type(SANS, PROJECTOR_SMALLEST, 36, SEMIBOLD)

PLAIN: Final = Type(SANS, 36, 48, REGULAR)
SECTION: Final = Type(SANS, 40, 52, REGULAR)

# Sizes to try in turn; the last is the smallest that the wall allows.
QUESTION_ABOVE: Final = (
    Type(SANS, 52, 64, SEMIBOLD),
    Type(SANS, 44, 56, SEMIBOLD),
    Type(SANS, 36, 46, SEMIBOLD),
    CAPTION_STRONG,
)
RUNNING: Final = (Type(SANS, 44, 56, REGULAR), PROJECTOR.body, CAPTION)
RULES: Final = (PROJECTOR.body_large, PROJECTOR.body, CAPTION)
PURPOSE: Final = (
    *PROJECTOR.purpose,
    Type(DISPLAY, 56, 66, SEMIBOLD),
    Type(DISPLAY, 44, 54, SEMIBOLD),
)
PROMISE: Final = (PROJECTOR.promise, CAPTION)
SESSION_NAME: Final = (
    PROJECTOR.session_name,
    Type(DISPLAY, 112, 120, SEMIBOLD),
    Type(DISPLAY, 88, 96, SEMIBOLD),
    Type(DISPLAY, 72, 82, SEMIBOLD),
)
SESSION_PURPOSE: Final = (PROJECTOR.session_purpose, *RUNNING)
SESSION_ROW: Final = Type(SANS, 44, 48, MEDIUM)
SESSION_NUMBER: Final = Type(DISPLAY, 44, 48, SEMIBOLD)
TEAM_ROW: Final = Type(SANS, 40, 48, SEMIBOLD)
SCALE_LABEL: Final = Type(SANS, 38, 46, REGULAR)
TOUCH_LABEL: Final = Type(SANS, 36, 48, SEMIBOLD)
TOUCH_LABEL_LONG: Final = Type(SANS, 32, 38, SEMIBOLD)
TURN: Final = Type(SANS, 48, 56, REGULAR)
HAND_OVER_NAME: Final = (
    Type(DISPLAY, 240, 248, SEMIBOLD),
    Type(DISPLAY, 160, 168, SEMIBOLD),
    Type(DISPLAY, 112, 120, SEMIBOLD),
)
HAND_OVER_HEADING: Final = Type(SANS, 64, 80, REGULAR)
HAND_OVER_TARGET: Final = (Type(SANS, 52, 60, SEMIBOLD), PROJECTOR.row_title, CAPTION_STRONG)
HAND_OVER_VOTES: Final = Type(SANS, 40, 48, REGULAR)
AGREED_SCORE: Final = (PROJECTOR.agreed_score, PROJECTOR.median, PROJECTOR.position_score)
AGREED_LABEL: Final = Type(SANS, 44, 56, SEMIBOLD)
EVIDENCE: Final = (
    Type(SANS, 56, 70, MEDIUM),
    Type(SANS, 44, 56, MEDIUM),
    Type(SANS, 36, 46, MEDIUM),
    Type(SANS, 30, 38, MEDIUM),
)
POSITION: Final = (PROJECTOR.position, PROJECTOR.body, CAPTION)
FINDS_OUT: Final = (Type(SANS, 44, 58, MEDIUM), PROJECTOR.body_strong, PROJECTOR.caption_strong)
ACTION_NUMBER: Final = Type(DISPLAY, 60, 52, SEMIBOLD)
ACTION_NUMBER_LONG: Final = Type(DISPLAY, 44, 52, SEMIBOLD)
ACTION: Final = (PROJECTOR.row_title, CAPTION_STRONG)
ACTION_DUE: Final = Type(SANS, 34, 44, SEMIBOLD)
ACTION_MEASURE: Final = (PROJECTOR.axis_label, CAPTION)
MEDIAN: Final = (PROJECTOR.median, Type(DISPLAY, 160, 176, SEMIBOLD))
MEDIAN_LABEL: Final = Type(SANS, 40, 48, SEMIBOLD)
MEDIAN_BEFORE: Final = Type(SANS, 36, 44, REGULAR)
PROMPT: Final = (PROJECTOR.prompt, Type(SANS, 36, 46, MEDIUM), Type(SANS, 30, 38, MEDIUM))
VOTES_UNIT: Final = Type(SANS, 44, 48, REGULAR)
