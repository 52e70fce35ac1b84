"""What is done about findings: acknowledge, withdraw, take the proposed correction."""

from decimal import Decimal
from pathlib import Path

import pytest

from kbdesk.errors import UserError
from kbdesk.models.changes import Edit
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.findings import FixKind
from kbdesk.models.findings import Level
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.services import acknowledging
from kbdesk.services import data_entry
from kbdesk.services.desk import Desk
from kbdesk.services.history import describe
from kbdesk.services.plausible import usual
from kbdesk.services.project import Project
from kbdesk.texts.findings import finding_text
from tests.models.cases import case
from tests.services.conftest import CheckState

POWER = EntryKey(2020, "residential", "electricity")
LAUF = case("robust_lauf_unit_error")


def found(project: Project, code: str, year: int = 2020) -> Finding:
    return next(finding for finding in project.findings_of(year) if finding.code == code)


def codes(project: Project, year: int = 2020) -> set[str]:
    return {finding.code for finding in project.findings_of(year)}


def test_that_an_acknowledged_warning_rests_until_its_value_changes(project: Project, check_state: CheckState) -> None:
    data_entry.record_quantity(project, POWER, "30000", ".")
    warning = found(project, "value.change")
    change = check_state(lambda: acknowledging.acknowledge(project, warning, "new_connection", " a data centre "))
    assert "2020" in describe(change, project.reference.texts("en"))
    given = found(project, "value.change").acknowledged
    assert given is not None
    assert (given.reason, given.text, given.who) == ("new_connection", "a data centre", project.document.who)
    assert given.on == project.today().isoformat()
    data_entry.record_note(project, POWER, "asked in May")
    assert found(project, "value.change").acknowledged == given
    data_entry.record_quantity(project, POWER, "30001", ".")
    assert found(project, "value.change").acknowledged is None
    data_entry.record_quantity(project, POWER, "30000", ".")
    assert found(project, "value.change").acknowledged == given


def test_that_an_acknowledgement_can_be_withdrawn(project: Project, check_state: CheckState) -> None:
    data_entry.record_quantity(project, POWER, "30000", ".")
    warning = found(project, "value.change")
    assert acknowledging.withdraw(project, warning) is None
    acknowledging.acknowledge(project, warning, "right", "")
    check_state(lambda: acknowledging.withdraw(project, warning))
    assert found(project, "value.change").acknowledged is None


def test_that_a_finding_of_a_year_rests_as_long_as_it_says_the_same(project: Project, check_state: CheckState) -> None:
    _inhabitants(project, 2020, 3000)
    check_state(lambda: acknowledging.acknowledge(project, found(project, "population.changed"), "right"))
    assert found(project, "population.changed").acknowledged is not None
    _inhabitants(project, 2020, 2500)
    warning = found(project, "population.changed")
    assert warning.acknowledged is None
    check_state(lambda: acknowledging.withdraw(project, warning))


def test_that_an_error_cannot_be_acknowledged(project: Project) -> None:
    data_entry.record_quantity(project, POWER, "-5", ".")
    with pytest.raises(UserError, match=r"finding\.error_stays"):
        acknowledging.acknowledge(project, found(project, "entry.negative"), "right")


def test_that_the_reasons_offered_have_labels(project: Project) -> None:
    assert {"new_connection", "closure", "weather", "delivery", "asked", "right"} <= set(project.reference.reasons)
    assert all(project.reference.reasons.values())


def test_that_a_finding_without_correction_changes_nothing(project: Project) -> None:
    assert acknowledging.apply_fix(project, Finding(Level.NOTE, "entry.round", 2020)) is None


def test_that_a_stale_correction_changes_nothing(project: Project) -> None:
    gone = Fix(FixKind.UNIT, (EntryKey(1999, "residential", "electricity"),), "MWh")
    assert acknowledging.apply_fix(project, Finding(Level.WARNING, "value.unit", 1999, fix=gone)) is None


def test_that_a_key_carried_forward_is_confirmed_by_one_click(project: Project, check_state: CheckState) -> None:
    key = EntryKey(2020, "residential", "lpg")
    project.commit("entry.clear", {"count": "1"}, [Edit(None, _carried(key))])
    check_state(lambda: acknowledging.apply_fix(project, found(project, "entry.carried_key")))
    assert project.inventory.entries[key].origin is Origin.TYPED
    assert "entry.carried_key" not in codes(project)


