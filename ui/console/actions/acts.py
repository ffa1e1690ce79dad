"""Acts: what the screen of actions does to the library, and what it says where that is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from ui.console.widgets.notice_bar import Notice, NoticeBar
from workshop.errors import LibraryError, WorkshopError
from workshop.following import Followed, Following
from workshop.kinds import ActionStatus
from workshop.library import Library
from workshop.planning import ActionDraft
from workshop.speech import ACT_NAMES, named
from workshop.words import Words

Refused = Callable[[str], object]


class Acts(QObject):
    """Follows actions up by `Following`, and tells the screen what came of it.

    `written` carries the id of an action that has changed, `left_out` of one that is gone, `added`
    of a new one, `turned` of one that something was undone or done again at. `refused` comes when
    the list may be out of date.
    """

    written = Signal(str)
    left_out = Signal(str)
    added = Signal(str)
    turned = Signal(str)
    refused = Signal()

    def __init__(
        self, library: Library, notices: NoticeBar, words: Words, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._following = Following(library)
        self._notices = notices
        self._words = words
        self._notice: Notice | None = None

    def set_status(self, action_id: str, status: ActionStatus) -> None:
        """Say how far an action has come."""
        if self._do(lambda: self._following.set_status(action_id, status)):
            self.written.emit(action_id)

    def save(self, action_id: str, field: str, value: object, refused: Refused) -> bool:
        """Write one field of an action; why that cannot be goes to `refused`."""
        following = self._following
        text = value if isinstance(value, str) else ""
        day = value if isinstance(value, date) else None
        writes: dict[str, Callable[[], None]] = {
            "what": lambda: following.change(action_id, what=text),
            "first_step": lambda: following.change(action_id, first_step=text),
            "owner": lambda: following.change(action_id, owner=text),
            "due": lambda: following.change(action_id, due=day),
            "measure": lambda: following.change(action_id, measure=text),
        }
        kept = self._do(writes[field], refused)
        if kept:
            self.written.emit(action_id)
        return kept

    def add(self, workshop_id: str, draft: ActionDraft, refused: Refused) -> bool:
        """Add an action to a workshop."""
        made: list[str] = []
        kept = self._do(lambda: made.append(self._following.add(workshop_id, draft)), refused)
        if kept:
            self.added.emit(made[0])
        return kept

    def take_back(self, action_id: str) -> None:
        """Let an action that was dropped be one again."""
        if self._do(lambda: self._following.take_back(action_id)):
            self.left_out.emit(action_id)
            said = self._words.say("The action is in the list again.")
            self._tell(said, self._words.say("Undo"))

    def drop(self, action_id: str, reason: str) -> None:
        """Drop an action and keep why."""
        if self._do(lambda: self._following.drop(action_id, reason)):
            self.left_out.emit(action_id)
            self._tell(self._words.say("The action was dropped."), self._words.say("Undo"))

    def delete(self, action_id: str) -> None:
        """Take an action away."""
        if self._do(lambda: self._following.delete(action_id)):
            self.left_out.emit(action_id)
            self._tell(self._words.say("The action was deleted."), self._words.say("Undo"))

    def undo(self) -> None:
        """Take the newest act of this screen back, and say which it was."""
        words = self._words
        followed = self._turn(self._following.undo, words.say("There is nothing to undo here."))
        if followed is not None:
            name = words.say(ACT_NAMES[followed.act])
            self._tell(words.say("Undone: {act}. {what}", act=name, what=named(followed.what)))

    def redo(self) -> None:
        """Do the act again that was undone last."""
        words = self._words
        nothing = words.say("There is nothing to do again here.")
        followed = self._turn(self._following.redo, nothing)
        if followed is not None:
            name = words.say(ACT_NAMES[followed.act])
            what = named(followed.what)
            self._tell(words.say("Done again: {act}. {what}", act=name, what=what))

    def _turn(self, turn: Callable[[], Followed | None], nothing: str) -> Followed | None:
        turned: list[Followed | None] = []
        if not self._do(lambda: turned.append(turn())):
            return None
        (followed,) = turned
        if followed is None:
            self._notices.refuse(nothing)
        else:
            self.turned.emit(followed.action_id)
        return followed

    def _do(self, act: Callable[[], object], refused: Refused | None = None) -> bool:
        """Do an act; False where it was refused, which is then said.

        What was said of the act before goes: its Undo would take this one back.
        """
        self._end_notice()
        try:
            act()
        except LibraryError as fault:
            self._notices.must_act(
                self._words.say("This was not kept."),
                fault.sentence(self._words),
                self._words.say("Understood"),
                lambda: None,
            )
            return False
        except WorkshopError as fault:
            sentence = fault.sentence(self._words)
            self._notices.refuse(sentence)
            self.refused.emit()
            if refused is not None:
                refused(sentence)
            return False
        return True

    def _tell(self, text: str, undo: str = "") -> None:
        """Say what was done."""
        self._notice = self._notices.may_act(text, undo, self.undo if undo else None)

    def _end_notice(self) -> None:
        notice, self._notice = self._notice, None
        if notice is not None:
            self._notices.settle(notice)
