"""Which rows and columns of a grid are shown: those whose name fits what was typed, and not 29 carriers at once."""

from collections.abc import Iterable

from PySide6.QtCore import Qt

from kbdesk.models.inventory import EntryKey
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.entry_layout import COMMON_CARRIERS
from kbdesk.ui.item_models.entry_table_model import EntryTableModel


class GridFilter:
    """A typed text looks for sectors, groups of sectors and energy carriers (or years) at once."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.text = ""
        self.all_carriers = False

    def chosen(self, model: EntryTableModel, entries: Iterable[EntryKey]) -> tuple[set[int], set[int]]:
        """The rows and columns to show; both empty where nothing fits."""
        wanted = self.text.strip().casefold()
        rows, columns = self._rows(model, wanted), self._columns(model, wanted)
        if wanted and not rows and not columns:
            return set(), set()
        return rows or set(range(model.rowCount())), columns or self._usual_columns(model, entries)

    def _rows(self, model: EntryTableModel, wanted: str) -> set[int]:
        if not wanted:
            return set()
        fitting = {row for row in range(model.rowCount()) if wanted in _name(model, row, Qt.Orientation.Vertical)}
        shown: set[int] = set()
        heading, heading_fits = 0, False
        for number, row in enumerate(model.layout.rows):
            if row.is_heading:
                heading, heading_fits = number, number in fitting
            elif heading_fits or number in fitting:
                shown |= {heading, number}
        return shown

    def _columns(self, model: EntryTableModel, wanted: str) -> set[int]:
        if not wanted:
            return set()
        return {c for c in range(model.columnCount()) if wanted in _name(model, c, Qt.Orientation.Horizontal)}

    def _usual_columns(self, model: EntryTableModel, entries: Iterable[EntryKey]) -> set[int]:
        carriers = model.layout.carriers
        if self.all_carriers or model.layout.carrier:
            return set(range(len(carriers)))
        first = {*COMMON_CARRIERS, *(key.carrier for key in entries)}
        return {column for column, carrier in enumerate(carriers) if carrier in first}


def _name(model: EntryTableModel, section: int, orientation: Qt.Orientation) -> str:
    return str(model.headerData(section, orientation)).casefold()
