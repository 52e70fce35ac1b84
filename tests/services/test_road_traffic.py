from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Origin
from kbdesk.models.road_traffic import energy_by_cell
from kbdesk.models.traffic import TrafficFlow
from kbdesk.services import data_entry
from kbdesk.services import explaining
from kbdesk.services import road_traffic
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.road_traffic import TypedLine
from kbdesk.services.road_traffic import TypedRoad
from kbdesk.texts.texts import Texts
from tests.builders import DUDENHOFEN
from tests.builders import entry

NOTHING = TypedRoad()
DIESEL_CARS = TypedLine("car", "diesel", (TypedRoad("12.75", "5"), NOTHING, TypedRoad("4", "6")))
PETROL_CARS = TypedLine("car", "gasoline", (NOTHING, NOTHING, TypedRoad("10", "7")))
TRUCKS = TypedLine("truck", "diesel", (TypedRoad("3", "30"), NOTHING, NOTHING))
CARS_ON_DIESEL = EntryKey(2022, "road_passenger", "diesel")


@pytest.fixture
def project(desk: Desk, tmp_path: Path) -> Iterator[Project]:
    """A document with one value and the inhabitants of a year."""
    with desk.create(tmp_path / "One.kbdesk", DUDENHOFEN) as opened:
        people = BaseDatum(2022, Indicator.POPULATION, Decimal(6030))
        value = entry(2022, "residential", "electricity", "9650")
        opened.commit("import", {"file": "one", "count": "2"}, [Edit(None, value), Edit(None, people)])
        yield opened


@pytest.fixture
def texts(project: Project) -> Texts:
    return project.reference.texts("en")


def record(project: Project, texts: Texts, *lines: TypedLine, replace_typed: bool = False) -> None:
    flows = road_traffic.read_lines(project, 2022, lines, texts)
    road_traffic.record(project, 2022, flows, ".", source="county model", replace_typed=replace_typed)


def test_that_kilometres_and_litres_become_the_values_of_the_year_in_one_step(project: Project, texts: Texts) -> None:
    record(project, texts, DIESEL_CARS, PETROL_CARS, TRUCKS)
    found = {key: e for key, e in project.inventory.entries.items() if e.origin is Origin.TRAFFIC}
    # 9.96 kWh a litre of diesel, 8.77 of petrol (resources/codebook/units.csv)
    litres = Decimal("12.75") * 5 + Decimal(4) * 6
    assert found[CARS_ON_DIESEL].quantity == litres * Decimal("9.96") * 10
    assert found[EntryKey(2022, "road_passenger", "gasoline")].quantity == 70 * Decimal("8.77") * 10
    assert found[EntryKey(2022, "road_freight", "diesel")].quantity == 90 * Decimal("9.96") * 10
    assert {e.source for e in found.values()} == {"county model"}
    project.undo()
    assert not project.inventory.traffic
    assert CARS_ON_DIESEL not in project.inventory.entries


def test_that_what_was_typed_comes_back_as_it_was_typed(project: Project, texts: Texts) -> None:
    record(project, texts, DIESEL_CARS, TRUCKS)
    assert road_traffic.typed_lines(project, 2022, texts) == (DIESEL_CARS, TRUCKS)


def test_that_a_year_begins_with_a_line_for_every_kind_of_vehicle(project: Project, texts: Texts) -> None:
    lines = road_traffic.typed_lines(project, 2022, texts)
    assert [line.vehicle for line in lines] == ["motorcycle", "car", "van", "truck", "line_bus", "coach"]
    assert all(line.is_empty for line in lines)


def test_that_a_typed_value_stays_until_it_may_be_replaced(project: Project, texts: Texts) -> None:
    data_entry.record_quantity(project, CARS_ON_DIESEL, "8000", ".")
    flows = road_traffic.read_lines(project, 2022, [DIESEL_CARS], texts)
    assert road_traffic.typed_over(project, flows) == (CARS_ON_DIESEL,)
    record(project, texts, DIESEL_CARS)
    assert project.inventory.entries[CARS_ON_DIESEL].text == "8000"
    told = explaining.explain_cell(project, CARS_ON_DIESEL, texts)
    assert "Another value is recorded; the kilometres are not used." in told
    record(project, texts, DIESEL_CARS, replace_typed=True)
    assert project.inventory.entries[CARS_ON_DIESEL].origin is Origin.TRAFFIC


def test_that_a_line_taken_out_takes_its_value_along(project: Project, texts: Texts) -> None:
    record(project, texts, DIESEL_CARS, TRUCKS)
    record(project, texts, TRUCKS)
    assert CARS_ON_DIESEL not in project.inventory.entries
    assert len(project.inventory.traffic) == 1


def test_that_the_value_is_explained_down_to_the_kilometres(project: Project, texts: Texts) -> None:
    record(project, texts, DIESEL_CARS)
    told = explaining.explain_cell(project, CARS_ON_DIESEL, texts)
    assert "Cars, Diesel, Motorway: 12.75 million km × 0.498 kWh/km = 6,349.5 MWh" in told
    assert "Together 8,739.9 MWh." in told


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ([TypedLine("car", "diesel", (TypedRoad("5", ""), NOTHING, NOTHING))], "traffic.no_consumption"),
        ([TypedLine("car", "diesel", (TypedRoad("many", "5"), NOTHING, NOTHING))], "traffic.amount"),
        ([TypedLine("car", "diesel", (TypedRoad("-5", "5"), NOTHING, NOTHING))], "traffic.amount"),
        ([DIESEL_CARS, DIESEL_CARS], "traffic.twice"),
    ],
)
def test_that_what_cannot_be_is_refused_in_words(
    project: Project, texts: Texts, lines: list[TypedLine], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        road_traffic.read_lines(project, 2022, lines, texts)
    assert refused.value.code == code
    assert "Cars, Diesel, Motorway" in texts.error(refused.value)


def test_that_electric_vehicles_are_typed_in_kilowatt_hours(project: Project, texts: Texts) -> None:
    vehicle = project.reference.road_traffic.vehicles["car"]
    assert road_traffic.consumption_unit(project, vehicle, "electricity").id == "kWh"
    assert road_traffic.consumption_unit(project, vehicle, "diesel").id == "l"
    record(project, texts, TypedLine("car", "electricity", (NOTHING, NOTHING, TypedRoad("1", "18"))))
    assert project.inventory.entries[EntryKey(2022, "road_passenger", "electricity")].quantity == 180


AMOUNTS = st.none() | st.decimals(0, 1000, places=2)


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=6))
def test_that_a_sum_with_a_missing_part_is_missing_and_never_smaller(
    parts: list[tuple[Decimal | None, Decimal | None]],
) -> None:
    flows = [TrafficFlow(2022, "road_passenger", "diesel", str(n), "car", km, use) for n, (km, use) in enumerate(parts)]
    found = energy_by_cell(flows)["road_passenger", "diesel"]
    if any(None in part for part in parts):
        assert found is None
    else:
        assert found == sum(((km or 0) * (use or 0) * 1000 for km, use in parts), Decimal(0))
