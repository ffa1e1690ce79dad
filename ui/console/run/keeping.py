"""Keeping: what is typed on the console goes to the live workshop: tallies, outcomes, actions."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.console.run.begun import Begun
from ui.console.run.panel import Panel
from ui.console.run.parts import Parts
from ui.console.run.saving import NOT_KEPT, keep_each
from ui.console.widgets.field import LineField
from ui.leading import Leading
from workshop.planning import ActionDraft, Positions


class Keeping(QObject):
    """Joins the parts' signals to the acts that keep; every change is saved at once."""

    def __init__(self, leading: Leading, parts: Parts) -> None:
        super().__init__(leading)
        self._leading = leading
        self._parts = parts
        self._planning = leading.live.planning
        self._connect_votes()
        self._connect_outcomes()
        self._connect_notes()
        parts.capture.added.connect(self._propose)
        parts.capture.changed.connect(self._change_action)
        parts.read_back.agreed.connect(self._agree_action)
        parts.read_back.dropped.connect(self._drop_action)

    def save(self, page: QWidget | None) -> str:
        """Keep what is being typed on a page of the centre; a sentence where it was not kept."""
        parts, refused = self._parts, [""]
        whole = True
        if page is parts.record:
            whole = parts.record.save()
        elif page is parts.tally:
            whole = parts.tally.save()
            refused.append(parts.tally.error)
        elif isinstance(page, Panel):
            whole = keep_each(lambda: refused.append(page.save()))
        return refused[-1] or ("" if whole else self._leading.words.say(NOT_KEPT))

    def try_again(self) -> None:
        """Hand over again what was typed and could not be kept, as on a disk that was full."""
        parts = self._parts
        if self._tally_is_away():
            parts.tally.save()
        lines = (parts.question.parking.field, parts.park_line, parts.record.said_field)
        fields = (*lines, parts.record.evidence_field, *parts.record.differ.fields)
        keep_each(*(field.save for field in fields if field.unkept))
        if parts.question.notes.field.unkept:
            keep_each(parts.question.notes.field.submit)

    def hands_put_away(self) -> str:
        """Why hands that were put away are not counted in the vote that is open, or nothing."""
        return self._parts.tally.error if self._tally_is_away() else ""

    def _tally_is_away(self) -> bool:
        scene, tally = self._leading.scene, self._parts.tally
        still_open = scene is not None and scene.round_id == tally.round_id
        return still_open and self._parts.centre.currentWidget() is not tally

    def _connect_votes(self) -> None:
        turns = self._leading.live.turns
        act = self._leading.act
        self._parts.tally.left_row.connect(self._put_tally)
        self._parts.tally.wanted.connect(self._read_tally)
        self._parts.side.called.connect(
            lambda team_id, pad: act(partial(turns.call, team_id, pad=pad))
        )
        self._parts.side.turn_skipped.connect(lambda: act(turns.skip))
        self._parts.side.turn_ended.connect(lambda: act(turns.end))

    def _connect_outcomes(self) -> None:
        record = self._parts.record
        record.agreed.connect(self._agree)
        record.differed.connect(self._differ)
        record.one_score.connect(self._one_score)
        record.evidence.connect(self._write_evidence)
        record.marked.connect(self._mark)

    def _connect_notes(self) -> None:
        parts = self._parts
        parts.record.said.connect(self._write_said)
        parts.record.unsaid.connect(self._remove_note)
        parts.question.notes.written.connect(self._write_note)
        parts.question.notes.removed.connect(self._remove_note)
        lot, line = parts.question.parking.field, parts.park_line
        self._begun = {lot: Begun(self._question_in_work), line: Begun(self._question_in_work)}
        for field, begun in self._begun.items():
            field.text_edited.connect(begun.follow)
        parts.question.parking.parked.connect(partial(self._park, lot))
        parts.question.parking.taken_off.connect(self._unpark)
        line.text_saved.connect(self._park_from_line)

    # --- Votes ------------------------------------------------------------------------------

    def _put_tally(self, round_id: str, group: str, counts: Mapping[int, int]) -> None:
        refusals: list[str] = []
        put = partial(self._leading.live.voting.put_tally, round_id, group, counts)
        kept = self._leading.act(put, refusals.append)
        self._parts.tally.say_refusal(group, refusals[0] if refusals else "")
        if not kept:
            self._parts.tally.keep_trying(group)

    def _read_tally(self, round_id: str, group: str) -> None:
        self._parts.tally.fill(group, self._leading.live.voting.tally(round_id, group))

    # --- Outcomes ---------------------------------------------------------------------------

    def _agree(self, question_id: str, score: float) -> None:
        if not self._leading.act(partial(self._planning.agree, question_id, score)):
            self._parts.record.show_kept()

    def _differ(self, question_id: str, positions: Positions) -> None:
        differ = self._parts.record.differ
        begun = not differ.isHidden()
        kept = self._leading.act(partial(self._planning.differ, question_id, positions))
        if begun and not kept:
            differ.put_back()

    def _one_score(self, question_id: str) -> None:
        self._leading.act(partial(self._planning.back_to_one_score, question_id))

    def _write_evidence(self, question_id: str, text: str) -> None:
        if not self._leading.act(partial(self._planning.write_evidence, question_id, text)):
            self._parts.record.evidence_field.put_back(text)

    def _mark(self, question_id: str, off_wall: bool, off_report: bool) -> None:
        put = self._planning.mark_outcome
        act = partial(put, question_id, off_wall=off_wall, off_report=off_report)
        if not self._leading.act(act):
            self._parts.record.show_kept()

    # --- Notes and the parking lot ----------------------------------------------------------

    def _write_note(self, question_id: str | None, text: str) -> None:
        if not self._add_note(question_id, text, private=True):
            self._parts.question.notes.field.put_back(question_id, text)

    def _write_said(self, question_id: str, text: str) -> None:
        if not self._add_note(question_id, text, private=False):
            self._parts.record.put_back_said(question_id, text)

    def _add_note(self, question_id: str | None, text: str, *, private: bool) -> bool:
        add = self._planning.add_note
        return self._leading.act(partial(add, question_id, text, private=private))

    def _remove_note(self, note_id: str) -> None:
        self._leading.act(partial(self._planning.remove_note, note_id))

    def _question_in_work(self) -> str | None:
        scene = self._leading.scene
        if scene is None or scene.step is None or scene.question is None:
            return None
        return scene.question.question_id

    def _park(self, field: LineField, text: str) -> None:
        question_id = self._begun[field].take()
        if not self._leading.act(partial(self._planning.park, text, question_id)):
            self._begun[field].bind(question_id)
            field.put_back(text)

    def _park_from_line(self, text: str) -> None:
        line = self._parts.park_line
        line.set_text("")
        if text.strip():
            self._park(line, text)

    def _unpark(self, parked_id: str) -> None:
        self._leading.act(partial(self._planning.unpark, parked_id))

    # --- Actions ----------------------------------------------------------------------------

    def _propose(self, draft: ActionDraft, question_id: str | None) -> None:
        if self._leading.act(partial(self._planning.propose, draft, question_id)):
            self._parts.capture.accept_written()

    def _change_action(self, action_id: str, draft: ActionDraft) -> None:
        if self._leading.act(partial(self._planning.change_action, action_id, draft)):
            self._parts.capture.accept_written()

    def _agree_action(self, action_id: str) -> None:
        self._leading.act(partial(self._planning.agree_action, action_id))

    def _drop_action(self, action_id: str, reason: str) -> None:
        self._leading.act(partial(self._planning.drop_action, action_id, reason))
