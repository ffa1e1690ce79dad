"""How long a state machine of days plays, and what its failure may cost."""

from __future__ import annotations

from hypothesis import Phase, settings

QUICK_TO_FAIL = (Phase.explicit, Phase.generate)
THOROUGH = 25


def play(examples: int, steps: int) -> settings:
    """So many days of so many steps each; `--thorough` plays THOROUGH times as many.

    A failure is told as it was found: to shorten a day that is led in a real library takes
    minutes, which only `--thorough` spends.
    """
    thorough = settings.get_current_profile_name() == "thorough"
    return settings(
        max_examples=examples * (THOROUGH if thorough else 1),
        stateful_step_count=steps,
        deadline=None,
        phases=settings().phases if thorough else QUICK_TO_FAIL,
    )
