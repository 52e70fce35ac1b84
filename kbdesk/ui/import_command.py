"""Importing a table: choose it, look at what would happen, then let it happen as one step that can be undone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from PySide6.QtWidgets import QWidget

from kbdesk.errors import UserError
from kbdesk.services import importing
from kbdesk.ui.context import Context
from kbdesk.ui.dialogs.import_dialog import ImportDialog
from kbdesk.ui.shell import Shell
from kbdesk.ui.widgets.message_bar import MessageAction


def import_table(window: Shell, parent: QWidget, context: Context, folder: Path) -> None:
    """Ask for a table and show what its import would do."""
    path = window.files.table_to_import(parent, context.texts, folder)
    if path is None:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        planned = importing.plan(context.project, path, decimal_default=context.texts.numbers.decimal_mark)
    except UserError as error:
        context.messages.show_error(context.texts.error(error))
        return
    finally:
        QApplication.restoreOverrideCursor()
    dialog = ImportDialog(parent, context.texts, context.theme, planned)
    dialog.accepted.connect(lambda: carry_out(window, context, planned))
    dialog.open()


def carry_out(window: Shell, context: Context, planned: importing.ImportPlan) -> None:
    """Write what was planned, and say what was done with the way back beside it."""
    texts = context.texts
    if not context.run(lambda: importing.carry_out(context.project, planned)):
        return
    undo = MessageAction(texts.tr("Undo"), window.undo)
    new, changed = planned.count(importing.RowState.NEW), planned.count(importing.RowState.CHANGED)
    said = texts.tr(
        "{file}: {new} new and {changed} changed values are in the document.",
        file=planned.path.name,
        new=texts.numbers.integer(new),
        changed=texts.numbers.integer(changed),
    )
    if not planned.rejected:
        context.messages.show_success(said, undo)
        return
    try:
        aside = importing.set_aside_rejected(planned, texts)
    except UserError as error:
        context.messages.show_warning(f"{said} {texts.error(error)}", undo)
        return
    left = texts.trn(
        "{count} row was rejected; it is in {path} with its reason.",
        "{count} rows were rejected; they are in {path} with their reasons.",
        len(planned.rejected),
        path=str(aside),
    )
    context.messages.show_warning(f"{said} {left}", undo)
