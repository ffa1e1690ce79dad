"""Themes: what a session is about; light, since every face needs them first."""

from __future__ import annotations

from enum import StrEnum


class Theme(StrEnum):
    """What a session is about; themes compare across frameworks and give colour and shape."""

    VISION = "vision"
    STRATEGY = "strategy"
    STRUCTURE = "structure"
    TECHNOLOGY = "technology"
    PEOPLE = "people"
