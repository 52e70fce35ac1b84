"""The line at the bottom of the window: when the document was saved and backed up, its name, the share of own data."""

from datetime import datetime
from decimal import Decimal

from PySide6.QtGui import QAccessible
from PySide6.QtGui import QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from PySide6.QtWidgets import QSizePolicy
from PySide6.QtWidgets import QStatusBar

from kbdesk.models.own_data import own_data_share
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts
from kbdesk.ui.theme import MARGIN

_NOTICE_MS = 8000


class StatusLine(QStatusBar):
    """Permanent words about the open document; short notices appear in their place for a while."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._state = QLabel()
        self._state.setContentsMargins(MARGIN, 0, 0, 0)
        self._state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._state, 1)
        self.setSizeGripEnabled(False)

    @property
    def text(self) -> str:
        """What the line says of the document."""
        return self._state.text()

    def show_document(
        self, project: Project | None, saved: datetime | None, backup: datetime | None, year: int = 0
    ) -> None:
        """Say when this document was saved and backed up, and how much of a year's emissions rests on own data."""
        if project is None:
            self._state.clear()
            return
        tr = self._texts.tr
        parts = [project.path.name]
        if project.document.read_only:
            parts.insert(0, tr("Read only"))
        elif saved is not None:
            parts.insert(0, tr("Saved {when}", when=self._when(saved)))
        if backup is not None:
            parts.insert(1, tr("backup {when}", when=self._when(backup, today=tr("today"))))
        if (share := _own_share(project, year)) is not None:
            parts.append(
                tr(
                    "{share} of emissions of {year} from own data",
                    share=self._texts.numbers.percent(share, 0),
                    year=str(year),
                )
            )
        self._state.setText(" · ".join(parts))
        self._state.setToolTip(str(project.path))

    def notice(self, text: str) -> None:
        """Say something in passing, to screen readers as well."""
        self.showMessage(text, _NOTICE_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _when(self, moment: datetime, today: str = "") -> str:
        local = moment.astimezone()
        numbers = self._texts.numbers
        if local.date() == datetime.now().astimezone().date():
            return f"{today} {numbers.time(local)}".strip()
        return numbers.day(local.date())


def _own_share(project: Project, year: int) -> Decimal | None:
    result = project.results.get(year)
    return None if result is None else own_data_share(result.cells)
