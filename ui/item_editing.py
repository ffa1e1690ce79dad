"""Item editing: the panel of one agenda item, joined to the workshop's acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from frameworks.collection import Collection, Entry
from frameworks.model import Framework, Pace
from ui.console.prepare.screen import PrepareScreen
from ui.framework_reading import read_pack
from workshop.live import LiveWorkshop
from workshop.prepared import Prepared

if TYPE_CHECKING:
    from ui.prepare_wishes import Act


class ItemEditing(QObject):
    """Opens the panel for the agenda item that is wanted, and keeps it as the workshop is."""

    def __init__(
        self, screen: PrepareScreen, live: LiveWorkshop, collection: Collection, act: Act
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._editor = screen.editor
        self._live = live
        self._collection = collection
        self._act = act
        self._entry: Entry | None = None
        self._shown = ""
        self._connect()

    def know(self, entry: Entry | None) -> None:
        """The pack that the workshop was made from, or None where it is not there any more."""
        self._entry = entry
        self._show_again()

    def open(self, item_id: str) -> None:
        """Open the panel for an agenda item, once what is typed in the one before it is kept."""
        if self._screen.panel is self._editor and not self._editor.save():
            return
        self._shown = item_id
        if self._show(self._live.prepared()):
            self._screen.open_editor()
            self._editor.take_focus()

    def show_prepared(self, prepared: Prepared) -> None:
        """Show the item anew where its panel is open; it closes where the item is gone."""
        if self._screen.panel is self._editor and not self._show(prepared):
            self._screen.close_panel()

    def _show(self, prepared: Prepared) -> bool:
        item = next((each for each in prepared.items if each.id == self._shown), None)
        if item is None:
            return False
        entry = self._entry
        outlines = () if entry is None else entry.sessions
        outline = next((each for each in outlines if each.id == item.session_key), None)
        sources = () if entry is None else entry.sources
        self._editor.show_item(item, self._live.prepared_session(item.id), outline, sources)
        return True

    def _show_again(self) -> None:
        if self._screen.panel is self._editor:
            self._show(self._live.prepared())

    def _on_closed(self) -> None:
        self._screen.close_panel()
        self._screen.agenda.select(self._shown)

    # --- Acts -------------------------------------------------------------------------------

    def _connect(self) -> None:
        editor, preparing = self._editor, self._live.preparing
        self._screen.agenda.edit_wanted.connect(self.open)
        editor.closed.connect(self._on_closed)
        editor.item_changed.connect(partial(self._change, preparing.change_item))
        editor.question_changed.connect(partial(self._change, preparing.edit_question))
        editor.question_left_out.connect(self._leave_out)
        editor.question_added.connect(self._add_question)
        editor.questions_wanted.connect(self._add_questions)
        editor.question_moved.connect(self._move)
        editor.question_removed.connect(self._remove)
        editor.pace_set.connect(self._set_pace)

    def _do(self, act: Callable[[], object], name: str = "") -> None:
        if self._act(act, partial(self._editor.refuse, name)) and not name:
            self._editor.refuse("", "")

    def _change(self, act: Callable[..., object], of: str, name: str, value: Any) -> None:
        self._do(partial(act, of, **{name: value}), name)

    def _leave_out(self, question_id: str, out: bool) -> None:
        self._do(partial(self._live.improvising.leave_out, {question_id: out}, {}))

    def _add_question(self, item_id: str, text: str, short: str) -> None:
        self._do(partial(self._live.improvising.add_question, item_id, text, short), "text")

    def _add_questions(self, item_id: str, keys: Sequence[str]) -> None:
        def add(framework: Framework) -> None:
            preparing = self._live.preparing
            self._do(partial(preparing.add_questions, framework, item_id, keys))

        refused = partial(self._editor.refuse, "")
        wanted = self._live.prepared().workshop.framework_id
        read_pack(self._collection, wanted, self._live.words, add, refused)

    def _move(self, question_id: str, place: int) -> None:
        self._do(partial(self._live.preparing.move_question, question_id, place))

    def _remove(self, question_id: str) -> None:
        self._do(partial(self._live.preparing.remove_question, question_id))

    def _set_pace(self, activity_id: str, pace: Pace) -> None:
        self._do(partial(self._live.preparing.set_pace, activity_id, pace))
