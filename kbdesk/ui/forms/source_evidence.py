"""Opening the file kept with a source with the program of the desktop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kbdesk.errors import UserError
from kbdesk.services.evidence import evidence
from kbdesk.ui.context import Context

OpenFile = Callable[[Path], bool]


def open_on_desktop(path: Path) -> bool:
    """Have the desktop open a file; False where it has no program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def open_evidence(context: Context, source_id: str, open_file: OpenFile = open_on_desktop) -> None:
    """Write the file of a source out and open it; what goes wrong is said in the message bar."""
    texts = context.texts
    try:
        path = evidence(context.project, source_id, context.desk.data_dir.evidence)
    except UserError as error:
        context.messages.show_error(texts.error(error))
        return
    if not open_file(path):
        context.messages.show_error(
            texts.tr(
                "There is no program on this computer that opens “{file}”. A copy of it is in {folder}.",
                file=path.name,
                folder=path.parent,
            )
        )
