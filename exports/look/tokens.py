"""The look in numbers: every colour, size, type role and duration of all faces.

Colours are `#RRGGBB`, lengths logical pixels, type on the wall pixels of a picture 1080 high,
type in PDFs points, durations milliseconds, unless a name says otherwise. Nothing is imported but
the themes' names, so that any face can read this without cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from frameworks.model import Theme

# --- Colour ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Palette:
    """The neutral colours of one look."""

    paper: str  # every window's background
    surface: str  # fields, cards, vote targets
    sunken: str  # private notes, selected row, hover
    hairline: str  # separators; never the sole edge of a control
    edge: str  # edges of fields, buttons, targets, empty bricks
    ink: str  # text, primary button, axis, progress
    ink2: str  # secondary text; the quietest allowed on the wall
    ink3: str  # captions on desktop, phone and PDF; never on the wall
    ghost: str  # outline of the round before
    ghostfill: str  # body of the round before
    shadow: str  # of dialogs and popovers, at `shadow_opacity`
    shadow_opacity: float


@dataclass(frozen=True, slots=True)
class ThemeColours:
    """One theme's colours: `fill` draws marks, `key` is the 1 px line around every fill,
    `ink` carries text, `tint` is a wash behind text or a range band.
    """

    fill: str
    key: str
    ink: str
    tint: str


@dataclass(frozen=True, slots=True)
class Look:
    """All colours of the light or the dark look."""

    dark: bool
    palette: Palette
    themes: Mapping[Theme, ThemeColours]


LIGHT: Final = Look(
    dark=False,
    palette=Palette(
        paper="#FBFAF7",
        surface="#FFFFFF",
        sunken="#F2F0EA",
        hairline="#E0DDD4",
        edge="#88847A",
        ink="#1B1B1F",
        ink2="#46464D",
        ink3="#63636B",
        ghost="#88847A",
        ghostfill="#EBE8E0",
        shadow="#1B1B1F",
        shadow_opacity=0.16,
    ),
    themes=MappingProxyType(
        {
            Theme.VISION: ThemeColours("#005FA8", "#005FA8", "#004A85", "#E3EDF6"),
            Theme.STRATEGY: ThemeColours("#B84300", "#B84300", "#873200", "#FAE9DF"),
            Theme.STRUCTURE: ThemeColours("#009467", "#009467", "#00563C", "#DFF1E9"),
            Theme.TECHNOLOGY: ThemeColours("#C06BA0", "#C06BA0", "#7A2F5C", "#F7E8F1"),
            Theme.PEOPLE: ThemeColours("#EB9A00", "#8F5C00", "#653F00", "#FAEDD0"),
        }
    ),
)

DARK: Final = Look(
    dark=True,
    palette=Palette(
        paper="#151517",
        surface="#1D1D20",
        sunken="#0F0F11",
        hairline="#35353A",
        edge="#7C7C84",
        ink="#F5F3EE",
        ink2="#CAC8C2",
        ink3="#A3A19C",
        ghost="#8E8E96",
        ghostfill="#26262A",
        shadow="#000000",
        shadow_opacity=0.4,
    ),
    themes=MappingProxyType(
        {
            Theme.VISION: ThemeColours("#7DBDEE", "#7DBDEE", "#7DBDEE", "#12283A"),
            Theme.STRATEGY: ThemeColours("#F07C46", "#F07C46", "#F69466", "#3A1E12"),
            Theme.STRUCTURE: ThemeColours("#3FCB97", "#3FCB97", "#3FCB97", "#0F2E24"),
            Theme.TECHNOLOGY: ThemeColours("#E9B4D6", "#E9B4D6", "#E9B4D6", "#36212F"),
            Theme.PEOPLE: ThemeColours("#EFAE2F", "#EFAE2F", "#EFAE2F", "#332708"),
        }
    ),
)

PDF_PAPER: Final = "#FFFFFF"  # files print on white with the light look
QR_DARK: Final = "#000000"  # a QR code is black on white in both looks, for the cameras' sake
QR_LIGHT: Final = "#FFFFFF"

# Lowest answer to highest, for stacked and diverging bars (Okabe-Ito ends, neutral middle).
DIVERGING: Final = ("#D55E00", "#F0B27A", "#D9D9D9", "#8CC4E8", "#0072B2")


# --- Shapes of the themes -------------------------------------------------------------------


class Shape(StrEnum):
    """The mark of a theme; told apart without colour."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"
    TRIANGLE = "triangle"
    HEXAGON = "hexagon"


