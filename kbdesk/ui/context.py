"""What every place of the window is given: no globals."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.message_bar import MessageBar


@dataclass(slots=True)
class Context:
    """The open project and what views share."""

    desk: Desk
    project: Project
    texts: Texts
    bus: ChangeBus
    messages: MessageBar
    theme: Theme
    year: int

    def run(self, command: Callable[[], Change | None], initiator: QWidget | None = None) -> bool:
        """Carry out a command of the services: tell everyone what changed, show a mendable error in the message bar.

        True where the command was carried out (also when it changed nothing).
        """
        try:
            change = command()
        except UserError as error:
            self.messages.show_error(self.texts.error(error))
            return False
        if change is not None:
            self.bus.document_changed.emit(change, initiator)
        return True
