"""Steps: the state a day is in, and what the next key does there (the state table, pure)."""

from __future__ import annotations

from enum import StrEnum

from frameworks.model import Pace
from workshop.facts import Facts, OutlineItem, OutlineQuestion
from workshop.kinds import ItemKind, RoundState, Step
from workshop.profile_views import following_view_page
from workshop.question_facts import QuestionFacts, RoundFacts, TogetherQuestion
from workshop.together_staging import in_order, pages

READ_BACK_ROWS = 5


class State(StrEnum):
    """The states of the table in ARCHITECTURE.md; wall overlays come before all of them."""

    BLANK = "blank"
    LOOKING_BACK = "looking back"
    TAKEN_BACK = "taken back"
    LOBBY = "lobby"
    OPENING = "opening"
    PRACTICE_OPEN = "practice open"
    PRACTICE_CLOSED = "practice closed"
    REVIEW = "review"
    SESSION = "session"
    POSE = "pose"
    DISCUSS = "discuss"
    OPEN = "open"
    CLOSED = "closed"
    REVEAL = "reveal"
    TALK = "talk"
    RECORD = "record"
    ACT = "act"
    COLLECTED = "collected"
    TOGETHER = "together"
    GROUP_WORK = "group work"
    GROUPS = "groups at work"
    BREAK = "break"
    PROFILE = "profile"
    ACTION_PLANNING = "action planning"
    READ_BACK = "read-back"
    CLOSING = "closing"
    CLOSE_SHOWN = "close shown"
    FINISHED = "finished"


class Act(StrEnum):
    """What the next key does; also the names of these acts in the journal."""

    UNBLANK = "unblank"
    RETURN = "return"
    START = "start"
    OPEN_PRACTICE = "open practice"
    CLOSE_PRACTICE = "close practice"
    POSE = "pose"
    DISCUSS = "discuss"
    OPEN = "open"
    CLOSE = "close"
    REVEAL = "reveal"
    TALK = "talk"
    RECORD = "record"
    AGREE = "agree"
    ACT = "act"
    SKIP = "skip"
    NEXT_ITEM = "next item"
    TURN_PAGE = "turn page"
    START_GROUPS = "start groups"
    SHOW_CLOSE = "show close"
    COLLECT = "collect"
    REVEAL_ALL = "reveal together"
    TALK_ABOUT = "talk about"
    FINISH = "finish"
    NOTHING = "nothing"


_QUESTION_STATES = {
    Step.POSE: State.POSE,
    Step.DISCUSS: State.DISCUSS,
    Step.REVEAL: State.REVEAL,
    Step.TALK: State.TALK,
    Step.RECORD: State.RECORD,
    Step.ACT: State.ACT,
}

_AFTER = {
    State.BLANK: Act.UNBLANK,
    State.LOOKING_BACK: Act.RETURN,
    State.TAKEN_BACK: Act.RETURN,
    State.LOBBY: Act.START,
    State.OPENING: Act.OPEN_PRACTICE,
    State.PRACTICE_OPEN: Act.CLOSE_PRACTICE,
    State.PRACTICE_CLOSED: Act.NEXT_ITEM,
    State.GROUP_WORK: Act.START_GROUPS,
    State.CLOSING: Act.SHOW_CLOSE,
    State.OPEN: Act.CLOSE,
    State.FINISHED: Act.NOTHING,
}

_OF_ITEM = {
    ItemKind.REVIEW: State.REVIEW,
    ItemKind.BREAK: State.BREAK,
    ItemKind.PROFILE: State.PROFILE,
    ItemKind.ACTION_PLANNING: State.ACTION_PLANNING,
    ItemKind.READ_BACK: State.READ_BACK,
}
_PAGED = {State.ACTION_PLANNING, State.READ_BACK, State.REVIEW, State.PROFILE}

_NEXT_STEP = {
    State.POSE: (Step.DISCUSS, Step.VOTE),
    State.REVEAL: (Step.TALK, Step.RECORD, Step.ACT),
    State.TALK: (Step.RECORD, Step.ACT),
    State.RECORD: (Step.ACT,),
}

_STEP_ACTS = {
    Step.DISCUSS: Act.DISCUSS,
    Step.VOTE: Act.OPEN,
    Step.TALK: Act.TALK,
    Step.RECORD: Act.RECORD,
    Step.ACT: Act.ACT,
}


