"""Anonymity: which teams may be shown apart, so that nobody can be worked out from the rest."""

from __future__ import annotations

from collections.abc import Mapping


def shown_teams(answered: Mapping[str, int], minimum_group: int, others: int = 0) -> list[str]:
    """The teams that may be shown apart, in the order given; empty where only the total may.

    `answered` is how many seats of each team answered, `others` how many without a team did. A
    team is shown where it and all the rest have at least `minimum_group`. Those hidden must
    together have as many, else further teams go with them, smallest first, the later of equals.
    """
    shown = [team for team, seats in answered.items() if seats >= minimum_group]
    total = sum(answered.values()) + others

    def hidden() -> int:
        return total - sum(answered[team] for team in shown)

    while shown and 0 < hidden() < minimum_group:
        shown.remove(min(reversed(shown), key=lambda team: answered[team]))
    return [team for team in shown if total - answered[team] >= minimum_group]
