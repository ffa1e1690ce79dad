"""A framework that has changed since a workshop took its copy: Prepare says so, and keeps it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from frameworks.reader import parse
from frameworks.shipped import default_pack
from tests.ui.prepare_room import PrepareRoom


def test_a_pack_that_was_reworded_since_is_named_and_the_copy_stays(
    qtbot: QtBot, filled: PrepareRoom, tmp_path: Path
) -> None:
    text = default_pack().read_text(encoding="utf-8")
    text = text.replace('id = "service-culture"', 'id = "mine"', 1)
    first = parse(text, "mine.toml")
    filled.live.preparing.use_framework(first)
    asked = first.sessions[0].activities[0].questions[0].text
    newer = text.replace('version = "1.0"', 'version = "1.1"', 1).replace(asked, "Reworded here.")
    own = tmp_path / "frameworks"
    own.mkdir(exist_ok=True)
    (own / "mine.toml").write_text(newer, encoding="utf-8")
    filled.preparation.refresh()
    filled.screen.framework.reload()
    note = filled.screen.framework.note
    qtbot.waitUntil(lambda: "has changed since: 1 question reworded." in note.text())
    assert "keeps its own copy" in note.text()
    sessions = [item.id for item in filled.prepared.items if item.session_key == "vision"]
    (activity,) = filled.live.prepared_session(sessions[0])
    assert activity.questions[0].text == asked


def test_the_same_version_says_nothing(filled: PrepareRoom, qtbot: QtBot) -> None:
    part = filled.screen.framework
    part.reload()
    qtbot.waitUntil(lambda: part.entries is not None)
    assert "changed since" not in part.note.text()
