from dataclasses import replace
from decimal import Decimal

import pytest

from kbdesk.charts.compute import compute_chart
from kbdesk.charts.data import ShareBars
from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import PublishedResult
from tests.builders import entry
from tests.builders import inventory
from tests.builders import typical_inventory
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import request
from tests.charts.examples import texts
from tests.charts.examples import thirty_five_years


def control(of: Inventory, year: int | None = None) -> ShareBars:
    found = compute_chart("control", request(of, year), texts())
    assert isinstance(found, ShareBars)
    return found


def with_fleet(*, other: str = "900", own: str = "100") -> Inventory:
    """The same carrier everywhere, so that the share is that of the energy."""
    return inventory(
        [
            entry(2020, "residential", "natural_gas", other),
            entry(2020, "municipal_buildings", "natural_gas", own),
            entry(2020, "street_lighting", "electricity", "", notation_key=NotationKey.NO, grade=None),
            entry(2020, "municipal_fleet", "diesel", "", notation_key=NotationKey.IE, grade=None),
        ]
    )


def test_that_the_share_of_own_facilities_is_said_openly() -> None:
    found = control(with_fleet(other="9810", own="190"))
    assert found.sentence == "2020: 1.9\u202f% of the emissions are caused by the municipality's own facilities."
    assert found.share == pytest.approx(0.019)
    assert (found.share_label, found.rest_label) == ("Own facilities: 1.9\u202f%", "Everybody else: 98.1\u202f%")


def test_that_own_facilities_are_split_by_kind_over_the_years() -> None:
    found = control(typical_inventory())
    assert [c.label for c in found.stack.classes] == ["Own buildings", "Street lighting"]
    assert [bar.year for bar in found.stack.bars] == [2010, 2020]
    results = request(typical_inventory()).results[2020]
    lighting = sum(float(c.emissions_t or 0) for c in results.cells if c.key.sector == "street_lighting")
    assert {p.class_id: p.value for p in found.stack.bars[-1].parts}["lighting"] == pytest.approx(lighting)
    assert found.stack.y_label == "Own facilities – Tonnes CO2e per year"


def test_that_kinds_of_which_nothing_is_recorded_are_named() -> None:
    assert "Without figures in 2020: Municipal fleet." in control(typical_inventory()).notes
    assert not any("Without figures" in note for note in control(with_fleet()).notes)


def test_that_vehicles_belong_to_own_facilities_where_road_transport_contains_them() -> None:
    of = inventory(
        [entry(2020, "road_passenger", "diesel", "1000"), entry(2020, "municipal_fleet", "diesel", "20")],
    )
    found = control(of)
    assert [c.id for c in found.stack.classes] == ["fleet"]
    assert found.share == pytest.approx(0.02)


def test_that_missing_values_of_others_make_it_at_most() -> None:
    of = inventory(
        [
            entry(2020, "residential", "natural_gas", "900"),
            entry(2020, "tertiary", "natural_gas", "", notation_key=NotationKey.NE, grade=None),
            entry(2020, "municipal_buildings", "natural_gas", "100"),
        ]
    )
    found = control(of)
    assert found.sentence == (
        "2020: at most 10\u202f% of the emissions are caused by the municipality's own facilities."
    )
    assert "Values of others are missing: with them the share becomes smaller." in found.notes


def test_that_missing_own_values_leave_the_share_unsaid() -> None:
    of = inventory(
        [
            entry(2020, "residential", "natural_gas", "900"),
            entry(2020, "street_lighting", "electricity", "", notation_key=NotationKey.NE, grade=None),
            entry(2020, "municipal_buildings", "natural_gas", "100"),
        ]
    )
    found = control(of)
    assert found.share is None
    assert found.sentence == (
        "2020: the municipality's own facilities cause at least 24.7 t; what share that is cannot be said yet."
    )
    assert found.stack.bars[0].total_label == "≥ 24.7"


def test_that_without_own_facilities_the_program_says_what_is_lacking() -> None:
    found = control(muenster())
    assert found.empty
    assert found.sentence == (
        "2015: nothing is recorded of the municipality's own buildings, street lighting and vehicles."
    )
    assert control(bielefeld()).empty


def test_that_years_without_own_facilities_are_named_and_have_no_bar() -> None:
    found = control(mixed())
    assert [bar.year for bar in found.stack.bars] == [2010, 2020]
    assert found.sentence.startswith("2020: ")
    assert "Nothing of own facilities is known of 1990, 2023." in found.notes


def test_that_published_results_by_sector_are_shown() -> None:
    of = inventory(
        published=[PublishedResult(2010, Decimal(1000)), PublishedResult(2010, Decimal(30), "municipal_buildings")]
    )
    found = control(of)
    assert found.share == pytest.approx(0.03)
    assert found.stack.bars[0].published


def test_that_grade_d_is_hatched() -> None:
    of = inventory([entry(2020, "municipal_buildings", "natural_gas", "100", grade=Grade.D)])
    found = control(of)
    assert found.stack.weak_label == "hatched: start values or grade D"
    assert found.stack.bars[0].parts[0].weak == found.stack.bars[0].parts[0].value


def test_that_of_thirty_five_years_twelve_are_shown() -> None:
    found = control(thirty_five_years(), 2007)
    assert len(found.stack.bars) == 12
    assert found.sentence.startswith("2007: ")
    assert "12 of 35 years shown." in found.notes


def test_that_the_table_has_the_share_of_each_year() -> None:
    header, rows = control(typical_inventory()).table()
    assert header == (
        "Year",
        "Own buildings",
        "Street lighting",
        "Total (Tonnes CO2e per year)",
        "Figures complete",
        "Share of all emissions",
    )
    assert [row[-1] for row in rows] == ["1.9\u202f%", "1.8\u202f%"]


def test_that_a_break_of_own_facilities_is_marked_and_one_of_others_is_not() -> None:
    ours = Break(2015, BreakKind.DATA, "bills instead of estimates", "municipal_buildings")
    others = Break(2015, BreakKind.DATA, "another survey", "residential")
    for marked, count in ((ours, 1), (others, 0)):
        found = control(replace(typical_inventory(), answers={marked.question: marked.answer}))
        assert len(found.stack.breaks) == count
        assert any(marked.text in note for note in found.notes) is bool(count)
