"""Adding a factor set from a file: what it says of itself, what is missing there, and which rows cannot be used."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.services import adding_factor_sets
from kbdesk.services.adding_factor_sets import FoundSet
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_WIDTH_CHARACTERS = 84
_MOST_PROBLEMS = 500


class AddFactorSetDialog(FormDialog):
    """Nothing is added before its button, and nothing while a row cannot be used."""

    added = Signal(str)
    """The set with this id is in the document now."""

    def __init__(self, parent: QWidget, context: Context, found: FoundSet) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Add a factor set"))
        self._context, self._found = context, found
        self.column.addWidget(Heading(context.theme, 1, found.path.name))
        read = found.table.factors
        self.column.addWidget(
            words(context.theme, texts.trn("{count} factor was read.", "{count} factors were read.", read), muted=False)
        )
        self.message = words(context.theme, "", muted=False)
        self.message.hide()
        if found.table.problems:
            self._show_problems()
            self.add_close_button(texts)
        else:
            self._ask()
        metrics, room = self.fontMetrics(), self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * metrics.averageCharWidth(), room.width() - 2 * metrics.height())
        self.resize(wide, self.sizeHint().height())

    @override
    def accept(self) -> None:
        context = self._context
        head = {name: line.text() for name, line in self.lines.items()} | {"gas_basis": self.gas.value}
        try:
            change = adding_factor_sets.add(context.project, self._found, head)
        except UserError as error:
            self.message.setText(context.texts.error(error))
            self.message.show()
            return
        super().accept()
        if change is not None:
            context.bus.document_changed.emit(change, None)
        self.added.emit(head["id"].strip())

    def _show_problems(self) -> None:
        texts = self._context.texts
        said = texts.tr("Nothing can be added before these rows are corrected in the file:")
        self.column.addWidget(words(self._context.theme, said, muted=False))
        self.problems = ScrollingTable(texts.tr("What to correct"), texts.tr("Copy"), wrapped=True)
        lines = adding_factor_sets.problem_lines(self._found, texts)[:_MOST_PROBLEMS]
        self.problems.rows.show_rows((texts.tr("What to correct"),), [(line,) for line in lines])
        self.problems.stretch(0)
        self.column.addWidget(self.problems, 1)

    def _ask(self) -> None:
        texts, head = self._context.texts, self._found.head
        tr = texts.tr
        labels = {
            "title": tr("&Title"),
            "edition": tr("&Edition"),
            "id": tr("&Short name"),
            "boundary": tr("&Boundary"),
            "licence": tr("&Licence"),
            "reference": tr("S&ource"),
        }
        self.lines = {name: QLineEdit(head[name]) for name in labels}
        self.lines["id"].setAccessibleDescription(tr("Small letters, digits, points and hyphens"))
        self.lines["boundary"].setPlaceholderText(tr("for example: life-cycle, or direct"))
        self.lines["reference"].setPlaceholderText(tr("who published it, and where"))
        self.gas = CalmCombo()
        self.gas.offer([(gas, gas.replace("CO2", "CO₂")) for gas in adding_factor_sets.GASES], head["gas_basis"])
        for name, line in self.lines.items():
            line.setAccessibleName(labels[name].replace("&", ""))
        self.gas.setAccessibleName(tr("Counts"))
        self.gas.setAccessibleDescription(tr("Which greenhouse gases the factors count"))
        self.lines["title"].setAccessibleDescription(tr("What the set is called where it is chosen"))
        self.lines["edition"].setAccessibleDescription(tr("Year or version of the publication"))
        self.lines["licence"].setAccessibleDescription(tr("On which terms the factors may be used"))
        fields: list[tuple[str, QWidget]] = [(labels[name], line) for name, line in self.lines.items()]
        fields.insert(3, (tr("Cou&nts"), self.gas))
        self.add_fields(*fields)
        hint = tr(
            "A set whose short name begins with “bisko-” is an edition of BISKO: ambient heat follows electricity "
            "(÷ 3.2) unless the file has it, and the municipal fleet is not added to transport."
        )
        self.column.addWidget(words(self._context.theme, hint))
        self.column.addWidget(self.message)
        self.add_buttons(texts, tr("&Add factor set"))
