"""What another factor set is and would change, before it is taken."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QTabWidget
from PySide6.QtWidgets import QWidget

from kbdesk.models.calculation import Total
from kbdesk.services import breaks
from kbdesk.services.factor_sets import FactorSetPreview
from kbdesk.services.factor_sets import Shift
from kbdesk.texts.boundary_names import boundary_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 92
_LINES = 30
_NUMBERS = (1, 2, 3, 4)


class FactorSetDialog(FormDialog):
    """Emissions before and after, by year and by sector; its button takes the set."""

    def __init__(self, parent: QWidget, context: Context, found: FactorSetPreview) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Change the factor set"))
        self._texts = texts
        theme, tr, chosen = context.theme, texts.tr, found.factor_set
        self.column.addWidget(Heading(theme, 1, f"{chosen.title}, {chosen.edition}"))
        facts = tr(
            "Counts {gas}, {boundary}. Source: {reference}. Licence: {licence}.",
            gas=chosen.gas_basis.replace("CO2", "CO₂"),
            boundary=boundary_name(chosen.boundary, texts),
            reference=chosen.reference,
            licence=chosen.licence,
        )
        self.column.addWidget(words(theme, facts))
        said = tr(
            "All years are computed anew, so that they can be compared with each other. What was submitted stays as it "
            "was sent; results published earlier no longer fit the new ones."
        )
        self.column.addWidget(words(theme, said, muted=False))
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Years and sectors"))
        self.years = self._table(tr("Year"), found.years)
        self.tabs.addTab(self.years, tr("By year"))
        if found.sector_year is not None:
            named = [shift._replace(name=texts.sector(shift.name)) for shift in found.sectors]
            self.sectors = self._table(tr("Sector"), named)
            self.tabs.addTab(self.sectors, tr("By sector, {year}", year=str(found.sector_year)))
        self.column.addWidget(self.tabs, 1)
        self._break_year = breaks.factor_break_year(context.project)
        self.mark_break = QCheckBox(tr("&Mark this as a break in {year}", year=str(self._break_year)))
        self.mark_break.setAccessibleDescription(
            tr("Charts, report and submission then say that the factor set changed; it stands in the base data")
        )
        self.mark_break.setChecked(breaks.breaks_with_other_factors(context.project))
        self.mark_break.setVisible(self._break_year is not None)
        self.column.addWidget(self.mark_break)
        self.add_buttons(texts, tr("Use this factor set"))
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))

    @property
    def break_year(self) -> int | None:
        """The year at which the change is to be marked as a break; ``None`` where it is not."""
        return self._break_year if self.mark_break.isChecked() else None

    def _table(self, first: str, shifts: Iterable[Shift]) -> ScrollingTable:
        tr = self._texts.tr
        table = ScrollingTable(tr("Emissions before and after"), tr("Copy"))
        header = (first, tr("Now [t]"), tr("Then [t]"), tr("Difference [t]"), tr("Difference"))
        table.rows.show_rows(header, [_row(shift, self._texts) for shift in shifts], _NUMBERS)
        table.stretch(0)
        return table


def _row(shift: Shift, texts: Texts) -> tuple[str, ...]:
    numbers, change = texts.numbers, shift.change_t
    share = change / shift.before.value if change is not None and shift.before.value else None
    difference = "–" if change is None else f"{'+' if change > 0 else ''}{numbers.integer(change)}"
    return (
        shift.name,
        _shown(shift.before, texts),
        _shown(shift.after, texts),
        difference,
        numbers.percent(share, 1, signed=True),
    )


def _shown(total: Total, texts: Texts) -> str:
    number = texts.numbers.integer(total.value)
    return f"≥ {number}" if total.missing and total.value is not None else number
