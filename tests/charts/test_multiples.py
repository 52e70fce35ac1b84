"""Small multiples: one panel a carrier, missing years are gaps, the sentence names who grew and who fell."""

import pytest

from kbdesk.charts.data import Quantity
from kbdesk.charts.data import SmallMultiples
from kbdesk.models.inventory import Entry
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
from tests.charts.examples import request
from tests.charts.examples import thirty_five_years


def multiples(of: Inventory, year: int | None = None) -> SmallMultiples:
    found = chart("multiples", of, year)
    assert isinstance(found, SmallMultiples)
    return found


def yearly(carrier: str, *values: int | None, first: int = 2018) -> list[Entry]:
    cells = ((first + at, mwh) for at, mwh in enumerate(values))
    return [entry(year, "residential", carrier, str(mwh)) for year, mwh in cells if mwh is not None]


def test_that_the_largest_carrier_comes_first_and_ends_are_labelled() -> None:
    found = multiples(muenster())
    assert [panel.label for panel in found.panels[:3]] == ["Natural gas", "Motor fuels, not split", "Electricity"]
    labels = [(point.year, point.label) for point in found.panels[0].points if point.label]
    assert labels == [(1990, "1,872"), (2015, "1,797")]
    assert found.y_label == "Gigawatt hours of final energy per year"


def test_that_the_sentence_names_who_grew_and_who_fell_most() -> None:
    assert multiples(muenster()).sentence == (
        "2015 against 1990: “Electricity” grew most (+362\u00a0GWh), “Heating oil” fell most (−428\u00a0GWh)."
    )
    of = inventory([*yearly("natural_gas", 500, 400), *yearly("heating_oil", 300, 300)])
    assert multiples(of).sentence == "2019 against 2018: “Natural gas” fell most (−100\u00a0MWh), none grew."
    assert multiples(inventory(yearly("biomass", 5, 9))).sentence == (
        "2019 against 2018: “Wood and other solid biomass” grew most (+4.00\u00a0MWh), none fell."
    )
    assert multiples(inventory(yearly("biomass", 5, 5))).sentence == "2019 as 2018: no energy carrier changed."


def test_that_a_single_year_has_its_largest_carrier() -> None:
    expected = (
        "2022: the largest energy carrier is “Electricity” with 9,650\u00a0MWh; changes show with an earlier year."
    )
    assert multiples(minimal_inventory()).sentence == expected
    assert multiples(thirty_five_years(), 1990).sentence.startswith("1990: the largest energy carrier is “Natural gas”")


def test_that_only_complete_values_are_compared() -> None:
    of = inventory(
        [
            *yearly("natural_gas", 500, 400),
            entry(2019, "industry", "natural_gas", "", notation_key=NotationKey.NE, grade=None),
        ]
    )
    assert multiples(of).sentence == (
        "2019 and 2018 cannot be compared: no energy carrier has complete values in both."
    )


def test_that_years_without_a_value_are_gaps_and_a_carrier_that_does_not_occur_is_zero() -> None:
    never = entry(2020, "residential", "heating_oil", "", notation_key=NotationKey.NO, grade=None)
    of = inventory(
        [*yearly("electricity", 9, 9, 9), *yearly("natural_gas", 5, None, 6), never, *yearly("heating_oil", 3)]
    )
    panels = {panel.id: panel for panel in multiples(of).panels}
    assert [[point.year for point in run] for run in panels["natural_gas"].runs] == [[2018], [2020]]
    assert [(point.year, point.value) for point in panels["heating_oil"].points] == [(2018, 3), (2020, 0)]
    assert multiples(of).table().rows[1] == ("2019", "9.0", "–", "–", "yes")


def test_that_of_many_carriers_eleven_are_shown_and_the_rest_is_one_panel() -> None:
    found = multiples(largest())
    assert len(found.panels) == 12
    assert found.panels[-1].label == "23 other energy carriers"
    total = sum(cell.value or 0.0 for cell in found.cells[0] if isinstance(cell, Quantity))
    assert total == pytest.approx(float(request(largest()).results[1990].energy_mwh.value or 0))


def test_that_all_panels_have_one_axis_unless_it_presses_some_flat() -> None:
    same = multiples(muenster())
    assert same.same_scale
    assert {(panel.low, panel.high) for panel in same.panels} == {(same.axis.low, same.axis.high)}
    own = multiples(thirty_five_years())
    assert not own.same_scale
    assert {panel.low for panel in own.panels} == {0.0}
    assert own.y_label == "Megawatt hours of final energy per year, each panel with its own value axis"
    assert any("differ too much for one value axis" in note for note in own.notes)


def test_that_weak_and_incomplete_years_are_told_apart() -> None:
    panels = {panel.id: panel.points[-1] for panel in multiples(mixed()).panels}
    assert panels["heating_oil"].weak
    assert panels["electricity"].weak
    assert not panels["natural_gas"].complete
    assert panels["natural_gas"].label == "≥ 30,000"
    assert multiples(mixed()).weak_label == "open: mostly start values or grade D"
    assert multiples(mixed()).incomplete_label == "incomplete: at least this much"
    mostly = [entry(2020, "residential", "lpg", "60"), entry(2020, "tertiary", "lpg", "40", origin=Origin.START)]
    assert multiples(inventory(mostly)).weak_label == ""


def test_that_nothing_is_drawn_of_published_results_alone() -> None:
    assert multiples(bielefeld()).empty
    assert multiples(bielefeld()).sentence.startswith("Of these years only emissions are known")


def test_that_negative_values_are_below_the_zero_line() -> None:
    (panel,) = multiples(inventory(yearly("natural_gas", 500, -20))).panels
    assert panel.low < -20 < 0 < panel.high
