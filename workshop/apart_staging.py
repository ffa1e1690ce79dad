"""Staging the teams apart (facts -> scene, pure)."""

from __future__ import annotations

from workshop.facts import Facts


def apart_pages(facts: Facts) -> int:
    """Pages of the teams apart."""
    return max(1, -(-len(facts.team_results) // 8))
