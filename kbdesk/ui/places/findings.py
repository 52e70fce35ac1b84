"""Errors, warnings and notes in one place."""

from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place


class FindingsPlace(Place):
    """Errors, warnings and notes in one place."""

    id = "findings"
    icon = "list-todo"

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Findings")

    @override
    def refresh(self, change: Change | None) -> None:
        del change
