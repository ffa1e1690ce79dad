"""Console window: one screen at a time, and below it the bar for what has to be told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from exports.look.tokens import CONSOLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWindow

    from ui.console.widgets.notice_bar import NoticeBar
    from ui.settings import Settings
    from ui.theme import DesktopTheme
    from workshop.words import Words

GEOMETRY = "console"
_NOTICE_EDGE = 16
WORKSHOP_FILE = ".flipchart"
"""As workshop.portable has it, which is not imported before the first paint."""
_TITLE_BAR = 40  # of the desktop, which is not known before the window is shown


class ConsoleWindow(QWidget):
    """The facilitator's window. `closing` comes before it goes, `new_asked` at Ctrl N once it takes
    keys; `file_given` carries the Path of a workshop file that was dropped on it, or that the app
    was started with.
    """

    closing = Signal()
    new_asked = Signal()
    file_given = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowTitle(words.say("Flipchart"))
        self._limit_size()
        self.resize(CONSOLE.width, CONSOLE.height)
        geometry = settings.geometry(GEOMETRY)
        if geometry is not None:
            self.restoreGeometry(geometry)
        self._fills = geometry is None and not _fits(self.size(), self.screen().availableSize())
        self._theme = theme
        self._handle: QWindow | None = None
        self._notices: NoticeBar | None = None
        self._covered: QWidget | None = None  # the screen below what covers it
        self._screens = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._screens, 1)

    def show(self) -> None:
        """Show the window; the first time it fills a screen that has no room for its size."""
        fills, self._fills = self._fills, False
        if fills:
            self.showMaximized()  # to set the state, PySide would make all enums of `Qt` first
        else:
            super().show()

    def take_keys(self) -> None:
        """Listen to Ctrl N and to files; not before the first paint, which that would delay."""
        from PySide6.QtGui import QKeySequence, QShortcut

        new = QShortcut(QKeySequence(QKeySequence.StandardKey.New), self)
        new.activated.connect(self.new_asked)
        self.setAcceptDrops(True)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that fills the window, also where something covers it."""
        return self._covered or self._screens.currentWidget()

    @property
    def covered_by(self) -> QWidget | None:
        """What covers the screen for a while, or None."""
        return None if self._covered is None else self._screens.currentWidget()

    def cover(self, page: QWidget) -> None:
        """Lay a page over the screen, which stays as it is below."""
        self.uncover()
        self._covered = self._screens.currentWidget()
        self._screens.addWidget(page)
        self._screens.setCurrentWidget(page)

    def uncover(self) -> None:
        """Take away what covers the screen."""
        page, screen = self.covered_by, self._covered
        if page is not None and screen is not None:
            self._covered = None
            self._screens.setCurrentWidget(screen)
            self._drop(page)

    @property
    def notices(self) -> NoticeBar:
        """The bar below the screen; made when it is first needed."""
        if self._notices is None:
            from ui.console.widgets.notice_bar import NoticeBar

            self._notices = NoticeBar(self._theme)
            self._column.addWidget(_Edge(self._notices))
        return self._notices

    def show_screen(self, screen: QWidget) -> None:
        """Fill the window with `screen`; the one before is dropped, and what it had to say."""
        self.uncover()
        before = self._screens.currentWidget()
        if before is screen:
            return
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        if before is not None:
            if self._notices is not None:
                self._notices.end_screen()
            self._drop(before)

    def _drop(self, screen: QWidget) -> None:
        self._screens.removeWidget(screen)
        screen.hide()
        screen.deleteLater()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _workshop_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _workshop_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.file_given.emit(path)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._limit_size)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.remember_geometry(GEOMETRY, self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _limit_size(self) -> None:
        """Let the window be no smaller than its parts need, nor larger than its screen has room."""
        room = self.screen().availableSize() - QSize(0, _TITLE_BAR)
        self.setMinimumSize(smallest_size().boundedTo(room))


def _workshop_file(dragged: QMimeData) -> Path | None:
    """The one workshop file that is dragged."""
    paths = [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
    found = [path for path in paths if path.suffix.lower() == WORKSHOP_FILE]
    return found[0] if len(found) == 1 == len(paths) else None


def smallest_size() -> QSize:
    """What the parts of the console need, in logical pixels, where the screen has it."""
    return QSize(CONSOLE.smallest_width, CONSOLE.smallest_height)


def sizes_shown(sizes: Sequence[int], room: QSize) -> tuple[int, ...]:
    """Which sizes of the console, in per cent, leave it enough of a screen with so much room.

    The room is in pixels of the console at 100 %, which is shown on every screen.
    """
    return tuple(n for n in sizes if n <= 100 or _fits(smallest_size() * (n / 100), room))


def _fits(size: QSize, room: QSize) -> bool:
    """Whether a window of that size has room on a screen, together with its title bar."""
    return size.width() <= room.width() and size.height() + _TITLE_BAR <= room.height()


class _Edge(QWidget):
    """The room around the notice bar, which is there only while the bar is."""

    def __init__(self, notices: NoticeBar) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(_NOTICE_EDGE, _NOTICE_EDGE, _NOTICE_EDGE, _NOTICE_EDGE)
        column.addWidget(notices)
        notices.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShowToParent:
            self.show()
        elif event.type() is QEvent.Type.HideToParent:
            self.hide()
        return False
