"""Results kept current change by change equal results computed anew."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.models.answers import Answer
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.changes import apply_edits
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.counting import RULES_VERSION
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import Record
from kbdesk.services.results import Results
from tests.builders import DUDENHOFEN
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

YEARS = st.integers(2018, 2021)
AMOUNTS = st.integers(0, 5000).map(Decimal)
ENTRIES = st.builds(
    lambda year, sector, carrier, amount: entry(year, sector, carrier, str(amount)),
    YEARS,
    st.sampled_from(["residential", "tertiary", "municipal_fleet"]),
    st.sampled_from(["electricity", "electricity_heating", "ambient_heat", "natural_gas", "local_heat"]),
    AMOUNTS,
)
RECORDS: st.SearchStrategy[Record] = st.one_of(
    ENTRIES,
    st.builds(lambda y, v: BaseDatum(y, Indicator.POPULATION, v + 1), YEARS, AMOUNTS),
    st.builds(lambda y, v: LocalFactor(y, "local_heat", v / 10000), YEARS, AMOUNTS),
    st.builds(lambda said: Answer(HEAT_PUMPS_METERED, said), st.sampled_from(["yes", "yes", "no"])),
    st.sampled_from(["bisko", "com-lca-co2e-2024"]).map(lambda set_id: replace(DUDENHOFEN, factor_set=set_id)),
)


def _change(edit: Edit) -> Change:
    from datetime import UTC
    from datetime import datetime

    return Change(1, StepKind.EDIT, "test", (), (edit,), datetime.now(UTC), "test")


def _recorded(current: Inventory, record: Record) -> Record | None:
    tables: list[Record] = [
        *current.entries.values(),
        *current.base_data.values(),
        *current.local_factors.values(),
        *current.answers.values(),
        current.municipality,
    ]
    return next((other for other in tables if other.identity == record.identity), None)


@given(st.lists(st.tuples(RECORDS, st.booleans()), max_size=25), st.sampled_from(["1", RULES_VERSION]))
@settings(max_examples=120)
def test_that_results_follow_every_change(steps: list[tuple[Record, bool]], version: str) -> None:
    current, used = inventory(), replace(rules(), version=version)
    results = Results(current, used)
    for record, wish in steps:
        before, deleted = _recorded(current, record), wish and not isinstance(record, Municipality)
        if deleted and before is None:
            continue
        edit = Edit(before, None if deleted else record)
        current = apply_edits(current, [edit])
        if isinstance(record, Municipality):
            used = replace(rules(record.factor_set), version=version)
            results.recompute(current, used)
        else:
            results.update(current, _change(edit))
        assert dict(results.years) == compute_inventory(current, used)
        assert list(results.years) == sorted(results.years)


def test_that_one_edit_computes_the_cells_it_concerns_and_no_others() -> None:
    heat, power = entry(2020, "residential", "ambient_heat", "320"), entry(2020, "residential", "electricity", "1000")
    others = [entry(2020, "tertiary", "ambient_heat", "64"), entry(2020, "tertiary", "electricity", "500")]
    declared = {HEAT_PUMPS_METERED: Answer(HEAT_PUMPS_METERED, "yes")}
    current = replace(inventory([heat, power, *others, entry(2020, "residential", "lpg", "5")]), answers=declared)
    results = Results(current, rules())
    before = {cell.key: cell for cell in results.years[2020].cells}
    edit = Edit(heat, entry(2020, "residential", "ambient_heat", "640"))
    current = apply_edits(current, [edit])
    results.update(current, _change(edit))
    after = {cell.key: cell for cell in results.years[2020].cells}
    assert after[power.key].energy_mwh == Decimal(800)
    assert {key for key in after if after[key] is not before[key]} == {heat.key, power.key}