SHAPES: Final[Mapping[Theme, Shape]] = MappingProxyType(
    {
        Theme.VISION: Shape.CIRCLE,
        Theme.STRATEGY: Shape.DIAMOND,
        Theme.STRUCTURE: Shape.SQUARE,
        Theme.TECHNOLOGY: Shape.TRIANGLE,
        Theme.PEOPLE: Shape.HEXAGON,
    }
)

# Factors of the circle's radius that give the five shapes the same visual weight.
DIAMOND_HALF_DIAGONAL: Final = 1.27
SQUARE_HALF_SIDE: Final = 0.89
TRIANGLE_HALF_BASE: Final = 1.32
TRIANGLE_TOP: Final = -1.29
TRIANGLE_BOTTOM: Final = 1.00
HEXAGON_RADIUS: Final = 1.08
HOLLOW_STROKE: Final = 0.28  # a second session of the same theme: line width in radii
SHAPE_RADIUS: Final = 0.38  # the circle's radius in parts of the box that a shape is given
SHAPE_STROKE: Final = 0.06  # the keyline in parts of that box,
SHAPE_STROKE_LEAST: Final = 1.5  # and at least this


# --- Type -----------------------------------------------------------------------------------

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
    question_above_chart: tuple[Type, ...] = (
        Type(DISPLAY, 52, 64, SEMIBOLD),
        Type(DISPLAY, 44, 56, SEMIBOLD),
    )
    purpose: tuple[Type, ...] = (
        Type(DISPLAY, 88, 100, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
        Type(DISPLAY, 64, 74, SEMIBOLD),
    )
    lobby_title: tuple[Type, ...] = (
        Type(DISPLAY, 124, 132, SEMIBOLD),
        Type(DISPLAY, 96, 104, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    team_at_touch: tuple[Type, ...] = (
        Type(DISPLAY, 112, 120, SEMIBOLD),
        Type(DISPLAY, 88, 96, SEMIBOLD),
        Type(DISPLAY, 72, 82, SEMIBOLD),
    )
    team_at_hand_over: tuple[Type, ...] = (
        Type(DISPLAY, 240, 240, SEMIBOLD),
        Type(DISPLAY, 160, 168, SEMIBOLD),
        Type(DISPLAY, 112, 120, SEMIBOLD),
    )
    sentence_heading: Type = Type(DISPLAY, 72, 80, SEMIBOLD)
    agreement_word: Type = Type(DISPLAY, 60, 68, SEMIBOLD)
    agreement_number: Type = Type(DISPLAY, 88, 76, SEMIBOLD)
    borderline: Type = Type(SANS, 36, 46, REGULAR)
    median: Type = Type(DISPLAY, 208, 176, SEMIBOLD)
    agreed_score: Type = Type(DISPLAY, 320, 280, SEMIBOLD)
    differ_heading: Type = Type(DISPLAY, 104, 116, SEMIBOLD)
    position_score: Type = Type(DISPLAY, 120, 120, SEMIBOLD)
    position: Type = Type(SANS, 46, 60, REGULAR)
    evidence: Type = Type(SANS, 56, 70, REGULAR)
    touch_numeral: Type = Type(DISPLAY, 184, 176, SEMIBOLD)
    join_code: Type = Type(DISPLAY, 160, 150, SEMIBOLD)
    votes_in: Type = Type(DISPLAY, 96, 104, SEMIBOLD)
    timer: Type = Type(DISPLAY_FIGURES, 96, 104, SEMIBOLD)
    group_timer: Type = Type(DISPLAY_FIGURES, 240, 240, SEMIBOLD)
    break_time: Type = Type(DISPLAY_FIGURES, 400, 380, SEMIBOLD)
    break_heading: Type = Type(DISPLAY, 64, 74, SEMIBOLD)
    session_name: Type = Type(DISPLAY, 160, 168, SEMIBOLD)
    session_purpose: Type = Type(SANS, 56, 72, REGULAR)
    last_score: Type = Type(DISPLAY, 120, 120, SEMIBOLD)
    scale_numeral: Type = Type(DISPLAY, 88, 88, SEMIBOLD)
    bar_count: Type = Type(DISPLAY, 64, 64, SEMIBOLD)
    profile_score: Type = Type(DISPLAY_FIGURES, 64, 64, SEMIBOLD)
    prompt: Type = Type(SANS, 42, 52, MEDIUM)
    header: Type = Type(SANS, 36, 48, MEDIUM)
    header_strong: Type = Type(SANS, 36, 48, SEMIBOLD)
    body: Type = Type(SANS, 36, 46, REGULAR)
    body_strong: Type = Type(SANS, 36, 46, MEDIUM)
    body_large: Type = Type(SANS, 44, 54, REGULAR)
    body_large_strong: Type = Type(SANS, 44, 54, SEMIBOLD)
    promise: Type = Type(SANS, 40, 54, REGULAR)
    step: Type = Type(SANS, 44, 60, REGULAR)
    scale_label: Type = Type(SANS, 36, 44, REGULAR)
    scale_label_long: Type = Type(SANS, 32, 38, REGULAR)
    axis_numeral: Type = Type(SANS, 36, 44, SEMIBOLD)
    axis_label: Type = Type(SANS, 34, 44, REGULAR)
    row_title: Type = Type(SANS, 38, 46, SEMIBOLD)
    together_name: Type = Type(SANS, 46, 54, SEMIBOLD)
    together_text: Type = Type(SANS, 30, 37, REGULAR)
    together_median: Type = Type(DISPLAY, 64, 64, SEMIBOLD)
    together_word: Type = Type(SANS, 40, 48, SEMIBOLD)
    together_number: Type = Type(DISPLAY, 56, 64, SEMIBOLD)
    team_name: Type = Type(SANS, 48, 56, SEMIBOLD)
    points: Type = Type(DISPLAY_FIGURES, 52, 60, SEMIBOLD)
    close_word: Type = Type(SANS, 46, 66, REGULAR)
    caption: Type = Type(SANS, 30, 40, REGULAR)
    caption_strong: Type = Type(SANS, 30, 40, MEDIUM)


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


# --- Space, radius, stroke ------------------------------------------------------------------

SPACE: Final = (4, 8, 12, 16, 24, 32, 48, 64, 96)

PROJECTOR_WIDTH: Final = 1920
PROJECTOR_HEIGHT: Final = 1080
PROJECTOR_MARGIN_X: Final = 96
PROJECTOR_MARGIN_Y: Final = 64
PHONE_MARGIN: Final = 20
PDF_MARGIN_X: Final = 50.0  # points
PDF_MARGIN_TOP: Final = 44.0  # points

RADIUS_BRICK: Final = 2
RADIUS_CHIP: Final = 4  # and key hints
RADIUS_CONTROL: Final = 8  # buttons, fields, notice bars
RADIUS_LARGE: Final = 10  # large buttons and option cards
RADIUS_CARD: Final = 12  # cards, dialogs, empty states
RADIUS_PHONE: Final = 14
RADIUS_TARGET: Final = 16  # vote targets on the wall

STROKE_HAIRLINE: Final = 1.0
STROKE_EDGE: Final = 1.0
STROKE_SELECTED: Final = 2.0
STROKE_ICON: Final = 1.5  # in a box of ICON_SIZE
PROJECTOR_HAIRLINE: Final = 2.0
PROJECTOR_EDGE: Final = 3.0
PROJECTOR_AXIS: Final = 3.0
PROJECTOR_RULE: Final = 3.0
PROJECTOR_COLUMN_HEAD: Final = 10.0
PHONE_EDGE: Final = 1.5
PDF_HAIRLINE: Final = 0.75  # points
PDF_AXIS: Final = 0.75  # points
PDF_RULE: Final = 1.5  # points

SHADOW_OFFSET: Final = 8
SHADOW_BLUR: Final = 24
FOCUS_WIDTH: Final = 2  # of the ring
FOCUS_GAP: Final = 2  # of background between control and ring


@dataclass(frozen=True, slots=True)
class ConsoleSizes:
    """Sizes of the console's parts, in logical pixels."""

    width: int = 1440
    height: int = 900
    smallest_width: int = 1024
    smallest_height: int = 600
    narrow_below: int = 1280  # below this width columns become drawers
    low_below: int = 760  # below this height the parking lot folds
    top_bar: int = 56
    transport_bar: int = 80
    footer: int = 72
    navigation: int = 200
    rail: int = 256
    right_column: int = 400
    right_column_narrow: int = 336
    overdue_column: int = 348
    inspector: int = 320
    centre_padding_x: int = 40
    centre_padding_y: int = 24
    sign: int = 40
    miniature_width: int = 350
    miniature_height: int = 197
    next_button: int = 200  # at least
    dialog: int = 448
    dialog_padding: int = 24
    control: int = 36  # height of buttons, fields, segments
    control_large: int = 52
    control_small: int = 28
    key_hint: int = 20
    key_hint_min: int = 22
    chip: int = 24
    chip_in_table: int = 20
    icon: int = 20
    check_box: int = 20
    rail_session: int = 40
    rail_question: int = 34
    rail_indent: int = 42
    rail_bar: int = 4
    table_row: int = 64
    table_row_single: int = 44
    list_row: int = 40
    step_bar: int = 4
    step_gap: int = 8
    progress: int = 6
    score_height: int = 50
    score_whole: int = 60
    score_half: int = 52
    tally_row: int = 68
    tally_field: int = 52
    tally_field_height: int = 44
    minute: int = 4  # of an agenda bar


CONSOLE: Final = ConsoleSizes()


@dataclass(frozen=True, slots=True)
class BrickSizes:
    """One vote in a row of bricks; above BRICKS_UP_TO the row is one bar."""

    width: float
    height: float
    gap: float
    stroke: float
    bar_width: float
    bar_height: float


BRICKS_WALL: Final = BrickSizes(24, 56, 10, 2.0, 780, 56)
BRICKS_LOBBY: Final = BrickSizes(20, 44, 10, 2.0, 780, 44)
BRICKS_CONSOLE: Final = BrickSizes(11, 14, 3, 1.5, 180, 6)
BRICKS_PHONE: Final = BrickSizes(10, 22, 4, 1.5, 350, 22)
BRICKS_UP_TO: Final = 40


@dataclass(frozen=True, slots=True)
class DistributionSizes:
    """Proportions of the chart of one question's votes; fractions of the column pitch first."""

    bar: float = 0.53
    ghost: float = 0.78
    least_full: int = 6  # the largest count counts as at least this, or three votes look like many
    brick_gap: float = 0.09  # of the unit height
    brick_gap_least: float = 1.2
    brick_unit_least: float = 5.0  # below this unit the bar is solid
    brick_radius: float = 4.0  # at most
    ghost_stroke: float = 2.0
    ghost_margin: float = 4.0  # of paper, where the bar crosses the ghost


DISTRIBUTION: Final = DistributionSizes()

FUSE_HEIGHT: Final = 14  # along the wall's bottom edge
ICON_SIZE: Final = 20
TARGET_FILL: Final = 16  # strip at the top of a vote target


# --- Motion, in milliseconds ----------------------------------------------------------------

PRESS_MS: Final = 80
PANEL_MS: Final = 160
GHOST_MS: Final = 160
RISE_MS: Final = 420
BRICK_MS: Final = 120
TARGET_PRESSED_MS: Final = 120
TARGET_BLANK_MS: Final = 700
TAP_GUARD_MS: Final = 400  # a second tap within this is ignored
CLICKER_GUARD_MS: Final = 600  # a clicker pressed twice within this counts once
NOTICE_MS: Final = 6000  # a notice that needs no act vanishes after this
TIMER_ALARM_S: Final = 10  # the last seconds, shown inverse


def look(dark: bool) -> Look:
    """The dark or the light look."""
    return DARK if dark else LIGHT
