"""The type roles: family, size, line height and weight of every text, for each face.

Part of the tokens, and read through `exports.look.tokens`. Sizes are logical pixels on desktop
and phone, pixels of a picture 1080 high on the wall, and points in PDFs.
"""

from __future__ import annotations

from typing import Final, NamedTuple

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


class Type(NamedTuple):
    """A type role: family, size, line height and weight (400 to 700)."""

    family: str
    size: float
    leading: float
    weight: int = REGULAR

    def scaled(self, factor: float) -> Type:
        """The same role at another scale, for a chart drawn smaller than on the wall."""
        return self._replace(size=self.size * factor, leading=self.leading * factor)


# Plain classes, and tuples with names: each dataclass here would cost the app's start a ms.


class DesktopType:
    """Type of the console, in logical pixels."""

    screen_title: Final[Type] = Type(DISPLAY, 32, 40, SEMIBOLD)
    question: Final[Type] = Type(DISPLAY, 32, 40, SEMIBOLD)
    question_long: Final[Type] = Type(DISPLAY, 26, 34, SEMIBOLD)  # above QUESTION_LONG_WORDS words
    numeral: Final[Type] = Type(DISPLAY, 56, 56, SEMIBOLD)
    timer: Final[Type] = Type(DISPLAY_FIGURES, 56, 56, SEMIBOLD)
    date_numeral: Final[Type] = Type(DISPLAY, 64, 64, SEMIBOLD)
    section_title: Final[Type] = Type(SANS, 20, 28, SEMIBOLD)
    group_title: Final[Type] = Type(SANS, 15, 20, SEMIBOLD)
    body: Final[Type] = Type(SANS, 14, 20, REGULAR)
    name: Final[Type] = Type(SANS, 14, 20, MEDIUM)
    strong: Final[Type] = Type(SANS, 14, 20, SEMIBOLD)
    button: Final[Type] = Type(SANS, 14, 20, MEDIUM)
    button_middle: Final[Type] = Type(SANS, 15, 20, MEDIUM)
    button_large: Final[Type] = Type(SANS, 16, 24, MEDIUM)
    note: Final[Type] = Type(SANS, 16, 24, REGULAR)
    secondary: Final[Type] = Type(SANS, 13, 18, REGULAR)
    label: Final[Type] = Type(SANS, 12, 16, MEDIUM)
    figures: Final[Type] = Type(FIGURES, 14, 20, REGULAR)
    figures_strong: Final[Type] = Type(FIGURES, 14, 20, SEMIBOLD)
    tally: Final[Type] = Type(FIGURES, 20, 28, SEMIBOLD)
    score_whole: Final[Type] = Type(SANS, 20, 28, SEMIBOLD)
    score_half: Final[Type] = Type(SANS, 15, 20, MEDIUM)
    first_run: Final[Type] = Type(DISPLAY, 56, 64, SEMIBOLD)


