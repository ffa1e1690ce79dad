"""Identity: the ids of rows, unique over all libraries."""

from __future__ import annotations

from uuid import uuid4


def new_id() -> str:
    """A fresh id (UUID 4)."""
    return str(uuid4())
