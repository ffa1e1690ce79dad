"""Killed at any moment, nothing acknowledged is lost and the day comes back to its scene."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.test_state_table import OF_THE_DAY

ROOT = Path(__file__).parent.parent
KILLS_IN_A_PART = 25


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


def check_votes(said: list[dict[str, Any]], found: list[list[Any]]) -> None:
    """Each seat has its last acknowledged answer, or a later one that was still being written."""
    acknowledged: dict[tuple[str, str], set[int]] = {}
    pending: list[list[Any]] = []
    for line in said:
        if "trying" in line:
            pending = line["trying"]
        for round_id, seat_id, answer in line.get("votes", ()):
            acknowledged[round_id, seat_id] = {answer}
            pending = []
    there = {(round_id, seat_id): answer for round_id, seat_id, answer in found}
    for round_id, seat_id, answer in pending:
        allowed = acknowledged.setdefault((round_id, seat_id), set())
        if not allowed and (round_id, seat_id) not in there:
            del acknowledged[round_id, seat_id]
        else:
            allowed.add(answer)
    assert set(there) == set(acknowledged)
    for voter, answer in there.items():
        assert answer in acknowledged[voter]


@pytest.mark.parametrize("part", range(2))
def test_a_killed_flipchart_has_lost_nothing_it_acknowledged(
    part: int, tmp_path: Path, thorough: bool
) -> None:
    told = reports(tmp_path, KILLS_IN_A_PART * (10 if thorough else 1), seed=part)
    scenes: dict[str, set[str]] = {"lobby": {"LobbyScene"}}
    for _, _, state, shown in OF_THE_DAY:
        scenes.setdefault(state, set()).update(shown.split(" or "))

    worked = 0
    for report in told:
        said, found = report["said"], report["found"]
        assert found["check"] == "ok"
        check_votes(said, found["votes"])
        actions = [line["action"] for line in said if "action" in line]
        assert found["actions"][: len(actions)] == actions
        assert len(found["actions"]) <= len(actions) + 1
        assert found["scene"] in scenes[found["state"]]
        worked += bool(said)
    assert worked > KILLS_IN_A_PART / 2, "most of them were killed before they did anything"