class ProjectorType:
    """Type of the wall, in pixels of a picture 1920 x 1080. Tuples are sizes to try in turn."""

    question: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 104, 116, SEMIBOLD),
        Type(DISPLAY, 88, 100, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
        Type(DISPLAY, 64, 74, SEMIBOLD),
        Type(DISPLAY, 56, 66, SEMIBOLD),
        Type(DISPLAY, 48, 58, SEMIBOLD),
    )
    question_above: Final[tuple[Type, ...]] = (  # a chart or an outcome
        Type(SANS, 52, 64, SEMIBOLD),
        Type(SANS, 44, 56, SEMIBOLD),
        Type(SANS, 36, 46, SEMIBOLD),
        Type(SANS, 30, 36, SEMIBOLD),
    )
    purpose: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 88, 100, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
        Type(DISPLAY, 64, 74, SEMIBOLD),
        Type(DISPLAY, 56, 66, SEMIBOLD),
        Type(DISPLAY, 44, 54, SEMIBOLD),
    )
    lobby_title: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 124, 132, SEMIBOLD),
        Type(DISPLAY, 96, 104, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    session_name: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 160, 168, SEMIBOLD),
        Type(DISPLAY, 112, 120, SEMIBOLD),
        Type(DISPLAY, 88, 96, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    team_at_touch: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 112, 120, SEMIBOLD),
        Type(DISPLAY, 88, 96, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    hand_over_name: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 240, 248, SEMIBOLD),
        Type(DISPLAY, 160, 168, SEMIBOLD),
        Type(DISPLAY, 112, 120, SEMIBOLD),
    )
    hand_over_heading: Final[Type] = Type(SANS, 64, 80, REGULAR)
    hand_over_votes: Final[Type] = Type(SANS, 40, 48, REGULAR)
    agreement_word: Final[Type] = Type(DISPLAY, 60, 68, SEMIBOLD)
    agreement_number: Final[Type] = Type(DISPLAY, 88, 76, SEMIBOLD)
    borderline: Final[Type] = Type(SANS, 36, 46, REGULAR)
    median: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 208, 176, SEMIBOLD),
        Type(DISPLAY, 160, 176, SEMIBOLD),
    )
    median_label: Final[Type] = Type(SANS, 40, 48, SEMIBOLD)
    median_before: Final[Type] = Type(SANS, 36, 44, REGULAR)
    prompt: Final[tuple[Type, ...]] = (
        Type(SANS, 42, 52, MEDIUM),
        Type(SANS, 36, 46, MEDIUM),
        Type(SANS, 30, 38, MEDIUM),
    )
    position_score: Final[Type] = Type(DISPLAY, 120, 120, SEMIBOLD)
    agreed_score: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 320, 280, SEMIBOLD),
        Type(DISPLAY, 208, 176, SEMIBOLD),
        Type(DISPLAY, 120, 120, SEMIBOLD),
    )
    agreed_label: Final[Type] = Type(SANS, 44, 56, SEMIBOLD)
    evidence: Final[tuple[Type, ...]] = (
        Type(SANS, 56, 70, MEDIUM),
        Type(SANS, 44, 56, MEDIUM),
        Type(SANS, 36, 46, MEDIUM),
        Type(SANS, 30, 38, MEDIUM),
    )
    touch_numeral: Final[Type] = Type(DISPLAY, 184, 176, SEMIBOLD)
    touch_label: Final[Type] = Type(SANS, 36, 48, SEMIBOLD)
    touch_label_long: Final[Type] = Type(SANS, 32, 38, SEMIBOLD)
    turn: Final[Type] = Type(SANS, 48, 56, REGULAR)
    votes_in: Final[Type] = Type(DISPLAY, 96, 104, SEMIBOLD)
    votes_unit: Final[Type] = Type(SANS, 44, 48, REGULAR)
    timer: Final[Type] = Type(DISPLAY_FIGURES, 96, 104, SEMIBOLD)
    break_time: Final[Type] = Type(DISPLAY_FIGURES, 400, 380, SEMIBOLD)
    break_times: Final[tuple[Type, ...]] = (  # for clocks that say more than hours and minutes
        break_time,
        Type(DISPLAY_FIGURES, 320, 304, SEMIBOLD),
        Type(DISPLAY_FIGURES, 240, 228, SEMIBOLD),
        Type(DISPLAY_FIGURES, 160, 152, SEMIBOLD),
    )
    break_heading: Final[Type] = Type(DISPLAY, 64, 74, SEMIBOLD)
    scale_numeral: Final[Type] = Type(DISPLAY, 88, 88, SEMIBOLD)
    scale_label: Final[Type] = Type(SANS, 38, 46, REGULAR)
    scale_label_long: Final[Type] = Type(SANS, 32, 38, REGULAR)
    bar_count: Final[Type] = Type(DISPLAY, 64, 64, SEMIBOLD)
    header: Final[Type] = Type(SANS, 36, 48, MEDIUM)
    header_strong: Final[Type] = Type(SANS, 36, 48, SEMIBOLD)
    header_plain: Final[Type] = Type(SANS, 36, 48, REGULAR)
    section: Final[Type] = Type(SANS, 40, 52, REGULAR)
    body: Final[Type] = Type(SANS, 36, 46, REGULAR)
    body_strong: Final[Type] = Type(SANS, 36, 46, MEDIUM)
    body_large: Final[Type] = Type(SANS, 44, 54, REGULAR)
    body_large_strong: Final[Type] = Type(SANS, 44, 54, SEMIBOLD)
    row_title: Final[Type] = Type(SANS, 38, 46, SEMIBOLD)
    session_row: Final[Type] = Type(SANS, 44, 48, MEDIUM)
    session_number: Final[Type] = Type(DISPLAY, 44, 48, SEMIBOLD)
    team_row: Final[Type] = Type(SANS, 40, 48, SEMIBOLD)
    step: Final[Type] = Type(SANS, 44, 60, REGULAR)
    action_number: Final[Type] = Type(DISPLAY, 60, 52, SEMIBOLD)
    action_number_long: Final[Type] = Type(DISPLAY, 44, 52, SEMIBOLD)
    action_due: Final[Type] = Type(SANS, 34, 44, SEMIBOLD)
    caption: Final[Type] = Type(SANS, 30, 40, REGULAR)
    caption_strong: Final[Type] = Type(SANS, 30, 40, MEDIUM)
    small: Final[Type] = Type(SANS, 30, 36, REGULAR)
    small_strong: Final[Type] = Type(SANS, 30, 36, SEMIBOLD)
    running: Final[tuple[Type, ...]] = (Type(SANS, 44, 56, REGULAR), body, small)
    rules: Final[tuple[Type, ...]] = (body_large, body, small)
    promise: Final[tuple[Type, ...]] = (Type(SANS, 40, 54, REGULAR), small)
    session_purpose: Final[tuple[Type, ...]] = (Type(SANS, 56, 72, REGULAR), *running)
    hand_over_target: Final[tuple[Type, ...]] = (
        Type(SANS, 52, 60, SEMIBOLD),
        row_title,
        small_strong,
    )
    position: Final[tuple[Type, ...]] = (Type(SANS, 46, 60, REGULAR), body, small)
    finds_out: Final[tuple[Type, ...]] = (Type(SANS, 44, 58, MEDIUM), body_strong, caption_strong)
    action: Final[tuple[Type, ...]] = (row_title, small_strong)
    sentence: Final[tuple[Type, ...]] = (  # over a chart of the whole day
        Type(DISPLAY, 72, 80, SEMIBOLD),
        Type(DISPLAY, 60, 68, SEMIBOLD),
        Type(DISPLAY, 52, 60, SEMIBOLD),
        Type(DISPLAY, 44, 52, SEMIBOLD),
        Type(SANS, 36, 44, SEMIBOLD),
    )
    task_timer: Final[tuple[Type, ...]] = (
        Type(DISPLAY_FIGURES, 240, 220, SEMIBOLD),
        Type(DISPLAY_FIGURES, 200, 184, SEMIBOLD),
        Type(DISPLAY_FIGURES, 160, 148, SEMIBOLD),
        Type(DISPLAY_FIGURES, 96, 104, SEMIBOLD),
    )
    task_over: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 104, 108, SEMIBOLD),
        Type(DISPLAY, 88, 92, SEMIBOLD),
        Type(DISPLAY, 64, 70, SEMIBOLD),
        Type(DISPLAY, 44, 54, SEMIBOLD),
    )
    task_step: Final[tuple[Type, ...]] = (step, body, small)
    name_row: Final[tuple[Type, ...]] = (
        body_large_strong,
        Type(SANS, 36, 46, SEMIBOLD),
        small_strong,
    )
    radar_name: Final[tuple[Type, ...]] = (Type(SANS, 40, 48, SEMIBOLD), *name_row[1:])
    break_foot: Final[tuple[Type, ...]] = (Type(SANS, 44, 56, SEMIBOLD), *name_row[1:])
    profile_step: Final[Type] = Type(SANS, 30, 36, MEDIUM)
    profile_score: Final[Type] = Type(DISPLAY_FIGURES, 64, 72, SEMIBOLD)
    profile_change: Final[Type] = Type(FIGURES, 40, 52, REGULAR)
    session_score: Final[Type] = Type(DISPLAY, 120, 124, SEMIBOLD)
    closing_word: Final[tuple[Type, ...]] = (
        Type(SANS, 46, 66, REGULAR),
        Type(SANS, 36, 52, REGULAR),
        Type(SANS, 30, 44, REGULAR),
    )
    fact_heading: Final[tuple[Type, ...]] = (Type(SANS, 34, 48, REGULAR), small)
    fact: Final[tuple[Type, ...]] = (Type(SANS, 38, 52, SEMIBOLD), small_strong)
    action_measure: Final[tuple[Type, ...]] = (Type(SANS, 34, 44, REGULAR), small)
    together_name: Final[tuple[Type, ...]] = (
        Type(SANS, 46, 54, SEMIBOLD),
        row_title,
        small_strong,
    )
    together_text: Final[Type] = Type(SANS, 30, 37, REGULAR)
    together_median: Final[Type] = Type(DISPLAY, 64, 64, SEMIBOLD)
    together_word: Final[tuple[Type, ...]] = (
        Type(SANS, 40, 50, SEMIBOLD),
        Type(SANS, 36, 42, SEMIBOLD),
        small_strong,
    )
    together_detail: Final[tuple[Type, ...]] = (Type(SANS, 32, 42, REGULAR), small)
    together_agreement: Final[Type] = Type(DISPLAY, 56, 64, SEMIBOLD)
    together_pick: Final[Type] = Type(DISPLAY, 34, 40, SEMIBOLD)
    checklist_name: Final[tuple[Type, ...]] = (
        Type(SANS, 40, 48, MEDIUM),
        Type(SANS, 34, 41, MEDIUM),
        Type(SANS, 30, 36, MEDIUM),
    )
    checklist_count: Final[Type] = Type(DISPLAY, 36, 40, SEMIBOLD)
    checklist_legend: Final[tuple[Type, ...]] = (Type(SANS, 32, 40, REGULAR), small)
    team_name: Final[tuple[Type, ...]] = (
        Type(SANS, 48, 58, SEMIBOLD),
        Type(SANS, 40, 46, SEMIBOLD),
        Type(SANS, 34, 40, SEMIBOLD),
        small_strong,
    )
    team_votes: Final[tuple[Type, ...]] = (Type(SANS, 34, 44, REGULAR), small)
    team_prompt: Final[tuple[Type, ...]] = (Type(SANS, 44, 56, SEMIBOLD), row_title, small_strong)
    team_foot: Final[tuple[Type, ...]] = (Type(SANS, 34, 46, REGULAR), Type(SANS, 30, 38, REGULAR))
    heat_name: Final[tuple[Type, ...]] = (
        body_large_strong,
        Type(SANS, 36, 44, SEMIBOLD),
        Type(SANS, 30, 34, SEMIBOLD),
    )
    heat_head: Final[tuple[Type, ...]] = (
        Type(SANS, 36, 42, SEMIBOLD),
        Type(SANS, 30, 34, SEMIBOLD),
    )
    heat_number: Final[Type] = Type(DISPLAY, 44, 48, SEMIBOLD)
    pad_question: Final[tuple[Type, ...]] = (*question[2:], *running)
    pad_key: Final[Type] = Type(DISPLAY, 52, 60, SEMIBOLD)


