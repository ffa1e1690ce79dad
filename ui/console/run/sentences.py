"""Sentences: a name that stands as one, which may bring its own mark at the end."""

from __future__ import annotations

_MARKS = (".", "!", "?", "\N{HORIZONTAL ELLIPSIS}", "\N{ARABIC QUESTION MARK}")


def as_sentence(text: str) -> str:
    """`text` with a full stop, unless a mark ends it already."""
    return text if text.endswith(_MARKS) else f"{text}."
