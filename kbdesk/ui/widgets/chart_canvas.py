"""A chart in the window: drawn by matplotlib into an image when it is painted, anew when size, scale or palette change.

The first time the finding stands there in words until the window has been painted: loading what draws takes time.
The image is made by the Agg canvas alone: no pyplot, no backend of a toolkit, no events taken from Qt.
matplotlib loads with the first picture.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtCore import QMimeData
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtGui import QFocusEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QHideEvent
from PySide6.QtGui import QImage
from PySide6.QtGui import QPainter
from PySide6.QtGui import QPaintEvent
from PySide6.QtGui import QPen
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.charts.style import ChartStyle
from kbdesk.charts.style import Theme as ChartTheme
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import Theme

if TYPE_CHECKING:  # the records of charts load with the first picture, as matplotlib does
    from kbdesk.charts.data import Chart
    from kbdesk.charts.spots import Layout

_PIXELS_PER_INCH = 96
_ORDINARY_TEXT = 13
"""Pixels of the text size at which charts keep their own."""
_REST_MS = 60
_PAINTED_MS = 10
"""What everything else in the window needs to be painted."""
_A_LITTLE = 1e-6
_BYTES = 4
"""Red, green, blue and how opaque a pixel is."""
_COPY_SIZE = QSize(1200, 700)
_COPY_SCALE = 2.0


class ChartCanvas(QWidget):
    """Shows one chart; its alternative text is its accessible description."""

    def __init__(self, theme: Theme, smallest: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._smallest = smallest
        self._chart: Chart | None = None
        self._image = QImage()
        self._drawing: Drawing | None = None
        self._look: tuple[object, ...] = ()
        self._drawn_size = QSize()
        self._redraw = False
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_REST_MS)
        self._resized.timeout.connect(self._draw_anew)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_PAINTED_MS)
        self._first.timeout.connect(self._draw_first)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is there yet, and not the finding in words alone."""
        return self._drawing is not None

    @property
    def layout_drawn(self) -> "Layout | None":
        """Where the values of the picture lie; ``None`` before it is drawn."""
        return self._drawing.layout if self._drawing is not None else None

    @property
    def chart(self) -> "Chart | None":
        """The chart shown."""
        return self._chart

    def show_chart(self, chart: "Chart | None") -> None:
        """Show this chart; it is drawn when it is painted next."""
        self._chart = chart
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if chart else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(chart.title if chart else "")
        self.setAccessibleDescription(chart.alt_text if chart else "")
        self.update()

    def copy(self, chart: "Chart") -> None:
        """Put a chart on the clipboard as it is saved (light, sharp), with its alternative text beside it."""
        content = QMimeData()
        content.setImageData(Drawing().image(chart, ChartStyle(), _COPY_SIZE, _COPY_SCALE))
        content.setText(f"{chart.title}\n{chart.alt_text}")
        QGuiApplication.clipboard().setMimeData(content)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint() * 1.4

    @override
    def minimumSizeHint(self) -> QSize:
        """With large text a picture needs to be higher; for its width it takes what there is."""
        return QSize(self._smallest.width(), round(self._smallest.height() * self._text_scale))

    @property
    def _text_scale(self) -> float:
        return max(1.0, self.fontInfo().pixelSize() / _ORDINARY_TEXT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._chart is not None:
            self._paint_chart(painter, self._chart)
            self._paint_over(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.accent, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._resized.isActive():
            self._resized.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._resized.stop()
        self._first.stop()
        super().hideEvent(event)

    def _paint_over(self, painter: QPainter) -> None:
        """Paint over the picture; a picture that is only looked at has nothing there."""

    def _paint_chart(self, painter: QPainter, chart: "Chart") -> None:
        """While the size changes the old picture is stretched; the new one follows when the size rests."""
        style = ChartStyle(ChartTheme.DARK if self._theme.dark else ChartTheme.LIGHT, self._text_scale)
        if self._drawing is None:
            self._paint_finding(painter, chart, style)
            self._first.start()
            return
        look = (chart, style, self.devicePixelRatioF())
        if look != self._look or self._redraw:
            self._image = self._drawing.image(chart, style, self.size(), self.devicePixelRatioF())
            self._look, self._redraw, self._drawn_size = look, False, self.size()
            self._resized.stop()
        if self._drawn_size == self.size():
            painter.drawImage(0, 0, self._image)
            return
        painter.drawImage(self.rect(), self._image)
        if not self._resized.isActive():
            self._resized.start()

    def _paint_finding(self, painter: QPainter, chart: "Chart", style: ChartStyle) -> None:
        painter.fillRect(self.rect(), QColor(style.palette.background))
        painter.setPen(QColor(style.palette.text))
        font = self._theme.heading(self.font(), 2)
        font.setBold(True)
        painter.setFont(font)
        place = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, chart.sentence)

    def _draw_first(self) -> None:
        self._drawing = Drawing()
        self.update()

    def _draw_anew(self) -> None:
        self._redraw = True
        self.update()


class Drawing:
    """A figure that is drawn on again and again: a good deal quicker than a new one each time."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 - loads with the first picture
        from matplotlib.figure import Figure  # noqa: PLC0415 - likewise

        self._figure = Figure()
        self._canvas = FigureCanvasAgg(self._figure)
        self.layout: Layout | None = None
        """Where the values of the picture drawn last lie."""

    def image(self, chart: "Chart", style: ChartStyle, size: QSize, scale: float) -> QImage:
        """The chart as an image of this size in device-independent pixels."""
        from kbdesk.charts.draw import draw_chart  # noqa: PLC0415 - loads with the first picture

        dpi = _PIXELS_PER_INCH * scale
        self._figure.set_dpi(dpi)
        self._figure.set_size_inches(_inches(size.width() * scale, dpi), _inches(size.height() * scale, dpi))
        self.layout = draw_chart(chart, self._figure, style)
        pixels = BytesIO()
        self._figure.savefig(pixels, format="rgba", dpi=dpi, facecolor="auto")
        width, height = self._canvas.get_width_height()
        line = width * _BYTES
        image = QImage(pixels.getvalue(), width, height, line, QImage.Format.Format_RGBA8888).copy()
        image.setDevicePixelRatio(scale)
        return image


def _inches(pixels: float, dpi: float) -> float:
    """A length that is, by the whole number matplotlib cuts it to, just so many pixels."""
    whole = max(1, round(pixels))
    inches = whole / dpi
    return inches if int(inches * dpi) == whole else (whole + _A_LITTLE) / dpi
