"""Ballots on paper in a real library: they add up, all or nothing, and never beyond the seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.days import Day, another_day, begin_day
from workshop.creation import NewTeam
from workshop.errors import RefusedVote
from workshop.kinds import Way
from workshop.paper_texts import Fault
from workshop.paper_votes import TakenIn
from workshop.steps import State
from workshop.words import Words

WORDS = Words("en")
HEAD = "question,team,seat,answer\n"


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A day with a vote open: a front desk of three, nursing of four."""
    made = begin_day(tmp_path)
    made.reach(State.OPEN)
    yield made
    made.library.close()


def round_of(day: Day) -> str:
    facts = day.live.facts()
    assert facts.round is not None
    return facts.round.id


def team(day: Day, name: str) -> str:
    return next(each.id for each in day.live.facts().teams if each.name == name)


def ballots(day: Day, lines: str) -> TakenIn | tuple[Fault, ...]:
    return day.live.paper.take_file((HEAD + lines).encode())


def taken(day: Day, lines: str) -> TakenIn:
    made = ballots(day, lines)
    assert isinstance(made, TakenIn), [each.cause(WORDS) for each in made]
    return made


def causes(day: Day, lines: str) -> list[tuple[int, str]]:
    made = ballots(day, lines)
    assert not isinstance(made, TakenIn)
    return [(each.line, each.cause(WORDS)) for each in made]


def on_paper(day: Day, name: str) -> dict[int, int]:
    return day.live.voting.tally(round_of(day), team(day, name), Way.PAPER)


def votes_in(day: Day) -> int:
    facts = day.live.facts()
    assert facts.round is not None
    return facts.round.votes_in


def secret_day(folder: Path) -> Day:
    """The same day, its ballots secret, with a vote open."""
    made = begin_day(folder)
    with made.library.writing() as writing:
        writing.connection.execute(text("UPDATE workshop SET ballot = 'secret'"))
    made.reach(State.OPEN)
    return made


# --- Typed ballots ------------------------------------------------------------------------------


def test_typed_ballots_of_a_team_add_up(day: Day) -> None:
    nursing = team(day, "Nursing")
    for answer in (4, 4, 0):
        day.live.paper.take_ballot(nursing, {round_of(day): answer})
    assert on_paper(day, "Nursing") == {4: 2, 0: 1}
    nursing_now = next(each for each in day.live.facts().teams if each.id == nursing)
    assert nursing_now.by_way == ((Way.PAPER, 3),)
    assert day.live.paper.room().open[0].on_paper == 3


def test_a_ballot_without_a_team_counts_for_the_whole_room(day: Day) -> None:
    day.live.paper.take_ballot("", {round_of(day): 2})
    assert day.live.facts().whole_room == ((Way.PAPER, 1),)


def test_a_ballot_beside_hands_leaves_the_hands_alone(day: Day) -> None:
    nursing = team(day, "Nursing")
    day.live.voting.put_tally(round_of(day), nursing, {1: 2})
    day.live.paper.take_ballot(nursing, {round_of(day): 5})
    assert day.live.voting.tally(round_of(day), nursing) == {1: 2}
    assert on_paper(day, "Nursing") == {5: 1}


def test_a_ballot_beyond_the_seats_is_refused_in_words(day: Day) -> None:
    desk = team(day, "Front desk")
    for _ in range(3):
        day.live.paper.take_ballot(desk, {round_of(day): 3})
    with pytest.raises(RefusedVote) as refused:
        day.live.paper.take_ballot(desk, {round_of(day): 3})
    assert refused.value.sentence(WORDS) == (
        "Front desk has no seat still out for this ballot on “Short 0.0”. "
        "Choose another team, or lower the tally of hands."
    )
    for _ in range(4):
        day.live.paper.take_ballot("", {round_of(day): 3})
    with pytest.raises(RefusedVote, match="No seat is still out"):
        day.live.paper.take_ballot("", {round_of(day): 3})
    assert votes_in(day) == 7


