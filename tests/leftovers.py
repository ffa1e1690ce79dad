"""What a test leaves behind in the process: the application's look, its clipboard, its windows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

LONGEST_WORK_MS = 30_000


@dataclass(frozen=True, slots=True)
class Look:
    """What every widget of the application takes over from it."""

    palette: QPalette
    style_sheet: str
    font: QFont
    direction: Qt.LayoutDirection

    @classmethod
    def of(cls, application: QApplication) -> Look:
        """The look in force."""
        return cls(
            application.palette(),
            application.styleSheet(),
            application.font(),
            application.layoutDirection(),
        )

    def put_back(self, application: QApplication) -> None:
        """Give the application this look again, where it has another: that is not cheap."""
        if application.layoutDirection() != self.direction:
            application.setLayoutDirection(self.direction)
        if application.font() != self.font:
            application.setFont(self.font)
        if application.palette() != self.palette:
            application.setPalette(self.palette)
        if application.styleSheet() != self.style_sheet:
            application.setStyleSheet(self.style_sheet)


def close_popups() -> None:
    """Close menus and dialogs that are open: the next test's keys would go into them."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.close()


def finish_work() -> None:
    """Wait for what was begun in other threads; too long a wait is an AssertionError."""
    done = QThreadPool.globalInstance().waitForDone(LONGEST_WORK_MS)
    assert done, "work goes on in another thread after the test"


def delete_later() -> None:
    """Delete what `deleteLater` puts off to an event loop, which no test has: a wall is 16 MB."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def empty_clipboard() -> None:
    """Forget what was copied."""
    QApplication.clipboard().clear()


def free_cursor() -> None:
    """Take back the cursors that were put on for the whole application."""
    while QApplication.overrideCursor() is not None:
        QApplication.restoreOverrideCursor()
