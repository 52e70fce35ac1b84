"""The platform's dialogs for choosing files: the only questions the program asks about paths."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from PySide6.QtWidgets import QWidget

from kbdesk.texts.texts import Texts


class FileDialogs:
    """Asks for a file; ``None`` means the question was left unanswered."""

    def document_to_open(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        """A document that is there."""
        title, kinds = texts.tr("Open document"), f"{texts.tr('Documents')} (*.kbdesk)"
        return _chosen(QFileDialog.getOpenFileName(parent, title, str(folder), kinds)[0])

    def document_to_make(self, parent: QWidget, texts: Texts, proposed: Path) -> Path | None:
        """Where a document or a copy of one should be."""
        title, kinds = texts.tr("Where to store the document"), f"{texts.tr('Documents')} (*.kbdesk)"
        return _chosen(QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)[0])

    def table_to_import(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        """A table to read."""
        kinds = f"{texts.tr('Tables')} (*.csv *.txt *.tsv *.xlsx *.xlsm);;{texts.tr('All files')} (*)"
        return _chosen(QFileDialog.getOpenFileName(parent, texts.tr("Import table"), str(folder), kinds)[0])

    def factors_to_add(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        """A table of emission factors."""
        kinds = f"{texts.tr('Tables')} (*.csv *.txt *.tsv *.xlsx *.xlsm);;{texts.tr('All files')} (*)"
        return _chosen(QFileDialog.getOpenFileName(parent, texts.tr("Add a factor set"), str(folder), kinds)[0])

    def file_to_keep(self, parent: QWidget, texts: Texts, folder: Path) -> Path | None:
        """A letter or bill to keep with a source."""
        letters = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.docx *.odt *.xlsx *.ods *.csv *.txt *.eml *.msg"
        kinds = f"{texts.tr('Letters, pictures and tables')} ({letters});;{texts.tr('All files')} (*)"
        return _chosen(QFileDialog.getOpenFileName(parent, texts.tr("Attach file"), str(folder), kinds)[0])

    def copy_to_make(self, parent: QWidget, texts: Texts, proposed: Path) -> Path | None:
        """Where a copy of a kept file should be."""
        return _chosen(QFileDialog.getSaveFileName(parent, texts.tr("Save a copy"), str(proposed))[0])


def _chosen(text: str) -> Path | None:
    return Path(text) if text else None
