"""The settings: who works here, language, number format, language of reports."""

from PySide6.QtWidgets import QComboBox
from PySide6.QtWidgets import QLineEdit
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.services.desk import Desk
from kbdesk.texts.texts import LANGUAGES
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.language_names import LANGUAGE_NAMES
from kbdesk.ui.widgets.calm_combo import CalmCombo

_NUMBER_LOCALES = ("de", "de_CH", "en", "fr")
_CHARACTERS = 36


class SettingsDialog(FormDialog):
    """Shows the settings and keeps them when confirmed."""

    def __init__(self, parent: QWidget, desk: Desk, texts: Texts) -> None:
        super().__init__(parent, texts.tr("Settings"))
        self._desk = desk
        settings = desk.settings.load()
        self.name = QLineEdit(settings.name)
        self.name.setMinimumWidth(self.fontMetrics().averageCharWidth() * _CHARACTERS)
        self.office = QLineEdit(settings.office)
        self.language = QComboBox()
        for code, shown in (("", texts.tr("as the system")), *((c, LANGUAGE_NAMES[c]) for c in LANGUAGES)):
            self.language.addItem(shown, code)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.numbers = QComboBox()
        self.numbers.addItem(texts.tr("as the language"), "")
        for locale in _NUMBER_LOCALES:
            self.numbers.addItem(_example(desk, texts.language, locale), locale)
        self.numbers.setCurrentIndex(max(0, self.numbers.findData(settings.number_locale)))
        self.reports = CalmCombo()
        languages = ((code, LANGUAGE_NAMES[code]) for code in LANGUAGES)
        self.reports.offer((("", texts.tr("as the document")), *languages), settings.report_language)
        tr = texts.tr
        self.add_fields(
            (tr("Your &name"), self.name),
            (tr("&Office"), self.office),
            (tr("&Language"), self.language),
            (tr("Number &format"), self.numbers),
            (tr("Language of &reports"), self.reports),
        )
        self.name.setAccessibleDescription(tr("Is kept with what you enter and stands in submissions"))
        self.office.setAccessibleDescription(tr("Stands in submissions"))
        self.language.setAccessibleDescription(tr("Of the window and of what is created"))
        self.numbers.setAccessibleDescription(tr("How numbers are typed and shown"))
        self.reports.setAccessibleDescription(tr("Of pictures, tables and reports that are saved or copied"))
        self.add_buttons(texts, tr("Save settings"))

    @override
    def accept(self) -> None:
        settings = self._desk.settings.load()
        settings.name, settings.office = self.name.text().strip(), self.office.text().strip()
        settings.language = self.language.currentData()
        settings.number_locale = self.numbers.currentData()
        settings.report_language = self.reports.value
        self._desk.settings.save(settings)
        super().accept()


def _example(desk: Desk, language: str, locale: str) -> str:
    """What numbers look like in a format."""
    return desk.reference.texts(language, locale).numbers.fixed(12345.67, 2)