def day_state(facts: Facts) -> State:
    """The state of the day itself, whatever the wall is held at."""
    if facts.step in (Step.LOBBY, Step.FINISHED):
        return State(facts.step.value)
    item = facts.item
    kind = item.kind if item else ItemKind.OPENING
    if kind is ItemKind.OPENING:
        practice = {Step.VOTE: State.PRACTICE_OPEN, Step.REVEAL: State.PRACTICE_CLOSED}
        return practice.get(facts.step, State.OPENING)
    if kind in _OF_ITEM:
        return _OF_ITEM[kind]
    if kind is ItemKind.GROUP_WORK:
        return State.GROUPS if facts.step is Step.DISCUSS else State.GROUP_WORK
    if kind is ItemKind.CLOSE:
        return State.CLOSE_SHOWN if facts.step is Step.REVEAL else State.CLOSING
    if facts.together is not None and facts.question is None:
        return State.TOGETHER if facts.step is Step.REVEAL else State.COLLECTED
    if facts.step is Step.VOTE:
        is_open = facts.round is not None and facts.round.state is RoundState.OPEN
        return State.OPEN if is_open else State.CLOSED
    return _QUESTION_STATES.get(facts.step, State.SESSION)


def state(facts: Facts) -> State:
    """The state as the keys see it: a blank, turned or taken-back wall comes first."""
    if facts.blank:
        return State.BLANK
    if facts.back:
        return State.LOOKING_BACK
    if facts.reveal_taken_back:
        return State.TAKEN_BACK
    return day_state(facts)


def offered_score(question: QuestionFacts | None) -> float | None:
    """The score that Record offers: the last revealed median, unless the room is split."""
    if question is None or question.revealed is None or question.revealed.result is None:
        return None
    result = question.revealed.result
    return None if result.agreement.camps else result.median


def next_act(facts: Facts) -> Act:
    """What the next key does now."""
    now = state(facts)
    if now in _AFTER:
        return _AFTER[now]
    if now in _PAGED and following_page(facts) is not None:
        return Act.TURN_PAGE
    if now in _PAGED or now in (State.GROUPS, State.BREAK, State.CLOSE_SHOWN):
        return after_item(facts)
    if now in (State.COLLECTED, State.TOGETHER):
        return _of_together(facts, now)
    if now is State.CLOSED:
        return _after_close(facts)
    if now is State.RECORD and _may_agree(facts):
        return Act.AGREE
    return _next_of_question(facts, now)


def _of_together(facts: Facts, now: State) -> Act:
    assert facts.together is not None, "an activity is collected or revealed"
    if now is State.COLLECTED:
        return Act.REVEAL_ALL if collected_rounds(facts) else _after_question(facts)
    if facts.page + 1 < pages(facts.together):
        return Act.TURN_PAGE
    return Act.TALK_ABOUT if next_picked(facts) else _after_question(facts)


def _after_question(facts: Facts) -> Act:
    return Act.POSE if next_question(facts) else after_item(facts)


def _after_close(facts: Facts) -> Act:
    if votes_together(facts):
        return _after_vote_together(facts)
    if facts.round is not None and facts.round.votes_in:
        return Act.REVEAL
    if facts.question is not None and facts.question.revealed is not None:
        return Act.TALK  # another round that nobody voted in: what was revealed before stands
    return Act.SKIP


def _after_vote_together(facts: Facts) -> Act:
    line, following = outline_question(facts), next_question(facts)
    assert line is not None, "a question is voted on"
    goes_on = following is not None and following.activity_id == line.activity_id
    return Act.POSE if goes_on else Act.COLLECT


def votes_together(facts: Facts) -> bool:
    """Whether the question in work is one of several that are revealed at once, later."""
    line = outline_question(facts)
    return line is not None and line.pace is Pace.TOGETHER and facts.together is None


def after_skip(facts: Facts) -> Act:
    """What follows where the question in work, or the rest of the agenda item, is left out.

    What was voted on together is still collected; of what was revealed together, the talk goes on
    with the next that is picked.
    """
    if facts.question is not None and votes_together(facts):
        line = outline_question(facts)
        assert line is not None, "it is one of the session's questions"
        ahead = _after_vote_together(facts)
        if ahead is Act.POSE or _others_voted(facts, line):
            return ahead
    if facts.question is not None and next_picked(facts):
        return Act.TALK_ABOUT
    in_session = facts.question is not None or facts.together is not None
    return _after_question(facts) if in_session else after_item(facts)


def _others_voted(facts: Facts, line: OutlineQuestion) -> bool:
    others = facts.item.questions if facts.item else ()
    of_activity = (q for q in others if q.activity_id == line.activity_id and q.id != line.id)
    return any(question.voted and not question.skipped for question in of_activity)


