"""Action desk: where an action is written down, over the right column, and back."""

from __future__ import annotations

from ui.console.run.parts import Parts
from ui.leading import Leading
from workshop.console_scene import ConsoleScene, QuestionCard


class ActionDesk:
    """Opens the page for an action; one that was begun there is never replaced by a new one."""

    def __init__(self, leading: Leading, parts: Parts) -> None:
        self._leading = leading
        self._parts = parts

    @property
    def shown(self) -> bool:
        """Whether an action is being written down over the right column."""
        return self._parts.right.currentWidget() is self._parts.capture

    def show_scene(self, scene: ConsoleScene) -> None:
        """Show what it has of a scene, where it is open."""
        if self.shown:
            self._parts.capture.show_scene(scene)

    def open(self) -> None:
        """For an action of what is in work now."""
        scene = self._leading.scene
        if scene is not None and not self._begun:
            self._parts.capture.open_at(scene)
            self._lay_over()
        self._parts.capture.take_focus()

    def open_from(self, card: QuestionCard | None) -> None:
        """For an action of the question of a chart's mark; None where it is of no question."""
        scene = self._leading.scene
        if scene is not None and not self._begun:
            self._parts.capture.open_from(card, scene.owners, scene.due_offered)
            self._lay_over()
        self._parts.capture.take_focus()

    def edit(self, action_id: str) -> None:
        """For an action that is there already."""
        scene = self._leading.scene
        actions = self._leading.facts().actions
        action = next((each for each in actions if each.id == action_id), None)
        if action is None or scene is None:
            return
        if not self.shown:
            self._parts.capture.open_at(scene)
            self._lay_over()
        self._parts.capture.edit(action)
        self._parts.capture.take_focus()

    def put_away(self) -> None:
        """Show what the room sees again."""
        self._parts.right.setCurrentWidget(self._parts.side)

    @property
    def _begun(self) -> bool:
        return self.shown and self._parts.capture.begun

    def _lay_over(self) -> None:
        self._parts.right.setCurrentWidget(self._parts.capture)
