"""Every commitment with its verdict, in words and figures."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kbdesk.models.progress import Progress
from kbdesk.texts.target_texts import commitment_name
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.plain_table import PlainTable
from kbdesk.ui.widgets.verdicts import ICONS
from kbdesk.ui.widgets.verdicts import MEANINGS
from kbdesk.ui.widgets.verdicts import amount
from kbdesk.ui.widgets.verdicts import distance_text
from kbdesk.ui.widgets.verdicts import verdict_word

_VERDICT = 1
_NUMBERS = (2, 3, 4, 5, 6, 7)


class CommitmentTable(PlainTable):
    """One line a commitment."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(texts.tr("Commitments"), texts.tr("Copy"), parent)
        self._theme = theme
        self._texts = texts
        self.stretch(0)

    def show_progress(self, progress: Sequence[Progress]) -> None:
        """Show these commitments."""
        icons = {}
        for row, one in enumerate(progress):
            meaning = MEANINGS.get(one.verdict)
            colour = self._theme.muted if meaning is None else self._theme.colour(meaning)
            icons[row, _VERDICT] = self._theme.icon(ICONS[one.verdict], colour)
        self.rows.show_rows(self._header(), [self._row(one) for one in progress], _NUMBERS, icons)

    def _header(self) -> tuple[str, ...]:
        tr = self._texts.tr
        return (
            tr("Commitment"),
            tr("Verdict"),
            tr("Year"),
            tr("Actual"),
            tr("Target"),
            tr("Distance"),
            tr("Reached at this pace"),
            tr("Needed per year"),
        )

    def _row(self, progress: Progress) -> tuple[str, ...]:
        texts, basis = self._texts, progress.commitment.basis
        return (
            commitment_name(progress.commitment, texts),
            verdict_word(progress.verdict, texts),
            str(progress.latest_year or "–"),
            amount(progress.actual, basis, texts),
            amount(progress.target, basis, texts),
            distance_text(progress, texts),
            str(progress.trend_reaches or "–"),
            texts.numbers.percent(progress.required_change_per_year, 1, signed=True),
        )
