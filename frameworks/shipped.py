"""The packs that come with Flipchart."""

from __future__ import annotations

from pathlib import Path

DEFAULT_PACK = "service-culture"


def packs_folder() -> Path:
    """The folder of the shipped packs."""
    return Path(__file__).parent / "packs"


def shipped() -> tuple[Path, ...]:
    """The files of the shipped packs: the default first, the others by name."""
    packs = sorted(packs_folder().glob("*.toml"))
    return tuple(sorted(packs, key=lambda path: path != default_pack()))


def default_pack() -> Path:
    """The pack that a new workshop starts from."""
    return packs_folder() / f"{DEFAULT_PACK}.toml"
