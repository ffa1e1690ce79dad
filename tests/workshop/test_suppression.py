"""Suppression: from what is kept of a secret round no hidden answer follows, tried on all rooms.

An onlooker is meant who knows the rule, who sat in which team, who voted and who came late, and
every row that is kept; only the answers are unknown. A room is a distribution of answers for each
team. Rooms of which the same is kept cannot be told apart: a hidden person's answer follows if it
is the same in all of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.anonymity import RoundBefore, never_apart, shown_apart, shown_teams
from workshop.sealing import REST, kept_groups

Answers = tuple[int, ...]
"""The answers of a team, sorted."""
Room = tuple[Answers, ...]
Kept = tuple[tuple[str, Answers], ...]
NAMES = "ABCD"


@cache
def distributions(size: int, answers: int) -> tuple[Answers, ...]:
    return tuple(combinations_with_replacement(range(answers), size))


def rooms(sizes: Sequence[int], answers: int) -> Iterator[Room]:
    return product(*(distributions(size, answers) for size in sizes))


def by_team(room: Room) -> dict[str, Counter[int]]:
    return {name: Counter(team) for name, team in zip(NAMES, room, strict=False) if team}


def kept(room: Room, minimum: int) -> Kept:
    return plain(kept_groups({}, by_team(room), minimum))


def plain(groups: Mapping[str, Mapping[int, int]]) -> Kept:
    return tuple((name, tuple(sorted(Counter(groups[name]).elements()))) for name in sorted(groups))


def total(shown: Kept) -> set[int]:
    return {answer for _, answers in shown for answer in answers}


def told(classes: Mapping[Kept, Sequence[Room]], sizes: Sequence[int]) -> list[tuple[Kept, int]]:
    """Every team of which somebody's answer follows although the team is hidden."""
    found = []
    for shown, alike in classes.items():
        apart = {name for name, _ in shown if name != REST}
        for place, size in enumerate(sizes):
            possible = {answer for room in alike for answer in room[place]}
            if size and NAMES[place] not in apart and len(possible) < 2 <= len(total(shown)):
                found.append((shown, place))
    return found


def sizes_of(teams: int, most: int) -> Iterator[tuple[int, ...]]:
    return combinations_with_replacement(range(1, most + 1), teams)


@pytest.mark.parametrize(
    ("teams", "most", "answers"), [(2, 8, 2), (2, 6, 3), (3, 8, 2), (3, 4, 3), (4, 4, 2)]
)
def test_no_hidden_answer_follows_from_what_one_close_keeps(
    teams: int, most: int, answers: int
) -> None:
    for sizes in sizes_of(teams, most):
        for minimum in (3, 4, 5):
            classes: defaultdict[Kept, list[Room]] = defaultdict(list)
            for room in rooms(sizes, answers):
                classes[kept(room, minimum)].append(room)
            assert told(classes, sizes) == [], (sizes, minimum)


def test_no_hidden_answer_follows_in_a_room_of_four_larger_teams() -> None:
    for sizes in ((8, 6, 3, 2), (8, 7, 2, 1), (6, 6, 4, 1), (7, 5, 5, 1)):
        classes: defaultdict[Kept, list[Room]] = defaultdict(list)
        for room in rooms(sizes, 2):
            classes[kept(room, 5)].append(room)
        assert told(classes, sizes) == [], sizes
        assert any(name != REST for shown in classes for name, _ in shown)


def test_the_search_finds_what_hiding_by_size_alone_would_tell() -> None:
    sizes, found = (5, 3, 2), 0
    classes: defaultdict[Kept, list[Room]] = defaultdict(list)
    for room in rooms(sizes, 2):
        counts = by_team(room)
        apart = shown_teams({name: each.total() for name, each in counts.items()}, 5)
        groups: defaultdict[str, Counter[int]] = defaultdict(Counter)
        for name, answers in counts.items():
            groups[name if name in apart else REST].update(answers)
        classes[plain(groups)].append(room)
    found = len(told(classes, sizes))
    # The five hidden ones all said the same, and the team that is shown did not.
    assert found > 0


def test_the_search_finds_what_hiding_only_the_unanimous_would_tell() -> None:
    sizes = (5, 3, 2)
    classes: defaultdict[Kept, list[Room]] = defaultdict(list)
    for room in rooms(sizes, 2):
        hidden = set(room[1] + room[2])
        shown = kept(room, 99) if len(hidden) == 1 else plain(by_size(room, "A"))
        classes[shown].append(room)
    # Six said one thing and four another, and nothing is shown: so the hidden five agreed.
    assert told(classes, sizes)


