"""The copy ward: a child copies a workshop again and again until it is killed.

Run as a program (`python -m tests.copy_ward LIBRARY WORKSHOP FOLDER`); it prints a line before
and after each copy for tests/workshop/test_copies.py.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workshop.copies import write_copy


def main() -> None:
    """Copy for ever, under a new name each time."""
    library, workshop_id, folder = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    number = 0
    while True:
        number += 1
        print("copying", flush=True)
        print(write_copy(library, workshop_id, folder, f"Day {number}").name, flush=True)


if __name__ == "__main__":
    main()
