"""Recomputation: the whole inventory, growth with its size, one edit."""

from itertools import count

import pytest

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.inventory import EntryKey
from kbdesk.services import data_entry
from kbdesk.services.project import Project
from kbdesk.services.results import Results
from tests.benchmarks.conftest import Measured
from tests.builders import full_inventory
from tests.builders import rules

CELLS_OF_THE_MARK = 35 * 16 * 20
MARK_MS = 60
KEY = EntryKey(2024, "residential", "electricity")


@pytest.mark.parametrize("years", [2, 8, 35])
def bench_recomputation(measured: Measured, years: int) -> None:
    inventory, used = full_inventory(range(1990, 1990 + years)), rules()
    mark = round(MARK_MS * len(inventory.entries) / CELLS_OF_THE_MARK, 1)
    what = f"recomputation, {years} years, {len(inventory.entries)} cells"
    measured(what, mark, lambda: compute_inventory(inventory, used))


def bench_one_edit_recomputed(measured: Measured, largest: Project) -> None:
    change = data_entry.record_quantity(largest, KEY, "999", ".")
    assert change is not None
    results = Results(largest.inventory, rules())
    measured(
        "one edit recomputed, 35 years",
        16,
        lambda: results.update(largest.inventory, change),
        rounds=200,
        figure="p95",
    )


def bench_one_edit_with_the_durable_commit(measured: Measured, largest: Project) -> None:
    numbers = count(1000)

    def edit() -> None:
        data_entry.record_quantity(largest, KEY, str(next(numbers)), ".")
        assert largest.findings is not None
        assert largest.progress

    measured("one edit committed, recomputed, checked, 35 years", 50, edit, rounds=60, figure="p95")
