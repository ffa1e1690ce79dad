"""Killed at any moment, nothing acknowledged is lost and the day comes back to its scene."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.test_state_table import OF_A_ROOM, OF_THE_DAY

ROOT = Path(__file__).parent.parent
KILLS_IN_A_PART = 25
Said = list[dict[str, Any]]
Found = dict[str, Any]


def reports(folder: Path, kills: int, seed: int) -> list[dict[str, Any]]:
    """What the ward tells of each kill."""
    ward = subprocess.run(
        [sys.executable, "-m", "tests.kill_ward", str(folder), str(kills), str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in ward.stdout.splitlines()]


def check_votes(before: Found, said: Said, found: Found) -> None:
    """Each seat has its last acknowledged answer, or a later one that was still being written."""
    there = by_seat(found["votes"])
    acknowledged = by_seat(before["votes"])
    sealed = Counter[tuple[str, int]]()
    for round_id, answer, count in before["counted"]:
        sealed[round_id, answer] += count
    if before["voted"] or before["counted"] or found["counted"]:
        check_secret(sealed, said, found)
        return
    for line in said:
        acknowledged |= by_seat(line.get("votes", ()))
    assert there in (acknowledged, acknowledged | by_seat(pending(said)))


def check_secret(before: Counter[tuple[str, int]], said: Said, found: Found) -> None:
    """No acknowledged vote of a secret round is lost, and none counts twice."""
    votes: dict[tuple[str, str], int] = {}
    for line in said:
        votes |= by_seat(line.get("votes", ()))
    there = Counter[tuple[str, int]]()
    for round_id, answer, count in found["counted"]:
        there[round_id, answer] += count
    possible = [votes, votes | by_seat(pending(said))]
    assert there in [
        before + Counter((round_id, answer) for (round_id, _), answer in each.items())
        for each in possible
    ]
    assert found["votes"] == [], "a secret vote lies open"


def by_seat(votes: Sequence[Sequence[Any]]) -> dict[tuple[str, str], int]:
    """Answers by round and seat; a later one replaces an earlier one."""
    return {(round_id, seat_id): answer for round_id, seat_id, answer in votes}


def pending(said: Said) -> list[list[Any]]:
    """The votes that were being written when the kill came."""
    last = next((line for line in reversed(said) if "seen" not in line), {})
    trying: list[list[Any]] = last.get("trying", [])
    return trying


def check_seen(before: Found, said: Said, found: Found, scenes: Mapping[str, set[str]]) -> None:
    """Wall and console are what they were after the last act, or the state's own scene."""
    if not said or "seen" in said[-1]:
        last = said[-1]["seen"] if said else before["seen"]
        assert found["seen"] == last, "the day did not come back to its scene"
    elif not found["held"] and found["state"] in scenes:
        assert found["scene"] in scenes[found["state"]]


@pytest.mark.parametrize("part", range(2))
def test_a_killed_flipchart_has_lost_nothing_it_acknowledged(
    part: int, on_disk: Path, thorough: bool
) -> None:
    told = reports(on_disk, KILLS_IN_A_PART * (10 if thorough else 1), seed=part)
    scenes: dict[str, set[str]] = {"lobby": {"LobbyScene"}}
    for _, _, state, shown in (*OF_THE_DAY, *OF_A_ROOM):
        scenes.setdefault(state, set()).update(shown.split(" or "))
    scenes["talk"].add("TeamsApartScene")

    worked = 0
    for report in told:
        before, said, found = report["before"], report["said"], report["found"]
        assert found["check"] == "ok"
        check_votes(before, said, found)
        actions = [line["action"] for line in said if "action" in line]
        assert found["actions"][: len(actions)] == actions
        assert len(found["actions"]) <= len(actions) + 1
        check_seen(before, said, found, scenes)
        worked += bool(said)
    assert worked > KILLS_IN_A_PART / 2, "most of them were killed before they did anything"
