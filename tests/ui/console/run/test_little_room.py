"""What the run screen does where there is little room: it scrolls, or shortens with the whole said
beside it, and cuts nothing.
"""

from __future__ import annotations

from dataclasses import replace

from exports.look.tokens import DESKTOP
from tests.days import room_framework, room_items, small_framework
from tests.ui.console.run.conftest import Lead, Led
from tests.ui.console.run.test_together import page_of, to_the_page
from tests.ui.projector.sample_parts import LONG_QUESTION, RIGHT_TO_LEFT
from ui.painters import text as painted
from workshop.creation import NewTeam
from workshop.staging import REHEARSAL_BAND
from workshop.steps import State


def test_a_long_question_of_the_together_page_scrolls_and_leaves_the_title_whole(
    lead: Lead,
) -> None:
    plain = room_framework(9)
    first, second = plain.sessions
    (activity,) = first.activities
    questions = tuple(replace(each, text=LONG_QUESTION) for each in activity.questions)
    sessions = (replace(first, activities=(replace(activity, questions=questions),)), second)
    led = lead(framework=replace(plain, sessions=sessions), items=room_items(), size=(1024, 600))
    to_the_page(led)
    led.app.processEvents()
    page = page_of(led)
    for label in (page._title, page._text):
        assert label.height() >= label.heightForWidth(label.width())
    assert page._whole_text.geometry().bottom() < page.height()
    assert page._whole_text.verticalScrollBar().maximum() > 0
    assert page.rows[0].visibleRegion().boundingRect().height() == page.rows[0].height()


def test_the_next_button_is_as_wide_as_its_text_or_elides_it_and_says_it_whole(
    lead: Lead,
) -> None:
    led = lead(size=(1024, 600))
    led.reach(State.RECORD)
    transport, scene = led.run.parts.transport, led.scene
    for name in (RIGHT_TO_LEFT, RIGHT_TO_LEFT * 6, "Vision"):
        label = f"Talk about {name}"
        transport.show_scene(replace(scene, next=replace(scene.next, label=label)))
        led.app.processEvents()
        button = transport.next
        cut = button.width() < button.sizeHint().width()
        assert cut is (name == RIGHT_TO_LEFT * 6)
        assert button.toolTip() == (label if cut else "")
        assert button.accessibleName() == label
        spare = button.width() - button.sizeHint().width()
        room = painted.advance(label, DESKTOP.button_large) + min(0, spare)
        assert button._block(spare).width <= room + 1
        assert transport.rect().contains(button.geometry())


def test_a_rehearsal_is_named_in_one_word_where_the_whole_has_no_room(lead: Lead) -> None:
    led = lead(size=(1440, 900))
    led.reach(State.POSE)
    bar, chip = led.run.parts.top_bar, led.run.parts.top_bar._rehearsal
    for title, said, tooltip in (
        ("Short", REHEARSAL_BAND, ""),
        ("A title with many words " * 6, "Rehearsal", REHEARSAL_BAND),
    ):
        bar.show_scene(replace(led.scene, rehearsal=REHEARSAL_BAND, title=title), away=False)
        led.app.processEvents()
        assert (chip.text(), chip.toolTip()) == (said, tooltip)
        assert chip.accessibleName() == REHEARSAL_BAND
        assert chip.width() == chip.sizeHint().width()


def test_adding_a_line_to_the_record_keeps_the_width_of_its_words(lead: Lead) -> None:
    led = lead(size=(1024, 600))
    led.reach(State.RECORD)
    led.app.processEvents()
    button = led.run.parts.record.add_line
    assert button.width() >= button.sizeHint().width()


def test_a_long_question_is_written_so_that_the_votes_stay_in_sight(lead: Lead) -> None:
    plain = room_framework(9)
    first, second = plain.sessions
    (activity,) = second.activities
    questions = tuple(replace(each, text=LONG_QUESTION) for each in activity.questions)
    sessions = (replace(second, activities=(replace(activity, questions=questions),)), first)
    led = lead(framework=replace(plain, sessions=sessions), size=(1024, 600))
    led.reach(State.OPEN)
    led.app.processEvents()
    ballot = led.run.parts.question.ballot
    assert ballot.visibleRegion().boundingRect().height() == ballot.height()


def settle(led: Led) -> None:
    for _ in range(3):
        led.app.processEvents()


def test_a_scroll_bar_that_would_come_and_go_without_end_stays(lead: Lead) -> None:
    # Beside the bar notes and votes need so much more height that the page would need it again.
    led = lead(
        framework=small_framework(sessions=1, questions=1),
        teams=(NewTeam("A", 3),),
        size=(1440, 900),
    )
    led.reach(State.OPEN)
    led.day.clock.moment += 45_000
    led.leading.refresh()
    for size in ((1024, height) for height in range(630, 640)):
        led.window.resize(1440, 900)
        settle(led)
        led.window.resize(*size)
        settle(led)
        page = led.run.parts.question
        assert page.ballot.height() == page.ballot.sizeHint().height()
