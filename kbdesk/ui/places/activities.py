"""What a member does beside its figures: its profile, climate justice, and the register of activities."""

from collections.abc import Callable

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from kbdesk.models.changes import Change
from kbdesk.services import activities
from kbdesk.ui.context import Context
from kbdesk.ui.forms.activity_justice import JusticeForm
from kbdesk.ui.forms.activity_profile import ProfileForm
from kbdesk.ui.forms.activity_register import ActivityRegister
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import GRID
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.part_jumps import PartJumps
from kbdesk.ui.widgets.running_text import RunningText
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with

_CHARACTERS = 120
"""Fields are no wider than this; the register takes the whole width."""


class ActivitiesPlace(Place):
    """Three parts on one page, each saved field by field."""

    id = "activities"
    icon = "handshake"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.profile = ProfileForm(context, self._run)
        self.justice = JusticeForm(context, self._run)
        self.register = ActivityRegister(context, self._run)
        self._arrange()
        self.jumps.come_first()
        self.entrance = self.profile.type

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Activities")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        texts, count = context.texts, len(context.project.inventory.activities)
        if activities.is_overdue(context.project):
            return PlaceState("triangle-alert", texts.tr("report overdue"))
        if not count:
            return PlaceState("circle", texts.tr("none recorded yet"))
        return PlaceState("circle-check", texts.trn("{count} activity", "{count} activities", count))

    @override
    def refresh(self, change: Change | None) -> None:
        for part in (self.profile, self.justice, self.register):
            part.refresh()

    @override
    def show_target(self, target: object) -> None:
        """Go to an activity, by its id."""
        if isinstance(target, str) and target in self.context.project.inventory.activities:
            self.register.filter.setCurrentIndex(0)
            self.register.refresh()
            self.register.table.choose(target)
            self.jumps.buttons[-1].click()

    @override
    def save_pending(self) -> None:
        for part in (self.profile, self.justice):
            part.save_pending()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.save_pending()
        super().hideEvent(event)

    def _arrange(self) -> None:
        tr, page = self.context.texts.tr, ScrollPage()
        self.jumps = PartJumps(self.context.theme, self.context.texts, page)
        head = QVBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(Heading(self.context.theme, 1, tr("Activities and climate justice")))
        head.addWidget(self.jumps)
        page.column.addLayout(head)
        self._add(page, tr("Member profile"), "", self.profile, lambda: self.profile.type)
        said = tr("Commitments that are words, not figures. They go into the submission and the report.")
        first = next(iter(self.justice.rows.values()))
        self._add(page, tr("Climate justice"), said, self.justice, lambda: first.stance)
        self._add(page, tr("Register of activities"), "", self.register, lambda: self.register.first_field)
        page.column.addStretch(1)
        fill_with(self, page)

    def _add(self, page: ScrollPage, title: str, said: str, part: QWidget, field: Callable[[], QWidget]) -> None:
        heading = Heading(self.context.theme, 2, title)
        column = QVBoxLayout()
        column.setSpacing(GRID)
        column.addWidget(heading)
        if said:
            column.addWidget(RunningText(said))
        if part is not self.register:
            part.setMaximumWidth(_CHARACTERS * self.fontMetrics().averageCharWidth())
        column.addWidget(part)
        page.column.addLayout(column)
        self.jumps.add(title, heading, field)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)
