"""Profile scenes: the charts of the whole day that the room may see beside the range plot."""

from __future__ import annotations

from dataclasses import dataclass

from workshop.day_charts import HeatRow, ProfileRow


@dataclass(frozen=True, slots=True)
class RadarScene:
    """The sessions that have a score as axes, three to eight, from the top and clockwise.

    `labels` are those of the scale. Today's line is called `now`, that of last time `then`, which
    is empty where there is none.
    """

    title: str
    topic: str
    ends: str
    axes: tuple[ProfileRow, ...]
    labels: tuple[str, ...]
    now: str
    then: str
    foot: str


@dataclass(frozen=True, slots=True)
class HeatMapScene:
    """The medians of a page of questions by a page of teams, and of the whole room.

    `ends` name both ends of the scale, the lowest first, and `steps` are how many it has.
    """

    title: str
    topic: str
    place: str
    heading: str
    teams: tuple[str, ...]
    whole: str
    rows: tuple[HeatRow, ...]
    steps: int
    ends: tuple[str, str]
    foot: str
