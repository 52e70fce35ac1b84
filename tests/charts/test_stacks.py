from decimal import Decimal

import pytest

from kbdesk.models.inventory import PublishedResult
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import stack
from tests.charts.examples import thirty_five_years
from tests.charts.extremes import wrong_sign

KINDS = pytest.mark.parametrize("kind", ["sectors", "carriers"])


def test_that_parts_with_a_wrong_sign_hang_below_zero() -> None:
    bar = stack("carriers", wrong_sign()).bars[3]
    assert [(piece.part.class_id, piece.start, piece.end < 0) for piece in bar.pieces] == [
        ("electricity", 0.0, False),
        ("gas", 0.0, True),
    ]
    assert bar.top == pytest.approx(bar.total - bar.bottom)
    axis = stack("carriers", wrong_sign()).axis
    assert axis.low < bar.bottom < 0 < bar.top < axis.high


def test_that_muenster_fell_by_what_is_published() -> None:
    found = stack("carriers", muenster())
    assert found.sentence == "2015: emissions 22\u202f% below 1990 – largest part: Electricity (38\u202f%)."
    assert found.y_label == "Thousand tonnes CO2e per year"
    labels = {bar.year: bar.total_label for bar in found.bars}
    assert (labels[1990], labels[2015]) == ("2,516", "1,971")


@KINDS
def test_that_parts_add_up_to_the_total(kind: str) -> None:
    for of in (muenster(), mixed(), thirty_five_years(), largest()):
        for bar in stack(kind, of).bars:
            assert sum(part.value for part in bar.parts) + bar.unsplit == pytest.approx(bar.total)
            assert all(0 <= part.weak <= part.value + 1e-9 for part in bar.parts)


@KINDS
def test_that_the_order_and_the_colour_of_a_class_never_change(kind: str) -> None:
    colours: dict[str, int] = {}
    whole = [c.id for c in stack(kind, largest()).classes]
    for of in (muenster(), mixed(), thirty_five_years(), largest()):
        found = stack(kind, of)
        assert [c.id for c in found.classes] == [id_ for id_ in whole if id_ in {c.id for c in found.classes}]
        for part_class in found.classes:
            assert colours.setdefault(part_class.id, part_class.colour) == part_class.colour
        for bar in found.bars:
            assert [part.class_id for part in bar.parts] == [
                c.id for c in found.classes if c.id in {part.class_id for part in bar.parts}
            ]


@KINDS
def test_that_there_are_at_most_six_classes_and_other(kind: str) -> None:
    named = [c for c in stack(kind, largest()).classes if c.id != "other"]
    assert len(named) <= 6


def test_that_every_sector_with_energy_has_a_named_class() -> None:
    found = stack("sectors", largest())
    assert [c.label for c in found.classes] == [
        "Municipal facilities",
        "Households",
        "Commerce and services",
        "Industry",
        "Transport",
        "Buildings, not allocated",
    ]
    assert codebook().sectors


def test_that_small_carriers_become_other() -> None:
    entries = [entry(2020, "residential", carrier, mwh) for carrier, mwh in (("natural_gas", "9000"), ("lpg", "9"))]
    entries.append(entry(2020, "residential", "lignite", "9"))
    entries.append(entry(2020, "residential", "district_heat", "9"))
    found = stack("carriers", inventory(entries))
    assert [c.label for c in found.classes] == ["Natural gas", "Other carriers"]


@KINDS
def test_that_at_most_twelve_years_are_shown_with_first_last_and_chosen(kind: str) -> None:
    found = stack(kind, thirty_five_years(), 2007)
    years = [bar.year for bar in found.bars]
    assert len(years) == 12
    assert {1990, 2007, 2024} <= set(years)
    assert found.sentence.startswith("2007: ")
    assert "12 of 35 years shown." in found.notes


@KINDS
def test_that_uneven_years_are_said_to_be_uneven_and_stand_further_apart(kind: str) -> None:
    found = stack(kind, muenster())
    assert "The years are not evenly spaced: the distance of the bars is not to scale." in found.notes
    places = {bar.year: bar.place for bar in found.bars}
    assert places[2005] - places[2000] > places[2012] - places[2011] == pytest.approx(1.0)


