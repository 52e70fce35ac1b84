import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import RowBars
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from tests.builders import entry
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years
from tests.models.cases import case


def quality(of: Inventory, year: int | None = None, locale: str = "en") -> RowBars:
    found = compute_chart("quality", request(of, year), texts(locale))
    assert isinstance(found, RowBars)
    return found


def pieces(found: RowBars, row: int) -> dict[str, float]:
    return {piece.class_id: piece.value for piece in found.rows[row].bars[0].pieces}


def graded() -> Inventory:
    """The energies and grades of the published worked case."""
    places = {
        "electricity": ("residential", "electricity"),
        "natural_gas": ("residential", "natural_gas"),
        "heating_oil": ("residential", "heating_oil"),
        "road_fuel": ("road_passenger", "diesel"),
        "biomass": ("residential", "biomass"),
        "other": ("tertiary", "electricity"),
    }
    parts = case("unit_data_quality")["cases"][0]["components"]
    return inventory([entry(2020, *places[name], str(mwh), grade=Grade(grade)) for name, mwh, grade in parts])


def test_that_the_score_is_that_of_the_worked_case() -> None:
    found = quality(graded())
    assert found.rows[0].bars[0].label == "66\u202f%"
    assert found.sentence == "2020: data quality 66\u202f% – weakest: Commerce and services (0\u202f%)."
    assert pieces(found, 0) == pytest.approx({"A": 3000 / 7000, "B": 3000 / 7000, "C": 500 / 7000, "D": 500 / 7000})


def test_that_each_sector_has_a_whole_bar_below_that_of_all() -> None:
    found = quality(graded())
    assert [(row.label, row.strong) for row in found.rows] == [
        ("All sectors", True),
        ("Households", False),
        ("Commerce and services", False),
        ("Transport", False),
    ]
    for row in found.rows:
        assert row.bars[0].value == pytest.approx(1.0)


def test_that_the_grades_have_one_order_and_one_colour() -> None:
    found = quality(graded())
    assert [(c.id, c.colour) for c in found.classes] == [("A", 1), ("B", 4), ("C", 5), ("D", 2)]
    for row in found.rows:
        assert [piece.class_id for piece in row.bars[0].pieces] == sorted(p.class_id for p in row.bars[0].pieces)


def test_that_energy_without_a_grade_leaves_the_score_undefined() -> None:
    entries = [entry(2020, "residential", "natural_gas", "300"), entry(2020, "tertiary", "lpg", "100", grade=None)]
    found = quality(inventory(entries))
    assert found.sentence == "2020: the data quality is undefined – 25\u202f% of the energy is without a grade."
    assert [row.bars[0].label for row in found.rows] == ["undefined", "100\u202f%", "undefined"]
    assert found.classes[-1].label == "without a grade"
    assert found.table().rows[0][-1] == "–"


def test_that_start_values_are_told_apart_within_their_grade() -> None:
    entries = [
        entry(2020, "residential", "natural_gas", "600"),
        entry(2020, "residential", "heating_oil", "100", grade=Grade.D),
        entry(2020, "residential", "lpg", "300", grade=Grade.D, origin=Origin.START),
    ]
    found = quality(inventory(entries))
    (_, weak) = found.rows[0].bars[0].pieces
    assert weak.class_id == "D"
    assert [weak.value, weak.weak] == pytest.approx([0.4, 0.3])
    assert found.weak_label == "hatched: start values"
    assert "30\u202f% of the energy are start values from national figures." in found.notes
    assert quality(graded()).weak_label == ""


def test_that_missing_values_are_said_and_never_counted() -> None:
    found = quality(mixed())
    assert "1 value is missing; the score says nothing of it." in found.notes
    missing = found.rows[-1]
    assert (missing.label, missing.bars[0].pieces, missing.bars[0].label) == ("Industry", (), "values are missing")
    assert set(found.table().rows[-1][1:]) == {"–"}


def test_that_nothing_but_keys_is_no_data_quality() -> None:
    entries = [entry(2020, "residential", "lpg", "", notation_key=NotationKey.NO, grade=None)]
    assert quality(inventory(entries)).empty


def test_that_published_results_have_no_data_quality() -> None:
    found = quality(bielefeld())
    assert found.empty
    assert (
        found.sentence
        == "Only results are known of 1990, 1995, 2000, 2005, 2010, 2015, 2018: they have no data quality."
    )


def test_that_the_chosen_year_is_shown_and_named() -> None:
    assert quality(thirty_five_years(), 2001).title.startswith("Data quality 2001: ")
    assert quality(mixed(), 2010).sentence.startswith("2010: ")
    assert quality(mixed(), 1990).sentence.startswith("2023: ")


def test_that_equal_sectors_are_not_called_weak() -> None:
    assert quality(minimal_inventory()).sentence == "2022: data quality 100\u202f%."


def test_that_the_weights_are_said_as_the_locale_writes_them() -> None:
    assert quality(graded()).notes[-1] == "Score: energy of grade A counts full, B 0.5, C 0.25, D nothing."
    assert "0,25" in quality(graded(), locale="de").notes[-1]


def test_that_the_table_has_shares_and_energy() -> None:
    header, rows = quality(graded()).table()
    assert header == (
        "Sector",
        "Final energy [MWh]",
        "A measured or billed",
        "B extrapolated from own data",
        "C regional figures",
        "D national figures",
        "of which start values",
        "Score",
    )
    assert rows[0][:3] == ("All sectors", "7,000", "43\u202f%")
