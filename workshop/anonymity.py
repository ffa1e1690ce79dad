"""Anonymity: which teams may be shown apart, so that nobody can be worked out from the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set


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


def shown_apart(counts: Mapping[str, Mapping[int, int]], minimum_group: int) -> list[str]:
    """The teams of a secret round that may be shown apart, so that no hidden answer follows.

    `counts` are how often each answer came, by team; '' are those without a team. Of the teams
    that `shown_teams` allows, the largest is taken out of the total first. It goes on only while
    the counts of all still together rule out that those who would stay hidden all answered
    alike, so each choice follows from what is shown anyway and tells nothing more
    (simulatable auditing: Kenthapadi, Mishra & Nissim 2005). Where all have answered alike, or
    nearly, only the total may be shown.
    """
    answered = {team: sum(each.values()) for team, each in counts.items() if team}
    together: Counter[int] = sum((Counter(each) for each in counts.values()), Counter())
    others = sum(counts.get("", {}).values())
    allowed = shown_teams(answered, minimum_group, others)
    if together.total() == sum(answered[team] for team in allowed):
        return allowed
    shown = set()
    for team in sorted(allowed, key=lambda team: -answered[team]):
        if max(together.values()) >= together.total() - answered[team]:
            break
        together -= Counter(counts[team])
        shown.add(team)
    return [team for team in allowed if team in shown]


def tells_by_difference(before: Set[str], now: Set[str], minimum_group: int) -> bool:
    """Whether a team shown in two rounds on one question would tell what a few seats answered.

    `before` and `now` are its seats in the two rounds: fewer than `minimum_group` came or went.
    If the others said the same again, the difference is what these few said.
    """
    return 0 < len(before ^ now) < minimum_group
