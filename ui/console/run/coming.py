"""Coming: while the wall is held, what it would show, small and dashed below the miniature."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from exports.look.tokens import CONSOLE, DESKTOP, PROJECTOR_HEIGHT, PROJECTOR_WIDTH
from ui.console.run.building import column, row
from ui.console.widgets.text_label import TextLabel, Tone
from ui.projector.frame import Frame
from ui.projector.paint import paint_moving, paint_still
from ui.theme import DesktopTheme
from workshop.scenes import RevealScene, Scene, Wall
from workshop.words import Words


class Coming(QWidget):
    """The scene that comes once the wall goes on; hidden while it is not held."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        title = TextLabel(theme, words.say("It would show"), DESKTOP.strong)
        aside = TextLabel(theme, words.say("when you let go"), DESKTOP.secondary, tone=Tone.INK3)
        explains = TextLabel(
            theme,
            words.say(
                "Votes, timers and notes go on. The held picture carries no clock and no count, "
                "so nothing on it grows old. Opening a vote lets the wall go on by itself."
            ),
            DESKTOP.secondary,
            tone=Tone.INK2,
            wrap=True,
        )
        self._picture = _Picture(theme, words)
        head = row()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(aside)
        whole = column(self, (0, 18, 0, 0), 10)
        whole.addLayout(head)
        whole.addWidget(self._picture)
        whole.addWidget(explains)
        self.hide()

    def show_scene(self, coming: Scene | None) -> None:
        """Show what would come; None where the wall is live."""
        self.setVisible(coming is not None)
        if coming is not None:
            self._picture.show_scene(coming)


class _Picture(QWidget):
    """A still wall in a dashed edge."""

    def __init__(self, theme: DesktopTheme, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self._scene: Scene | None = None
        self.setAccessibleName(words.say("What the wall would show"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_scene(self, scene: Scene) -> None:
        if scene != self._scene:
            self._scene = scene
            self.update()

    def sizeHint(self) -> QSize:
        width = CONSOLE.coming_width
        return QSize(width, round(width * PROJECTOR_HEIGHT / PROJECTOR_WIDTH))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None:
            return
        look = self._theme.look
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(look.palette.paper))
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        scale = self.width() / PROJECTOR_WIDTH
        painter.scale(scale, scale)
        wall = Wall(self._scene)
        paint_still(painter, wall, look)
        if isinstance(self._scene, RevealScene):
            # Its bars rise on the wall; here they have risen. Clocks move too, and stay away.
            paint_moving(painter, wall, Frame(look))
        painter.restore()
        painter.setPen(QPen(QColor(look.palette.edge), 1, Qt.PenStyle.DashLine))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
