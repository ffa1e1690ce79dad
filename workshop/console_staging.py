"""Console staging: what the facilitator may see now (facts -> console scene, pure)."""

from __future__ import annotations

from datetime import timedelta

from workshop.agenda import DayPlan, clock_text, day_plan, length_text_parts
from workshop.charts import DistributionChart, distribution_chart, heading
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
    TallyRow,
    TeamLine,
    WallTurn,
)
from workshop.facts import (
    QUESTION_STEPS,
    ActionFacts,
    Facts,
    OutcomeKind,
    OutlineItem,
    OutlineQuestion,
    QuestionFacts,
    RoundFacts,
    Step,
    TeamFacts,
    Way,
)
from workshop.practice import PRACTICE_LABELS, PRACTICE_QUESTION, PRACTICE_ROUND
from workshop.speech import ACT_NAMES, NEXT_LABELS, SIGNS, STEP_NAMES, WAY_COUNTS, item_text
from workshop.staging import REHEARSAL_BAND, vote_line
from workshop.steps import (
    Act,
    State,
    day_state,
    next_act,
    next_item,
    next_question,
    offered_score,
    reveal_minimum,
    state,
    steps_off,
)
from workshop.words import Words

DUE_OFFERED = timedelta(days=28)
_QUESTION_STATES = {State.POSE, State.DISCUSS, State.OPEN, State.CLOSED, State.REVEAL,
                    State.TALK, State.RECORD, State.ACT}  # fmt: skip
_TALKING = {State.REVEAL, State.TALK, State.RECORD, State.ACT}


def console_sees(facts: Facts, words: Words, now: int) -> ConsoleScene:
    """Everything the run screen shows at `now` (ms since 1970)."""
    here = day_state(facts)
    item_id = facts.item_id
    plan = day_plan(
        facts.items, item_id, facts.workshop.starts_at, facts.started_at, facts.ended_at or now
    )
    voting = here in (State.OPEN, State.PRACTICE_OPEN)
    title, lead = item_text(facts, here, words)
    voted, expected = _votes(facts)
    return ConsoleScene(
        title=facts.workshop.title,
        step=facts.step if facts.question and facts.step in QUESTION_STEPS else None,
        steps_off=steps_off(facts),
        rail=_rail(facts, plan, words),
        clock=_clock(facts, plan, words),
        sign=_sign(facts, here, words),
        next=_next(facts, words),
        undo=_act_name(facts.undo, words),
        redo=_act_name(facts.redo, words),
        heading=title,
        lead=lead,
        question=_card(facts, words),
        round_id=_open_round(facts, here),
        voting=voting,
        votes=str(voted),
        votes_unit=words.count("of {n} vote in", "of {n} votes in", expected),
        votes_fraction=min(1.0, voted / expected) if expected else 0.0,
        timer=facts.timer,
        timer_caption=words.say("left to vote") if voting else words.say("left to discuss"),
        teams=tuple(_team(team, words) for team in facts.teams),
        tally=tuple(_tally_row(team, words) for team in facts.teams) if voting else (),
        whole_room=_whole_room(facts, words) if voting else None,
        turn=_turn(facts),
        parked=facts.parked,
        parked_count=words.say("{n} parked", n=len(facts.parked)) if facts.parked else "",
        owners=_owners(facts.actions),
        due_offered=facts.workshop.held_on + DUE_OFFERED,
        blank=facts.blank,
        looking_back=facts.back > 0 or facts.reveal_taken_back,
        rehearsal=words.say(REHEARSAL_BAND) if facts.workshop.rehearsal else "",
        finished=here is State.FINISHED,
        can_blank=here is not State.FINISHED,
        can_back=here not in (State.LOBBY, State.FINISHED),
        can_vote_again=here in _TALKING,
        can_touch=voting and voted < expected,
        can_tally=voting,
        can_add_time=facts.timer is not None,
        can_skip=here not in (State.LOBBY, State.FINISHED),
    )


