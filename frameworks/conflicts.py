"""What can stand in the way of a pack that is to join the collection, in sentences."""

from __future__ import annotations

import re
from enum import Enum, auto

from frameworks.faults import Speaker, mark, shown

NO_SUCH_PACK = mark("There is no pack {id} here any more.")
NO_WRITING = mark("The folder of your packs, {folder}, cannot be written: {reason}.")
SHIPPED_STAYS = mark("“{title}” comes with Flipchart and stays.")
WRITTEN_TO = mark("The file was written to while it was read. Add it again.")
TAKEN_ID = mark("{id} is the id of “{title}” too. Give this pack an id of its own.")

_PARTS = re.compile(r"\d+|[^\d.]+")


class Conflict(Enum):
    """How a pack that came stands to the one with its id that is here."""

    NEWER = auto()
    OLDER = auto()
    OTHER = auto()  # another version, of which nobody can say whether it is newer
    SAME = auto()
    CHANGED = auto()  # the same version with other content
    SHIPPED_SAME = auto()
    SHIPPED = auto()


_SENTENCES = {
    Conflict.NEWER: mark(
        "“{title}” is here in version {there}. The file has {came}, which is newer."
    ),
    Conflict.OLDER: mark(
        "“{title}” is here in version {there}. The file has {came}, which is older."
    ),
    Conflict.OTHER: mark("“{title}” is here in version {there}. The file has version {came}."),
    Conflict.SAME: mark("“{title}” is here already, in the same version and word for word."),
    Conflict.CHANGED: mark(
        "“{title}” is here in the same version, {there}, with other content: "
        "one of the two was changed by hand."
    ),
    Conflict.SHIPPED_SAME: mark("“{title}” comes with Flipchart and is here already."),
    Conflict.SHIPPED: mark(
        "The id {id} is that of “{title}”, which comes with Flipchart. "
        "Give your pack an id and a title of its own, then add it again."
    ),
}
_REPLACEABLE = {Conflict.NEWER, Conflict.OLDER, Conflict.OTHER, Conflict.CHANGED}


class CollectionError(Exception):
    """Why the collection cannot do what was asked, in one sentence."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values))
        self.text = text
        self.values = values

    def sentence(self, words: Speaker) -> str:
        """The sentence, in the language of `words`."""
        return words.say(self.text, **self.values)


class PackConflict(CollectionError):
    """A pack with this id is here already; nothing was changed.

    `replaceable`: the one that is here may give way, which `Collection.replace` does.
    """

    def __init__(self, kind: Conflict, pack_id: str, title: str, there: str, came: str) -> None:
        super().__init__(
            _SENTENCES[kind], id=pack_id, title=title, there=shown(there), came=shown(came)
        )
        self.kind = kind
        self.replaceable = kind in _REPLACEABLE


def compare_versions(came: str, there: str) -> Conflict:
    """NEWER, OLDER, CHANGED where both are the same, OTHER where they cannot be ordered.

    Versions are texts; numbers in them count as such, so that 1.10 is newer than 1.9 and 1.0 the
    same as 1. What differs in words has no order.
    """
    parts, others = _parts(came), _parts(there)
    for mine, yours in zip(parts, others, strict=False):
        if mine != yours:
            if isinstance(mine, int) and isinstance(yours, int):
                return Conflict.NEWER if mine > yours else Conflict.OLDER
            return Conflict.OTHER
    rest = parts[len(others) :] or others[len(parts) :]
    if not rest:
        return Conflict.CHANGED
    if not all(isinstance(part, int) for part in rest):
        return Conflict.OTHER
    return Conflict.NEWER if len(parts) > len(others) else Conflict.OLDER


def _parts(version: str) -> list[int | str]:
    found: list[int | str] = []
    for part in _PARTS.findall(version.casefold()):
        # Not isdigit alone: ² is a digit to Python and no number.
        text = part.strip()
        if text:
            found.append(int(text) if text.isdecimal() else text)
    while len(found) > 1 and found[-1] == 0:
        found.pop()
    return found
