"""The breaks that are marked, each a row: year, what became another, sector, and the sentence, typed in place."""

from collections.abc import Hashable
from collections.abc import Iterable

from typing_extensions import override

from kbdesk.models.breaks import Break
from kbdesk.models.changes import Change
from kbdesk.services import breaks
from kbdesk.services.project import Project
from kbdesk.texts.break_texts import KIND_NAMES
from kbdesk.texts.texts import Texts
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.item_models.record_models import RecordTableModel


class BreakModel(RecordTableModel):
    """Year, kind, sector, sentence."""

    def __init__(self, project: Project, texts: Texts, run: Run) -> None:
        tr = texts.tr
        header = (tr("From year"), tr("What is different"), tr("Sector"), tr("What changed"))
        super().__init__(project, texts, run, header, (1, 2, 3))

    @override
    def read_keys(self) -> Iterable[Hashable]:
        return [(each.year, each.sector) for each in breaks.breaks(self.project)]

    @override
    def is_editable(self, key: Hashable, column: int) -> bool:
        return column == len(self.header) - 1

    @override
    def read_text(self, key: Hashable, column: int) -> str:
        found, texts = self._break(key), self.texts
        sector = texts.sector(found.sector) if found.sector else texts.tr("all")
        return (str(found.year), texts.tr(KIND_NAMES[found.kind]), sector, found.text)[column]

    @override
    def save(self, key: Hashable, column: int, text: str) -> bool:
        found = self._break(key)
        return self.run(lambda: breaks.mark_break(self.project, found.year, found.kind, text, found.sector))

    @override
    def row_name(self, key: Hashable) -> str:
        found = self._break(key)
        return f"{found.year} {self.texts.sector(found.sector)}" if found.sector else str(found.year)

    @override
    def deletion(self, key: Hashable) -> Change | None:
        return breaks.remove_break(self.project, self._break(key))

    def _break(self, key: Hashable) -> Break:
        return next(each for each in breaks.breaks(self.project) if (each.year, each.sector) == key)
