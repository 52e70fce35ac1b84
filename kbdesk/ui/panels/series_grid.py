"""The grid of an energy carrier: sectors by years, to catch up on years and to see what stands out."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_layout import carriers_in_order
from kbdesk.ui.item_models.entry_layout import series_layout
from kbdesk.ui.panels.grid_panel import GridPanel
from kbdesk.ui.widgets.calm_combo import CalmCombo

_FIRST = "electricity"


class SeriesGridPanel(GridPanel):
    """Shows every year the document knows, and the window's."""

    id = "years"
    icon = "calendar-range"

    def __init__(self, context: Context, run: Run) -> None:
        self._context = context
        self.carrier = _FIRST
        self._asked_years: set[int] = {context.year}
        super().__init__(context, run)
        tr = context.texts.tr
        self.chooser = CalmCombo()
        self._label = QLabel(tr("Energy &carrier"))
        self._label.setBuddy(self.chooser)
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.chooser.setAccessibleName(tr("Energy carrier"))
        self.chooser.setAccessibleDescription(tr("The carrier whose values are shown for all years"))
        self.filter.setPlaceholderText(tr("Filter sectors and years"))
        self.filter.setAccessibleName(tr("Filter sectors and years"))
        self.filter.setAccessibleDescription(tr("Shows only what has the words typed"))
        self._arrange()
        self.chooser.activated.connect(self._choose)
        self._offer()
        self._name()
        self._begin()
        self._go_to_year(context.year)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("All yea&rs")

    @override
    def show_year(self, year: int) -> None:
        self.save_pending()
        self.year = year
        self._asked_years.add(year)
        if year not in self.model.layout.years:
            self.lay_out()
        self._go_to_year(year)

    @override
    def show_target(self, key: EntryKey) -> bool:
        codebook = self.context.project.reference.codebook
        if key.carrier not in carriers_in_order(codebook, ()) or key.sector not in codebook.sectors:
            return False
        self._asked_years.add(key.year)
        if key.carrier != self.carrier or key.year not in self.model.layout.years:
            self.save_pending()
            self.carrier = key.carrier
            self.lay_out()
        return super().show_target(key)

    @override
    def nothing_open(self) -> str:
        texts = self.context.texts
        return texts.tr("Nothing is open in the years of {carrier}.", carrier=texts.carrier(self.carrier))

    @override
    def lay_out(self) -> None:
        super().lay_out()
        self._offer()

    @override
    def _layout_of(self, year: int) -> EntryLayout:
        project = self._context.project
        based = {known for known, _ in project.inventory.base_data}
        years = {*project.inventory.years, *based, *self._asked_years}
        return series_layout(project.reference.codebook, self.carrier, years)

    @override
    def _moved(self, key: EntryKey) -> EntryKey:
        return key._replace(carrier=self.carrier)

    @override
    def _tools(self) -> Sequence[QWidget]:
        return (self._label, self.chooser)

    @override
    def _name(self) -> None:
        texts = self.context.texts
        self.heading.setText(texts.tr("Data entry: {carrier}", carrier=texts.carrier(self.carrier)))

    def _offer(self) -> None:
        """Offer the carriers in use first."""
        project, texts = self.context.project, self.context.texts
        used = {key.carrier for key in project.inventory.entries}
        ordered = carriers_in_order(project.reference.codebook, used)
        self.chooser.offer([(carrier, texts.carrier(carrier)) for carrier in ordered], self.carrier)

    def _choose(self) -> None:
        self.save_pending()
        self.carrier = self.chooser.value
        self.lay_out()

    def _go_to_year(self, year: int) -> None:
        """Put the cursor into the column of the year, in the same row."""
        current = self.grid.view.currentIndex()
        if year in self.model.layout.years and current.isValid():
            self.grid.view.select_only(current.siblingAtColumn(self.model.layout.years.index(year)))
