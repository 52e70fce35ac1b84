"""What commands that live in their own module may ask of the window."""

from pathlib import Path
from typing import Protocol

from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.file_dialogs import FileDialogs
from kbdesk.ui.widgets.message_bar import MessageBar


class Shell(Protocol):
    """The window as its commands see it."""

    desk: Desk
    files: FileDialogs
    project: Project | None

    @property
    def texts(self) -> Texts:
        """The texts of the language the window is in."""

    @property
    def messages(self) -> MessageBar:
        """Where messages appear."""

    def undo(self) -> None:
        """Take the last step back."""

    def close_document(self) -> None:
        """Close the document and show the start place."""

    def open_document(self, path: Path) -> bool:
        """Open a document."""
