"""The municipality's own emission factors, and the totals of earlier inventories whose energy data are lost."""

from collections.abc import Hashable
from collections.abc import Iterable
from decimal import Decimal

from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import PublishedResult
from kbdesk.services import base_data
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.entry_roles import CellFace
from kbdesk.ui.item_models.entry_roles import CellKind
from kbdesk.ui.item_models.field_table_model import FieldTableModel

_FACTOR_COLUMN = 2
_DIGITS = 4
"""As many of a factor are shown; its tooltip and its editor have all of them."""


class RecordTableModel(FieldTableModel):
    """Records that can be deleted; the value and its source are typed in place."""

    def __init__(
        self, project: Project, texts: Texts, run: Run, header: tuple[str, ...], words: tuple[int, ...]
    ) -> None:
        super().__init__(header, words)
        self.project, self.texts, self.run = project, texts, run
        self.refresh()

    def deletion(self, key: Hashable) -> Change | None:
        """Delete a record."""
        raise NotImplementedError

    @override
    def is_editable(self, key: Hashable, column: int) -> bool:
        return column >= len(self.header) - 2

    @override
    def refusal(self, text: str) -> str:
        return self.texts.tr("“{text}” was not saved. Correct or delete it.", text=text)

    @override
    def read_face(self, key: Hashable, column: int) -> CellFace:
        shown, whole = self.shown(key, column), self.read_text(key, column)
        return CellFace(CellKind.VALUE, shown, remarks=() if shown == whole else (whole,))

    def shown(self, key: Hashable, column: int) -> str:
        """What stands in a field."""
        return self.read_text(key, column)

    def typed(self, value: Decimal) -> str:
        """A number as it is typed, so that it is read as the same number."""
        return str(value).replace(".", self.texts.numbers.decimal_mark)


class LocalFactorModel(RecordTableModel):
    """Year, carrier, factor [t/MWh], source."""

    def __init__(self, project: Project, texts: Texts, run: Run) -> None:
        tr = texts.tr
        super().__init__(project, texts, run, (tr("Year"), tr("Energy carrier"), tr("t/MWh"), tr("Source")), (1, 3))

    @override
    def read_keys(self) -> Iterable[Hashable]:
        return sorted(self.project.inventory.local_factors)

    @override
    def read_text(self, key: Hashable, column: int) -> str:
        factor = self._factor(key)
        texts = self.texts
        shown = (str(factor.year), texts.carrier(factor.carrier), texts.numbers.plain(factor.t_per_mwh), factor.source)
        return shown[column]

    @override
    def shown(self, key: Hashable, column: int) -> str:
        if column != _FACTOR_COLUMN:
            return self.read_text(key, column)
        value = self._factor(key).t_per_mwh
        return self.texts.numbers.plain(round(value, max(0, _DIGITS - 1 - value.adjusted())))

    @override
    def save(self, key: Hashable, column: int, text: str) -> bool:
        factor, project, mark = self._factor(key), self.project, self.texts.numbers.decimal_mark
        value, source = (self.typed(factor.t_per_mwh), text) if column == len(self.header) - 1 else (text, "")
        return self.run(
            lambda: base_data.record_local_factor(project, factor.year, factor.carrier, value, mark, source)
        )

    @override
    def row_name(self, key: Hashable) -> str:
        factor = self._factor(key)
        return f"{self.texts.carrier(factor.carrier)} {factor.year}"

    @override
    def deletion(self, key: Hashable) -> Change | None:
        factor, mark = self._factor(key), self.texts.numbers.decimal_mark
        return base_data.record_local_factor(self.project, factor.year, factor.carrier, "", mark)

    def _factor(self, key: Hashable) -> LocalFactor:
        factors = self.project.inventory.local_factors
        return next(factor for known, factor in factors.items() if known == key)


class PublishedTotalModel(RecordTableModel):
    """Year, emissions [t], source."""

    def __init__(self, project: Project, texts: Texts, run: Run) -> None:
        tr = texts.tr
        super().__init__(project, texts, run, (tr("Year"), tr("Emissions [t]"), tr("Source")), (2,))

    @override
    def read_keys(self) -> Iterable[Hashable]:
        return sorted(year for year, sector in self.project.inventory.published if not sector)

    @override
    def read_text(self, key: Hashable, column: int) -> str:
        total = self._total(key)
        return (str(total.year), self.texts.numbers.plain(total.emissions_t), total.source)[column]

    @override
    def save(self, key: Hashable, column: int, text: str) -> bool:
        total, project, mark = self._total(key), self.project, self.texts.numbers.decimal_mark
        value, source = (self.typed(total.emissions_t), text) if column == len(self.header) - 1 else (text, "")
        return self.run(lambda: base_data.record_published_total(project, total.year, value, mark, source))

    @override
    def row_name(self, key: Hashable) -> str:
        return str(key)

    @override
    def deletion(self, key: Hashable) -> Change | None:
        mark = self.texts.numbers.decimal_mark
        return base_data.record_published_total(self.project, self._total(key).year, "", mark)

    def _total(self, key: Hashable) -> PublishedResult:
        published = self.project.inventory.published
        return next(total for (year, sector), total in published.items() if year == key and not sector)
