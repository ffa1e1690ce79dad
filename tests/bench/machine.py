"""Machine: on what it was measured, and a folder on a disk that is really one."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCREENS = ROOT / "tests" / "screens.json"
IN_MEMORY = {"tmpfs", "ramfs"}


@contextmanager
def folder_on_disk() -> Iterator[Path]:
    """An empty folder under the checkout's `build`, taken away at the end.

    Raises RuntimeError where that lies in memory: a synced write would cost nothing there.
    """
    build = ROOT / "build"
    build.mkdir(exist_ok=True)
    kind = file_system(build)
    if kind in IN_MEMORY:
        raise RuntimeError(f"{build} lies in memory ({kind}): check Flipchart out onto a disk")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=build) as folder:
        yield Path(folder)


def use_offscreen() -> None:
    """Measure without a display, on a laptop's screen and a 1080p projector, unless told else."""
    os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREENS}")


def described(folder: Path) -> str:
    """The machine in a few lines."""
    from PySide6.QtCore import qVersion

    disk = file_system(folder) or "unknown file system"
    return "\n".join(
        (
            f"{_processor()}, {os.cpu_count()} cores, load {_load()}",
            f"{platform.system()} {platform.release()}, disk {disk}",
            f"Python {platform.python_version()}, Qt {qVersion()}, SQLite {sqlite3.sqlite_version}",
            f"platform {os.environ.get('QT_QPA_PLATFORM', 'of the desktop').partition(':')[0]}",
        )
    )


def file_system(folder: Path) -> str:
    """The kind of file system that `folder` lies on; '' where the system does not tell."""
    if sys.platform != "linux":
        return ""
    asked = subprocess.run(
        ["stat", "--file-system", "--format=%T", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout.strip()


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
