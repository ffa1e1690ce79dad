"""Photos: the strip of thumbnails of the agenda item in work, and what can be done with one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from exports.look import tokens
from exports.look.tokens import DESKTOP
from ui.console.run.building import button, column, row
from ui.console.widgets.button import Kind
from ui.console.widgets.check_box import CheckBox
from ui.console.widgets.field import LineField
from ui.console.widgets.focus_shape import FOCUS_RADIUS
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.painters.surfaces import paint_box
from ui.theme import DesktopTheme
from workshop.photos import PhotoFacts
from workshop.words import Words

THUMBNAIL = QSize(96, 64)
_GAP = 10
_BELOW = 24  # to what stands below the strip
_BADGE = 22


class PhotoStrip(QWidget):
    """The photos of one agenda item; it is hidden while there is none.

    A click on a thumbnail opens its line. `described` carries an id and a caption, `marked` an id
    and whether it stays out of the report, `removed` an id. `wanted` asks for the picture of a
    file, to be answered by `show_picture`.
    """

    described = Signal(str, str)
    marked = Signal(str, bool)
    removed = Signal(str)
    wanted = Signal(object)

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self._photos: tuple[PhotoFacts, ...] = ()
        self._chosen = ""
        self._pictures: dict[Path, QPixmap] = {}
        self.thumbnails: list[Thumbnail] = []
        self.setAccessibleName(words.say("Photos"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._count = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self._wall = _Rows()
        self.caption = LineField(theme, "", placeholder=words.say("What the photo shows"))
        self.caption.text_saved.connect(self._describe)
        self.off_report = CheckBox(theme, words.say("Not in the report"))
        self.off_report.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.off_report.clicked.connect(self._mark)
        self.take_off = button(
            theme, words.say("Take it off"), self._remove, Kind.QUIET, icon="trash-2"
        )
        self._line = QWidget()
        line = row(self._line, spacing=12)
        line.addWidget(self.caption, 1)
        line.addWidget(self.off_report)
        line.addWidget(self.take_off)
        title = row(spacing=8)
        title.addWidget(TextLabel(theme, words.say("Photos"), DESKTOP.strong))
        title.addStretch()
        title.addWidget(self._count)
        whole = column(self, (0, 0, 0, _BELOW), 10)
        whole.addLayout(title)
        whole.addWidget(self._wall)
        whole.addWidget(self._line)
        self._line.hide()
        self.hide()

    def show_photos(self, photos: tuple[PhotoFacts, ...]) -> None:
        """Show these photos; the line that is open stays open while its photo is there."""
        if photos == self._photos:
            return
        if all(photo.id != self._chosen for photo in photos):
            self.save()
            self._chosen = ""
        same = [photo.path for photo in photos] == [photo.path for photo in self._photos]
        self._photos = photos
        if not same:
            self._make_thumbnails()
        for number, (photo, thumbnail) in enumerate(
            zip(photos, self.thumbnails, strict=True), start=1
        ):
            thumbnail.show_photo(photo, self._name(photo, number))
        self._count.setText(self._words.count("{n} photo", "{n} photos", len(photos)))
        self.setVisible(bool(photos))
        self._show_line()

    def show_picture(self, path: Path, image: QImage) -> None:
        """The picture of a file; a null image where it cannot be read."""
        self._pictures[path] = QPixmap.fromImage(image)
        for thumbnail in self.thumbnails:
            if thumbnail.photo.path == path:
                thumbnail.show_picture(self._pictures[path])

    def save(self) -> None:
        """Save the caption that is being typed."""
        if self._chosen:
            self.caption.save()

    def _name(self, photo: PhotoFacts, number: int) -> str:
        return photo.caption or self._words.say("Photo {n}", n=number)

    def _make_thumbnails(self) -> None:
        for thumbnail in self.thumbnails:
            thumbnail.hide()
            thumbnail.deleteLater()
        self.thumbnails = [Thumbnail(self._theme, photo, self._wall) for photo in self._photos]
        for thumbnail in self.thumbnails:
            thumbnail.chosen.connect(self._choose)
            path = thumbnail.photo.path
            if path in self._pictures:
                thumbnail.show_picture(self._pictures[path])
            else:
                self.wanted.emit(path)
        self._wall.hold(self.thumbnails)

    def _choose(self, photo_id: str) -> None:
        self.save()
        self._chosen = "" if photo_id == self._chosen else photo_id
        self._show_line()

    def _show_line(self) -> None:
        photo = next((each for each in self._photos if each.id == self._chosen), None)
        for thumbnail in self.thumbnails:
            thumbnail.setChecked(thumbnail.photo.id == self._chosen)
        self._line.setVisible(photo is not None)
        if photo is None:
            return
        if not self.caption.editor.hasFocus() and not self.caption.unkept:
            self.caption.set_text(photo.caption)
        self.off_report.setChecked(photo.off_report)

    def _describe(self, caption: str) -> None:
        if self._chosen:
            self.described.emit(self._chosen, caption)

    def _mark(self, off_report: bool) -> None:
        self.marked.emit(self._chosen, off_report)

    def _remove(self) -> None:
        # What is typed about a photo that goes would be one more act to undo.
        self.caption.set_text(self.caption.text)
        self.removed.emit(self._chosen)


class Thumbnail(QPushButton):
    """One photo, cut to the thumbnail's shape; `chosen` carries its id."""

    chosen = Signal(str)

    def __init__(self, theme: DesktopTheme, photo: PhotoFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture: QPixmap | None = None
        self.photo = photo
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty(FOCUS_RADIUS, tokens.RADIUS_CONTROL)
        self.resize(THUMBNAIL)
        self.clicked.connect(lambda _checked=False: self.chosen.emit(self.photo.id))

    def show_photo(self, photo: PhotoFacts, name: str) -> None:
        """Show how a photo is called and marked now."""
        self.photo = photo
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def show_picture(self, picture: QPixmap) -> None:
        """Show the picture, or that there is none where it is null."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return THUMBNAIL

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        colours, box = self._theme.colours, QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_CONTROL, colours.sunken)
        picture = self._picture
        if picture is not None and not picture.isNull():
            painter.save()
            shape = QPainterPath()
            shape.addRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
            painter.setClipPath(shape)
            painter.drawPixmap(box, picture, _cut(picture.size(), box))
            painter.restore()
        elif picture is not None:
            middle = box.center() - QRectF(0, 0, tokens.ICON_SIZE, tokens.ICON_SIZE).center()
            paint_icon(painter, "triangle-alert", middle.x(), middle.y(), colours.ink2)
        if self.photo.off_report:
            badge = QRectF(box.right() - _BADGE - 4, 4, _BADGE, _BADGE)
            paint_box(painter, badge, tokens.RADIUS_CHIP, colours.paper)
            inset = (_BADGE - tokens.ICON_SIZE) / 2
            at = badge.topLeft()
            paint_icon(painter, "eye-off", at.x() + inset, at.y() + inset, colours.ink)
        edge = colours.ink if self.isChecked() else colours.edge
        stroke = tokens.STROKE_SELECTED if self.isChecked() else tokens.STROKE_EDGE
        paint_box(painter, box, tokens.RADIUS_CONTROL, None, edge, stroke=stroke)


def _cut(size: QSize, box: QRectF) -> QRectF:
    """The largest part in the middle of a picture that has the box's proportions."""
    scale = min(size.width() / box.width(), size.height() / box.height())
    part = QRectF(0, 0, box.width() * scale, box.height() * scale)
    part.moveCenter(QRectF(0, 0, size.width(), size.height()).center())
    return part


class _Rows(QWidget):
    """Thumbnails in rows as wide as the strip."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Thumbnail] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def hold(self, thumbnails: list[Thumbnail]) -> None:
        self._held = thumbnails
        self._place()
        for thumbnail in thumbnails:
            thumbnail.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def _place(self) -> None:
        across, down = THUMBNAIL.width() + _GAP, THUMBNAIL.height() + _GAP
        in_a_row = max(1, (self.width() + _GAP) // across)
        for i, thumbnail in enumerate(self._held):
            thumbnail.move(i % in_a_row * across, i // in_a_row * down)
        rows = -(-len(self._held) // in_a_row)
        self.setFixedHeight(max(0, rows * down - _GAP))
