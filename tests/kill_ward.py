"""The kill ward: children work on a library until they are killed; their word counts.

Run as a program (`python -m tests.kill_ward FOLDER KILLS SEED`), so that forking happens in a
process without threads or windows. It prints one JSON line a kill for tests/test_kills.py.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TextIO

from tests.days import Day, HandClock, begin_day, room_framework, room_items
from workshop.creation import NewTeam
from workshop.errors import WorkshopError
from workshop.facts import Facts
from workshop.kinds import Ballot, ItemKind, RoundState, Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.steps import State, day_state, state
from workshop.voting import Vote
from workshop.words import Words

TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 3))
LONGEST_LIFE_S = 0.25
# Where the days begin in which a child works, one after the other.
BEGINNINGS = (
    State.OPEN, State.COLLECTED, State.TOGETHER, State.GROUP_WORK, State.GROUPS, State.BREAK,
    State.PROFILE, State.CLOSING,
)  # fmt: skip
OF_ITEM = {
    State.GROUP_WORK: ItemKind.GROUP_WORK,
    State.GROUPS: ItemKind.GROUP_WORK,
    State.BREAK: ItemKind.BREAK,
    State.PROFILE: ItemKind.PROFILE,
    State.CLOSING: ItemKind.CLOSE,
}


def work(path: Path, workshop_id: str, seed: int, out: TextIO) -> None:
    """Lead and vote at random, telling each act once it is acknowledged, until killed."""
    luck = random.Random(seed)
    with Library.open(path, clock=HandClock()) as library:
        live = LiveWorkshop(library, workshop_id, Words())
        while True:
            facts = live.facts(whole=False)
            if day_state(facts) is State.OPEN and facts.round and luck.random() < 0.8:
                vote(live, facts, luck, out)
            elif luck.random() < 0.2:
                text = f"Do {luck.random()}"
                tell(out, doing="propose")
                live.planning.propose(ActionDraft(text))
                tell(out, action=text)
            elif day_state(facts) is State.CLOSING and luck.random() < 0.7:
                tell(out, doing="closing")
                live.closing.put_hands({luck.randint(1, 5): luck.randint(0, 6)})
                live.closing.add_word("useful")
            else:
                lead(live, luck, out)
            tell(out, seen=seen(live))


def lead(live: LiveWorkshop, luck: random.Random, out: TextIO) -> None:
    """An act that moves the day or the wall; what is not possible here changes nothing."""
    act = luck.choice(
        [live.facilitation.next] * 6
        + [live.hold, live.facilitation.blank, live.facilitation.back]
        + [live.facilitation.vote_again, partial(undo_a_step, live), live.facilitation.apart]
    )
    tell(out, doing=getattr(act, "__name__", ""))
    with contextlib.suppress(WorkshopError):
        act()


def undo_a_step(live: LiveWorkshop) -> None:
    """Undo, but never an action that was told as kept."""
    newest = live.facts().undo
    if newest is not None and newest[0] != "propose":
        live.facilitation.undo()


def vote(live: LiveWorkshop, facts: Facts, luck: random.Random, out: TextIO) -> None:
    """A few seats vote at once; of a round that was sealed before only those still out."""
    assert facts.round is not None, "its vote is open"
    seats = [
        seat.id
        for team in facts.teams
        for seat in team.seats
        if not (facts.round.sealed and seat.voted)
    ]
    batch = [
        Vote(facts.round.id, seat, luck.randint(0, 5), Way.WALL)
        for seat in luck.sample(seats, min(len(seats), luck.randint(1, 3)))
    ]
    tell(out, trying=[[each.round_id, each.seat_id, each.answer] for each in batch])
    kept = live.voting.cast(batch)
    assert all(each.kept for each in kept), "every one of them may vote"
    tell(out, votes=[[c.vote.round_id, c.vote.seat_id, c.vote.answer] for c in kept])


def seen(live: LiveWorkshop) -> str:
    """What wall and console show, as a short text that is equal where they are."""
    return hashlib.sha256(repr(live.both()).encode()).hexdigest()


def tell(out: TextIO, **said: object) -> None:
    """One line, out of this process before anything else happens."""
    out.write(json.dumps(said) + "\n")
    out.flush()


def lines_until_killed(child: int, pipe: int, life_s: float) -> Iterator[dict[str, object]]:
    """Kill the child after `life_s` from its first word, and read all that it had said."""
    select.select([pipe], [], [], 20)
    time.sleep(life_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(pipe, encoding="utf-8") as said:
        for line in said:
            if line.endswith("\n"):
                yield json.loads(line)


def one_kill(path: Path, workshop_id: str, luck: random.Random) -> list[dict[str, object]]:
    """Let a child work and kill it; answers what it said."""
    reading, writing = os.pipe()
    seed, life = luck.randrange(2**32), luck.uniform(0.0, LONGEST_LIFE_S)
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w", encoding="utf-8") as out:
            work(path, workshop_id, seed, out)
        os._exit(3)
    os.close(writing)
    return list(lines_until_killed(child, reading, life))


def look(path: Path, workshop_id: str) -> dict[str, object]:
    """Open the library as the next start does, and say what is there."""
    with Library.open(path, clock=HandClock()) as library:
        live = LiveWorkshop(library, workshop_id, Words())
        with library.reading() as connection:
            ask = connection.exec_driver_sql
            votes = ask("SELECT round_id, seat_id, answer FROM vote").all()
            voted = ask(
                "SELECT round_id, seat_id FROM voted JOIN round ON id = round_id"
                f" WHERE state <> '{RoundState.REVEALED}'"
            ).all()
            counted = ask(
                "SELECT round_id, answer, count(*) FROM sealed GROUP BY round_id, answer"
                " UNION ALL SELECT round_id, answer, count FROM sealed_count"
            ).all()
            check = ask("PRAGMA integrity_check").scalar_one()
        facts = live.facts()
        scene = type(live.scene().scene).__name__
        return {
            "votes": [list(row) for row in votes],
            "voted": [list(row) for row in voted],
            "counted": [list(row) for row in counted],
            "actions": [action.what for action in facts.actions],
            "state": state(facts).value,
            "held": facts.held is not None,
            "scene": scene,
            "seen": seen(live),
            "check": check,
        }


def begin(folder: Path, number: int) -> Day:
    """A fresh workshop where a child goes on; every other one votes secretly."""
    day = begin_day(
        folder / str(number),
        framework=room_framework(2),
        items=room_items(),
        teams=TEAMS,
        ballot=Ballot.SECRET if number % 2 else Ballot.OPEN,
    )
    there = BEGINNINGS[number // 2 % len(BEGINNINGS)]
    items = day.live.facts().items
    kind = OF_ITEM.get(there, ItemKind.SESSION)
    day.live.facilitation.jump(next(item.id for item in items if item.kind is kind))
    day.reach(there)
    return day


def main() -> None:
    """Kill as often as asked and report each."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    luck = random.Random(seed)
    for number in range(kills):
        day = begin(folder, number)
        path, workshop_id = day.library.path, day.live.id
        day.library.close()
        before = look(path, workshop_id)
        said = one_kill(path, workshop_id, luck)
        print(
            json.dumps({"before": before, "said": said, "found": look(path, workshop_id)}),
            flush=True,
        )


if __name__ == "__main__":
    main()
