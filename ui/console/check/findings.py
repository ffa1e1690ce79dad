"""Findings: what the check of the room has found, each in words with what can be done about it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Final

from workshop.agenda import clock_text
from workshop.health import LibraryHealth
from workshop.words import Words

MEGABYTE: Final = 1_000_000
DAY_NEEDS: Final = 20 * MEGABYTE  # votes, photos of the flipcharts and a backup
FREE_LEAST: Final = 10 * DAY_NEEDS
BACKUP_LASTS_MS: Final = 7 * 24 * 60 * 60 * 1000
WALL_LEAST: Final = (1024, 768)  # pixels; below this the back row cannot read 44


class Standing(Enum):
    """How a finding stands."""

    FINE = auto()
    OPEN = auto()  # to be looked at
    WAITING = auto()  # not known yet


class Mend(StrEnum):
    """What the button of a finding does."""

    CORNERS_SEEN = "corners seen"
    BACK_ROW_READS = "back row reads"
    NO_CLICKER = "no clicker"
    BACK_UP = "back up"
    COPY_FOLDER = "copy folder"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check: a title, its cause or proof, and at most one button."""

    title: str
    detail: str
    standing: Standing
    mend: Mend | None = None
    button: str = ""


@dataclass(frozen=True, slots=True)
class Wall:
    """The screens as the check sees them; `pixels` of the screen that carries the wall."""

    alone: bool
    mirrored: bool
    pixels: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Said:
    """What the facilitator said about the room, as moments in ms; None: not yet."""

    corners: int | None = None
    back_row: int | None = None
    no_clicker: bool = False


def of_screens(words: Words, wall: Wall, said: Said, *, asleep: str | None) -> tuple[Finding, ...]:
    """What is to be said about the screens; `asleep` says why they may go dark."""
    found: list[Finding] = []
    if wall.mirrored:
        detail = words.say("Extend the desktop in its settings, and your notes stay private.")
        found.append(_open(words.say("The screens show the same"), detail))
    elif wall.alone:
        detail = words.say("The room will see this console. F5 fills it with the wall.")
        found.append(_open(words.say("No projector found"), detail))
    if wall.pixels is not None and _small(wall.pixels):
        detail = words.say(
            "{width} × {height}. The back row needs at least {least} × {lowest}.",
            width=wall.pixels[0], height=wall.pixels[1], least=WALL_LEAST[0], lowest=WALL_LEAST[1],
        )  # fmt: skip
        found.append(_open(words.say("The wall has few pixels"), detail))
    found += [_corners(words, said), _back_row(words, said)]
    found.append(_awake(words, asleep))
    return tuple(found)


def of_keys(words: Words, heard: Sequence[str], said: Said) -> tuple[Finding, ...]:
    """What came from the clicker: the names of its keys, in the order they came."""
    if heard:
        arrived = words.say("{keys} arrived.", keys=", ".join(heard))
        return (_fine(words.say("Clicker heard"), arrived),)
    if said.no_clicker:
        detail = words.say("Space and the arrow keys step.")
        return (_fine(words.say("Without a clicker"), detail),)
    return (
        Finding(
            words.say("No clicker heard yet"),
            words.say("Press its keys from where you will stand."),
            Standing.OPEN,
            Mend.NO_CLICKER,
            words.say("There is none"),
        ),
    )


def of_library(
    words: Words, health: LibraryHealth | None, refusal: str, workshops: int
) -> tuple[Finding, ...]:
    """What is to be said about file, disk and backup; `refusal` says why nothing is known."""
    if refusal:
        return (_open(words.say("The library cannot be read"), refusal),)
    if health is None:
        wait = words.say("Reading every page of it.")
        return (Finding(words.say("Looking at the library"), wait, Standing.WAITING),)
    return (
        _sound(words, health, workshops),
        _disk(words, health.free),
        _backup(words, health),
    )


def of_copies(words: Words, folder: str, reachable: bool) -> Finding:
    """Whether a second copy is kept; `folder` is '' where none was chosen."""
    button = words.say("Choose a folder")
    if not folder:
        detail = words.say("A USB stick gets one every few minutes.")
        return Finding(
            words.say("No second copy yet"), detail, Standing.OPEN, Mend.COPY_FOLDER, button
        )
    if not reachable:
        detail = words.say("{folder} cannot be reached. Is the stick plugged in?", folder=folder)
        return Finding(
            words.say("The second copy has no place"),
            detail,
            Standing.OPEN,
            Mend.COPY_FOLDER,
            button,
        )
    detail = words.say("To {folder}, every few minutes.", folder=folder)
    return _fine(words.say("A second copy is kept"), detail)


def of_fonts(words: Words, loaded: int, shipped: int) -> Finding:
    """Whether all the fonts that Flipchart brings are there."""
    if loaded == shipped:
        detail = words.count("{n} cut loaded.", "All {n} cuts loaded.", shipped)
        return _fine(words.say("Fonts are there"), detail)
    detail = words.say(
        "{n} of {m} cuts loaded. Install Flipchart again, or texts may be cut off.",
        n=loaded, m=shipped,
    )  # fmt: skip
    return _open(words.say("Fonts are missing"), detail)


