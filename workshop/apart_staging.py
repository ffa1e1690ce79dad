"""Staging the teams apart (facts -> scene, pure)."""

from __future__ import annotations

from workshop.facts import Facts
from workshop.scenes import Header, TeamsApartScene
from workshop.words import Words


def apart_pages(facts: Facts) -> int:
    """Pages of the teams apart."""
    return max(1, -(-len(facts.team_results) // 8))


def apart_scene(facts: Facts, page: int, words: Words) -> TeamsApartScene:
    """A page of the teams of the last revealed round, side by side."""
    return TeamsApartScene(Header(None, False, "", "", ""), "", (), None, 1, "", "", "")