def by_size(room: Room, apart: str) -> dict[str, Counter[int]]:
    groups: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for name, answers in by_team(room).items():
        groups[name if name in apart else REST].update(answers)
    return groups


Late = tuple[Room, Room]


def late_rooms(
    first: Sequence[int], late: Sequence[int], minimum: int
) -> Iterator[tuple[Late, Kept, Kept]]:
    """All rooms of two closes, with what is kept after the first and after the second."""
    for before in rooms(first, 2):
        earlier = kept_groups({}, by_team(before), minimum)
        for after in rooms(late, 2):
            both = kept_groups(earlier, by_team(after), minimum)
            yield (before, after), plain(earlier), plain(both)


SPLITS = [
    ((5, 3, 2), (1, 0, 0)),
    ((5, 3, 2), (0, 1, 1)),
    ((5, 5), (1, 0)),
    ((5, 5), (3, 3)),
    ((3, 2, 2, 1), (1, 0, 0, 0)),
    ((6, 1), (0, 5)),
    ((0, 5), (5, 0)),
    ((5, 4), (0, 1)),
]


@pytest.mark.parametrize(("first", "late"), SPLITS)
@pytest.mark.parametrize("minimum", [3, 5])
def test_no_answer_follows_once_late_votes_are_added(
    first: tuple[int, ...], late: tuple[int, ...], minimum: int
) -> None:
    classes: defaultdict[Kept, list[Room]] = defaultdict(list)
    for (before, after), _, both in late_rooms(first, late, minimum):
        assert [name for name, _ in both] == [REST]
        classes[both].append(before + after)
    # Nobody is shown apart, neither those who came first nor the late ones.
    for shown, alike in classes.items():
        for place, size in enumerate(first + late):
            possible = {answer for room in alike for answer in room[place]}
            assert not size or len(possible) == 2 or len(total(shown)) == 1


@pytest.mark.parametrize(("first", "late"), SPLITS)
def test_who_kept_a_copy_from_between_two_closes_learns_the_late_votes_in_total_only(
    first: tuple[int, ...], late: tuple[int, ...]
) -> None:
    seen: defaultdict[tuple[Kept, Kept], set[Late]] = defaultdict(set)
    for room, earlier, both in late_rooms(first, late, 5):
        seen[earlier, both].add(room)
    for (earlier, _), alike in seen.items():
        # Of the first ones no more than the first close told, whoever they are.
        befores = {before for before, _ in alike}
        assert befores == {room for room in rooms(first, 2) if kept(room, 5) == earlier}
        # Of the late ones every way to share their total among their teams.
        afters = {after for _, after in alike}
        (together,) = {tuple(sorted(sum(after, ()))) for after in afters}
        every = {room for room in rooms(late, 2) if tuple(sorted(sum(room, ()))) == together}
        assert afters == every


Change = tuple[int, int]
"""How many of a team went before the later round, and how many came."""


def two_rounds(
    sizes: Sequence[int], changes: Sequence[Change], minimum: int, *, hiding: bool
) -> Iterator[tuple[Room, Room, Kept, Kept]]:
    """All rooms of two rounds in which who is in both answers alike, with what is kept of each.

    Answers them as those who are in both or went, by team, and those who came.
    """
    seats = {
        name: {f"{name}{n}" for n in range(size)} for name, size in zip(NAMES, sizes, strict=False)
    }
    later = {
        name: {f"{name}{n}" for n in range(gone, size + came)}
        for (name, size), (gone, came) in zip(zip(NAMES, sizes, strict=False), changes, strict=True)
    }
    answered = {name: len(each) for name, each in later.items()}
    for before in product(*(product(range(2), repeat=size) for size in sizes)):
        first = kept_groups({}, by_team(before), minimum)
        earlier = [RoundBefore(seats, first)] if hiding else []
        barred = never_apart(earlier, later, answered, minimum)
        for came in rooms([each[1] for each in changes], 2):
            after = tuple(before[n][gone:] + came[n] for n, (gone, _) in enumerate(changes))
            second = kept_groups({}, by_team(after), minimum, barred)
            yield before, came, plain(first), plain(second)