@KINDS
def test_that_a_published_total_is_one_open_part(kind: str) -> None:
    found = stack(kind, mixed())
    first = found.bars[0]
    assert (first.parts, first.unsplit, first.published) == ((), first.total, True)
    assert found.unsplit_label == "open: only the total is known"
    assert stack(kind, bielefeld()).sentence == "2018: emissions 39\u202f% below 1990."
    assert stack(kind, bielefeld(), 1990).sentence == "1990: only the total is known."


def test_that_published_sectors_are_shown_as_far_as_they_go() -> None:
    of = inventory(
        published=[
            PublishedResult(2000, Decimal(1000)),
            PublishedResult(2000, Decimal(600), "residential"),
            PublishedResult(2000, Decimal(100), "municipal_fleet"),
        ]
    )
    bar = stack("sectors", of).bars[0]
    assert [(part.class_id, part.value) for part in bar.parts] == [("households", 600.0), ("transport", 100.0)]
    assert bar.unsplit == pytest.approx(300.0)
    assert stack("carriers", of).bars[0].unsplit == 1000.0


def test_that_start_values_and_grade_d_are_told_apart() -> None:
    found = stack("sectors", mixed())
    last = {part.class_id: part for part in found.bars[-1].parts}
    assert 0 < last["households"].weak < last["households"].value
    assert last["services"].weak == last["services"].value
    assert found.weak_label == "hatched: start values or grade D"
    assert stack("sectors", muenster()).weak_label == ""
    assert "of which start values or grade D" in found.table().header


def test_that_an_incomplete_year_is_a_lower_bound_and_compared_with_none() -> None:
    found = stack("sectors", mixed())
    assert found.bars[-1].total_label == "≥ 11.3"
    assert found.sentence == "2023: incomplete figures – largest part: Households (82\u202f%)."
    assert "≥ incomplete, at least this much: 2023." in found.notes
    assert "≥ incomplete, at least this much: every year shown." in stack("sectors", largest()).notes


def test_that_more_less_and_as_much_are_said() -> None:
    entries = [
        entry(year, "residential", "natural_gas", mwh)
        for year, mwh in ((1990, "1000"), (2000, "1200"), (2010, "1001"), (2020, "800"))
    ]
    of = inventory(entries)
    assert stack("sectors", of, 2000).sentence.startswith("2000: emissions 20\u202f% above 1990")
    assert stack("sectors", of, 2010).sentence.startswith("2010: emissions as in 1990")
    assert stack("sectors", of, 2020).sentence.startswith("2020: emissions 20\u202f% below 1990")
    assert stack("sectors", of, 1990).sentence == "1990: largest part: Households (100\u202f%)."


def test_that_the_unit_fits_the_size() -> None:
    def unit(mwh: str) -> tuple[str, str]:
        found = stack("sectors", inventory([entry(2020, "residential", "natural_gas", mwh)]))
        return found.y_label, found.bars[0].total_label

    assert unit("1000") == ("Tonnes CO2e per year", "247")
    assert unit("200000") == ("Thousand tonnes CO2e per year", "49.4")
    assert unit("9000000") == ("Thousand tonnes CO2e per year", "2,223")
    assert unit("900000000") == ("Million tonnes CO2e per year", "222.3")


def test_that_the_table_has_every_class_the_total_and_whether_it_is_complete() -> None:
    header, rows = stack("sectors", mixed()).table()
    assert header[0] == "Year"
    assert header[-3:] == (
        "Total (Tonnes CO2e per year)".replace("Tonnes", "Thousand tonnes"),
        "of which start values or grade D",
        "Figures complete",
    )
    assert [row[0] for row in rows] == ["1990", "2010", "2020", "2023"]
    assert [row[-1] for row in rows] == ["yes", "yes", "yes", "no"]
    assert rows[0][1] == "–"
