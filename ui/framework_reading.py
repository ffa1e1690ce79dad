"""Reading of frameworks, off the GUI thread: the default one, and any of the collection."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from frameworks.faults import FrameworkError
from frameworks.model import Framework
from frameworks.shipped import default_pack
from ui import background
from workshop.words import Words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from frameworks.collection import Added, Collection, Entry
    from frameworks.conflicts import PackConflict


def read_default(
    words: Words, done: Callable[[Framework], object], refused: Callable[[str], object]
) -> None:
    """Read the default pack; `refused` is told every fault of a pack that does not parse."""
    from frameworks.reader import read

    background.run(lambda: read(default_pack()), done, partial(_refuse, words, refused))


def own_collection(library: Path) -> Collection:
    """Flipchart's packs and the facilitator's own, which lie beside the library."""
    from frameworks.collection import collection_beside

    return collection_beside(library)


def read_pack(
    collection: Collection,
    pack_id: str,
    words: Words,
    done: Callable[[Framework], object],
    refused: Callable[[str], object],
    *,
    asker: QObject | None = None,
) -> None:
    """Read a pack of the collection; `refused` is told why it cannot be had."""
    read = partial(collection.read, pack_id)
    background.run(read, done, partial(_refuse, words, refused), asker=asker)


def read_collection(
    collection: Collection, done: Callable[[tuple[Entry, ...]], object], asker: QObject
) -> None:
    """Read all packs of the collection for `asker`; a pack of no use comes with its refusal."""
    background.run(collection.entries, done, _raise, asker=asker)


def add_pack(
    collection: Collection,
    path: Path,
    words: Words,
    *,
    added: Callable[[Added], object],
    refused: Callable[[str], object],
    in_the_way: Callable[[PackConflict], object],
    asker: QObject,
    replace: bool = False,
) -> None:
    """Take a file into the collection, in place of the pack with its id where `replace` says so.

    `in_the_way` is told of the pack with its id that is here, `refused` every fault of the file.
    """
    from frameworks.conflicts import PackConflict

    def failed(fault: Exception) -> None:
        if isinstance(fault, PackConflict):
            in_the_way(fault)
        else:
            _refuse(words, refused, fault)

    act = collection.replace if replace else collection.add
    background.run(partial(act, path), added, failed, asker=asker)


def _refuse(words: Words, refused: Callable[[str], object], fault: Exception) -> None:
    from frameworks.conflicts import CollectionError

    if not isinstance(fault, (FrameworkError, CollectionError)):
        raise fault
    refused(fault.sentence(words))


def _raise(fault: Exception) -> None:
    raise fault
