"""The report as it will read, on white paper in every theme; pictures are drawn one by one after the text is there."""

from typing import TYPE_CHECKING
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtCore import QTimer
from PySide6.QtCore import QUrl
from PySide6.QtGui import QImage
from PySide6.QtGui import QPalette
from PySide6.QtGui import QResizeEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTextBrowser
from typing_extensions import override

from kbdesk.charts.style import ChartStyle
from kbdesk.reports.content import Logo
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.markup import page
from kbdesk.ui.theme import GAP

if TYPE_CHECKING:
    from kbdesk.charts.data import Chart
    from kbdesk.ui.widgets.chart_canvas import Drawing

_PICTURE = "picture:"
_LOGO = "logo:"
_HIGH = 0.64
"""The height of a picture for its width."""
_REST_MS = 200
_LOGO_HEIGHT = 3.2
"""Lines of text."""
_INK, _QUIET, _TINT = "#16191d", "#565d66", "#f1f3f6"


class ReportPreview(QTextBrowser):
    """Shows a report; nothing in it leads anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(GAP)
        self._report: Report | None = None
        self._charts: list[Chart] = []
        self._images: dict[int, tuple[Chart, QSize, QImage]] = {}
        self._logo: Logo | None = None
        self._drawing: Drawing | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._draw_next)
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_REST_MS)
        self._resized.timeout.connect(self._show_again)
        self._lay_white()

    @property
    def report(self) -> Report | None:
        """The report shown."""
        return self._report

    @property
    def is_drawn(self) -> bool:
        """Whether every picture is there."""
        return all(self._is_drawn(number) for number in range(len(self._charts)))

    def show_report(self, report: Report) -> None:
        """Show this report, at the place where the reader was."""
        self._report = report
        self._charts, self._logo = [], None
        place = self.verticalScrollBar().value()
        self.setHtml(page(report, self._address, self._style()))
        self.verticalScrollBar().setValue(place)
        self._next.start()

    def show_words(self, words: str) -> None:
        """Show a sentence in place of a report."""
        self._report, self._charts = None, []
        self.setPlainText(words)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> Any:
        address = name if isinstance(name, str) else name.toString()
        if address == _LOGO and self._logo is not None:
            height = round(self.fontMetrics().lineSpacing() * _LOGO_HEIGHT)
            return QImage.fromData(self._logo.png).scaledToHeight(height)
        if address.startswith(_PICTURE):
            return self._image(int(address.removeprefix(_PICTURE)))
        return None

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._next.start()

    def _address(self, picture: Picture | Logo) -> str:
        if isinstance(picture, Logo):
            self._logo = picture
            return _LOGO
        self._charts.append(picture.chart)
        return f"{_PICTURE}{len(self._charts) - 1}"

    def _image(self, number: int) -> QImage:
        """The picture as far as it is drawn; until then a white field of its size."""
        if self._is_drawn(number):
            return self._images[number][2]
        empty = QImage(self._picture_size(), QImage.Format.Format_RGB32)
        empty.fill(0xFFFFFFFF)
        return empty

    def _is_drawn(self, number: int) -> bool:
        known, chart = self._images.get(number), self._charts[number]
        return known is not None and known[1] == self._picture_size() and (known[0] is chart or known[0] == chart)

    def _draw_next(self) -> None:
        """Draw one picture that is missing, then give the window time for others."""
        missing = next((number for number in range(len(self._charts)) if not self._is_drawn(number)), None)
        if missing is None or not self.isVisible():
            return
        from kbdesk.ui.widgets.chart_canvas import Drawing  # noqa: PLC0415 - loads with the first picture

        if self._drawing is None:
            self._drawing = Drawing()
        chart, size = self._charts[missing], self._picture_size()
        image = self._drawing.image(chart, ChartStyle(), size, self.devicePixelRatioF())
        self._images[missing] = (chart, size, image)
        address = QUrl(f"{_PICTURE}{missing}")
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, address, image)
        self.document().markContentsDirty(0, self.document().characterCount())
        self.viewport().update()
        self._next.start()

    def _picture_size(self) -> QSize:
        width = max(self.viewport().width() - 2 * GAP, GAP)
        return QSize(width, round(width * _HIGH))

    def _show_again(self) -> None:
        if self._report is not None and not self.is_drawn:
            self.show_report(self._report)

    def _lay_white(self) -> None:
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, "#ffffff"),
            (QPalette.ColorRole.Text, _INK),
            (QPalette.ColorRole.PlaceholderText, _QUIET),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)

    def _style(self) -> str:
        """The style in what the text document of Qt understands, in the size of the window's text."""
        size = self.font().pointSizeF() if self.font().pointSizeF() > 0 else 10.0
        return f"""
body {{ color: {_INK}; }}
header {{ color: {_QUIET}; font-weight: bold; }}
h1 {{ font-size: {size * 1.6:.1f}pt; margin-top: 10px; margin-bottom: 8px; }}
h2 {{ font-size: {size * 1.25:.1f}pt; margin-top: 18px; margin-bottom: 6px; }}
h3 {{ font-size: {size * 1.08:.1f}pt; margin-top: 14px; margin-bottom: 4px; }}
p {{ margin-top: 0px; margin-bottom: 8px; }}
p.lead {{ font-size: {size * 1.25:.1f}pt; font-weight: bold; }}
p.note {{ color: {_QUIET}; }}
th {{ text-align: left; background-color: {_TINT}; padding: 4px; }}
td {{ padding: 4px; }}
table.numbers td {{ background-color: {_TINT}; }}
td.value {{ font-size: {size * 1.9:.1f}pt; font-weight: bold; }}
"""
