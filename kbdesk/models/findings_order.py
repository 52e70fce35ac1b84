"""Which findings are shown first: few, and only those that matter for the result."""

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal
from itertools import islice

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level

FIRST = 5
"""So many of a kind are shown before one asks for all."""
LEAST_SHARE = Decimal("0.005")
"""Among many, a finding about less of the year's emissions than this is shown only where all are."""


def shown_first(findings: Iterable[Finding], totals_t: Mapping[int, Decimal | None]) -> tuple[Finding, ...]:
    """The first few in the order given, without those whose effect is small beside the total of their year [t].

    Where there are only a few, or only small ones, a small effect is no reason to keep one back.
    Errors, findings with a correction, and those whose effect or year's total is not known, are never small.
    """
    found = tuple(findings)
    first = tuple(islice((f for f in found if not _is_small(f, totals_t)), FIRST))
    return first if first and len(found) > FIRST else found[:FIRST]


def _is_small(finding: Finding, totals_t: Mapping[int, Decimal | None]) -> bool:
    total = totals_t.get(finding.year) if finding.year is not None else None
    if finding.level is Level.ERROR or finding.fix is not None or finding.effect_t is None or not total:
        return False
    return abs(finding.effect_t) < LEAST_SHARE * abs(total)
