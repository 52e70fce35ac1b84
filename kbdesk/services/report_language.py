"""In which language and number format pictures, tables and reports leave the program.

Three settings: the language of the window, the number format, the language of reports. A report has the number format
as long as it is one of the report's language (Swiss numbers in a German report), else that language's own.
"""

from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts


def report_texts(desk: Desk, project: Project, language: str = "") -> Texts:
    """The texts of what is saved and copied: in this language, else in that of the settings, else of the document."""
    settings = desk.settings.load()
    chosen = language or settings.report_language or project.municipality.language
    fits = settings.number_locale.partition("_")[0] == chosen
    return project.reference.texts(chosen, settings.number_locale if fits else "")
