"""Prepared: a workshop as Prepare shows it, as frozen values; before the day nothing is secret."""

from __future__ import annotations

from dataclasses import dataclass

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop.facts import WorkshopFacts
from workshop.kinds import ItemKind


@dataclass(frozen=True, slots=True)
class PreparedItem:
    """An agenda item in its place; `questions` that are not left out, of `all_questions`.

    `second` marks a further session of the same theme. `session_key` is its id in the framework.
    `begun`: the day has been there, and what was asked stays.
    """

    id: str
    kind: ItemKind
    title: str
    minutes: int
    purpose: str = ""
    tasks: tuple[str, ...] = ()
    remark: str = ""
    theme: Theme | None = None
    second: bool = False
    session_key: str = ""
    must: bool = True
    left_out: bool = False
    questions: int = 0
    all_questions: int = 0
    begun: bool = False


@dataclass(frozen=True, slots=True)
class PreparedQuestion:
    """A question of a session, in its place; `asked`: a round of it was opened."""

    id: str
    activity_id: str
    key: str
    short: str
    text: str
    scale_labels: tuple[str, ...]
    must: bool
    left_out: bool
    edited: bool
    asked: bool
    look_for: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreparedActivity:
    """An activity of a session with its questions."""

    id: str
    key: str
    kind: str
    title: str
    pace: Pace
    questions: tuple[PreparedQuestion, ...]


@dataclass(frozen=True, slots=True)
class PreparedTeam:
    """A team: its seats' names in order, '' where a seat has none.

    `people` is how many sit there: as many as seats, but where the team votes as one.
    """

    id: str
    name: str
    names: tuple[str, ...]
    people: int = 0

    @property
    def seats(self) -> int:
        """How many seats it has."""
        return len(self.names)


@dataclass(frozen=True, slots=True)
class Prepared:
    """One consistent reading of a workshop for Prepare.

    `begun`: its day has begun, so that framework, teams and ballot stand. `undo` and `redo` are
    act names with their values, as kept in the journal; `open_actions` are those that the review
    of the earlier workshop begins with. `not_led` counts questions that no vote answers.
    """

    workshop: WorkshopFacts
    items: tuple[PreparedItem, ...]
    teams: tuple[PreparedTeam, ...]
    begun: bool
    undo: tuple[str, dict[str, object]] | None
    redo: tuple[str, dict[str, object]] | None
    open_actions: int = 0
    not_led: int = 0

    @property
    def minutes(self) -> int:
        """Minutes of all that is not left out."""
        return sum(item.minutes for item in self.items if not item.left_out)

    @property
    def seats(self) -> int:
        """Seats of all teams."""
        return sum(team.seats for team in self.teams)
