"""Photos are dropped on the console, shown with their agenda item, and can be taken off again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QThreadPool, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.console.run.conftest import Led
from ui.console.run.photo_drop import PhotoDrop, as_png, can_show, thumbnail
from ui.console.run.photos import PhotoStrip, Thumbnail
from ui.theme import DesktopTheme
from workshop.steps import State

NONE = Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton


def picture(colour: str, width: int = 400, height: int = 300) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def photo_file(folder: Path, name: str, colour: str = "red") -> Path:
    path = folder / name
    assert picture(colour).save(str(path))
    return path


class Table:
    """A led day with a drop target, as the app puts it together."""

    def __init__(self, led: Led, theme: DesktopTheme) -> None:
        self.led = led
        self.parts = led.run.parts
        self.strip: PhotoStrip = self.parts.question.photos
        self.area: QWidget = self.parts.centre
        self.drop = PhotoDrop(theme, led.leading, self.strip, self.area, self.parts.notices)
        led.reach(State.POSE)

    def settle(self) -> None:
        """Let what goes on beside the window come to its end."""
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()

    def let_go(self, mime: QMimeData, target: QWidget | None = None) -> bool:
        """Drag something onto a widget and let it go; whether it was taken."""
        target = target or self.area
        enter = QDragEnterEvent(QPointF(9, 9).toPoint(), COPY, mime, LEFT, NONE)
        QApplication.sendEvent(target, enter)
        event = QDropEvent(QPointF(9, 9), COPY, mime, LEFT, NONE, QEvent.Type.Drop)
        event.ignore()
        QApplication.sendEvent(target, event)
        self.settle()
        return event.isAccepted()

    def let_files_go(self, *paths: Path, target: QWidget | None = None) -> bool:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        mime.setText("\n".join(map(str, paths)))
        return self.let_go(mime, target)

    @property
    def thumbnails(self) -> list[Thumbnail]:
        return self.strip.thumbnails

    def names(self) -> list[str]:
        return [thumbnail.accessibleName() for thumbnail in self.thumbnails]

    def undo(self) -> None:
        self.led.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        self.settle()


@pytest.fixture
def table(led: Led, theme: DesktopTheme) -> Iterator[Table]:
    table = Table(led, theme)
    yield table
    table.drop.close()
    table.settle()


def test_files_dropped_on_the_centre_are_kept_with_the_session(
    table: Table, tmp_path: Path
) -> None:
    assert not table.strip.isVisible()
    assert table.let_files_go(
        photo_file(tmp_path, "one.jpg"), photo_file(tmp_path, "two.png", "blue")
    )
    facts = table.led.day.live.facts()
    assert facts.item_id is not None
    kept = table.led.day.live.photos.of(facts.item_id)
    assert len(kept) == 2
    assert facts.question is not None
    assert {photo.question_id for photo in kept} == {facts.question.id}
    assert table.strip.isVisible()
    assert table.names() == ["Photo 1", "Photo 2"]
    assert table.parts.notices.log[-1].safe == "2 photos are kept with Vision."


def test_the_thumbnail_shows_the_picture(table: Table, tmp_path: Path) -> None:
    table.let_files_go(photo_file(tmp_path, "one.png", "red"))
    shown = table.thumbnails[0].grab().toImage()
    assert QColor(shown.pixel(shown.width() // 2, shown.height() // 2)) == QColor("red")


def test_a_picture_out_of_another_program_is_kept(table: Table) -> None:
    mime = QMimeData()
    mime.setImageData(picture("green"))
    assert table.let_go(mime)
    assert table.names() == ["Photo 1"]


def test_a_photo_dropped_on_a_text_field_is_no_text(table: Table, tmp_path: Path) -> None:
    field = table.parts.question.parking.field.editor
    assert table.let_files_go(photo_file(tmp_path, "one.jpg"), target=field)
    assert field.text() == ""
    assert table.names() == ["Photo 1"]


def test_text_is_not_taken_by_the_centre(table: Table) -> None:
    mime = QMimeData()
    mime.setText("a sentence")
    assert not table.let_go(mime)
    assert table.parts.notices.log == []


def test_a_hint_says_where_a_photo_goes_until_it_is_dragged_away(
    table: Table, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo_file(tmp_path, "one.jpg")))])
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), COPY, mime, LEFT, NONE)
    QApplication.sendEvent(table.area, enter)
    assert enter.isAccepted()
    hint = table.area.children()[-1]
    assert isinstance(hint, QWidget)
    assert hint.isVisible()
    assert hint.accessibleName() == "Drop the photo on Vision"
    QApplication.sendEvent(table.area, QDragLeaveEvent())
    assert not hint.isVisible()


def test_what_is_no_photo_is_refused_and_the_others_are_kept(table: Table, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all")
    cut = photo_file(tmp_path, "cut.png")
    cut.write_bytes(cut.read_bytes()[:40])
    table.let_files_go(letter, photo_file(tmp_path, "one.jpg"), cut)
    assert table.names() == ["Photo 1"]
    assert [notice.safe for notice in table.parts.notices.log] == [
        "1 photo is kept with Vision.",
        "letter.txt is no photo. Drop a JPEG, PNG or WebP file. "
        "cut.png is damaged or too large to be shown. Save it anew and drop it again.",
    ]


def test_before_the_workshop_begins_there_is_nothing_to_drop_on(
    led: Led, theme: DesktopTheme, tmp_path: Path
) -> None:
    parts = led.run.parts
    drop = PhotoDrop(theme, led.leading, parts.question.photos, parts.centre, parts.notices)
    drop.add([photo_file(tmp_path, "one.jpg")])
    assert "Start the workshop first." in parts.notices.log[-1].safe
    drop.close()


def test_a_caption_is_written_and_named(table: Table, tmp_path: Path) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"))
    table.thumbnails[0].click()
    assert table.strip.caption.isVisible()
    table.strip.caption.editor.setFocus()
    table.led.type("The map")
    table.led.press(Qt.Key.Key_Return)
    table.settle()
    assert table.names() == ["The map"]
    table.led.run.setFocus()
    table.led.press(Qt.Key.Key_Escape)
    table.undo()
    assert table.names() == ["Photo 1"]
    assert table.strip.caption.text == ""


def test_a_caption_that_is_being_typed_is_kept_when_the_day_goes_on(
    table: Table, tmp_path: Path
) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"))
    table.thumbnails[0].click()
    table.strip.caption.editor.setFocus()
    table.led.type("The map")
    table.strip.save()
    facts = table.led.day.live.facts()
    assert facts.item_id is not None
    assert table.led.day.live.photos.of(facts.item_id)[0].caption == "The map"


def test_a_photo_is_left_out_of_the_report_and_can_be_let_in_again(
    table: Table, tmp_path: Path
) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"))
    table.thumbnails[0].click()
    table.strip.off_report.click()
    table.settle()
    assert [thumbnail.photo.off_report for thumbnail in table.thumbnails] == [True]
    table.undo()
    assert [thumbnail.photo.off_report for thumbnail in table.thumbnails] == [False]
    assert not table.strip.off_report.isChecked()


def test_a_photo_is_taken_off_and_comes_back_with_undo(table: Table, tmp_path: Path) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"), photo_file(tmp_path, "two.jpg", "blue"))
    before = [thumbnail.photo for thumbnail in table.thumbnails]
    table.thumbnails[0].click()
    table.strip.take_off.click()
    table.settle()
    assert [thumbnail.photo for thumbnail in table.thumbnails] == [replace(before[1], number=1)]
    assert not table.strip.caption.isVisible()
    table.undo()
    assert [thumbnail.photo for thumbnail in table.thumbnails] == before


def test_each_agenda_item_shows_its_own_photos(table: Table, tmp_path: Path) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"))
    items = table.led.day.live.facts().items
    table.led.leading.act(lambda: table.led.day.live.facilitation.jump(items[-2].id))
    assert table.thumbnails == []
    assert not table.strip.isVisible()


def test_a_photo_whose_file_is_gone_is_shown_as_missing(table: Table, tmp_path: Path) -> None:
    table.let_files_go(photo_file(tmp_path, "one.jpg"))
    path = table.thumbnails[0].photo.path
    path.unlink()
    assert thumbnail(path).isNull()
    table.strip.show_picture(path, thumbnail(path))
    assert not table.thumbnails[0].grab().isNull()


def test_many_photos_stand_in_rows(table: Table, tmp_path: Path) -> None:
    colours = [f"#{n:02x}4080" for n in range(12)]
    table.let_files_go(*(photo_file(tmp_path, f"{c[1:]}.png", c) for c in colours))
    places = [thumbnail.geometry() for thumbnail in table.thumbnails]
    assert len({(place.x(), place.y()) for place in places}) == 12
    width = table.strip.width()
    assert all(place.right() < width for place in places)
    assert len({place.y() for place in places}) > 1


def test_only_whole_pictures_can_be_shown() -> None:
    content = as_png(picture("red", 3000, 20))
    assert can_show(content)
    assert not can_show(content[: len(content) // 2])
    assert not can_show(b"")
