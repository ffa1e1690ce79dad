"""Clipboard: puts a chart there as a picture with its numbers, and says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from ui import background
from ui.console.charts.on_the_wall import Find, on_the_wall
from ui.console.charts.reading import ChartKey
from workshop.errors import WorkshopError
from workshop.scenes import Scene
from workshop.words import Words, mark

if TYPE_CHECKING:
    from ui.console.charts.picture import Copied
    from ui.console.widgets.notice_bar import NoticeBar
    from workshop.live import LiveWorkshop

COPIED = mark("The chart is on the clipboard, as a picture and as numbers.")
NO_CHART = mark("The room sees no chart now. C opens the charts.")
NOTHING = mark("Nothing of this chart is revealed.")


class ChartClipboard(QObject):
    """Copies charts of one workshop; it reads and draws beside the window."""

    def __init__(
        self,
        live: LiveWorkshop,
        words: Words,
        notices: Callable[[], NoticeBar],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._words = words
        self._notices = notices

    def copy(self, key: ChartKey, line: int = 0, place: int = 0) -> None:
        """Copy a chart, that page of it where a mark stands."""
        self._copy(lambda _: (key, line), place)

    def copy_wall(self, scene: Scene) -> None:
        """Copy the chart that this scene of the wall shows, or say that it shows none."""
        find = on_the_wall(scene)
        if find is None:
            self._notices().refuse(self._words.say(NO_CHART))
        else:
            self._copy(find)

    def _copy(self, find: Find, place: int = 0) -> None:
        def work() -> Copied | None:
            from ui.console.charts.picture import copied

            return copied(self._live.snapshot(), find, self._words, place)

        background.run(work, self._put, self._on_fault, asker=self)

    def _put(self, made: Copied | None) -> None:
        if made is None:
            self._notices().refuse(self._words.say(NOTHING))
            return
        from ui.painters.drawn import picture_of

        data = QMimeData()
        data.setImageData(picture_of(made.drawing))
        data.setText(made.text)
        data.setHtml(made.html)
        QGuiApplication.clipboard().setMimeData(data)
        self._notices().may_act(self._words.say(COPIED))

    def _on_fault(self, fault: Exception) -> None:
        if not isinstance(fault, WorkshopError):
            raise fault
        self._notices().refuse(fault.sentence(self._words))