def test_that_a_number_read_otherwise_is_written_so_that_it_has_one_reading(
    project: Project, check_state: CheckState
) -> None:
    data_entry.record_quantity(project, POWER, "9.700", ".")
    assert project.inventory.entries[POWER].quantity == Decimal("9.700")
    warning = found(project, "value.reading_after")
    assert "9.700" in finding_text(warning, project.reference.texts("en"))
    check_state(lambda: acknowledging.apply_fix(project, warning))
    entry = project.inventory.entries[POWER]
    assert (entry.text, entry.quantity, entry.unit) == ("9700", Decimal(9700), "MWh")
    data_entry.record_quantity(project, POWER, "9700", ",")
    assert project.inventory.entries[POWER].quantity == Decimal(9700)
    assert "value.reading_after" not in codes(project)


@pytest.mark.parametrize(("mark", "unit"), [(",", "MWh"), (".", "GWh")])
def test_that_the_units_printed_by_a_town_are_put_right_by_one_click(
    desk: Desk, tmp_path: Path, mark: str, unit: str
) -> None:
    """Electricity printed as kWh that can only be MWh; read the English way the numbers are a thousand times less."""
    town = Municipality(LAUF["country"], LAUF["municipality"], LAUF["code"], 1990, "bisko", "de")
    with desk.create(tmp_path / "Lauf.kbdesk", town) as project:
        _inhabitants(project, 2019, LAUF["population"])
        keys = [EntryKey(2019, LAUF["cells"][name], "electricity") for name, _, _ in LAUF["printed"]["electricity"]]
        for key, (_, printed, _) in zip(keys, LAUF["printed"]["electricity"], strict=True):
            data_entry.record_quantity(project, key, printed, mark)
        (warning,) = [f for f in project.findings if f.fix is not None]
        assert (warning.level, warning.code, warning.carrier) == (Level.WARNING, "carrier.unit", "electricity")
        assert set(warning.related) == set(keys)
        sentence = finding_text(warning, project.reference.texts("de"))
        assert unit in sentence
        assert "2019" in sentence
        acknowledging.apply_fix(project, warning)
        entries = [project.inventory.entries[key] for key in keys]
        assert [entry.text for entry in entries] == [printed for _, printed, _ in LAUF["printed"]["electricity"]]
        assert {entry.unit for entry in entries} == {unit}
        assert [_mwh(project, key) for key in keys] == LAUF["expected"]["energy_mwh"]
        assert not [f for f in project.findings if f.fix is not None]
        project.undo()
        assert {project.inventory.entries[key].unit for key in keys} == {"kWh"}


def test_that_megawatt_hours_typed_into_a_field_in_kilowatt_hours_are_caught_at_the_cell(
    desk: Desk, tmp_path: Path
) -> None:
    key = EntryKey(2023, "residential", "electricity")
    with desk.create(tmp_path / "Small.kbdesk", Municipality("DE", "Small", "1", 1990, "bisko", "de")) as project:
        _inhabitants(project, 2023, 4000)
        data_entry.record_quantity(project, key, "9.800", ",")
        warning = found(project, "value.unit", 2023)
        assert (warning.key, warning.fix) == (key, Fix(FixKind.UNIT, (key,), "MWh"))
        assert "2.45 kWh per inhabitant, usual are 455 to 2,710" in finding_text(warning, project.reference.texts("en"))
        acknowledging.apply_fix(project, warning)
        assert _mwh(project, key) == 9800
        band = usual(project, key)
        assert band is not None
        assert band.contains(9800 / 4000)
        assert usual(project, key._replace(carrier="peat")) is None


def _mwh(project: Project, key: EntryKey) -> Decimal | None:
    cell = project.cell(key)
    return cell.energy_mwh if cell else None


def _inhabitants(project: Project, year: int, people: int) -> None:
    before = project.inventory.base_data.get((year, Indicator.POPULATION))
    after = BaseDatum(year, Indicator.POPULATION, Decimal(people))
    project.commit("base.datum", {"indicator": "population", "year": str(year), "value": ""}, [Edit(before, after)])


def _carried(key: EntryKey) -> Entry:
    return Entry(key, notation_key=NotationKey.NO, origin=Origin.CARRIED)
