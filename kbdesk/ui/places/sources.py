"""The sources: letters, bills and registers that values come from."""

from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place


class SourcesPlace(Place):
    """The sources: letters, bills and registers that values come from."""

    id = "sources"
    icon = "library"

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Sources")

    @override
    def refresh(self, change: Change | None) -> None:
        del change
