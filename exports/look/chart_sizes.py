"""Sizes of the charts: of bars and of the profile, on each face that draws them.

Part of the tokens, and read through `exports.look.tokens`. Lengths are those of the face: pixels of
a picture 1080 high on the wall, logical pixels on the console, points in files.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from exports.look.typography import DISPLAY, PROJECTOR, REGULAR, SANS, SEMIBOLD, Type

PROJECTOR_AXIS: Final = 3.0
PDF_AXIS: Final = 0.75


class DistributionSizes(NamedTuple):
    """The chart of one question's votes at one scale.

    `bar` and `ghost` are parts of the column's pitch; the type roles are those of the count above
    a bar, the step, its label (`label_long` where one needs more than two lines) and the ghost's
    count below. No label or ghost role: no such row.
    """

    bar_count: Type
    step: Type
    label: Type | None
    label_long: Type | None
    ghost_count: Type | None
    axis: float
    bar: float = 0.53
    ghost: float = 0.78
    brick_gap: float = 0.09  # of the unit's height
    brick_gap_least: float = 1.2
    brick_unit_least: float = 5.0  # below this unit the bar is solid
    brick_radius: float = 0.1  # of the unit's height
    brick_radius_most: float = 4.0


DISTRIBUTION_WALL: Final = DistributionSizes(
    bar_count=PROJECTOR.bar_count,
    step=Type(SANS, 36, 44, SEMIBOLD),
    label=Type(SANS, 33, 40, REGULAR),
    label_long=Type(SANS, 30, 36, REGULAR),
    ghost_count=Type(SANS, 32, 40, REGULAR),
    axis=PROJECTOR_AXIS,
)
DISTRIBUTION_CLOSE: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 56, 56, SEMIBOLD),
    step=Type(SANS, 35, 42, SEMIBOLD),
    label=Type(SANS, 32, 38, REGULAR),
    label_long=Type(SANS, 30, 34, REGULAR),
    ghost_count=None,
    axis=PROJECTOR_AXIS,
)
DISTRIBUTION_TEAMS: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 44, 44, SEMIBOLD),
    step=Type(SANS, 34, 42, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=PROJECTOR_AXIS,
)
DISTRIBUTION_TEAMS_SMALL: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 32, 32, SEMIBOLD),
    step=Type(SANS, 30, 36, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=PROJECTOR_AXIS,
)
DISTRIBUTION_CONSOLE: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 19, 20, SEMIBOLD),
    step=Type(SANS, 13, 16, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=1.5,
)
DISTRIBUTION_PANEL: Final = DistributionSizes(  # the console's charts panel
    bar_count=Type(DISPLAY, 24, 26, SEMIBOLD),
    step=Type(SANS, 15, 20, SEMIBOLD),
    label=Type(SANS, 14, 20, REGULAR),
    label_long=Type(SANS, 12, 16, REGULAR),
    ghost_count=Type(SANS, 13, 18, REGULAR),
    axis=2.0,
)
DISTRIBUTION_TABLE: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 13, 14, SEMIBOLD),
    step=Type(SANS, 13, 16, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=1.5,
)
DISTRIBUTION_INSPECTOR: Final = DistributionSizes(
    bar_count=Type(DISPLAY, 12, 13, SEMIBOLD),
    step=Type(SANS, 12, 15, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=1.5,
)


DISTRIBUTION_PDF: Final = DistributionSizes(  # in points, 168 x 104 in the report
    bar_count=Type(DISPLAY, 9.6, 10, SEMIBOLD),
    step=Type(SANS, 8.8, 11, SEMIBOLD),
    label=None,
    label_long=None,
    ghost_count=None,
    axis=PDF_AXIS,
    brick_gap_least=0.58,
    brick_unit_least=2.4,
    brick_radius_most=1.9,
)
DISTRIBUTION_FILE: Final = DistributionSizes(  # in points of a picture 1600 x 900
    bar_count=Type(DISPLAY, 52, 52, SEMIBOLD),
    step=Type(SANS, 30, 37, SEMIBOLD),
    label=Type(SANS, 26, 32, REGULAR),
    label_long=Type(SANS, 22, 27, REGULAR),
    ghost_count=Type(SANS, 25, 32, REGULAR),
    axis=2.5,
)


class ProfileSizes(NamedTuple):
    """The range plot of the wall's profile."""

    mark: float  # radius of a session's mark
    name_mark: float  # and of the one beside its name
    margin: float  # of paper around the mark
    band: float  # height of the band from lowest to highest
    stroke: float  # of the band's edge
    earlier: float  # radius of the hollow mark of last time
    around: float  # and where it lies around today's mark
    near: float  # closer than so many steps it does
    earlier_stroke: float
    dot: float  # radius of a question's dot
    dot_pitch: float  # from one to the next where several are alike


PROFILE_WALL: Final = ProfileSizes(20.5, 17.6, 3.5, 29, 1.5, 19, 33, 0.15, 3, 5, 13.5)
PROFILE_CONSOLE: Final = ProfileSizes(10, 7, 2, 14, 1, 8.5, 15, 0.15, 1.5, 2.8, 7)
PROFILE_FILE: Final = ProfileSizes(18.5, 14.7, 3.3, 24, 1.25, 16, 27.5, 0.15, 2.5, 4.2, 11.2)


class RadarSizes(NamedTuple):
    """The radar of the wall's profile."""

    mark: float  # radius of a session's mark
    line: float  # width of both lines
    dash: tuple[float, float]  # of last time's: drawn, left out


RADAR_WALL: Final = RadarSizes(18, 4, (12, 10))
