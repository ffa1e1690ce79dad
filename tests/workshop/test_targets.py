"""Targets: what counts as high is the workshop's own line, on its own scale alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.days import Day, begin_day, room_framework, small_framework
from workshop.prompts import WORDINGS, Shape
from workshop.scenes import RevealScene
from workshop.steps import State
from workshop.together_panel import together_panel
from workshop.words import Words

WORDS = Words()


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    day = begin_day(tmp_path)
    yield day
    day.library.close()


def revealed(day: Day, answer: int) -> str:
    day.reach(State.OPEN)
    day.vote_all(answer)
    day.live.facilitation.next()
    day.live.facilitation.next()
    scene = day.live.scene().scene
    assert isinstance(scene, RevealScene)
    return scene.prompt


@pytest.mark.parametrize(
    ("target", "shape"),
    [(None, Shape.AGREED_HIGH), (4.5, Shape.AGREED_LOW), (4.0, Shape.AGREED_HIGH)],
)
def test_the_prompt_at_a_reveal_goes_by_the_target(
    day: Day, target: float | None, shape: Shape
) -> None:
    day.live.preparing.set_target(target)
    assert revealed(day, 4) in WORDINGS[shape]


def test_a_target_is_not_meant_for_another_scale(tmp_path: Path) -> None:
    framework = small_framework(1, 1)
    session = framework.sessions[0]
    other = replace(framework.scale, labels=("no", "partly", "rather", "yes"))
    activity = replace(session.activities[0], scale=other)
    mixed = replace(framework, sessions=(replace(session, activities=(activity,)),))
    day = begin_day(tmp_path, framework=mixed)
    day.live.preparing.set_target(4.5)
    assert revealed(day, 4) in WORDINGS[Shape.AGREED_HIGH]
    day.library.close()


def test_the_prompts_of_questions_revealed_together_go_by_the_target(tmp_path: Path) -> None:
    day = begin_day(tmp_path, framework=room_framework(2))
    day.live.preparing.set_target(4.5)
    while day.live.facts().together is None:
        if day.live.facts().round and day.state() is State.OPEN:
            day.vote_all(4)
        day.live.facilitation.next()
    day.live.facilitation.next()
    together = day.live.facts().together
    assert together is not None
    picked = replace(
        together, questions=tuple(replace(each, picked=True) for each in together.questions)
    )
    panel = together_panel(picked, [each.id for each in picked.questions], WORDS)
    assert [line.prompt in WORDINGS[Shape.AGREED_LOW] for line in panel.talk] == [True, True]
    day.library.close()
