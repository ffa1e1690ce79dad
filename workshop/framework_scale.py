"""Framework scale: what the questions of an activity are answered on (pure)."""

from __future__ import annotations

from frameworks.model import Activity, ActivityKind, Framework, Scale
from workshop.words import Words, mark

CHECKLIST_LABELS = (mark("No"), mark("Partly"), mark("Yes"))


def scale_of(activity: Activity, framework: Framework) -> Scale:
    """What the questions of an activity are answered on; a checklist in the pack's language."""
    if activity.kind is ActivityKind.CHECKLIST:
        say = Words(framework.language).say
        return Scale(tuple(say(label) for label in CHECKLIST_LABELS))
    return activity.scale or framework.scale
