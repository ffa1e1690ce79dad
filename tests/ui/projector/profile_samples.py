"""Profile samples: radar and heat map as an ordinary day has them, empty, and extreme."""

from __future__ import annotations

from dataclasses import replace

from frameworks.theme import Theme
from tests.ui.projector.repeat_samples import PROFILE
from tests.ui.projector.sample_parts import ARABIC, EMOJI, LONG_NAME, RIGHT_TO_LEFT
from workshop.day_charts import HeatCell, HeatRow
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.scenes import Scene

LABELS = PROFILE.labels
STEPS = 5
HIDDEN = HeatCell(None, None, "", 0, hidden=True)
NOBODY = HeatCell(None, None, "–", 0)


def cell(median: float, steps: int = STEPS) -> HeatCell:
    """A cell with this median."""
    return HeatCell(median, (median - 1) / (steps - 1), f"{median:g}", 6)


def row(theme: Theme, name: str, *medians: float | HeatCell, second: bool = False) -> HeatRow:
    """A question; the last of `medians` is that of the whole room."""
    cells = tuple(each if isinstance(each, HeatCell) else cell(each) for each in medians)
    session = theme.value.capitalize()
    return HeatRow(name, theme, second, session, name, cells[:-1], cells[-1])


RADAR = RadarScene(
    title="Where we stand",
    topic="Service review, autumn",
    ends="1 low, 5 high",
    axes=PROFILE.rows,
    labels=LABELS,
    now="Today",
    then="Last time",
    foot="",
)
HEAT_MAP = HeatMapScene(
    title="Where we stand",
    topic="Service review, autumn",
    place="Page 1 of 3",
    heading="The teams differ most on waiting",
    teams=("Front desk", "Nursing", "Back office"),
    whole="All",
    rows=(
        row(Theme.VISION, "Promise", 3, 4, 3.5, 3.5),
        row(Theme.VISION, "Leaders show it", 3, 3, 2, 3),
        row(Theme.STRATEGY, "Reliability", 4, 4, 3, 4),
        row(Theme.STRATEGY, "Surprise", 2, 2, 1.5, 2),
        row(Theme.STRATEGY, "Recovery", 4, 4, NOBODY, 4),
        row(Theme.STRATEGY, "Waiting", 1, 4.5, 2, 2),
        row(Theme.PEOPLE, "Room to act", 2.5, 3, HIDDEN, 3),
        row(Theme.PEOPLE, "Recognition", 5, 4, 3, 4),
    ),
    steps=STEPS,
    ends=("1: Hardly ever", "5: Every time"),
    foot="Numbers: medians. –: no answers. Hatched: a team under 5 votes, or hidden with one.",
)

ORDINARY: dict[str, Scene] = {
    "radar of a repeat": RADAR,
    "radar": replace(
        RADAR,
        axes=tuple(replace(each, earlier=None) for each in PROFILE.rows),
        then="",
        foot="1 session has no score",
    ),
    "heat map": HEAT_MAP,
    "heat map of two teams": replace(
        HEAT_MAP,
        teams=HEAT_MAP.teams[:2],
        rows=tuple(replace(each, cells=each.cells[:2]) for each in HEAT_MAP.rows[:4]),
        place="",
        foot="Numbers: medians. Teams under 5 votes are never shown apart.",
    ),
}

EMPTY: dict[str, Scene] = {
    "radar of three alike": RadarScene(
        "", "", "",
        tuple(
            replace(each, score=1.0, score_text="1.0", earlier=None) for each in PROFILE.rows[:3]
        ),
        (), "Today", "", "",
    ),
    "heat map of one question": HeatMapScene(
        "", "", "", "What the teams said", ("A",), "All",
        (row(Theme.VISION, "B", NOBODY, NOBODY),), 2, ("", ""), "",
    ),
}  # fmt: skip

_NAMES = (LONG_NAME, RIGHT_TO_LEFT, ARABIC, EMOJI, "Reception, telephones, bookings")
_SHORTS = ("Recovery when it goes wrong!", RIGHT_TO_LEFT, "Surprise", ARABIC) * 2
_MEDIANS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0)

EXTREME: dict[str, Scene] = {
    "radar of 8": replace(
        RADAR,
        topic="Service review of the autumn and the winter that follow",
        axes=tuple(
            replace(each, name=name, second=n > 4, earlier=None if n == 2 else 5.0 - n / 2)
            for n, (each, name) in enumerate(
                zip(
                    (*PROFILE.rows, *PROFILE.rows[:3]),
                    ("Business processes and people", RIGHT_TO_LEFT, ARABIC, EMOJI) * 2,
                    strict=True,
                )
            )
        ),
        foot="12 sessions have no score",
    ),
    "radar of 7 on ten steps": replace(
        RADAR,
        ends="1 low, 10 high",
        axes=tuple(
            replace(each, name="Business processes and people", score=10.0, score_text="10.0")
            for each in (*PROFILE.rows, *PROFILE.rows[:2])
        ),
        labels=("Step",) * 10,
    ),
    "heat map of long names": replace(
        HEAT_MAP,
        heading="The teams differ most on recovery when it goes wrong and on how we say it",
        place="Page 12 of 36",
        teams=_NAMES,
        rows=tuple(
            row(
                list(Theme)[n % 5],
                name,
                *(_MEDIANS[(n + m) % 9] if (n + m) % 7 else HIDDEN for m in range(6)),
                second=n % 2 == 1,
            )
            for n, name in enumerate(_SHORTS)
        ),
        ends=("1: Unhesitatingly, always so", "5: Only when someone reminds us"),
        foot=HEAT_MAP.foot + " Without questions on another scale.",
    ),
    "heat map of eight teams": replace(
        HEAT_MAP,
        teams=tuple(f"Ward {n} and surgery" for n in range(1, 9)),
        rows=tuple(
            row(list(Theme)[n % 5], name, *(_MEDIANS[(2 * n + m) % 9] for m in range(9)))
            for n, name in enumerate(_SHORTS)
        ),
    ),
}
