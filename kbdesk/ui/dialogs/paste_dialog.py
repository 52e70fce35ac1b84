"""What pasting a block would do, before anything is written."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QButtonGroup
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QRadioButton
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.numbers import COMMA
from kbdesk.models.numbers import POINT
from kbdesk.models.numbers import read_number
from kbdesk.services.block_headings import Axis
from kbdesk.services.block_headings import Headings
from kbdesk.services.block_reading import BlockReading
from kbdesk.services.block_reading import CellState
from kbdesk.services.block_reading import PastedCell
from kbdesk.texts.entry_texts import NOTATION
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.item_models.entry_texts import typed_text
from kbdesk.ui.theme import MARGIN
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_SIZE = (920, 620)
_STATES = {
    CellState.NOWHERE: (mark("has no place"), "circle-x", Meaning.ERROR),
    CellState.NOT_UNDERSTOOD: (mark("no number: kept as text"), "circle-alert", Meaning.WARNING),
    CellState.CHANGED: (mark("changed"), "pencil", Meaning.ACCENT),
    CellState.NEW: (mark("new"), "plus", Meaning.OK),
    CellState.SAME: (mark("same"), "equal", None),
}
"""In the order in which they are listed: what to look at first."""
_AXES = {Axis.SECTOR: mark("sectors"), Axis.CARRIER: mark("energy carriers"), Axis.YEAR: mark("years")}
_NAMED = 4
"""So many unknown names are told one by one."""


class PasteDialog(FormDialog):
    """How the block was understood cell by cell; the decimal mark is changed with one click."""

    confirmed = Signal(object)
    """The ``BlockReading`` to record."""

    def __init__(
        self, parent: QWidget, context: Context, reading: BlockReading, read_with: Callable[[str], BlockReading]
    ) -> None:
        texts, theme = context.texts, context.theme
        super().__init__(parent, texts.tr("Paste"))
        self._context, self._texts, self._reading, self._read_with = context, texts, reading, read_with
        self.resize(*_SIZE)
        tr = texts.tr
        self.summary = Heading(theme, 2, "")
        self.summary.setWordWrap(True)
        self.column.addWidget(self.summary)
        for line in _recognised(reading, texts):
            self.column.addWidget(words(theme, line, muted=False))
        self.comma, self.point = QRadioButton(tr("Co&mma")), QRadioButton(tr("&Point"))
        if reading.decision.sample:
            self.column.addLayout(self._marks())
        self.table = ScrollingTable(tr("Cells of the block"), tr("Copy"))
        self.table.stretch(1)
        self.column.addWidget(self.table, 1)
        self.add_buttons(texts, tr("Paste"))
        self._show(reading)

    @override
    def accept(self) -> None:
        self.confirmed.emit(self._reading)
        super().accept()

    def _marks(self) -> QHBoxLayout:
        texts, sample = self._texts, self._reading.decision.sample
        row, group = QHBoxLayout(), QButtonGroup(self)
        row.setSpacing(MARGIN)
        row.addWidget(words(self._context.theme, texts.tr("Decimal mark:"), muted=False))
        for button, each, name in (
            (self.comma, COMMA, texts.tr("Co&mma")),
            (self.point, POINT, texts.tr("&Point")),
        ):
            value = read_number(sample, each).value
            means = texts.numbers.plain(value) if value is not None else "–"
            button.setText(texts.tr("{mark}: “{text}” is {number}", mark=name, text=sample, number=means))
            button.setChecked(self._reading.decision.mark == each)
            group.addButton(button)
            row.addWidget(button)
            button.toggled.connect(lambda on, each=each: self._choose(each) if on else None)
        row.addStretch(1)
        return row

    def _choose(self, chosen: str) -> None:
        self._show(self._read_with(chosen))

    def _show(self, reading: BlockReading) -> None:
        self._reading = reading
        texts, tr = self._texts, self._texts.tr
        counts = [f"{tr(w)}: {texts.numbers.integer(n)}" for s, (w, _, _) in _STATES.items() if (n := reading.count(s))]
        self.summary.setText(" · ".join(reversed(counts)))
        ordered = sorted(reading.cells, key=lambda cell: (list(_STATES).index(cell.state), not cell.rounded))
        self.table.rows.show_rows(
            (tr("What becomes of it"), tr("Where"), tr("In the block"), tr("Understood"), tr("Now here"), tr("Remark")),
            [self._row(cell) for cell in ordered],
            (2, 3, 4),
            {(number, 0): self._icon(cell.state) for number, cell in enumerate(ordered)},
        )

    def _row(self, cell: PastedCell) -> tuple[str, ...]:
        texts = self._texts
        entry = self._context.project.inventory.entries.get(cell.key) if cell.key is not None else None
        now = texts.tr(NOTATION[entry.notation_key]) if entry and entry.notation_key else typed_text(entry, texts)
        remark = texts.tr("rounded in the source") if cell.rounded else ""
        return texts.tr(_STATES[cell.state][0]), self._where(cell), cell.shown, self._meaning(cell), now, remark

    def _where(self, cell: PastedCell) -> str:
        key, texts = cell.key, self._texts
        if key is None:
            row, column = cell.spot
            return texts.tr("row {row}, column {column} of the numbers", row=str(row), column=str(column))
        return f"{texts.sector(key.sector)} · {texts.carrier(key.carrier)} · {key.year}"

    def _meaning(self, cell: PastedCell) -> str:
        if cell.notation_key is not None:
            return self._texts.tr(NOTATION[cell.notation_key])
        return "–" if cell.value is None else self._texts.numbers.plain(cell.value)

    def _icon(self, state: CellState) -> QIcon:
        theme, (_, icon, meaning) = self._context.theme, _STATES[state]
        return theme.icon(icon, theme.colour(meaning) if meaning else theme.muted)


def _recognised(reading: BlockReading, texts: Texts) -> list[str]:
    """What the names around the numbers were taken for, and which of them nobody knows."""
    tr = texts.tr
    said = [
        tr(sentence, what=tr(_AXES[found.axis]))
        for found, sentence in (
            (reading.across, mark("The first row names {what}; each column goes where it belongs.")),
            (reading.down, mark("The first column names {what}; each row goes where it belongs.")),
        )
        if found is not None and found.axis is not None
    ]
    unknown = [name for found in (reading.across, reading.down) for name in _unknown(found)]
    if unknown:
        shown = ", ".join(f"“{name}”" for name in unknown[:_NAMED]) + (" …" if len(unknown) > _NAMED else "")
        said.append(tr("Not known here, and left out: {names}", names=shown))
    if reading.headings_left_out:
        said.append(tr("Some names around the numbers are not known here: what they belong to goes by its place."))
    return said


def _unknown(found: Headings | None) -> tuple[str, ...]:
    return found.unknown if found is not None else ()
