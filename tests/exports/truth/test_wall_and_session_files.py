"""Wall and files print the same of a session, too: a question, a checklist, the whole page.

What only one of the two says stands here by name; of a page its rows are compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from exports.charts import folder as charts
from frameworks.model import Activity, ActivityKind, Framework, Pace, Question
from tests.days import Day, begin_day, small_framework
from tests.exports.truth.chart_files import svg_lines
from tests.exports.truth.test_wall_and_files import on_the_wall, words_of
from workshop.charting import day_charts
from workshop.creation import NewTeam
from workshop.scenes import RevealScene, Wall
from workshop.steps import State
from workshop.together_scenes import ChecklistScene, TogetherScene
from workshop.words import Words

WORDS = Words()
TEAMS = (NewTeam("Front desk", 6), NewTeam("Nursing", 7))
ONLY, PAGE, FIRST = 0, 0, 2
"""Files of a session in their order: its page, its checklist, its first question; before its
questions are asked its checklist is the only one.
"""
NAMES: Final = "abc"
QUESTIONS: Final = len(NAMES)


def a_framework() -> Framework:
    """A session with a checklist and with questions, each voted on together."""
    plain = small_framework(1)
    session = plain.sessions[0]
    kinds = (ActivityKind.CHECKLIST, ActivityKind.RATE)
    activities = tuple(
        Activity(
            kind.value,
            kind,
            tuple(
                Question(
                    f"{kind}{name}", f"The {kind} {name}", f"We have a {kind} {name}.", ("own",)
                )
                for name in NAMES
            ),
            pace=Pace.TOGETHER,
        )
        for kind in kinds
    )
    return replace(plain, sessions=(replace(session, activities=activities),))


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A day whose teams answer every question otherwise."""
    return begin_day(tmp_path, framework=a_framework(), teams=TEAMS)


def reach(day: Day, wanted: Callable[[Wall], bool]) -> Wall:
    """Lead the day until the wall is as wanted, with votes of every step in every round."""
    asked = 0
    while day.state() is not State.FINISHED:
        wall = day.live.scene()
        if wanted(wall):
            return wall
        facts = day.live.facts(whole=False)
        if day.state() is State.OPEN:
            assert facts.round is not None, "it is open"
            assert facts.question is not None, "it is asked"
            asked += 1
            steps = len(facts.question.scale_labels) + 1
            seats = enumerate(day.seats())
            day.cast(*((facts.round.id, s, (n // 3 + n * asked) % steps) for n, s in seats))
        day.live.facilitation.next()
    raise AssertionError("never on the wall")


def file_words(day: Day, folder: Path, place: int) -> Counter[str]:
    """What a chart of the session has written, but for its source."""
    folder.mkdir()
    snapshot = day.live.snapshot()
    charts.write_formats(snapshot, WORDS, folder, lambda: None, (".svg",))
    of_session = sorted(path for path in folder.glob("*.svg") if path.name.startswith("1"))
    _, *texts = svg_lines(of_session[place])
    return words_of(texts) - words_of([day_charts(snapshot, WORDS).source])


def plain(said: Counter[str]) -> Counter[str]:
    """Words without the marks behind them, and in small letters."""
    found: Counter[str] = Counter()
    for word, count in said.items():
        found[word.strip(",.;“”").casefold()] += count
    return found


def test_a_checklist(qapp: object, day: Day, tmp_path: Path) -> None:
    wall = reach(day, lambda each: isinstance(each.scene, ChecklistScene))
    assert isinstance(wall.scene, ChecklistScene)
    screen, file = on_the_wall(wall), file_words(day, tmp_path / "out", ONLY)
    # The wall says how much is in work, a file what it is.
    assert screen - file == words_of([wall.scene.header.topic])
    assert file - screen == words_of(["Checklist"])
    day.library.close()


def test_a_question(qapp: object, day: Day, tmp_path: Path) -> None:
    reach(day, lambda each: isinstance(each.scene, TogetherScene))
    wall = reach(day, lambda each: isinstance(each.scene, RevealScene))
    assert isinstance(wall.scene, RevealScene)
    median = f"Median {wall.scene.chart.median_text}"
    screen, file = on_the_wall(wall), file_words(day, tmp_path / "out", FIRST)
    # The place in the day and the prompt are the room's; a file says how often was voted, and the
    # numbers that the wall has beside the chart in a sentence too.
    only_wall = words_of([wall.scene.header.place, wall.scene.prompt])
    only_file = words_of(["One round", median, "Agreement of 100"])
    assert plain(screen) - plain(only_wall) == plain(file) - plain(only_file)
    day.library.close()


def test_the_page_of_a_session(qapp: object, day: Day, tmp_path: Path) -> None:
    wall = reach(day, lambda each: isinstance(each.scene, TogetherScene))
    assert isinstance(wall.scene, TogetherScene)
    screen = plain(on_the_wall(wall))
    file = plain(file_words(day, tmp_path / "out", PAGE))
    rows = [
        (row.name, row.text, row.median, row.word, row.detail, row.agreement)
        for row in wall.scene.rows
    ]
    said = plain(words_of(text for row in rows for text in row))
    assert len(rows) == QUESTIONS
    assert said <= screen
    assert said <= file
    day.library.close()
