"""Console staging: what the facilitator may see now (facts -> console scene, pure)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TypedDict

from workshop.agenda import DayPlan, asked, clock_text, length_text_parts, minutes_of_day, plan_of
from workshop.charts import DistributionChart, heading
from workshop.console_scene import (
    ConsoleScene,
    DayClock,
    NextStep,
    ProposedAction,
    QuestionCard,
    RailItem,
    RailQuestion,
    RoundLine,
    Sign,
    SignIcon,
    Standing,
)
from workshop.facts import ActionFacts, Facts, OutlineItem, OutlineQuestion
from workshop.kinds import QUESTION_STEPS, Ballot, OutcomeKind, Step, Way
from workshop.last_time import compares, reworded, with_ghost
from workshop.phrases import of_votes_in
from workshop.practice import PRACTICE_LABELS, PRACTICE_QUESTION, PRACTICE_ROUND
from workshop.profile_views import view_choice
from workshop.question_facts import QuestionFacts, RoundFacts, TogetherFacts
from workshop.review_panel import review_lines
from workshop.speech import (
    ACT_NAMES,
    LEFT_TO_DISCUSS,
    NEXT_LABELS,
    SIGNS,
    STEP_NAMES,
    TIMER_CAPTIONS,
    item_text,
    named,
)
from workshop.staging import REHEARSAL_BAND, room_would_see, vote_line
from workshop.steps import (
    Act,
    State,
    collected_rounds,
    day_state,
    next_act,
    next_item,
    next_picked,
    next_question,
    offered_score,
    reveal_minimum,
    state,
    steps_off,
)
from workshop.tally import Distribution
from workshop.together_order import page_sizes
from workshop.votes_staging import (
    open_round,
    tally_row,
    team_lines,
    votes_in,
    wall_turn,
    whole_room,
)
from workshop.words import Words

DUE_OFFERED = timedelta(days=28)
_QUESTION_STATES = {State.POSE, State.DISCUSS, State.OPEN, State.CLOSED, State.REVEAL,
                    State.TALK, State.RECORD, State.ACT}  # fmt: skip
_TALKING = {State.REVEAL, State.TALK, State.RECORD, State.ACT}


def console_sees(facts: Facts, words: Words, now: int) -> ConsoleScene:
    """Everything the run screen shows at `now` (ms since 1970)."""
    here = day_state(facts)
    plan = plan_of(facts, now)
    voting = here in (State.OPEN, State.PRACTICE_OPEN)
    title, lead = item_text(facts, here, words)
    voted, expected = votes_in(facts)
    return ConsoleScene(
        title=facts.workshop.title,
        step=facts.step if facts.question and facts.step in QUESTION_STEPS else None,
        steps_off=steps_off(facts),
        rail=_rail(facts, plan, words),
        clock=_clock(facts, plan, words),
        sign=_sign(facts, here, words),
        next=_next(facts, words),
        undo=act_said(facts.undo, words),
        redo=act_said(facts.redo, words),
        heading=title,
        lead=lead,
        question=_card(facts, words),
        round_id=open_round(facts, here),
        voting=voting,
        votes=str(voted),
        votes_unit=of_votes_in(expected, words),
        votes_fraction=min(1.0, voted / expected) if expected else 0.0,
        timer=facts.timer,
        timer_caption=words.say(TIMER_CAPTIONS.get(here, LEFT_TO_DISCUSS)),
        teams=team_lines(facts, words),
        tally=tuple(tally_row(team, words) for team in facts.teams) if voting else (),
        whole_room=whole_room(facts, words) if voting else None,
        turn=wall_turn(facts),
        parked=facts.parked,
        parked_count=words.say("{n} parked", n=len(facts.parked)) if facts.parked else "",
        owners=_owners(facts.actions),
        due_offered=facts.workshop.held_on + DUE_OFFERED,
        blank=facts.blank,
        looking_back=facts.back > 0 or facts.reveal_taken_back,
        rehearsal=words.say(REHEARSAL_BAND) if facts.workshop.rehearsal else "",
        finished=here is State.FINISHED,
        ways=facts.workshop.ways,
        **_offered(facts, here),
        apart=facts.apart > 0,
        held=_held(facts, words),
        coming=room_would_see(facts, words) if facts.held else None,
        state=here,
        item_id=facts.item_id,
        item_kind=facts.item.kind if facts.item else None,
        secret=facts.workshop.ballot is Ballot.SECRET,
        closing=facts.closing,
        together=facts.together if here is State.TOGETHER else None,
        review=review_lines(facts, date.fromtimestamp(now / 1000), words),
        views=view_choice(facts, words),
    )


class _Offered(TypedDict):
    """Which keys do anything now."""

    can_blank: bool
    can_back: bool
    can_vote_again: bool
    can_touch: bool
    can_tally: bool
    can_add_time: bool
    can_skip: bool
    can_hold: bool
    can_apart: bool
    can_improvise: bool


def _offered(facts: Facts, here: State) -> _Offered:
    voting = here in (State.OPEN, State.PRACTICE_OPEN)
    voted, expected = votes_in(facts)
    under_way = here not in (State.LOBBY, State.FINISHED)
    ways = facts.workshop.ways
    return _Offered(
        can_blank=here is not State.FINISHED,
        can_back=under_way,
        can_vote_again=here in _TALKING or here is State.CLOSED,
        can_touch=voting and voted < expected and Way.WALL in ways,
        can_tally=voting and Way.HANDS in ways,
        can_add_time=facts.timer is not None,
        can_skip=under_way,
        can_hold=_can_hold(facts, here),
        can_apart=here in (State.REVEAL, State.TALK) and not facts.reveal_taken_back,
        can_improvise=under_way,
    )


def _can_hold(facts: Facts, here: State) -> bool:
    """Whether the wall can be held, or let go: not while a team votes there."""
    votes_there = facts.turn is not None and facts.held is None
    return here is not State.FINISHED and not facts.blank and not votes_there


def _held(facts: Facts, words: Words) -> str:
    if facts.held is None:
        return ""
    return words.say("Held since {time}", time=clock_text(minutes_of_day(facts.held.since)))


def _rail(facts: Facts, plan: DayPlan, words: Words) -> tuple[RailItem, ...]:
    ids = [item.id for item in facts.items]
    at = ids.index(facts.item_id) if facts.item_id in ids else -1
    if facts.step is Step.FINISHED:
        at = len(ids)
    lines = []
    for place, (item, starts) in enumerate(zip(facts.items, plan.starts, strict=True)):
        standing = _standing(place, at)
        lines.append(
            RailItem(
                id=item.id,
                theme=item.theme,
                second=item.second,
                title=item.title,
                value=_rail_value(facts, item, standing, starts, words),
                standing=standing,
                questions=_rail_questions(facts, item, words) if place == at else (),
                left_out=item.left_out and item.started_at is None,
            )
        )
    return tuple(lines)


def _standing(place: int, at: int) -> Standing:
    if place == at:
        return Standing.NOW
    return Standing.DONE if place < at else Standing.AHEAD


def _rail_value(
    facts: Facts, item: OutlineItem, standing: Standing, starts: float, words: Words
) -> str:
    if standing is Standing.NOW and facts.question is not None:
        return words.say("{n} of {m}", n=facts.question.number, m=facts.question.of)
    if standing is not Standing.NOW and item.left_out and item.started_at is None:
        return words.say("left out")
    score = item.score
    if standing is Standing.DONE and score is not None:
        return words.number(float(score.value), 1)
    return clock_text(starts) if standing is Standing.AHEAD else ""


def _rail_questions(facts: Facts, item: OutlineItem, words: Words) -> tuple[RailQuestion, ...]:
    current = facts.question.id if facts.question else None
    ids = [question.id for question in item.questions]
    at = ids.index(current) if current in ids else -1
    return tuple(
        RailQuestion(
            id=question.id,
            short=question.short,
            value=_question_value(facts, question, _standing(place, at), words),
            standing=_standing(place, at),
            left_out=question.skipped and place != at and not asked(question),
        )
        for place, question in enumerate(item.questions)
    )


def _question_value(
    facts: Facts, question: OutlineQuestion, standing: Standing, words: Words
) -> str:
    if standing is Standing.NOW:
        name = words.say(STEP_NAMES[facts.step]) if facts.step in STEP_NAMES else ""
        return words.say("Voting") if day_state(facts) is State.OPEN else name
    if question.skipped:
        return words.say("left out") if standing is Standing.AHEAD else words.say("skipped")
    if question.outcome is OutcomeKind.DIFFER:
        return words.say("differ")
    return words.number(question.score, 1) if question.score is not None else ""


def _clock(facts: Facts, plan: DayPlan, words: Words) -> DayClock:
    spent = _length(plan.spent, words)
    total = _length(plan.total, words)
    behind = ""
    going_on = facts.started_at is not None and facts.ended_at is None
    if going_on and plan.behind > 0:
        behind = words.say("{n} min behind", n=plan.behind)
    elif going_on and plan.over > 0:
        behind = words.say("{n} min over the booking", n=plan.over)
    elif going_on and plan.behind:
        behind = words.say("{n} min ahead", n=-plan.behind)
    return DayClock(
        spent=words.say("{spent} of {total}", spent=spent, total=total),
        finish=words.say("ends {time}", time=clock_text(plan.finish)),
        fraction=min(1.0, plan.spent / plan.total) if plan.total else 0.0,
        behind=behind,
        late=going_on and plan.over > 0,
    )


def _length(minutes: float, words: Words) -> str:
    hours, rest = length_text_parts(minutes)
    if hours:
        return words.say("{hours} h {minutes}", hours=hours, minutes=f"{rest:02d}")
    return words.say("{minutes} min", minutes=rest)


def _sign(facts: Facts, here: State, words: Words) -> Sign:
    of_wall = _sign_of_wall(facts, words)
    if of_wall is not None:
        return of_wall
    if here in (State.OPEN, State.CLOSED, State.PRACTICE_OPEN, State.COLLECTED):
        return Sign(words.say("Votes are hidden from the room"), SignIcon.HIDDEN, True)
    if here in (State.RECORD, State.ACT) and facts.question and facts.question.outcome:
        if facts.question.outcome.kind is OutcomeKind.DIFFER:
            return Sign(words.say("The room sees both positions"), SignIcon.SEEN, False)
        if facts.question.outcome.kind is OutcomeKind.AGREED:
            return Sign(words.say("The room sees the agreed score"), SignIcon.SEEN, False)
    return Sign(words.say(SIGNS[here]), SignIcon.SEEN, False)


def _sign_of_wall(facts: Facts, words: Words) -> Sign | None:
    """What is said while the wall shows something else than the day itself."""
    if facts.blank:
        return Sign(words.say("The room sees a blank screen"), SignIcon.SCREEN, False)
    if facts.held is not None:
        return Sign(_held(facts, words), SignIcon.HELD, True)
    if facts.back:
        return Sign(words.say("The room sees an earlier scene"), SignIcon.SEEN, False)
    if facts.reveal_taken_back:
        return Sign(words.say("The reveal is taken back"), SignIcon.HIDDEN, True)
    if facts.turn is not None:
        if facts.turn.pad:
            return Sign(words.say("The number pad is passed round"), SignIcon.HIDDEN, True)
        name = next(team.name for team in facts.teams if team.id == facts.turn.team_id)
        text = words.say("{team} is voting at the screen", team=name)
        return Sign(text, SignIcon.SCREEN, True)
    return None


def _next(facts: Facts, words: Words) -> NextStep:
    act = next_act(facts)
    label = words.say(NEXT_LABELS[act])
    if act is Act.REVEAL and facts.round:
        voted = facts.round.votes_in
        if voted < reveal_minimum(facts.round.expected):
            label = words.count("Reveal {n} vote anyway", "Reveal {n} votes anyway", voted)
    elif act is Act.AGREE:
        score = offered_score(facts.question) or 0.0
        label = words.say("Agree on {score}", score=words.number(score))
    elif act is Act.NEXT_ITEM and (item := next_item(facts)) is not None:
        label = words.say("On to {item}", item=item.title)
    elif act is Act.TALK_ABOUT and (picked := next_picked(facts)) is not None:
        label = words.say("Talk about {question}", question=picked.short)
    elif act is Act.TURN_PAGE and facts.together is not None:
        label = _rows_of_next_page(facts.together, facts.page, words)
    elif act is Act.POSE and day_state(facts) is State.SESSION:
        label = words.say("First question")
    return NextStep(label, _beside(facts, act, words), act is not Act.NOTHING)


def _rows_of_next_page(together: TogetherFacts, page: int, words: Words) -> str:
    sizes = page_sizes(together)
    shown = sum(sizes[: page + 1])
    # As even as pages are, the last has several rows too: "5 to 5" never comes.
    return words.say("Show {first} to {last}", first=shown + 1, last=shown + sizes[page + 1])


def _beside(facts: Facts, act: Act, words: Words) -> str:
    voted, expected = votes_in(facts)
    if facts.held is not None and act is not Act.OPEN:
        return words.say("the wall stays held")
    if act in (Act.CLOSE, Act.CLOSE_PRACTICE):
        out = max(0, expected - voted)
        if out:
            return words.count("{n} vote still out", "{n} votes still out", out)
        return words.say("Every vote is in") if expected else words.say("Nobody is here to vote")
    if act in (Act.REVEAL, Act.SKIP) and state(facts) is State.CLOSED:
        said = words.say("{n} of {m} votes in", n=voted, m=expected)
        return said if expected else words.say("Nobody was here to vote")
    if act is Act.REVEAL_ALL:
        return words.count(
            "{n} question at once", "{n} questions at once", len(collected_rounds(facts))
        )
    if act is Act.ACT and (following := next_question(facts)) is not None:
        return words.say("then {question}", question=following.short)
    if day_state(facts) is State.ACT and facts.question is not None:
        n = sum(action.question_id == facts.question.id for action in facts.actions)
        return words.count("{n} action proposed", "{n} actions proposed", n) if n else ""
    return ""


def act_said(entry: tuple[str, dict[str, object]] | None, words: Words) -> str:
    """An act of the journal in words, as in "vote opened"; empty where there is none."""
    if entry is None:
        return ""
    name, values = entry
    shown = {key: _act_value(value, words) for key, value in values.items()}
    return words.say(ACT_NAMES[name], **shown)


def _act_value(value: object, words: Words) -> object:
    if isinstance(value, float):
        return words.number(value)
    return named(value) if isinstance(value, str) else value


def _card(facts: Facts, words: Words) -> QuestionCard | None:
    question = facts.question
    if question is None:
        return _practice_card(facts, words)
    item = next(item for item in facts.items if item.id == question.item_id)
    shown = question.revealed if _may_show(facts) else None
    proposed = [action for action in facts.actions if action.question_id == question.id]
    return QuestionCard(
        id=question.id,
        theme=item.theme,
        second=item.second,
        session=item.title,
        topic=words.say(
            "{short}, question {n} of {m}", short=question.short, n=question.number, m=question.of
        ),
        text=question.text,
        short=question.short,
        labels=question.scale_labels,
        dont_know=question.dont_know,
        prompts=question.prompts,
        look_for=question.look_for,
        notes=question.notes,
        chart=_chart(question, shown, words),
        vote_line=vote_line(question, words) if shown else "",
        offered=offered_score(question) if shown else None,
        outcome=question.outcome,
        so_far=_so_far(question, words, with_last_time=shown is not None),
        proposed=tuple(_proposed(action, words) for action in proposed),
        proposed_count=words.say(
            "{here} here, {today} today", here=len(proposed), today=len(facts.actions)
        ),
        reworded=reworded(question, words),
    )


def _may_show(facts: Facts) -> bool:
    return day_state(facts) in _TALKING


def _practice_card(facts: Facts, words: Words) -> QuestionCard | None:
    if day_state(facts) is not State.PRACTICE_OPEN:
        return None
    text = words.say(PRACTICE_QUESTION)
    return QuestionCard(
        id=PRACTICE_ROUND,
        theme=None,
        second=False,
        session=words.say("Practice vote"),
        topic=words.say("never kept"),
        text=text,
        short=words.say("Practice vote"),
        labels=tuple(words.say(label) for label in PRACTICE_LABELS),
        dont_know=True,
        prompts=(
            words.say("Let everyone try every way of voting that you want to use today."),
            words.say("Ask them to change their vote once: it works until the close."),
        ),
        look_for=(),
        notes=(),
        chart=None,
        vote_line="",
        offered=None,
        outcome=None,
        so_far=(),
        proposed=(),
        proposed_count="",
    )


def _chart(
    question: QuestionFacts, shown: RoundFacts | None, words: Words
) -> DistributionChart | None:
    if shown is None or shown.result is None:
        return None
    return with_ghost(question, shown.result, shown.number, words)


def _so_far(
    question: QuestionFacts, words: Words, *, with_last_time: bool
) -> tuple[RoundLine, ...]:
    """What was said so far; last time only beside what was revealed today."""
    lines = []
    if with_last_time and question.earlier is not None and compares(question):
        lines.append(_line_of(words.say("Last time"), question.earlier.result, words))
    for each in question.rounds:
        if each.result is not None:
            lines.append(_line_of(words.say("Round {n}", n=each.number), each.result, words))
    return tuple(lines)


def _line_of(name: str, result: Distribution, words: Words) -> RoundLine:
    if result.median is None:
        return RoundLine(name, heading(result, words))
    said = words.say(
        "{agreement}, median {median}",
        agreement=heading(result, words),
        median=words.number(result.median),
    )
    return RoundLine(name, said)


def _proposed(action: ActionFacts, words: Words) -> ProposedAction:
    if action.owner and action.due:
        beside = words.say("{owner}, {day}", owner=action.owner, day=words.day(action.due, "short"))
    elif action.owner:
        beside = action.owner
    else:
        beside = words.say("No owner yet")
    return ProposedAction(action.id, action.what, beside)


def _owners(actions: tuple[ActionFacts, ...]) -> tuple[str, ...]:
    return tuple(sorted({action.owner for action in actions if action.owner}, key=str.casefold))
