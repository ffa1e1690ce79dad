"""Commands: what `main.py` understands beside opening the app, and its exit codes.

0 done, 1 it failed, 2 wrong use. Results go to stdout, faults to stderr, progress to a terminal.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from exports.kinds import KINDS
from frameworks.shipped import DEFAULT_PACK, shipped
from ui.commandline.answers import FAILED, say_fault
from workshop.errors import WorkshopError
from workshop.words import Words


def parser(words: Words) -> argparse.ArgumentParser:
    """The arguments of `main.py`; without a command the app opens."""
    whole = argparse.ArgumentParser(
        prog="main.py",
        description=words.say(
            "Flipchart leads workshops in the room. Without a command it opens; with a workshop "
            "file (.flipchart) in place of one, it takes in that workshop and opens it."
        ),
    )
    library = words.say("the library file to use instead of your own")
    whole.add_argument("--library", type=Path, metavar="PATH", help=library)
    commands = whole.add_subparsers(dest="command", title=words.say("commands"))

    rehearse = commands.add_parser(
        "rehearse", help=words.say("play a whole workshop with simulated seats, without a screen")
    )
    rehearse.add_argument(
        "--framework",
        default=DEFAULT_PACK,
        metavar="ID",
        help=words.say(
            "{ids}, the id of a pack of your own, or a pack file, a .toml",
            ids=", ".join(path.stem for path in shipped()),
        ),
    )
    rehearse.add_argument("--seats", type=int, default=24, metavar="N")
    rehearse.add_argument("--seed", type=int, default=1, metavar="S")
    out = words.say("the folder that a new one is made in")
    rehearse.add_argument("--out", type=Path, default=Path("out"), metavar="DIR", help=out)

    export = commands.add_parser("export", help=words.say("write the files of a workshop"))
    export.add_argument("workshop", metavar="WORKSHOP", help=words.say("its id or its title"))
    export.add_argument("--out", type=Path, required=True, metavar="DIR")
    only = words.say("only these of {kinds}, by comma", kinds=", ".join(KINDS))
    export.add_argument("--only", metavar="plan,…", help=only)

    packs = commands.add_parser("framework", help=words.say("look after framework packs"))
    of_packs = packs.add_subparsers(dest="of_framework", title=words.say("commands"), required=True)
    checking = of_packs.add_parser("check", help=words.say("say all that is wrong with a pack"))
    checking.add_argument("file", type=Path, metavar="FILE", help=words.say("the pack, a .toml"))

    listing = commands.add_parser("list", help=words.say("list the workshops of the library"))
    listing.add_argument("--all", action="store_true", help=words.say("archived ones too"))
    for reader in (rehearse, export, listing):
        # Named behind the command too; left out there, what stood before it holds.
        reader.add_argument(
            "--library", type=Path, default=argparse.SUPPRESS, metavar="PATH", help=library
        )
    return whole


def run(arguments: argparse.Namespace, words: Words) -> int:
    """Carry out a command; answers its exit code."""
    command: Callable[[argparse.Namespace, Words], int]
    try:
        match arguments.command:
            case "rehearse":
                from ui.commandline.rehearse import rehearse as command
            case "export":
                from ui.commandline.export import export as command
            case "list":
                from ui.commandline.listing import list_workshops as command
            case "framework":
                from ui.commandline.framework import check as command
            case other:
                raise ValueError(other)
        return command(arguments, words)
    except WorkshopError as fault:
        say_fault(fault.sentence(words))
    except KeyboardInterrupt:
        say_fault(words.say("Cancelled: nothing was written."))
    return FAILED
