"""Reportable: a snapshot without what is private or marked "not in the report".

Every export but the workshop file itself is made of this, so that no writer can forget a mark.
"""

from __future__ import annotations

from dataclasses import replace

from workshop.snapshot import Snapshot, SnapshotQuestion, SnapshotSession


def reportable(snapshot: Snapshot) -> Snapshot:
    """The snapshot as others may read it.

    Private notes are gone, and notes, actions, photos and the earlier workshop's actions that are
    marked. A marked outcome keeps its score, which is counted in the session's, but loses the
    words that were written to it.
    """
    return replace(
        snapshot,
        sessions=tuple(_session(each) for each in snapshot.sessions),
        actions=tuple(each for each in snapshot.actions if not each.off_report),
        review=tuple(each for each in snapshot.review if not each.off_report),
        photos=tuple(each for each in snapshot.photos if not each.off_report),
        dropped=tuple(each for each in snapshot.dropped if not each.off_report),
    )


def _session(session: SnapshotSession) -> SnapshotSession:
    return replace(session, questions=tuple(_question(each) for each in session.questions))


def _question(question: SnapshotQuestion) -> SnapshotQuestion:
    outcome = question.outcome
    if outcome is not None and outcome.off_report:
        outcome = replace(
            outcome,
            evidence="",
            low_position="",
            high_position="",
            finds_out="",
            finds_out_how="",
            finds_out_by=None,
        )
    notes = tuple(each for each in question.notes if not (each.private or each.off_report))
    return replace(question, outcome=outcome, notes=notes)
