from dataclasses import replace

import pytest

from kbdesk.errors import UserError
from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.changes import Edit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import Record
from kbdesk.models.sources import Source
from kbdesk.services import data_entry
from kbdesk.services import years
from kbdesk.services.project import Project
from tests.services.conftest import CheckState

GAS = EntryKey(2020, "residential", "natural_gas")
OIL = EntryKey(2020, "tertiary", "heating_oil")
HEAT = EntryKey(2020, "residential", "district_heat")
NEW = (2021, 2022, 2023)


@pytest.fixture
def source(project: Project) -> Source:
    """A source of the gas, and two notation keys beside it."""
    found = Source("s1", "Grid operator")
    gas = project.inventory.entries[GAS]
    records: list[Record] = [
        found,
        Entry(OIL, notation_key=NotationKey.IE, contained_in="residential", note="one figure"),
        Entry(HEAT, notation_key=NotationKey.NO),
    ]
    edits = [Edit(None, record) for record in records]
    project.commit("import", {"file": "x", "count": "4"}, [*edits, Edit(gas, replace(gas, source_id="s1"))])
    return found


def begin(project: Project, *to: int) -> None:
    assert years.carry_forward(project, years.plan(project, 2020, to)) is not None


def test_that_three_years_are_begun_in_one_step_without_a_number(
    project: Project, source: Source, check_state: CheckState
) -> None:
    planned = years.plan(project, 2020, NEW)
    check_state(lambda: years.carry_forward(project, planned))
    for year in NEW:
        made = [cell.entry for cell in project.results[year].cells]
        assert len(made) == 9 + 2
        assert all(entry.quantity is None and not entry.text and entry.grade is None for entry in made)
        assert {entry.origin for entry in made} == {Origin.CARRIED}
        assert project.results[year].emissions_t.value is None
    assert project.inventory.entries[GAS._replace(year=2022)].source_id == source.id
    assert project.inventory.entries[OIL._replace(year=2022)].contained_in == "residential"


def test_that_what_stands_in_a_year_is_never_touched(project: Project, source: Source) -> None:
    data_entry.record_quantity(project, GAS._replace(year=2022), "38100", ".")
    data_entry.record_note(project, OIL._replace(year=2022), "asked on 1 March")
    before = {key: entry for key, entry in project.inventory.entries.items() if key.year == 2022}
    begin(project, *NEW)
    after = project.inventory.entries
    assert {key: after[key] for key in before} == before


def test_that_a_plan_that_lies_around_overwrites_nothing(project: Project) -> None:
    planned = years.plan(project, 2020, [2021])
    data_entry.record_quantity(project, GAS._replace(year=2021), "38100", ".")
    years.carry_forward(project, planned)
    assert project.inventory.entries[GAS._replace(year=2021)].text == "38100"


def test_that_beginning_twice_changes_nothing(project: Project) -> None:
    begin(project, 2021)
    assert years.carry_forward(project, years.plan(project, 2020, [2021])) is None


def test_that_years_are_carried_over_a_gap_and_from_any_year(project: Project) -> None:
    assert years.source_year(project, 2019) == 2010
    assert years.source_year(project, 2025) == 2020
    assert years.source_year(project, 2010) is None
    assert years.carry_forward(project, years.plan(project, 2010, [2015])) is not None
    assert years.source_year(project, 2019) == 2015


def test_that_answers_come_along_by_themselves_and_need_no_confirmation(project: Project, source: Source) -> None:
    answer = Answer("card.district_heat", NO)
    project.commit("deadline.set", {"day": "–", "rhythm": "3"}, [Edit(None, answer)])
    begin(project, 2021)
    local = project.inventory.entries[EntryKey(2021, "tertiary", "local_heat")]
    assert (local.notation_key, local.origin) == (NotationKey.NO, Origin.CARRIED)
    assert [entry.key.carrier for entry in years.unconfirmed(project, 2021).keys] == ["heating_oil"]


def test_that_keys_and_sources_wait_to_be_confirmed(project: Project, source: Source, check_state: CheckState) -> None:
    begin(project, 2021)
    waiting = years.unconfirmed(project, 2021)
    assert {entry.key for entry in waiting.keys} == {OIL._replace(year=2021), HEAT._replace(year=2021)}
    assert waiting.sources == ((source.id, (GAS._replace(year=2021),)),)
    check_state(lambda: years.confirm(project, [HEAT._replace(year=2021), GAS._replace(year=2021)]))
    assert project.inventory.entries[HEAT._replace(year=2021)].origin is Origin.TYPED
    assert project.inventory.entries[GAS._replace(year=2021)].is_expected
    check_state(lambda: years.confirm_source(project, 2021, source.id))
    assert [entry.key for entry in years.unconfirmed(project, 2021).keys] == [OIL._replace(year=2021)]
    assert not years.unconfirmed(project, 2021).sources


def test_that_everything_is_confirmed_in_one_step(project: Project, source: Source, check_state: CheckState) -> None:
    begin(project, 2021, 2022)
    check_state(lambda: years.confirm_all(project, 2021))
    assert not len(years.unconfirmed(project, 2021))
    assert len(years.unconfirmed(project, 2022)) == 3
    assert years.confirm_all(project, 2021) is None
    assert not len(years.unconfirmed(project, 2020))


def test_that_what_is_no_longer_true_becomes_an_expected_value(
    project: Project, source: Source, check_state: CheckState
) -> None:
    begin(project, 2021)
    key = OIL._replace(year=2021)
    check_state(lambda: years.retract(project, [key]))
    assert project.inventory.entries[key].is_expected
    assert key in {entry.key for entry in years.expected(project, 2021)}
    assert years.retract(project, [OIL]) is None


def test_that_another_source_is_expected_where_the_last_one_is_gone(
    project: Project, source: Source, check_state: CheckState
) -> None:
    begin(project, 2021)
    check_state(lambda: years.drop_source(project, 2021, source.id))
    gas = project.inventory.entries[GAS._replace(year=2021)]
    assert gas.is_expected
    assert not gas.source_id
    assert not years.unconfirmed(project, 2021).sources


def test_that_a_value_from_the_source_needs_no_confirmation_of_it(project: Project, source: Source) -> None:
    begin(project, 2021)
    data_entry.record_quantity(project, GAS._replace(year=2021), "38000", ".")
    assert project.inventory.entries[GAS._replace(year=2021)].source_id == source.id
    assert not years.unconfirmed(project, 2021).sources


@pytest.mark.parametrize("text", ["soon", "", "1989-1991", "2020-2999"])
def test_that_years_that_cannot_be_are_refused_in_words(project: Project, text: str) -> None:
    with pytest.raises(UserError) as refused:
        years.years_typed(project, text)
    assert refused.value.code in {"years.not_years", "years.out_of_range"}
    assert years.years_typed(project, "2021-2023") == NEW
