from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.commitments import read_commitments
from kbdesk.paths import resources_dir
from tests.models.cases import case

SHIPPED = {c.id: c for c in read_commitments(resources_dir() / "commitments" / "commitments.csv")}
PATHS = {rule["rule"]: rule for rule in case("unit_commitment_path")["cases"]}


def test_that_the_ten_percent_rule_compounds() -> None:
    rule = SHIPPED["ca-ten-percent"]
    for year, factor in PATHS["compound 10 % per 5 years from 1990"]["factor"].items():
        assert abs(rule.target(int(year), 1990, 1.0) - float(factor)) < 5e-5
    assert rule.final_target(1.0) is None


def test_that_the_halving_is_reached_in_2030_on_a_straight_line() -> None:
    rule = SHIPPED["ca-half-2030"]
    assert rule.target(2030, 1990, 12.0) == pytest.approx(6.0)
    assert rule.target(2010, 1990, 12.0) == pytest.approx(9.0)
    assert rule.target(2040, 1990, 12.0) == pytest.approx(6.0)
    assert rule.final_target(12.0) == pytest.approx(6.0)


def test_that_the_95_percent_leave_a_twentieth() -> None:
    rule = SHIPPED["ca-95-2050"]
    assert rule.target(2050, 1990, 1.0) == pytest.approx(float(PATHS["new goal >=95 % by 2050"]["factor"]["2050"]))


def test_that_a_level_holds_for_ever() -> None:
    rule = SHIPPED["ca-2.5t"]
    assert rule.target(1990, 1990, 12.0) == rule.target(2080, 1990, 12.0) == rule.final_target(12.0) == 2.5


def test_that_the_path_begins_at_the_base() -> None:
    for rule in SHIPPED.values():
        if rule.kind is not CommitmentKind.LEVEL:
            assert rule.target(1990, 1990, 8.0) == pytest.approx(8.0)


def test_that_a_base_after_the_target_year_expects_the_target() -> None:
    assert SHIPPED["com-2020"].target(2019, 2022, 10.0) == pytest.approx(8.0)


def test_that_a_reduction_without_target_year_holds_at_once() -> None:
    rule = Commitment(
        id="own",
        name="own",
        wording="",
        since="",
        basis=Basis.TOTAL,
        kind=CommitmentKind.REDUCTION,
        value=Decimal("0.3"),
        period_years=0,
        base_year=None,
        target_year=None,
        source="",
    )
    assert rule.target(2000, 1990, 10.0) == pytest.approx(7.0)
    assert rule.default


def test_that_the_alliance_applies_by_default_and_the_covenant_does_not() -> None:
    assert [c.id for c in SHIPPED.values() if c.default] == ["ca-ten-percent", "ca-half-2030", "ca-2.5t", "ca-95-2050"]
    assert {c.id for c in SHIPPED.values() if not c.default} == {"com-2020", "com-2030-40", "com-2030-55", "com-2050"}


def test_that_the_shipped_commitments_say_what_they_measure() -> None:
    measured = {c.id: c.basis for c in SHIPPED.values()}
    assert measured["ca-ten-percent"] is Basis.TOTAL
    assert measured["ca-half-2030"] is Basis.PER_INHABITANT
    assert measured["ca-2.5t"] is Basis.PER_INHABITANT
    assert all(c.name and c.wording and c.source for c in SHIPPED.values())


def test_that_an_empty_table_has_no_commitments(tmp_path: Path) -> None:
    table = tmp_path / "commitments.csv"
    table.write_text("id,name\n", encoding="utf-8")
    assert read_commitments(table) == ()
