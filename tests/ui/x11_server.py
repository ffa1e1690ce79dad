"""X11 server: a display in memory with two screens and a window manager, for tests on real xcb.

Xvfb knows one screen alone, so a laptop's and a projector's are set on it as RandR monitors, over
the protocol itself: no tool that could is among what `make setup` installs.
"""

from __future__ import annotations

import os
import socket
import struct
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

Monitor = tuple[str, int, int, int]  # name, left edge, width, height
SCREENS: tuple[Monitor, ...] = (("Laptop", 0, 1440, 900), ("Projector", 1440, 1920, 1080))
_PATIENCE_S = 20.0
# Requests, a mask and an event of the X protocol and of RandR.
_CHANGE_ATTRIBUTES, _INTERN_ATOM, _QUERY_EXTENSION, _GET_INPUT_FOCUS = 2, 16, 98, 43
_GRAB_SERVER, _UNGRAB_SERVER = 36, 37
_EVENT_MASK, _PROPERTY_CHANGE, _PROPERTY_NOTIFY = 0x800, 0x400000, 28
_GET_SCREEN_RESOURCES, _SET_MONITOR, _DELETE_MONITOR = 8, 43, 44


@contextmanager
def two_screens(environment: dict[str, str]) -> Iterator[str]:
    """The display's name, such as ":7", while it runs with both screens and openbox."""
    with managed(environment, "3360x1080x24", SCREENS) as display:
        yield display


@contextmanager
def managed(environment: dict[str, str], whole: str, monitors: Sequence[Monitor]) -> Iterator[str]:
    """The display's name while it runs with these screens in `whole`, and openbox."""
    with ExitStack() as stack:
        display = stack.enter_context(_server(environment, whole))
        client = stack.enter_context(Monitors(display))
        client.arrange(monitors)
        client.listen()
        manager = ["openbox", "--sm-disable"]
        stack.enter_context(_running(manager, {**environment, "DISPLAY": display}))
        client.wait_for_property("_NET_SUPPORTING_WM_CHECK")
        yield display


@contextmanager
def _server(environment: dict[str, str], whole: str) -> Iterator[str]:
    """Xvfb on a number that is free, with room for screens in `whole`, such as 3360x1080x24."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", whole, "-nolisten", "tcp"]
    with os.fdopen(reading) as told, _running([*command, "-noreset"], environment, writing):
        os.close(writing)
        number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"


@contextmanager
def _running(command: list[str], environment: dict[str, str], *kept: int) -> Iterator[None]:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, env=environment, pass_fds=kept, stdin=quiet, stdout=quiet, stderr=quiet
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


class Monitors:
    """The few requests that set monitors and wait for a window manager."""

    def __init__(self, display: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.settimeout(_PATIENCE_S)
        self._socket.connect(f"/tmp/.X11-unix/X{display[1:]}")
        self._root = self._greet()
        reply = self._ask(struct.pack("<BxHHxx", _QUERY_EXTENSION, 4, 5) + _padded(b"RANDR"))
        self._randr = reply[9]
        self._output = self._find_output()
        self._names: tuple[str, ...] = ()

    def __enter__(self) -> Monitors:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def arrange(self, monitors: Sequence[Monitor]) -> None:
        """Have these monitors and no others; who listens is told once all of them stand.

        The first takes the only output, or that would be a screen of its own.
        """
        self._socket.sendall(struct.pack("<BxH", _GRAB_SERVER, 1))  # nobody sees the half of it
        for name in self._names:
            request = (self._randr, _DELETE_MONITOR, 3, self._root, self._atom(name))
            self._socket.sendall(struct.pack("<BBHII", *request))
        self._names = tuple(name for name, *_ in monitors)
        for number, monitor in enumerate(monitors):
            self._set_monitor(*monitor, outputs=() if number else (self._output,))
        self._socket.sendall(struct.pack("<BxH", _UNGRAB_SERVER, 1))
        self._sync()

    def _set_monitor(
        self, name: str, left: int, width: int, height: int, *, outputs: tuple[int, ...]
    ) -> None:
        self._socket.sendall(
            struct.pack(
                f"<BBHIIBBHhhHHII{len(outputs)}I",
                *(self._randr, _SET_MONITOR, 8 + len(outputs), self._root, self._atom(name)),
                *(bool(outputs), False, len(outputs)),
                *(left, 0, width, height, width // 4, height // 4, *outputs),
            )
        )

    def listen(self) -> None:
        """Be told of the root window's properties from now on."""
        values = (self._root, _EVENT_MASK, _PROPERTY_CHANGE)
        self._socket.sendall(struct.pack("<BxHIII", _CHANGE_ATTRIBUTES, 4, *values))
        self._sync()

    def wait_for_property(self, name: str) -> None:
        """Wait until somebody sets that property of the root window."""
        wanted = self._atom(name)
        while True:
            event = self._receive(32)
            if event[0] == _PROPERTY_NOTIFY and struct.unpack_from("<I", event, 8)[0] == wanted:
                return

    def _sync(self) -> None:
        self._ask(struct.pack("<BxH", _GET_INPUT_FOCUS, 1))  # answered, so all before is done

    def _greet(self) -> int:
        """Open the connection; answers the root window."""
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        accepted, length = struct.unpack("<B5xH", self._receive(8))
        setup = self._receive(4 * length)
        assert accepted == 1, setup
        vendor, formats = struct.unpack_from("<H", setup, 16)[0], setup[21]
        root: int = struct.unpack_from("<I", setup, 32 + len(_padded(bytes(vendor))) + 8 * formats)[
            0
        ]
        return root

    def _find_output(self) -> int:
        reply = self._ask(struct.pack("<BBHI", self._randr, _GET_SCREEN_RESOURCES, 2, self._root))
        more = self._receive(4 * struct.unpack_from("<I", reply, 4)[0])
        controllers = struct.unpack_from("<H", reply, 16)[0]
        output: int = struct.unpack_from("<I", more, 4 * controllers)[0]
        return output

    def _atom(self, name: str) -> int:
        text = name.encode()
        request = struct.pack("<BxHHxx", _INTERN_ATOM, 2 + len(_padded(text)) // 4, len(text))
        atom: int = struct.unpack_from("<I", self._ask(request + _padded(text)), 8)[0]
        return atom

    def _ask(self, request: bytes) -> bytes:
        """The first 32 bytes of the answer; events that come before it are passed over."""
        self._socket.sendall(request)
        while (answer := self._receive(32))[0] > 1:
            pass
        assert answer[0] == 1, answer
        return answer

    def _receive(self, length: int) -> bytes:
        received = b""
        while len(received) < length:
            part = self._socket.recv(length - len(received))
            assert part, "Xvfb closed the connection"
            received += part
        return received


def _padded(text: bytes) -> bytes:
    return text + bytes(-len(text) % 4)
