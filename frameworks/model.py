"""The framework model: what a pack says, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from frameworks.theme import Theme


class ActivityKind(StrEnum):
    """What a session does with its questions."""

    RATE = "rate"
    CHECKLIST = "checklist"
    IDEAS = "ideas"
    STATEMENT = "statement"


class Ask(StrEnum):
    """What a `rate` question asks of the room."""

    PERFORMANCE = "performance"
    IMPORTANCE = "importance"


class Pace(StrEnum):
    """`each`: all steps for every question; `together`: vote through all, then one reveal."""

    EACH = "each"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a framework comes from; `id` is what questions refer to."""

    id: str
    title: str
    author: str
    year: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """The steps a question is answered on, lowest first (2 to 10 labels)."""

    labels: tuple[str, ...]
    dont_know: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One statement or question put to the room."""

    id: str
    short: str
    text: str
    sources: tuple[str, ...]
    look_for: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    must: bool = True


@dataclass(frozen=True, slots=True)
class Activity:
    """What a session does: questions of one kind at one pace, on one scale."""

    id: str
    kind: ActivityKind
    questions: tuple[Question, ...]
    title: str = ""
    ask: tuple[Ask, ...] = (Ask.PERFORMANCE,)
    pace: Pace = Pace.EACH
    scale: Scale | None = None
    max_ideas: int | None = None
    dots: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """One part of the agenda with a theme, a purpose and planned minutes."""

    id: str
    title: str
    theme: Theme
    minutes: int
    purpose: str
    activities: tuple[Activity, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Framework:
    """A published model as a pack."""

    id: str
    version: str
    language: str
    title: str
    summary: str
    minimum_group: int
    sources: tuple[Source, ...]
    scale: Scale
    sessions: tuple[Session, ...]
