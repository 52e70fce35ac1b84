"""The findings of the open inventory; a year is checked again only when its result changed."""

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
        self._by_year = {year: self._checked(year, result) for year, result in results.items()}
        return in_order(finding for _, found in self._by_year.values() for finding in found)

    def _checked(self, year: int, result: YearResult) -> tuple[YearResult, tuple[Finding, ...]]:
        known = self._by_year.get(year)
        if known is not None and known[0] is result:
            return known
        return result, review_year(result, self._rules)
