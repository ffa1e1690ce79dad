"""Room: what the room sees, in words over a live miniature of the wall."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP
from ui.console.run.building import button, column, row
from ui.console.run.coming import Coming
from ui.console.widgets.button import Kind
from ui.console.widgets.text_label import TextLabel, Tone
from ui.icons import paint_icon
from ui.keys import Intent, key_of
from ui.painters import text as painted
from ui.painters.surfaces import paint_box, paint_line
from ui.projector.screens import Screens
from ui.projector.stage import Stage
from ui.projector.wall_view import WallView
from ui.theme import DesktopTheme
from workshop.console_scene import ConsoleScene, Sign, SignIcon
from workshop.words import Words

_ICONS = {SignIcon.HIDDEN: "eye-off", SignIcon.SEEN: "eye", SignIcon.SCREEN: "monitor",
          SignIcon.HELD: "pause"}  # fmt: skip
_PADDING = 12
_GAP = 8


class Room(QWidget):
    """The head of the right column; `check_wanted` asks for the check page, before the day begins.

    Where the room can see this console it says so, with the way to fill the screen with the wall;
    `plug`, which stands at the column's end, says what a projector would change.
    """

    check_wanted = Signal()

    def __init__(self, theme: DesktopTheme, words: Words, stage: Stage, screens: Screens) -> None:
        super().__init__()
        self._words = words
        self._screens = screens
        self._scene: ConsoleScene | None = None
        self._title = TextLabel(theme, "", DESKTOP.strong)
        self._aside = TextLabel(theme, "", DESKTOP.secondary, tone=Tone.INK3)
        self.coming = Coming(theme, words)
        self._frame = _Frame(theme, stage, words)
        self.fill = button(
            theme,
            words.say("Fill the screen with the wall"),
            screens.fill,
            Kind.PRIMARY,
            key=words.say(key_of(Intent.FILL)),
        )
        blind = TextLabel(
            theme,
            words.say(
                "On the wall every key works blind: Space next, B blank, + a minute. "
                "F5 comes back here."
            ),
            DESKTOP.secondary,
            tone=Tone.INK2,
            wrap=True,
        )
        self.plug = TextLabel(
            theme,
            words.say(
                "When you plug in a projector, the wall moves there and your notes come back here."
            ),
            DESKTOP.secondary,
            tone=Tone.INK2,
            wrap=True,
        )
        self.check = button(theme, words.say("Test the room"), self.check_wanted.emit)
        head = row()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._aside)
        whole = column(self)
        whole.addLayout(head)
        whole.addSpacing(10)
        whole.addWidget(self._frame)
        whole.addWidget(self.coming)
        self._one_screen = QWidget()
        below = column(self._one_screen, (0, 12, 0, 0), 12)
        below.addWidget(self.fill)
        below.addWidget(blind)
        whole.addWidget(self._one_screen)
        whole.addSpacing(12)
        whole.addWidget(self.check)
        screens.changed.connect(self._refresh)

    def show_scene(self, scene: ConsoleScene) -> None:
        """Say what the room sees."""
        self._scene = scene
        self._refresh()

    @property
    def sign(self) -> str:
        """What the sign over the miniature says."""
        return self._frame.accessibleName()

    def _refresh(self) -> None:
        scene, words = self._scene, self._words
        if scene is None:
            return
        self.coming.show_scene(scene.coming)
        alone = self._screens.alone
        self._one_screen.setVisible(alone)
        self.plug.setVisible(alone)
        lobby = not scene.can_back and not scene.finished
        self.check.setVisible(lobby and not scene.rehearsal)
        if alone:
            mirrored = self._screens.mirrored
            title = words.say("Mirrored screens") if mirrored else words.say("One screen")
            aside = words.say("all show the same") if mirrored else words.say("no projector found")
            self._title.setText(title)
            self._aside.setText(aside)
        if self._screens.console_seen:
            text = words.say("The room can see this console")
            self._frame.show_sign(Sign(text, SignIcon.SEEN, True))
        else:
            self._frame.show_sign(scene.sign)
        if alone:
            return
        self._title.setText(words.say("The room sees"))
        if self._screens.current is None and not self._screens.pretended:
            self._aside.setText(words.say("no projector found"))
        else:
            aside = words.say("not live") if scene.held else words.say("live")
            self._aside.setText(words.say("blank") if scene.blank else aside)


class _Frame(QWidget):
    """The sign, 40 high, and the miniature below it, in one edge."""

    def __init__(self, theme: DesktopTheme, stage: Stage, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._sign: Sign | None = None
        self._view = WallView(stage, parent=self)
        self._view.setAccessibleName(words.say("The wall, small"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sign(self, sign: Sign) -> None:
        if sign != self._sign:
            self._sign = sign
            self.setAccessibleName(sign.text)
            self.setToolTip(sign.text)
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = width - 2
        ratio = CONSOLE.miniature_height / CONSOLE.miniature_width
        return CONSOLE.sign + round(inner * ratio) + 2

    def sizeHint(self) -> QSize:
        width = CONSOLE.miniature_width + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = CONSOLE.sign + 1
        self._view.setGeometry(1, top, self.width() - 2, self.height() - top - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        sign = self._sign
        painter = QPainter(self)
        colours = self._theme.colours
        paint_box(painter, QRectF(self.rect()), 0, colours.surface, colours.edge)
        if sign is None:
            return
        band = QRectF(1, 1, self.width() - 2, CONSOLE.sign)
        ink = colours.paper if sign.inverse else colours.ink
        if sign.inverse:
            paint_box(painter, band, 0, colours.ink)
        else:
            line = QLineF(1, CONSOLE.sign, self.width() - 1, CONSOLE.sign)
            paint_line(painter, line, colours.edge)
        middle = CONSOLE.sign / 2 + 1
        paint_icon(painter, _ICONS[sign.icon], _PADDING, middle - CONSOLE.icon / 2, ink)
        left = _PADDING + CONSOLE.icon + _GAP
        room = self.width() - left - _PADDING
        block = painted.lay_out(sign.text, DESKTOP.strong, room, max_lines=1)
        block.paint(painter, left, middle - block.height / 2, ink)
