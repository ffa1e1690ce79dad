"""Agreement: what must hold for any votes, and the rules that the reference cases leave open."""

from __future__ import annotations

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.agreement import (
    AgreementWord,
    Camp,
    best_cut,
    cuts,
    describe,
    leik_agreement,
    mean,
    median,
    quartiles,
    standard_deviation,
    tastle_wierman,
    van_der_eijk,
)

any_counts = st.lists(st.integers(0, 30), min_size=2, max_size=10)
some_votes = any_counts.filter(any)
few_counts = st.lists(st.integers(0, 6), min_size=2, max_size=10)


def votes_of(counts: list[int]) -> list[int]:
    return [step for step, count in enumerate(counts, 1) for _ in range(count)]


def counts_of(votes: list[int], steps: int) -> list[int]:
    return [votes.count(step) for step in range(1, steps + 1)]


@given(any_counts)
def test_any_votes_can_be_described(counts: list[int]) -> None:
    described = describe(counts)
    assert (described.word is None) == (sum(counts) < 5)
    assert (described.agreement is None) == (sum(counts) == 0)
    assert (described.camps is not None) == (described.word is AgreementWord.SPLIT)


@given(some_votes)
def test_agreement_is_between_0_and_1_and_so_are_its_points(counts: list[int]) -> None:
    described = describe(counts)
    assert described.agreement is not None
    assert 0 <= described.agreement <= 1
    assert described.agreement == pytest.approx(leik_agreement(counts))
    assert described.points is not None
    assert abs(described.points - 100 * described.agreement) <= 0.5 + 1e-9


@given(some_votes)
def test_leiks_agreement_is_the_mean_distance_from_the_median(counts: list[int]) -> None:
    votes, middle = votes_of(counts), median(counts)
    distance = sum(abs(vote - middle) for vote in votes) / len(votes)
    assert leik_agreement(counts) == pytest.approx(1 - 2 * distance / (len(counts) - 1))


@given(some_votes)
def test_turning_the_scale_round_keeps_every_agreement(counts: list[int]) -> None:
    turned = counts[::-1]
    for statistic in (leik_agreement, tastle_wierman, van_der_eijk):
        assert statistic(turned) == pytest.approx(statistic(counts))
    assert describe(turned).word is describe(counts).word
    assert describe(turned).borderline == describe(counts).borderline
    assert median(turned) == len(counts) + 1 - median(counts)


@given(some_votes, st.integers(2, 5))
def test_the_agreement_of_many_is_that_of_few_in_the_same_shares(
    counts: list[int], times: int
) -> None:
    many = [count * times for count in counts]
    for statistic in (leik_agreement, tastle_wierman, van_der_eijk, mean, median):
        assert statistic(many) == pytest.approx(statistic(counts))


@given(st.integers(2, 10), st.data())
def test_one_mind_is_full_agreement(steps: int, data: st.DataObject) -> None:
    counts = [0] * steps
    counts[data.draw(st.integers(0, steps - 1))] = data.draw(st.integers(5, 200))
    for statistic in (leik_agreement, tastle_wierman, van_der_eijk):
        assert statistic(counts) == pytest.approx(1)
    assert standard_deviation(counts, normalised=True) == 0
    described = describe(counts)
    assert (described.word, described.points) == (AgreementWord.AGREED, 100)
    assert described.lone_voices == ()


@given(st.integers(3, 10), st.integers(3, 100))
def test_half_at_each_end_is_no_agreement(steps: int, half: int) -> None:
    counts = [half, *[0] * (steps - 2), half]
    assert leik_agreement(counts) == 0
    assert tastle_wierman(counts) == pytest.approx(0)
    assert van_der_eijk(counts) == pytest.approx(-1)
    assert standard_deviation(counts, normalised=True) == pytest.approx(1)
    described = describe(counts)
    assert described.word is AgreementWord.SPLIT
    assert described.camps == (Camp(1, 1, half), Camp(steps, steps, half))


def test_on_two_steps_a_split_is_one_camp_at_each() -> None:
    # The camps of a scale of two steps need to be only one step apart.
    described = describe((4, 4))
    assert described.word is AgreementWord.SPLIT
    assert described.camps == (Camp(1, 1, 4), Camp(2, 2, 4))


@given(some_votes.filter(lambda counts: sum(counts) >= 2))
def test_the_normalised_deviation_is_between_0_and_1(counts: list[int]) -> None:
    assert 0 <= standard_deviation(counts, normalised=True) <= 1 + 1e-9


def test_an_odd_number_of_votes_can_reach_the_largest_deviation_too() -> None:
    assert standard_deviation([3, 0, 0, 0, 2], normalised=True) == pytest.approx(1)


@given(few_counts)
def test_borderline_means_that_one_voter_moving_one_step_changes_the_word(
    counts: list[int],
) -> None:
    votes, steps = votes_of(counts), len(counts)
    words = {
        describe(counts_of([*votes[:at], moved, *votes[at + 1 :]], steps)).word
        for at, vote in enumerate(votes)
        for moved in (vote - 1, vote + 1)
        if 1 <= moved <= steps
    }
    assert describe(counts).borderline == bool(words - {describe(counts).word})


