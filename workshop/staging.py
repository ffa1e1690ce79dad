"""Staging: what the room may see now (facts -> wall, pure).

Secrecy before the reveal lives here: only a revealed round, and only while its reveal is not
taken back, becomes a scene that has a result in it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from workshop import looking_back
from workshop.actions_staging import finished_scene, read_back_scene, review_scene
from workshop.agenda import clock_text, plan_begins
from workshop.agreement import Camp
from workshop.apart_staging import apart_scene
from workshop.charts import IN_A_SENTENCE, points_in_words, votes_in_words
from workshop.facts import Facts, OutlineItem, TeamFacts
from workshop.item_staging import break_scene, closing_scene, group_work_scene
from workshop.kept_scene import from_plain
from workshop.kinds import ItemKind, OutcomeKind, Step
from workshop.last_time import label_beside, round_before, session_before, with_ghost
from workshop.looking_back import Shows, Station
from workshop.phrases import of_votes_in
from workshop.practice import PRACTICE_LABELS, PRACTICE_QUESTION
from workshop.profile_staging import profile_scene
from workshop.prompts import prompt
from workshop.question_facts import OutcomeFacts, QuestionFacts
from workshop.scene_header import Header
from workshop.scenes import (
    AgreedScene,
    BlankScene,
    BreakScene,
    DifferScene,
    GroupWorkScene,
    HandOverScene,
    LobbyScene,
    OpeningScene,
    Position,
    PracticeRevealScene,
    QuestionScene,
    RevealScene,
    Scene,
    SessionScene,
    StripPart,
    TouchScene,
    VotesIn,
    Wall,
)
from workshop.steps import State, day_state
from workshop.together_staging import collected_scene, together_scene
from workshop.words import Words, mark

REHEARSAL_BAND = mark("Rehearsal: simulated votes, nothing here is real")
TAP_HERE = mark("Tap here when you are alone at the screen")
TAKE_PAD = mark("Press Enter when the number pad is yours alone")
TAP_ONE = mark("Tap one, then step aside. The choice is never shown.")
TYPE_ONE = mark("Type one on the number pad, then pass it on. The choice is never shown.")
DONT_KNOW = mark("Don’t know")


def room_sees(facts: Facts, words: Words) -> Wall:
    """What the room may see now."""
    band = words.say(REHEARSAL_BAND) if facts.workshop.rehearsal else ""
    if facts.blank:
        return Wall(BlankScene(), band)
    if facts.held is not None:
        return Wall(from_plain(facts.held.scene), band)
    if facts.back:
        return Wall(_earlier(facts, looking_back.station(facts), words), band)
    return Wall(_present(facts, words), band)


def room_would_see(facts: Facts, words: Words) -> Scene:
    """The scene of the day itself, whatever the wall is held at."""
    return _present(facts, words)


def _present(facts: Facts, words: Words) -> Scene:
    if facts.turn is not None:
        return _at_the_wall(facts, words)
    builders: dict[State, Callable[[Facts, Words], Scene]] = {
        State.LOBBY: _lobby,
        State.FINISHED: finished_scene,
        State.OPENING: _opening,
        State.PRACTICE_OPEN: _practice,
        State.PRACTICE_CLOSED: _practice_result,
        State.READ_BACK: read_back_scene,
        State.ACTION_PLANNING: read_back_scene,
        State.REVIEW: review_scene,
    }
    now = day_state(facts)
    if now in builders:
        return builders[now](facts, words)
    if facts.question is None:
        return _of_item(facts, now, words)
    if now in (State.REVEAL, State.TALK) and not facts.reveal_taken_back:
        if facts.apart and facts.team_results:
            return apart_scene(facts, facts.apart - 1, words)
        return _result(facts, facts.question, words)
    if now in (State.RECORD, State.ACT):
        return _outcome(facts, facts.question, words)
    return _question(facts, facts.question, words)


def _of_item(facts: Facts, now: State, words: Words) -> Scene:
    item = _item(facts, facts.item_id)
    if now in (State.CLOSING, State.CLOSE_SHOWN):
        return closing_scene(facts, item, words, shown=now is State.CLOSE_SHOWN)
    if now is State.COLLECTED or (now is State.TOGETHER and facts.reveal_taken_back):
        return collected_scene(facts, item, words)
    if now is State.TOGETHER:
        return together_scene(facts, item, facts.page, words)
    return _purpose(facts, item, words)


def _purpose(facts: Facts, item: OutlineItem, words: Words) -> Scene:
    match item.kind:
        case ItemKind.OPENING:
            return _opening(facts, words)
        case ItemKind.GROUP_WORK:
            return group_work_scene(facts, item, words)
        case ItemKind.BREAK:
            return break_scene(facts, item, words)
        case ItemKind.PROFILE:
            return profile_scene(facts, item, words)
        case ItemKind.REVIEW:
            return review_scene(facts, words)
    return _session(facts, item, words)


def without_motion(scene: Scene) -> Scene:
    """The scene as it is held: without timer, fuse and the votes that are in."""
    match scene:
        case QuestionScene():
            return replace(scene, timer=None, votes=None, notice="")
        case GroupWorkScene() | BreakScene():
            return replace(scene, timer=None)
    return scene


def _earlier(facts: Facts, station: Station, words: Words) -> Scene:
    if station.shows is Shows.PRESENT:
        return _present(facts, words)
    item = _item(facts, station.item_id)
    if facts.shown is None:
        return _purpose(facts, item, words)
    if station.shows is Shows.RESULT:
        return _result(facts, facts.shown, words)
    if station.shows is Shows.OUTCOME:
        return _outcome(facts, facts.shown, words)
    return _posed(facts, facts.shown, words)


def _item(facts: Facts, item_id: str | None) -> OutlineItem:
    return next(item for item in facts.items if item.id == item_id)


def _header(facts: Facts, question: QuestionFacts, words: Words) -> Header:
    item = _item(facts, question.item_id)
    place = words.say("Question {n} of {m}", n=question.number, m=question.of)
    return Header(item.theme, item.second, item.title, question.short, place)


def _lobby(facts: Facts, words: Words) -> LobbyScene:
    people = facts.expected
    return LobbyScene(
        organisation=facts.workshop.organisation,
        title=facts.workshop.title,
        starts=words.say("We start at {time}.", time=clock_text(facts.workshop.starts_at)),
        heading=words.count("{n} person today", "{n} people today", people),
        teams=tuple(
            (team.name, team.expected, words.count("{n} seat", "{n} seats", team.expected))
            for team in facts.teams
        ),
    )


def _opening(facts: Facts, words: Words) -> OpeningScene:
    workshop = facts.workshop
    begins = plan_begins(workshop.starts_at, facts.started_at)
    end = begins + sum(item.minutes for item in facts.items)
    return OpeningScene(
        title=workshop.title,
        until=words.say("until {time}", time=clock_text(end)),
        purpose_heading=words.say("Why we are here"),
        purpose=workshop.purpose,
        promise=workshop.promise,
        rules_heading=words.say("How we work today"),
        rules=workshop.ground_rules[:5],
        strip=tuple(
            StripPart(item.theme, item.second, item.title, item.minutes)
            for item in facts.items
            if item.kind in (ItemKind.SESSION, ItemKind.BREAK)
        ),
    )


def _practice(facts: Facts, words: Words) -> QuestionScene:
    voted = facts.practice.voted if facts.practice else 0
    return QuestionScene(
        header=Header(None, False, words.say("Practice vote"), words.say("never kept"), ""),
        text=words.say(PRACTICE_QUESTION),
        labels=tuple(words.say(label) for label in PRACTICE_LABELS),
        practice=True,
        hint=words.say("Try it: vote, then change your mind. Both work."),
        dont_know=words.say(DONT_KNOW),
        votes=_votes_in(voted, facts.expected, words),
    )


def _practice_result(facts: Facts, words: Words) -> PracticeRevealScene:
    voted = facts.practice.voted if facts.practice else 0
    expected = max(facts.expected, voted)  # some may have left since
    return PracticeRevealScene(
        header=Header(None, False, words.say("Practice vote"), words.say("never kept"), ""),
        heading=words.say("{n} of {m} votes were in", n=voted, m=expected)
        if expected
        else words.say("Nobody was here to vote"),
        text=words.say("Nobody sees what anyone chose: a practice vote is not kept."),
    )


def _votes_in(voted: int, expected: int, words: Words) -> VotesIn:
    return VotesIn(voted, expected, of_votes_in(expected, words))


def _session(facts: Facts, item: OutlineItem, words: Words) -> SessionScene:
    sessions = [each for each in facts.items if each.kind is ItemKind.SESSION]
    at = plan_begins(facts.workshop.starts_at, facts.started_at)
    for each in facts.items:
        at += each.minutes
        if each.id == item.id:
            break
    assert item.theme is not None, "only a session is staged as one"
    shorts = tuple(question.short for question in item.questions if not question.skipped)
    earlier, rank = session_before(item, facts.items, words)
    return SessionScene(
        theme=item.theme,
        second=item.second,
        title=item.title,
        purpose=item.purpose,
        count=words.count("{n} question", "{n} questions", len(shorts)),
        minutes=words.count("{n} minute", "{n} minutes", item.minutes),
        shorts=shorts[:8],
        foot=words.say(
            "Session {n} of {m}, until {time}",
            n=[each.id for each in sessions].index(item.id) + 1,
            m=len(sessions),
            time=clock_text(at),
        ),
        earlier_heading=words.say("Last time") if earlier else "",
        earlier_score=earlier,
        earlier_rank=rank,
    )


def _posed(facts: Facts, question: QuestionFacts, words: Words) -> QuestionScene:
    return QuestionScene(
        header=_header(facts, question, words), text=question.text, labels=question.scale_labels
    )


def _question(facts: Facts, question: QuestionFacts, words: Words) -> QuestionScene:
    voting = facts.step is Step.VOTE or facts.reveal_taken_back
    current = facts.round
    is_open = day_state(facts) is State.OPEN
    votes = None
    if voting and current is not None:
        votes = _votes_in(current.votes_in, current.expected, words)
    return QuestionScene(
        header=_header(facts, question, words),
        text=question.text,
        labels=question.scale_labels,
        votes=votes,
        timer=facts.timer if is_open or facts.step is Step.DISCUSS else None,
        notice="" if is_open or votes is None else words.say("The vote is closed"),
    )


def _at_the_wall(facts: Facts, words: Words) -> Scene:
    turn, question = facts.turn, facts.question
    assert turn is not None, "somebody's turn it is"
    team = next(team for team in facts.teams if team.id == turn.team_id)
    seat = next((seat for seat in team.seats if seat.id == turn.seat_id), None)
    name = seat.name if seat and seat.name else ""
    if question is None:
        header = Header(None, False, words.say("Practice vote"), words.say("never kept"), "")
        labels = tuple(words.say(label) for label in PRACTICE_LABELS)
        text, dont_know = words.say(PRACTICE_QUESTION), True
    else:
        header = _header(facts, question, words)
        text, labels, dont_know = question.text, question.scale_labels, question.dont_know
    missing = team.expected - team.voted
    if not turn.open:
        return HandOverScene(
            header=header,
            heading=words.say("Next at the screen"),
            above=team.name if name else "",
            name=name or team.name,
            target=words.say(TAKE_PAD if turn.pad else TAP_HERE),
            votes=words.count("{n} vote", "{n} votes", 1 if name else max(1, missing)),
        )
    return TouchScene(
        header=header,
        name=name or team.name,
        turn=team.name if name else _turn_text(team, words),
        question=text,
        labels=labels,
        dont_know=words.say(DONT_KNOW) if dont_know else "",
        instruction=words.say(TYPE_ONE if turn.pad else TAP_ONE),
        following=_following(facts, team, words),
        pad=turn.pad,
    )


def _turn_text(team: TeamFacts, words: Words) -> str:
    return words.say("vote {n} of {m}", n=min(team.voted + 1, team.expected), m=team.expected)


def _following(facts: Facts, team: TeamFacts, words: Words) -> str:
    at = facts.teams.index(team)
    order = facts.teams[at + 1 :] + facts.teams[:at]
    waiting = next((other for other in order if other.voted < other.expected), None)
    return words.say("Next team: {team}", team=waiting.name) if waiting else ""


def _result(facts: Facts, question: QuestionFacts, words: Words) -> Scene:
    shown = question.revealed
    if shown is None or shown.result is None:
        return _posed(facts, question, words)
    chart = with_ghost(question, shown.result, shown.number, words)
    turn = question.number + shown.number
    target = facts.workshop.target_on(question.scale_labels)
    # Votes "stay" where they were in a round of today: last time others may have sat here.
    before = round_before(question, shown.number)
    asked = prompt(shown.result, target, turn, before.result if before else None)
    return RevealScene(
        header=_header(facts, question, words),
        question=question.text,
        chart=chart,
        prompt=asked.say(words),
        key=shown.id,
    )


def _outcome(facts: Facts, question: QuestionFacts, words: Words) -> Scene:
    outcome = question.outcome
    if outcome is None or outcome.kind is OutcomeKind.UNDECIDED:
        return _result(facts, question, words)
    if outcome.kind is OutcomeKind.DIFFER:
        return _differ(facts, question, outcome, words)
    score = outcome.score or 0.0
    label = question.scale_labels[int(score) - 1] if score == int(score) else ""
    shown = "" if outcome.off_wall else outcome.evidence
    return AgreedScene(
        header=_header(facts, question, words),
        question=question.text,
        score=words.number(score),
        caption=words.say("agreed score"),
        label=label_beside(label, question, words),
        evidence_heading=words.say("What makes it a {score}", score=words.number(score))
        if shown
        else "",
        evidence=shown,
        vote=vote_line(question, words),
    )


def vote_line(question: QuestionFacts, words: Words) -> str:
    """What the vote had been: 'The vote: median 4, close to agreement 70, 24 votes.'"""
    shown = question.revealed
    result = shown.result if shown else None
    if result is None or result.median is None:
        return ""
    votes = votes_in_words(result, words)
    median = words.number(result.median)
    agreement = result.agreement
    if agreement.word is None:
        return words.say("The vote: median {median}, {votes}.", median=median, votes=votes)
    return words.say(
        "The vote: median {median}, {agreement} {points}, {votes}.",
        median=median,
        agreement=words.say(IN_A_SENTENCE[agreement.word][False]),
        points=points_in_words(agreement, words),
        votes=votes,
    )


def _differ(
    facts: Facts, question: QuestionFacts, outcome: OutcomeFacts, words: Words
) -> DifferScene:
    camps = None
    if question.revealed is not None and question.revealed.result is not None:
        camps = question.revealed.result.agreement.camps
    low_camp, high_camp = (_camp(camp, words) for camp in camps) if camps else ("", "")
    hidden = outcome.off_wall
    finds_out = finds_out_line(outcome, words)
    return DifferScene(
        header=_header(facts, question, words),
        question=question.text,
        heading=words.say("We agree to differ"),
        low=_position(outcome.low, low_camp, "" if hidden else outcome.low_position, words),
        high=_position(outcome.high, high_camp, "" if hidden else outcome.high_position, words),
        finds_out_heading=words.say("Who finds out") if finds_out and not hidden else "",
        finds_out="" if hidden else finds_out,
    )


def _camp(camp: Camp, words: Words) -> str:
    if camp.low == camp.high:
        return words.count("{n} vote at {step}", "{n} votes at {step}", camp.votes, step=camp.low)
    return words.count(
        "{n} vote at {low} to {high}",
        "{n} votes at {low} to {high}",
        camp.votes,
        low=camp.low,
        high=camp.high,
    )


def _position(score: float | None, camp: str, text: str, words: Words) -> Position:
    return Position("" if score is None else words.number(score), camp, text)


def finds_out_line(outcome: OutcomeFacts, words: Words) -> str:
    """Who finds out, how and by when, as one sentence of what is known."""
    who, how, by = outcome.finds_out, outcome.finds_out_how, outcome.finds_out_by
    when = words.day(by) if by else ""
    known = (bool(who), bool(how), bool(by))
    if known == (True, True, True):
        return words.say("{who}: {how}, until {day}.", who=who, how=how, day=when)
    if known == (True, False, True):
        return words.say("{who}, until {day}.", who=who, day=when)
    if known == (False, True, True):
        return words.say("{how}, until {day}.", how=how, day=when)
    if known == (True, True, False):
        return words.say("{who}: {how}.", who=who, how=how)
    return who or how or when
