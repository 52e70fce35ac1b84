"""Asking why the selected cells have no value."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.widgets.calm_combo import CalmCombo

_TITLES = {
    NotationKey.NO: mark("Does not exist here"),
    NotationKey.NE: mark("Not known yet"),
    NotationKey.IE: mark("Contained elsewhere"),
    NotationKey.C: mark("Confidential"),
}
_EXAMPLES = {
    NotationKey.NO: mark("For example: there is no gas grid"),
    NotationKey.NE: mark("For example: the grid operator was asked in May"),
    NotationKey.IE: mark("For example: the letter gives one figure for both"),
    NotationKey.C: mark("For example: one customer only"),
}
_WIDTH = 48
"""Average characters of a reason."""


class ReasonDialog(FormDialog):
    """One reason for all cells; for what is contained elsewhere, also where."""

    given = Signal(str, str)
    """The reason, and where the values are contained (``sector`` or ``sector/carrier``)."""

    def __init__(self, parent: QWidget, texts: Texts, notation_key: NotationKey, keys: Sequence[EntryKey]) -> None:
        super().__init__(parent, texts.tr(_TITLES[notation_key]))
        tr = texts.tr
        self._texts = texts
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr(_EXAMPLES[notation_key]))
        self.reason.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        self.sector, self.carrier = CalmCombo(), CalmCombo()
        self.column.addWidget(QLabel(texts.trn("For {count} cell", "For {count} cells", len(keys))))
        rows: list[tuple[str, QWidget]] = []
        if notation_key is NotationKey.IE:
            self._offer()
            for combo in (self.sector, self.carrier):
                combo.setAccessibleDescription(tr("Where the energy of these cells is counted"))
            rows += [(tr("Contained in &sector"), self.sector), (tr("and in energy &carrier"), self.carrier)]
        self.add_fields(*rows, (tr("&Reason"), self.reason))
        self.add_buttons(texts, tr("Set"))

    @override
    def accept(self) -> None:
        where = "/".join(part for part in (self.sector.value, self.carrier.value) if part) if self._asks_where else ""
        self.given.emit(self.reason.text().strip(), where)
        super().accept()

    @property
    def _asks_where(self) -> bool:
        return self.sector.count() > 0

    def _offer(self) -> None:
        codebook, texts = self._texts.codebook, self._texts
        sectors = [(id_, texts.sector(id_)) for id_ in codebook.sectors]
        self.sector.offer(sectors, sectors[0][0])
        carriers = [(id_, texts.carrier(id_)) for id_ in (*codebook.carriers, DIRECT)]
        self.carrier.offer([("", texts.tr("the same")), *carriers], "")
        for combo in (self.sector, self.carrier):
            combo.setSizeAdjustPolicy(CalmCombo.SizeAdjustPolicy.AdjustToContents)
