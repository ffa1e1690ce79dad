"""Chart inputs: what the charts of a day are made of, the same for the wall and for files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from frameworks.theme import Theme
from workshop.asked_facts import TeamResult
from workshop.facts import OutlineItem, OutlineQuestion
from workshop.kinds import ItemKind
from workshop.question_facts import EarlierFacts
from workshop.scores import QuestionScore, session_score
from workshop.tally import Distribution


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that was asked; `score` and `result` None until something is revealed.

    `counts`: its score counts in the session's. `earlier` is what it came to last time, agreed
    or the median, on the same scale. `teams` is what each said in the last revealed round, as it
    was kept; of a `secret` one those that are missing there are in the rest ('').
    """

    id: str
    name: str
    score: float | None
    counts: bool
    earlier: float | None = None
    rated: bool = True
    result: Distribution | None = None
    teams: tuple[TeamResult, ...] = ()
    secret: bool = False

    @property
    def scored(self) -> QuestionScore:
        """What it brings to a mean: nothing where it does not count."""
        return QuestionScore(self.score if self.counts else None, None)


@dataclass(frozen=True, slots=True)
class AskedSession:
    """A session with its questions in their order; `earlier` is its score last time."""

    id: str
    theme: Theme
    second: bool
    name: str
    questions: tuple[AskedQuestion, ...]
    earlier: float | None = None

    @property
    def scores(self) -> tuple[AskedQuestion, ...]:
        """The questions that count and have a score."""
        return tuple(each for each in self.questions if each.counts and each.score is not None)

    @property
    def score(self) -> float | None:
        """The mean of the questions that count, to one decimal, halves up; None without any."""
        return mean_score(self.questions)


@dataclass(frozen=True, slots=True)
class Asking:
    """Everything that was asked on a day, without what was left out.

    `labels` are those of the workshop's scale; `earlier_on` is the day of the workshop that this
    one repeats. Under `minimum_group` votes no team is shown apart, unless each `team_votes` as
    one; `team_names` are those of all teams, in the workshop's order.
    """

    title: str
    labels: tuple[str, ...]
    sessions: tuple[AskedSession, ...]
    earlier_on: date | None = None
    minimum_group: int = 0
    team_votes: bool = False
    team_names: tuple[str, ...] = ()


def mean_score(questions: Iterable[AskedQuestion]) -> float | None:
    """The mean score of those questions that count, to one decimal, halves up."""
    score = session_score(question.scored for question in questions)
    return None if score is None else float(score.value)


def score_last_time(earlier: EarlierFacts | None, labels: Sequence[str]) -> float | None:
    """What a question came to last time on the scale of `labels`: agreed, else the median."""
    if earlier is None or earlier.result.steps != len(labels):
        return None
    return earlier.score if earlier.score is not None else earlier.result.median


def asked_items(
    items: Iterable[OutlineItem], questions: Mapping[str, AskedQuestion] | None = None
) -> tuple[AskedSession, ...]:
    """The sessions of an agenda; `questions` are those of which more is known, by id."""
    return tuple(
        AskedSession(
            id=item.id,
            theme=item.theme,
            second=item.second,
            name=item.title,
            questions=tuple(
                (questions or {}).get(each.id) or _asked(each) for each in item.questions
            ),
            earlier=item.earlier_score,
        )
        for item in items
        if item.kind is ItemKind.SESSION and item.theme is not None and not item.left_out
    )


def _asked(question: OutlineQuestion) -> AskedQuestion:
    return AskedQuestion(
        question.id, question.short, question.score, question.counts, rated=question.kind == "rate"
    )


def theme_sessions(sessions: Sequence[AskedSession]) -> tuple[AskedSession, ...]:
    """The sessions of each theme as one, in the order in which the themes begin.

    What a theme came to last time is the mean of its questions then; where it has one session,
    what that session came to, which may have asked more.
    """
    found: dict[Theme, list[AskedSession]] = {}
    for session in sessions:
        found.setdefault(session.theme, []).append(session)
    return tuple(_together(of_theme) for of_theme in found.values())


def _together(sessions: Sequence[AskedSession]) -> AskedSession:
    first = sessions[0]
    questions = tuple(question for session in sessions for question in session.questions)
    earlier = first.earlier
    if len(sessions) > 1:
        before = session_score(
            QuestionScore(each.earlier if each.counts else None, None) for each in questions
        )
        earlier = None if before is None else float(before.value)
    return AskedSession(
        id=first.theme.value,
        theme=first.theme,
        second=False,
        name=first.theme.value,
        questions=questions,
        earlier=earlier,
    )
