"""What is wrong with a pack: frozen faults, said in any language by whoever has the words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

LONGEST_SHOWN = 40


def mark(text: str) -> str:
    """Mark a text that is kept now and said later, so that the catalogue's extraction finds it."""
    return text


REFUSED = mark("{file} was not taken in. To mend:")
ON_LINE_AT = mark("Line {line}, {where}: {what}")
ON_LINE = mark("Line {line}: {what}")
AT = mark("{where}: {what}")


class Speaker(Protocol):
    """Whoever can say an English text in a language, its `{places}` filled."""

    def say(self, text: str, /, **values: object) -> str: ...


class _English:
    """Says the texts as they are, for logs and for readers without a catalogue."""

    def say(self, text: str, /, **values: object) -> str:
        return text.format(**values) if values else text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend in a pack.

    `line` counts from 1; None where the fault is the file's as a whole. `where` is the key's path
    (`session 3 "Strategy" › activity 1 › short`), empty where no key is concerned. `text` is the
    English text, and key in the catalogue, whose `{places}` `values` fill.
    """

    line: int | None
    where: str
    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, words: Speaker) -> str:
        """Line, key and what to mend, in the language of `words`."""
        what = words.say(self.text, **self.values)
        if self.line is None:
            return words.say(AT, where=self.where, what=what) if self.where else what
        if self.where:
            return words.say(ON_LINE_AT, line=self.line, where=self.where, what=what)
        return words.say(ON_LINE, line=self.line, what=what)


class FrameworkError(Exception):
    """A pack that is refused whole; carries the file's name and every fault found, by line."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        super().__init__(file, tuple(faults))
        self.file = file
        self.faults = tuple(faults)

    def sentence(self, words: Speaker) -> str:
        """The whole message, one fault a line under a first line with the file's name."""
        head = words.say(REFUSED, file=shown(self.file, longest=120))
        return "\n".join([head, *(fault.sentence(words) for fault in self.faults)])

    def __str__(self) -> str:
        return self.sentence(_English())


def shown(text: str, longest: int = LONGEST_SHOWN) -> str:
    """`text` as a message may show it: cut, and with the code of what cannot be seen."""
    cut = text if len(text) <= longest else text[: longest - 1] + "…"
    return "".join(c if _visible(c) else code_of(c) for c in cut)


def code_of(character: str) -> str:
    """A character as its Unicode code, `U+202E`."""
    return f"U+{ord(character):04X}"


def _visible(character: str) -> bool:
    # Cf are the format characters (bidi marks, joiners), Cc controls, Cs lone surrogates.
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
