"""The first page of the guide: the year, and how many people live in the municipality."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import Indicator
from kbdesk.models.municipalities import KnownMunicipality
from kbdesk.services import base_data
from kbdesk.services.data_entry import EARLIEST_YEAR
from kbdesk.services.guiding import INHABITANTS
from kbdesk.ui.context import Context
from kbdesk.ui.forms.guide_page import GuidePage
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.saving_line import SavingLine

_CHARACTERS = 20


class InhabitantsPage(GuidePage):
    """Asks for the inhabitants, and offers the number of the shipped list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, INHABITANTS)
        self.years = CalmCombo()
        self.line = SavingLine(context.theme, self._save)
        self.source = words(context.theme, "")
        self.offer = QPushButton()
        self.offer.setAutoDefault(True)
        self._known: KnownMunicipality | None = None
        self._looked_up = False
        self._arrange()
        self.years.activated.connect(self._choose_year)
        self.offer.clicked.connect(self._take)
        self.enter_key.watch(self.line)
        self.refresh(None)

    @property
    @override
    def first_field(self) -> QWidget:
        return self.line

    @property
    @override
    def tab_order(self) -> tuple[QWidget, ...]:
        return self.years, self.line, self.offer

    @override
    def refresh(self, change: Change | None) -> None:
        texts, project = self.context.texts, self.context.project
        year = str(self.year)
        self.heading.setText(texts.tr("Inhabitants of {year}", year=year))
        self.line.setAccessibleName(texts.tr("Inhabitants of {year}", year=year))
        datum = project.inventory.base_data.get((self.year, Indicator.POPULATION))
        show = self.line.start_with if change is None else self.line.show_text
        show("" if datum is None else texts.numbers.plain(datum.value))
        self.source.setText(datum.source if datum else "")
        last = max(project.today().year - 1, self.year)
        years = [(str(each), str(each)) for each in range(last, EARLIEST_YEAR - 1, -1)]
        self.years.offer(years, year)
        self._show_offer(missing=datum is None)

    @override
    def save_pending(self) -> None:
        self.line.save_pending()

    @override
    def hold_back(self) -> bool:
        """A number that could not be read stays; where nothing is typed the offered one is pointed at, once."""
        if self.line.is_refused:
            self.line.setFocus()
            return True
        if self.line.text() or self.offer.isHidden() or self.offer.hasFocus():
            return False
        self.offer.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _arrange(self) -> None:
        tr = self.context.texts.tr
        self.text.setText(
            tr("Values per inhabitant need this number. The register's figure of 31 December is the usual one.")
        )
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setFont(self.context.theme.numerals(self.line.font()))
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * _CHARACTERS + 2 * GRID)
        self.line.setAccessibleDescription(tr("A whole number of people"))
        self.years.setMinimumContentsLength(6)
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(2, 1)
        for row, (text, field) in enumerate(
            ((tr("Year of this &inventory"), self.years), (tr("Inhabi&tants"), self.line))
        ):
            label = QLabel(text)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.source, 2, 1, 1, 2)
        grid.addWidget(self.offer, 3, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self.years.setAccessibleName(tr("Year of this inventory"))
        self.years.setAccessibleDescription(tr("The values typed in the guide are of this year"))
        self.column.addLayout(grid)
        self.column.addStretch(1)

    def _show_offer(self, *, missing: bool) -> None:
        """The list is read only where it is needed: it is large."""
        if missing and not self._looked_up:
            self._looked_up = True
            own = self.context.project.municipality
            if own.code:
                self._known = self.context.project.reference.municipalities.find(own.country, own.code)
        known, texts = self._known, self.context.texts
        wanted = missing and known is not None and known.population is not None
        if wanted and known is not None:
            number = texts.numbers.integer(known.population)
            self.offer.setText(
                texts.tr("Take {number} (official list, {year})", number=number, year=str(known.population_year))
            )
        self.offer.setVisible(wanted)

    def _take(self) -> None:
        known = self._known
        if known is None or known.population is None:
            return
        source = self.context.texts.tr(
            "List of European municipalities (Eurostat LAU {year})", year=str(known.population_year)
        )
        if self._record(str(known.population), source):
            self.next_wanted.emit()

    def _save(self, text: str) -> bool:
        return self._record(text, None)

    def _record(self, text: str, source: str | None) -> bool:
        project, mark = self.context.project, self.context.texts.numbers.decimal_mark
        return self.context.run(
            lambda: base_data.record_base_datum(project, self.year, Indicator.POPULATION, text, mark, source), self
        )

    def _choose_year(self) -> None:
        self.save_pending()
        self.context.bus.year_chosen.emit(int(self.years.value))
