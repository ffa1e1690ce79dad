"""Kept scene: a scene as plain values and back, for a wall that is held over a crash."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from workshop.scenes import Scene

_NAME = "scene"
_SCENES: dict[str, type] = {each.__name__: each for each in get_args(Scene)}


def to_plain(scene: Scene) -> dict[str, Any]:
    """The scene as texts, numbers, lists and mappings that JSON takes."""
    return {_NAME: type(scene).__name__, **_plain(scene)}


def from_plain(values: dict[str, Any]) -> Scene:
    """The scene that `to_plain` was given.

    Raises KeyError for a scene that this version does not know.
    """
    known = _SCENES[values[_NAME]]
    scene: Scene = _made(known, {key: each for key, each in values.items() if key != _NAME})
    return scene


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value


@cache
def _hints(known: type) -> dict[str, Any]:
    return get_type_hints(known)


def _made(kind: Any, value: Any) -> Any:
    """`value`, as JSON gave it back, as what the type `kind` says."""
    if value is None:
        return None
    if get_origin(kind) in (Union, UnionType):
        (kind,) = (each for each in get_args(kind) if each is not NoneType)
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        kinds = inner[:1] * len(value) if inner[-1] is Ellipsis else inner
        return tuple(_made(each, part) for each, part in zip(kinds, value, strict=True))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{key: _made(hints[key], part) for key, part in value.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value
