"""Screen events: hundreds of screens that come, go, grow, mirror and change places, in any order.

On a real display with a window manager, since Qt without one has screens that never change.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.ui.x11_screens import EVENTS, SCALES, WHOLE
from tests.ui.x11_server import managed

ROOT = Path(__file__).parents[2]
SEEDS = (2,)
THOROUGH_SEEDS = (1, 2, 3, 4)


def test_no_screen_event_costs_a_vote_or_shows_the_room_the_console(
    tmp_path: Path, thorough: bool
) -> None:
    for seed in THOROUGH_SEEDS if thorough else SEEDS:
        folder = tmp_path / str(seed)
        folder.mkdir()
        told = _play(folder, events=500 if thorough else 300, seed=seed)
        assert set(told.pop("kinds")) == set(EVENTS)
        assert told.pop("votes") > 10
        assert told.pop("walls looked at") > 50
        told.pop("slowest")
        assert told == {"events": 500 if thorough else 300, "within 2 s": True}


def _play(folder: Path, *, events: int, seed: int) -> dict[str, Any]:
    environment = dict(os.environ, HOME=str(folder), QT_QPA_PLATFORM="xcb")
    environment["QT_SCREEN_SCALE_FACTORS"] = SCALES
    for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "SESSION_MANAGER"):
        environment.pop(name, None)
    with managed(environment, WHOLE, ()) as display:
        played = subprocess.run(
            [sys.executable, "-m", "tests.ui.x11_screens", str(folder), str(events), str(seed)],
            cwd=ROOT, env={**environment, "DISPLAY": display},
            capture_output=True, text=True, check=False, timeout=240,
        )  # fmt: skip
    assert played.returncode == 0, played.stderr
    told: dict[str, Any] = json.loads(played.stdout)
    return told
