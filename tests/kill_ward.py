"""The kill ward: children work on a library until they are killed; their word counts.

Run as a program (`python -m tests.kill_ward FOLDER KILLS SEED`), so that forking happens in a
process without threads or windows. It prints one JSON line a kill for tests/test_kills.py.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from tests.days import Day, HandClock, begin_day, small_framework
from workshop.creation import NewTeam
from workshop.facts import Way
from workshop.library import Library
from workshop.live import LiveWorkshop
from workshop.planning import ActionDraft
from workshop.steps import State, day_state
from workshop.voting import Vote
from workshop.words import Words

TEAMS = (NewTeam("Front desk", 3), NewTeam("Nursing", 3))
LONGEST_LIFE_S = 0.25


def work(path: Path, workshop_id: str, seed: int, out: TextIO) -> None:
    """Lead and vote at random, telling each act once it is acknowledged, until killed."""
    luck = random.Random(seed)
    with Library.open(path, clock=HandClock()) as library:
        live = LiveWorkshop(library, workshop_id, Words())
        while True:
            facts = live.facts(whole=False)
            if day_state(facts) is State.OPEN and facts.round and luck.random() < 0.8:
                seats = [seat.id for team in facts.teams for seat in team.seats]
                batch = [
                    Vote(facts.round.id, seat, luck.randint(0, 5), Way.WALL)
                    for seat in luck.sample(seats, luck.randint(1, 3))
                ]
                tell(out, trying=[[v.round_id, v.seat_id, v.answer] for v in batch])
                kept = live.voting.cast(batch)
                tell(out, votes=[[c.vote.round_id, c.vote.seat_id, c.vote.answer] for c in kept])
            elif luck.random() < 0.3:
                text = f"Do {luck.random()}"
                live.planning.propose(ActionDraft(text))
                tell(out, action=text)
            else:
                live.facilitation.next()
                tell(out, step=[day_state(live.facts(whole=False)).value])


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
            votes = connection.exec_driver_sql("SELECT round_id, seat_id, answer FROM vote").all()
            check = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        facts = live.facts()
        scene = type(live.scene().scene).__name__
        return {
            "votes": [list(row) for row in votes],
            "actions": [action.what for action in facts.actions],
            "state": day_state(facts).value,
            "scene": scene,
            "check": check,
        }


def begin(folder: Path, number: int) -> Day:
    """A fresh workshop at its first open vote."""
    day = begin_day(folder / str(number), framework=small_framework(5, 5), teams=TEAMS)
    day.reach(State.OPEN)
    return day


def main() -> None:
    """Kill as often as asked and report each."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    luck = random.Random(seed)
    for number in range(kills):
        day = begin(folder, number)
        path, workshop_id = day.library.path, day.live.id
        day.library.close()
        said = one_kill(path, workshop_id, luck)
        print(json.dumps({"said": said, "found": look(path, workshop_id)}), flush=True)


if __name__ == "__main__":
    main()
