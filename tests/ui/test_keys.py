"""The table of keys itself; that each does what it says is shown in the run screen's tests."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QSpinBox, QTextEdit
from pytestqt.qtbot import QtBot

from ui.keys import KEYS, OWNS_KEYS, STEPS, Intent, KeyRouter, Rule, in_field, key_of


def test_no_key_asks_for_two_things() -> None:
    pressed = Counter((binding.key, binding.control, binding.shift) for binding in KEYS)
    assert [key for key, times in pressed.items() if times > 1] == []


def test_single_letters_never_act_while_someone_types() -> None:
    letters = [binding for binding in KEYS if len(binding.shown) == 1]
    assert {binding.rule for binding in letters} == {Rule.NO_FIELD}


@pytest.mark.parametrize("intent", list(Intent))
def test_every_intent_names_its_key(intent: Intent) -> None:
    assert key_of(intent)


def test_a_field_that_cannot_be_written_in_takes_no_letters(qtbot: QtBot) -> None:
    line, area, number = QLineEdit(), QTextEdit(), QSpinBox()
    for field in (line, area, number):
        qtbot.addWidget(field)
        assert in_field(field)
    line.setReadOnly(True)
    assert not in_field(line)
    assert not in_field(None)


def test_space_belongs_to_controls_that_own_their_keys_but_never_to_the_next_button(
    qtbot: QtBot, qapp: object
) -> None:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    router = KeyRouter(application, lambda: 0)
    plain, owner, following = QPushButton(), QPushButton(), QPushButton()
    for widget in (plain, owner, following):
        qtbot.addWidget(widget)
    owner.setProperty(OWNS_KEYS, True)
    following.setProperty(STEPS, True)
    steps = [router.steps_with_space(widget) for widget in (None, plain, owner, following)]
    assert steps == [True, True, False, True]
    router.close()
