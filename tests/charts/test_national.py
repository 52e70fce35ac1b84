from dataclasses import replace

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import BarRow
from kbdesk.charts.data import RowBars
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.progress import support_years
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules
from tests.builders import typical_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import national
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years

CARRIERS = ("electricity", "natural_gas", "heating_oil", "district_heat", "hard_coal", "lignite")


def compared(of: Inventory, year: int | None = None) -> RowBars:
    found = compute_chart("national", request(of, year), texts())
    assert isinstance(found, RowBars)
    return found


def compared_elsewhere(of: Inventory, set_id: str = "com-ipcc-co2-2024") -> RowBars:
    """By a factor set of the Covenant, as outside Germany."""
    results = compute_inventory(of, rules(set_id))
    supports = support_years(of, results, texts().codebook)
    with_set = replace(
        request(of), results=results, supports=supports, national=national(of.municipality.country, set_id)
    )
    found = compute_chart("national", with_set, texts())
    assert isinstance(found, RowBars)
    return found


def households(*amounts: str, origin: Origin = Origin.TYPED, country: str = "DE") -> Inventory:
    """Every energy carrier that matters, in a municipality of a thousand."""
    entries = [
        entry(2020, "residential", carrier, amount, origin=origin, grade=Grade.B)
        for carrier, amount in zip(CARRIERS, amounts, strict=False)
    ]
    place = Municipality(country, "Dudenhofen", "", 1990, "bisko", "de")
    return inventory(entries, municipality=place, population={2020: 1000})


def row(found: RowBars, label: str) -> BarRow:
    return next(row for row in found.rows if row.label == label)


def test_that_the_sector_that_differs_most_is_named_with_both_values() -> None:
    found = compared(muenster())
    assert found.sentence == (
        "2015: largest difference from the national average: Buildings and businesses, 4.8 t per inhabitant instead "
        "of 7.2 t (−33\u202f%)."
    )
    assert found.title == "Emissions per inhabitant and national average 2015: Münster"


def test_that_municipality_and_country_stand_one_below_the_other_in_every_row() -> None:
    found = compared(thirty_five_years())
    assert [c.label for c in found.classes] == [
        "Verbandsgemeinde Römerberg-Dudenhofen an der Speyerbach",
        "average of Germany",
    ]
    assert [row.label for row in found.rows] == [
        "Households",
        "Commerce, services, municipal facilities",
        "Industry",
        "Transport",
    ]
    for each in found.rows:
        assert [bar.pieces[0].class_id for bar in each.bars] == ["own", "national"]


def test_that_the_national_value_is_energy_per_inhabitant_by_the_same_factors() -> None:
    asked = request(muenster())
    assert asked.national is not None
    transport = frozenset(s.id for s in texts().codebook.sectors.values() if s.kind == "transport")
    average = asked.national.sectors.find(transport, 2015)
    assert average is not None
    value = asked.national.emissions_t(average, 2015)
    assert row(compared(muenster()), "Transport").bars[1].value == pytest.approx(float(value or 0))


def test_that_amounts_that_are_not_allocated_are_compared_together() -> None:
    found = compared(muenster())
    assert [row.label for row in found.rows] == ["Buildings and businesses", "Transport"]
    assert "Amounts are not allocated to sectors: buildings and businesses are compared together." in found.notes
    assert not any("allocated" in note for note in compared(typical_inventory()).notes)


def test_that_switzerland_whose_table_has_no_sectors_is_compared_as_a_whole() -> None:
    found = compared_elsewhere(households("3000", "6000", "3000", country="CH"))
    assert [each.label for each in found.rows] == ["Buildings and businesses", "Transport"]
    assert found.y_label == "Megawatt hours per inhabitant and year"


def test_that_what_either_side_lacks_is_said_in_words() -> None:
    found = compared(households("2000", "6000", "2000", "500", "10", "10"))
    industry = row(found, "Industry")
    assert (industry.bars[0].pieces, industry.bars[0].label) == ((), "no values")
    luxembourg = households("2000", "6000", "2000", "500", "10", "10", country="LU")
    luxembourg = replace(
        luxembourg,
        entries={**luxembourg.entries, (e := entry(2020, "road_passenger", "diesel", "900")).key: e},
    )
    transport = row(compared_elsewhere(luxembourg), "Transport")
    assert (transport.bars[1].pieces, transport.bars[1].label) == ((), "no national figures")


def test_that_another_year_of_the_national_table_is_named() -> None:
    assert row(compared(thirty_five_years()), "Households").bars[1].label == "2.1 (2023)"


def test_that_energy_is_compared_where_the_factor_set_lacks_one() -> None:
    found = compared_elsewhere(households("2000", "6000", "2000", "500"))
    assert found.title.startswith("Final energy per inhabitant and national average 2020")
    assert found.y_label == "Megawatt hours per inhabitant and year"
    assert "Households, 10.5 MWh per inhabitant instead of" in found.sentence
    assert (
        "Energy is compared: the factor set lacks a factor for an energy carrier of the national table." in found.notes
    )


def test_that_a_lower_bound_is_compared_only_where_it_is_above() -> None:
    low = compared(households("100", "100"))
    assert low.sentence == "2020: too incomplete to be compared with the national average."
    assert row(low, "Households").bars[0].label.startswith("≥ ")
    high = compared(households("9000", "9000"))
    assert "Households, at least " in high.sentence


def test_that_start_values_are_not_compared_with_what_they_come_from() -> None:
    found = compared(households("2000", "6000", "2000", "500", "10", "10", origin=Origin.START))
    assert found.sentence == (
        "2020: start values, which are national averages themselves – there is nothing to compare yet."
    )
    assert found.weak_label == "hatched: start values or grade D"
    piece = row(found, "Households").bars[0].pieces[0]
    assert piece.weak == pytest.approx(piece.value)
    assert compared(mixed()).sentence == "2023: too incomplete to be compared with the national average."


def test_that_a_sector_that_does_not_exist_here_is_nothing_and_not_missing() -> None:
    of = inventory(
        [
            entry(2020, "residential", "natural_gas", "9000"),
            entry(2020, "industry", "natural_gas", "", notation_key=NotationKey.NO, grade=None),
        ],
        population={2020: 1000},
    )
    assert row(compared(of), "Industry").bars[0].pieces[0].value == 0


def test_that_without_inhabitants_or_own_years_the_program_says_why() -> None:
    nobody = compared(inventory([entry(2020, "residential", "natural_gas", "9")]))
    assert nobody.empty
    assert nobody.sentence == ("The number of inhabitants is missing: emissions per inhabitant cannot be shown yet.")
    assert compared(bielefeld()).sentence.startswith("Only results are known of 1990, 1995")


def test_that_a_country_without_a_table_is_said() -> None:
    found = compared_elsewhere(households("9", "9", "9", country="XX"))
    assert found.empty
    assert found.sentence == "2020: there are no national figures to compare with."


def test_that_the_table_has_both_values_the_year_and_the_difference() -> None:
    header, rows = compared(muenster()).table()
    assert header == (
        "Sector",
        "Münster (Tonnes CO2e per inhabitant and year)",
        "average of Germany",
        "Year of the national figures",
        "Difference",
        "Figures complete",
    )
    assert rows[0][0] == "Buildings and businesses"
    assert rows[0][3:] == ("2015", "−33\u202f%", "yes")


def test_that_the_source_of_the_national_figures_is_named() -> None:
    assert compared(muenster()).notes[0] == (
        "National average: Eurostat nrg_bal_c (energy balances), by the same emission factors."
    )
