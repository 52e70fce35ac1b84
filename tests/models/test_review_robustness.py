"""Whatever is typed, the review ends and every finding can be said in every language."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import read_number
from kbdesk.paths import resources_dir
from kbdesk.services.reference import Reference
from kbdesk.texts.findings import finding_text
from tests.builders import inventory
from tests.builders import review

REFERENCE = Reference(resources_dir())
TEXTS = REFERENCE.all_texts()
SECTORS = ("residential", "tertiary", "municipal_buildings", "industry", "buildings_unallocated", "road_passenger")
CARRIERS = ("electricity", "natural_gas", "heating_oil", "biomass", "district_heat", "diesel", "no_such_carrier")
NUMBERS = st.one_of(
    st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12), max_value=10**18).map(str),
    st.sampled_from(["", "0", "0,000000000000000001", "1.234", "12.345,6", "about 5", "9" * 28, "1E15", "5 kWh"]),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    key = EntryKey(draw(st.integers(2018, 2022)), draw(st.sampled_from(SECTORS)), draw(st.sampled_from(CARRIERS)))
    origin = draw(st.sampled_from(Origin))
    if draw(st.booleans()) and draw(st.booleans()):
        where = draw(st.sampled_from(["", "tertiary", "tertiary/electricity", "nowhere/nothing"]))
        return Entry(key, notation_key=draw(st.sampled_from(NotationKey)), contained_in=where, origin=origin)
    text = draw(NUMBERS)
    return Entry(
        key,
        text=text,
        quantity=read_number(text, draw(st.sampled_from([".", ","]))).value,
        unit=draw(st.sampled_from(["MWh", "kWh", "GWh", "GJ", "kWh_hs", "l", "m3", "", "barrel"])),
        parameters=(("mwh_per_unit", Decimal("0.5")),) if draw(st.booleans()) else (),
        grade=draw(st.none() | st.sampled_from(Grade)),
        origin=origin,
    )


@given(
    st.lists(entries(), max_size=12, unique_by=lambda entry: entry.key),
    st.dictionaries(st.integers(2018, 2022), st.sampled_from([0, 1, 131, 4000, 10**9]), max_size=5),
)
def test_that_every_finding_of_whatever_is_typed_can_be_said(found: list[Entry], people: dict[int, int]) -> None:
    for finding in review(inventory(found, population=people)):
        for texts in TEXTS:
            sentence = finding_text(finding, texts)
            assert "{" not in sentence
            assert finding.year is None or str(finding.year) in sentence
        if finding.fix is not None:
            assert set(finding.fix.keys) <= {entry.key for entry in found}
            assert set(finding.cells) == set(finding.fix.keys)


def test_that_no_two_findings_have_the_same_place() -> None:
    twice = [
        Entry(EntryKey(2020, sector, "electricity"), text="9", quantity=Decimal(9), unit="kWh") for sector in SECTORS
    ]
    found = review(inventory(twice, population={2020: 4000}))
    assert len({finding.place for finding in found}) == len(found)
