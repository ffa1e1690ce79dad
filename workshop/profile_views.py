"""Profile views: which charts of the day the wall can show in the profile, and on which page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from workshop.asked_facts import AskedFacts
from workshop.chart_inputs import AskedQuestion, AskedSession, Asking, asked_items, theme_sessions
from workshop.facts import Facts, OutlineQuestion
from workshop.heat_map import FEWEST_TEAMS, breakdowns, teams_of
from workshop.kinds import ItemKind, Step, Voter
from workshop.words import Words, mark

ROWS = 8
LEAST_AXES, MOST_AXES = 3, 8
COLUMNS = ((7, 21, 8), (9, 27, 6))
"""Up to so many letters in a word, and in a name, there is room for so many teams on a page."""
LEAST_COLUMNS = 5
PAGES = 1000
"""Stands between the views in `LiveRecord.page`: more than any of them has pages."""


class View(StrEnum):
    """What the profile shows; the order is that in which they are offered, and kept."""

    SESSIONS = "sessions"
    RADAR = "radar"
    THEMES = "themes"
    TEAMS = "teams"


VIEW_NAMES = {
    View.SESSIONS: mark("Sessions"),
    View.RADAR: mark("Radar"),
    View.THEMES: mark("Themes"),
    View.TEAMS: mark("Teams"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A page of a view, from 0."""

    view: View
    page: int = 0

    @property
    def kept(self) -> int:
        """The number as which the row of where the day is keeps it."""
        return list(View).index(self.view) * PAGES + self.page


@dataclass(frozen=True, slots=True)
class ViewLine:
    """A view that is offered, by its name; `now` is the one on the wall."""

    view: View
    name: str
    now: bool


@dataclass(frozen=True, slots=True)
class ViewChoice:
    """The views of the profile for the console; `place` is the page, where there are several."""

    lines: tuple[ViewLine, ...]
    place: str


def view_choice(facts: Facts, words: Words) -> ViewChoice | None:
    """What the facilitator chooses from; None outside the profile."""
    under_way = facts.step not in (Step.LOBBY, Step.FINISHED)
    if facts.item is None or facts.item.kind is not ItemKind.PROFILE or not under_way:
        return None
    here = place_of(facts)
    of = pages(facts, here.view)
    return ViewChoice(
        lines=tuple(
            ViewLine(view, words.say(VIEW_NAMES[view]), view is here.view)
            for view in offered(facts)
        ),
        place=words.say("Page {n} of {m}", n=here.page + 1, m=of) if of > 1 else "",
    )


def asking_of(facts: Facts) -> Asking:
    """What the charts of the day are made of, as far as it was read."""
    workshop = facts.workshop
    outline = {question.id: question for item in facts.items for question in item.questions}
    known = {
        each.question_id: _asked(outline[each.question_id], each)
        for each in facts.asked
        if each.question_id in outline
    }
    return Asking(
        title=workshop.title,
        labels=workshop.scale_labels,
        sessions=asked_items(facts.items, known),
        earlier_on=workshop.earlier_on,
        minimum_group=workshop.minimum_group,
        team_votes=workshop.voter is Voter.TEAM,
        team_names=tuple(team.name for team in facts.teams),
    )


def _asked(question: OutlineQuestion, said: AskedFacts) -> AskedQuestion:
    return AskedQuestion(
        id=question.id,
        name=question.short,
        score=question.score,
        counts=question.counts,
        earlier=said.earlier,
        rated=question.kind == "rate",
        result=said.result,
        teams=said.teams,
        secret=said.secret,
    )


def axes(sessions: tuple[AskedSession, ...]) -> tuple[AskedSession, ...]:
    """The sessions that have an axis of the radar: those with a score."""
    return tuple(session for session in sessions if session.score is not None)


def offered(facts: Facts) -> tuple[View, ...]:
    """The views that have something to show now, in their order; the sessions always."""
    asking = asking_of(facts)
    views = [View.SESSIONS]
    if LEAST_AXES <= len(axes(asking.sessions)) <= MOST_AXES:
        views.append(View.RADAR)
    themes = theme_sessions(asking.sessions)
    if len(themes) < len(asking.sessions) and axes(themes):
        views.append(View.THEMES)
    asked = breakdowns(asking)
    hides = any(each.hides for each in asked)
    teams = teams_of(asked)
    if teams and len(teams) + hides >= FEWEST_TEAMS:
        views.append(View.TEAMS)
    return tuple(views)


def place_of(facts: Facts) -> Place:
    """What the profile shows now: the sessions' first page where that is offered no more."""
    views = list(View)
    number, page = divmod(max(0, facts.page), PAGES)
    view = views[number] if number < len(views) else View.SESSIONS
    if view not in offered(facts):
        return Place(View.SESSIONS)
    return Place(view, min(page, pages(facts, view) - 1))


def pages(facts: Facts, view: View) -> int:
    """Over how many pages of the wall a view goes; one at least."""
    asking = asking_of(facts)
    if view is View.SESSIONS:
        return max(1, -(-len(asking.sessions) // ROWS))
    if view is View.TEAMS:
        asked = breakdowns(asking)
        names = tuple(teams_of(asked, asking.team_names).values())
        return max(1, len(blocks(len(asked), ROWS)) * len(blocks(len(names), columns(names))))
    return 1


def columns(names: tuple[str, ...]) -> int:
    """How many teams stand side by side: fewer where a name, or a word of one, is long."""
    longest = max((len(name) for name in names), default=0)
    word = max((len(word) for name in names for word in name.split()), default=0)
    fitting = (teams for letters, whole, teams in COLUMNS if word <= letters and longest <= whole)
    return next(fitting, LEAST_COLUMNS)


def blocks(count: int, most: int) -> tuple[tuple[int, int], ...]:
    """`count` things over as few pages as hold them, `most` on each, evenly: (first, behind)."""
    of = -(-count // most)
    edges = [n * count // of for n in range(of + 1)] if of else []
    return tuple(pairwise(edges))


def following_view_page(facts: Facts) -> int | None:
    """What the row keeps for the next page of the view that is shown; None on its last."""
    here = place_of(facts)
    if here.page + 1 < pages(facts, here.view):
        return Place(here.view, here.page + 1).kept
    return None
