"""O: a vote for someone on the telephone, typed and never shown again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from tests.ui.console.run.conftest import Lead, Led
from ui.console.run.for_someone import ForSomeone
from ui.keys import Intent
from workshop.creation import NewTeam
from workshop.kinds import Way
from workshop.records import WorkshopRecord
from workshop.steps import State

K = Qt.Key
NAMED = (NewTeam("Front desk", names=("Ann", "Bob", "Cy")), NewTeam("Nursing", 4))


def begin(lead: Lead, *, secret: bool = False, state: State = State.OPEN) -> Led:
    led = lead(teams=NAMED)
    if secret:
        with led.day.library.transaction() as transaction:
            transaction.get_one(WorkshopRecord, led.day.live.id).ballot = "secret"
    led.reach(state)
    return led


def opened(led: Led) -> ForSomeone:
    led.press(K.Key_O)
    panel = led.run.parts.panels[Intent.FOR_SOMEONE]
    assert isinstance(panel, ForSomeone)
    assert panel.isVisible()
    return panel


def result(led: Led) -> tuple[int, ...]:
    led.run.ask(Intent.NEXT)
    led.run.ask(Intent.NEXT)
    facts = led.day.live.facts()
    assert facts.round is not None
    assert facts.round.result is not None
    return facts.round.result.counts


def test_seat_answer_enter_keeps_a_vote_for_someone(lead: Lead) -> None:
    led = begin(lead)
    panel = opened(led)
    led.press(K.Key_Down)
    led.press(K.Key_4)
    led.press(K.Key_Return)
    facts = led.day.live.facts()
    assert facts.teams[0].by_way == ((Way.FOR_SOMEONE, 1),)
    assert [seat.voted for seat in facts.teams[0].seats] == [False, True, False]
    assert panel.said.text() == "The vote of Bob is in."
    assert result(led) == (0, 0, 0, 1, 0)


def test_what_was_typed_is_nowhere_to_be_read_afterwards(lead: Lead) -> None:
    led = begin(lead)
    panel = opened(led)
    led.press(K.Key_Return)
    led.type("4")
    led.press(K.Key_Return)
    assert panel.answer.text == ""
    fields = [field.text() for field in led.run.findChildren(QLineEdit)]
    assert "4" not in fields
    assert "4" not in [label.text() for label in panel.findChildren(QLabel)]


def test_the_seat_leaves_the_list_and_the_cursor_goes_on(lead: Lead) -> None:
    led = begin(lead)
    panel = opened(led)
    for _ in range(3):
        led.press(K.Key_Return)
        led.type("0")
        led.press(K.Key_Return)
    assert panel._shown is not None
    assert [team.name for team in panel._shown.teams] == ["Nursing"]
    assert panel.columns.isAncestorOf(led.focus)


def test_when_nobody_is_out_it_says_so(lead: Lead) -> None:
    led = begin(lead)
    panel = opened(led)
    led.day.vote_all(3)
    led.leading.refresh()
    assert panel._nobody.isVisible()
    assert not panel._bar.isVisible()


def test_an_answer_that_is_not_on_the_scale_is_refused_beside_it(lead: Lead) -> None:
    led = begin(lead)
    panel = opened(led)
    led.press(K.Key_9)
    led.press(K.Key_Return)
    assert panel.said.text() == "9 is not an answer to this question. Choose one from 1 to 5."
    assert panel.isVisible()
    assert led.scene.votes == "0"
    panel.answer.set_text("")
    led.press(K.Key_Return)
    assert panel.said.text().startswith("Type the answer first")


def test_hands_that_fill_the_room_are_said_beside_it(lead: Lead) -> None:
    led = begin(lead)
    facts = led.day.live.facts()
    assert facts.round is not None
    led.day.live.voting.put_tally(facts.round.id, facts.teams[0].id, {3: 3})
    panel = opened(led)
    led.press(K.Key_2)
    led.press(K.Key_Return)
    assert panel.said.text().startswith("All seats still out were counted by hand, or on paper")


def test_it_is_offered_only_while_a_vote_is_open(lead: Lead) -> None:
    led = begin(lead, state=State.POSE)
    led.press(K.Key_O)
    notice = led.run.parts.notices.current
    assert notice is not None
    assert notice.safe.startswith("A vote for someone is typed while a vote is open.")
    led.reach(State.OPEN)
    panel = opened(led)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert not panel.isVisible()


def test_an_answer_that_was_not_entered_holds_the_next_step_once(lead: Lead) -> None:
    led = begin(lead)
    opened(led)
    led.press(K.Key_3)
    led.press(K.Key_PageDown)
    assert led.day.state() is State.OPEN
    notice = led.run.parts.notices.current
    assert notice is not None
    assert (
        notice.safe == "The answer for Ann is not kept yet. Press Enter in its field, or empty it."
    )
    led.press(K.Key_PageDown)
    assert led.day.state() is State.CLOSED
    assert led.scene.votes == "0"


def test_in_a_secret_ballot_the_sentence_comes_first(lead: Lead) -> None:
    led = begin(lead, secret=True)
    panel = opened(led)
    assert panel.warning.isVisible()
    assert not panel.columns.isVisible()
    assert led.has_focus(panel.confirm)
    led.press(K.Key_Return)
    assert panel.columns.isVisible()
    led.press(K.Key_5)
    led.press(K.Key_Return)
    assert panel.said.text() == "The vote of Ann is in."
    assert led.scene.votes == "1"
    led.press(K.Key_Escape)
    panel = opened(led)
    assert panel.warning.isVisible(), "asked again each time"


def test_in_a_secret_ballot_nobodys_own_vote_is_changed(lead: Lead) -> None:
    led = begin(lead, secret=True)
    led.day.vote_all(2, 1)
    panel = opened(led)
    led.press(K.Key_Return)
    led.press(K.Key_5)
    led.press(K.Key_Return)
    assert panel.said.text() == "This seat has voted. It can vote anew in the next round."
    led.press(K.Key_Escape)
    assert result(led) == (0, 1, 0, 0, 0)


def test_while_the_wall_votes_digits_in_the_field_stay_in_the_field(lead: Lead) -> None:
    led = begin(lead)
    led.leading.act(led.day.live.turns.call)
    led.leading.act(led.day.live.turns.open)
    panel = opened(led)
    led.press(K.Key_Down)
    led.press(K.Key_Return)
    led.type("4")
    assert panel.answer.text == "4"
    led.press(K.Key_Return)
    voted = [seat.voted for seat in led.day.live.facts().teams[0].seats]
    assert voted == [False, True, False]
