"""Preparing the agenda: its order holds, frameworks come and go, questions keep their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from frameworks.model import Activity, ActivityKind, Scale
from tests.days import small_framework
from tests.workshop.prepared_days import Preparation, prepare, whole_file
from workshop.creation import discard_untouched
from workshop.errors import NotPossibleNow
from workshop.kinds import ItemKind
from workshop.records import EarlierResultRecord, NoteRecord, ParkedRecord

K = ItemKind


@pytest.fixture
def preparation(tmp_path: Path) -> Iterator[Preparation]:
    preparation = prepare(tmp_path)
    yield preparation
    preparation.library.close()


def kinds(preparation: Preparation) -> str:
    """The agenda in one letter an item: o r s w b p a k c."""
    letters = {
        K.OPENING: "o", K.REVIEW: "r", K.SESSION: "s", K.GROUP_WORK: "w", K.BREAK: "b",
        K.PROFILE: "p", K.ACTION_PLANNING: "a", K.READ_BACK: "k", K.CLOSE: "c",
    }  # fmt: skip
    return "".join(letters[item.kind] for item in preparation.now.items)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(NotPossibleNow) as caught:
        act()
    return str(caught.value)


# --- Order ----------------------------------------------------------------------------------


def test_a_draft_is_a_whole_day_without_title_and_teams(tmp_path: Path) -> None:
    preparation = prepare(tmp_path, small_framework(5, 2))
    preparation.live.facilitation.undo()
    now = preparation.now
    assert kinds(preparation) == "ossbssbspkc"
    assert (now.workshop.title, now.teams, now.begun) == ("", (), False)
    assert now.undo is None
    assert now.minutes == 15 + 5 * 30 + 2 * 15 + 10 + 10 + 10
    preparation.library.close()


@pytest.mark.parametrize(("place", "lands"), [(-5, 1), (0, 1), (1, 1), (3, 3), (4, 4), (99, 4)])
def test_an_item_lands_at_the_nearest_place_that_the_order_allows(
    preparation: Preparation, place: int, lands: int
) -> None:
    assert kinds(preparation) == "osspkc"
    preparation.live.preparing.add_item(K.BREAK, "Coffee", 15, place)
    assert preparation.titles().index("Coffee") == lands
    preparation.live.preparing.move_item(preparation.items(K.BREAK)[0].id, place)
    assert preparation.titles().index("Coffee") == lands


@pytest.mark.parametrize("kind", [K.OPENING, K.READ_BACK, K.CLOSE])
def test_beginning_and_end_keep_their_places(preparation: Preparation, kind: ItemKind) -> None:
    item = preparation.items(kind)[0]
    act = preparation.live.preparing
    said = refusal(lambda: act.move_item(item.id, 2))
    assert said == f"“{item.title}” keeps its place: a day begins and ends with it."
    said = refusal(lambda: act.remove_item(item.id))
    assert said == f"“{item.title}” stays: the day needs its beginning and its end."


def test_an_agenda_has_an_end(preparation: Preparation) -> None:
    act = preparation.live.preparing
    for _ in range(54):
        act.add_item(K.BREAK, "Break", 5, 2)
    assert refusal(lambda: act.add_item(K.BREAK, "Break", 5, 2)).startswith("An agenda has at most")
    other = replace(small_framework(1, 1), id="other")
    assert refusal(lambda: act.add_session(other, "s0", 2)).startswith("An agenda has at most")


def test_a_second_session_of_a_theme_is_marked_wherever_it_is_moved(
    preparation: Preparation,
) -> None:
    other = replace(small_framework(1, 1), id="other")
    added = preparation.live.preparing.add_session(other, "s0", 1)
    assert [(item.id == added, item.second) for item in preparation.items()] == [
        (True, False), (False, True), (False, False),
    ]  # fmt: skip
    preparation.live.preparing.move_item(added, 3)
    assert [(item.id == added, item.second) for item in preparation.items()] == [
        (False, False), (False, False), (True, True),
    ]  # fmt: skip


def test_items_ahead_of_a_day_that_has_begun_stay_ahead(preparation: Preparation) -> None:
    lead, act = preparation.live.facilitation, preparation.live.preparing
    while preparation.live.facts().item_id != preparation.items()[0].id:
        lead.next()
    here, ahead = preparation.items()
    assert refusal(lambda: act.move_item(here.id, 3)).startswith("“Vision” has begun.")
    assert refusal(lambda: act.remove_item(here.id)).startswith("“Vision” has begun.")
    act.move_item(ahead.id, 1)
    act.add_item(K.BREAK, "Coffee", 15, 0)
    assert preparation.titles()[:4] == ["Opening", "Vision", "Coffee", "Strategy"]
    first = preparation.questions()[0]
    for question_act in (
        lambda: act.move_question(first.id, 2),
        lambda: act.remove_question(first.id),
        lambda: act.add_questions(small_framework(2, 9), here.id, ["q8"]),
    ):
        assert refusal(question_act).startswith("“Vision” has begun.")
    act.edit_question(first.id, text="Clearer?")
    act.remove_item(ahead.id)
    assert kinds(preparation) == "osbpkc"


# --- Frameworks -----------------------------------------------------------------------------


def test_a_framework_takes_the_place_of_all_sessions_and_lays_out_plain_breaks_anew(
    preparation: Preparation,
) -> None:
    act = preparation.live.preparing
    act.use_framework(small_framework(7, 1))
    assert kinds(preparation) == "ossbssbssbspkc"
    act.use_framework(small_framework(3, 1))
    assert kinds(preparation) == "ossbspkc"
    act.use_framework(small_framework(1, 1))
    assert kinds(preparation) == "ospkc"


def test_what_someone_has_put_on_the_agenda_stays_where_it_was(preparation: Preparation) -> None:
    act = preparation.live.preparing
    act.use_framework(small_framework(5, 1))
    act.change_item(preparation.items(K.BREAK)[0].id, title="Lunch")
    act.add_item(K.GROUP_WORK, "Work", 20, 2)
    assert kinds(preparation) == "oswsbssbspkc"
    act.use_framework(small_framework(3, 1))
    # The changed break is nobody's to lay out anew, so the other stays as well.
    assert kinds(preparation) == "oswsbsbpkc"
    titles = preparation.titles()
    assert (titles.index("Work"), titles.index("Lunch")) == (2, 4)


def test_a_framework_brings_scale_smallest_group_language_and_sources(
    preparation: Preparation,
) -> None:
    act = preparation.live.preparing
    act.set_target(4.5)
    act.set_minimum_group(5)
    same_steps = replace(small_framework(2, 2), scale=Scale(("a", "b", "c", "d", "e")))
    act.use_framework(same_steps)
    assert preparation.now.workshop.target == 4.5
    three = replace(
        small_framework(2, 2), id="three", version="3", language="pl", scale=Scale(("a", "b", "c")),
        minimum_group=4,
    )  # fmt: skip
    act.use_framework(three)
    facts = preparation.now.workshop
    assert (facts.framework_id, facts.framework_version, facts.language) == ("three", "3", "pl")
    assert (facts.scale_labels, facts.minimum_group, facts.target) == (("a", "b", "c"), 4, None)
    assert preparation.questions()[0].scale_labels == ("a", "b", "c")
    assert preparation.questions()[0].sources == ("Our own",)


def test_what_hangs_on_questions_goes_with_their_framework_and_comes_back(
    preparation: Preparation,
) -> None:
    question = preparation.questions()[0].id
    with preparation.library.transaction() as transaction:
        transaction.add(
            EarlierResultRecord(question_id=question, counts=[1, 2, 3, 0, 0], text="Then?")
        )
        transaction.add(
            NoteRecord(
                id="n", workshop_id=preparation.live.id, question_id=question, kind="private",
                text="ask Ann", written_at=1,
            )
        )  # fmt: skip
        transaction.add(
            ParkedRecord(
                id="p", workshop_id=preparation.live.id, question_id=question, text="Parking",
                parked_at=1,
            )
        )  # fmt: skip
    before = whole_file(preparation.library)
    preparation.live.preparing.use_framework(small_framework(3, 1))
    after = whole_file(preparation.library)
    assert (after["earlier_result"], after["note"]) == ([], [])
    assert len(after["parked"]) == 1
    preparation.live.facilitation.undo()
    assert whole_file(preparation.library) == before
    preparation.live.facilitation.redo()
    assert whole_file(preparation.library) == after


def test_a_session_of_another_framework_keeps_where_it_comes_from(
    preparation: Preparation,
) -> None:
    other = replace(small_framework(3, 2), id="other", scale=Scale(("no", "yes")))
    added = preparation.live.preparing.add_session(other, "s2", 2)
    item = next(item for item in preparation.now.items if item.id == added)
    assert (item.session_key, item.questions) == ("other/s2", 2)
    (activity,) = preparation.live.prepared_session(added)
    assert activity.questions[0].scale_labels == ("no", "yes")
    assert activity.questions[0].sources == ("Our own",)
    with preparation.library.reading() as connection:
        keys = connection.exec_driver_sql("SELECT key FROM source ORDER BY key").scalars().all()
    assert keys == ["other/own", "own"]
    preparation.live.preparing.remove_question(activity.questions[0].id)
    preparation.live.preparing.add_questions(other, added, ["q0"])
    (activity,) = preparation.live.prepared_session(added)
    assert [question.key for question in activity.questions] == ["q0", "q1"]
    said = refusal(
        lambda: preparation.live.preparing.add_questions(small_framework(3, 2), added, ["q0"])
    )
    assert "is not a session of “A small framework”" in said


def test_a_session_that_was_taken_away_comes_back_whole(preparation: Preparation) -> None:
    first = preparation.items()[0]
    preparation.live.preparing.remove_item(first.id)
    preparation.live.preparing.add_session(small_framework(2, 3), "s0", 1)
    back = preparation.items()[0]
    assert (back.title, back.session_key, back.all_questions) == ("Vision", "s0", 3)
    assert preparation.titles()[:3] == ["Opening", "Vision", "Strategy"]


# --- Questions ------------------------------------------------------------------------------


def test_questions_come_back_where_their_framework_has_them(preparation: Preparation) -> None:
    act, item = preparation.live.preparing, preparation.items()[0].id
    act.use_framework(small_framework(2, 6))
    item = preparation.items()[0].id
    for key in ("q0", "q2", "q3", "q5"):
        gone = next(each for each in preparation.questions() if each.key == key)
        act.remove_question(gone.id)
    preparation.live.improvising.add_question(item, "Our own?")
    added = preparation.keys()[-1]
    assert preparation.keys() == ["q1", "q4", added]
    act.add_questions(small_framework(2, 6), item, ["q5", "q3", "q0", "no such"])
    assert preparation.keys() == ["q0", "q1", "q3", "q4", "q5", added]
    said = refusal(lambda: act.add_questions(small_framework(2, 6), item, ["q3"]))
    assert said == "“Vision” has these questions already, or its framework does not have them."


def test_questions_of_an_activity_that_is_not_there_bring_it_along(
    preparation: Preparation,
) -> None:
    framework = small_framework(2, 3)
    first = framework.sessions[0]
    checks = Activity("checks", ActivityKind.CHECKLIST, (first.activities[0].questions[0],))
    renamed = replace(checks, questions=(replace(checks.questions[0], id="c0"),))
    longer = replace(
        framework,
        sessions=(replace(first, activities=(*first.activities, renamed)), framework.sessions[1]),
    )
    item = preparation.items()[0].id
    preparation.live.preparing.add_questions(longer, item, ["c0"])
    activities = preparation.live.prepared_session(item)
    assert [(each.key, len(each.questions)) for each in activities] == [("rate", 3), ("checks", 1)]


def test_other_words_mark_a_question_as_edited_and_what_was_asked_keeps_its_words(
    preparation: Preparation,
) -> None:
    act = preparation.live.preparing
    first, second, _ = preparation.questions()
    act.edit_question(first.id, must=False, prompts=["Why?"])
    assert not preparation.questions()[0].edited
    act.edit_question(first.id, text=" Do we listen? ")
    now = preparation.questions()[0]
    assert (now.text, now.edited, now.must, now.prompts) == (
        "Do we listen?",
        True,
        False,
        ("Why?",),
    )
    assert refusal(lambda: act.edit_question(first.id, text=" ")).startswith("The question has no")
    assert refusal(lambda: act.edit_question(first.id, short="")).startswith("The question has no")
    assert refusal(lambda: act.edit_question(first.id, text="ä" * 401)).startswith("This has 401")
    while not preparation.live.facts().round:
        preparation.live.facilitation.next()
    said = refusal(lambda: act.edit_question(first.id, text="Or so?"))
    assert said == "“Short 0.0” was voted on already, so its words stay. Add another question."
    act.edit_question(second.id, text="Or so?")


def test_left_out_questions_are_counted_apart(preparation: Preparation) -> None:
    first = preparation.questions()[0]
    preparation.live.improvising.leave_out({first.id: True}, {})
    item = preparation.items()[0]
    assert (item.questions, item.all_questions) == (2, 3)
    assert preparation.questions()[0].left_out


def test_an_item_that_is_no_session_has_no_activities(preparation: Preparation) -> None:
    assert preparation.live.prepared_session(preparation.items(K.OPENING)[0].id) == ()
    assert preparation.live.prepared_session("gone") == ()


def test_a_day_whose_opening_is_left_out_begins_with_what_follows(
    preparation: Preparation,
) -> None:
    preparation.live.improvising.leave_out({}, {preparation.items(K.OPENING)[0].id: True})
    preparation.live.facilitation.next()
    assert preparation.live.facts().item_id == preparation.items()[0].id


@pytest.mark.parametrize("touch", ["nothing", "undone", "title", "teams", "room", "begun"])
def test_only_a_draft_in_which_nothing_stands_is_discarded(
    preparation: Preparation, touch: str
) -> None:
    live, library = preparation.live, preparation.library
    live.facilitation.undo()

    def undone() -> None:
        live.preparing.describe(place="A")
        live.facilitation.undo()

    touches: dict[str, Callable[[], object]] = {
        "nothing": lambda: None,
        "undone": undone,
        "title": lambda: live.preparing.describe(title="Review"),
        "teams": live.facilitation.redo,
        "room": live.preparing.note_room_tested,
        "begun": live.facilitation.next,
    }
    touches[touch]()
    untouched = touch in ("nothing", "undone")
    assert discard_untouched(library, live.id) is untouched
    rows = whole_file(library)
    assert bool(rows["workshop"]) is not untouched
    if untouched:
        assert {name for name, found in rows.items() if found} == set()
        assert discard_untouched(library, live.id) is False
