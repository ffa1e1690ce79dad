"""Anonymity: which teams may be shown apart, so that nobody can be worked out from the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import NamedTuple


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


class RoundBefore(NamedTuple):
    """An earlier secret round on the same question: its seats, and the counts that were kept."""

    seats: Mapping[str, Set[str]]
    counts: Mapping[str, Mapping[int, int]]


def never_apart(
    before: Iterable[RoundBefore],
    seats: Mapping[str, Set[str]],
    answered: Mapping[str, int],
    minimum_group: int,
) -> set[str]:
    """The teams that a later round may not show apart, whatever they answered.

    `seats` are those of each team now, `answered` how many of them answered. If those who were
    there already said the same again, two rounds beside each other would tell by difference what
    a few said: those who came or went, those who had not answered, or those with whom a team was
    hidden that is now shown. One team alone is not hidden: it is what is left of the total, so
    the smallest other goes with it.
    """
    found: set[str] = set()
    for earlier in before:
        for team in answered:
            few = 0 < len(earlier.seats.get(team, set()) ^ seats.get(team, set())) < minimum_group
            answers = sum(earlier.counts.get(team, {}).values())
            more = 0 < abs(answers - answered[team]) < minimum_group
            if earlier.counts and (team not in earlier.counts or few or more):
                found.add(team)
    if len(found) == 1:
        others = sorted((team for team in answered if team not in found), key=answered.__getitem__)
        found.update(others[:1])
    return found
