"""Every statistic against its reference cases: published ones, and computed by other packages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workshop import agreement
from workshop.agreement import AgreementWord, Camp
from workshop.anonymity import shown_teams
from workshop.importance import Quadrant, gap, quadrant
from workshop.priorities import borda, dots_a_seat, kendalls_w, rank_sums
from workshop.uncertainty import mean_bounds, median_interval, wilson_interval

Case = dict[str, Any]

CASES: list[Case] = json.loads(
    (Path(__file__).parent / "agreement_cases.json").read_text(encoding="utf-8")
)["cases"]

WORDS = {
    "AGREE": AgreementWord.AGREED,
    "LEANING": AgreementWord.CLOSE,
    "SPREAD": AgreementWord.SPREAD,
    "SPLIT": AgreementWord.SPLIT,
}
QUADRANTS = {
    Quadrant.FIX_FIRST: "Concentrate here",
    Quadrant.KEEP_STRONG: "Keep up the good work",
    Quadrant.LEAVE_FOR_NOW: "Low priority",
    Quadrant.EASE_OFF: "Possible overkill",
}


def near(case: Case, expected: Any = None) -> Any:
    wanted = case["expected"] if expected is None else expected
    return pytest.approx(wanted, rel=0, abs=case["tolerance"])


def of_counts(statistic: Callable[[list[float]], float]) -> Callable[[Case], None]:
    def check(case: Case) -> None:
        assert statistic(case["input"]["counts"]) == near(case)

    return check


def check_quartiles(case: Case) -> None:
    assert list(agreement.quartiles(case["input"]["counts"])) == near(case)


def check_middle_half(case: Case) -> None:
    first, third = agreement.quartiles(case["input"]["counts"])
    assert third - first == near(case)


def check_word(case: Case) -> None:
    counts, expected = case["input"]["counts"], case["expected"]
    described = agreement.describe(counts)
    assert described.word is WORDS[expected["label"]]
    assert described.agreement == near(case, expected["agreement_G"])
    best = agreement.best_cut(counts)
    if expected["two_camp_ratio_R"] is None:
        assert best is None
        return
    assert best is not None
    assert float(best.ratio) == near(case, expected["two_camp_ratio_R"])
    wanted = (expected["low_camp"], expected["high_camp"])
    tied = [cut.camps for cut in agreement.cuts(counts) if cut.ratio == best.ratio]
    assert wanted in [votes_of(camps) for camps in tied]
    if len(tied) == 1:
        assert votes_of(best.camps) == wanted
    if described.word is AgreementWord.SPLIT:
        assert described.camps is not None
        assert votes_of(described.camps) == wanted


def votes_of(camps: tuple[Camp, Camp]) -> tuple[int, int]:
    low, high = camps
    return low.votes, high.votes


def check_mean_bounds(case: Case) -> None:
    votes, missing = case["input"]["votes"], case["input"]["missing"]
    counts = [votes.count(step) for step in range(1, case["input"]["k"] + 1)]
    assert agreement.mean(counts) == near(case, case["expected"]["mean"])
    bounds = (case["expected"]["low"], case["expected"]["high"])
    assert mean_bounds(counts, missing) == near(case, bounds)


def check_median_interval(case: Case) -> None:
    found, expected = median_interval(case["input"]["n"]), case["expected"]
    if expected is None:
        assert found is None
        return
    assert found is not None
    assert (found.lower_rank, found.upper_rank) == (expected["lower_rank"], expected["upper_rank"])
    assert found.coverage == near(case, expected["coverage"])


def check_wilson_interval(case: Case) -> None:
    # The other intervals of these cases are there to compare with; Flipchart has Wilson's alone.
    found = wilson_interval(case["input"]["x"], case["input"]["n"])
    assert list(found) == near(case, case["expected"]["wilson"])


def check_quadrants(case: Case) -> None:
    points = list(zip(case["input"]["importance"], case["input"]["performance"], strict=True))
    for rule, cuts in case["input"]["cuts"].items():
        found = [QUADRANTS[quadrant(*point, *cuts)] for point in points]
        assert found == case["expected"][rule]


def check_gap(case: Case) -> None:
    pairs = zip(case["input"]["expectation"], case["input"]["perception"], strict=True)
    # The source writes perception − expectation, Flipchart importance − performance.
    assert [-gap(*pair) for pair in pairs] == near(case)


def check_kendalls_w(case: Case) -> None:
    assert kendalls_w(case["input"]["matrix_items_by_raters"]) == near(case)


def check_borda(case: Case) -> None:
    profile = case["input"]["profile"]
    assert borda((group["n"], group["rank"]) for group in profile) == case["expected"]


def check_rank_sums(case: Case) -> None:
    items, people = case["input"]["items"], case["input"]["scores_by_person"]
    found = rank_sums(dict(zip(items, given, strict=True)) for given in people)
    assert found == case["expected"]["totals"]
    assert list(found) == case["expected"]["order"]


def check_dots(case: Case) -> None:
    assert [dots_a_seat(items) for items in case["input"]["items"]] == case["expected"]


def check_shown_teams(case: Case) -> None:
    groups = dict(case["input"]["groups"])
    others = groups.pop("direct_members", 0)
    total = case["input"]["parent"]
    shown = shown_teams(groups, case["input"]["threshold"], others)
    assert [total, *shown] == case["expected"]["visible"]
    assert sorted(set(groups) - set(shown)) == case["expected"]["hidden"]


CHECKS: dict[str, Callable[[Case], None]] = {
    "mean": of_counts(agreement.mean),
    "median": of_counts(agreement.median),
    "sd_n1": of_counts(agreement.standard_deviation),
    "quartiles_q1_q3_type7": check_quartiles,
    "iqr_type7": check_middle_half,
    "leik_D": of_counts(lambda counts: 1 - agreement.leik_agreement(counts)),
    "leik_consensus=1-D": of_counts(agreement.leik_agreement),
    "tastle_wierman_Cns": of_counts(agreement.tastle_wierman),
    "dissention=1-Cns": of_counts(lambda counts: 1 - agreement.tastle_wierman(counts)),
    "van_der_eijk_A": of_counts(agreement.van_der_eijk),
    "room_label_proposed": check_word,
    "mean_bounds_with_nonvoters": check_mean_bounds,
    "median_order_statistic_ci_95": check_median_interval,
    "proportion_ci_95": check_wilson_interval,
    "ipa_quadrants": check_quadrants,
    "servqual_gap=P-E": check_gap,
    "kendall_W_tie_corrected": check_kendalls_w,
    "borda_n_minus_i": check_borda,
    "ngt_rank_sum_5_to_1": check_rank_sums,
    "multivote_votes_per_person=floor(N/3)_cap20": check_dots,
    "suppression_min5_with_complementary": check_shown_teams,
}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_statistic_agrees_with_its_reference_case(case: Case) -> None:
    CHECKS[case["statistic"]](case)


def test_no_reference_case_is_left_out() -> None:
    assert len(CASES) == 692
    assert len({case["id"] for case in CASES}) == 692
    assert {case["statistic"] for case in CASES} == set(CHECKS)
