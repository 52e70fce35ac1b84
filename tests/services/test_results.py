"""Results kept current change by change equal results computed anew."""

from decimal import Decimal

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.changes import StepKind
from kbdesk.models.changes import apply_edits
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Record
from kbdesk.services.results import Results
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

YEARS = st.integers(2018, 2021)
AMOUNTS = st.integers(0, 5000).map(Decimal)
ENTRIES = st.builds(
    lambda year, sector, carrier, amount: entry(year, sector, carrier, str(amount)),
    YEARS,
    st.sampled_from(["residential", "tertiary", "industry"]),
    st.sampled_from(["electricity", "natural_gas", "peat", "local_heat"]),
    AMOUNTS,
)
RECORDS: st.SearchStrategy[Record] = st.one_of(
    ENTRIES,
    st.builds(lambda y, v: BaseDatum(y, Indicator.POPULATION, v + 1), YEARS, AMOUNTS),
    st.builds(lambda y, v: LocalFactor(y, "local_heat", v / 10000), YEARS, AMOUNTS),
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
    ]
    return next((other for other in tables if other.identity == record.identity), None)


@given(st.lists(st.tuples(RECORDS, st.booleans()), max_size=25))
@settings(max_examples=60)
def test_that_results_follow_every_change(steps: list[tuple[Record, bool]]) -> None:
    current, used = inventory(), rules()
    results = Results(current, used)
    for record, deleted in steps:
        before = _recorded(current, record)
        if deleted and before is None:
            continue
        edit = Edit(before, None if deleted else record)
        current = apply_edits(current, [edit])
        results.update(current, _change(edit))
        assert dict(results.years) == compute_inventory(current, used)
        assert list(results.years) == sorted(results.years)