def test_a_ballot_without_an_answer_is_no_ballot(day: Day) -> None:
    with pytest.raises(RefusedVote, match="no answer yet"):
        day.live.paper.take_ballot(team(day, "Nursing"), {})


def test_an_answer_off_the_scale_is_refused(day: Day) -> None:
    with pytest.raises(RefusedVote, match="6 is not an answer"):
        day.live.paper.take_ballot(team(day, "Nursing"), {round_of(day): 6})
    assert votes_in(day) == 0


def test_a_closed_round_takes_no_ballot_and_gives_none_back(day: Day) -> None:
    nursing, round_id = team(day, "Nursing"), round_of(day)
    made = day.live.paper.take_ballot(nursing, {round_id: 3})
    day.live.facilitation.next()
    for act in (
        lambda: day.live.paper.take_ballot(nursing, {round_id: 3}),
        lambda: day.live.paper.take_back(made),
    ):
        with pytest.raises(RefusedVote, match="This vote is closed"):
            act()
    assert votes_in(day) == 1
    assert next(each for each in day.live.paper.room().questions if each.over).number == 1


def test_a_ballot_can_be_taken_back_once(day: Day) -> None:
    nursing = team(day, "Nursing")
    day.live.paper.take_ballot(nursing, {round_of(day): 4})
    made = day.live.paper.take_ballot(nursing, {round_of(day): 5})
    day.live.paper.take_back(made)
    assert on_paper(day, "Nursing") == {4: 1}
    with pytest.raises(RefusedVote, match="not in the vote any more"):
        day.live.paper.take_back(made)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.lists(
        st.tuples(st.sampled_from(["Front desk", "Nursing", ""]), st.integers(0, 5)), max_size=12
    ),
    back=st.lists(st.integers(0, 11), max_size=4),
)
def test_ballots_and_what_is_taken_back_always_add_up(
    day: Day, typed: list[tuple[str, int]], back: list[int]
) -> None:
    round_id = round_of(day)
    kept: list[tuple[str, int, TakenIn]] = []
    for name, answer in typed:
        group = team(day, name) if name else ""
        fits = Counter(each[0] for each in kept)
        full = len(kept) == 7 or fits[group] == {"Front desk": 3, "Nursing": 4, "": 7}[name]
        try:
            kept.append((group, answer, day.live.paper.take_ballot(group, {round_id: answer})))
        except RefusedVote:
            assert full
    for place in back:
        if place < len(kept):
            day.live.paper.take_back(kept.pop(place)[2])
    expected: dict[str, Counter[int]] = {}
    for group, answer, _ in kept:
        expected.setdefault(group, Counter())[answer] += 1
    for group in ("", team(day, "Nursing"), team(day, "Front desk")):
        assert day.live.voting.tally(round_id, group, Way.PAPER) == expected.get(group, {})
    assert votes_in(day) == len(kept) <= 7
    for *_, made in kept:
        day.live.paper.take_back(made)
    assert votes_in(day) == 0


# --- Files --------------------------------------------------------------------------------------


def test_a_file_keeps_named_seats_as_their_votes_and_the_others_as_a_tally(day: Day) -> None:
    made = taken(day, "1,Nursing,2,5\n1,Nursing,,4\n1,Nursing,,4\n1,Front desk,,1\n")
    assert (made.votes, made.seats, made.can_go_back) == (4, 1, False)
    assert on_paper(day, "Nursing") == {4: 2}
    nursing = next(each for each in day.live.facts().teams if each.name == "Nursing")
    assert [seat.voted for seat in nursing.everyone] == [False, True, False, False]
    assert nursing.by_way == ((Way.PAPER, 3),)


