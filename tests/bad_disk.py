"""A disk in the way: full, or written by nobody but an administrator."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager

NOBODY = 65534


@contextmanager
def disk_ends_at(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes: the kernel then refuses a real write."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Be somebody whom permissions bind, as they do not bind an administrator."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(before)
