"""The commitments side by side: icon and name, below it the verdict in words and the distance."""

from PySide6.QtCore import QSize
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QWidget

from kbdesk.models.progress import Progress
from kbdesk.models.progress import Verdict
from kbdesk.texts.target_texts import commitment_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import GAP
from kbdesk.ui.theme import GRID
from kbdesk.ui.theme import SMALL
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.page import paint_muted
from kbdesk.ui.widgets.verdicts import ICONS
from kbdesk.ui.widgets.verdicts import MEANINGS
from kbdesk.ui.widgets.verdicts import distance_text
from kbdesk.ui.widgets.verdicts import verdict_word


class VerdictChip(QWidget):
    """One commitment and how it stands."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._icon, self._name, self._stand = QLabel(), QLabel(), QLabel()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(SMALL // 2)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        grid.addWidget(self._icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, label in enumerate((self._name, self._stand)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            grid.addWidget(label, row, 1)

    @property
    def words(self) -> str:
        """What is shown, as one text."""
        return f"{self._name.text()}: {self._stand.text()}"

    def show_progress(self, progress: Progress) -> None:
        """Show how this commitment stands."""
        verdict, side = progress.verdict, self.fontMetrics().height() + 2
        meaning = MEANINGS.get(verdict)
        colour = self._theme.colour(meaning) if meaning else self._theme.muted
        icon = self._theme.icon(ICONS[verdict], colour)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._name.setText(commitment_name(progress.commitment, self._texts))
        self._stand.setText(_stand(progress, self._texts))
        paint_muted(self._stand, self._theme)
        self.setAccessibleName(self.words)


class VerdictRow(QWidget):
    """Every commitment; as many columns as there is room for."""

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__()
        self._theme, self._texts = theme, texts
        self._columns = 4
        self._chips: list[VerdictChip] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID)
        self.setAccessibleName(texts.tr("Commitments"))

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(chip.words for chip in self._chips)

    def show_progress(self, progress: tuple[Progress, ...]) -> None:
        """Show these commitments."""
        while len(self._chips) > len(progress):
            self._chips.pop().deleteLater()
        while len(self._chips) < len(progress):
            self._chips.append(VerdictChip(self._theme, self._texts))
        for chip, found in zip(self._chips, progress, strict=True):
            chip.show_progress(found)
        self._place()

    def show_in_columns(self, columns: int) -> None:
        """Put so many commitments side by side."""
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for at, chip in enumerate(self._chips):
            self._grid.addWidget(chip, *divmod(at, self._columns))
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 1 if at < self._columns else 0)


def _stand(progress: Progress, texts: Texts) -> str:
    word = verdict_word(progress.verdict, texts)
    if progress.verdict is not Verdict.OFF_TRACK:
        return word
    return f"{word}, {distance_text(progress, texts)}"
