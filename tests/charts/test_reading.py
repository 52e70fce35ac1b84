"""What is read off the pictures: words, values, and the data behind them."""

from dataclasses import replace

import pytest

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import compute_chart
from kbdesk.charts.reading import can_be_read
from kbdesk.charts.reading import chart_spots
from kbdesk.charts.spots import Behind
from kbdesk.charts.spots import Spot
from kbdesk.charts.spots import SpotTarget
from kbdesk.models.inventory import Inventory
from tests.builders import inventory
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.test_measures import measure


def spots(kind: str, of: Inventory) -> tuple[Spot, ...]:
    asked = request(of)
    return chart_spots(compute_chart(kind, asked, texts()), asked, texts())


def words(kind: str, of: Inventory) -> list[str]:
    return [spot.text for spot in spots(kind, of)]


def test_that_a_year_is_read_with_its_unit_and_kind_of_figure() -> None:
    found = words("per-inhabitant", muenster())
    assert "2015 · 6.46 t per inhabitant · own inventory" in found
    assert any(text.startswith("2015 · Half by 2030") for text in found)


def test_that_behind_a_year_are_its_values_and_behind_a_target_nothing() -> None:
    found = spots("per-inhabitant", muenster())
    assert next(s for s in found if s.text.startswith("2015 · 6.46")).target == SpotTarget(2015)
    assert {s.target for s in found if "Half by" in s.text} == {None}


def test_that_a_part_is_read_with_tonnes_and_share_and_leads_to_its_largest_cell() -> None:
    found = spots("sectors", mixed())
    part = next(s for s in found if s.text.startswith("2023 · Households"))
    assert part.text.split(" · ")[1] == "Households"
    assert part.text.endswith("%")
    assert part.target == SpotTarget(2023, "residential", "natural_gas")
    total = next(s for s in found if s.text.startswith("2023 · Total"))
    assert "≥" in total.text


def test_that_parts_of_a_bar_add_up_to_its_total() -> None:
    for of in (mixed(), muenster(), largest()):
        found = spots("carriers", of)
        for column in {spot.column for spot in found}:
            *parts, total = (spot for spot in found if spot.column == column)
            assert sum(part.value for part in parts) == pytest.approx(total.value)


def test_that_behind_a_published_total_are_the_base_data() -> None:
    total = next(s for s in spots("carriers", mixed()) if s.text.startswith("1990 · Total"))
    assert total.target == SpotTarget(1990, behind=Behind.BASE_DATA)


def test_that_windows_and_causes_are_read() -> None:
    assert any("in five years" in text for text in words("windows", muenster()))
    causes = spots("causes", muenster())
    assert causes[0].text.startswith("1990 · ")
    assert any(spot.target and spot.target.behind is Behind.BASE_DATA for spot in causes)


def test_that_flows_and_panels_lead_to_their_largest_cell() -> None:
    flow = spots("flow", mixed())
    band = next(s for s in flow if s.column == 1 and "Natural gas" in s.text and "Households" in s.text)
    assert band.text.startswith("2023 · Natural gas → Households: ")
    assert band.target == SpotTarget(2023, "residential", "natural_gas")
    panel = next(s for s in spots("multiples", mixed()) if s.text.startswith("2023 · Heating oil"))
    assert panel.target == SpotTarget(2023, "residential", "heating_oil")
    assert panel.text.endswith(" MWh")


def test_that_data_quality_is_read_with_its_grade_and_share() -> None:
    found = words("quality", mixed())
    assert all(text.startswith("2023 · ") and text.endswith("%") for text in found)


def test_that_behind_the_expected_line_are_the_measures() -> None:
    asked = replace(request(muenster()), measures=[measure(50000)])
    chart = compute_chart("measures", asked, texts())
    found = [s for s in chart_spots(chart, asked, texts()) if "With the measures" in s.text]
    assert found
    assert {s.target and s.target.behind for s in found} == {Behind.MEASURES}


def test_that_the_national_average_is_read_in_tonnes_per_inhabitant() -> None:
    found = words("national", muenster())
    assert all(text.endswith(" t per inhabitant") for text in found)


def test_that_the_own_part_is_read_in_tonnes() -> None:
    found = spots("control", muenster()) or spots("control", mixed())
    assert all(" t" in spot.text for spot in found)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_every_value_has_words_and_lies_on_the_picture(kind: str) -> None:
    for of in (muenster(), mixed(), largest()):
        found = spots(kind, of)
        assert bool(found) is can_be_read(compute_chart(kind, request(of), texts()))
        assert all(spot.text for spot in found)
        assert len({(spot.series, spot.column) for spot in found}) == len(found)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_an_empty_chart_has_nothing_to_read(kind: str) -> None:
    assert spots(kind, inventory()) == ()
