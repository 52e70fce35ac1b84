"""The page for a new document: which municipality, which rules, who works here, where to store it."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSpinBox
from PySide6.QtWidgets import QWidget

from kbdesk.models.inventory import Municipality
from kbdesk.models.municipalities import KnownMunicipality
from kbdesk.services.desk import EARLIEST_BASE_YEAR
from kbdesk.services.desk import Desk
from kbdesk.services.desk import national_language
from kbdesk.texts.countries import country_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.forms.municipality_search import MunicipalitySearch
from kbdesk.ui.new_document import NewDocument
from kbdesk.ui.new_document import proposed_path
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import TEXT_WIDTH
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import Page
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words

_WIDTH = 760
_SHORT = 12
_LONG = 48


class NewDocumentForm(Page):
    """Everything on one page; the button at its end makes the document."""

    confirmed = Signal(object)
    """``NewDocument``: everything needed is there."""
    cancelled = Signal()

    def __init__(self, desk: Desk, texts: Texts, theme: Theme, files: FileDialogs, folder: Path) -> None:
        super().__init__(_WIDTH)
        self._desk = desk
        self._texts = texts
        self._theme = theme
        self._files = files
        self._folder = folder
        self._known: KnownMunicipality | None = None
        self._path_chosen = False
        settings = desk.settings.load()
        self.search = MunicipalitySearch(desk.reference, texts, theme)
        self.name = QLineEdit()
        self.country = QComboBox()
        self.code = QLineEdit()
        self.base_year = QSpinBox()
        self.factor_set = QComboBox()
        self.who = QLineEdit(settings.name)
        self.office = QLineEdit(settings.office)
        self.path = QLineEdit()
        self.problem = QLabel()
        self._fill_choices()
        self._lay_out()
        self._connect()
        QTimer.singleShot(0, self.search, self.search.warm_up)

    def entered(self) -> NewDocument | None:
        """What the page says; ``None`` (with a sentence on the page) where something is missing."""
        tr = self._texts.tr
        if not self.name.text().strip():
            typed_in = self._by_hand.isVisibleTo(self)
            self._complain(
                self.name if typed_in else self.search,
                tr("Which municipality? Type a few letters of its name and choose it from the list."),
            )
            return None
        if not self.path.text().strip():
            self._complain(self.path, tr("Where should the document be stored? Choose a folder and a file name."))
            return None
        self.problem.hide()
        country = self.country.currentData()
        municipality = Municipality(
            country=country,
            name=self.name.text().strip(),
            code=self.code.text().strip(),
            base_year=self.base_year.value(),
            factor_set=self.factor_set.currentData(),
            language=national_language(country),
        )
        return NewDocument(Path(self.path.text().strip()), municipality, self._known)

    def remember_who(self) -> None:
        """Keep who works here for the next document."""
        settings = self._desk.settings.load()
        settings.name, settings.office = self.who.text().strip(), self.office.text().strip()
        self._desk.settings.save(settings)

    def show_problem(self, sentence: str) -> None:
        """Say what keeps the document from being made."""
        self.problem.setText(sentence)
        self.problem.show()
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.problem))

    def choose(self, found: KnownMunicipality) -> None:
        """Take a municipality of the list."""
        self._known = found
        self.name.setText(found.name)
        self.code.setText(found.code)
        self.country.setCurrentIndex(self.country.findData(found.country))
        self._country_changed()
        self.search.hide()
        self._by_hand.hide()
        self._chosen_line.setText(self.search.line_of(found))
        self._chosen.show()
        self._hand_button.hide()
        self.problem.hide()
        self._propose_path()
        self.base_year.setFocus()

    def _complain(self, field: QWidget, sentence: str) -> None:
        self.show_problem(sentence)
        field.setFocus()

    def _fill_choices(self) -> None:
        index = self._desk.reference.municipalities
        names = {code: country_name(self._texts, code) for code in index.countries}
        for code, name in sorted(names.items(), key=lambda item: item[1]):
            self.country.addItem(name, code)
        self.country.setCurrentIndex(max(0, self.country.findData("DE")))
        self.base_year.setRange(EARLIEST_BASE_YEAR, self._desk.today().year)
        self.base_year.setValue(EARLIEST_BASE_YEAR)
        self._describe()
        factors = self._desk.reference.factors
        for set_id in factors.ids:
            self.factor_set.addItem(factors.title(set_id), set_id)
        self.factor_set.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._country_changed()

    def _describe(self) -> None:
        tr = self._texts.tr
        for field, what in (
            (self.name, tr("What the municipality is called")),
            (self.country, tr("Proposes the factor set")),
            (self.code, tr("As in the official statistics")),
            (self.base_year, tr("Reductions are counted from this year")),
            (self.factor_set, tr("All years are computed with it")),
            (self.who, tr("Is kept with what you enter and stands in submissions")),
            (self.office, tr("Stands in submissions")),
            (self.path, tr("Folder and name of the document")),
        ):
            field.setAccessibleDescription(what)

    def _lay_out(self) -> None:
        tr, theme, column = self._texts.tr, self._theme, self.column
        column.addWidget(Heading(theme, 1, tr("New municipality")))
        column.addSpacing(GRID)
        column.addWidget(Heading(theme, 2, tr("Find your municipality")))
        column.addWidget(words(theme, tr("Type a few letters. Name, code, country and inhabitants are filled in.")))
        column.addWidget(self.search)
        column.addWidget(self._chosen_row())
        self._hand_button = QPushButton(tr("It is not in the list"))
        self._hand_button.clicked.connect(self._type_by_hand)
        column.addLayout(_left(self._hand_button))
        column.addWidget(self._hand_rows())
        self._group(
            tr("How it is accounted"), ((tr("&Base year"), self.base_year), (tr("Factor &set"), self.factor_set))
        )
        self._group(tr("Who works here"), ((tr("Your na&me"), self.who), (tr("&Office"), self.office)))
        self._group(tr("Where it is stored"), ((tr("F&ile"), self._path_row()),), {tr("F&ile"): self.path})
        column.addSpacing(GRID)
        self.problem.setWordWrap(True)
        paint(self.problem, theme.error)
        self.problem.hide()
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def _group(
        self, title: str, rows: tuple[tuple[str, QWidget], ...], buddies: dict[str, QWidget] | None = None
    ) -> None:
        self.column.addSpacing(GAP - GRID)
        self.column.addWidget(Heading(self._theme, 2, title))
        self.column.addWidget(self._form(rows, buddies or {}))

    def _form(self, rows: tuple[tuple[str, QWidget], ...], buddies: dict[str, QWidget]) -> QWidget:
        holder = QWidget()
        form = QFormLayout(holder)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GRID)
        grows = QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow if buddies else None
        form.setFieldGrowthPolicy(grows or QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        label_width = self.fontMetrics().averageCharWidth() * _SHORT * 2
        for text, field in rows:
            label = QLabel(text)
            label.setMinimumWidth(label_width)
            named = buddies.get(text, field)
            label.setBuddy(named)
            # The label names only its own siblings; a field in a row of its own would have no name.
            named.setAccessibleName(text.replace("&", ""))
            form.addRow(label, field)
        return holder

    def _chosen_row(self) -> QWidget:
        self._chosen = QWidget()
        self._chosen_line = QLabel()
        self._chosen_line.setWordWrap(True)
        change = QPushButton(self._texts.tr("Choose another"))
        change.clicked.connect(self._search_again)
        mark = QLabel()
        side = self.fontMetrics().height()
        mark.setPixmap(self._theme.icon("circle-check", self._theme.ok).pixmap(side, side))
        row = QHBoxLayout(self._chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(mark)
        row.addWidget(self._chosen_line, 1)
        row.addWidget(change)
        self._chosen.hide()
        return self._chosen

    def _hand_rows(self) -> QWidget:
        tr = self._texts.tr
        rows = ((tr("&Name"), self.name), (tr("&Country"), self.country), (tr("Official &code (optional)"), self.code))
        self._by_hand = self._form(rows, {})
        self._by_hand.hide()
        return self._by_hand

    def _path_row(self) -> QWidget:
        holder = QWidget()
        choose = QPushButton(self._texts.tr("Choose…"))
        choose.clicked.connect(self._choose_path)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.path, 1)
        row.addWidget(choose)
        return holder

    def _buttons(self) -> QHBoxLayout:
        back = QPushButton(self._texts.tr("Back"))
        back.clicked.connect(self.cancelled)
        self.create_button = create = QPushButton(self._texts.tr("Create document"))
        create.setAutoDefault(True)
        create.clicked.connect(self._confirm)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(create)
        return row

    def _connect(self) -> None:
        long = min(TEXT_WIDTH, self.fontMetrics().averageCharWidth() * _LONG)
        for field in (self.name, self.who, self.office, self.factor_set, self.path):
            field.setMinimumWidth(long)
        self.search.municipality_chosen.connect(self.choose)
        self.country.activated.connect(self._country_changed)
        self.name.textEdited.connect(self._typed_name)
        self.path.textEdited.connect(self._typed_path)

    def _country_changed(self) -> None:
        default = self._desk.reference.factors.default_for(self.country.currentData())
        self.factor_set.setCurrentIndex(self.factor_set.findData(default))

    def _type_by_hand(self) -> None:
        self._known = None
        self.search.hide()
        self._hand_button.hide()
        self._by_hand.show()
        self.name.setFocus()

    def _search_again(self) -> None:
        self._known = None
        self.name.clear()
        self.code.clear()
        self._chosen.hide()
        self.search.show()
        self._hand_button.show()
        self.search.field.selectAll()
        self.search.setFocus()

    def _typed_name(self) -> None:
        self.problem.hide()
        self._propose_path()

    def _typed_path(self) -> None:
        self._path_chosen = True

    def _propose_path(self) -> None:
        if not self._path_chosen:
            self.path.setText(str(proposed_path(self._folder, self.name.text())))

    def _choose_path(self) -> None:
        proposed = Path(self.path.text() or proposed_path(self._folder, self.name.text()))
        chosen = self._files.document_to_make(self, self._texts, proposed)
        if chosen is not None:
            self._path_chosen = True
            self.path.setText(str(chosen))

    def _confirm(self) -> None:
        new = self.entered()
        if new is not None:
            self.confirmed.emit(new)


def _left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row
