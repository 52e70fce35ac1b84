"""Keeping and bringing back: a copy of the document, a backup now, restoring a backup."""

import shutil
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.services.safekeeping import back_up
from kbdesk.services.safekeeping import restore_snapshot
from kbdesk.services.safekeeping import snapshots_of
from kbdesk.ui.new_document import free_path
from kbdesk.ui.shell import Shell


class BackupCommands:
    """What the file menu offers for safety."""

    def __init__(self, window: Shell, parent: QWidget) -> None:
        self._window = window
        self._parent = parent

    def back_up(self) -> None:
        """Back the open document up now."""
        window = self._window
        if window.project is None:
            return
        try:
            back_up(window.project)
        except UserError as error:
            window.messages.show_error(window.texts.error(error))
        else:
            window.messages.show_success(window.texts.tr("{name} is backed up.", name=window.project.path.name))

    def save_copy(self) -> None:
        """Store a copy of the open document where the user says."""
        window = self._window
        project = window.project
        if project is None:
            return
        chosen = window.files.document_to_make(self._parent, window.texts, free_path(project.path))
        if chosen is None:
            return
        if chosen.resolve() == project.path.resolve():
            said = window.texts.tr("{path} is the document itself: choose another name for the copy.", path=str(chosen))
            window.messages.show_error(said)
            return
        try:
            store_copy(back_up(project), chosen)
        except UserError as error:
            window.messages.show_error(window.texts.error(error))
        else:
            window.messages.show_success(window.texts.tr("The copy is stored as {path}.", path=str(chosen)))

    def ask_restore(self, folder: Path) -> None:
        """Ask for the document (the open one where there is one) and for the backup to bring back."""
        from kbdesk.ui.dialogs.restore_dialog import RestoreDialog  # noqa: PLC0415 - seldom needed

        window = self._window
        path = (
            window.project.path if window.project else window.files.document_to_open(self._parent, window.texts, folder)
        )
        if path is None:
            return
        found = snapshots_of(window.desk, path)
        if not found:
            window.messages.show_info(window.texts.tr("There is no backup of {name} yet.", name=path.name))
            return
        dialog = RestoreDialog(self._parent, window.texts, path.name, found)
        dialog.snapshot_chosen.connect(lambda snapshot: self.restore(path, snapshot))
        dialog.open()

    def restore(self, path: Path, snapshot: Path) -> None:
        """Bring a backup back and open the document; as it was before, it becomes a backup itself."""
        window = self._window
        if window.project is not None:
            window.close_document()
        try:
            restore_snapshot(window.desk, path, snapshot.name)
        except UserError as error:
            window.messages.show_error(window.texts.error(error))
            return
        if window.open_document(path):
            window.messages.show_success(
                window.texts.tr("{name} is restored. As it was before, it is kept as a backup.", name=path.name)
            )


def store_copy(source: Path, target: Path) -> None:
    """Copy a whole document to where it is wanted, all of it or nothing."""
    unfinished = target.with_name(target.name + ".unfinished")
    try:
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise UserError("export.not_written", path=str(target), reason=error.strerror or str(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
