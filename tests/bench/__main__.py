"""Measure all figures; 1 where a promise is missed, 0 where all hold."""

from __future__ import annotations

import sys

from tests.bench.figures import Figure, table
from tests.bench.machine import described, folder_on_disk, use_offscreen


def main() -> int:
    """Measure, print the table and the machine; answers the exit code."""
    use_offscreen()
    from tests.bench import (
        beside_export,
        hours,
        library,
        prepare,
        report,
        reveal,
        room_steps,
        sealing,
        start,
        statistics,
        vote,
    )

    figures: list[Figure] = []
    with folder_on_disk() as folder:
        for room in (
            vote,
            sealing,
            start,
            reveal,
            room_steps,
            prepare,
            library,
            hours,
            statistics,
            report,
            beside_export,
        ):
            figures += room.figures(folder)
        sys.stdout.write(f"{table(figures)}\n\n{described(folder)}\n")
    return 0 if all(figure.held for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