class PhoneType:
    """Type of the phone page, in CSS pixels."""

    question: Final[Type] = Type(DISPLAY, 28, 36, SEMIBOLD)
    question_long: Final[Type] = Type(DISPLAY, 24, 32, SEMIBOLD)  # above 20 words
    question_longest: Final[Type] = Type(DISPLAY, 20, 28, SEMIBOLD)  # above 35 words
    numeral: Final[Type] = Type(DISPLAY, 40, 40, SEMIBOLD)
    target_label: Final[Type] = Type(SANS, 20, 26, MEDIUM)
    heading: Final[Type] = Type(DISPLAY, 36, 42, SEMIBOLD)
    body: Final[Type] = Type(SANS, 16, 24, REGULAR)
    smallest: Final[Type] = Type(SANS, 14, 20, REGULAR)


class PdfType:
    """Type of the PDFs, in points."""

    cover_title: Final[Type] = Type(DISPLAY, 38, 42, SEMIBOLD)
    report_title: Final[Type] = Type(DISPLAY, 52, 58, SEMIBOLD)
    session_title: Final[Type] = Type(DISPLAY, 29, 33, SEMIBOLD)
    section_title: Final[Type] = Type(SANS, 14, 19, SEMIBOLD)
    lead: Final[Type] = Type(SANS, 12, 17, REGULAR)
    body: Final[Type] = Type(SANS, 9.6, 14, REGULAR)
    body_strong: Final[Type] = Type(SANS, 9.6, 14, SEMIBOLD)
    question: Final[Type] = Type(SANS, 11, 15, SEMIBOLD)
    score: Final[Type] = Type(DISPLAY, 28, 28, SEMIBOLD)
    caption: Final[Type] = Type(SANS, 8.2, 11.5, REGULAR)
    table_head: Final[Type] = Type(SANS, 8.2, 11.5, MEDIUM)
    smallest: Final[float] = 8.0