def test_a_file_with_one_fault_leaves_nothing_behind(day: Day) -> None:
    commits = day.library.commits
    assert causes(day, "1,Nursing,2,5\n1,Nursing,,4\n1,Nursin,,4\n") == [
        (4, "“Nursin” is no team of this workshop.")
    ]
    assert votes_in(day) == 0
    assert day.library.commits == commits


def test_a_file_for_a_question_ahead_says_that_its_vote_is_not_open(day: Day) -> None:
    assert causes(day, "1,Nursing,,4\n2,Nursing,,4\n") == [
        (3, "The vote on “Short 0.1” is not open yet.")
    ]


def test_a_file_beyond_the_seats_is_refused_whole(day: Day) -> None:
    day.live.voting.put_tally(round_of(day), team(day, "Nursing"), {1: 3})
    assert causes(day, "1,Nursing,,4\n1,Nursing,1,4\n") == [
        (3, "Nursing has no seat still out for this ballot on “Short 0.0”.")
    ]
    assert on_paper(day, "Nursing") == {}


def test_paper_does_not_overwrite_what_a_seat_voted_itself(day: Day) -> None:
    seat = next(each for each in day.live.facts().teams if each.name == "Nursing").everyone[1]
    day.cast((round_of(day), seat.id, 1))
    assert causes(day, "1,Nursing,2,5\n") == [
        (2, "Seat 2 of Nursing has already voted on “Short 0.0” at the screen.")
    ]


def test_the_same_file_twice_counts_once(day: Day) -> None:
    made = taken(day, "1,Nursing,,4\n")
    assert causes(day, "1,Nursing,,4\n") == [(0, "This file was taken in already.")]
    day.live.paper.take_back(made)
    assert votes_in(day) == 0
    taken(day, "1,Nursing,,4\n")
    assert on_paper(day, "Nursing") == {4: 1}


def test_a_corrected_file_of_named_seats_replaces_their_answers(day: Day) -> None:
    taken(day, "1,Nursing,1,4\n1,Nursing,2,4\n")
    taken(day, "1,Nursing,1,2\n1,Nursing,2,4\n")
    assert votes_in(day) == 2
    day.live.facilitation.next()
    day.live.facilitation.next()
    assert result(day) == (0, 1, 0, 1, 0)


def result(day: Day) -> tuple[int, ...]:
    facts = day.live.facts()
    assert facts.round is not None
    assert facts.round.result is not None
    return facts.round.result.counts


def test_another_workshops_rounds_take_none_of_it(day: Day) -> None:
    other = another_day(day.library, day.clock, teams=(NewTeam("Nursing", 5),))
    other.reach(State.OPEN)
    taken(other, "1,Nursing,5,3\n")
    assert votes_in(other) == 1
    assert votes_in(day) == 0


# --- Secret ballots -----------------------------------------------------------------------------


def test_paper_counts_in_a_secret_ballot_and_its_seats_are_parted_from_it(tmp_path: Path) -> None:
    day = secret_day(tmp_path)
    taken(day, "1,Nursing,1,5\n1,Nursing,2,5\n1,Nursing,,4\n1,Front desk,,4\n1,Front desk,1,4\n")
    assert votes_in(day) == 5
    assert causes(day, "1,Nursing,1,2\n") == [
        (2, "Seat 1 of Nursing has already voted on “Short 0.0”.")
    ]
    with day.library.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM vote")).scalar_one() == 0
    day.live.facilitation.next()
    day.live.facilitation.next()
    assert result(day) == (0, 0, 0, 3, 2)
    assert [each for team in day.live.facts().teams for each in team.by_way] == []
    day.library.close()


def test_a_typed_ballot_can_be_taken_back_in_a_secret_ballot(tmp_path: Path) -> None:
    day = secret_day(tmp_path)
    made = day.live.paper.take_ballot(team(day, "Nursing"), {round_of(day): 4})
    assert votes_in(day) == 1
    day.live.paper.take_back(made)
    assert votes_in(day) == 0
    day.library.close()
