from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from kbdesk.models.findings import Finding
from kbdesk.models.findings import Level
from kbdesk.models.findings import in_order
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.sentences_review import FINDINGS
from tests.builders import entry
from tests.builders import full_inventory
from tests.builders import inventory
from tests.builders import minimal_inventory
from tests.builders import review
from tests.builders import shipped_checks

GAS = ("residential", "natural_gas")


ABOUT_SIZE = ("value.", "energy.", "carrier.", "sector.", "population.small", "population.changed")


def reviewed(known: Inventory, set_id: str = "bisko") -> tuple[Finding, ...]:
    """The findings but for those about sizes (``test_review_values``, ``_sums``) and coverage (``test_coverage``)."""
    others = ("inventory.partial", "inventory.reason_missing", "entry.round")
    return tuple(f for f in review(known, set_id) if f.code not in others and not f.code.startswith(ABOUT_SIZE))


def of_cells(*entries: Entry, population: int | None = 6000) -> list[Finding]:
    people = {} if population is None else {e.key.year: population for e in entries}
    return list(reviewed(inventory(entries, population=people)))


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_that_a_good_inventory_has_no_findings() -> None:
    assert reviewed(minimal_inventory()) == ()


def test_that_text_that_is_no_number_is_an_error() -> None:
    draft = replace(entry(2018, *GAS, ""), text="about 1000")
    (found,) = of_cells(draft)
    assert found == Finding(
        Level.ERROR, "entry.not_a_number", 2018, *GAS, parameters=(("text", "about 1000"),), effect_t=None
    )


def test_that_a_remark_without_value_is_a_warning() -> None:
    (found,) = of_cells(entry(2018, *GAS, "", source="letter"))
    assert (found.level, found.code) == (Level.WARNING, "entry.no_value")


def test_that_a_unit_must_be_there_and_fit() -> None:
    assert codes(of_cells(entry(2018, *GAS, "5", ""))) == ["entry.unit_missing"]
    (found,) = of_cells(entry(2018, *GAS, "5", "barrel"))
    assert (found.code, found.parameters) == ("entry.unit_unknown", (("unit", "barrel"),))
    assert codes(of_cells(entry(2018, "waste_water", DIRECT, "5", "MWh"))) == ["entry.unit_unknown"]


def test_that_a_gas_volume_needs_its_parameters() -> None:
    volume = entry(2018, *GAS, "5000", "m3")
    (found,) = of_cells(volume)
    assert (found.code, found.parameters) == ("entry.parameter_missing", (("parameter", "Hs [kWh/m³]"),))
    half = replace(volume, parameters=(("hs_kwh_per_m3", Decimal(11)),))
    assert of_cells(half)[0].parameters == (("parameter", "Z"),)
    distance = entry(2018, "road_passenger", "diesel", "5000", "vehicle_km")
    assert of_cells(distance)[0].parameters == (("parameter", "kWh/km"),)


def test_that_calorific_values_are_held_against_the_rules_of_gas() -> None:
    def gas(hs: str) -> list[str]:
        parameters = (("hs_kwh_per_m3", Decimal(hs)), ("state_number", Decimal("0.97")))
        return codes(of_cells(replace(entry(2018, *GAS, "5000", "m3"), parameters=parameters)))

    assert gas("9.5") == gas("11.2") == gas("12.2") == []
    assert gas("9.49") == gas("8.4") == gas("13.1") == ["gas.calorific_value"]
    assert gas("8.39") == gas("13.11") == gas("11200") == ["gas.calorific_value_impossible"]


def test_that_cars_drive_a_usual_distance() -> None:
    def cars(km: str, sector: str = "road_passenger") -> list[str]:
        parameters = (("km_per_vehicle", Decimal(km)), ("kwh_per_km", Decimal("0.61")))
        return codes(of_cells(replace(entry(2018, sector, "diesel", "3000", "vehicles"), parameters=parameters)))

    assert cars("5000") == cars("12000") == cars("25000") == []
    assert cars("4999") == cars("25001") == ["transport.distance"]
    assert cars("90000", "road_freight") == []


def test_that_vehicles_without_their_distance_have_no_energy() -> None:
    (found,) = of_cells(entry(2018, "road_passenger", "diesel", "3000", "vehicles"))
    assert (found.code, found.parameters) == ("entry.parameter_missing", (("parameter", "km/a"),))


def test_that_a_calorific_value_left_over_from_another_unit_does_not_matter() -> None:
    left = replace(entry(2018, *GAS, "5000", "MWh"), parameters=(("hs_kwh_per_m3", Decimal(99)),))
    assert of_cells(left) == []


def test_that_a_negative_value_is_an_error_with_its_effect() -> None:
    (found,) = of_cells(entry(2018, "residential", "electricity", "-1000"))
    assert (found.level, found.code, found.effect_t) == (Level.ERROR, "entry.negative", Decimal("544.000"))


def test_that_years_lie_between_1990_and_now() -> None:
    heat = ("residential", "heating_oil")
    assert codes(of_cells(entry(1989, *heat, "1"))) == ["entry.year_out_of_range"]
    assert codes(of_cells(entry(2026, *heat, "1"))) == ["entry.year_out_of_range"]
    assert codes(of_cells(entry(1990, *heat, "1"))) == codes(of_cells(entry(2025, *heat, "1"))) == []
    found = of_cells(entry(1989, *heat, "1"))[0]
    assert found.parameters == (("earliest", "1990"), ("latest", "2025"))


