"""Receipts: only who holds a seat's token can make its receipt again."""

from __future__ import annotations

import hmac

import pytest

from workshop.receipts import TOKEN_BYTES, Receipts


def test_a_receipt_is_the_hmac_of_the_round_under_the_seats_token() -> None:
    receipts, token = Receipts(), bytes(range(TOKEN_BYTES))
    receipts.use("s1", token)
    assert receipts.receipt("r1", "s1") == hmac.digest(token, b"r1", "sha256").hex()


def test_receipts_of_other_seats_rounds_and_tokens_have_nothing_in_common() -> None:
    receipts = Receipts()
    first = receipts.receipt("r1", "s1")
    assert receipts.receipt("r1", "s1") == first
    others = {receipts.receipt("r1", "s2"), receipts.receipt("r2", "s1")}
    receipts.renew("s1")
    others.add(receipts.receipt("r1", "s1"))
    others.add(Receipts().receipt("r1", "s1"))
    assert len(others | {first}) == 5


def test_a_token_that_could_be_guessed_is_not_taken() -> None:
    with pytest.raises(ValueError, match="at least 32 bytes, not 4"):
        Receipts().use("s1", b"1234")
