"""The findings of the open inventory; a year is checked when it is asked for, again only when its result changed."""

from collections.abc import Mapping

from kbdesk.models.calculation import YearResult
from kbdesk.models.codebook import Codebook
from kbdesk.models.findings import Checks
from kbdesk.models.findings import Finding
from kbdesk.models.findings import in_order
from kbdesk.models.review import ReviewRules
from kbdesk.models.review import review_year


class Reviews:
    """Remembers the findings of each year's result."""

    def __init__(self, codebook: Codebook, checks: Checks, current_year: int) -> None:
        self._rules = ReviewRules(codebook, checks, current_year)
        self._by_year: dict[int, tuple[YearResult, tuple[Finding, ...]]] = {}

    def findings(self, results: Mapping[int, YearResult]) -> tuple[Finding, ...]:
        """All findings, errors first, then by effect."""
        return in_order(finding for result in results.values() for finding in self._checked(result))

    def findings_of(self, result: YearResult) -> tuple[Finding, ...]:
        """The findings of one year, errors first, then by effect."""
        return in_order(self._checked(result))

    def _checked(self, result: YearResult) -> tuple[Finding, ...]:
        known = self._by_year.get(result.year)
        if known is None or known[0] is not result:
            known = self._by_year[result.year] = result, review_year(result, self._rules)
        return known[1]
