"""On the wall: which chart the room sees just now, to be copied."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from frameworks.theme import Theme
from ui.console.charts.reading import ChartKey, ChartKind, Reading
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.scenes import ProfileScene, RevealScene, Scene

Shown = tuple[ChartKey, int]
"""A chart, and the line of the mark whose page is meant."""
Find = Callable[[Reading], Shown | None]
"""Finds a chart among those that were read; None where it is not there."""


def on_the_wall(scene: Scene) -> Find | None:
    """What finds the chart of this scene; None where it shows none."""
    match scene:
        case RevealScene():
            return partial(_of_round, scene.key)
        case RadarScene():
            return lambda _: (ChartKey(ChartKind.RADAR), 0)
        case HeatMapScene():
            ids = [row.question_id for row in scene.rows]
            return partial(_of_heat_map, ids[0] if ids else "")
        case ProfileScene():
            themes = {theme.value for theme in Theme}
            of_themes = any(row.id in themes for row in scene.rows)
            key = ChartKey(ChartKind.THEMES if of_themes else ChartKind.PROFILE)
            return lambda _: (key, 0)
        case _:
            return None


def _of_round(round_id: str, reading: Reading) -> Shown | None:
    for question_id, (_, question) in reading.asked.items():
        if any(each.id == round_id for each in question.rounds):
            return ChartKey(ChartKind.QUESTION, question_id), 0
    return None


def _of_heat_map(question_id: str, reading: Reading) -> Shown | None:
    chart = reading.charts.heat_map
    ids = [row.question_id for row in chart.rows] if chart is not None else []
    line = ids.index(question_id) if question_id in ids else 0
    return ChartKey(ChartKind.HEAT_MAP), line
