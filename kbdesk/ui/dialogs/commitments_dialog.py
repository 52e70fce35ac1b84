"""Which commitments are held, and the municipality's own targets; each change is saved at once."""

from functools import partial

from PySide6.QtWidgets import QCheckBox
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.targets import Target
from kbdesk.models.targets import is_held
from kbdesk.services import targets
from kbdesk.texts.marking import mark
from kbdesk.texts.target_texts import sector_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.widgets.calm_combo import CalmCombo
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import paint
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scroll_page import ScrollPage

_WIDTH_CHARACTERS = 84
_KINDS = {
    "total": (mark("Reduction of total emissions [%]"), Basis.TOTAL, CommitmentKind.REDUCTION),
    "per_inhabitant": (
        mark("Reduction of emissions per inhabitant [%]"),
        Basis.PER_INHABITANT,
        CommitmentKind.REDUCTION,
    ),
    "level": (mark("Level [t per inhabitant and year]"), Basis.PER_INHABITANT, CommitmentKind.LEVEL),
}


class CommitmentsDialog(FormDialog):
    """Check boxes for the commitments of the list, a line for each own target, and fields for another one."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        texts = context.texts
        super().__init__(parent, texts.tr("Commitments and targets"))
        self._context, self._texts = context, texts
        self.boxes: dict[str, QCheckBox] = {}
        self.own = QVBoxLayout()
        self.own.setSpacing(SMALL)
        self.kind = CalmCombo()
        self.kind.offer([(id_, texts.tr(words_)) for id_, (words_, _, _) in _KINDS.items()], "total")
        self.sector = CalmCombo()
        self.sector.offer(targets.offered_sectors(context.project, texts), "")
        self.name, self.value, self.target_year = QLineEdit(), QLineEdit(), QLineEdit()
        self.base_year, self.source = QLineEdit(), QLineEdit()
        self.message = words(context.theme, "", muted=False)
        self.add_button = QPushButton(context.theme.icon("plus"), texts.tr("&Add target"))
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._add)
        self._arrange()
        self._close = next(button for button in self.findChildren(QPushButton) if button.isDefault())
        for field in self._typed_fields:
            field.textChanged.connect(self._choose_default)
        self._show_own()

    @property
    def _typed_fields(self) -> tuple[QLineEdit, ...]:
        return self.name, self.value, self.target_year, self.base_year, self.source

    def _choose_default(self) -> None:
        """Enter adds the target that is being typed; it would else close the dialog and lose it."""
        typed = any(field.text().strip() for field in self._typed_fields)
        (self.add_button if typed else self._close).setDefault(True)

    def _arrange(self) -> None:
        texts, theme, project = self._texts, self._context.theme, self._context.project
        whole, page = self.column, ScrollPage()
        self.column = page.column
        self.column.addWidget(Heading(theme, 2, texts.tr("Commitments of networks")))
        boxes = QVBoxLayout()
        boxes.setSpacing(SMALL)
        for commitment in project.reference.commitments:
            box = QCheckBox(texts.tr(commitment.name).replace("&", "&&"))
            box.setChecked(is_held(commitment, project.inventory.answers))
            box.setToolTip(texts.tr(commitment.wording))
            box.setAccessibleDescription(texts.tr(commitment.wording))
            box.toggled.connect(partial(self._hold, commitment.id))
            self.boxes[commitment.id] = box
            boxes.addWidget(box)
        self.column.addLayout(boxes)
        self.column.addWidget(Heading(theme, 2, texts.tr("Own targets")))
        self.column.addLayout(self.own)
        tr = texts.tr
        self.add_fields(
            (tr("&Name"), self.name),
            (tr("&Kind"), self.kind),
            (tr("S&ector"), self.sector),
            (tr("&Value"), self.value),
            (tr("&By the year"), self.target_year),
            (tr("Ba&se year"), self.base_year),
            (tr("&Resolution"), self.source),
        )
        self.name.setPlaceholderText(tr("For example: Climate neutral 2040"))
        self.base_year.setPlaceholderText(tr("Empty: {year}", year=str(project.municipality.base_year)))
        self.source.setPlaceholderText(tr("For example: council resolution of 1 July 2021"))
        self.sector.setAccessibleDescription(tr("The part of the emissions the target is about"))
        self.kind.setAccessibleDescription(tr("What is reduced, or which level has to be reached"))
        self.value.setAccessibleDescription(tr("A number, per cent or tonnes as the kind says"))
        self.target_year.setAccessibleDescription(tr("The year in which the target has to be reached"))
        for field in (self.value, self.target_year, self.base_year):
            field.setMaximumWidth(self.fontMetrics().averageCharWidth() * 24)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.message, 1)
        row.addWidget(self.add_button)
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.column = whole
        self.column.addWidget(page, 1)
        self.add_close_button(texts)
        room = self.screen().availableSize()
        wide = min(_WIDTH_CHARACTERS * self.fontMetrics().averageCharWidth(), room.width() - 2 * GRID)
        needed = page.column.sizeHint().height() + 8 * self.fontMetrics().height()
        self.resize(wide, min(needed, room.height() - 4 * self.fontMetrics().height()))

    def _show_own(self) -> None:
        while self.own.count():
            widget = self.own.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        found = self._context.project.inventory.targets.values()
        for target in found:
            self.own.addWidget(self._line(target))
        if not found:
            self.own.addWidget(words(self._context.theme, self._texts.tr("There is no own target yet.")))

    def _line(self, target: Target) -> QWidget:
        texts, line = self._texts, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        label = QLabel(target_words(target, texts))
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        delete = QPushButton(self._context.theme.icon("x"), texts.tr("Delete"))
        delete.setAutoDefault(False)
        delete.setAccessibleName(texts.tr("Delete {name}", name=target.name))
        delete.clicked.connect(partial(self._remove, target.id))
        row.addWidget(label, 1)
        row.addWidget(delete)
        return line

    def _hold(self, commitment_id: str, wanted: bool) -> None:  # noqa: FBT001 - Qt's signature
        project = self._context.project
        self._context.run(lambda: targets.hold(project, commitment_id, wanted=wanted), None)

    def _add(self) -> None:
        _, basis, kind = _KINDS[self.kind.value]
        typed = targets.TypedTarget(
            name=self.name.text(),
            basis=basis,
            kind=kind,
            value=self.value.text(),
            base_year=self.base_year.text(),
            target_year=self.target_year.text(),
            source=self.source.text(),
            sector=self.sector.value,
        )
        mark_ = self._texts.numbers.decimal_mark
        if self._run(typed, mark_):
            for field in self._typed_fields:
                field.clear()
            self.sector.offer(targets.offered_sectors(self._context.project, self._texts), "")
            self._show_own()
            self.name.setFocus()

    def _run(self, typed: targets.TypedTarget, mark_: str) -> bool:
        """Say what is wrong beside the fields: the message bar is behind the dialog."""
        made: list[Change | None] = []
        project, theme = self._context.project, self._context.theme
        try:
            made.append(targets.add(project, typed, mark_))
        except UserError as error:
            self.message.setText(self._texts.error(error))
            paint(self.message, theme.error)
            return False
        self.message.setText("")
        return self._context.run(lambda: made[0], None)

    def _remove(self, target_id: str) -> None:
        project = self._context.project
        if self._context.run(lambda: targets.remove(project, target_id), None):
            self._show_own()


def target_words(target: Target, texts: Texts) -> str:
    """A target in one line."""
    numbers = texts.numbers
    if target.kind is CommitmentKind.LEVEL:
        size = texts.tr("{value} t per inhabitant", value=numbers.plain(target.value))
    elif target.sector and target.basis is Basis.TOTAL:
        size = texts.tr("{percent} of its emissions", percent=numbers.percent(-target.value, 0, signed=True))
    elif target.basis is Basis.TOTAL:
        size = texts.tr("{percent} of total emissions", percent=numbers.percent(-target.value, 0, signed=True))
    else:
        size = texts.tr("{percent} per inhabitant", percent=numbers.percent(-target.value, 0, signed=True))
    about = sector_name(target.sector, texts) if target.sector else ""
    by = texts.tr("by {year}", year=str(target.target_year)) if target.target_year else ""
    since = texts.tr("against {year}", year=str(target.base_year)) if target.base_year else ""
    return " · ".join(
        part for part in (target.name, about, " ".join(p for p in (size, by, since) if p), target.source) if part
    )
