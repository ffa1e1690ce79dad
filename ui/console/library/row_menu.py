"""Row menu: what can be done with a workshop of the list."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from workshop.words import Words, mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from workshop.shelf import WorkshopLine


class Act(StrEnum):
    """What a row can ask for."""

    OPEN = "open"
    PREPARE = "prepare"
    CHARTS = "charts"
    REPEAT = "repeat"
    DUPLICATE = "duplicate"
    EXPORT = "export"
    ARCHIVE = "archive"
    UNARCHIVE = "unarchive"
    DELETE = "delete"
    PUT_BACK = "put back"


SAID: Final = {
    Act.OPEN: mark("Open workshop"),
    Act.PREPARE: mark("Prepare"),
    Act.CHARTS: mark("Look at the charts"),
    Act.REPEAT: mark("Start from this workshop"),
    Act.DUPLICATE: mark("Duplicate"),
    Act.EXPORT: mark("Export the files"),
    Act.ARCHIVE: mark("Archive"),
    Act.UNARCHIVE: mark("Take out of the archive"),
    Act.DELETE: mark("Delete…"),
    Act.PUT_BACK: mark("Put back"),
}
_PARTED: Final = (Act.ARCHIVE, Act.UNARCHIVE)
"""Before these stands a line: what is above them leaves the workshop where it is."""


def acts(line: WorkshopLine) -> tuple[Act, ...]:
    """What can be done with a workshop, what is done most first."""
    if line.deleted_at is not None:
        return (Act.PUT_BACK,)
    if line.archived:
        return (Act.CHARTS, Act.REPEAT, Act.EXPORT, Act.UNARCHIVE, Act.DELETE)
    if line.state == "live":
        return (Act.OPEN, Act.EXPORT)
    if line.state == "past":
        return (Act.CHARTS, Act.REPEAT, Act.DUPLICATE, Act.EXPORT, Act.ARCHIVE, Act.DELETE)
    return (Act.OPEN, Act.PREPARE, Act.REPEAT, Act.DUPLICATE, Act.ARCHIVE, Act.DELETE)


def make_menu(parent: QWidget, words: Words, line: WorkshopLine) -> QMenu:
    """The menu of a workshop; each entry's data is its act."""
    from PySide6.QtWidgets import QMenu

    menu = QMenu(parent)
    menu.setAccessibleName(line.title)
    for act in acts(line):
        if act in _PARTED:
            menu.addSeparator()
        said = words.say("Go on") if act is Act.OPEN and line.state == "live" else None
        menu.addAction(said or words.say(SAID[act])).setData(act.value)
    return menu
