"""Profile staging: the chart of the whole day that the wall shows (facts -> scene, pure)."""

from __future__ import annotations

from dataclasses import replace

from workshop.day_charts import HeatRow, ProfileChart
from workshop.facts import Facts, OutlineItem
from workshop.heat_map import heat_map, part_of
from workshop.profile_chart import profile_chart, theme_chart
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.profile_views import ROWS, Place, View, asking_of, blocks, columns, place_of
from workshop.scenes import ProfileScene
from workshop.words import Words


def profile_scene(
    facts: Facts, item: OutlineItem, words: Words
) -> ProfileScene | RadarScene | HeatMapScene:
    """The view and page that the facilitator chose; of a profile that is over, the sessions."""
    asking = asking_of(facts)
    here = place_of(facts) if facts.item_id == item.id else Place(View.SESSIONS)
    if here.view is View.TEAMS:
        return _heat_map(facts, item, here.page, words)
    chart = profile_chart(asking, words)
    if here.view is View.RADAR:
        return _radar(facts, item, chart, words)
    if here.view is View.THEMES:
        chart = theme_chart(asking, words) or chart
    return _ranges(facts, item, chart, here.page, words)


def _ranges(
    facts: Facts, item: OutlineItem, chart: ProfileChart, page: int, words: Words
) -> ProfileScene:
    foot = chart.foot
    parts = blocks(len(chart.rows), ROWS) or ((0, 0),)
    first, behind = parts[page]
    if len(parts) > 1:
        place = words.say("Page {n} of {m}", n=page + 1, m=len(parts))
        foot = words.say("{place}. {foot}", place=place, foot=foot)
    return ProfileScene(
        heading=chart.heading,
        rows=chart.rows[first:behind],
        labels=chart.labels,
        foot=foot,
        title=item.title,
        topic=facts.workshop.title,
        ends=chart.ends,
        then=chart.then,
        now=chart.now,
        heads=chart.heads,
        outline=chart.outline,
    )


def _radar(facts: Facts, item: OutlineItem, chart: ProfileChart, words: Words) -> RadarScene:
    axes = tuple(row for row in chart.rows if row.score is not None)
    left = len(chart.rows) - len(axes)
    foot = words.count("{n} session has no score", "{n} sessions have no score", left)
    return RadarScene(
        title=item.title,
        topic=facts.workshop.title,
        ends=words.say("1 low, {n} high", n=len(chart.labels)) if chart.labels else "",
        axes=axes,
        labels=chart.labels,
        now=words.say("Today"),
        then=chart.then if any(row.earlier is not None for row in axes) else "",
        foot=foot if left else "",
    )


def _heat_map(facts: Facts, item: OutlineItem, page: int, words: Words) -> HeatMapScene:
    """A page of the questions by a page of the teams: all teams of some questions, then on."""
    chart = heat_map(asking_of(facts), words)
    assert chart is not None, "the teams are offered where some may be shown"
    by_row = blocks(len(chart.rows), ROWS)
    by_team = blocks(len(chart.teams), columns(chart.teams))
    (top, bottom), (left, right) = by_row[page // len(by_team)], by_team[page % len(by_team)]
    of = len(by_row) * len(by_team)
    seen = part_of(chart, range(top, bottom), words)
    return HeatMapScene(
        title=item.title,
        topic=facts.workshop.title,
        place=words.say("Page {n} of {m}", n=page + 1, m=of) if of > 1 else "",
        heading=seen.heading,
        teams=chart.teams[left:right],
        whole=chart.whole,
        rows=tuple(_of_teams(row, left, right) for row in seen.rows),
        steps=len(facts.workshop.scale_labels),
        ends=chart.ends,
        foot=chart.foot,
    )


def _of_teams(row: HeatRow, left: int, right: int) -> HeatRow:
    return replace(row, cells=row.cells[left:right])