class ChartType:
    """Type of the charts in files, in points of a picture 1600 x 900. Tuples as on the wall."""

    header: Final[Type] = Type(SANS, 27, 36, SEMIBOLD)
    header_plain: Final[Type] = Type(SANS, 27, 36, REGULAR)
    heading: Final[tuple[Type, ...]] = (
        Type(DISPLAY, 58, 66, SEMIBOLD),
        Type(DISPLAY, 48, 56, SEMIBOLD),
        Type(DISPLAY, 40, 48, SEMIBOLD),
        Type(DISPLAY, 34, 41, SEMIBOLD),
        Type(SANS, 28, 35, SEMIBOLD),
    )
    question: Final[tuple[Type, ...]] = (
        Type(SANS, 30, 39, REGULAR),
        Type(SANS, 26, 34, REGULAR),
        Type(SANS, 22, 29, REGULAR),
    )
    source: Final[Type] = Type(SANS, 21, 28, REGULAR)
    source_strong: Final[Type] = Type(SANS, 21, 28, SEMIBOLD)
    note: Final[Type] = Type(SANS, 23, 30, REGULAR)
    median: Final[Type] = Type(DISPLAY, 150, 130, SEMIBOLD)
    median_label: Final[Type] = Type(SANS, 32, 40, SEMIBOLD)
    body: Final[tuple[Type, ...]] = (Type(SANS, 27, 36, REGULAR), Type(SANS, 22, 29, REGULAR))
    body_strong: Final[tuple[Type, ...]] = (
        Type(SANS, 27, 36, MEDIUM),
        Type(SANS, 22, 29, MEDIUM),
    )
    name: Final[tuple[Type, ...]] = (
        Type(SANS, 36, 42, SEMIBOLD),
        Type(SANS, 30, 36, SEMIBOLD),
        Type(SANS, 25, 30, SEMIBOLD),
        Type(SANS, 21, 25, SEMIBOLD),
    )
    caption: Final[tuple[Type, ...]] = (Type(SANS, 24, 30, REGULAR), Type(SANS, 20, 25, REGULAR))
    caption_strong: Final[Type] = Type(SANS, 24, 30, SEMIBOLD)
    step: Final[Type] = Type(SANS, 25, 30, MEDIUM)
    score: Final[Type] = Type(DISPLAY_FIGURES, 53, 60, SEMIBOLD)
    change: Final[Type] = Type(FIGURES, 33, 43, REGULAR)
    number: Final[Type] = Type(DISPLAY, 48, 56, SEMIBOLD)
    word: Final[tuple[Type, ...]] = (Type(SANS, 32, 40, SEMIBOLD), Type(SANS, 27, 34, SEMIBOLD))
    cell: Final[Type] = Type(FIGURES, 26, 32, SEMIBOLD)
    count: Final[Type] = Type(DISPLAY, 28, 34, SEMIBOLD)


CHART: Final = ChartType()
DESKTOP: Final = DesktopType()
PROJECTOR: Final = ProjectorType()
PHONE: Final = PhoneType()
PDF: Final = PdfType()

QUESTION_LONG_WORDS: Final = 25  # a console question above this takes the smaller size
PROJECTOR_SMALLEST: Final = 30  # no text on the wall is smaller
PROJECTOR_BACK_ROW: Final = 44  # what the back row must read is at least this
SCALE_LABEL_LONG: Final = 14  # characters: above this a label on the wall takes two lines
