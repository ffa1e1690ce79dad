"""The folder of charts, read back: pictures by their pixels, SVG as XML, PDF by another reader."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pypdf import PdfReader

from exports.charts import figure, folder
from exports.charts.folder import write
from exports.charts.page import Imprint
from exports.charts.profile import draw as draw_profile
from exports.drawing import Drawing
from exports.pdf.direction import visual
from exports.pdf.typesetter import Typesetter
from exports.writing import Cancelled, Written
from tests.exports.charts.sample import DAY, LABELS, day, question, rehearsal, session
from tests.exports.charts.sight import joined, words_of
from tests.exports.pdf.ink import ink_of, outside, overlapping
from workshop.charting import day_charts
from workshop.snapshot import Snapshot
from workshop.tally import Distribution
from workshop.words import Words

WORDS = Words("en")
SVG = "{http://www.w3.org/2000/svg}"


def nothing() -> None:
    """Nobody cancels."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Written, ...]:
    """The sample day's folder, written once for all who only read it."""
    return write(day(), WORDS, tmp_path_factory.mktemp("charts"), nothing)


def small(snapshot: Snapshot) -> Snapshot:
    """The same day with one session of one question."""
    asked = question("Direction", "Do we know?", (Distribution((0, 2, 10, 8, 4)),), 3.5)
    first = snapshot.sessions[0]
    one = session(first.title, first.theme, (replace(asked, teams=(), earlier=None),))
    return replace(snapshot, sessions=(replace(one, earlier_score=None),))


def test_the_names_sort_from_the_whole_day_to_each_question(made: tuple[Written, ...]) -> None:
    stems = sorted({written.path.stem for written in made})
    assert stems[:5] == [
        "01 Profile",
        "03 Heat map",
        "04 Profile as a radar",
        "10 Strategy",
        "11 Strategy 1 Reliability",
    ]
    assert "41 Structure Checklist" in stems
    assert {w.path.suffix for w in made} == {".png", ".svg", ".pdf"}
    assert len(made) == 3 * len(stems)


def test_a_session_of_many_questions_still_sorts(tmp_path: Path) -> None:
    asked = [question(f"Q{n}", "Do we?", (Distribution((0, 2, 1, 0, 4)),)) for n in range(12)]
    one = day().sessions[0]
    many = replace(day(), sessions=(session(one.title, one.theme, asked),))
    charts = folder._charts(many, day_charts(many, WORDS), WORDS)
    assert [chart.number for chart in charts][-12:] == list(range(101, 113))


def test_pictures_have_two_pixels_a_point(made: tuple[Written, ...]) -> None:
    for written in made:
        if written.path.suffix == ".png":
            with Image.open(written.path) as picture:
                assert picture.size == (3200, 1800)
                assert picture.info["Description"]
                picture.load()
                break


def test_every_text_of_a_chart_stands_in_every_format() -> None:
    setter = Typesetter("en")
    for drawing in drawings(day(), setter):
        svg = ElementTree.fromstring(figure.svg_bytes(drawing, setter))
        described = svg.findtext(f"{SVG}desc") or ""
        assert svg.findtext(f"{SVG}title") == drawing.title
        page = PdfReader(io.BytesIO(figure.pdf_bytes(drawing, setter))).pages[0]
        printed = joined(page.extract_text())
        for text in drawing.texts:
            assert text.text in described.splitlines()
            assert joined(text.text) in printed
        assert svg.find(f".//{SVG}text") is None, "its letters are outlines"


def drawings(snapshot: Snapshot, setter: Typesetter) -> list[Drawing]:
    charts = folder._charts(snapshot, day_charts(snapshot, WORDS), WORDS)
    return [drawing for chart in charts for drawing in chart.draw(setter)]


def test_no_text_of_a_pdf_stands_on_another(made: tuple[Written, ...]) -> None:
    for written in made:
        if written.path.suffix == ".pdf":
            inks = ink_of(written.path)
            assert outside(inks, 1600, 900) == []
            assert overlapping(inks) == []


def test_every_font_of_a_pdf_is_embedded(made: tuple[Written, ...]) -> None:
    pdf = next(written.path for written in made if written.path.suffix == ".pdf")
    resources: Any = PdfReader(pdf).pages[0]["/Resources"]
    assert resources["/Font"]
    for font in resources["/Font"].values():
        assert font.get_object()["/Subtype"] == "/TrueType"
        assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    first = write(small(day()), WORDS, one, nothing)
    again = write(small(day()), WORDS, other, nothing)
    for before, after in zip(first, again, strict=True):
        assert before.path.name == after.path.name
        assert before.path.read_bytes() == after.path.read_bytes()


def test_letters_that_no_font_has_are_named_with_their_file(tmp_path: Path) -> None:
    snapshot = small(day())
    snapshot = replace(snapshot, workshop=replace(snapshot.workshop, title="Review 診療所"))
    for written in write(snapshot, WORDS, tmp_path, nothing):
        assert written.missing_letters == ("診", "療", "所")


def test_a_rehearsal_says_so_on_every_chart() -> None:
    setter = Typesetter("en")
    for drawing in drawings(rehearsal(day()), setter):
        assert joined("Rehearsal: nothing here is real") in words_of(drawing)


def test_a_cancelled_folder_stops_before_the_next_file(tmp_path: Path) -> None:
    ticks = 0

    def cancel() -> None:
        nonlocal ticks
        ticks += 1
        if ticks == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(small(day()), WORDS, tmp_path, cancel)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_day_without_a_reveal_has_no_charts(tmp_path: Path) -> None:
    empty = replace(day(), sessions=())
    assert write(empty, WORDS, tmp_path, nothing) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_third_round_leaves_the_first_one_beside_the_chart() -> None:
    said = [words_of(drawing) for drawing in drawings(day(), Typesetter("en"))]
    recovery = next(each for each in said if "StrategyRecovery" in each)
    assert "3inround2" in recovery
    assert "Round1Spreadout,46Median2,24votes" in recovery


def test_last_time_is_drawn_as_an_outline_and_named() -> None:
    snapshot = day()
    chart = day_charts(snapshot, WORDS).profile
    assert chart is not None
    assert DAY.scale_labels == LABELS
    drawing = draw_profile(chart, "Where we stand", Imprint("x"), Typesetter("en"))
    said = [text.text for text in drawing.texts]
    assert {"Last time", "Today", "Change"} <= set(said)


def test_the_day_follows_a_name_from_the_right_in_the_source() -> None:
    made = day()
    named = replace(made, workshop=replace(made.workshop, title="Service review/مراجعة"))
    source = day_charts(named, WORDS).source
    seen = visual(source).replace("\u200e", "")
    assert f", {WORDS.day(made.workshop.held_on)}, " in seen
    assert "Service review/" in seen
