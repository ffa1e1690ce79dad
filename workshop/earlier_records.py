"""Earlier records: what a workshop keeps of the one that it repeats, as its own copy."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from workshop.row_base import Record, within


class EarlierResultRecord(Record):
    """What the earlier workshop said to the same question: its last revealed round, in total."""

    __tablename__ = "earlier_result"
    question_id: Mapped[str] = mapped_column(
        ForeignKey("question.id", ondelete="CASCADE"), primary_key=True
    )
    counts: Mapped[list[int]] = mapped_column(JSON, doc="votes for each step, lowest first")
    dont_know: Mapped[int] = mapped_column(default=0)
    score_halves: Mapped[int | None] = mapped_column(doc="the agreed score times two")
    differed: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(doc="the words in which it was asked then")


class ReviewActionRecord(Record):
    """An action of the earlier workshop that was open when this one was made from it.

    `action_id` is that action's own id; where it is in the same library its status is set there
    too. It is no reference: a copy of this workshop alone must hold together.
    """

    __tablename__ = "review_action"
    __table_args__ = (
        within("status", "not_started", "under_way", "done"),
        Index("ix_review_action_place", "workshop_id", "position"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int]
    action_id: Mapped[str]
    what: Mapped[str]
    first_step: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")
    due: Mapped[date | None]
    measure: Mapped[str] = mapped_column(default="")
    theme: Mapped[str | None]
    second: Mapped[bool] = mapped_column(default=False)
    session: Mapped[str] = mapped_column(default="")
    short: Mapped[str] = mapped_column(default="")
    off_report: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(default="not_started")
    reviewed_at: Mapped[int | None]
