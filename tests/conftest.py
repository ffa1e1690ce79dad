"""How every test runs: two screens without a display, a home of its own, nothing logged unexpected.

`--onscreen` shows the windows (with `-n 0`, to watch); `--thorough` grows the slow cases.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

SCREENS = Path(__file__).with_name("screens.json")
OUR_LOGGERS = {"main", "ui", "exports", "workshop", "frameworks"}
HOME_FOLDERS = ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME")
# Settings of the caller's desktop that would change what windows look like.
DESKTOP_SETTINGS = ("QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME")

_home = pytest.StashKey[Path]()
FULL_EVERY = 100
_since_full = 0

# The suite is the same every time, so that red means broken; --thorough looks further each time.
settings.register_profile(
    "suite",
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "thorough",
    settings.get_profile("suite"),
    max_examples=2000,
    derandomize=False,
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the two flags of the suite."""
    parser.addoption("--onscreen", action="store_true", help="show the windows, to watch")
    parser.addoption("--thorough", action="store_true", help="grow the slow cases")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Set the platform and a home of the run's own, before Qt or platformdirs look."""
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
    for name in DESKTOP_SETTINGS:
        os.environ.pop(name, None)
    config.stash[_home] = Path(tempfile.mkdtemp(prefix="flipchart-tests-"))
    for kind in HOME_FOLDERS:
        folder = config.stash[_home] / kind.lower()
        folder.mkdir(mode=0o700)
        os.environ[f"XDG_{kind}_{'DIR' if kind == 'RUNTIME' else 'HOME'}"] = str(folder)
    settings.load_profile("thorough" if config.getoption("--thorough") else "suite")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(config.stash[_home])


def pytest_collection_finish() -> None:
    """From here on Python's cyclic collector runs only where we call it, between tests.

    In another thread it would delete Qt's widgets there, which crashes (see ui/collector.py).
    """
    gc.collect()
    gc.freeze()
    gc.disable()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Let go of the test's windows, and collect: the young generations, now and then all."""
    yield
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        # What `deleteLater` puts off to an event loop, which no test has: a wall is 16 MB.
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    collect_garbage()


def collect_garbage() -> None:
    """Collect the young generations, which is quick, and every FULL_EVERY times everything.

    Tests that play for long call it themselves between their rounds.
    """
    global _since_full  # noqa: PLW0603 - one count for the whole process, like the collector
    _since_full = (_since_full + 1) % FULL_EVERY
    gc.collect(1 if _since_full else 2)


@pytest.fixture
def thorough(request: pytest.FixtureRequest) -> bool:
    """Whether the run was asked for `--thorough`, and slow cases are to be larger."""
    return bool(request.config.getoption("--thorough"))


class _Ears(logging.Handler):
    """Keeps what our own loggers say from warnings upwards."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] in OUR_LOGGERS:
            self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _only_expected_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test on a warning or error we logged, unless `@pytest.mark.logs(pattern)` expects it.

    A pattern that nothing matches fails the test too.
    """
    # A tool that configures logging in this process silences the loggers that are there.
    logging.disable(logging.NOTSET)
    for name, logger in logging.root.manager.loggerDict.items():
        if isinstance(logger, logging.Logger) and name.partition(".")[0] in OUR_LOGGERS:
            logger.disabled = False
    ears = _Ears()
    logging.getLogger().addHandler(ears)
    yield
    logging.getLogger().removeHandler(ears)
    patterns = [re.compile(mark.args[0]) for mark in request.node.iter_markers("logs")]
    unexpected = [said for said in ears.heard if not any(p.search(said) for p in patterns)]
    missing = [p.pattern for p in patterns if not any(p.search(said) for said in ears.heard)]
    if unexpected or missing:
        pytest.fail(f"logged unexpectedly: {unexpected}; expected but not logged: {missing}")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application as the app makes it: the style is named when it starts (see ui/app.py)."""
    return ["flipchart", "-style", "fusion"]


@pytest.fixture(autouse=True)
def _no_popup_outlives_its_test() -> Iterator[None]:
    """Close the menus a test has left open: the next test's keys would go into them."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    while (popup := widgets.QApplication.activePopupWidget()) is not None:
        popup.close()
    while (dialog := widgets.QApplication.activeModalWidget()) is not None:
        dialog.close()
