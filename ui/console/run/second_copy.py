"""Second copy: the button of the top bar that says where copies go, and its menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from exports.look.tokens import CONSOLE
from ui.console.widgets.button import Button, Kind
from ui.copying import Copying
from ui.theme import DesktopTheme
from workshop.words import Words


class SecondCopy(Button):
    """An icon: a disk, or a warning while no copy can be made; its tooltip says the rest."""

    def __init__(self, theme: DesktopTheme, words: Words, copying: Copying) -> None:
        super().__init__(theme, "", Kind.QUIET, icon="hard-drive")
        self._words = words
        self._copying = copying
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedWidth(CONSOLE.control)
        self.clicked.connect(lambda _checked=False: self.open_menu())
        copying.changed.connect(self._refresh)
        self._refresh()

    def menu_now(self) -> QMenu:
        """What can be done about second copies."""
        words, copying = self._words, self._copying
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = copying.folder is not None
        menu.addAction(words.say("Copy now"), copying.copy_now).setEnabled(chosen)
        menu.addAction(words.say("Choose a folder for second copies…"), copying.choose)
        stop = menu.addAction(words.say("Make no second copies"), lambda: copying.copy_to(None))
        stop.setEnabled(chosen)
        return menu

    def open_menu(self) -> None:
        """Open the menu below the button."""
        self.menu_now().popup(self.mapToGlobal(QPoint(0, self.height())))

    def _refresh(self) -> None:
        copying = self._copying
        self.set_icon_name("triangle-alert" if copying.failing else "hard-drive")
        self.setAccessibleName(self._words.say("Second copy"))
        self.setAccessibleDescription(copying.line())
        self.setToolTip(copying.line())