CHANGES: list[tuple[Change, ...]] = [
    ((0, 0), (0, 0), (0, 0)),
    ((0, 1), (0, 0), (0, 0)),
    ((0, 0), (0, 1), (0, 0)),
    ((0, 0), (0, 0), (0, 2)),
    ((1, 0), (0, 0), (0, 0)),
    ((1, 1), (0, 0), (0, 0)),
    ((0, 1), (1, 0), (0, 1)),
    ((0, 2), (0, 1), (0, 0)),
]


def told_by_teams(
    sizes: Sequence[int], changes: Sequence[Change], *, hiding: bool
) -> list[tuple[Kept, Kept]]:
    """What is kept of two rounds where the teams tell of a few what the totals do not."""
    by_both: defaultdict[tuple[Kept, Kept], list[tuple[Room, Room]]] = defaultdict(list)
    by_totals: defaultdict[tuple[Kept, Answers], list[tuple[Room, Room]]] = defaultdict(list)
    for before, came, first, second in two_rounds(sizes, changes, 3, hiding=hiding):
        by_both[first, second].append((before, came))
        by_totals[first, everybody(second)].append((before, came))
    found = []
    for (first, second), worlds in by_both.items():
        alike = by_totals[first, everybody(second)]
        for place, few in product(range(len(sizes)), (who_came, who_went)):
            told_by_both = {few(world, place, changes) for world in worlds}
            told_by_totals = {few(world, place, changes) for world in alike}
            if len(told_by_both) == 1 < len(told_by_totals):
                found.append((first, second))
    return found


def everybody(shown: Kept) -> Answers:
    return tuple(sorted(answer for _, each in shown for answer in each))


@pytest.mark.parametrize("changes", CHANGES)
@pytest.mark.parametrize("sizes", [(3, 3), (4, 3), (3, 3, 1), (4, 2, 2)])
def test_what_two_rounds_keep_by_team_tells_of_a_few_no_more_than_their_totals(
    sizes: tuple[int, ...], changes: tuple[Change, ...]
) -> None:
    assert told_by_teams(sizes, changes[: len(sizes)], hiding=True) == []


def test_the_search_finds_what_two_rounds_by_team_would_tell() -> None:
    assert told_by_teams((3, 3), ((0, 2), (0, 1)), hiding=False)


def who_came(world: tuple[Room, Room], place: int, _changes: Sequence[Change]) -> Answers:
    return world[1][place]


def who_went(world: tuple[Room, Room], place: int, changes: Sequence[Change]) -> Answers:
    return world[0][place][: changes[place][0]]


counts = st.dictionaries(
    st.sampled_from("ABCDEF"),
    st.dictionaries(st.integers(0, 5), st.integers(1, 6), min_size=1),
    min_size=1,
)


@given(counts, st.dictionaries(st.integers(0, 5), st.integers(1, 6)), st.integers(3, 6))
def test_nothing_is_lost_and_who_is_hidden_has_company_of_another_opinion(
    teams: dict[str, dict[int, int]], roomwide: dict[int, int], minimum: int
) -> None:
    given_counts = teams | ({"": roomwide} if roomwide else {})
    groups = kept_groups({}, given_counts, minimum)
    assert sum((Counter(each) for each in groups.values()), Counter()) == sum(
        (Counter(each) for each in given_counts.values()), Counter()
    )
    sizes = {team: sum(each.values()) for team, each in teams.items()}
    shown = shown_apart(given_counts, minimum)
    assert set(shown) <= set(shown_teams(sizes, minimum, sum(roomwide.values())))
    assert set(groups) - {REST} == set(shown)
    hidden = groups.get(REST, {})
    if shown and hidden:
        assert sum(hidden.values()) >= minimum
        assert len(hidden) >= 2


def test_a_room_of_large_teams_is_shown_apart_whatever_they_said() -> None:
    assert shown_apart({"A": {3: 6}, "B": {3: 5}, "C": {1: 5}}, 5) == ["A", "B", "C"]


def test_a_usual_room_with_a_small_team_still_shows_the_large_ones() -> None:
    room = {
        "Nursing": {2: 1, 3: 4, 4: 3},
        "Desk": {2: 2, 3: 2, 4: 2, 5: 1},
        "Doctors": {1: 1, 3: 3, 4: 2},
        "Cleaning": {0: 1, 2: 2},
    }
    assert shown_apart(room, 5) == ["Nursing", "Desk"]


def test_of_a_nearly_unanimous_room_with_a_small_team_only_the_total_is_shown() -> None:
    assert shown_apart({"A": {4: 8}, "B": {4: 3, 2: 1}, "C": {4: 2}}, 5) == []
