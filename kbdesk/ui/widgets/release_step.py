"""Step 2: who releases the submission, for which office; kept in the settings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget

from kbdesk.services.settings import SettingsFile
from kbdesk.services.submitting import Release
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import Meaning
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.step_box import StepBox

_FIELD_CHARACTERS = 40


class ReleaseStep(StepBox):
    """Name and office."""

    changed = Signal()

    def __init__(self, theme: Theme, texts: Texts, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(theme, 2, texts.tr("Release"), parent)
        self._texts = texts
        self._settings = settings
        self.name, self.office = QLineEdit(), QLineEdit()
        form = QFormLayout()
        for label, field in ((texts.tr("&Name"), self.name), (texts.tr("&Office"), self.office)):
            field.setPalette(theme.field_palette())
            field.setMaximumWidth(_FIELD_CHARACTERS * self.fontMetrics().averageCharWidth())
            field.setMinimumWidth(field.maximumWidth())
            field.textChanged.connect(self._tell)
            field.editingFinished.connect(self._store)
            form.addRow(label, field)
        self.content.addLayout(form)
        self.name.setAccessibleDescription(texts.tr("Is kept with what you enter and stands in submissions"))
        self.office.setAccessibleDescription(texts.tr("Stands in submissions"))
        known = settings.load()
        self.name.setText(known.name)
        self.office.setText(known.office)
        self._tell()

    @property
    def release(self) -> Release:
        """What is entered."""
        return Release(self.name.text().strip(), self.office.text().strip())

    @property
    def complete(self) -> bool:
        """Whether there is a name to stand for the submission."""
        return bool(self.release.name)

    def _tell(self) -> None:
        tr = self._texts.tr
        if self.complete:
            self.state.show_state("circle-check", tr("ready"), Meaning.OK)
        else:
            self.state.show_state("circle-dashed", tr("your name is missing"), Meaning.WARNING)
        self.changed.emit()

    def _store(self) -> None:
        settings = self._settings.load()
        if (settings.name, settings.office) != (self.release.name, self.release.office):
            settings.name, settings.office = self.release.name, self.release.office
            self._settings.save(settings)
