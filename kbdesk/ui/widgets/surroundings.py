"""What a widget that works on the open document is given; the window's ``Context`` has it all."""

from typing import Protocol

from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.change_bus import ChangeBus
from kbdesk.ui.theme import Theme


class Surroundings(Protocol):
    """The open project, and what views share."""

    project: Project
    texts: Texts
    theme: Theme
    bus: ChangeBus
