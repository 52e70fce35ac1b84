"""The proposed causes are true, plain, strongest first, and silent where years cannot be compared."""

from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

import pytest

from kbdesk.models.breaks import Break
from kbdesk.models.breaks import BreakKind
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import Record
from kbdesk.paths import DataDir
from kbdesk.services.causes import proposed_causes
from kbdesk.services.desk import Desk
from kbdesk.services.project import Project
from kbdesk.services.reference import Reference
from tests.builders import entry
from tests.builders import inventory
from tests.builders import records_in
from tests.charts.examples import bielefeld
from tests.charts.examples import mixed
from tests.charts.examples import muenster
from tests.charts.examples import thirty_five_years

_THIN = "\u202f"


@pytest.fixture
def empty(reference: Reference, tmp_path: Path) -> Iterator[Project]:
    desk = Desk(reference, DataDir(tmp_path / "data"))
    with desk.create(tmp_path / "Town.kbdesk", inventory().municipality) as opened:
        yield opened


def causes(project: Project, of: Inventory, first: int, last: int) -> tuple[str, ...]:
    record(project, records_in(of)[1:])
    return proposed_causes(project, first, last, project.reference.texts("en"))


def record(project: Project, records: Iterable[Record]) -> None:
    project.commit("import", {"file": "example", "count": "1"}, [Edit(None, each) for each in records])


def households(years: dict[int, tuple[str, str]], people: dict[int, int]) -> Inventory:
    """Electricity of the households and of industry by year: no heat, so no weather."""
    cells: list[Entry] = []
    for year, (home, factory) in years.items():
        cells += [entry(year, "residential", "electricity", home), entry(year, "industry", "electricity", factory)]
    return inventory(cells, population=people)


def test_that_three_causes_come_strongest_first_with_their_numbers(empty: Project) -> None:
    assert causes(empty, thirty_five_years(), 1990, 2024) == (
        f"Over all sectors 14{_THIN}% (weather-corrected) less energy was used per inhabitant: −6,354 t.",
        f"Electricity caused 42{_THIN}% fewer emissions per MWh: −5,762 t.",
        f"The winter weather of 2024 was 13{_THIN}% milder than that of 1990: −2,525 t.",
    )


def test_that_one_class_of_sectors_that_dominates_is_named(empty: Project) -> None:
    found = causes(empty, households({2010: ("1000", "100"), 2020: ("880", "100")}, {2010: 500, 2020: 500}), 2010, 2020)
    assert any(f"Households used 12{_THIN}% less energy per inhabitant" in sentence for sentence in found)


def test_that_sectors_that_move_apart_are_each_named(empty: Project) -> None:
    found = causes(
        empty, households({2010: ("1000", "1000"), 2020: ("700", "1250")}, {2010: 500, 2020: 500}), 2010, 2020
    )
    assert any(sentence.startswith(f"Households used 30{_THIN}% less energy") for sentence in found)
    assert any(sentence.startswith(f"Industry used 25{_THIN}% more energy") for sentence in found)


def test_that_a_shift_of_the_mix_names_both_carriers(empty: Project) -> None:
    cells = [
        entry(year, "residential", carrier, mwh)
        for year, oil, wood in ((2019, "900", "100"), (2020, "500", "500"))
        for carrier, mwh in (("heating_oil", oil), ("biomass", wood))
    ]
    found = causes(empty, inventory(cells, population={2019: 500, 2020: 500}), 2019, 2020)
    assert found[0].startswith("Households: the energy mix shifted from heating oil to wood")


def test_that_a_growing_municipality_is_said_to_grow(empty: Project) -> None:
    assert f"The municipality grew by 11{_THIN}% to 305,235 inhabitants: +229,203 t." in causes(
        empty, muenster(), 1990, 2015
    )


def test_that_what_lies_across_a_break_is_not_called_a_cause(empty: Project) -> None:
    record(empty, [Break(2015, BreakKind.METHOD, "new tool").answer])
    found = causes(empty, households({2010: ("1000", "100"), 2020: ("500", "60")}, {2010: 500, 2020: 500}), 2010, 2020)
    assert any("lie across the break of 2015: how much of it is real cannot be told." in said for said in found)
    assert not any("energy per inhabitant" in said for said in found)


def test_that_years_that_cannot_be_compared_are_said_first(empty: Project) -> None:
    found = causes(empty, mixed(), 2010, 2023)
    assert found[0].startswith("2023 and 2010 cannot be compared yet")
    assert len(found) <= 3


def test_that_without_inhabitants_nothing_is_said_per_inhabitant(empty: Project) -> None:
    found = causes(empty, households({2010: ("1000", "100"), 2020: ("500", "100")}, {}), 2010, 2020)
    assert any(said.startswith("Households: less energy, −") for said in found)
    assert not any("per inhabitant" in said for said in found)


@pytest.mark.parametrize(("first", "last"), [(2022, 2022), (1990, 2022)])
def test_that_one_year_has_no_causes_and_says_when_they_come(empty: Project, first: int, last: int) -> None:
    of = inventory([entry(2022, "residential", "electricity", "9650")])
    assert causes(empty, of, first, last) == ("The causes of a change show with a second year of own values.",)


def test_that_a_published_total_has_no_causes(empty: Project) -> None:
    found = causes(empty, mixed(), 1990, 2020)
    assert found == ("There are no own values of 1990: the causes of its change cannot be told.",)


def test_that_published_totals_alone_have_none_either(empty: Project) -> None:
    assert len(causes(empty, bielefeld(), 1990, 2020)) == 1


def test_that_the_same_figures_twice_balance_out(empty: Project) -> None:
    same = [entry(year, "industry", "natural_gas", "1000") for year in (2010, 2011)]
    found = causes(empty, inventory(same, population={2010: 9, 2011: 9}), 2010, 2011)
    assert found == ("2011 as 2010: the causes balance out.",)
