"""The type roles: family, size, line height and weight of every text, for each face.

Part of the tokens, and read through `exports.look.tokens`. Sizes are logical pixels on desktop
and phone, pixels of a picture 1080 high on the wall, and points in PDFs.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

SANS: Final = "Flipchart Sans"
DISPLAY: Final = "Flipchart Display"
FIGURES: Final = "Flipchart Figures"
DISPLAY_FIGURES: Final = "Flipchart Display Figures"
ARABIC: Final = "Flipchart Arabic"
HEBREW: Final = "Flipchart Hebrew"
FALLBACKS: Final = (ARABIC, HEBREW, "DejaVu Sans", "Noto Sans")

REGULAR: Final = 400
MEDIUM: Final = 500
SEMIBOLD: Final = 600
BOLD: Final = 700


@dataclass(frozen=True, slots=True)
class Type:
    """A type role: family, size, line height and weight (400 to 700)."""

    family: str
    size: float
    leading: float
    weight: int = REGULAR

    def scaled(self, factor: float) -> Type:
        """The same role at another scale, for a chart drawn smaller than on the wall."""
        return replace(self, size=self.size * factor, leading=self.leading * factor)


@dataclass(frozen=True, slots=True)
class DesktopType:
    """Type of the console, in logical pixels."""

    screen_title: Type = Type(DISPLAY, 32, 40, SEMIBOLD)
    question: Type = Type(DISPLAY, 32, 40, SEMIBOLD)
    question_long: Type = Type(DISPLAY, 26, 34, SEMIBOLD)  # above QUESTION_LONG_WORDS words
    numeral: Type = Type(DISPLAY, 56, 56, SEMIBOLD)
    timer: Type = Type(DISPLAY_FIGURES, 56, 56, SEMIBOLD)
    date_numeral: Type = Type(DISPLAY, 64, 64, SEMIBOLD)
    section_title: Type = Type(SANS, 20, 28, SEMIBOLD)
    group_title: Type = Type(SANS, 15, 20, SEMIBOLD)
    body: Type = Type(SANS, 14, 20, REGULAR)
    name: Type = Type(SANS, 14, 20, MEDIUM)
    strong: Type = Type(SANS, 14, 20, SEMIBOLD)
    button: Type = Type(SANS, 14, 20, MEDIUM)
    button_large: Type = Type(SANS, 16, 24, MEDIUM)
    note: Type = Type(SANS, 16, 24, REGULAR)
    secondary: Type = Type(SANS, 13, 18, REGULAR)
    label: Type = Type(SANS, 12, 16, MEDIUM)
    figures: Type = Type(FIGURES, 14, 20, REGULAR)
    figures_strong: Type = Type(FIGURES, 14, 20, SEMIBOLD)
    tally: Type = Type(FIGURES, 20, 28, SEMIBOLD)
    score_whole: Type = Type(SANS, 20, 28, SEMIBOLD)
    score_half: Type = Type(SANS, 15, 20, MEDIUM)
    first_run: Type = Type(DISPLAY, 56, 64, SEMIBOLD)


@dataclass(frozen=True, slots=True)
class ProjectorType:
    """Type of the wall, in pixels of a picture 1920 x 1080. Tuples are sizes to try in turn."""

    question: tuple[Type, ...] = (
        Type(DISPLAY, 104, 116, SEMIBOLD),
        Type(DISPLAY, 88, 100, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
        Type(DISPLAY, 64, 74, SEMIBOLD),
        Type(DISPLAY, 56, 66, SEMIBOLD),
        Type(DISPLAY, 48, 58, SEMIBOLD),
    )
    question_above: tuple[Type, ...] = (  # a chart or an outcome
        Type(SANS, 52, 64, SEMIBOLD),
        Type(SANS, 44, 56, SEMIBOLD),
        Type(SANS, 36, 46, SEMIBOLD),
        Type(SANS, 30, 36, SEMIBOLD),
    )
    purpose: tuple[Type, ...] = (
        Type(DISPLAY, 88, 100, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
        Type(DISPLAY, 64, 74, SEMIBOLD),
        Type(DISPLAY, 56, 66, SEMIBOLD),
        Type(DISPLAY, 44, 54, SEMIBOLD),
    )
    lobby_title: tuple[Type, ...] = (
        Type(DISPLAY, 124, 132, SEMIBOLD),
        Type(DISPLAY, 96, 104, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    session_name: tuple[Type, ...] = (
        Type(DISPLAY, 160, 168, SEMIBOLD),
        Type(DISPLAY, 112, 120, SEMIBOLD),
        Type(DISPLAY, 88, 96, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    team_at_touch: tuple[Type, ...] = (
        Type(DISPLAY, 112, 120, SEMIBOLD),
        Type(DISPLAY, 88, 96, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    hand_over_name: tuple[Type, ...] = (
        Type(DISPLAY, 240, 248, SEMIBOLD),
        Type(DISPLAY, 160, 168, SEMIBOLD),
        Type(DISPLAY, 112, 120, SEMIBOLD),
    )
    hand_over_heading: Type = Type(SANS, 64, 80, REGULAR)
    hand_over_votes: Type = Type(SANS, 40, 48, REGULAR)
    agreement_word: Type = Type(DISPLAY, 60, 68, SEMIBOLD)
    agreement_number: Type = Type(DISPLAY, 88, 76, SEMIBOLD)
    borderline: Type = Type(SANS, 36, 46, REGULAR)
    median: tuple[Type, ...] = (
        Type(DISPLAY, 208, 176, SEMIBOLD),
        Type(DISPLAY, 160, 176, SEMIBOLD),
    )
    median_label: Type = Type(SANS, 40, 48, SEMIBOLD)
    median_before: Type = Type(SANS, 36, 44, REGULAR)
    prompt: tuple[Type, ...] = (
        Type(SANS, 42, 52, MEDIUM),
        Type(SANS, 36, 46, MEDIUM),
        Type(SANS, 30, 38, MEDIUM),
    )
    position_score: Type = Type(DISPLAY, 120, 120, SEMIBOLD)
    agreed_score: tuple[Type, ...] = (
        Type(DISPLAY, 320, 280, SEMIBOLD),
        Type(DISPLAY, 208, 176, SEMIBOLD),
        Type(DISPLAY, 120, 120, SEMIBOLD),
    )
    agreed_label: Type = Type(SANS, 44, 56, SEMIBOLD)
    evidence: tuple[Type, ...] = (
        Type(SANS, 56, 70, MEDIUM),
        Type(SANS, 44, 56, MEDIUM),
        Type(SANS, 36, 46, MEDIUM),
        Type(SANS, 30, 38, MEDIUM),
    )
    touch_numeral: Type = Type(DISPLAY, 184, 176, SEMIBOLD)
    touch_label: Type = Type(SANS, 36, 48, SEMIBOLD)
    touch_label_long: Type = Type(SANS, 32, 38, SEMIBOLD)
    turn: Type = Type(SANS, 48, 56, REGULAR)
    votes_in: Type = Type(DISPLAY, 96, 104, SEMIBOLD)
    votes_unit: Type = Type(SANS, 44, 48, REGULAR)
    timer: Type = Type(DISPLAY_FIGURES, 96, 104, SEMIBOLD)
    break_time: Type = Type(DISPLAY_FIGURES, 400, 380, SEMIBOLD)
    break_heading: Type = Type(DISPLAY, 64, 74, SEMIBOLD)
    scale_numeral: Type = Type(DISPLAY, 88, 88, SEMIBOLD)
    scale_label: Type = Type(SANS, 38, 46, REGULAR)
    scale_label_long: Type = Type(SANS, 32, 38, REGULAR)
    bar_count: Type = Type(DISPLAY, 64, 64, SEMIBOLD)
    header: Type = Type(SANS, 36, 48, MEDIUM)
    header_strong: Type = Type(SANS, 36, 48, SEMIBOLD)
    header_plain: Type = Type(SANS, 36, 48, REGULAR)
    section: Type = Type(SANS, 40, 52, REGULAR)
    body: Type = Type(SANS, 36, 46, REGULAR)
    body_strong: Type = Type(SANS, 36, 46, MEDIUM)
    body_large: Type = Type(SANS, 44, 54, REGULAR)
    body_large_strong: Type = Type(SANS, 44, 54, SEMIBOLD)
    row_title: Type = Type(SANS, 38, 46, SEMIBOLD)
    session_row: Type = Type(SANS, 44, 48, MEDIUM)
    session_number: Type = Type(DISPLAY, 44, 48, SEMIBOLD)
    team_row: Type = Type(SANS, 40, 48, SEMIBOLD)
    step: Type = Type(SANS, 44, 60, REGULAR)
    action_number: Type = Type(DISPLAY, 60, 52, SEMIBOLD)
    action_number_long: Type = Type(DISPLAY, 44, 52, SEMIBOLD)
    action_due: Type = Type(SANS, 34, 44, SEMIBOLD)
    caption: Type = Type(SANS, 30, 40, REGULAR)
    caption_strong: Type = Type(SANS, 30, 40, MEDIUM)
    small: Type = Type(SANS, 30, 36, REGULAR)
    small_strong: Type = Type(SANS, 30, 36, SEMIBOLD)
    running: tuple[Type, ...] = (Type(SANS, 44, 56, REGULAR), body, small)
    rules: tuple[Type, ...] = (body_large, body, small)
    promise: tuple[Type, ...] = (Type(SANS, 40, 54, REGULAR), small)
    session_purpose: tuple[Type, ...] = (Type(SANS, 56, 72, REGULAR), *running)
    hand_over_target: tuple[Type, ...] = (Type(SANS, 52, 60, SEMIBOLD), row_title, small_strong)
    position: tuple[Type, ...] = (Type(SANS, 46, 60, REGULAR), body, small)
    finds_out: tuple[Type, ...] = (Type(SANS, 44, 58, MEDIUM), body_strong, caption_strong)
    action: tuple[Type, ...] = (row_title, small_strong)
    action_measure: tuple[Type, ...] = (Type(SANS, 34, 44, REGULAR), small)


@dataclass(frozen=True, slots=True)
class PhoneType:
    """Type of the phone page, in CSS pixels."""

    question: Type = Type(DISPLAY, 28, 36, SEMIBOLD)
    question_long: Type = Type(DISPLAY, 24, 32, SEMIBOLD)  # above 20 words
    question_longest: Type = Type(DISPLAY, 20, 28, SEMIBOLD)  # above 35 words
    numeral: Type = Type(DISPLAY, 40, 40, SEMIBOLD)
    target_label: Type = Type(SANS, 20, 26, MEDIUM)
    heading: Type = Type(DISPLAY, 36, 42, SEMIBOLD)
    body: Type = Type(SANS, 16, 24, REGULAR)
    smallest: Type = Type(SANS, 14, 20, REGULAR)


@dataclass(frozen=True, slots=True)
class PdfType:
    """Type of the PDFs, in points."""

    cover_title: Type = Type(DISPLAY, 38, 42, SEMIBOLD)
    report_title: Type = Type(DISPLAY, 52, 58, SEMIBOLD)
    session_title: Type = Type(DISPLAY, 29, 33, SEMIBOLD)
    section_title: Type = Type(SANS, 14, 19, SEMIBOLD)
    lead: Type = Type(SANS, 12, 17, REGULAR)
    body: Type = Type(SANS, 9.6, 14, REGULAR)
    body_strong: Type = Type(SANS, 9.6, 14, SEMIBOLD)
    question: Type = Type(SANS, 11, 15, SEMIBOLD)
    score: Type = Type(DISPLAY, 28, 28, SEMIBOLD)
    caption: Type = Type(SANS, 8.2, 11.5, REGULAR)
    table_head: Type = Type(SANS, 8.2, 11.5, MEDIUM)
    smallest: float = 8.0


DESKTOP: Final = DesktopType()
PROJECTOR: Final = ProjectorType()
PHONE: Final = PhoneType()
PDF: Final = PdfType()

QUESTION_LONG_WORDS: Final = 25  # a console question above this takes the smaller size
PROJECTOR_SMALLEST: Final = 30  # no text on the wall is smaller
PROJECTOR_BACK_ROW: Final = 44  # what the back row must read is at least this
SCALE_LABEL_LONG: Final = 14  # characters: above this a label on the wall takes two lines
