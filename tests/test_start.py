"""`main.py` as it is called: it opens the window on a library, and hands commands on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.days import begin_day

ROOT = Path(__file__).parents[1]
CLOSE_WHEN_OPEN = """
import builtins, sys, threading, time
import main

python_import = builtins.__import__

def close():
    from PySide6.QtCore import QMetaObject, Qt
    from PySide6.QtWidgets import QApplication
    QMetaObject.invokeMethod(
        QApplication.instance(), "closeAllWindows", Qt.ConnectionType.QueuedConnection
    )

def wait():
    while "workshop.shelf" not in sys.modules:
        time.sleep(0.01)
    close()

threading.Thread(target=wait, daemon=True).start()
code = main.main(sys.argv[1:])
assert builtins.__import__ is python_import, "Qt reads the source of all that is imported"
sys.exit(code)
"""

# Qt is imported before main here, as whoever looks on from inside does.
TELL_AT_THE_FIRST_PAINT = """
import builtins, gc, json, sys
from PySide6 import QtCore, QtGui, QtWidgets
import main
from ui import app

LATE_TYPES = ("Qt", "QIcon", "QShortcut", "QGradient", "QHoverEvent", "QMenu", "QLineEdit")
LATE_MODULES = ("dataclasses", "unicodedata", "ui.shell", "workshop.library", "sqlalchemy")

def tell(start):
    made = {*vars(QtCore), *vars(QtGui), *vars(QtWidgets)}
    print(json.dumps({
        "types": [name for name in LATE_TYPES if name in made],
        "modules": [name for name in LATE_MODULES if name in sys.modules],
        "import": builtins.__import__.__name__,
        "collects": gc.isenabled(),
    }))
    start.window.close()

app.Start._go_on = tell
sys.exit(main.main(sys.argv[1:]))
"""


def call(*arguments: str, code: str | None = None) -> subprocess.CompletedProcess[str]:
    """Call main.py as a user does, without a screen."""
    how = ["main.py"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *how, *arguments],
        cwd=ROOT, env=dict(os.environ, QT_QPA_PLATFORM="offscreen"),
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_the_app_opens_the_named_library_and_ends_when_its_window_is_closed(
    tmp_path: Path,
) -> None:
    begin_day(tmp_path).library.close()
    library = tmp_path / "flipchart.sqlite"
    called = call("--library", str(library), code=CLOSE_WHEN_OPEN)
    assert (called.returncode, called.stdout) == (0, "")
    assert "Traceback" not in called.stderr
    assert not Path(f"{library}-wal").exists()


def test_what_the_first_window_does_not_show_is_not_made_before_it_is_painted(
    tmp_path: Path,
) -> None:
    called = call("--library", str(tmp_path / "flipchart.sqlite"), code=TELL_AT_THE_FIRST_PAINT)
    assert called.returncode == 0, called.stderr
    told = json.loads(called.stdout)
    assert (told["types"], told["modules"], told["collects"]) == ([], [], False)
    assert told["import"] != "__feature_import__", "Qt reads the source of all that is imported"


def test_a_command_is_carried_out_without_a_window(tmp_path: Path) -> None:
    begin_day(tmp_path).library.close()
    called = call("--library", str(tmp_path / "flipchart.sqlite"), "list")
    assert called.returncode == 0
    assert "Service review" in called.stdout


def test_a_wrong_command_says_so() -> None:
    called = call("dance")
    assert called.returncode == 2
    assert "dance" in called.stderr


def test_main_stays_short() -> None:
    assert len((ROOT / "main.py").read_text("utf-8").splitlines()) < 60


def test_where_there_is_no_screen_a_sentence_says_so() -> None:
    screens = {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"}
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    ended = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, env=bare, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.startswith("There is no screen here. Start Flipchart on a desktop")
    assert ended.stderr.count("\n") == 1
