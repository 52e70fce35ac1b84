"""One chart with what belongs to it: picture or table, and at the right what can be done with it.

Sentence and source are part of the picture; beside the table they stand as text.
"""

from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QStackedWidget
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.charts.data import Chart
from kbdesk.charts.kinds import kind_title
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.charts.style import ChartStyle
from kbdesk.errors import UserError
from kbdesk.services import chart_saving
from kbdesk.services import charting
from kbdesk.services.report_language import report_texts
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.destinations import behind
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.quiet_text import QuietText
from kbdesk.ui.widgets.readable_canvas import ReadableCanvas
from kbdesk.ui.widgets.running_text import RunningText

_SMALLEST = QSize(360, 320)
_WIDE = 104
"""Letters from which on the buttons stand beside the picture; in less width they stand below it."""
_FILTERS = (
    mark("Picture (*.png)"),
    mark("Drawing (*.svg)"),
    mark("PDF (*.pdf)"),
    mark("Table as a workbook (*.xlsx)"),
    mark("Table as text (*.csv)"),
)


class ChartPanel(QWidget):
    """Shows the chart of one kind."""

    def __init__(self, context: Context, kind: str) -> None:
        super().__init__()
        self._context = context
        self._kind = kind
        self.compute: Callable[[Texts], Chart] = lambda texts: charting.chart(context.project, kind, texts)
        """What the chart shows, in the language of the texts; a control of this chart's own may put another here."""
        tr = context.texts.tr
        self.sentence = Heading(context.theme, 2)
        self.canvas = ReadableCanvas(
            context.theme, _SMALLEST, lambda shown: charting.spots(context.project, shown, context.texts)
        )
        self.canvas.spot_read.connect(self._say)
        self.canvas.data_wanted.connect(self._go)
        self.reading = QuietText(context.theme)
        self.table = PlainTable("", tr("Copy"))
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.footer = RunningText()
        self.copy_button = self._button(tr("Copy"), "copy", self._copy)
        self.save_button = self._button(tr("Save as…"), "download", self._save)
        self.table_button = self._button(tr("Show table"), "table-2", self._show_other)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.table)
        self._outdated = True
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._controls = QHBoxLayout()
        self._arrange()

    def add_button(self, text: str, icon: str, action: Callable[[], None]) -> QPushButton:
        """Add a button of this chart's own below the others."""
        button = self._button(text, icon, action)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def add_control(self, control: QWidget) -> None:
        """Put a control of this chart's own into the row above the picture."""
        self._controls.addWidget(control)

    def stops(self) -> Iterator[QWidget]:
        """What takes the keyboard, from the top left."""
        for place in range(self._controls.count()):
            control = self._controls.itemAt(place).widget()
            yield from (each for each in control.findChildren(QWidget) if self._is_stop(each))
        yield from (self.canvas, self.table)
        for place in range(self._buttons.count()):
            if isinstance(button := self._buttons.itemAt(place).widget(), QPushButton):
                yield button

    def _is_stop(self, widget: QWidget) -> bool:
        """Lists that open have a window of their own."""
        return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.window() is self.window()

    @property
    def shows_table(self) -> bool:
        """Whether the table stands in the picture's place."""
        return self._stack.currentWidget() is self.table

    @property
    def chart(self) -> Chart | None:
        """The chart shown; ``None`` before the first."""
        return self.canvas.chart

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._buttons.setDirection(directions.TopToBottom if wide else directions.LeftToRight)

    def outdate(self) -> None:
        """Note that the document changed: the chart is computed anew when it is brought up to date."""
        self._outdated = True

    def bring_up_to_date(self) -> None:
        """Compute the chart anew where the document changed since."""
        if self._outdated:
            self.refresh()

    def refresh(self) -> None:
        """Compute the chart and show it as picture and, where it is wanted, as table."""
        self._outdated = False
        chart = self.compute(self._context.texts)
        self.sentence.setText(chart.sentence)
        self.canvas.show_chart(chart)
        self._say(None)
        self.footer.setText(chart.footer)
        self.save_button.setEnabled(not chart.empty)
        if self.shows_table:
            self._fill_table(chart)

    def _fill_table(self, chart: Chart) -> None:
        """Only a table that is seen is filled: measuring its rows takes time."""
        table = chart.table()
        self.table.setAccessibleName(chart.title)
        self.table.setAccessibleDescription(chart.sentence)
        self.table.rows.show_rows(table.header, table.rows, numbers=_number_columns(table.rows))

    def _arrange(self) -> None:
        buttons = self._buttons
        buttons.setSpacing(GRID)
        for button in (self.copy_button, self.save_button, self.table_button):
            buttons.addWidget(button)
        buttons.addStretch()
        row = self._row
        row.setSpacing(MARGIN)
        row.addWidget(self._stack, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MARGIN)
        self._controls.setSpacing(MARGIN)
        self._controls.setAlignment(Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._controls)
        column.addWidget(self.sentence)
        column.addLayout(row, 1)
        column.addWidget(self.reading)
        column.addWidget(self.footer)
        for words in (self.sentence, self.footer):
            words.hide()

    def _button(self, text: str, icon: str, action: Callable[[], None]) -> QPushButton:
        button = QPushButton(self._context.theme.icon(icon), text)
        button.clicked.connect(action)
        return button

    def _copy(self) -> None:
        """Copy what is selected in the table, else picture or table as a whole in the language of reports."""
        texts = self._report_texts()
        chart = self.compute(texts)
        if not self.shows_table:
            self.canvas.copy(chart)
        elif self.table.selectionModel().hasSelection():
            self.table.copy()
        else:
            content = QMimeData()
            content.setHtml(chart_saving.copied_table(chart, texts.language))
            content.setText(chart_saving.copied_text(chart))
            QGuiApplication.clipboard().setMimeData(content)

    def _report_texts(self) -> Texts:
        return report_texts(self._context.desk, self._context.project)

    def _show_other(self) -> None:
        tr = self._context.texts.tr
        if not self.shows_table and self.chart is not None:
            self._fill_table(self.chart)
        self._stack.setCurrentWidget(self.canvas if self.shows_table else self.table)
        self.table_button.setText(tr("Show picture") if self.shows_table else tr("Show table"))
        self.table_button.setIcon(self._context.theme.icon("image" if self.shows_table else "table-2"))
        for words in (self.sentence, self.footer):
            words.setVisible(self.shows_table)
        self.reading.setVisible(not self.shows_table)

    def _say(self, spot: Spot | None) -> None:
        """The value that is read in words, else how to read."""
        tr = self._context.texts.tr
        if spot is not None:
            self.reading.show_text(spot.text, "crosshair", self._context.theme.text)
        elif self.chart is not None and charting.can_be_read(self.chart):
            self.reading.show_text(
                tr("Arrow keys or pointer read the values; Enter or a click leads to the data."), "crosshair"
            )
        else:
            self.reading.show_text("")

    def _go(self, target: SpotTarget) -> None:
        """Show the data behind a value."""
        wanted = behind(target)
        self._context.bus.place_wanted.emit(wanted.place, wanted.target)

    def _save(self) -> None:
        texts, project = self._context.texts, self._context.project
        title = self._report_texts().tr(kind_title(self._kind))
        proposed = project.path.with_name(f"{project.path.stem} {title}.png")
        filters = ";;".join(map(texts.tr, _FILTERS))
        name, chosen = QFileDialog.getSaveFileName(self, texts.tr("Save chart"), str(proposed), filters)
        if not name:
            return
        path = _with_suffix(Path(name), chosen)
        try:
            chart_saving.save(self.compute(self._report_texts()), path, ChartStyle(), project.today())
        except UserError as error:
            self._context.messages.show_error(texts.error(error))
            return
        self._context.messages.show_success(texts.tr("The chart was saved as {path}.", path=str(path)))


def _with_suffix(path: Path, chosen_filter: str) -> Path:
    """The path with the chosen kind's suffix where it was typed without one."""
    if path.suffix:
        return path
    return path.with_suffix("." + chosen_filter.rpartition("*.")[2].rstrip(")"))


def _number_columns(rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """The columns that hold figures or dashes only."""
    columns = range(len(rows[0])) if rows else range(0)
    return tuple(c for c in columns if all(not any(sign.isalpha() for sign in row[c]) for row in rows))
