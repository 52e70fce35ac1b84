"""Step 4: any submission held against itself: chosen or dropped files, each with its status and every difference."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QHBoxLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QPushButton
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.services.verifying import Verification
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.step_box import StateLabel
from kbdesk.ui.widgets.step_box import StepBox

WORDS = {
    "intact": mark("intact"),
    "edited": mark("edited"),
    "damaged": mark("damaged"),
    "newer": mark("newer"),
    "foreign": mark("not a submission"),
}
_EXPLAINED = {
    "intact": mark("Every sheet says what the sender handed in."),
    "edited": mark(
        "The sheets were changed after the submission was made. What counts is what was handed in; "
        "the places that differ are listed here."
    ),
}
_RECOMPUTED = mark("These totals do not follow from the activity data.")
_LOOKS = {
    "intact": ("circle-check", Meaning.OK),
    "edited": ("triangle-alert", Meaning.WARNING),
    "damaged": ("circle-x", Meaning.ERROR),
    "newer": ("info", Meaning.ACCENT),
    "foreign": ("circle-question-mark", Meaning.WARNING),
}


class VerificationStep(StepBox):
    """Takes files and shows what they are."""

    files_chosen = Signal(object)
    """A list of ``Path``."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(theme, 4, texts.tr("Verify files"), parent)
        self._texts = texts
        self.setAcceptDrops(True)
        self.cards: list[VerificationCard] = []
        self.button = QPushButton(theme.icon("shield-check"), texts.tr("Verify a file…"))
        self.button.clicked.connect(self._choose)
        hint = QLabel(texts.tr("or drop xlsx files here"))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.button)
        row.addWidget(hint, 1)
        self.content.addLayout(row)

    def show_verifications(self, found: list[Verification]) -> None:
        """Show the results of these files in place of those shown before."""
        for card in self.cards:
            self.content.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [VerificationCard(self._theme, self._texts, one) for one in found]
        for card in self.cards:
            self.content.addWidget(card)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self.files_chosen.emit(files)

    def _choose(self) -> None:
        texts = self._texts
        kinds = f"{texts.tr('Submissions')} (*.xlsx);;{texts.tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(self, texts.tr("Verify a file"), "", kinds)
        if names:
            self.files_chosen.emit([Path(name) for name in names])


class VerificationCard(QWidget):
    """What one file is found to be."""

    def __init__(self, theme: Theme, texts: Texts, found: Verification, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr, status = texts.tr, str(found.status)
        self.state = StateLabel(theme)
        icon, meaning = _LOOKS[status]
        self.state.show_state(icon, f"{found.path.name}: {tr(WORDS[status])}", meaning)
        self.explanation = RunningText("\n".join(_sentences(found, texts)))
        self.differences = PlainTable(tr("Differences"), tr("Copy"))
        header = (tr("Place"), tr("Found in the file"), tr("As handed in or computed"))
        different = (*found.differences, *found.recomputed)
        self.differences.rows.show_rows(header, [(one.place, one.found, one.expected) for one in different])
        self.differences.stretch(2)
        self.differences.setVisible(bool(different))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        for widget in (self.state, self.explanation, self.differences):
            column.addWidget(widget)


def dropped_files(dropped: QMimeData) -> list[Path]:
    """The workbooks among what is dropped."""
    paths = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() == ".xlsx"]


def _sentences(found: Verification, texts: Texts) -> list[str]:
    explained = _EXPLAINED.get(str(found.status))
    lines = [texts.tr(explained)] if explained else []
    if found.municipality and found.year is not None:
        who = texts.tr(
            "{municipality}, {year}, revision {revision}, check code {code}",
            municipality=found.municipality,
            year=str(found.year),
            revision=str(found.revision or "–"),
            code=found.check_code or "–",
        )
        lines.insert(0, who)
    lines += [note.sentence(texts) for note in found.findings]
    if found.recomputed:
        lines.append(texts.tr(_RECOMPUTED))
    return lines