def _votes(facts: Facts) -> tuple[int, int]:
    if facts.round is not None:
        return facts.round.votes_in, facts.round.expected
    return (facts.practice.voted if facts.practice else 0), facts.expected


def _open_round(facts: Facts, here: State) -> str | None:
    if here is State.PRACTICE_OPEN:
        return PRACTICE_ROUND
    return facts.round.id if here is State.OPEN and facts.round else None


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
            value=_question_value(facts, question, place == at, words),
            standing=_standing(place, at),
        )
        for place, question in enumerate(item.questions)
    )


def _question_value(facts: Facts, question: OutlineQuestion, now: bool, words: Words) -> str:
    if now:
        name = words.say(STEP_NAMES[facts.step]) if facts.step in STEP_NAMES else ""
        return words.say("Voting") if day_state(facts) is State.OPEN else name
    if question.skipped:
        return words.say("skipped")
    if question.outcome is OutcomeKind.DIFFER:
        return words.say("differ")
    return words.number(question.score, 1) if question.score is not None else ""


def _clock(facts: Facts, plan: DayPlan, words: Words) -> DayClock:
    spent = _length(plan.spent, words)
    total = _length(plan.total, words)
    behind = ""
    if facts.started_at is not None and facts.ended_at is None and plan.behind:
        if plan.behind > 0:
            behind = words.say("{n} min behind", n=plan.behind)
        else:
            behind = words.say("{n} min ahead", n=-plan.behind)
    return DayClock(
        spent=words.say("{spent} of {total}", spent=spent, total=total),
        finish=words.say("ends {time}", time=clock_text(plan.finish)),
        fraction=min(1.0, plan.spent / plan.total) if plan.total else 0.0,
        behind=behind,
        late=plan.behind > 0,
    )


def _length(minutes: float, words: Words) -> str:
    hours, rest = length_text_parts(minutes)
    if hours:
        return words.say("{hours} h {minutes}", hours=hours, minutes=f"{rest:02d}")
    return words.say("{minutes} min", minutes=rest)


def _sign(facts: Facts, here: State, words: Words) -> Sign:
    if facts.blank:
        return Sign(words.say("The room sees a blank screen"), SignIcon.SCREEN, False)
    if facts.back:
        return Sign(words.say("The room sees an earlier scene"), SignIcon.SEEN, False)
    if facts.reveal_taken_back:
        return Sign(words.say("The reveal is taken back"), SignIcon.HIDDEN, True)
    if facts.turn is not None:
        name = next(team.name for team in facts.teams if team.id == facts.turn.team_id)
        text = words.say("{team} is voting at the screen", team=name)
        return Sign(text, SignIcon.SCREEN, True)
    if here in (State.OPEN, State.CLOSED, State.PRACTICE_OPEN):
        return Sign(words.say("Votes are hidden from the room"), SignIcon.HIDDEN, True)
    if here in (State.RECORD, State.ACT) and facts.question and facts.question.outcome:
        if facts.question.outcome.kind is OutcomeKind.DIFFER:
            return Sign(words.say("The room sees both positions"), SignIcon.SEEN, False)
        if facts.question.outcome.kind is OutcomeKind.AGREED:
            return Sign(words.say("The room sees the agreed score"), SignIcon.SEEN, False)
    return Sign(words.say(SIGNS[here]), SignIcon.SEEN, False)


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
    elif act is Act.POSE and day_state(facts) is State.SESSION:
        label = words.say("First question")
    return NextStep(label, _beside(facts, act, words), act is not Act.NOTHING)


def _beside(facts: Facts, act: Act, words: Words) -> str:
    voted, expected = _votes(facts)
    if act in (Act.CLOSE, Act.CLOSE_PRACTICE):
        out = max(0, expected - voted)
        if out:
            return words.count("{n} vote still out", "{n} votes still out", out)
        return words.say("Every vote is in")
    if act in (Act.REVEAL, Act.SKIP) and state(facts) is State.CLOSED:
        return words.say("{n} of {m} votes in", n=voted, m=expected)
    if act is Act.ACT and (following := next_question(facts)) is not None:
        return words.say("then {question}", question=following.short)
    if day_state(facts) is State.ACT and facts.question is not None:
        n = sum(action.question_id == facts.question.id for action in facts.actions)
        return words.count("{n} action proposed", "{n} actions proposed", n) if n else ""
    return ""


