"""Telling: what the notice bar says while a day is led, and when the day has gone past it."""

from __future__ import annotations

from ui.console.widgets.notice_bar import NoticeBar
from workshop.console_scene import ConsoleScene
from workshop.words import Words, mark

SAFE = mark("Everything saved before is safe.")


class Telling:
    """Says things in a notice bar, and takes away what was said for a moment of a step."""

    def __init__(self, notices: NoticeBar, words: Words) -> None:
        self._notices = notices
        self._words = words
        self._step: tuple[object, ...] = ()

    def refuse(self, sentence: str) -> None:
        """Say why something cannot be done now."""
        self._notices.refuse(sentence)

    def alarm(self, sentence: str) -> None:
        """Say what has to be read, such as a disk that is full; once while it stands."""
        current = self._notices.current
        if current is None or current.cause != sentence:
            say = self._words.say
            self._notices.must_act(sentence, say(SAFE), say("I have read it"), _nothing)

    def lose_wall(self, name: str) -> None:
        """The projector is gone."""
        del name  # the room's machines have names that nobody knows
        self.refuse(self._words.say("Projector lost. Votes are safe."))

    def find_wall(self, name: str) -> None:
        """The projector came back."""
        self._notices.may_act(self._words.say("The wall is back on {name}.", name=name))

    def follow(self, scene: ConsoleScene, held_back: str) -> None:
        """Once the day has gone on, take away what was said for a moment of the step before.

        `held_back`, what a press could not keep, goes one step further: its row is gone by then.
        """
        question = scene.question.id if scene.question else None
        step = (scene.state, scene.step, scene.heading, scene.round_id, scene.finished, question)
        if step != self._step:
            self._step = step
            self._notices.end_step(besides=held_back)


def _nothing() -> None:
    """The act of a notice that only wants to be read."""
