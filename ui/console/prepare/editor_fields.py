"""Editor fields: what the pages of an agenda item share in keeping what is typed in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Qt

from ui.console.run.tab_order import reveal
from ui.console.widgets.field import LineField, TextArea

Field = LineField | TextArea


def save_all(fields: Iterable[Field]) -> bool:
    """Keep what is typed in each; False where one is wrong, which then has the focus."""
    fields = tuple(fields)
    for field in fields:
        field.save()
    for field in fields:
        if field.error:
            field.editor.setFocus(Qt.FocusReason.TabFocusReason)
            reveal(field)
            return False
    return True


def refuse(fields: Mapping[str, Field], name: str, sentence: str) -> bool:
    """Say beside the field of that name why it was not kept; False where there is none."""
    field = fields.get(name)
    if field is None:
        return False
    field.set_error(sentence)
    field.put_back(field.text)
    return True


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, without those that say nothing."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
