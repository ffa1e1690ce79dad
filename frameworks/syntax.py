"""Syntax: a text to TOML values and key positions, or its one syntax fault in plain words."""

from __future__ import annotations

import contextlib
import re
import tomllib

from frameworks.faults import Fault, FrameworkError, mark, shown
from frameworks.key_positions import NotToml, Positions, positions

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

# tomllib takes the square of a key's parts, and minutes for a hostile key of a million.
_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_ENDLESS_KEY = re.compile(
    rf"(?<![A-Za-z0-9_-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{64}}"  # no key of a pack has five
)

NESTED = mark("Lists or tables are nested too deeply. A pack needs four levels.")
ENDLESS_KEY = mark("A key has more than 64 parts. A pack's keys have up to three.")
HUGE_NUMBER = mark("A number has thousands of digits. A pack's numbers have up to four.")
NOT_TOML = mark("This is not TOML: {reason}.")

# The beginning of what tomllib says, and how to mend it.
_REASONS = (
    ("Invalid statement", mark("A line is one of: key = value, [table], # comment.")),
    (
        "Expected newline or end of document after a statement",
        mark("Something follows the value. Begin a new line, or put # before a comment."),
    ),
    ("Expected '=' after a key", mark("The sign = is missing between key and value.")),
    (
        "Invalid initial character for a key part",
        mark("A key begins with a letter, a digit, - or _; any other needs quotation marks."),
    ),
    (
        "Invalid value",
        mark("The value cannot be read. A text stands in quotation marks, a list in [ ]."),
    ),
    ("Cannot overwrite a value", mark("This key stands twice. Delete one of the two.")),
    ("Duplicate inline table key", mark("This key stands twice. Delete one of the two.")),
    (
        "Cannot declare",
        mark("This table stands twice. A list of tables needs double brackets each time: [[ ]]."),
    ),
    (
        "Cannot redefine namespace",
        mark("This table stands twice. A list of tables needs double brackets each time: [[ ]]."),
    ),
    (
        "Cannot mutate immutable namespace",
        mark("This list or table is complete already. Write all of it in one place."),
    ),
    ("Expected ']' at the end", mark("The bracket ] is missing at the end of the line.")),
    ("Expected ']]' at the end", mark("The brackets ]] are missing at the end of the line.")),
    (
        "Unclosed array",
        mark("A list before here is not closed. A comma or the bracket ] is missing."),
    ),
    (
        "Unclosed inline table",
        mark("A table before here is not closed. A comma or the closing brace is missing."),
    ),
    (
        "Unterminated string",
        mark("The text is not closed. The quotation mark at its end is missing."),
    ),
    (
        "Illegal character '\\n'",
        mark(
            "The text is not closed on its line. Longer ones stand between three quotation marks."
        ),
    ),
    ("Expected '\"", mark("The text is not closed. The quotation marks at its end are missing.")),
    ("Expected \"'", mark("The text is not closed. The quotation marks at its end are missing.")),
    (
        "Unescaped '\\'",
        mark("A backslash begins a code in a text. Write two for one: \\\\."),
    ),
    ("Invalid hex value", mark("After \\u stand four digits 0-9 or a-f, after \\U eight.")),
    ("Escaped character", mark("The code after the backslash is no character.")),
    ("Invalid date or datetime", mark("There is no such date or time.")),
    ("Illegal character", mark("A control character stands here. Delete it.")),
    ("Found invalid character", mark("A control character stands here. Delete it.")),
)


def load(text: str, name: str) -> tuple[dict[str, object], Positions]:
    """The values of a TOML text and where its keys stand.

    Raises FrameworkError with one fault where the text is not TOML.
    """
    endless = _ENDLESS_KEY.search(text)
    if endless:
        line = text.count("\n", 0, endless.start()) + 1
        raise FrameworkError(name, [Fault(line, "", ENDLESS_KEY)])
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FrameworkError(name, [_fault(str(error), text)]) from error
    except RecursionError:
        raise FrameworkError(name, [Fault(None, "", NESTED)]) from None
    except ValueError as error:  # Python reads no number of more than 4,300 digits
        raise FrameworkError(name, [Fault(None, "", HUGE_NUMBER)]) from error
    try:
        return content, positions(text)
    except RecursionError:
        raise FrameworkError(name, [Fault(None, "", NESTED)]) from None


def _fault(said: str, text: str) -> Fault:
    place = _PLACE.search(said)
    reason = said[: place.start()] if place else said
    line = int(place[1]) if place and place[1] else _unfinished(text)
    for beginning, sentence in _REASONS:
        if reason.startswith(beginning):
            return Fault(line, "", sentence)
    return Fault(line, "", NOT_TOML, {"reason": shown(reason, longest=120)})


def _unfinished(text: str) -> int:
    """The line of the statement that the end of `text` cuts off, else its last with content."""
    with contextlib.suppress(RecursionError):  # then the last line has to do
        try:
            positions(text)
        except NotToml as cut:
            return cut.line
    return text.rstrip().count("\n") + 1
