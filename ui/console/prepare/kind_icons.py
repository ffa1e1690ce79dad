"""Kind icons: which icon stands for an agenda item that is no session."""

from __future__ import annotations

from typing import Final

from workshop.kinds import ItemKind

KIND_ICONS: Final = {
    ItemKind.OPENING: "users",
    ItemKind.REVIEW: "repeat",
    ItemKind.GROUP_WORK: "pencil",
    ItemKind.BREAK: "coffee",
    ItemKind.PROFILE: "chart-column",
    ItemKind.PRIORITIES: "flag",
    ItemKind.ACTION_PLANNING: "flag",
    ItemKind.READ_BACK: "list",
    ItemKind.CLOSE: "check",
}
