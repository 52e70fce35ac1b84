"""Findings as rows: level, what was found and where, effect."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtCore import QObject
from PySide6.QtCore import Qt
from typing_extensions import override

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.plain_table import NO_PARENT
from kbdesk.ui.widgets.plain_table import Index

FINDING_ROLE = Qt.ItemDataRole.UserRole
"""The ``Finding`` of a row."""
LEVEL, SENTENCE, EFFECT = range(3)
ICONS = {Level.ERROR: "circle-x", Level.WARNING: "triangle-alert", Level.NOTE: "info"}
MEANINGS = {Level.ERROR: Meaning.ERROR, Level.WARNING: Meaning.WARNING, Level.NOTE: Meaning.ACCENT}


class FindingTableModel(QAbstractTableModel):
    """One row a finding, in the order given."""

    def __init__(self, theme: Theme, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._findings: tuple[Finding, ...] = ()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings."""
        self.beginResetModel()
        self._findings = tuple(findings)
        self.endResetModel()

    def finding(self, row: int) -> Finding:
        """The finding of a row."""
        return self._findings[row]

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._findings)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else EFFECT + 1

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        finding, column = self._findings[index.row()], index.column()
        if role == FINDING_ROLE:
            return finding
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            shown = self._shown(finding, column)
            return shown if role == Qt.ItemDataRole.DisplayRole else f"{self._header(column)}: {shown}"
        if role == Qt.ItemDataRole.DecorationRole and column == LEVEL:
            return self._theme.icon(ICONS[finding.level], self._theme.colour(MEANINGS[finding.level]))
        return self._alignment(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= EFFECT:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self._header(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _header(self, column: int) -> str:
        tr = self._texts.tr
        return (tr("Level"), tr("Finding"), tr("Effect [t]"))[column]

    def _shown(self, finding: Finding, column: int) -> str:
        texts = self._texts
        if column == LEVEL:
            return texts.sentence(f"level.{finding.level}", {})
        if column == SENTENCE:
            return finding_text(finding, texts)
        return texts.numbers.significant(finding.effect_t, 3)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if column == EFFECT else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter
