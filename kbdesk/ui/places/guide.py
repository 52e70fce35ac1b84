"""The guide of a first inventory."""

from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place


class GuidePlace(Place):
    """The guide of a first inventory."""

    id = "guide"
    icon = "compass"

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Guide")

    @override
    def refresh(self, change: Change | None) -> None:
        del change