def _act_name(entry: tuple[str, dict[str, object]] | None, words: Words) -> str:
    if entry is None:
        return ""
    name, values = entry
    shown = {
        key: words.number(value) if isinstance(value, float) else value
        for key, value in values.items()
    }
    return words.say(ACT_NAMES[name], **shown)


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
        so_far=_so_far(question, words),
        proposed=tuple(_proposed(action, words) for action in proposed),
        proposed_count=words.say(
            "{here} here, {today} today", here=len(proposed), today=len(facts.actions)
        ),
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
    earlier = [r for r in question.rounds if r.number < shown.number and r.result is not None]
    before = earlier[-1] if earlier else None
    return distribution_chart(
        shown.result,
        question.scale_labels,
        before.result if before else None,
        before.number if before else None,
        words,
    )


def _so_far(question: QuestionFacts, words: Words) -> tuple[RoundLine, ...]:
    lines = []
    for each in question.rounds:
        if each.result is None:
            continue
        name = words.say("Round {n}", n=each.number)
        if each.result.median is None:
            lines.append(RoundLine(name, heading(each.result, words)))
            continue
        result = words.say(
            "{agreement}, median {median}",
            agreement=heading(each.result, words),
            median=words.number(each.result.median),
        )
        lines.append(RoundLine(name, result))
    return tuple(lines)


def _proposed(action: ActionFacts, words: Words) -> ProposedAction:
    if action.owner and action.due:
        beside = words.say("{owner}, {day}", owner=action.owner, day=words.day(action.due, "short"))
    elif action.owner:
        beside = action.owner
    else:
        beside = words.say("No owner yet")
    return ProposedAction(action.id, action.what, beside)


def _team(team: TeamFacts, words: Words) -> TeamLine:
    return TeamLine(
        id=team.id,
        name=team.name,
        voted=team.voted,
        expected=team.expected,
        count=words.say("{n} of {m}", n=team.voted, m=team.expected),
        ways=_ways(team.by_way, words),
    )


def _ways(by_way: tuple[tuple[Way, int], ...], words: Words) -> str:
    return ", ".join(words.say(WAY_COUNTS[way], n=n) for way, n in by_way if n)


def _tally_row(team: TeamFacts, words: Words) -> TallyRow:
    others = tuple((way, n) for way, n in team.by_way if way is not Way.HANDS)
    most = max(0, team.expected - team.own)
    return TallyRow(
        group=team.id,
        name=team.name,
        others=_ways(others, words),
        counted=team.tallied,
        most=most,
        count=words.say("{n} of {m}", n=team.tallied, m=most),
    )


def _whole_room(facts: Facts, words: Words) -> TallyRow:
    hands = sum(n for way, n in facts.whole_room if way is Way.HANDS)
    tallied = sum(team.tallied for team in facts.teams)
    most = max(0, facts.expected - sum(team.own for team in facts.teams) - tallied)
    return TallyRow(
        group="",
        name=words.say("Whole room"),
        others="",
        counted=hands,
        most=most,
        count=words.say("{n} of {m}", n=hands, m=most),
    )


def _turn(facts: Facts) -> WallTurn | None:
    if facts.turn is None:
        return None
    team = next(team for team in facts.teams if team.id == facts.turn.team_id)
    seat = next((seat for seat in team.seats if seat.id == facts.turn.seat_id), None)
    return WallTurn(team.id, (seat.name if seat else None) or team.name, facts.turn.open)


def _owners(actions: tuple[ActionFacts, ...]) -> tuple[str, ...]:
    return tuple(sorted({action.owner for action in actions if action.owner}, key=str.casefold))
