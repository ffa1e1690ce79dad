"""Prepared values made by hand: a day as the picture of Prepare has it, and the largest one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from frameworks.model import Pace
from frameworks.theme import Theme
from workshop.facts import WorkshopFacts
from workshop.kinds import ItemKind
from workshop.prepared import (
    Prepared,
    PreparedActivity,
    PreparedItem,
    PreparedQuestion,
    PreparedTeam,
)

LABELS = ("Hardly ever", "Seldom", "Sometimes", "Mostly", "Every time")


def item(kind: ItemKind, title: str, minutes: int, **more: object) -> PreparedItem:
    made = PreparedItem(id=title.casefold(), kind=kind, title=title, minutes=minutes)
    return replace(made, **more)  # type: ignore[arg-type] # a test's own fields


def session(title: str, theme: Theme, questions: int, minutes: int, **more: object) -> PreparedItem:
    fields: dict[str, object] = {
        "theme": theme,
        "session_key": title.casefold(),
        "questions": questions,
        "all_questions": questions,
        "purpose": f"See what {title} asks of us.",
    }
    return item(ItemKind.SESSION, title, minutes, **(fields | more))


def sample_items() -> tuple[PreparedItem, ...]:
    return (
        item(ItemKind.OPENING, "Opening", 10),
        session("Vision", Theme.VISION, 4, 35),
        session("Strategy", Theme.STRATEGY, 5, 45),
        item(ItemKind.BREAK, "Break", 15),
        session("Structure", Theme.STRUCTURE, 4, 35),
        session("Technology", Theme.TECHNOLOGY, 3, 25),
        session("People", Theme.PEOPLE, 4, 35),
        item(ItemKind.READ_BACK, "What we will do", 30),
    )


def prepared(
    items: tuple[PreparedItem, ...] | None = None,
    *,
    framework_id: str = "service-culture",
    framework: str = "Service culture in five sessions",
    ends_at: int | None = 13 * 60,
    begun: bool = False,
) -> Prepared:
    workshop = WorkshopFacts(
        id="w",
        title="Service review, autumn",
        organisation="Harbour Street Clinic",
        held_on=date(2025, 10, 9),
        starts_at=9 * 60,
        language="en",
        purpose="",
        promise="",
        ground_rules=(),
        minimum_group=5,
        framework=framework,
        rehearsal=False,
        ends_at=ends_at,
        framework_id=framework_id,
        framework_version="1.0",
    )
    return Prepared(
        workshop=workshop,
        items=sample_items() if items is None else items,
        teams=(PreparedTeam("t", "Front desk", ("",) * 8, 8),),
        begun=begun,
        undo=None,
        redo=None,
    )


def question(n: int, activity_id: str = "a0", **more: object) -> PreparedQuestion:
    made = PreparedQuestion(
        id=f"{activity_id}-q{n}",
        activity_id=activity_id,
        key=f"q{n}",
        short=f"Short {n}",
        text=f"We do what number {n} says, every time and with a good word.",
        scale_labels=LABELS,
        must=True,
        left_out=False,
        edited=False,
        asked=False,
        look_for=("A name", "A date"),
        prompts=("What would a guest say?",),
        sources=("dezieck",),
    )
    return replace(made, **more)  # type: ignore[arg-type] # a test's own fields


def activity(
    questions: int, place: int = 0, pace: Pace = Pace.EACH, title: str = ""
) -> PreparedActivity:
    name = f"a{place}"
    asked = tuple(question(n, name) for n in range(questions))
    return PreparedActivity(name, f"key{place}", "rate", title, pace, asked)