@given(few_counts)
def test_the_word_follows_the_rule_as_it_is_written(counts: list[int]) -> None:
    votes, k = votes_of(counts), len(counts)
    if len(votes) < 5:
        assert describe(counts).word is None
        return
    whole = sum(abs(vote - median(counts)) for vote in votes)
    ratios = []
    for cut in range(1, k):
        low, high = [v for v in votes if v <= cut], [v for v in votes if v > cut]
        if min(len(low), len(high)) * 3 < len(votes):
            continue
        middles = [median(counts_of(camp, k)) for camp in (low, high)]
        if middles[1] - middles[0] < min(k - 1, max(2, (k - 1) / 3)):
            continue
        camps = zip((low, high), middles, strict=True)
        ratios.append(sum(abs(v - middle) for camp, middle in camps for v in camp) / whole)
    near = leik_agreement(counts) + 1e-12
    if ratios and min(ratios) <= 1 / 3 + 1e-12:
        wanted = AgreementWord.SPLIT
    elif near >= 0.75:
        wanted = AgreementWord.AGREED
    else:
        wanted = AgreementWord.CLOSE if near >= 0.60 else AgreementWord.SPREAD
    assert describe(counts).word is wanted


@given(some_votes)
def test_the_camps_are_all_the_votes_and_do_not_overlap(counts: list[int]) -> None:
    for cut in cuts(counts):
        low, high = cut.camps
        assert low.votes + high.votes == sum(counts)
        assert low.low <= low.high < high.low <= high.high
        assert 0 <= cut.ratio <= 1
    best = best_cut(counts)
    assert (best is None) == (not cuts(counts))
    assert best is None or best.ratio == min(cut.ratio for cut in cuts(counts))


def test_of_cuts_that_tie_the_most_equal_camps_win() -> None:
    tied = cuts([0, 0, 1, 3, 6, 9, 11])
    assert [cut.ratio for cut in tied] == [tied[0].ratio] * 2
    assert [cut.camps[0].votes for cut in tied] == [10, 19]
    best = best_cut([0, 0, 1, 3, 6, 9, 11])
    assert best is not None
    assert best.camps == (Camp(3, 6, 19), Camp(7, 7, 11))


def test_of_cuts_that_tie_with_equal_camps_the_lower_one_wins() -> None:
    tied = cuts([3, 3, 0, 3, 3])
    assert tied[0].ratio == tied[1].ratio
    assert best_cut([3, 3, 0, 3, 3]) == tied[0]


@given(some_votes)
def test_lone_voices_are_few_and_far_from_the_median(counts: list[int]) -> None:
    voices = describe(counts).lone_voices
    far = max(2, ceil((len(counts) - 1) / 2))
    assert all(abs(step - median(counts)) >= far for step, _ in voices)
    assert all(counts[step - 1] == votes for step, votes in voices)
    assert sum(votes for _, votes in voices) <= max(1, sum(counts) / 6)


@pytest.mark.parametrize(
    ("counts", "voices"),
    [
        ((0, 3, 4, 12, 3), ((2, 3),)),
        ((1, 0, 0, 0, 4), ((1, 1),)),
        ((2, 0, 0, 0, 9), ()),
        ((1, 0, 10, 0, 1), ((1, 1), (5, 1))),
        ((1, 0, 0, 3, 0), ()),
    ],
    ids=["a sixth", "one always", "too many", "both sides", "under five votes"],
)
def test_lone_voices(counts: tuple[int, ...], voices: tuple[tuple[int, int], ...]) -> None:
    assert describe(counts).lone_voices == voices


@pytest.mark.parametrize(
    ("counts", "word", "points", "borderline"),
    [
        ((0, 3, 4, 12, 3), AgreementWord.CLOSE, 70, False),
        ((3, 8, 2, 8, 3), AgreementWord.SPLIT, 42, False),
        ((11, 30, 43, 84, 26), AgreementWord.SPREAD, 58, False),
        ((38, 52, 27, 61, 22), AgreementWord.SPREAD, 42, False),
        ((0, 0, 0, 5, 5), AgreementWord.AGREED, 75, True),
        ((0, 1, 1, 1, 0), None, 67, False),
        ((8, 4, 1, 5, 6), AgreementWord.SPLIT, 23, False),
        ((6, 3, 2, 8, 4), AgreementWord.SPLIT, 35, True),
        ((1, 9, 2, 9, 3), AgreementWord.SPLIT, 46, False),
        ((3, 9, 7, 4, 1), AgreementWord.SPREAD, 56, False),
        ((1, 6, 9, 6, 1), AgreementWord.CLOSE, 65, False),
        ((0, 1, 4, 13, 6), AgreementWord.AGREED, 75, True),
    ],
)
def test_the_words_on_the_wall(
    counts: tuple[int, ...], word: AgreementWord | None, points: int, borderline: bool
) -> None:
    described = describe(counts)
    assert (described.word, described.points) == (word, points)
    assert described.borderline == borderline


@given(some_votes)
def test_quartiles_enclose_the_median(counts: list[int]) -> None:
    first, third = quartiles(counts)
    assert first <= median(counts) <= third


@pytest.mark.parametrize(
    "statistic", [mean, median, quartiles, leik_agreement, tastle_wierman, van_der_eijk]
)
def test_without_votes_a_statistic_says_so(statistic: object) -> None:
    assert callable(statistic)
    with pytest.raises(ValueError, match="no votes"):
        statistic([0, 0, 0])


def test_one_vote_has_no_deviation() -> None:
    with pytest.raises(ValueError, match="at least 2"):
        standard_deviation([0, 1, 0])


@pytest.mark.parametrize("counts", [(5,), (1,) * 11, (3, -1)])
def test_a_scale_has_2_to_10_steps_and_no_count_below_zero(counts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="2 to 10"):
        describe(counts)
