"""The findings of one value beside its field: what was found, the one-click correction, and "It is right…"."""

from collections.abc import Sequence

from typing_extensions import override

from kbdesk.models.findings import Finding
from kbdesk.ui.item_models.commands import Run
from kbdesk.ui.widgets.finding_cards import FindingCards
from kbdesk.ui.widgets.surroundings import Surroundings


class FindingStrip(FindingCards):
    """Takes no room where there is no finding."""

    def __init__(self, context: Surroundings, run: Run) -> None:
        super().__init__(context, run, inline=True)
        self.hide()

    @override
    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the findings of one value; those that were explained are said to be."""
        super().show_findings(findings)
        self.setVisible(bool(findings))
