"""The grid of a year: sectors by energy carriers."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.inventory import EntryKey
from kbdesk.ui.context import Context
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_layout import EntryLayout
from kbdesk.ui.item_models.entry_layout import year_layout
from kbdesk.ui.item_models.year_share import share_text
from kbdesk.ui.panels.grid_panel import GridPanel


class YearGridPanel(GridPanel):
    """Follows the window's year."""

    id = "year"
    icon = "table-2"

    def __init__(self, context: Context, run: Run) -> None:
        super().__init__(context, run)
        tr = context.texts.tr
        self.all_carriers = QCheckBox(tr("Show all &carriers"))
        self.filter.setPlaceholderText(tr("Filter sectors and carriers"))
        self.filter.setAccessibleName(tr("Filter sectors and carriers"))
        self.filter.setAccessibleDescription(tr("Shows only what has the words typed"))
        self._arrange()
        self.all_carriers.toggled.connect(self._show_carriers)
        self._name()
        self._show_share()
        self._begin()

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("One ye&ar")

    @override
    def show_year(self, year: int) -> None:
        if year != self.year:
            self.save_pending()
            self.year = year
            self.lay_out()

    @override
    def show_target(self, key: EntryKey) -> bool:
        self.show_year(key.year)
        return super().show_target(key)

    @override
    def _layout_of(self, year: int) -> EntryLayout:
        project = self.context.project
        return year_layout(project.reference.codebook, year, {key.carrier for key in project.inventory.entries})

    @override
    def _moved(self, key: EntryKey) -> EntryKey:
        return key._replace(year=self.year)

    @override
    def _tools_behind(self) -> Sequence[QWidget]:
        return (self.all_carriers,)

    @override
    def _name(self) -> None:
        self.heading.setText(self.context.texts.tr("Data entry {year}", year=str(self.year)))

    @override
    def _show_share(self) -> None:
        result = self.context.project.results.get(self.year)
        self.share.setText(share_text(result, self.context.texts) if result else "")

    def _show_carriers(self) -> None:
        self.grid.filter.all_carriers = self.all_carriers.isChecked()
        self._filter()
