"""A total unfolds to cells that sum to it, and says what it lacks."""

from decimal import Decimal

from kbdesk.models.changes import Edit
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import NotationKey
from kbdesk.models.views import ViewKind
from kbdesk.services import data_entry
from kbdesk.services import declaring
from kbdesk.services import viewing
from kbdesk.services.project import Project
from kbdesk.services.unfolding import cells_of
from kbdesk.services.unfolding import keys
from kbdesk.services.unfolding import rows
from kbdesk.services.unfolding import summary
from kbdesk.services.unfolding import unfold
from tests.builders import entry


def test_that_the_cells_of_a_total_sum_to_it_the_largest_first(project: Project) -> None:
    found = unfold(cells_of(project, 2020))
    assert found.emissions_t == project.results[2020].emissions_t
    assert found.energy_mwh == project.results[2020].energy_mwh
    parts = [cell.emissions_t or Decimal(0) for cell in found.known]
    assert sum(parts) == found.emissions_t.value
    assert parts == sorted(parts, reverse=True)
    for cell in found.known:
        assert cell.energy_mwh is not None
        assert cell.factor.t_per_mwh is not None
        assert cell.emissions_t == cell.energy_mwh * cell.factor.t_per_mwh


def test_that_sectors_or_carriers_together_are_the_whole(project: Project) -> None:
    whole = project.results[2020].emissions_t.value
    cells = project.results[2020].cells
    for part in (1, 2):
        names = {str(cell.key[part]) for cell in cells}
        totals = [
            unfold(cells_of(project, 2020, **{("sector" if part == 1 else "carrier"): name})).emissions_t.value
            for name in names
        ]
        assert sum(total or 0 for total in totals) == whole


def test_that_what_is_missing_stands_in_the_list_and_is_said(project: Project) -> None:
    texts = project.reference.texts("en")
    data_entry.record_notation_key(project, EntryKey(2020, "tertiary", "natural_gas"), NotationKey.NE)
    data_entry.record_quantity(project, EntryKey(2020, "industry", "electricity"), "about 7 or 8", ".")
    data_entry.record_notation_key(project, EntryKey(2020, "industry", "lpg"), NotationKey.NO)
    found = unfold(cells_of(project, 2020))
    assert {cell.key[1:] for cell in found.missing} == {("tertiary", "natural_gas"), ("industry", "electricity")}
    said = summary(found, "CO2e", texts)
    assert said[1] == "2 values are missing, so the true total is larger."
    lines = rows(project, found, texts)
    assert [line[4] for line in lines[-2:]] == ["not known yet", "no number yet"]
    assert len(keys(found)) == len(lines)


def test_that_a_carrier_without_factor_makes_the_total_incomplete_not_smaller(project: Project) -> None:
    before = project.results[2020].emissions_t
    added = entry(2020, "industry", "waste_nonbio", "500")
    project.commit("import", {"file": "x", "count": "1"}, [Edit(None, added)])
    after = project.results[2020].emissions_t
    assert (after.value, after.missing) == (before.value, before.missing + 1)
    assert not project.results[2020].complete
    texts = project.reference.texts("en")
    lines = rows(project, unfold(cells_of(project, 2020)), texts)
    assert any(line[4] == "no emission factor" for line in lines)


def test_that_the_fleet_unfolds_by_its_name_and_is_no_part_of_the_whole(project: Project) -> None:
    texts, whole = project.reference.texts("en"), cells_of(project, 2020)
    data_entry.record_quantity(project, EntryKey(2020, "municipal_fleet", "diesel"), "100 MWh", ".")
    assert cells_of(project, 2020) == whole
    assert all(cell.key.sector != "municipal_fleet" for cell in cells_of(project, 2020, carrier="diesel"))
    found = unfold(cells_of(project, 2020, sector="municipal_fleet"))
    assert found.energy_mwh.value == Decimal(100)
    assert summary(found, "CO2e", texts)[-1].startswith("Shown apart: ")
    assert rows(project, found, texts)[0][0] == "Municipal fleet (shown apart)"
    shown = viewing.shown_view(project, 2020, ViewKind.ENERGY, texts)
    assert [row[0] for row in shown.rows[-2:]] == ["Total", "Municipal fleet (shown apart)"]
    assert shown.apart == 1
    assert shown.note.startswith("Shown apart: ")


def test_that_heat_pumps_are_said_beside_what_was_typed(project: Project) -> None:
    data_entry.record_quantity(project, EntryKey(2020, "residential", "ambient_heat"), "320", ".")
    declaring.declare_heat_pumps(project, "yes")
    texts, found = project.reference.texts("en"), unfold(cells_of(project, 2020, "residential", "electricity"))
    assert rows(project, found, texts)[0][6] == "9700 MWh, less 100 MWh for heat pumps"
    assert found.energy_mwh.value == Decimal(9600)


def test_that_every_number_of_every_table_unfolds_to_what_it_shows(project: Project) -> None:
    texts = project.reference.texts("en")
    for kind in viewing.VIEWS:
        shown = viewing.shown_view(project, 2020, kind, texts)
        assert len(shown.cells) == len(shown.rows)
        for line, cells in zip(shown.rows, shown.cells, strict=True):
            assert len(cells) == len(line)
            if kind is ViewKind.QUALITY:
                continue
            for text, parts in zip(line[1:], cells[1:], strict=True):
                found = unfold(parts)
                energy = kind in (ViewKind.ENERGY, ViewKind.COVENANT_ENERGY)
                value = (found.energy_mwh if energy else found.emissions_t).value
                assert text in ("", texts.numbers.integer(value)), kind
