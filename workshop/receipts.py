"""Receipts: what a secret vote is kept under, which only the seat's own token can make again."""

from __future__ import annotations

import hmac
import secrets
from threading import Lock

TOKEN_BYTES = 32
"""How long a token is; one that is brought along must have at least as many."""


class Receipts:
    """A token for each seat, in memory only; nothing of it is ever written. Any thread may ask.

    After a crash the tokens are gone: the votes stand, and nobody can change them any more.
    """

    def __init__(self) -> None:
        self._tokens: dict[str, bytes] = {}
        self._lock = Lock()

    def receipt(self, round_id: str, seat_id: str) -> str:
        """The seat's receipt in this round: HMAC-SHA256 of the round under the seat's token."""
        with self._lock:
            token = self._tokens.get(seat_id)
            if token is None:
                token = self._tokens[seat_id] = secrets.token_bytes(TOKEN_BYTES)
        return hmac.new(token, round_id.encode(), "sha256").hexdigest()

    def renew(self, seat_id: str) -> None:
        """Kill the seat's token: it was handed over, or lost. What it voted stands."""
        with self._lock:
            self._tokens.pop(seat_id, None)

    def use(self, seat_id: str, token: bytes) -> None:
        """Take the token that the seat's own phone keeps; the one before is dead at once.

        Raises ValueError where it is shorter than TOKEN_BYTES.
        """
        if len(token) < TOKEN_BYTES:
            raise ValueError(f"a token has at least {TOKEN_BYTES} bytes, not {len(token)}")
        with self._lock:
            self._tokens[seat_id] = token
