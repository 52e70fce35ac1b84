"""Choosing the kind of a source, with the grade that values from it are worth."""

from PySide6.QtWidgets import QWidget

from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.widgets.calm_combo import CalmCombo

_CHARACTERS = 30


class KindCombo(CalmCombo):
    """The kinds in the order of the table; its description says the grade."""

    def __init__(self, project: Project, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project, self._texts = project, texts
        self.setMinimumContentsLength(_CHARACTERS)
        self.currentIndexChanged.connect(self._describe)
        self.show_kind("")

    def show_kind(self, kind: str) -> None:
        """Show this kind as the chosen one."""
        kinds = self._project.reference.source_kinds.values()
        not_said = ("", self._texts.tr("not said"))
        self.offer([not_said, *((each.id, kind_text(each.label, self._texts)) for each in kinds)], kind)

    @property
    def grade_text(self) -> str:
        """The grade that goes with the kind chosen, in words."""
        kind = self._project.reference.source_kinds.get(self.value)
        return self._texts.tr("proposes data quality {grade}", grade=kind.grade) if kind else ""

    def _describe(self) -> None:
        hint = self._texts.tr("The kind of source proposes the data quality of its values")
        self.setAccessibleDescription(self.grade_text or hint)
        self.setToolTip(self.grade_text)


def kind_text(label: str, texts: Texts) -> str:
    """The label of a kind; empty for none."""
    return texts.trc("source_kind", label) if label else ""
