"""Differences: what a framework says otherwise than a workshop's own copy of it (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frameworks.model import Framework
from workshop.framework_scale import scale_of
from workshop.prepared import PreparedActivity
from workshop.words import Words

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Differences:
    """Short names of questions that are worded otherwise now, new, gone, or on another scale.

    Only those of sessions that the workshop has count. `new` are all that the workshop has not:
    those too that were taken away in it. A question whose scale is another one is never the same.
    """

    reworded: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    rescaled: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.reworded or self.new or self.gone or self.rescaled)

    def sentence(self, words: Words) -> str:
        """What a workshop's copy has otherwise, in one sentence; empty where nothing is."""
        said = [
            words.count("{n} question reworded", "{n} questions reworded", len(self.reworded)),
            words.count("{n} more", "{n} more", len(self.new)),
            words.count("{n} gone", "{n} gone", len(self.gone)),
            words.count("{n} on another scale", "{n} on another scale", len(self.rescaled)),
        ]
        counts = (self.reworded, self.new, self.gone, self.rescaled)
        there = [part for part, shorts in zip(said, counts, strict=True) if shorts]
        if not there:
            return ""
        return words.say("The framework has changed since: {changes}.", changes=", ".join(there))


def differences(
    sessions: Mapping[str, Iterable[PreparedActivity]], framework: Framework
) -> Differences:
    """What `framework` says otherwise than the activities of a workshop's sessions, by session key.

    A question is the same by session and question key. One that was edited in the workshop is not
    compared by its words, and one that was added there is in no framework.
    """
    copied: dict[_Key, tuple[str, str, tuple[str, ...], bool]] = {
        (session, question.key): (
            question.short, question.text, question.scale_labels, question.edited,
        )
        for session, activities in sessions.items()
        for activity in activities
        for question in activity.questions
        if not question.key.startswith("added-")
    }  # fmt: skip
    reworded, new, rescaled = [], [], []
    there: set[_Key] = set()
    for session in framework.sessions:
        if session.id not in sessions:
            continue
        for activity in session.activities:
            labels = scale_of(activity, framework).labels
            for question in activity.questions:
                key = (session.id, question.id)
                there.add(key)
                if key not in copied:
                    new.append(question.short)
                    continue
                _short, text, scale, edited = copied[key]
                if scale != labels:
                    rescaled.append(question.short)
                elif text != question.text and not edited:
                    reworded.append(question.short)
    gone = [copy[0] for key, copy in copied.items() if key not in there]
    return Differences(tuple(reworded), tuple(new), tuple(gone), tuple(rescaled))
