"""Closing records: the rows of the close, and of photos."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from workshop.row_base import Record, where_set


class ClosingCountRecord(Record):
    """How worthwhile the day was, 1 to 5, by show of hands and without names."""

    __tablename__ = "closing_count"
    __table_args__ = (
        CheckConstraint("answer BETWEEN 1 AND 5", name="answer"),
        CheckConstraint("count > 0", name="count"),
        {"sqlite_with_rowid": False},
    )
    workshop_id: Mapped[str] = mapped_column(
        ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True
    )
    answer: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    count: Mapped[int]


class ClosingWordRecord(Record):
    """One word that somebody said at the close, without a name, in order of arrival."""

    __tablename__ = "closing_word"
    __table_args__ = (Index("ix_closing_word_place", "workshop_id", "position"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    position: Mapped[int]
    text: Mapped[str]


class PhotoRecord(Record):
    """A photo dropped on an agenda item; its file lies in the library's folder `photos`."""

    __tablename__ = "photo"
    __table_args__ = (
        Index("ix_photo_item", "item_id", "position"),
        where_set("photo", "question_id"),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    item_id: Mapped[str] = mapped_column(ForeignKey("agenda_item.id", ondelete="CASCADE"))
    question_id: Mapped[str | None] = mapped_column(ForeignKey("question.id", ondelete="SET NULL"))
    position: Mapped[int]
    file_name: Mapped[str] = mapped_column(doc="in photos/<workshop id>/, the SHA-256 of its bytes")
    caption: Mapped[str] = mapped_column(default="")
    off_report: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[int]
