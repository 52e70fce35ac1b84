"""The energy flow: what goes in comes out, small carriers are put together, the largest flow is said."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from kbdesk.charts.data import FlowChart
from kbdesk.charts.data import Quantity
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import chart
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import thirty_five_years

CELLS = st.dictionaries(
    st.tuples(
        st.sampled_from(["residential", "tertiary", "industry", "municipal_buildings"]),
        st.sampled_from(["electricity", "natural_gas", "heating_oil", "biomass", "lignite", "lpg", "district_heat"]),
    ),
    st.integers(-50, 10_000_000),
    min_size=1,
)


def flow(of: Inventory, year: int | None = None) -> FlowChart:
    found = chart("flow", of, year)
    assert isinstance(found, FlowChart)
    return found


def test_that_the_flows_are_the_energy_of_the_year() -> None:
    found = flow(muenster())
    assert sum(band.value for band in found.bands) == pytest.approx(6_066_000, rel=0.001)
    assert [node.label for node in found.sectors] == ["Transport", "Buildings, not allocated"]
    assert [node.share_label for node in found.sectors] == ["26\u202f%", "74\u202f%"]


def test_that_the_sentence_names_the_largest_flow_with_its_share() -> None:
    assert flow(thirty_five_years()).sentence == (
        "2024: the largest energy flow is “Motor fuels” to “Transport” – 40,000\u00a0MWh, 31\u202f% of final energy."
    )
    assert flow(minimal_inventory()).sentence.endswith("9,650\u00a0MWh, 100\u202f% of final energy.")


def test_that_the_chosen_year_is_shown() -> None:
    found = flow(thirty_five_years(), 1990)
    assert found.title.startswith("Final energy 1990 from energy carrier to sector: ")
    assert found.sentence.startswith("1990: ")


@settings(max_examples=30)
@given(CELLS)
def test_that_every_node_is_what_flows_through_it_and_no_flow_is_negative(cells: dict[tuple[str, str], int]) -> None:
    found = flow(inventory([entry(2020, *cell, str(mwh)) for cell, mwh in cells.items()], population={2020: 4000}))
    sums: defaultdict[str, float] = defaultdict(float)
    for band in found.bands:
        assert band.value > 0
        assert 0 <= band.weak <= band.value
        sums[band.carrier] += band.value
        sums[band.sector] += band.value
    assert {node.id: node.value for node in (*found.carriers, *found.sectors)} == pytest.approx(dict(sums))


def test_that_at_most_seven_classes_stand_at_each_side_and_every_flow_in_the_table() -> None:
    found = flow(largest())
    assert len(found.carriers) <= 7
    assert len(found.sectors) <= 7
    assert len(found.table().rows) == len(found.bands)
    assert found.table().rows[0][:2] == ("Electricity", "Municipal facilities")


def test_that_small_carriers_are_put_together_and_a_single_small_one_keeps_its_name() -> None:
    cells = [entry(2020, "residential", "natural_gas", "98000"), entry(2020, "residential", "lignite", "1000")]
    assert {node.label for node in flow(inventory(cells)).carriers} == {"Natural gas", "Coal and peat"}
    cells.append(entry(2020, "residential", "biomass", "900"))
    found = flow(inventory(cells))
    assert {node.label: node.value for node in found.carriers} == {"Natural gas": 98000, "Other carriers": 1900}


def test_that_missing_values_are_said_and_change_the_sentence() -> None:
    found = flow(mixed())
    assert "1 value of 2023 is missing: the flows are at least this large." in found.notes
    assert found.sentence == (
        "2023: of what is known, the largest energy flow is “Natural gas” to “Households” – 30,000\u00a0MWh, "
        "75\u202f% of it."
    )


def test_that_start_values_and_grade_d_are_told_apart() -> None:
    weak = {(band.carrier, band.sector): band.weak for band in flow(mixed()).bands}
    assert weak == {("electricity", "services"): 4000, ("gas", "households"): 0, ("oil", "households"): 6000}
    assert flow(mixed()).weak_label == "hatched: start values or grade D"
    assert flow(mixed()).table().header[-1] == "of which start values or grade D"
    assert flow(muenster()).weak_label == ""


def test_that_a_negative_flow_is_named_and_not_drawn() -> None:
    cells = [entry(2020, "residential", "natural_gas", "5000"), entry(2020, "tertiary", "electricity", "-400")]
    found = flow(inventory(cells))
    assert [band.carrier for band in found.bands] == ["gas"]
    assert "Not drawn, because negative: Electricity → Commerce and services." in found.notes
    assert ("Electricity", "Commerce and services", "-400.0", "−8.0\u202f%") in found.table().rows


def test_that_nothing_is_drawn_of_published_results_or_keys_alone() -> None:
    assert flow(bielefeld()).empty
    assert flow(bielefeld()).sentence == (
        "Of these years only emissions are known: energy shows with the first own values."
    )
    key = entry(2020, "residential", "natural_gas", "", notation_key=NotationKey.NO, grade=None)
    assert flow(inventory([key])).empty
    zero = entry(2020, "residential", "natural_gas", "0")
    assert flow(inventory([zero])).sentence == "2020: there is no energy flow to show – every value is 0 or negative."


def test_that_energy_shows_though_no_factor_is_known() -> None:
    found = flow(inventory([entry(2020, "residential", "other_renewable", "50", grade=Grade.C, origin=Origin.START)]))
    assert [node.label for node in found.carriers] == ["Other carriers"]


def test_that_shares_are_numbers_in_the_table() -> None:
    shares = [row[3] for row in flow(muenster()).cells]
    assert all(isinstance(share, Quantity) and share.percent for share in shares)
    assert sum(share.value or 0 for share in shares if isinstance(share, Quantity)) == pytest.approx(1)
    assert flow(muenster()).table().rows[0][3].endswith("\u202f%")
