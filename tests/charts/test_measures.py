from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import LineChart
from kbdesk.charts.draw.picture import draw_chart
from kbdesk.charts.style import ChartStyle
from kbdesk.models.inventory import Inventory
from kbdesk.models.measure_effects import Expected
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from tests.builders import minimal_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts

DEFAULT = ("ca-ten-percent", "ca-half-2030", "ca-2.5t", "ca-95-2050")


def measure(tonnes: int | None, start: int | None = 2020, status: MeasureStatus = MeasureStatus.DECIDED) -> Expected:
    saving = None if tonnes is None else Decimal(tonnes)
    return Expected(Measure("m1", "Heat network", status, start_year=start, end_year=start, saving_t=saving), saving)


def measures(of: Inventory, found: Sequence[Expected]) -> LineChart:
    chart = compute_chart("measures", replace(request(of, ids=DEFAULT), measures=found), texts())
    assert isinstance(chart, LineChart)
    return chart


def test_that_what_is_expected_is_taken_off_the_trend_from_its_year_on() -> None:
    found = measures(muenster(), [measure(100_000)])
    assert found.wedge is not None
    assert found.trend is not None
    upper, lower = dict(found.wedge.upper), dict(found.wedge.lower)
    assert (min(upper), max(upper)) == (2015, 2050)
    assert all(lower[year] == upper[year] for year in range(2015, 2020))
    assert all(upper[year] - lower[year] == pytest.approx(100) for year in (2020, 2030))  # thousand t
    assert found.trend.points[0][1] >= upper[2015]


def test_that_the_sentence_says_how_much_of_the_gap_to_the_path_it_is() -> None:
    found = measures(muenster(), [measure(100_000)])
    upper = dict(found.wedge.upper if found.wedge else ())
    path = dict(found.targets[0].points)
    share = 100 / (upper[2030] - path[2030])
    assert found.sentence == (
        "The measures are expected to save 100,000 t in 2030: "
        f"{texts().numbers.percent(share, 0)} of what lacks to the path."
    )


def test_that_enough_measures_keep_the_path() -> None:
    found = measures(muenster(), [measure(900_000)])
    assert found.sentence.startswith("With the measures the path is kept in 2030")


def test_that_the_wedge_never_goes_below_nothing() -> None:
    found = measures(muenster(), [measure(90_000_000)])
    assert found.wedge is not None
    assert min(value for _, value in found.wedge.lower) == 0


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        ([], "There is no measure yet: what is recorded under Measures is drawn here."),
        (
            [measure(5, status=MeasureStatus.IDEA), measure(None)],
            "No measure that is decided has a saving and a year yet: nothing can be expected.",
        ),
        (
            [measure(5000, start=2005)],
            "What the measures save is in the latest inventory already: nothing more is expected of them.",
        ),
    ],
)
def test_that_it_is_said_why_nothing_is_expected(found: list[Expected], sentence: str) -> None:
    chart = measures(muenster(), found)
    assert chart.sentence == sentence
    assert chart.wedge is None
    assert chart.points


def test_that_without_a_trend_the_last_year_is_the_edge_and_said() -> None:
    found = measures(minimal_inventory(), [measure(100, start=2024)])
    assert found.trend is None
    assert found.wedge is not None
    assert len({value for _, value in found.wedge.upper}) == 1
    assert "Without a trend the savings are taken off the emissions of the latest year." in found.notes


def test_that_ideas_are_not_drawn_but_counted_in_the_notes() -> None:
    found = measures(bielefeld(), [measure(20_000), measure(999_999, status=MeasureStatus.IDEA)])
    upper, lower = (dict(edge) for edge in (found.wedge.upper, found.wedge.lower)) if found.wedge else ({}, {})
    assert upper[2030] - lower[2030] == pytest.approx(20)
    assert "1 idea is not counted." in found.notes


def test_that_the_table_holds_the_edges_in_tonnes() -> None:
    table = measures(muenster(), [measure(100_000)]).table()
    (row,) = [row for row in table.rows if row[0] == "2030"]
    assert row[3] == "100,000"
    assert table.header[2:5] == ("Without the measures [t]", "Expected saving [t]", "With the measures [t]")


def test_that_the_wedge_is_drawn_striped_with_its_edge_labelled() -> None:
    found, figure = measures(muenster(), [measure(100_000)]), Figure((9.5, 5.5))
    draw_chart(found, figure, ChartStyle())
    (axes,) = figure.get_axes()
    (area,) = [c for c in axes.collections if c.get_hatch()]
    assert area.get_hatch() == "---"
    assert found.wedge is not None
    words = " ".join(text.get_text().replace("\n", " ") for text in figure.findobj(Text))
    assert "With the measures" in words
