"""The look in numbers: every colour, size, type role and duration of all faces.

Colours are `#RRGGBB`, lengths logical pixels, type on the wall pixels of a picture 1080 high,
type in PDFs points, durations milliseconds, unless a name says otherwise. Nothing is imported but
the themes' names, so that any face can read this without cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from exports.look.chart_sizes import (
    DISTRIBUTION_CLOSE,
    DISTRIBUTION_CONSOLE,
    DISTRIBUTION_FILE,
    DISTRIBUTION_INSPECTOR,
    DISTRIBUTION_PANEL,
    DISTRIBUTION_PDF,
    DISTRIBUTION_TABLE,
    DISTRIBUTION_TEAMS,
    DISTRIBUTION_TEAMS_SMALL,
    DISTRIBUTION_WALL,
    PDF_AXIS,
    PROFILE_CONSOLE,
    PROFILE_FILE,
    PROFILE_WALL,
    PROJECTOR_AXIS,
    RADAR_WALL,
    DistributionSizes,
    ProfileSizes,
    RadarSizes,
)
from exports.look.typography import (
    ARABIC,
    BOLD,
    CHART,
    DESKTOP,
    DISPLAY,
    DISPLAY_FIGURES,
    FALLBACKS,
    FIGURES,
    HEBREW,
    MEDIUM,
    PDF,
    PHONE,
    PROJECTOR,
    PROJECTOR_BACK_ROW,
    PROJECTOR_SMALLEST,
    QUESTION_LONG_WORDS,
    REGULAR,
    SANS,
    SCALE_LABEL_LONG,
    SEMIBOLD,
    DesktopType,
    PdfType,
    PhoneType,
    ProjectorType,
    Type,
)
from frameworks.theme import Theme

# Type roles and the sizes of charts stand in files of their own, and are handed on from here.
__all__ = [
    "ARABIC",
    "BOLD",
    "CHART",
    "DESKTOP",
    "DISPLAY",
    "DISPLAY_FIGURES",
    "DISTRIBUTION_CLOSE",
    "DISTRIBUTION_CONSOLE",
    "DISTRIBUTION_FILE",
    "DISTRIBUTION_INSPECTOR",
    "DISTRIBUTION_PANEL",
    "DISTRIBUTION_PDF",
    "DISTRIBUTION_TABLE",
    "DISTRIBUTION_TEAMS",
    "DISTRIBUTION_TEAMS_SMALL",
    "DISTRIBUTION_WALL",
    "FALLBACKS",
    "FIGURES",
    "HEBREW",
    "MEDIUM",
    "PDF",
    "PDF_AXIS",
    "PHONE",
    "PROFILE_CONSOLE",
    "PROFILE_FILE",
    "PROFILE_WALL",
    "PROJECTOR",
    "PROJECTOR_AXIS",
    "PROJECTOR_BACK_ROW",
    "PROJECTOR_SMALLEST",
    "QUESTION_LONG_WORDS",
    "RADAR_WALL",
    "REGULAR",
    "SANS",
    "SCALE_LABEL_LONG",
    "SEMIBOLD",
    "DesktopType",
    "DistributionSizes",
    "PdfType",
    "PhoneType",
    "ProfileSizes",
    "ProjectorType",
    "RadarSizes",
    "Type",
]

# --- Colour ---------------------------------------------------------------------------------


class Palette(NamedTuple):
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


class ThemeColours(NamedTuple):
    """One theme's colours: `fill` draws marks, `key` is the 1 px line around every fill,
    `ink` carries text, `tint` is a wash behind text or a range band.
    """

    fill: str
    key: str
    ink: str
    tint: str


class Look(NamedTuple):
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

# Dark to light, with the ends close together: what a projector swallows is seen at once.
CHECK_GREYS: Final = (
    "#1B1B1B",
    "#464646",
    "#6E6E6E",
    "#969696",
    "#BEBEBE",
    "#E1E1E1",
    "#F2F2F2",
    "#FBFBFB",
)

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
PROJECTOR_RULE: Final = 3.0
PROJECTOR_COLUMN_HEAD: Final = 10.0
PHONE_EDGE: Final = 1.5
PDF_HAIRLINE: Final = 0.75  # points
PDF_RULE: Final = 1.5  # points

SHADOW_OFFSET: Final = 8
SHADOW_BLUR: Final = 24
FOCUS_WIDTH: Final = 2  # of the ring
FOCUS_GAP: Final = 2  # of background between control and ring


class ConsoleSizes:
    """Sizes of the console's parts, in logical pixels."""

    width: Final = 1440
    height: Final = 900
    smallest_width: Final = 1024
    smallest_height: Final = 600
    narrow_below: Final = 1280  # below this width columns become drawers
    low_below: Final = 760  # below this height the parking lot folds
    top_bar: Final = 56
    transport_bar: Final = 80
    footer: Final = 72
    navigation: Final = 200
    rail: Final = 256
    right_column: Final = 400
    right_column_narrow: Final = 336
    overdue_column: Final = 348
    inspector: Final = 320
    prepare_column: Final = 404
    centre_padding_x: Final = 40
    centre_padding_y: Final = 24
    sign: Final = 40
    miniature_width: Final = 350
    miniature_height: Final = 197
    next_button: Final = 200  # at least
    dialog: Final = 448
    dialog_padding: Final = 24
    control: Final = 36  # height of buttons, fields, segments
    control_middle: Final = 44  # of a footer
    control_large: Final = 52
    control_small: Final = 28
    key_hint: Final = 20
    key_hint_min: Final = 22
    chip: Final = 24
    chip_in_table: Final = 20
    icon: Final = 20
    check_box: Final = 20
    rail_session: Final = 40
    rail_question: Final = 34
    rail_indent: Final = 42
    rail_bar: Final = 4
    table_row: Final = 64
    table_row_single: Final = 44
    list_row: Final = 40
    step_bar: Final = 4
    step_gap: Final = 8
    progress: Final = 6
    score_height: Final = 50
    score_whole: Final = 60
    score_half: Final = 52
    coming_width: Final = 260  # of what a held wall would show
    tally_row: Final = 68
    tally_field: Final = 52
    tally_field_height: Final = 44
    minute: Final = 4  # of an agenda bar


CONSOLE: Final = ConsoleSizes()


class BrickSizes(NamedTuple):
    """One vote in a row of bricks; above BRICKS_UP_TO the row is one bar."""

    width: float
    height: float
    gap: float
    stroke: float
    radius: float
    bar_width: float
    bar_height: float
    bar_radius: float


BRICKS_WALL: Final = BrickSizes(24, 56, 10, 2.5, 4, 780, 56, 6)
BRICKS_LOBBY: Final = BrickSizes(20, 44, 10, 2.5, 4, 780, 44, 6)
BRICKS_CONSOLE: Final = BrickSizes(11, 14, 3, 1.5, RADIUS_BRICK, 180, 6, 3)
BRICKS_PHONE: Final = BrickSizes(10, 22, 4, 1.5, RADIUS_BRICK, 350, 22, 4)
BRICKS_UP_TO: Final = 40


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
# Where the window that stands for a projector in a rehearsal begins: from the console's right and
# upper edge, over its miniature.
PRETEND_BESIDE, PRETEND_BELOW = 25, 150
IDENTIFY_MS: Final = 2000  # how long each screen shows its number
SCREENS_SETTLE_MS: Final = 400  # after a screen came or went: where the desktop put the windows
TIMER_ALARM_S: Final = 10  # the last seconds, shown inverse


def look(dark: bool) -> Look:
    """The dark or the light look."""
    return DARK if dark else LIGHT
