from collections.abc import Callable

import pytest

from kbdesk.charts.compute import CHART_KINDS
from kbdesk.charts.compute import compute_chart
from kbdesk.errors import UserError
from kbdesk.models.inventory import Inventory
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import chart
from tests.charts.examples import largest
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years

EXAMPLES: tuple[Callable[[], Inventory], ...] = (
    muenster,
    bielefeld,
    mixed,
    thirty_five_years,
    largest,
    minimal_inventory,
    inventory,
)
OF_ENERGY = ("multiples", "flow")
"""Of published results only emissions are known: these charts show nothing of them."""


def test_that_an_unknown_kind_names_the_known_ones() -> None:
    with pytest.raises(UserError) as caught:
        compute_chart("pie", request(muenster()), texts())
    assert texts().error(caught.value) == f"There is no chart “pie”. Charts: {', '.join(CHART_KINDS)}."
    assert {"per-inhabitant", "total", "sectors", "carriers", "windows", "causes", "weather"} <= set(CHART_KINDS)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_a_year_without_results_is_refused_with_the_years_there_are(kind: str) -> None:
    with pytest.raises(UserError) as caught:
        chart(kind, mixed(), 1995)
    assert texts().error(caught.value) == ("There are no results for 1995. Years with results: 1990, 2010, 2020, 2023.")


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_without_any_value_every_chart_says_so_and_is_empty(kind: str) -> None:
    found = chart(kind, inventory(), 2020)
    assert found.sentence == "There are no emissions to show yet: they appear with the first values."
    assert found.alt_text == found.sentence
    assert found.empty
    assert found.table().rows == ()


@pytest.mark.parametrize("kind", CHART_KINDS)
@pytest.mark.parametrize("example", EXAMPLES)
def test_that_every_chart_has_its_words_and_a_table_of_equal_rows(kind: str, example: Callable[[], Inventory]) -> None:
    of = example()
    found = chart(kind, of)
    assert found.kind == kind
    assert found.sentence.endswith(".")
    assert found.sentence in found.alt_text
    assert of.municipality.name in found.title
    assert found.y_label
    header, rows = found.table()
    assert all(len(row) == len(header) for row in rows)
    assert bool(rows) is not found.empty
    assert found.axis.low <= 0 <= found.axis.high
    assert any(tick.value == 0 for tick in found.axis.ticks)


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_source_factors_and_date_stand_in_the_footer(kind: str) -> None:
    assert chart(kind, mixed()).footer.startswith("Source: inventory of Dudenhofen.")
    assert chart(kind, mixed()).footer.endswith("Emission factors: BISKO (Germany), 2019/2024. Date: 12 Mar 2026")
    if kind not in OF_ENERGY:
        assert "Published results: Klimawatch." in chart(kind, bielefeld()).footer


@pytest.mark.parametrize("kind", CHART_KINDS)
def test_that_another_base_year_is_said_on_every_chart(kind: str) -> None:
    assert "There are no figures for 1990: 2022 is the base year." in chart(kind, minimal_inventory()).notes
    assert not any("base year" in note for note in chart(kind, muenster()).notes)
