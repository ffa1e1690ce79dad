"""How every test runs: two screens without a display, a home of its own, nothing logged unexpected.

`--onscreen` shows the windows (with `-n 0`, to watch); `--thorough` grows the slow cases. What a
test leaves behind in the process is put right after it, or fails it, so that order never matters.
Its files lie in memory where there is room, since most of a test's time was waiting for a disk to
sync; what is about the disk itself takes `on_disk`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtWidgets import QApplication

from tests import leftovers
from tests.patience import PatientBot

SCREENS = Path(__file__).with_name("screens.json")
OUR_LOGGERS = {"main", "ui", "exports", "workshop", "frameworks"}
IN_MEMORY = Path("/dev/shm")
ROOM_IN_MEMORY = 4 * 1024**3
DISK = "FLIPCHART_TESTS_DISK"
HOME_FOLDERS = ("DATA", "CONFIG", "CACHE", "STATE", "RUNTIME")
# Settings of the caller's desktop that would change what windows look like.
DESKTOP_SETTINGS = ("QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_QPA_PLATFORMTHEME")

_failed = pytest.StashKey[bool]()
_home = pytest.StashKey[Path]()
_look = pytest.StashKey[leftovers.Look]()
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
    _work_in_memory()
    config.stash[_home] = Path(tempfile.mkdtemp(prefix="flipchart-tests-"))
    for kind in HOME_FOLDERS:
        folder = config.stash[_home] / kind.lower()
        folder.mkdir(mode=0o700)
        os.environ[f"XDG_{kind}_{'DIR' if kind == 'RUNTIME' else 'HOME'}"] = str(folder)
    settings.load_profile("thorough" if config.getoption("--thorough") else "suite")


def _work_in_memory() -> None:
    """Make temporary folders in memory from here on, in the programs the tests start too."""
    os.environ.setdefault(DISK, tempfile.gettempdir())  # the suite's workers take over the first's
    if IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ROOM_IN_MEMORY:
        os.environ["TMPDIR"] = tempfile.tempdir = str(IN_MEMORY)


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
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember which tests failed: their files are kept."""
    report = yield
    item.stash[_failed] = report.failed or item.stash.get(_failed, False)
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Let go of the test's windows and files, and collect: the young, now and then all."""
    yield
    if QApplication.instance() is not None:
        leftovers.delete_later()
    folder = item.funcargs.get("tmp_path") if isinstance(item, pytest.Function) else None
    if isinstance(folder, Path) and not item.stash.get(_failed, False):
        # Only now: pytest itself would take the files from under fixtures that end later.
        shutil.rmtree(folder, ignore_errors=True)
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


@pytest.fixture
def on_disk() -> Iterator[Path]:
    """A folder on a real disk, for tests of what reaches it."""
    with tempfile.TemporaryDirectory(prefix="flipchart-disk-", dir=os.environ[DISK]) as folder:
        yield Path(folder)


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


@pytest.fixture(scope="session")
def qapp(qapp: QApplication, pytestconfig: pytest.Config) -> QApplication:
    """The application in the light look with all fonts, whichever test is the first."""
    from ui.theme import DesktopTheme, load_fonts  # not for the tests that want no window

    load_fonts()
    DesktopTheme().apply(qapp)
    pytestconfig.stash[_look] = leftovers.Look.of(qapp)
    return qapp


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> PatientBot:
    """pytest-qt's, with more patience: red means broken, not that the machine was busy."""
    return PatientBot(request)


@pytest.fixture(autouse=True)
def _nothing_is_left_to_the_next_test(pytestconfig: pytest.Config) -> Iterator[None]:
    """Put the application back as it was before the test, which may have made it."""
    yield
    application = QApplication.instance()
    if not isinstance(application, QApplication) or _look not in pytestconfig.stash:
        return
    leftovers.close_popups()
    leftovers.finish_work()
    leftovers.free_cursor()
    leftovers.empty_clipboard()
    pytestconfig.stash[_look].put_back(application)
