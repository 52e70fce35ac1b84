"""A grid of values with its totals: they stay in sight at the right and at the bottom while the values scroll."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtCore import QEvent
from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QTableView
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.answers import Answer
from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.delegates.entry_delegate import EntryDelegate
from kbdesk.ui.delegates.lines import LinedDelegate
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.grid_filter import GridFilter
from kbdesk.ui.item_models.grid_totals import GridTotals
from kbdesk.ui.item_models.series_totals import series_totals
from kbdesk.ui.item_models.series_totals import series_totals_after
from kbdesk.ui.item_models.totals_model import TotalsModel
from kbdesk.ui.item_models.year_totals import totals_after
from kbdesk.ui.item_models.year_totals import year_totals
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.entry_grid_view import EntryGridView

_OF_EVERYTHING = Municipality | LocalFactor | Answer
"""What the results of all cells may rest on."""
_ROW_NAMES, _NARROW_ROW_NAMES = 41, 27
"""Width of the sector names, in average characters."""
_NARROWEST = 13
"""Width of an empty column, in average characters."""
_HEADER_LINES = 3
_LEAST_LINES = 9
"""Lines of text below which the grid shows next to nothing."""


class EntryGrid(QFrame):
    """Four tables that scroll as one: values, totals of rows, totals of columns, the whole.

    Over several years only columns have totals.
    """

    total_wanted = Signal(int, int)
    """Row and column of a total that is to be explained; -1 for all of them."""

    def __init__(self, project: Project, texts: Texts, theme: Theme, model: EntryTableModel) -> None:
        super().__init__()
        self._project, self._texts, self._theme = project, texts, theme
        self.model = model
        self.filter = GridFilter(texts)
        self._narrow = self._low = False
        self._delegate = EntryDelegate(theme, self)
        self.view = EntryGridView(self._delegate, self)
        self.sums = tuple(TotalsModel(texts, self, quiet=theme.muted) for _ in range(3))
        self._side, self._bottom, self._corner = (QTableView(self) for _ in range(3))
        self._under_scroll_bar = QWidget(self)
        self._build()
        self.take_layout()

    def take_layout(self) -> None:
        """Lay out what the model shows."""
        self._totals = totals = self._all_totals()
        rows = [str(self._name(row, Qt.Orientation.Vertical)) for row in range(self.model.rowCount())]
        columns = [str(self._name(column, Qt.Orientation.Horizontal)) for column in range(self.model.columnCount())]
        energy, emissions = self._texts.tr("Final energy [MWh]"), self._texts.tr("Emissions [t]")
        side, bottom, corner = self.sums
        groups = [number for number, row in enumerate(self.model.layout.rows) if row.is_heading]
        side.rename(rows[: len(totals.rows)], (energy, emissions), totals.rows, groups)
        below = (energy, emissions, self._texts.tr("Change to the year before"))[: len(totals.columns)]
        bottom.rename(below, columns, totals.columns)
        corner.rename(below[: len(totals.whole)], (energy, emissions), totals.whole)
        self._delegate.narrow()
        self.apply_filter()
        self._show_side()
        self._fit()
        self._name_tables()

    def refresh(self, change: Change) -> None:
        """Bring cells and totals up to a change; a column that got a value shows itself."""
        self.model.refresh(change)
        place = self.model.layout.place
        touched = [key for key in change.touched() if place(key) is not None]
        if any(isinstance(edit.record, _OF_EVERYTHING) for edit in change.edits):
            self._totals = totals = self._all_totals()
            self.view.verticalHeader().viewport().update()
        else:
            recomputed = [key for key in change.recomputed() if place(key) is not None]
            self._totals = totals = self._totals_after(recomputed)
        for model, shown in zip(self.sums, (totals.rows, totals.columns, totals.whole), strict=True):
            model.show(shown)
        for key in touched:
            index = self.model.index_of(key)
            if index.isValid():
                self._show_column(index.column())
                self._widen(index.column(), key)

    def go_to(self, key: EntryKey) -> bool:
        """Make a cell the current one, shown even where the filter hid it; False where there is no such cell."""
        index = self.model.index_of(key)
        if not index.isValid() or self.model.key(index) is None:
            return False
        if self.view.isRowHidden(index.row()):
            self.filter.text = ""
            self.apply_filter()
        self._show_column(index.column())
        self.view.select_only(index)
        return True

    def current_key(self) -> EntryKey | None:
        """The entry of the current cell."""
        return self.model.key(self.view.currentIndex())

    def texts_above(self, keys: Iterable[EntryKey]) -> dict[EntryKey, EntryKey]:
        """For each cell the one its texts come from: the topmost of its column if that has any, else the one above."""
        columns: dict[int, list[EntryKey]] = {}
        for key in keys:
            if (place := self.model.layout.place(key)) is not None:
                columns.setdefault(place[1], []).append(key)
        found: dict[EntryKey, EntryKey] = {}
        for column, below in columns.items():
            own = len(below) > 1 and self._has_texts(below[0])
            origin = below[0] if own else self._key_above(below[0], column)
            if origin is not None:
                found.update(dict.fromkeys(below[1:] if own else below, origin))
        return found

    def _has_texts(self, key: EntryKey) -> bool:
        entry = self._project.inventory.entries.get(key)
        return entry is not None and bool(entry.source_id or entry.source or entry.note)

    def _key_above(self, key: EntryKey, column: int) -> EntryKey | None:
        """The next cell above that can hold a value."""
        row = self.model.index_of(key).row()
        above = (shown for shown in reversed(self.view.visible_rows()) if shown < row)
        return next((found for shown in above if (found := self.model.layout.key(shown, column)) is not None), None)

    def column_name(self, column: int) -> str:
        """What stands above a column."""
        return str(self._name(column, Qt.Orientation.Horizontal))

    def row_name(self, row: int) -> str:
        """What stands beside a row."""
        return str(self._name(row, Qt.Orientation.Vertical))

    def make_narrow(self, *, narrow: bool, low: bool) -> None:
        """In a narrow window the totals of the sectors leave their room to the values, in a low one those below."""
        if low != self._low:
            self._low = low
            self._fit_totals(self.fontMetrics())
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_side()
            self._fit()

    def apply_filter(self) -> bool:
        """Hide the rows and columns the filter leaves out; False where it leaves nothing."""
        rows, columns = self.filter.chosen(self.model, self._project.inventory.entries)
        for row in range(self.model.rowCount()):
            self.view.setRowHidden(row, row not in rows)
            self._side.setRowHidden(row, row not in rows)
        for column in range(self.model.columnCount()):
            self.view.setColumnHidden(column, column not in columns)
            self._bottom.setColumnHidden(column, column not in columns)
        return bool(rows) and bool(columns)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._tables = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self.setBackgroundRole(QPalette.ColorRole.Mid)
        self.setAutoFillBackground(True)
        models: tuple[QAbstractItemModel, ...] = (self.model, *self.sums)
        views = (self.view, self._side, self._bottom, self._corner)
        for place, (view, model) in enumerate(zip(views, models, strict=True)):
            _prepare(view)
            view.setModel(model)
            view.setFont(self._theme.numerals(self.font()))
            layout.addWidget(view, place // 2, place % 2)
        self._under_scroll_bar.setBackgroundRole(QPalette.ColorRole.Base)
        self._under_scroll_bar.setAutoFillBackground(True)
        layout.addWidget(self._under_scroll_bar, 1, 1)
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(0, 1)
        for total in views[1:]:
            total.setTabKeyNavigation(False)
            total.setItemDelegate(LinedDelegate(self._theme, total))
            total.setShowGrid(False)
            total.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._side.activated.connect(lambda index: self.total_wanted.emit(index.row(), -1))
        self._bottom.activated.connect(lambda index: self.total_wanted.emit(-1, index.column()))
        self._corner.activated.connect(lambda _index: self.total_wanted.emit(-1, -1))
        self._hide_headers()
        self._synchronise()

    def _hide_headers(self) -> None:
        self._side.verticalHeader().hide()
        self._corner.verticalHeader().hide()
        self._bottom.horizontalHeader().hide()
        self._corner.horizontalHeader().hide()
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        for view, down, across in (
            (self.view, off, off),
            (self._side, needed, off),
            (self._bottom, off, needed),
            (self._corner, off, off),
        ):
            view.setVerticalScrollBarPolicy(down)
            view.setHorizontalScrollBarPolicy(across)

    def _synchronise(self) -> None:
        for one, other in (
            (self.view.verticalScrollBar(), self._side.verticalScrollBar()),
            (self.view.horizontalScrollBar(), self._bottom.horizontalScrollBar()),
        ):
            one.valueChanged.connect(other.setValue)
            other.valueChanged.connect(one.setValue)
        header = self.view.horizontalHeader()
        header.sectionResized.connect(lambda column, _old, width: self._bottom.setColumnWidth(column, width))

    def _name(self, section: int, orientation: Qt.Orientation) -> object:
        return self.model.headerData(section, orientation)

    def _name_tables(self) -> None:
        layout, tr = self.model.layout, self._texts.tr
        if layout.carrier:
            carrier = self._texts.carrier(layout.carrier)
            self.view.setAccessibleName(tr("Values of {carrier}: sectors by years", carrier=carrier))
            self._bottom.setAccessibleName(tr("Totals of {carrier} by year", carrier=carrier))
            return
        year = str(layout.years[0])
        self.view.setAccessibleName(tr("Values {year}: sectors by energy carriers", year=year))
        self._side.setAccessibleName(tr("Totals of the sectors {year}", year=year))
        self._bottom.setAccessibleName(tr("Totals of the energy carriers {year}", year=year))
        self._corner.setAccessibleName(tr("Totals of the year {year}, without direct emissions", year=year))

    def _all_totals(self) -> GridTotals:
        layout, results = self.model.layout, self._project.results
        return series_totals(results, layout) if layout.carrier else year_totals(results.get(layout.years[0]), layout)

    def _totals_after(self, touched: list[EntryKey]) -> GridTotals:
        layout, results = self.model.layout, self._project.results
        if layout.carrier:
            return series_totals_after(self._totals, results, layout, {key.year for key in touched})
        return totals_after(self._totals, results.get(layout.years[0]), layout, touched)

    def _show_side(self) -> None:
        """Show the totals of rows where there are any and room for them; else the values have the scroll bar."""
        hidden = self._narrow or bool(self.model.layout.carrier)
        for view in (self._side, self._corner):
            view.setHidden(hidden)
        on, off = Qt.ScrollBarPolicy.ScrollBarAlwaysOn, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view.setVerticalScrollBarPolicy(on if hidden else off)
        self._tables.addWidget(self.view, 0, 0, 1, 2 if hidden else 1)
        self._under_scroll_bar.setVisible(hidden)

    def _show_column(self, column: int) -> None:
        self.view.showColumn(column)
        self._bottom.showColumn(column)

    def _widen(self, column: int, key: EntryKey) -> None:
        needed = self._width(column, key)
        if needed > self.view.columnWidth(column):
            self.view.setColumnWidth(column, needed)

    def _width(self, column: int, key: EntryKey) -> int:
        """The width a cell needs; over the years with room for a mark, so that no year is checked that is not seen."""
        if self.model.layout.carrier:
            return self._delegate.width(column, self.model.bare_face(key), self.view.font(), marked=True)
        return self._delegate.width(column, self.model.face(key), self.view.font())

    def _fit(self) -> None:
        """Set all widths and heights by the font: neither names nor numbers are cut off."""
        metrics = self.fontMetrics()
        names = metrics.averageCharWidth() * (_NARROW_ROW_NAMES if self._narrow else _ROW_NAMES)
        self.view.verticalHeader().setFixedWidth(names)
        self._bottom.verticalHeader().setFixedWidth(names)
        for header in (self.view.horizontalHeader(), self._side.horizontalHeader()):
            header.setFixedHeight(metrics.lineSpacing() * self._header_lines() + GRID)
        self._fit_rows(metrics, names)
        self._fit_columns(metrics)
        self._fit_totals(metrics)

    def _fit_rows(self, metrics: QFontMetrics, names: int) -> None:
        font = QFont(self.font())
        font.setBold(True)
        bold = QFontMetrics(font)
        for row in range(self.model.rowCount()):
            text = str(self._name(row, Qt.Orientation.Vertical))
            strong = bold if self.model.layout.rows[row].is_heading else metrics
            height = max(_wrapped_height(strong, text, names - GRID), metrics.height()) + GRID + SMALL
            self.view.setRowHeight(row, height)
            self._side.setRowHeight(row, height)

    def _fit_columns(self, metrics: QFontMetrics) -> None:
        widths = [self._heading_width(metrics, column) for column in range(self.model.columnCount())]
        entries, layout = self._project.inventory.entries, self.model.layout
        cells = [(column, layout.key(row, column)) for row in range(len(layout.rows)) for column in range(len(widths))]
        filled = [(column, key) for column, key in cells if key is not None and key in entries]
        # twice: the second round knows how wide the units of each column are
        for column, key in (*filled, *filled):
            widths[column] = max(widths[column], self._width(column, key))
        for column, width in enumerate(widths):
            self.view.setColumnWidth(column, width)
            self._bottom.setColumnWidth(column, width)

    def _heading_width(self, metrics: QFontMetrics, column: int) -> int:
        """As wide as the longest word, and wider until the name has no more lines than the header."""
        name = str(self._name(column, Qt.Orientation.Horizontal))
        words = name.replace("-", "- ").split()
        width = max((metrics.horizontalAdvance(word) for word in words), default=0)
        while _wrapped_height(metrics, name, width) > metrics.lineSpacing() * self._header_lines():
            width += metrics.averageCharWidth()
        return max(width + 2 * GRID, metrics.averageCharWidth() * _NARROWEST)

    def _fit_totals(self, metrics: QFontMetrics) -> None:
        extent = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        names = (str(self.sums[0].headerData(column, Qt.Orientation.Horizontal)) for column in range(2))
        words = max(metrics.horizontalAdvance(word) for name in names for word in name.split())
        width = max(words, metrics.horizontalAdvance("≥ 00.000.000")) + 2 * GRID
        height = metrics.height() + GRID + SMALL
        for view in (self._side, self._corner):
            for column in range(2):
                view.setColumnWidth(column, width)
            view.setFixedWidth(2 * width + extent + 2)
        self._under_scroll_bar.setFixedWidth(extent)
        for view in (self._bottom, self._corner):
            rows = self._bottom.model().rowCount()
            for row in range(rows):
                view.setRowHeight(row, height)
            view.setFixedHeight((0 if self._low else rows * height) + extent + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 40, metrics.lineSpacing() * _LEAST_LINES)

    def _header_lines(self) -> int:
        return 1 if self.model.layout.carrier else _HEADER_LINES


def _wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text in lines of this width."""
    return metrics.boundingRect(QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text).height()


def _prepare(view: QTableView) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setCornerButtonEnabled(False)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    for header in (view.horizontalHeader(), view.verticalHeader()):
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setMinimumSectionSize(24)
    view.verticalHeader().setMinimumSectionSize(16)
