"""Facts of rooms that voted on several questions at once, or whose teams are shown apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from frameworks.theme import Theme
from workshop.asked_facts import TeamResult
from workshop.facts import Facts, OutlineItem, WorkshopFacts
from workshop.kinds import Ballot, ItemKind, RoundState, Sorting, Step, Voter
from workshop.question_facts import QuestionFacts, RoundFacts, TogetherFacts, TogetherQuestion
from workshop.tally import Distribution

FIVE = ("Hardly ever", "Now and then", "Half the time", "Mostly", "Every time")
CHECK = ("No", "Partly", "Yes")

Votes = tuple[int, ...]

PEOPLE: Sequence[tuple[str, str, Votes, int]] = (
    ("Hiring", "We take people who like to serve.", (2, 3, 7, 9, 3), 0),
    ("Training", "We practise what our promises ask of us.", (1, 4, 9, 7, 2), 1),
    ("Workload", "We have the people and the hours the work needs.", (8, 4, 1, 5, 6), 0),
    ("Speaking up", "I can say that something is wrong without paying for it.", (1, 9, 2, 9, 3), 0),
    ("Feedback", "We hear how our patients felt.", (3, 9, 7, 4, 1), 0),
    ("Room to act", "We may put things right ourselves.", (4, 12, 5, 2, 0), 1),
    ("Recognition", "Good service is noticed here.", (6, 3, 2, 8, 4), 1),
    ("Teamwork", "Other teams help when we need it.", (0, 2, 5, 12, 5), 0),
    (
        "Induction",
        "New colleagues learn our service before they meet patients.",
        (2, 4, 7, 8, 3),
        0,
    ),
)
BASICS: Sequence[tuple[str, str, Votes, int]] = (
    ("Our patients", "We know who our patients are and what they need", (1, 5, 18), 0),
    ("Promise", "We have said which service we promise", (4, 11, 9), 0),
    ("Who may decide", "Everyone knows what they may decide alone", (12, 8, 3), 1),
    ("Complaints", "Complaints reach the person who can change things", (8, 10, 6), 0),
    ("The numbers", "We look at the numbers together every month", (16, 5, 2), 1),
)


def revealed(
    number: int, counts: Votes, dont_know: int = 0, expected: int | None = None
) -> RoundFacts:
    """A revealed round; everyone voted unless told otherwise."""
    result = Distribution(counts, dont_know)
    seats = result.votes if expected is None else expected
    return RoundFacts(f"round {number}", 1, RoundState.REVEALED, result.votes, seats, result)


def closed(number: int, votes: int, expected: int) -> RoundFacts:
    """A closed round: how many voted, and nothing else."""
    return RoundFacts(f"round {number}", 1, RoundState.CLOSED, votes, expected, None)


def asked(
    number: int,
    short: str,
    text: str,
    of: RoundFacts | None,
    labels: tuple[str, ...] = FIVE,
    *,
    picked: bool = False,
) -> TogetherQuestion:
    """A question with what became of it."""
    return TogetherQuestion(f"q{number}", short, text, labels, of, picked)


def of_votes(
    rows: Sequence[tuple[str, str, Votes, int]],
    *,
    sorting: Sorting = Sorting.DIVIDED,
    picked: Sequence[str] = (),
    labels: tuple[str, ...] | None = None,
    kind: str = "rate",
) -> TogetherFacts:
    """An activity that was revealed, with these votes."""
    scale = labels or (CHECK if kind == "checklist" else FIVE)
    questions = tuple(
        asked(n, short, text, revealed(n, counts, unsure), scale, picked=short in picked)
        for n, (short, text, counts, unsure) in enumerate(rows)
    )
    return TogetherFacts("activity", kind, sorting, questions)


def item(theme: Theme = Theme.PEOPLE, title: str = "People") -> OutlineItem:
    """The session that the questions belong to."""
    return OutlineItem("item", ItemKind.SESSION, title, "", 40, theme, False, None, None)


def facts(
    *,
    together: TogetherFacts | None = None,
    question: QuestionFacts | None = None,
    teams: tuple[TeamResult, ...] = (),
    minimum: int = 5,
    voter: Voter = Voter.PERSON,
    of: OutlineItem | None = None,
) -> Facts:
    """A reading with no more than what these scenes are made of."""
    workshop = WorkshopFacts(
        id="workshop",
        title="Service review",
        organisation="Clinic",
        held_on=date(2026, 11, 17),
        starts_at=540,
        language="en",
        purpose="",
        promise="",
        ground_rules=(),
        minimum_group=minimum,
        framework="people",
        rehearsal=False,
        ballot=Ballot.SECRET,
        voter=voter,
    )
    return Facts(
        workshop=workshop,
        items=(of or item(),),
        teams=(),
        whole_room=(),
        item_id="item",
        step=Step.REVEAL,
        page=0,
        question=question,
        round=question.revealed if question else None,
        practice=None,
        turn=None,
        timer=None,
        blank=False,
        back=0,
        shown=None,
        reveal_taken_back=False,
        actions=(),
        parked=(),
        undo=None,
        redo=None,
        started_at=1,
        ended_at=None,
        together=together,
        apart=1,
        team_results=teams,
    )


def question(*rounds: RoundFacts, labels: tuple[str, ...] = FIVE, number: int = 3) -> QuestionFacts:
    """A question of the session with its rounds."""
    return QuestionFacts(
        id="q",
        item_id="item",
        short="Recovery",
        text="When we let a patient down, do we put it right the same day?",
        number=number,
        of=5,
        scale_labels=labels,
        dont_know=True,
        look_for=(),
        prompts=(),
        rounds=rounds,
        outcome=None,
        notes=(),
    )


def apart_facts(
    *teams: tuple[str, Votes, int],
    minimum: int = 5,
    secret: bool = False,
    voter: Voter = Voter.PERSON,
    theme: Theme = Theme.STRATEGY,
    number: int = 3,
) -> Facts:
    """A revealed round as its teams voted it; the team '' is the rest."""
    results = tuple(
        TeamResult(f"team {n}" if name else "", name, Distribution(counts, unsure))
        for n, (name, counts, unsure) in enumerate(teams)
    )
    steps = len(teams[0][1]) if teams else 5
    rows = [(step, c) for each in results for step, c in enumerate(each.result.counts, 1)]
    rows += [(0, each.result.dont_know) for each in results]
    total = Distribution.of(steps, rows)
    of = RoundFacts(
        "round", 1, RoundState.REVEALED, total.votes, total.votes, total, secret, secret
    )
    labels = FIVE if steps == 5 else tuple(f"Step {n}" for n in range(1, steps + 1))
    return facts(
        question=question(of, labels=labels, number=number),
        teams=results,
        minimum=minimum,
        voter=voter,
        of=item(theme, "Strategy"),
    )
