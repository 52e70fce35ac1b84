"""Which findings are shown first."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.findings_order import FIRST
from kbdesk.models.findings_order import shown_first

TOTALS: dict[int, Decimal | None] = {2020: Decimal(10_000), 2021: None}


def found(level: Level, effect: str | None, year: int | None = 2020) -> Finding:
    return Finding(level, "entry.place_unusual", year, effect_t=None if effect is None else Decimal(effect))


def test_that_a_small_effect_waits_and_one_that_just_is_not_does_not() -> None:
    small, enough = found(Level.WARNING, "49.9"), found(Level.WARNING, "50")
    assert shown_first([enough] + FIRST * [small], TOTALS) == (enough,)
    less = found(Level.NOTE, "-49.9")
    assert shown_first([*FIRST * [less], found(Level.NOTE, "-50")], TOTALS) == (found(Level.NOTE, "-50"),)


def test_that_nothing_is_kept_back_where_little_or_only_small_effects_are_there() -> None:
    small, enough = found(Level.WARNING, "49.9"), found(Level.WARNING, "50")
    assert shown_first([enough, small], TOTALS) == (enough, small)
    assert shown_first(7 * [small], TOTALS) == tuple(FIRST * [small])


def test_that_errors_corrections_and_unknown_effects_are_never_small() -> None:
    kept = [found(Level.ERROR, "0"), found(Level.WARNING, None), found(Level.WARNING, "1", 2021)]
    kept += [found(Level.NOTE, "1", None), found(Level.WARNING, "1")._replace(fix=Fix(FixKind.UNIT, (), "MWh"))]
    assert shown_first(kept, TOTALS) == tuple(kept)


@given(st.lists(st.builds(found, st.sampled_from(Level), st.none() | st.integers(0, 200).map(str))))
def test_that_at_most_five_are_shown_in_the_order_given(findings: list[Finding]) -> None:
    shown = shown_first(findings, TOTALS)
    assert len(shown) <= FIRST
    remaining = iter(findings)
    assert all(finding in remaining for finding in shown)
