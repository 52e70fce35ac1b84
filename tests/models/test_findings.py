from decimal import Decimal

from kbdesk.models.findings import Check
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings import in_order
from kbdesk.models.findings import read_checks
from kbdesk.paths import resources_dir


def check(minimum: str | None, maximum: str | None) -> Check:
    lower, upper = (None if limit is None else Decimal(limit) for limit in (minimum, maximum))
    return Check("some.check", Level.WARNING, lower, upper, "")


def test_that_limits_are_still_good() -> None:
    both = check("9.5", "12.2")
    assert both.accepts(Decimal("9.5"))
    assert both.accepts(Decimal("12.2"))
    assert not both.accepts(Decimal("9.4"))
    assert not both.accepts(Decimal("12.3"))


def test_that_a_check_without_limits_accepts_everything() -> None:
    assert check(None, None).accepts(Decimal("-1e9"))
    assert check("0", None).accepts(Decimal("1e9"))
    assert not check(None, "5").accepts(Decimal(6))


def test_that_the_shipped_checks_have_levels_and_references() -> None:
    checks = read_checks(resources_dir() / "findings" / "findings.csv")
    assert checks["gas.calorific_value"].maximum == Decimal("12.2")
    assert all(check.reference for check in checks.values())
    assert {check.level for check in checks.values()} == set(Level)


def test_that_findings_are_ordered_by_level_effect_and_place() -> None:
    small = Finding(Level.ERROR, "b", 2018, effect_t=Decimal(1))
    large = Finding(Level.ERROR, "b", 2018, effect_t=Decimal(100))
    unknown = Finding(Level.ERROR, "a", 2018)
    nowhere = Finding(Level.NOTE, "a", effect_t=Decimal(1000))
    warning = Finding(Level.WARNING, "a", 2018)
    assert in_order([nowhere, warning, unknown, small, large]) == (large, small, unknown, warning, nowhere)
