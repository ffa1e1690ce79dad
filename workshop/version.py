"""Version: which Flipchart this is, as reports and files say it."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