def _may_agree(facts: Facts) -> bool:
    undecided = facts.question is not None and (
        facts.question.outcome is None or facts.question.outcome.kind == "undecided"
    )
    return undecided and offered_score(facts.question) is not None


def _next_of_question(facts: Facts, now: State) -> Act:
    if now is State.DISCUSS:
        return Act.OPEN
    off = steps_off(facts)
    for step in _NEXT_STEP.get(now, ()):
        if step not in off:
            return _STEP_ACTS[step]
    if facts.together is not None and next_picked(facts):
        return Act.TALK_ABOUT
    return _after_question(facts)


def steps_off(facts: Facts) -> tuple[Step, ...]:
    """The steps that are switched off for the question in work."""
    line = outline_question(facts)
    if line is None:
        return ()
    if line.pace is Pace.TOGETHER and Step.DISCUSS not in line.steps_off:
        return (Step.DISCUSS, *line.steps_off)
    return line.steps_off


def outline_question(facts: Facts) -> OutlineQuestion | None:
    """The question in work as its line in the outline."""
    item = facts.item
    if item is None or facts.question is None:
        return None
    return next((line for line in item.questions if line.id == facts.question.id), None)


def next_question(facts: Facts) -> OutlineQuestion | None:
    """The question of this session that follows, leaving out those that were skipped.

    From a page of questions revealed together it is the first one of the next activity. Among
    questions that are voted on together it is one that was not voted on yet, so that after a jump
    back to one of them no vote that is closed is opened again.
    """
    item = facts.item
    if item is None:
        return None
    if facts.together is not None:
        activities = [line.activity_id for line in item.questions]
        last = len(activities) - activities[::-1].index(facts.together.activity_id)
        return next((line for line in item.questions[last:] if not line.skipped), None)
    ids = [line.id for line in item.questions]
    at = ids.index(facts.question.id) + 1 if facts.question and facts.question.id in ids else 0
    ahead = (line for line in item.questions[at:] if not line.skipped)
    now = outline_question(facts)
    if now is None or now.pace is not Pace.TOGETHER:
        return next(ahead, None)
    together = now.activity_id
    return next((line for line in ahead if line.activity_id != together or not line.voted), None)


def revealed_together(item: OutlineItem, question_id: str) -> str | None:
    """The activity of a question that was revealed with others; None for any other question.

    Another round on such a question is revealed by itself.
    """
    line = next(each for each in item.questions if each.id == question_id)
    together = line.pace is Pace.TOGETHER and line.revealed
    return line.activity_id if together else None


def collected_rounds(facts: Facts) -> tuple[RoundFacts, ...]:
    """The closed rounds of an activity that have votes, and can be revealed together."""
    questions = facts.together.questions if facts.together else ()
    rounds = (question.round for question in questions if question.round is not None)
    return tuple(each for each in rounds if each.state is RoundState.CLOSED and each.votes_in)


def next_picked(facts: Facts) -> TogetherQuestion | None:
    """The next question of a page revealed together that the talk is about."""
    if facts.together is None:
        return None
    order = in_order(facts.together)
    ids = [question.id for question in order]
    at = ids.index(facts.question.id) + 1 if facts.question and facts.question.id in ids else 0
    ready = (each for each in order[at:] if each.picked and each.round and each.round.result)
    return next(ready, None)


def next_item(facts: Facts) -> OutlineItem | None:
    """The agenda item that follows, leaving out those left out, or None at the end of the day."""
    ids = [item.id for item in facts.items]
    at = ids.index(facts.item_id) + 1 if facts.item_id in ids else 0
    return next((item for item in facts.items[at:] if not item.left_out), None)


def after_item(facts: Facts) -> Act:
    """What follows the last step of an agenda item."""
    return Act.NEXT_ITEM if next_item(facts) else Act.FINISH


def action_pages(facts: Facts) -> int:
    """Pages of the actions on the wall, at least one."""
    shown = sum(not action.off_wall for action in facts.actions)
    return max(1, -(-shown // READ_BACK_ROWS))


def following_page(facts: Facts) -> int | None:
    """What `Facts.page` is on the wall's next page of actions or profile; None on the last.

    In the review it is the place of the action in work, counted from 0.
    """
    if day_state(facts) is State.PROFILE:
        return following_view_page(facts)
    if day_state(facts) is State.REVIEW:
        first = (facts.page // READ_BACK_ROWS + 1) * READ_BACK_ROWS
        return first if first < len(facts.review) else None
    return facts.page + 1 if facts.page + 1 < action_pages(facts) else None


def reveal_minimum(expected: int) -> int:
    """Votes a reveal needs before its button says 'anyway': at least 3 and half the present."""
    return max(3, -(-expected // 2))
