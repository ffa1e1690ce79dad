"""Profile staging: where the sessions stand, and where they stood last time (facts -> scene)."""

from __future__ import annotations

from workshop.chart_inputs import Asking, asked_items
from workshop.facts import Facts, Voter
from workshop.profile_chart import profile_chart
from workshop.scenes import ProfileScene
from workshop.words import Words

MOST_ROWS = 8


def profile_scene(facts: Facts, words: Words) -> ProfileScene:
    """The sessions' scores so far, each with its lowest and its highest question.

    In a workshop that repeats an earlier one each has its score of last time beside it.
    """
    chart = profile_chart(_asking(facts), words)
    item = facts.item
    again = bool(chart.then)
    title = item.title if item is not None else words.say("Where we stand")
    return ProfileScene(
        heading=chart.heading,
        rows=chart.rows[:MOST_ROWS],
        labels=chart.labels,
        foot=chart.foot,
        title=title if again else "",
        topic=facts.workshop.title if again else "",
        ends=chart.ends,
        then=chart.then,
        now=chart.now,
        heads=chart.heads,
        outline=chart.outline,
    )


def _asking(facts: Facts) -> Asking:
    workshop = facts.workshop
    return Asking(
        title=workshop.title,
        labels=workshop.scale_labels,
        sessions=asked_items(facts.items),
        earlier_on=workshop.earlier_on,
        minimum_group=workshop.minimum_group,
        team_votes=workshop.voter is Voter.TEAM,
    )
