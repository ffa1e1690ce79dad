"""Saving: what is typed is kept field by field; one that cannot be kept stops no other."""

from __future__ import annotations

import sys
from collections.abc import Callable

from workshop.words import mark

NOT_KEPT = mark("Something typed here could not be kept. The next press goes on without it.")


def keep_each(*keeps: Callable[[], object]) -> bool:
    """Do each in turn; False where one had a fault of the program.

    Such a fault is told as every unexpected one is, and those after it are done all the same: a
    field must not cost its neighbours, nor the key that was pressed.
    """
    whole = True
    for keep in keeps:
        try:
            keep()
        except Exception as fault:  # noqa: BLE001 - told as every unexpected fault is
            sys.excepthook(type(fault), fault, fault.__traceback__)
            whole = False
    return whole
