"""Digits: what a field for a number takes, typed or pasted; no sign, no space, no letter."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator


class Digits(QRegularExpressionValidator):
    """At most so many `places`, and the field may be empty.

    Qt's validator for integers lets a lone sign stand as the beginning of a number, and such a
    text is no count that could be kept.
    """

    def __init__(self, places: int, parent: QObject) -> None:
        super().__init__(QRegularExpression(f"[0-9]{{0,{places}}}"), parent)
