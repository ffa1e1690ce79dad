"""On X11: the app on a real display with two screens and a window manager, as on a laptop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.ui.x11_server import SCREENS, two_screens
from ui.crash import LOG_NAME

ROOT = Path(__file__).parents[2]


def test_the_wall_fills_the_other_screen_while_the_console_keeps_the_keys(tmp_path: Path) -> None:
    environment = dict(os.environ, HOME=str(tmp_path), QT_QPA_PLATFORM="xcb")
    for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "SESSION_MANAGER"):
        environment.pop(name, None)
    with two_screens(environment) as display:
        led = subprocess.run(
            [sys.executable, "-m", "tests.ui.x11_day", str(tmp_path / "flipchart.sqlite")],
            cwd=ROOT, env={**environment, "DISPLAY": display},
            capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    assert (led.returncode, led.stderr) == (0, "")
    assert (tmp_path / LOG_NAME).read_text("utf-8") == ""  # where Qt's warnings go
    assert json.loads(led.stdout) == {
        "screens": [name for name, *_ in SCREENS],
        "wall fills the other screen": True,
        "focus at first": True,
        "wall after F5": True,
        "wall after Esc": True,
        "state after PageDown": "opening",
        "focus at last": True,
    }
