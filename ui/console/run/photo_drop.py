"""Photo drop: pictures dragged onto the console's centre are kept with the agenda item in work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QImageWriter,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui import background
from ui.console.run.photos import THUMBNAIL, PhotoStrip
from ui.console.widgets.notice_bar import NoticeBar
from ui.leading import Leading
from ui.painters import text as painted
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.errors import LibraryError, WorkshopError
from workshop.facts import OutlineItem
from workshop.photos import NO_SESSION
from workshop.words import mark

ON_ITEM = mark("Drop the photo on {item}")
_SHARP = 2  # pixels of a thumbnail for each of its logical ones
_INSET = 12
_PIXEL = QSize(1, 1)

Dropped = Path | bytes


class PhotoDrop(QObject):
    """Joins the drop target `area` and the strip to the photos of the workshop that is led."""

    def __init__(
        self,
        theme: DesktopTheme,
        leading: Leading,
        strip: PhotoStrip,
        area: QWidget,
        notices: NoticeBar,
    ) -> None:
        super().__init__(area)
        self._leading = leading
        self._photos = leading.live.photos
        self._words = leading.words
        self._strip = strip
        self._notices = notices
        self._hint = _Hint(theme, area)
        self._read: tuple[str | None, int] = (None, -1)
        self._closed = False
        area.setAcceptDrops(True)
        # A text field would take a file's address for text.
        fields = [each for each in area.findChildren(QWidget) if each.acceptDrops()]
        for target in (area, *fields):
            target.installEventFilter(self)
        strip.wanted.connect(self._load)
        strip.described.connect(self._describe)
        strip.marked.connect(self._mark)
        strip.removed.connect(self._remove)
        leading.read.connect(self.look)

    def close(self) -> None:
        """Keep what is typed and look no more."""
        self._strip.save()
        self._closed = True
        self._leading.read.disconnect(self.look)

    def look(self) -> None:
        """Show the photos of the agenda item in work."""
        try:
            item_id = self._leading.live.facts(whole=False).item_id
            now = (item_id, self._leading.live.library.commits)
            if now == self._read:
                return
            photos = self._photos.of(item_id) if item_id is not None else ()
        except LibraryError:
            return  # was said by the reading before this one
        self._read = now
        self._strip.show_photos(photos)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and dropped(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            if isinstance(event, QDragEnterEvent):
                self._show_hint()
            elif not isinstance(event, QDragMoveEvent):
                self._hint.hide()
                self.add(dropped(event.mimeData()))
            return True
        if event.type() is QEvent.Type.DragLeave:
            self._hint.hide()
        return False

    def add(self, pictures: Sequence[Dropped]) -> None:
        """Keep pictures with the agenda item in work; files are read in another thread."""
        item = self._item()
        if item is None:
            self._notices.refuse(self._words.say(NO_SESSION))
            return
        question = self._leading.live.facts(whole=False).question
        question_id = question.id if question is not None else None
        name = self._words.say("The picture")

        def work() -> tuple[int, list[WorkshopError]]:
            faults: list[WorkshopError] = []
            for picture in pictures:
                called = picture.name if isinstance(picture, Path) else name
                try:
                    self._photos.add(
                        item.id, picture, name=called, question_id=question_id, readable=can_show
                    )
                except WorkshopError as fault:
                    faults.append(fault)
            return len(pictures) - len(faults), faults

        background.run(work, partial(self._on_added, item), _raise)

    def _on_added(self, item: OutlineItem, came: tuple[int, list[WorkshopError]]) -> None:
        if self._closed:
            return
        kept, faults = came
        words = self._words
        if kept:
            said = words.count(
                "{n} photo is kept with {item}.",
                "{n} photos are kept with {item}.",
                kept,
                item=item.title,
            )
            self._notices.may_act(said)
        if faults:
            said = " ".join(dict.fromkeys(fault.sentence(words) for fault in faults))
            if any(isinstance(fault, LibraryError) for fault in faults):
                self._leading.failed.emit(said)
            else:
                self._notices.refuse(said)

    def _item(self) -> OutlineItem | None:
        facts = self._leading.live.facts(whole=False)
        return next((item for item in facts.items if item.id == facts.item_id), None)

    def _show_hint(self) -> None:
        item = self._item()
        text = self._words.say(NO_SESSION if item is None else ON_ITEM, item=item and item.title)
        self._hint.say(text)

    # --- The strip --------------------------------------------------------------------------

    def _load(self, path: Path) -> None:
        def done(image: QImage) -> None:
            if not self._closed:
                self._strip.show_picture(path, image)

        background.run(partial(thumbnail, path), done, _raise)

    def _describe(self, photo_id: str, caption: str) -> None:
        if not self._leading.act(partial(self._photos.describe, photo_id, caption)):
            self._strip.caption.put_back(caption)

    def _mark(self, photo_id: str, off_report: bool) -> None:
        self._leading.act(partial(self._photos.mark, photo_id, off_report=off_report))

    def _remove(self, photo_id: str) -> None:
        self._leading.act(partial(self._photos.remove, photo_id))


def dropped(mime: QMimeData) -> tuple[Dropped, ...]:
    """The files of this machine that are dragged, or the picture out of another program."""
    files = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    if files or not mime.hasImage():
        return files
    image = mime.imageData()
    return (as_png(image),) if isinstance(image, QImage) else ()


def can_show(content: bytes) -> bool:
    """Whether Qt can read a picture to its end."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return not _small(QImageReader(buffer)).isNull()


def thumbnail(path: Path) -> QImage:
    """A small picture of a file, upright; null where it is gone or cannot be read."""
    return _small(QImageReader(str(path)))


def _small(reader: QImageReader) -> QImage:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # Turned upright afterwards, so that either side may have to fill the thumbnail.
        side = max(THUMBNAIL.width(), THUMBNAIL.height()) * _SHARP
        scale = min(1.0, side / max(1, min(size.width(), size.height())))
        reader.setScaledSize((size.toSizeF() * scale).toSize().expandedTo(_PIXEL))
    return reader.read()


def as_png(image: QImage) -> bytes:
    """A picture as a PNG file's content."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def _raise(fault: Exception) -> None:
    raise fault


class _Hint(QWidget):
    """Says over the area where a photo would go, while one is dragged across it."""

    def __init__(self, theme: DesktopTheme, area: QWidget) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.setGeometry(self._area.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))
        self.raise_()
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, box = QPainter(self), self._theme.colours, QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_CARD, colours.surface, colours.ink, stroke=2)
        block = painted.lay_out(self._text, DESKTOP.section_title, box.width() - 2 * _INSET)
        left = (box.width() - block.width) / 2
        block.paint(painter, left, (box.height() - block.height) / 2, colours.ink)
