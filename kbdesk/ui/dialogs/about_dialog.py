"""What the program is, which data it ships, and under which licences."""

import platform

from PySide6 import __version__ as pyside_version
from PySide6.QtWidgets import QWidget

from kbdesk import __version__
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts
from kbdesk.ui.dialogs.form_dialog import FormDialog
from kbdesk.ui.theme import Theme
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.page import words
from kbdesk.ui.widgets.scrolling_table import ScrollingTable

_SIZE = (980, 640)


class AboutDialog(FormDialog):
    """Version, licence, factor sets with their editions, other shipped data."""

    def __init__(self, parent: QWidget, reference: Reference, texts: Texts, theme: Theme) -> None:
        super().__init__(parent, texts.tr("About kbdesk"))
        self.resize(*_SIZE)
        tr = texts.tr
        self.column.addWidget(Heading(theme, 1, f"kbdesk {__version__}"))
        self.column.addWidget(
            words(theme, tr("The energy and greenhouse-gas inventory of a municipality."), muted=False)
        )
        self.column.addWidget(
            words(
                theme, tr("Free software under the European Union Public Licence 1.2 (EUPL-1.2), without any warranty.")
            )
        )
        built = f"Python {platform.python_version()} · Qt/PySide6 {pyside_version} (LGPL-3.0)"
        self.column.addWidget(words(theme, built))
        self.column.addWidget(Heading(theme, 2, tr("Shipped data")))
        self.table = ScrollingTable(tr("Shipped data"), tr("Copy"), wrapped=True)
        self.table.rows.show_rows((tr("Data"), tr("Source and licence")), _rows(reference, texts))
        self.table.stretch(1)
        self.column.addWidget(self.table, 1)
        self.add_close_button(texts)


def _rows(reference: Reference, texts: Texts) -> list[tuple[str, str]]:
    tr, factors = texts.tr, reference.factors
    sets = {set_id: factors.get(set_id) for set_id in factors.ids}
    return [
        *((factors.title(set_id), f"{found.reference} · {found.licence}") for set_id, found in sets.items()),
        (tr("Municipalities of Europe"), "Eurostat LAU 2020 · © Eurostat"),
        (tr("Icons"), "Lucide 1.62 · ISC, MIT"),
    ]
