"""Pack taking: files that are dropped or chosen become packs, one by one, and all is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from frameworks.collection import Added, Collection
from frameworks.conflicts import PackConflict
from ui.console.prepare.pack_message import Choice, FileLine, PackMessage
from ui.framework_reading import add_pack
from workshop.words import Words


class _Came(Enum):
    """How it went with a file."""

    ADDED = auto()
    REPLACED = auto()
    HERE_ALREADY = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class _Answer:
    """What became of a file; `pack_id` where it is a pack now, `title` where it is known."""

    path: Path
    came: _Came
    said: str
    title: str = ""
    pack_id: str = ""
    replaceable: bool = False

    @property
    def wrong(self) -> bool:
        """Whether it did not become a pack."""
        return self.came in (_Came.HERE_ALREADY, _Came.REFUSED)


class PackTaking(QObject):
    """`taken` tells that the collection has changed; `chosen` carries a pack to go on with."""

    taken = Signal()
    chosen = Signal(str)

    def __init__(
        self, words: Words, collection: Collection, message: PackMessage, window: QWidget
    ) -> None:
        super().__init__(window)
        self._words = words
        self._collection = collection
        self._message = message
        self._window = window
        self._waiting: list[tuple[Path, bool]] = []  # the file, and whether it replaces a pack
        self._answers: list[_Answer] = []
        self._busy = False

    def ask(self) -> None:
        """Let a file be chosen."""
        words = self._words
        dialog = QFileDialog(self._window, words.say("Add a pack"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(words.say("Framework packs") + " (*.toml)")
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Take these files in, in turn; each that cannot be is said with all its faults."""
        self._take(paths, replace=False)

    def _take(self, paths: Sequence[Path], *, replace: bool) -> None:
        self._waiting += [(path, replace) for path in paths]
        if not self._busy and self._waiting:
            self._answers = []
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if not self._waiting:
            self._say()
            return
        path, replace = self._waiting.pop(0)
        add_pack(
            self._collection,
            path,
            self._words,
            added=partial(self._on_added, path),
            refused=partial(self._on_refused, path),
            in_the_way=partial(self._on_conflict, path),
            asker=self,
            replace=replace,
        )

    def _on_added(self, path: Path, added: Added) -> None:
        words, entry = self._words, added.entry
        if added.replaced is None:
            came, said = _Came.ADDED, words.say("“{title}” was added.", title=entry.title)
        else:
            came = _Came.REPLACED
            said = words.say(
                "“{title}” was replaced. Workshops keep their copy of what they began with.",
                title=entry.title,
            )
        self._answers.append(_Answer(path, came, said, entry.title, entry.id))
        self.taken.emit()
        self._next()

    def _on_refused(self, path: Path, sentence: str) -> None:
        self._answers.append(_Answer(path, _Came.REFUSED, sentence))
        self._next()

    def _on_conflict(self, path: Path, conflict: PackConflict) -> None:
        said, title = conflict.sentence(self._words), str(conflict.values["title"])
        answer = _Answer(path, _Came.HERE_ALREADY, said, title, replaceable=conflict.replaceable)
        self._answers.append(answer)
        self._next()

    # --- Saying it --------------------------------------------------------------------------

    def _say(self) -> None:
        answers = self._answers
        wrong = any(each.wrong for each in answers)
        if len(answers) == 1:
            self._message.say(answers[0].said, self._choices(), wrong=wrong)
            return
        first = sorted(answers, key=lambda each: not each.wrong)  # what is left to be done
        files = [self._line(each) for each in first]
        self._message.say(self._counted(), self._choices(), wrong=wrong, files=files)

    def _counted(self) -> str:
        """How it went with several files, in one sentence."""
        words, n = self._words, dict.fromkeys(_Came, 0)
        for each in self._answers:
            n[each.came] += 1
        added, replaced, here, refused = n.values()
        counts = (
            (added, words.count("{n} pack was added", "{n} packs were added", added)),
            (replaced, words.count("{n} was replaced", "{n} were replaced", replaced)),
            (here, words.count("{n} is here already", "{n} are here already", here)),
            (refused, words.count("{n} was not taken in", "{n} were not taken in", refused)),
        )
        what = ", ".join(said for count, said in counts if count)
        return words.count("{n} file: {what}.", "{n} files: {what}.", len(self._answers), what=what)

    def _line(self, answer: _Answer) -> FileLine:
        """One line about a file: of several faults the first, and how many more there are."""
        cause, *faults = answer.said.splitlines()
        if faults:
            cause, more = faults[0], len(faults) - 1
            if more:
                cause = self._words.count(
                    "{fault} And {n} more.", "{fault} And {n} more.", more, fault=cause
                )
        file = answer.path.name
        whole = answer.said if faults else f"{file}: {answer.said}"
        return FileLine(file, cause, answer.wrong, whole)

    def _choices(self) -> list[Choice]:
        """What can be done now: go on with the one that came, replace those that are here."""
        words = self._words
        came = [each for each in self._answers if each.pack_id]
        here = [each for each in self._answers if each.replaceable]
        choices: list[Choice] = []
        if len(came) == 1:
            choose = words.say("Choose “{title}”", title=came[0].title)
            choices.append((choose, partial(self._choose, came[0].pack_id)))
        if here:
            replace = partial(self._take, [each.path for each in here], replace=True)
            if len(here) == 1:
                named = words.say("Replace “{title}”", title=here[0].title)
            else:
                named = words.count("Replace {n} pack", "Replace {n} packs", len(here))
            choices.append((named, replace))
        return choices

    def _choose(self, pack_id: str) -> None:
        self._message.close_it()
        self.chosen.emit(pack_id)


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files of this machine that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
