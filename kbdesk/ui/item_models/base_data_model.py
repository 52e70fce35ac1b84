"""Years by indicators: inhabitants, area, households, employees, degree days; the last row takes another year."""

from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal
from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.numbers import read_number
from kbdesk.services import base_data
from kbdesk.services.history import INDICATORS
from kbdesk.services.inhabitants import is_estimate
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_roles import CLOSED_FACE
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.entry_roles import FindingMark
from kbdesk.ui.item_models.field_table_model import FieldTableModel
from kbdesk.ui.item_models.years import no_year
from kbdesk.ui.item_models.years import read_year

NEW_YEAR = 0
"""The key of the last row, where another year is typed."""
YEAR_COLUMN = 0
COLUMNS = tuple(Indicator)

Datum = tuple[int, Indicator]


class BaseDataModel(FieldTableModel):
    """Every inventory year and every year with base data."""

    year_added = Signal(int)

    def __init__(
        self, project: Project, texts: Texts, run: Run, tell: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        """``tell`` shows a sentence about a text that was refused."""
        tr = texts.tr
        super().__init__((tr("Year"), *(tr(INDICATORS[i]) for i in COLUMNS)), parent=parent)
        self._project, self._texts, self._run, self._tell = project, texts, run, tell
        self._added: set[int] = set()
        self._estimates: dict[str, bool] = {}
        self.refresh()

    def datum(self, row: int, column: int) -> Datum | None:
        """Which datum a field is; ``None`` for the year itself and the last row."""
        year = self.key(row)
        return (year, COLUMNS[column - 1]) if column != YEAR_COLUMN and isinstance(year, int) and year else None

    def block_edits(self, texts: Mapping[Datum, str]) -> list[Edit]:
        """The edits of a pasted block; a text that is no number greater than 0 is a ``UserError``."""
        known, mark = self._project.inventory.base_data, self._texts.numbers.decimal_mark
        edits = []
        for (year, indicator), text in texts.items():
            value, before = read_number(text, mark).value, known.get((year, indicator))
            if value is None or value <= 0:
                raise UserError("number.not_positive", found=text)
            source = base_data.kept_source(self._project, before, value)
            edits.append(Edit(before, BaseDatum(year, indicator, value, source)))
        return edits

    @override
    def read_keys(self) -> Iterable[Hashable]:
        inventory = self._project.inventory
        years = {*inventory.years, *(year for year, _ in inventory.base_data), *self._added}
        return (*sorted(years), NEW_YEAR)

    @override
    def read_face(self, key: Hashable, column: int) -> CellFace:
        if column == YEAR_COLUMN:
            words = self._texts.tr("add year …")
            return CellFace(CellKind.NOTATION, words) if key == NEW_YEAR else CellFace(CellKind.VALUE, str(key))
        found = self._find(key, column)
        if key == NEW_YEAR:
            return CLOSED_FACE
        if found is None:
            return self._empty(key, COLUMNS[column - 1])
        source = self._texts.tr("Source: {source}", source=found.source) if found.source else ""
        shown = self._texts.numbers.plain(found.value)
        return CellFace(
            CellKind.VALUE,
            shown,
            estimated=self._is_estimate(found.source),
            has_note=bool(source),
            remarks=(source,) if source else (),
        )

    @override
    def read_text(self, key: Hashable, column: int) -> str:
        found = self._find(key, column)
        return "" if found is None else self._texts.numbers.plain(found.value)

    @override
    def is_editable(self, key: Hashable, column: int) -> bool:
        return (key == NEW_YEAR) == (column == YEAR_COLUMN)

    @override
    def save(self, key: Hashable, column: int, text: str) -> bool:
        if key == NEW_YEAR:
            return self._add_year(text)
        project, mark = self._project, self._texts.numbers.decimal_mark
        indicator, year = COLUMNS[column - 1], int(str(key))
        return self._run(lambda: base_data.record_base_datum(project, year, indicator, text, mark))

    @override
    def row_name(self, key: Hashable) -> str:
        return self._texts.tr("new year") if key == NEW_YEAR else str(key)

    @override
    def refusal(self, text: str) -> str:
        return self._texts.tr("“{text}” was not saved. Correct or delete it.", text=text)

    def _is_estimate(self, source: str) -> bool:
        if source not in self._estimates:
            self._estimates[source] = is_estimate(self._project, source)
        return self._estimates[source]

    def _find(self, key: Hashable, column: int) -> BaseDatum | None:
        if column == YEAR_COLUMN or key == NEW_YEAR:
            return None
        return self._project.inventory.base_data.get((int(str(key)), COLUMNS[column - 1]))

    def _empty(self, key: Hashable, indicator: Indicator) -> CellFace:
        if indicator is not Indicator.POPULATION or key not in self._project.inventory.years:
            return CellFace()
        words = self._texts.tr("The inhabitants are needed for emissions per inhabitant.")
        return CellFace(finding=FindingMark.WARNING, remarks=(words,))

    def _add_year(self, text: str) -> bool:
        if not text.strip():
            return True
        last = self._project.today().year
        year = read_year(text, last)
        if year is None:
            self._tell(no_year(text, last, self._texts))
            return False
        self._added.add(year)
        self.refresh()
        self.year_added.emit(year)
        return True
