from decimal import Decimal

from kbdesk.models.calculation import compute_inventory
from kbdesk.models.completeness import CARRIERS
from kbdesk.models.completeness import SECTORS
from kbdesk.models.conformity import TRANSPORT_SECTORS
from kbdesk.models.conformity import Conformity
from kbdesk.models.conformity import bisko_conformity
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.texts.sentences_review import CONFORMITY
from tests.builders import codebook
from tests.builders import entry
from tests.builders import inventory
from tests.builders import rules

COMPLETE = [entry(2018, sector, carrier, "100") for sector in SECTORS for carrier in CARRIERS]
TRANSPORT = [entry(2018, sector, "diesel", "100") for sector in TRANSPORT_SECTORS]


def conformity(entries: list[Entry], *local: LocalFactor, factor_set: str = "bisko") -> Conformity:
    known = inventory(entries, population={2018: 6000}, local=local)
    return bisko_conformity(known, compute_inventory(known, rules(factor_set))[2018], factor_set)


def codes(found: Conformity) -> list[str]:
    return [gap.code for gap in found.gaps]


def test_that_a_complete_graded_year_with_bisko_factors_is_conform() -> None:
    assert conformity([*COMPLETE, *TRANSPORT]).conform


def test_that_another_factor_set_is_not_conform() -> None:
    network = LocalFactor(2018, "district_heat", Decimal("0.1"))
    found = conformity([*COMPLETE, *TRANSPORT], network, factor_set="com-ipcc-co2-2024")
    assert codes(found) == ["conformity.factor_set"]
    assert found.gaps[0].parameters == (("set", "com-ipcc-co2-2024"),)


def test_that_a_local_mix_is_not_conform_and_an_own_heat_network_is() -> None:
    network = LocalFactor(2018, "district_heat", Decimal("0.1"))
    assert conformity([*COMPLETE, *TRANSPORT], network).conform
    mix = LocalFactor(2018, "electricity", Decimal("0.1"))
    found = conformity([*COMPLETE, *TRANSPORT], mix)
    assert [(gap.code, gap.carrier) for gap in found.gaps] == [("conformity.local_factor", "electricity")]


def test_that_every_missing_cell_is_named() -> None:
    found = conformity([*COMPLETE[1:], *TRANSPORT])
    assert [(g.code, g.sector, g.carrier) for g in found.gaps] == [
        ("conformity.cell_missing", "residential", "electricity")
    ]


def test_that_every_kind_of_transport_must_be_said_something_about() -> None:
    absent = Entry(EntryKey(2018, TRANSPORT_SECTORS[-1], "kerosene"), notation_key=NotationKey.NO)
    assert conformity([*COMPLETE, *TRANSPORT[:-1], absent]).conform
    assert codes(conformity([*COMPLETE, *TRANSPORT[:-1]])) == ["conformity.transport_missing"]


def test_that_every_value_needs_a_grade() -> None:
    ungraded = entry(2018, "municipal_fleet", "diesel", "5", grade=None)
    found = conformity([*COMPLETE, *TRANSPORT, ungraded])
    assert [(gap.code, gap.parameters) for gap in found.gaps] == [("conformity.grade_missing", (("count", "1"),))]


def test_that_missing_emissions_are_not_conform() -> None:
    cooling = entry(2018, "tertiary", "district_cooling", "5")
    assert codes(conformity([*COMPLETE, *TRANSPORT, cooling])) == ["conformity.incomplete"]


def test_that_every_gap_has_a_sentence() -> None:
    empty = conformity([entry(2018, "residential", "district_cooling", "5", grade=None)], factor_set="seap-2010-lca")
    assert set(codes(empty)) | {"conformity.local_factor"} == set(CONFORMITY)


def test_that_the_sectors_of_transport_are_known() -> None:
    assert set(TRANSPORT_SECTORS) <= set(codebook().sectors)
