"""Recomputation: the whole inventory, growth with its size, one edit."""

from itertools import count

import pytest

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.services.project import Project
from tests.benchmarks.conftest import Measured
from tests.builders import full_inventory
from tests.builders import rules

CELLS_OF_THE_MARK = 35 * 16 * 20
MARK_MS = 60


@pytest.mark.parametrize("years", [2, 8, 35])
def bench_recomputation(measured: Measured, years: int) -> None:
    inventory, used = full_inventory(range(1990, 1990 + years)), rules()
    mark = round(MARK_MS * len(inventory.entries) / CELLS_OF_THE_MARK, 1)
    measured(f"recomputation, {years} years, {len(inventory.entries)} cells", mark)(
        compute_inventory, inventory, used
    )


def bench_one_edit_without_the_disk(
    measured: Measured, largest: Project
) -> None:
    from kbdesk.services.results import Results

    key, numbers = EntryKey(2024, "residential", "electricity"), count(1000)
    change = data_entry.record_quantity(largest, key, "999", ".")
    assert change is not None
    results = Results(largest.inventory, rules())

    def edit() -> None:
        next(numbers)
        results.update(largest.inventory, change)

    measured("one edit recomputed, 35 years", 16, "p95")(edit)


def bench_one_edit_with_the_durable_commit(measured: Measured, largest: Project) -> None:
    key, numbers = EntryKey(2024, "residential", "electricity"), count(1000)

    def edit() -> None:
        data_entry.record_quantity(largest, key, str(next(numbers)), ".")
        assert largest.findings is not None
        assert largest.progress

    measured("one edit committed, recomputed, checked, 35 years", 50, "p95").pedantic(edit, rounds=60, warmup_rounds=3)
