"""Place: the chart that belongs to where the day is, at which the charts open."""

from __future__ import annotations

from ui.console.charts.reading import ChartKey, ChartKind
from workshop.console_scene import ConsoleScene
from workshop.kinds import ItemKind
from workshop.profile_views import View

_OF_VIEW = {
    View.SESSIONS: ChartKind.PROFILE,
    View.RADAR: ChartKind.RADAR,
    View.THEMES: ChartKind.THEMES,
    View.TEAMS: ChartKind.HEAT_MAP,
}


def charts_of(scene: ConsoleScene) -> tuple[ChartKey, ...]:
    """Which charts belong here, the nearest first; the day's own comes last.

    A question that is revealed has its votes, else its session is nearest; in the profile it is
    the view that the wall shows.
    """
    keys = [ChartKey(ChartKind.PROFILE)]
    if scene.views is not None:
        keys = [ChartKey(_OF_VIEW[line.view]) for line in scene.views.lines if line.now] + keys
    if scene.item_id is not None and scene.item_kind is ItemKind.SESSION:
        keys.insert(0, ChartKey(ChartKind.SESSION, scene.item_id))
    question = scene.question
    if question is not None and question.question_id and question.chart is not None:
        keys.insert(0, ChartKey(ChartKind.QUESTION, question.question_id))
    return tuple(keys)
