"""Library acts: what the list's menus ask for that needs no screen of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.at_hand import AtHand
from ui.making import day_ahead
from ui.theme import DesktopTheme
from workshop.errors import WorkshopError
from workshop.words import Words, mark

if TYPE_CHECKING:
    from ui.console.library.screen import LibraryScreen
    from ui.folder_export import Files
    from workshop.deletion import Losses
    from workshop.library import Library
    from workshop.live import LiveWorkshop

NOT_DONE: Final = mark("The library was not changed.")
GOES_FOR_GOOD: Final = mark(
    "It can be put back for {days} days. Then it goes for good, out of the backups too; copies on "
    "other drives stay."
)


class _PutAway(NamedTuple):
    """What was archived or deleted: how it comes back, where, and what takes its notice away."""

    workshop_id: str
    bring_back: Callable[[str], None]
    library: Library | None
    settle: Callable[[], None]


class LibraryActs(QObject):
    """Exports, archives, deletes, puts back and copies workshops of the open library.

    `done` comes when the list has changed, `prepare_wanted` carries the id of a workshop that was
    made to be prepared.
    """

    done = Signal()
    prepare_wanted = Signal(str)

    def __init__(self, at_hand: AtHand, theme: DesktopTheme) -> None:
        super().__init__(at_hand.window)
        self._at = at_hand
        self._words = at_hand.words
        self._theme = theme
        self._put_away: list[_PutAway] = []

    def serve(self, screen: LibraryScreen) -> None:
        """Do what this screen asks for."""
        screen.export_wanted.connect(self.export_all)
        screen.archive_wanted.connect(self.archive)
        screen.unarchive_wanted.connect(self.unarchive)
        screen.delete_wanted.connect(self.ask_to_delete)
        screen.put_back_wanted.connect(self.put_back)
        screen.undo_wanted.connect(self.undo)
        screen.duplicate_wanted.connect(self.duplicate)
        screen.repeat_wanted.connect(self.repeat)

    def export_plan(self, workshop_id: str) -> None:
        """Export the action plan alone of a workshop of the library."""
        from ui.folder_export import PLAN

        self._write_of(workshop_id, PLAN)

    def export_all(self, workshop_id: str) -> None:
        """Export all that a workshop of the library leaves behind."""
        from ui.folder_export import EVERYTHING

        self._write_of(workshop_id, EVERYTHING)

    def export(self, live: LiveWorkshop) -> None:
        """Export all that any workshop leaves behind, also one that is rehearsed."""
        from ui.folder_export import EVERYTHING

        self._write(live, EVERYTHING)

    def _write_of(self, workshop_id: str, files: Files) -> None:
        from workshop.live import LiveWorkshop

        library = self._at.library()
        if library is not None:
            self._write(LiveWorkshop(library, workshop_id, self._words), files)

    def print_pack(self, live: LiveWorkshop) -> None:
        """Write what is taken along to a workshop: agenda, run sheet, ballots, cards."""
        from ui.folder_export import PACK

        self._write(live, PACK)

    def _write(self, live: LiveWorkshop, files: Files) -> None:
        from ui.folder_export import FolderExport, read_whole

        words = self._words
        try:
            title = live.facts(whole=False).workshop.title
        except WorkshopError as fault:
            self._refuse(fault, words.say(files.not_written))
            return
        export = FolderExport(self._at.window, self._at.notices, self._at.settings, words, files)
        export.ask(title, partial(read_whole, live))

    def note_tested(self, workshop_id: str) -> None:
        """The room of a workshop was looked at; that is not worth more than a notice."""
        from workshop.live import LiveWorkshop

        library = self._at.library()
        if library is None:
            return
        try:
            LiveWorkshop(library, workshop_id, self._words).preparing.note_room_tested()
        except WorkshopError as fault:
            self._at.notices().refuse(fault.sentence(self._words))

    def archive(self, workshop_id: str) -> None:
        """Put a workshop away; a notice offers to take it out again."""
        from workshop import deletion

        if self._did(partial(self._on, deletion.archive, workshop_id)):
            said = self._words.say("“{title}” is archived.", title=self._title(workshop_id))
            self._offer_undo(said, workshop_id, self.unarchive)

    def unarchive(self, workshop_id: str) -> None:
        """Take a workshop out of the archive."""
        from workshop import deletion

        self._bring_back(deletion.unarchive, workshop_id, self.unarchive)

    def ask_to_delete(self, workshop_id: str) -> None:
        """Say what goes with a workshop, and delete it only where that is wanted."""
        from ui.console.widgets.dialog import LossDialog
        from workshop import deletion

        library, words = self._at.library(), self._words
        if library is None:
            return
        try:
            lost = deletion.losses(library, workshop_id)
            title = self._title(workshop_id)
        except WorkshopError as fault:
            self._refuse(fault)
            return
        goes = words.say(GOES_FOR_GOOD, days=self._at.settings.deleted_days)
        dialog = LossDialog(
            self._theme,
            words.say("Delete “{title}”?", title=title),
            f"{said_losses(lost, words)} {goes}",
            safe=words.say("Keep the workshop"),
            loss=words.say("Delete"),
            parent=self._at.window,
        )
        dialog.accepted.connect(lambda: self._delete(workshop_id, title))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def put_back(self, workshop_id: str) -> None:
        """Undo a deletion."""
        from workshop import deletion

        self._bring_back(deletion.put_back, workshop_id, self.put_back)

    def undo(self) -> None:
        """Bring back what was put away last, as the notice's button does."""
        library = self._at.library()
        self._put_away = [each for each in self._put_away if each.library is library]
        if self._put_away:
            last = self._put_away[-1]
            last.bring_back(last.workshop_id)

    def duplicate(self, workshop_id: str) -> None:
        """Copy a workshop as it was prepared, and let the copy be prepared."""
        from workshop.repeating import duplicate

        self._make(
            lambda library: duplicate(library, workshop_id, self._words, held_on=day_ahead(library))
        )

    def repeat(self, workshop_id: str) -> None:
        """Start from an earlier workshop, and let the new one be prepared."""
        from workshop.repeating import repeat

        self._make(
            lambda library: repeat(library, workshop_id, self._words, held_on=day_ahead(library))
        )

    def _delete(self, workshop_id: str, title: str) -> None:
        from workshop import deletion

        if self._did(partial(self._on, deletion.delete, workshop_id)):
            said = self._words.say("“{title}” is deleted.", title=title)
            self._offer_undo(said, workshop_id, self.put_back)

    def _make(self, make: Callable[[Library], str]) -> None:
        library = self._at.library()
        if library is None:
            return
        try:
            made = make(library)
        except WorkshopError as fault:
            self._refuse(fault)
        else:
            self.prepare_wanted.emit(made)

    def _on(self, act: Callable[[Library, str], None], workshop_id: str) -> None:
        library = self._at.library()
        if library is not None:
            act(library, workshop_id)

    def _did(self, act: Callable[[], None]) -> bool:
        """Whether it could be done; why not is said."""
        try:
            act()
        except WorkshopError as fault:
            self._refuse(fault)
            return False
        self.done.emit()
        return True

    def _title(self, workshop_id: str) -> str:
        library = self._at.library()
        line = None if library is None else library.workshop(workshop_id)
        title = "" if line is None else line.title
        return title or self._words.say("Untitled workshop")

    def _offer_undo(self, said: str, workshop_id: str, bring_back: Callable[[str], None]) -> None:
        for earlier in self._put_away:
            earlier.settle()  # what is offered is what Ctrl Z would do
        bar = self._at.notices()
        notice = bar.may_act(said, self._words.say("Undo"), lambda: bring_back(workshop_id))
        settle = partial(bar.settle, notice)
        self._put_away.append(_PutAway(workshop_id, bring_back, self._at.library(), settle))

    def _bring_back(
        self,
        act: Callable[[Library, str], None],
        workshop_id: str,
        asked: Callable[[str], None],
    ) -> None:
        """Bring a workshop back, which then is not to be undone any more, nor offered to be."""
        for each in [each for each in self._put_away if each[:2] == (workshop_id, asked)]:
            self._put_away.remove(each)
            each.settle()
        if self._did(partial(self._on, act, workshop_id)):
            title = self._title(workshop_id)
            self._at.notices().may_act(
                self._words.say("“{title}” is back in the list.", title=title)
            )

    def _refuse(self, fault: WorkshopError, cause: str = "") -> None:
        words = self._words
        cause = cause or words.say(NOT_DONE)
        self._at.notices().must_act(cause, fault.sentence(words), words.say("Understood"), _nothing)


def said_losses(lost: Losses, words: Words) -> str:
    """What goes with a workshop, in numbers; what there is none of is not named."""
    counts = (
        (lost.votes, words.count("{n} vote", "{n} votes", lost.votes)),
        (lost.agreed, words.count("{n} agreed score", "{n} agreed scores", lost.agreed)),
        (lost.actions, words.count("{n} action", "{n} actions", lost.actions)),
        (lost.photos, words.count("{n} photo", "{n} photos", lost.photos)),
    )
    said = [count for n, count in counts if n]
    if not said:
        return words.say("Nothing was voted or written down in it.")
    if len(said) == 1:
        return words.say("Lost with it: {what}.", what=said[0])
    return words.say("Lost with it: {what} and {last}.", what=", ".join(said[:-1]), last=said[-1])


def _nothing() -> None:
    """What has been understood needs nothing more."""
