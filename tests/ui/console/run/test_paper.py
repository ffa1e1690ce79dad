"""Ballots on paper at the console: typed by keys, hidden once saved, a file whole or not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text as sql

from tests.days import small_framework
from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.paper import Paper
from ui.console.run.paper_row import HiddenAnswer
from ui.console.widgets.button import Button
from ui.console.widgets.text_label import TextLabel
from ui.keys import Intent
from workshop.kinds import Way
from workshop.steps import State

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
HEAD = "question,team,seat,answer\n"


def paper(led: Led) -> Paper:
    panel = led.run.parts.panels[Intent.PAPER]
    assert isinstance(panel, Paper)
    return panel


def open_paper(led: Led) -> Paper:
    """Open a vote, and the panel."""
    led.reach(State.OPEN)
    led.press(K.Key_H, CONTROL)
    assert led.run.parts.centre.currentWidget() is paper(led)
    return paper(led)


def ballot(led: Led, *answers: str) -> None:
    """Type a ballot and save it."""
    for answer in answers:
        led.type(answer)
    led.press(K.Key_Return)


def on_paper(led: Led, team: int) -> dict[int, int]:
    facts = led.day.live.facts()
    assert facts.round is not None
    return led.day.live.voting.tally(facts.round.id, facts.teams[team].id, Way.PAPER)


def shown(widget: QWidget) -> list[str]:
    """Every text that stands on a widget."""
    return [each.text() for each in widget.findChildren(TextLabel) if each.isVisibleTo(widget)]


def take_back(panel: Paper) -> list[Button]:
    """The button that takes the last ballot back, where there is one."""
    return [panel.take_back] if panel.take_back is not None else []


def answer(panel: Paper) -> int | None:
    """What is typed in the first field."""
    return panel.fields[0].answer


def said(panel: Paper) -> str:
    """The sentence beside the row."""
    return panel.said.text()


def write(folder: Path, lines: str) -> Path:
    path = folder / "ballots-nursing.csv"
    path.write_text(HEAD + lines, encoding="utf-8")
    return path


def test_ctrl_h_opens_the_panel_with_the_cursor_in_the_first_field(led: Led) -> None:
    panel = open_paper(led)
    assert led.has_focus(panel.fields[0].editor)
    led.press(K.Key_H, CONTROL)
    assert led.run.parts.centre.currentWidget() is led.run.parts.question


def test_paper_waits_for_a_vote_and_stays_out_of_the_practice_vote(led: Led) -> None:
    led.reach(State.POSE)
    led.press(K.Key_H, CONTROL)
    current = led.run.parts.notices.current
    assert current is not None
    assert current.safe == ("Ballots are typed in while a vote is open. Open the vote first.")
    assert led.run.parts.centre.currentWidget() is led.run.parts.question


def test_the_practice_vote_takes_no_paper(led: Led) -> None:
    led.reach(State.PRACTICE_OPEN)
    led.press(K.Key_H, CONTROL)
    current = led.run.parts.notices.current
    assert current is not None
    assert current.safe.startswith("The practice vote takes no paper.")


def test_enter_saves_the_ballot_and_begins_the_next_of_the_same_team(led: Led) -> None:
    panel = open_paper(led)
    led.press(K.Key_Down)
    ballot(led, "4")
    ballot(led, "0")
    assert on_paper(led, 1) == {4: 1, 0: 1}
    assert led.scene.votes == "2"
    assert panel.team is not None
    assert panel.team.text() == "Nursing"
    assert answer(panel) is None
    assert led.has_focus(panel.fields[0].editor)
    assert "P-03" in shown(panel)


def test_a_saved_ballot_shows_dots_and_never_its_answer(led: Led) -> None:
    panel = open_paper(led)
    ballot(led, "4")
    ballot(led, "2")
    hidden = [each for each in panel.findChildren(HiddenAnswer) if each.isVisibleTo(panel)]
    first, second = (each.grab().toImage() for each in hidden)
    assert first == second, "no pixel tells which answer it was"
    assert not {"4", "2"} & set(shown(panel))


def test_a_ballot_without_a_team_is_counted_for_the_whole_room(led: Led) -> None:
    open_paper(led)
    led.press(K.Key_Up)
    for _ in range(2):
        led.press(K.Key_Down)
    ballot(led, "5")
    assert led.day.live.facts().whole_room == ((Way.PAPER, 1),)


def test_the_last_ballot_can_be_taken_back(led: Led) -> None:
    panel = open_paper(led)
    ballot(led, "4")
    ballot(led, "5")
    assert [each.accessibleName() for each in take_back(panel)] == ["Take ballot P-02 back"]
    take_back(panel)[0].click()
    assert on_paper(led, 0) == {4: 1}
    take_back(panel)[0].click()
    assert on_paper(led, 0) == {}
    assert take_back(panel) == []
    assert led.has_focus(panel.fields[0].editor)


def test_an_answer_off_the_scale_is_said_and_not_taken(led: Led) -> None:
    panel = open_paper(led)
    led.type("9")
    assert said(panel) == "The scale has 1 to 5, and 0 for “don’t know”."
    assert answer(panel) is None
    led.type("3")
    assert said(panel) == ""
    led.type("5")
    assert answer(panel) == 5, "a digit that does not fit begins anew"
    led.press(K.Key_Backspace)
    assert answer(panel) is None


def test_letters_and_space_are_no_answers_and_no_commands(led: Led) -> None:
    panel = open_paper(led)
    led.type("bx ")
    assert answer(panel) is None
    assert led.day.state() is State.OPEN


def test_an_empty_ballot_is_not_saved(led: Led) -> None:
    panel = open_paper(led)
    led.press(K.Key_Return)
    assert said(panel) == "This ballot has no answer yet. Type at least one."
    assert led.scene.votes == "0"


def test_a_ballot_beyond_the_seats_is_refused_beside_the_row_and_stays_typed(led: Led) -> None:
    panel = open_paper(led)
    for _ in range(3):
        ballot(led, "3")
    ballot(led, "3")
    assert said(panel).startswith("Front desk has no seat still out for this ballot")
    assert answer(panel) == 3
    assert led.scene.votes == "3"


def test_page_down_says_once_that_a_ballot_is_half_typed(led: Led) -> None:
    open_paper(led)
    led.type("4")
    led.press(K.Key_PageDown)
    assert led.day.state() is State.OPEN
    current = led.run.parts.notices.current
    assert current is not None
    assert current.safe == ("The ballot you are typing is not saved yet. Enter saves it.")
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert led.run.parts.centre.currentWidget() is led.run.parts.question
    assert on_paper(led, 0) == {}


def test_the_next_vote_begins_with_an_empty_table(led: Led) -> None:
    panel = open_paper(led)
    ballot(led, "4")
    led.press(K.Key_Escape)
    led.day.vote_all(3, 3)
    led.day.live.facilitation.next()
    led.reach(State.OPEN)
    led.press(K.Key_H, CONTROL)
    assert take_back(panel) == []
    assert "P-01" in shown(panel)


def test_ballots_that_were_typed_before_go_on_counting(led: Led) -> None:
    led.reach(State.OPEN)
    facts = led.day.live.facts()
    assert facts.round is not None
    led.day.live.paper.take_ballot(facts.teams[0].id, {facts.round.id: 3})
    led.leading.refresh()
    panel = open_paper(led)
    assert "P-02" in shown(panel)


def test_on_a_scale_of_ten_a_one_waits_for_a_nought(lead: Lead) -> None:
    led = lead(framework=small_framework(labels=[f"Step {n}" for n in range(1, 11)]))
    panel = open_paper(led)
    done: list[int] = []
    panel.fields[0].done.connect(lambda: done.append(1))
    led.type("1")
    assert (answer(panel), done) == (1, [])
    led.type("0")
    assert (answer(panel), done) == (10, [1])
    led.type("7")
    assert answer(panel) == 7


def test_a_file_is_taken_in_whole(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    panel.read(write(tmp_path, "1,Nursing,,4\n1,Nursing,,5\n"))
    assert on_paper(led, 1) == {4: 1, 5: 1}
    assert panel.file.chip.text() == "2 votes taken in"
    panel.file.take_back.click()
    assert on_paper(led, 1) == {}
    assert panel.file.isHidden()


def test_a_file_with_seats_cannot_be_taken_back(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    panel.read(write(tmp_path, "1,Nursing,2,4\n"))
    assert panel.file.chip.text() == "1 vote taken in"
    assert panel.file.take_back.isHidden()


def test_the_faults_of_a_file_are_shown_and_it_can_be_read_again(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    path = write(tmp_path, "1,Nursin,,4\n1,Nursing,,6\n")
    panel.read(path)
    assert panel.file.chip.text() == "Nothing was taken in"
    assert shown(panel.file)[:7] == [
        "ballots-nursing.csv",
        "Line 2",
        "“Nursin” is no team of this workshop.",
        "Write Nursing or Front desk.",
        "Line 3",
        "Answer 6 is off the scale.",
        "The scale has 1 to 5, and 0 for “don’t know”.",
    ]
    assert led.scene.votes == "0"
    path.write_text(HEAD + "1,Nursing,,4\n", encoding="utf-8")
    panel.file.read_again.click()
    assert panel.file.chip.text() == "1 vote taken in"
    assert led.scene.votes == "1"
    panel.file.put_away.click()
    assert panel.file.isHidden()


def test_a_file_that_is_gone_is_said(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    panel.read(tmp_path / "nowhere.csv")
    assert "This is no file that can be read." in shown(panel.file)
    panel.read(tmp_path)
    assert "This is no file that can be read." in shown(panel.file)


def test_a_file_dropped_on_the_panel_is_read(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(write(tmp_path, "1,Nursing,,4\n")))])
    place, copy = QPointF(panel.rect().center()), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(place.toPoint(), copy, carried, left, none)
    led.app.sendEvent(panel, entering)
    assert entering.isAccepted()
    led.app.sendEvent(panel, QDropEvent(place, copy, carried, left, none))
    assert on_paper(led, 1) == {4: 1}


def test_two_files_at_once_are_not_accepted(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.csv", "b.csv")])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(panel.rect().center(), copy, carried, left, none)
    led.app.sendEvent(panel, entering)
    assert not entering.isAccepted()


def test_a_file_is_chosen_in_a_dialog(led: Led, tmp_path: Path) -> None:
    panel = open_paper(led)
    panel.read_csv.click()
    (dialog,) = led.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(write(tmp_path, "1,Nursing,,4\n")))
    dialog.close()
    assert on_paper(led, 1) == {4: 1}


def test_ballot_sheets_are_written_and_their_place_is_said(
    led: Led, tmp_path: Path, qtbot: QtBot
) -> None:
    panel = open_paper(led)
    with qtbot.waitSignal(panel.printing.written):
        panel.printing.write(tmp_path)
    assert (tmp_path / "Ballot sheets.pdf").read_bytes().startswith(b"%PDF")
    assert said(panel) == f"The ballot sheets are in {tmp_path / 'Ballot sheets.pdf'}."


def test_sheets_that_cannot_be_written_are_said(led: Led, tmp_path: Path, qtbot: QtBot) -> None:
    panel = open_paper(led)
    with qtbot.waitSignal(panel.printing.refused):
        panel.printing.write(tmp_path / "gone")
    assert said(panel).startswith("The folder")


def test_a_half_typed_ballot_outlives_a_narrower_window(led: Led) -> None:
    panel = open_paper(led)
    led.press(K.Key_Down)
    led.type("4")
    led.window.resize(1024, 600)
    led.app.processEvents()
    assert answer(panel) == 4
    assert panel.team is not None
    assert panel.team.text() == "Nursing"
    ballot(led)
    assert on_paper(led, 1) == {4: 1}


def test_in_a_secret_ballot_paper_has_no_numbers(led: Led) -> None:
    with led.day.library.writing() as writing:
        writing.connection.execute(sql("UPDATE workshop SET ballot = 'secret'"))
    panel = open_paper(led)
    ballot(led, "4")
    assert not any(text.startswith("P-") or text == "Ballot" for text in shown(panel))
    assert led.scene.votes == "1"
    take_back(panel)[0].click()
    assert led.scene.votes == "0"


def test_the_team_is_chosen_from_a_menu_too(led: Led) -> None:
    panel = open_paper(led)
    assert panel.team is not None
    panel.team.click()
    menu = led.app.activePopupWidget()
    assert menu is not None
    names = [action.text() for action in menu.actions()]
    assert names == ["Front desk", "Nursing", "No team"]
    menu.actions()[1].trigger()
    menu.close()
    assert panel.team.text() == "Nursing"
