from dataclasses import replace

import pytest

from kbdesk.models.completeness import CellState
from kbdesk.models.completeness import completeness
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory


def test_that_21_cells_are_required_and_known() -> None:
    cells = completeness(inventory(), 2018).cells
    assert len(cells) == 21
    assert all(c.sector in codebook().sectors and c.carrier in codebook().carriers for c in cells)
    assert {c.state for c in cells} == {CellState.NOTHING}


@pytest.mark.parametrize(
    ("given", "state", "filled"),
    [
        (entry(2018, "residential", "biomass", "5"), CellState.VALUE, True),
        (entry(2018, "residential", "biomass", "0"), CellState.ZERO, True),
        (Entry(EntryKey(2018, "residential", "biomass"), notation_key=NotationKey.NO), CellState.ABSENT, True),
        (Entry(EntryKey(2018, "residential", "biomass"), notation_key=NotationKey.NE), CellState.KEY, False),
        (replace(entry(2018, "residential", "biomass", ""), text="some"), CellState.DRAFT, False),
        (entry(2018, "residential", "biomass", "", source="forester"), CellState.NOTHING, False),
        (entry(2017, "residential", "biomass", "5"), CellState.NOTHING, False),
        (entry(2018, "residential", "biomass_unsustainable", "5"), CellState.VALUE, True),
    ],
)
def test_that_each_cell_says_what_stands_in_it(given: Entry, state: CellState, *, filled: bool) -> None:
    found = completeness(inventory([given]), 2018)
    (cell,) = [c for c in found.cells if (c.sector, c.carrier) == ("residential", "biomass")]
    assert (cell.state, cell.filled) == (state, filled)
    assert (cell in found.missing) is not filled


def test_that_the_best_of_several_places_counts() -> None:
    key = Entry(EntryKey(2018, "industry", "electricity"), notation_key=NotationKey.NE)
    found = completeness(inventory([key, entry(2018, "industry_ets", "electricity", "5")]), 2018)
    (cell,) = [c for c in found.cells if (c.sector, c.carrier) == ("industry", "electricity")]
    assert cell.state is CellState.VALUE


def test_that_the_state_can_be_written_as_json() -> None:
    found = completeness(inventory([entry(2018, "residential", "electricity", "5")]), 2018).as_mapping()
    assert (found["required"], found["filled"]) == (21, 1)
    assert found["cells"][0] == {"sector": "residential", "carrier": "electricity", "state": "value"}
