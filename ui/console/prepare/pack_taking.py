"""Pack taking: files that are dropped or chosen become packs, one by one, and all is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from frameworks.collection import Added, Collection
from frameworks.conflicts import PackConflict
from ui.console.prepare.pack_message import Choice, PackMessage
from ui.framework_reading import add_pack
from workshop.words import Words


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
        self._waiting: list[Path] = []
        self._said: list[str] = []
        self._choices: list[Choice] = []
        self._wrong = False
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
        self._waiting += paths
        if not self._busy:
            self._said, self._choices, self._wrong = [], [], False
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._busy = False
            self._message.say("\n".join(self._said), self._choices, wrong=self._wrong)
            return
        self._busy = True
        self._add(self._waiting.pop(0), replace=False)

    def _add(self, path: Path, *, replace: bool) -> None:
        add_pack(
            self._collection,
            path,
            self._words,
            added=self._on_added,
            refused=self._on_refused,
            in_the_way=partial(self._on_conflict, path),
            asker=self,
            replace=replace,
        )

    def _on_added(self, added: Added) -> None:
        words, entry = self._words, added.entry
        if added.replaced is None:
            self._said.append(words.say("“{title}” was added.", title=entry.title))
        else:
            self._said.append(
                words.say(
                    "“{title}” was replaced. Workshops keep their copy of what they began with.",
                    title=entry.title,
                )
            )
        choose = words.say("Choose “{title}”", title=entry.title)
        self._choices.append((choose, partial(self._choose, entry.id)))
        self.taken.emit()
        self._next()

    def _on_refused(self, sentence: str) -> None:
        self._wrong = True
        self._said.append(sentence)
        self._next()

    def _on_conflict(self, path: Path, conflict: PackConflict) -> None:
        self._said.append(conflict.sentence(self._words))
        self._wrong = True
        if conflict.replaceable:
            name = self._words.say("Replace “{title}”", title=conflict.values["title"])
            self._choices.append((name, partial(self._replace, path)))
        self._next()

    def _replace(self, path: Path) -> None:
        self._said, self._choices, self._wrong, self._busy = [], [], False, True
        self._add(path, replace=True)

    def _choose(self, pack_id: str) -> None:
        self._message.close_it()
        self.chosen.emit(pack_id)


def dropped_files(mime: QMimeData) -> tuple[Path, ...]:
    """The files of this machine that are dragged."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
