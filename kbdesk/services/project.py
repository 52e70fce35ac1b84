"""One open document with everything that follows from it: inventory, results, progress, findings."""

from collections.abc import Callable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from kbdesk.models.absences import Place
from kbdesk.models.absences import absent_places
from kbdesk.models.answers import Answer
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import apply_edits
from kbdesk.models.commitments import Commitment
from kbdesk.models.consequences import with_consequences
from kbdesk.models.factors import FactorSet
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.progress import Progress
from kbdesk.models.progress import SupportYear
from kbdesk.models.progress import assess
from kbdesk.models.progress import support_years
from kbdesk.models.sector_supports import sector_supports
from kbdesk.models.sent_results import SentResult
from kbdesk.models.submissions import SubmissionEntry
from kbdesk.models.targets import held
from kbdesk.services.kept_factor_sets import QUESTION
from kbdesk.services.kept_factor_sets import extended
from kbdesk.services.reference import Reference
from kbdesk.services.results import Results
from kbdesk.services.reviews import Reviews
from kbdesk.services.sent_results import sent_results
from kbdesk.storage.document import Document


class Project:
    """The open municipality. Activities (the sibling modules) change it through ``commit``; nothing else does."""

    def __init__(self, document: Document, reference: Reference, today: Callable[[], date] = date.today) -> None:
        self.document = document
        self.today = today
        self._inventory = document.read_inventory()
        self._shipped = reference
        self.reference = reference = extended(reference, document, self._inventory.answers)
        self._results = Results(self._inventory, reference.rules(self._inventory.municipality.factor_set))
        self._sent: Mapping[int, SentResult] | None = None
        self._reviews = Reviews(reference, today().year, self._sent_results)
        self._supports: tuple[SupportYear, ...] | None = None
        self._progress: tuple[Progress, ...] | None = None
        self._sector_progress: tuple[Progress, ...] | None = None
        self._findings: tuple[Finding, ...] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The document's file."""
        return self.document.path

    @property
    def inventory(self) -> Inventory:
        """Everything recorded, as of now."""
        return self._inventory

    @property
    def municipality(self) -> Municipality:
        """The municipality the document is about."""
        return self._inventory.municipality

    @property
    def results(self) -> Mapping[int, YearResult]:
        """The computed inventory by year, ascending."""
        return self._results.years

    @property
    def factor_set(self) -> FactorSet:
        """The factor set the results were computed with."""
        return self._results.rules.factor_set

    @property
    def supports(self) -> tuple[SupportYear, ...]:
        """The years commitments are judged by."""
        if self._supports is None:
            self._supports = support_years(self._inventory, self.results, self.reference.codebook)
        return self._supports

    @property
    def progress(self) -> tuple[Progress, ...]:
        """Every commitment the municipality holds, and its own targets for everything, against the support years."""
        if self._progress is None:
            base_year = self.municipality.base_year
            self._progress = tuple(assess(c, self.supports, base_year) for c in self._held if not c.sector)
        return self._progress

    @property
    def sector_progress(self) -> tuple[Progress, ...]:
        """Its own targets for sectors, each against the support years of its sector."""
        if self._sector_progress is None:
            base_year = self.municipality.base_year
            self._sector_progress = tuple(
                assess(c, self.sector_supports(c.sector), base_year) for c in self._held if c.sector
            )
        return self._sector_progress

    def sector_supports(self, sector: str) -> tuple[SupportYear, ...]:
        """The years the targets of a sector are judged by."""
        return sector_supports(self._inventory, self.results, self.reference.codebook, sector)

    @property
    def _held(self) -> tuple[Commitment, ...]:
        inventory = self._inventory
        return held(self.reference.commitments, inventory.answers, inventory.targets)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Errors, warnings and notes, errors first, then by effect."""
        if self._findings is None:
            self._findings = self._reviews.findings(self._inventory, self.results)
        return self._findings

    def findings_of(self, year: int) -> tuple[Finding, ...]:
        """The findings of one year, in the same order, without checking the others."""
        return self._reviews.findings_of(self._inventory, self.results, year)

    @property
    def absent(self) -> frozenset[Place]:
        """What does not exist here, by the answers given: sectors with carriers."""
        return absent_places(self.reference.cards, self._inventory.answers) if self._inventory.answers else frozenset()

    @property
    def apart(self) -> frozenset[str]:
        """The sectors that are contained in others by the rules of the factor set: shown and not added."""
        return self._results.apart

    def cell(self, key: EntryKey) -> CellResult | None:
        """The result of one cell; ``None`` where nothing is recorded."""
        return self._results.cell(key)

    def commit(self, action: str, parameters: Mapping[str, str], edits: Sequence[Edit]) -> Change | None:
        """Write the edits, with what follows from them, as one step that is durable when this returns.

        Edits that change nothing are left out; ``None`` where none is left.
        """
        real = [edit for edit in edits if edit.before != edit.after]
        if not real:
            return None
        whole = with_consequences(self._inventory, real, self.absent, self.results)
        return self._follow(self.document.record(action, parameters, whole))

    def compute_with(self, factor_set: str) -> None:
        """Show the results of another factor set; the document keeps its own."""
        self._results.recompute(self._inventory, self.reference.rules(factor_set))
        self._supports = self._progress = self._sector_progress = self._findings = None

    def register(self, entry: SubmissionEntry) -> None:
        """Enter a submission that was made in the document's register."""
        self.document.register_submission(entry)
        self._sent = self._findings = None

    def undo(self) -> Change | None:
        """Take back the last step; ``None`` where there is none."""
        return self._follow(self.document.undo())

    def redo(self) -> Change | None:
        """Repeat the step taken back last; ``None`` where there is none."""
        return self._follow(self.document.redo())

    @property
    def undoable(self) -> Change | None:
        """The step that *undo* would take back."""
        return self.document.undoable

    @property
    def redoable(self) -> Change | None:
        """The step that *redo* would repeat."""
        return self.document.redoable

    def close(self) -> None:
        """Close the document and give up its lock."""
        self.document.close()

    def _sent_results(self) -> Mapping[int, SentResult]:
        if self._sent is None:
            self._sent = sent_results(self.document.submissions())
        return self._sent

    def _follow(self, change: Change | None) -> Change | None:
        if change is None:
            return None
        rules_before = self.municipality.factor_set
        self._inventory = apply_edits(self._inventory, change.edits)
        if any(isinstance(edit.record, Answer) and edit.record.question.startswith(QUESTION) for edit in change.edits):
            self.reference = extended(self._shipped, self.document, self._inventory.answers)
            self._reviews = Reviews(self.reference, self.today().year, self._sent_results)
        if self.municipality.factor_set != rules_before:
            self._results.recompute(self._inventory, self.reference.rules(self.municipality.factor_set))
        else:
            self._results.update(self._inventory, change)
        self._supports = self._progress = self._sector_progress = self._findings = None
        return change
