"""The choice of what the profile shows, by keys and on the console."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.days import begin_profile_day
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.keys_list import works_now
from ui.console.run.view_choice import ViewPicker
from ui.keys import Intent
from workshop.profile_scenes import HeatMapScene, RadarScene
from workshop.scenes import ProfileScene
from workshop.steps import State

K = Qt.Key


@pytest.fixture
def led(lead: Lead) -> Led:
    led = lead(day_in=begin_profile_day)
    led.day.reach(State.PROFILE)
    led.leading.refresh()
    return led


def picker(led: Led) -> ViewPicker:
    return led.run.parts.question.views


def test_r_shows_the_radar_and_the_console_says_so(led: Led) -> None:
    segments = picker(led).segments
    assert picker(led).isVisible()
    assert segments is not None
    assert segments.accessibleDescription() == "Sessions"
    led.press(K.Key_R)
    assert led.wall_shows(RadarScene)
    assert segments.accessibleDescription() == "Radar"
    led.press(K.Key_R)
    assert led.wall_shows(ProfileScene)


def test_d_goes_through_the_views(led: Led) -> None:
    led.press(K.Key_D)
    assert led.wall_shows(RadarScene)
    led.press(K.Key_D)
    assert led.wall_shows(HeatMapScene)
    led.press(K.Key_D)
    assert led.wall_shows(ProfileScene)


def test_a_segment_chooses_and_keeps_the_focus_while_the_next_button_changes(led: Led) -> None:
    segments = picker(led).segments
    assert segments is not None
    segments.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        QTest.keyClick(segments, K.Key_Right)
    assert led.wall_shows(HeatMapScene)
    assert led.scene.next.label == "Next page"
    assert led.has_focus(segments)


def test_without_a_choice_nothing_is_offered_and_the_keys_say_why(lead: Lead) -> None:
    led = lead()
    assert not picker(led).isVisible()
    assert not works_now(Intent.RADAR, led.scene, alone=False)
    assert not works_now(Intent.VIEW, led.scene, alone=False)
    led.press(K.Key_R)
    assert led.scene.views is None
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe == "The profile is not on the wall. Go to it on the agenda first."
