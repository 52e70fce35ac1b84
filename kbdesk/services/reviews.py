"""The findings of the open inventory: a year is checked when asked for, again only when what it rests on changed."""

from collections.abc import Mapping
from typing import Protocol

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings import in_order
from kbdesk.models.fingerprints import fingerprint
from kbdesk.models.inventory import Inventory
from kbdesk.models.review import ReviewRules
from kbdesk.models.review import review_year


class ReviewReference(Protocol):
    """The shipped resources that checks need."""

    @property
    def codebook(self) -> Codebook: ...  # noqa: D102
    @property
    def checks(self) -> Checks: ...  # noqa: D102


class Reviews:
    """Remembers the findings of each year's result."""

    def __init__(self, reference: ReviewReference, current_year: int) -> None:
        self._rules = ReviewRules(reference.codebook, reference.checks, current_year)
        self._by_year: dict[int, tuple[YearResult, tuple[Finding, ...]]] = {}

    def findings(self, inventory: Inventory, results: Mapping[int, YearResult]) -> tuple[Finding, ...]:
        """All findings, errors first, then by effect."""
        return in_order(finding for year in results for finding in self._checked(inventory, results, year))

    def findings_of(self, inventory: Inventory, results: Mapping[int, YearResult], year: int) -> tuple[Finding, ...]:
        """The findings of one year, errors first, then by effect."""
        return in_order(self._checked(inventory, results, year)) if year in results else ()

    def _checked(self, inventory: Inventory, results: Mapping[int, YearResult], year: int) -> tuple[Finding, ...]:
        known, result = self._by_year.get(year), results[year]
        if known is None or known[0] is not result:
            known = self._by_year[year] = result, review_year(result, self._rules)
        return with_acknowledgements(known[1], inventory)


def with_acknowledgements(findings: tuple[Finding, ...], inventory: Inventory) -> tuple[Finding, ...]:
    """The findings, each with the acknowledgement that still fits what it is about; errors have none."""
    given = inventory.acknowledgements
    if not given:
        return findings
    return tuple(_acknowledged(finding, given.get(finding.place), inventory) for finding in findings)


def _acknowledged(finding: Finding, given: Acknowledgement | None, inventory: Inventory) -> Finding:
    if given is None or finding.level is Level.ERROR:
        return finding
    fits = given.fingerprint == fingerprint(finding, inventory.entries)
    return finding._replace(acknowledged=given) if fits else finding
