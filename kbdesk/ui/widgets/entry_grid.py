"""The grid of a year with its totals: they stay in sight at the right and at the bottom while the values scroll."""

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtCore import QEvent
from PySide6.QtCore import QRect
from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtGui import QFontMetrics
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView
from PySide6.QtWidgets import QFrame
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QHeaderView
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QTableView
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import EntryKey
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.delegates.entry_delegate import EntryDelegate
from kbdesk.ui.delegates.lines import LinedDelegate
from kbdesk.ui.item_models.entry_table_model import EntryTableModel
from kbdesk.ui.item_models.grid_filter import GridFilter
from kbdesk.ui.item_models.totals_model import TotalsModel
from kbdesk.ui.item_models.year_totals import totals_after
from kbdesk.ui.item_models.year_totals import year_totals
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.entry_grid_view import EntryGridView

_ROW_NAMES, _NARROW_ROW_NAMES = 41, 27
"""Width of the sector names, in average characters."""
_NARROWEST = 13
"""Width of an empty column, in average characters."""
_HEADER_LINES = 3


class EntryGrid(QFrame):
    """Four tables that scroll as one: values, totals of rows, totals of columns, the whole."""

    def __init__(self, project: Project, texts: Texts, theme: Theme, model: EntryTableModel) -> None:
        super().__init__()
        self._project, self._texts, self._theme = project, texts, theme
        self.model = model
        self.filter = GridFilter(texts)
        self._narrow = False
        self._delegate = EntryDelegate(theme, self)
        self.view = EntryGridView(self._delegate, self)
        self.sums = tuple(TotalsModel(texts, self) for _ in range(3))
        self._side, self._bottom, self._corner = (QTableView(self) for _ in range(3))
        self._build()
        self.take_year()

    def take_year(self) -> None:
        """Lay out the year the model shows."""
        result = self._project.results.get(self.model.year)
        self._totals = totals = year_totals(result, self.model.layout)
        rows = [str(self._name(row, Qt.Orientation.Vertical)) for row in range(self.model.rowCount())]
        columns = [str(self._name(column, Qt.Orientation.Horizontal)) for column in range(self.model.columnCount())]
        energy, emissions = self._texts.tr("Final energy [MWh]"), self._texts.tr("Emissions [t]")
        side, bottom, corner = self.sums
        groups = [number for number, row in enumerate(self.model.layout.rows) if row.is_heading]
        side.rename(rows, (energy, emissions), totals.rows, groups)
        bottom.rename((energy, emissions), columns, totals.columns)
        corner.rename((energy, emissions), (energy, emissions), totals.whole)
        self._delegate.narrow()
        self.apply_filter()
        self._fit()
        self.view.setAccessibleName(
            self._texts.tr("Values {year}: sectors by energy carriers", year=str(self.model.year))
        )
        self._name_totals()

    def refresh(self, change: Change) -> None:
        """Bring cells and totals up to a change; a column that got a value shows itself."""
        self.model.refresh(change)
        result = self._project.results.get(self.model.year)
        touched = [key for key in change.touched() if key.year == self.model.year]
        self._totals = totals = totals_after(self._totals, result, self.model.layout, touched)
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

    def key_above(self) -> EntryKey | None:
        """The entry of the next cell above the current one that can hold a value."""
        current = self.view.currentIndex()
        rows = [row for row in self.view.visible_rows() if row < current.row()]
        keys = (self.model.layout.key(self.model.year, row, current.column()) for row in reversed(rows))
        return next((key for key in keys if key is not None), None) if current.isValid() else None

    def make_narrow(self, *, narrow: bool) -> None:
        """In a narrow window the totals of the sectors leave their room to the values."""
        if narrow != self._narrow:
            self._narrow = narrow
            for view in (self._side, self._corner):
                view.setHidden(narrow)
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
        layout = QGridLayout(self)
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
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(0, 1)
        for total in views[1:]:
            total.setTabKeyNavigation(False)
            total.setItemDelegate(LinedDelegate(self._theme, total))
            total.setShowGrid(False)
            total.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
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

    def _name_totals(self) -> None:
        year = str(self.model.year)
        self._side.setAccessibleName(self._texts.tr("Totals of the sectors {year}", year=year))
        self._bottom.setAccessibleName(self._texts.tr("Totals of the energy carriers {year}", year=year))
        self._corner.setAccessibleName(self._texts.tr("Totals of the year {year}, without direct emissions", year=year))

    def _show_column(self, column: int) -> None:
        self.view.showColumn(column)
        self._bottom.showColumn(column)

    def _widen(self, column: int, key: EntryKey) -> None:
        needed = self._delegate.width(column, self.model.face(key), self.view.font())
        if needed > self.view.columnWidth(column):
            self.view.setColumnWidth(column, needed)

    def _fit(self) -> None:
        """Set all widths and heights by the font: neither names nor numbers are cut off."""
        metrics = self.fontMetrics()
        names = metrics.averageCharWidth() * (_NARROW_ROW_NAMES if self._narrow else _ROW_NAMES)
        self.view.verticalHeader().setFixedWidth(names)
        self._bottom.verticalHeader().setFixedWidth(names)
        for header in (self.view.horizontalHeader(), self._side.horizontalHeader()):
            header.setFixedHeight(metrics.lineSpacing() * _HEADER_LINES + GRID)
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
        keys = [key for key in self._project.inventory.entries if key.year == self.model.year]
        # twice: the second round knows how wide the units of each column are
        for key in (*keys, *keys):
            index = self.model.index_of(key)
            if index.isValid():
                needed = self._delegate.width(index.column(), self.model.face(key), self.view.font())
                widths[index.column()] = max(widths[index.column()], needed)
        for column, width in enumerate(widths):
            self.view.setColumnWidth(column, width)
            self._bottom.setColumnWidth(column, width)

    def _heading_width(self, metrics: QFontMetrics, column: int) -> int:
        """As wide as the longest word, and wider until the name has no more lines than the header."""
        name = str(self._name(column, Qt.Orientation.Horizontal))
        words = name.replace("-", "- ").split()
        width = max((metrics.horizontalAdvance(word) for word in words), default=0)
        while _wrapped_height(metrics, name, width) > metrics.lineSpacing() * _HEADER_LINES:
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
        for view in (self._bottom, self._corner):
            for row in range(2):
                view.setRowHeight(row, height)
            view.setFixedHeight(2 * height + extent + 2)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 50, metrics.lineSpacing() * 14)


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
