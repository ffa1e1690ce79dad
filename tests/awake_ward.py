"""The awake ward: a Flipchart that keeps awake through a child, until it is killed.

Run as a program (`python -m tests.awake_ward`); it prints a line once the child holds, for
tests/ui/test_keep_awake.py.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

from ui.keep_awake import ChildWay


def main() -> None:
    """Hold, say so, and go on."""
    application = QCoreApplication(sys.argv)
    way = ChildWay(("env",), display=True)
    way.answered.connect(lambda: print("held" if way.held else way.reason, flush=True))
    way.begin()
    application.exec()


if __name__ == "__main__":
    main()
