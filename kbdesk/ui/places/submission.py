"""From the check to the register: the five steps of a submission in a column, each with its state."""

from collections.abc import Callable
from pathlib import Path

from typing_extensions import override

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.services import submitting
from kbdesk.services import verifying
from kbdesk.services.readiness import blocking
from kbdesk.ui.context import Context
from kbdesk.ui.place import Place
from kbdesk.ui.place import PlaceState
from kbdesk.ui.theme import Meaning
from kbdesk.ui.widgets.busy import busy_cursor
from kbdesk.ui.widgets.check_step import CheckStep
from kbdesk.ui.widgets.creation_step import CreationStep
from kbdesk.ui.widgets.headings import Heading
from kbdesk.ui.widgets.register_step import RegisterStep
from kbdesk.ui.widgets.release_step import ReleaseStep
from kbdesk.ui.widgets.scroll_page import ScrollPage
from kbdesk.ui.widgets.scroll_page import fill_with
from kbdesk.ui.widgets.verification_step import VerificationStep

_NOT_POSSIBLE = ("circle-dashed", "lock")


class SubmissionPlace(Place):
    """Check, release, create, verify, register."""

    id = "submission"
    icon = "send"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme, texts = context.theme, context.texts
        self.heading = Heading(theme, 1)
        self.check = CheckStep(context, self._run)
        self.release = ReleaseStep(theme, texts, context.desk.settings)
        self.creation = CreationStep(theme, texts)
        self.verification = VerificationStep(theme, texts)
        self.register = RegisterStep(theme, texts)
        self.release.changed.connect(self._show_readiness)
        self.creation.creation_wanted.connect(self._create)
        self.verification.files_chosen.connect(self.verify)
        page = ScrollPage()
        steps = (self.check, self.release, self.creation, self.verification, self.register)
        for widget in (self.heading, *steps):
            page.column.addWidget(widget)
        page.column.addStretch()
        fill_with(self, page)

    @staticmethod
    @override
    def title(context: Context) -> str:
        return context.texts.tr("Submission")

    @staticmethod
    @override
    def state(context: Context) -> PlaceState | None:
        icon, word, _ = _readiness(context)
        return PlaceState(icon, word)

    @override
    def refresh(self, change: Change | None) -> None:
        project, year = self.context.project, self.context.year
        self.heading.setText(self.context.texts.tr("Submission of {year}", year=str(year)))
        self.check.show_year(project, year)
        self.creation.show_year(year)
        self.register.show_entries(project.document.submissions())
        self._show_readiness()

    @override
    def show_year(self, year: int) -> None:
        self.refresh(None)

    def verify(self, paths: list[Path]) -> None:
        """Check these files and show what they are; one that cannot be read at all is an error message."""
        context, found = self.context, []
        with busy_cursor():
            verifier = verifying.verifier(context.project.reference)
            for path in paths:
                try:
                    found.append(verifier.verify(path))
                except UserError as error:
                    context.messages.show_error(context.texts.error(error))
        self.verification.show_verifications(found)

    def _create(self) -> None:
        context, folder = self.context, self.creation.folder
        try:
            with busy_cursor():
                created = submitting.create_submission(context.project, context.year, folder, self.release.release)
        except UserError as error:
            context.messages.show_error(context.texts.error(error))
            return
        self.creation.show_created(created)
        self.refresh(None)
        context.bus.year_chosen.emit(context.year)

    def _show_readiness(self) -> None:
        context, tr = self.context, self.context.texts.tr
        icon, word, meaning = _readiness(context)
        possible = meaning is not Meaning.ERROR and icon not in _NOT_POSSIBLE
        if possible and not self.release.complete:
            icon, word, meaning = "circle-dashed", tr("waits for your name in step 2"), Meaning.WARNING
        self.creation.state.show_state(icon, word, meaning)
        self.creation.create_button.setEnabled(possible and self.release.complete)

    def _run(self, command: Callable[[], Change | None]) -> bool:
        return self.context.run(command, self)


def _readiness(context: Context) -> tuple[str, str, Meaning | None]:
    """How far the submission of the chosen year is: icon, word, meaning."""
    project, year, texts = context.project, context.year, context.texts
    if year not in project.results:
        return "circle-dashed", texts.tr("no values in {year}", year=str(year)), None
    if project.document.read_only:
        return "lock", texts.tr("the document is open for reading only"), None
    if errors := blocking(project, year):
        word = texts.trn("blocked by {count} error", "blocked by {count} errors", len(errors))
        return "circle-x", word, Meaning.ERROR
    revisions = [entry.revision for entry in project.document.submissions() if entry.year == year]
    if revisions:
        return "circle-check", texts.tr("r{revision} made", revision=str(max(revisions))), Meaning.OK
    return "circle", texts.tr("ready"), None