def test_that_a_year_needs_inhabitants() -> None:
    (found,) = of_cells(entry(2018, "residential", "electricity", "1000"), population=None)
    assert (found.code, found.sector, found.effect_t) == ("population.missing", "", Decimal("544.000"))
    assert codes(of_cells(entry(2018, "residential", "electricity", "1000"), population=-5)) == ["population.missing"]


def test_that_a_missing_factor_is_one_finding_a_carrier() -> None:
    cooling = [entry(2018, sector, "district_cooling", "5") for sector in ("residential", "tertiary")]
    (found,) = of_cells(*cooling)
    assert (found.level, found.code, found.carrier, found.sector) == (
        Level.ERROR,
        "factor.missing",
        "district_cooling",
        "",
    )
    assert found.effect_t is None
    assert of_cells(entry(2018, "residential", "district_cooling", "0")) == []


def test_that_a_provisional_factor_is_noted_with_the_year_that_served() -> None:
    (found,) = of_cells(entry(2024, "residential", "electricity", "10"), entry(2024, "tertiary", "electricity", "5"))
    assert (found.level, found.code) == (Level.NOTE, "factor.provisional")
    assert found.parameters == (("used_year", "2022"),)
    assert found.effect_t == Decimal("7.575")


def test_that_ungraded_values_are_one_note_a_year() -> None:
    ungraded = [entry(2018, "residential", c, "5", grade=None) for c in ("electricity", "natural_gas")]
    (found,) = of_cells(*ungraded)
    assert (found.code, found.parameters) == ("entry.ungraded", (("count", "2"),))


def test_that_places_not_estimated_are_one_note_a_year() -> None:
    keys = [Entry(EntryKey(2018, s, "biomass"), notation_key=NotationKey.NE) for s in ("residential", "tertiary")]
    (found,) = of_cells(*keys)
    assert (found.code, found.parameters, found.effect_t) == ("inventory.not_estimated", (("count", "2"),), None)


def test_that_amounts_entered_twice_are_suspected() -> None:
    leaf = entry(2018, *GAS, "5")
    group = entry(2018, "buildings_unallocated", "natural_gas", "7")
    (found,) = of_cells(leaf, group)
    assert (found.level, found.code, found.sector) == (Level.WARNING, "entry.group_and_leaf", "buildings_unallocated")
    assert of_cells(entry(2018, "residential", "heating_oil", "5"), group) == []
    assert of_cells(entry(2018, *GAS, "0"), group) == []
    assert of_cells(entry(2018, "road_passenger", "natural_gas", "5"), group) == []
    assert of_cells(entry(2018, "road_passenger", "diesel", "5"), entry(2018, "transport_unallocated", "diesel", "1"))


def test_that_a_carrier_that_does_not_occur_in_a_sector_is_a_warning() -> None:
    assert codes(of_cells(entry(2018, "road_passenger", "district_heat", "5"))) == ["entry.place_unusual"]
    assert codes(of_cells(entry(2018, "waste_water", "electricity", "5"))) == ["entry.place_unusual"]
    assert codes(of_cells(entry(2018, "residential", DIRECT, "5", "t_CO2e"))) == ["entry.place_unusual"]
    assert codes(of_cells(entry(2018, "no_such_sector", "electricity", "5"))) == ["entry.place_unusual"]
    assert "entry.place_unusual" in codes(of_cells(entry(2018, "residential", "no_such_carrier", "5")))
    assert of_cells(entry(2018, "waste_water", DIRECT, "5", "t_CO2e")) == []


def test_that_a_value_in_an_unknown_unallocated_sector_is_not_held_against_others() -> None:
    found = of_cells(entry(2018, "planets_unallocated", "electricity", "5"), entry(2018, *GAS, "5"))
    assert codes(found) == ["entry.place_unusual"]


def test_that_errors_come_first_and_then_the_largest_effect() -> None:
    known = inventory(
        [
            entry(2024, "residential", "electricity", "10", grade=None),
            entry(2018, "residential", "electricity", "-10"),
            entry(2018, "tertiary", "electricity", "-1000"),
            entry(2018, "road_passenger", "district_heat", "5"),
        ],
        population={2018: 10, 2024: 10},
    )
    found = reviewed(known)
    assert codes(found) == [
        "entry.negative",
        "entry.negative",
        "entry.place_unusual",
        "entry.ungraded",
        "factor.provisional",
    ]
    assert found[0].sector == "tertiary"
    assert in_order(reversed(found)) == found


def test_that_the_largest_document_is_reviewed_year_by_year() -> None:
    known = full_inventory(range(2015, 2018))
    found = reviewed(known)
    assert {f.year for f in found} == {2015, 2016, 2017}


def test_that_every_check_has_a_sentence_and_every_sentence_a_check() -> None:
    assert set(shipped_checks()) == set(FINDINGS)


def test_that_levels_and_thresholds_are_data() -> None:
    known = inventory([entry(2018, "residential", "electricity", "-1")], population={2018: 1})
    checks = dict(shipped_checks())
    checks["entry.negative"] = replace(checks["entry.negative"], level=Level.NOTE, minimum=Decimal(-5))
    assert "entry.negative" not in {f.code for f in review(known, checks=checks)}
    checks["entry.negative"] = replace(checks["entry.negative"], minimum=Decimal(0))
    assert {f.code: f.level for f in review(known, checks=checks)}["entry.negative"] is Level.NOTE
