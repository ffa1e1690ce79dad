"""By number: what the first screen sets before it is painted, without the names of Qt's namespace.

PySide makes all enums of `Qt` at the first use of one, which takes longer than all else that the
first window is made of. A property takes the number too.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

NO_FOCUS: Final = 0
STRONG_FOCUS: Final = 11
PLAIN_TEXT: Final = 0
NO_SCROLL_BAR: Final = 1


def set_focus_policy(widget: QWidget, policy: int) -> None:
    """Let a widget take the focus by keys and mouse (STRONG_FOCUS), or not (NO_FOCUS)."""
    widget.setProperty("focusPolicy", policy)
