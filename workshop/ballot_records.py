"""Ballot records: the rows of rounds, votes and tallies, of open and of secret ballots."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.row_base import Record, within


class RoundRecord(Record):
    """One vote on one question; `not_opened` with votes is a round parked by an undo."""

    __tablename__ = "round"
    __table_args__ = (
        within("asks", "performance", "importance"),
        within("state", "not_opened", "open", "closed", "revealed"),
        UniqueConstraint("question_id", "asks", "number", name="uq_round_number"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    question_id: Mapped[str] = mapped_column(ForeignKey("question.id", ondelete="CASCADE"))
    asks: Mapped[str] = mapped_column(default="performance")
    number: Mapped[int]
    state: Mapped[str] = mapped_column(default="not_opened")
    opened_at: Mapped[int | None]
    closed_at: Mapped[int | None]
    revealed_at: Mapped[int | None]
    secret: Mapped[bool] = mapped_column(default=False, doc="as the workshop's ballot was then")
    sealed_at: Mapped[int | None]


class RoundSeatRecord(Record):
    """A seat that was present and voting when a round closed."""

    __tablename__ = "round_seat"
    __table_args__ = (Index("ix_round_seat_seat", "seat_id"), {"sqlite_with_rowid": False})
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[str] = mapped_column(
        ForeignKey("seat.id", ondelete="CASCADE"), primary_key=True
    )


class VoteRecord(Record):
    """One seat's answer in one round of an open ballot, and the way it came."""

    __tablename__ = "vote"
    __table_args__ = (
        CheckConstraint("answer BETWEEN 0 AND 10", name="answer"),
        within("way", "wall", "phone", "paper", "for_someone"),
        Index("ix_vote_seat", "seat_id"),
        {"sqlite_with_rowid": False},
    )
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[str] = mapped_column(
        ForeignKey("seat.id", ondelete="CASCADE"), primary_key=True
    )
    answer: Mapped[int]
    way: Mapped[str]
    cast_at: Mapped[int]


class TallyRecord(Record):
    """A count of one answer without seats; `group` is a team's id, or '' for the whole room."""

    __tablename__ = "tally"
    __table_args__ = (
        CheckConstraint("answer BETWEEN 0 AND 10", name="answer"),
        CheckConstraint("count > 0", name="count"),
        within("way", "hands", "paper"),
        {"sqlite_with_rowid": False},
    )
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    group: Mapped[str] = mapped_column(primary_key=True)
    way: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    count: Mapped[int]


class VotedRecord(Record):
    """That a seat has voted in a secret round, until the reveal: never what, nor when."""

    __tablename__ = "voted"
    __table_args__ = ({"sqlite_with_rowid": False},)
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    seat_id: Mapped[str] = mapped_column(
        ForeignKey("seat.id", ondelete="CASCADE"), primary_key=True
    )


class SealedRecord(Record):
    """A vote of a secret round while it is open, under a receipt that only its seat can make.

    `team` is the seat's team. Gone at the close, when the counts are written.
    """

    __tablename__ = "sealed"
    __table_args__ = (
        CheckConstraint("answer BETWEEN 0 AND 10", name="answer"),
        within("way", "wall", "phone", "paper", "for_someone"),
        {"sqlite_with_rowid": False},
    )
    receipt: Mapped[str] = mapped_column(primary_key=True)
    round_id: Mapped[str] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"))
    team_id: Mapped[str] = mapped_column(ForeignKey("team.id", ondelete="CASCADE"))
    answer: Mapped[int]
    way: Mapped[str]


class SealedCountRecord(Record):
    """What a secret round said: a count by answer, of a team or ('') of the hidden rest."""

    __tablename__ = "sealed_count"
    __table_args__ = (
        CheckConstraint("answer BETWEEN 0 AND 10", name="answer"),
        CheckConstraint("count > 0", name="count"),
        {"sqlite_with_rowid": False},
    )
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    group: Mapped[str] = mapped_column(primary_key=True)
    answer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    count: Mapped[int]


class SealedWayRecord(Record):
    """How many votes of a secret round came by a way; only where at least the minimum did."""

    __tablename__ = "sealed_way"
    __table_args__ = (
        within("way", "hands", "wall", "phone", "paper", "for_someone"),
        CheckConstraint("count > 0", name="count"),
        {"sqlite_with_rowid": False},
    )
    round_id: Mapped[str] = mapped_column(
        ForeignKey("round.id", ondelete="CASCADE"), primary_key=True
    )
    way: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]