def summary(words: Words, findings: Sequence[Finding]) -> tuple[str, str, Standing]:
    """What the foot says: the count in bold, what it means, and how all of it stands."""
    left = sum(each.standing is Standing.OPEN for each in findings)
    if left:
        said = words.count("One thing to look at.", "{n} things to look at.", left)
        means = words.count("It does not stop the workshop.", "None stops the workshop.", left)
        return said, means, Standing.OPEN
    if any(each.standing is Standing.WAITING for each in findings):
        return words.say("Still looking."), "", Standing.WAITING
    return words.say("The room is ready."), "", Standing.FINE


def time_of(moment: int) -> str:
    """The time of day of a moment in ms since 1970, as the room's clock shows it."""
    here = time.localtime(moment / 1000)
    return clock_text(here.tm_hour * 60 + here.tm_min)


def amount(words: Words, size: int) -> str:
    """Bytes as a person says them."""
    if size >= 1000 * MEGABYTE:
        return words.say("{n} GB", n=words.number(size // (1000 * MEGABYTE)))
    if size < MEGABYTE:
        return words.say("{n} kB", n=words.number(-(-size // 1000)))
    whole = size >= 10 * MEGABYTE
    return words.say("{n} MB", n=words.number(size / MEGABYTE, 0 if whole else 1))


def _corners(words: Words, said: Said) -> Finding:
    if said.corners is not None:
        proof = words.say("You said so at {time}.", time=time_of(said.corners))
        return _fine(words.say("Full picture, no overscan"), proof)
    return Finding(
        words.say("Do all four corners show?"),
        words.say("A frame runs along the edge of the test card."),
        Standing.OPEN,
        Mend.CORNERS_SEEN,
        words.say("They do"),
    )


def _back_row(words: Words, said: Said) -> Finding:
    if said.back_row is not None:
        proof = words.say("You said so at {time}.", time=time_of(said.back_row))
        return _fine(words.say("The back row reads 44"), proof)
    return Finding(
        words.say("Does the back row read 44?"),
        words.say("Stand there, or let someone stand there."),
        Standing.OPEN,
        Mend.BACK_ROW_READS,
        words.say("It does"),
    )


def _awake(words: Words, asleep: str | None) -> Finding:
    if asleep is not None:
        return _open(words.say("The laptop may fall asleep"), asleep)
    detail = words.say("From opening to close.")
    return _fine(words.say("Display and laptop stay awake"), detail)


def _sound(words: Words, health: LibraryHealth, workshops: int) -> Finding:
    if not health.sound:
        detail = words.say("Close Flipchart and open it again: it offers the newest backup.")
        return _open(words.say("The library is damaged"), detail)
    detail = words.count(
        "Looked at {time}. {n} workshop, {size}.", "Looked at {time}. {n} workshops, {size}.",
        workshops, time=time_of(health.looked_at), size=amount(words, health.size),
    )  # fmt: skip
    return _fine(words.say("Library is sound"), detail)


def _disk(words: Words, free: int) -> Finding:
    title = words.say("Disk has {amount} free", amount=amount(words, free))
    if free < FREE_LEAST:
        return _open(title, words.say("Free some space before the day begins."))
    needs = words.say("A whole day needs {amount}.", amount=amount(words, DAY_NEEDS))
    return _fine(title, needs)


def _backup(words: Words, health: LibraryHealth) -> Finding:
    button = words.say("Back up now")
    if health.newest_backup is None:
        detail = words.say("One is made whenever Flipchart is closed.")
        return Finding(words.say("No backup yet"), detail, Standing.OPEN, Mend.BACK_UP, button)
    age = max(0, health.looked_at - health.newest_backup)
    detail = _age(words, age)
    if age > BACKUP_LASTS_MS:
        return Finding(
            words.say("The last backup is old"), detail, Standing.OPEN, Mend.BACK_UP, button
        )
    return _fine(words.say("There is a backup"), detail)


def _age(words: Words, age: int) -> str:
    minutes = age // 60_000
    if minutes == 0:
        return words.say("Made just now.")
    if minutes < 60:
        return words.count("Made {n} minute ago.", "Made {n} minutes ago.", minutes)
    if minutes < 24 * 60:
        return words.count("Made {n} hour ago.", "Made {n} hours ago.", minutes // 60)
    return words.count("Made {n} day ago.", "Made {n} days ago.", minutes // (24 * 60))


def _small(pixels: tuple[int, int]) -> bool:
    return pixels[0] < WALL_LEAST[0] or pixels[1] < WALL_LEAST[1]


def _fine(title: str, detail: str) -> Finding:
    return Finding(title, detail, Standing.FINE)


def _open(title: str, detail: str) -> Finding:
    return Finding(title, detail, Standing.OPEN)
