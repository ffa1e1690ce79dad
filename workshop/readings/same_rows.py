"""Same rows: what was made of rows of the file, taken again where the rows are still the same.

Every commit is read anew, and most rows are then what they were: an act moves a row or two, a vote
one seat of two hundred. Rows are compared with those just read, so that nothing has to be
forgotten; of each thing only the newest rows are kept.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")


class SameRows:
    """The newest rows of each thing, and what was made of them. Any thread may ask."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[object, object]] = {}

    def of(self, thing: Hashable, rows: object, make: Callable[[], Made]) -> Made:
        """What `make` makes of `rows`, which are all that it makes it of; they are compared by ==.

        `thing` always stands for the same kind of value.
        """
        before = self._made.get(thing)
        if before is not None and before[0] == rows:
            return cast(Made, before[1])
        made = make()
        self._made[thing] = rows, made
        return made
