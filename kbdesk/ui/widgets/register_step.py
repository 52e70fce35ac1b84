"""Step 5: the submissions made from this document."""

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.models.submissions import SubmissionEntry
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.step_box import StepBox

_FILE = 4


class RegisterStep(StepBox):
    """The register, newest first."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, 5, texts.tr("Register"), parent)
        self._texts = texts
        self.table = PlainTable(texts.tr("Submissions made"), texts.tr("Copy"))
        self.table.stretch(_FILE)
        self.nothing = QLabel(texts.tr("Submissions you make are listed here."))
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.table)

    def show_entries(self, entries: Iterable[SubmissionEntry]) -> None:
        """Show these submissions."""
        tr, numbers = self._texts.tr, self._texts.numbers
        newest_first = sorted(entries, key=lambda entry: entry.at, reverse=True)
        rows = []
        for entry in newest_first:
            at = entry.at.astimezone()
            when = f"{numbers.day(at.date())} {numbers.time(at)}"
            rows.append((str(entry.year), f"r{entry.revision}", entry.check_code, when, entry.file_name))
        header = (tr("Year"), tr("Revision"), tr("Check code"), tr("Date"), tr("File"))
        self.table.rows.show_rows(header, rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        if rows:
            made = self._texts.trn("{count} submission made", "{count} submissions made", len(rows))
            self.state.show_state("circle-check", made, Meaning.OK)
        else:
            self.state.show_state("circle-dashed", tr("none yet"))
