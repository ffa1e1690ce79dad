"""Searching: texts folded so that a search finds them however they are typed."""

from __future__ import annotations

import unicodedata


def folded(*texts: str) -> str:
    """The texts in one line, without case and accents, for a search to look in or for."""
    whole = " ".join(" ".join(text.split()) for text in texts if text)
    parted = unicodedata.normalize("NFKD", whole.casefold())
    return "".join(character for character in parted if not unicodedata.combining(character))
