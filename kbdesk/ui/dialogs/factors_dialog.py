"""The factors of one set for the municipality's country, by energy carrier and year."""

from PySide6.QtWidgets import QWidget

from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorSet
from kbdesk.models.factors import FactorStatus
from kbdesk.services.factor_sets import factor_lines
from kbdesk.services.factor_sets import years_to_show
from kbdesk.texts.countries import country_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 130
_LINES = 30
_DIGITS = 5


class FactorsDialog(FormDialog):
    """Reads only; what is taken from another year is marked."""

    def __init__(self, parent: QWidget, context: Context, shown: FactorSet) -> None:
        texts, project = context.texts, context.project
        super().__init__(parent, texts.tr("Factors of a set"))
        self.column.addWidget(Heading(context.theme, 1, f"{shown.title}, {shown.edition}"))
        country = country_name(texts, project.municipality.country)
        said = texts.tr(
            "t {gas} per MWh in {country}. Marked ≈: provisional, the set has no value of this year and the nearest "
            "year's is used.",
            gas=shown.gas_basis.replace("CO2", "CO₂"),
            country=country,
        )
        self.column.addWidget(words(context.theme, said))
        years = years_to_show(project)
        self.table = ScrollingTable(texts.tr("Factors"), texts.tr("Copy"))
        lines = factor_lines(project, shown.id, years)
        self.table.rows.show_rows(
            (texts.tr("Energy carrier"), *map(str, years), texts.tr("Source")),
            [
                (texts.carrier(line.carrier), *(_shown(f, texts) for f in line.factors), _source(line.factors))
                for line in lines
            ],
            range(1, len(years) + 1),
        )
        self.column.addWidget(self.table, 1)
        self.add_close_button(texts)
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, min(_LINES * metrics.height(), room.height() - 4 * metrics.height()))


def _shown(factor: Factor, texts: Texts) -> str:
    if factor.t_per_mwh is None:
        return "–"
    zero = factor.t_per_mwh == 0
    value = texts.numbers.integer(0) if zero else texts.numbers.significant(factor.t_per_mwh, _DIGITS)
    return f"≈ {value}" if factor.status is FactorStatus.PROVISIONAL else value


def _source(factors: tuple[Factor, ...]) -> str:
    return "; ".join(dict.fromkeys(factor.source for factor in factors if factor.source))
