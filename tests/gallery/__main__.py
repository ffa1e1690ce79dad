"""`python -m tests.gallery`: draws the gallery into build/gallery, and says what is wrong on it.

Answers 1 where anything is. Faces named as arguments are drawn alone.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).parent.parent.parent / "build" / "gallery"
SCREENS = Path(__file__).parent.parent / "screens.json"


def main(named: list[str]) -> int:
    """Draw all faces, or those named."""
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREENS}"
    from tests.gallery.faces import FACES, draw
    from ui.app import make_application

    unknown = set(named) - set(FACES)
    if unknown:
        print(f"{', '.join(unknown)}: the faces are {', '.join(FACES)}", file=sys.stderr)
        return 2
    application = make_application()
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="flipchart-gallery-") as folder:
        for face in named or FACES:
            count, faults = draw(face, FOLDER, Path(folder) / face)
            print(f"{face}: {count} pictures, {len(faults)} faults", flush=True)
            found += [str(fault) for fault in faults]
    (FOLDER / "faults.txt").write_text("".join(f"{each}\n" for each in found), encoding="utf-8")
    for each in found:
        print(each, file=sys.stderr)
    del application
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
