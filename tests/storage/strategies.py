"""Records of every kind, as Hypothesis makes them up."""

from decimal import Decimal

from hypothesis import strategies as st

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.activities import Activity
from kbdesk.models.activities import ActivityKind
from kbdesk.models.activities import ActivityState
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.bills import SplitMethod
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import Municipality
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record
from kbdesk.models.measures import Measure
from kbdesk.models.measures import MeasureStatus
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.models.targets import Target
from kbdesk.models.traffic import TrafficFlow

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
years = st.integers(1990, 1993)
sectors = st.sampled_from(["residential", "tertiary", 'we"ird/[1]'])
carriers = st.sampled_from(["electricity", "diesel"])
parameters = st.dictionaries(texts, numbers, max_size=2).map(lambda found: tuple(found.items()))
keys = st.builds(EntryKey, years, sectors, carriers)

values = st.builds(
    Entry,
    keys,
    text=texts,
    quantity=st.none() | numbers,
    unit=texts,
    parameters=parameters,
    grade=st.none() | st.sampled_from(Grade),
    source=texts,
    note=texts,
    origin=st.sampled_from(Origin),
    source_id=texts,
)
explanations = st.builds(
    Entry,
    keys,
    source=texts,
    note=texts,
    notation_key=st.sampled_from(NotationKey),
    origin=st.sampled_from(Origin),
    source_id=texts,
    contained_in=texts,
)
entries = values | explanations
base_data = st.builds(BaseDatum, years, st.sampled_from(Indicator), numbers, texts)
local_factors = st.builds(LocalFactor, years, carriers, numbers, texts, texts)
published_results = st.builds(PublishedResult, years, numbers, sectors | st.just(""), st.none() | numbers, texts)
municipalities = st.builds(
    Municipality, country=texts, name=texts, code=texts, base_year=years, factor_set=texts, language=texts
)
ids = st.sampled_from(["s1", "s2", 'we"ird/[1]'])
sources = st.builds(Source, ids, texts, texts, texts, texts, texts, texts, texts, texts)
bills = st.builds(
    lambda days, **fields: Bill(first_day=days[0], last_day=days[1], **fields),
    st.tuples(st.dates(), st.dates()).map(sorted),
    id=ids,
    sector=sectors,
    carrier=carriers,
    text=texts,
    quantity=numbers,
    unit=texts,
    parameters=parameters,
    method=st.sampled_from(SplitMethod),
    source_id=texts,
    note=texts,
)
answers = st.builds(Answer, ids, texts)
acknowledgements = st.builds(
    Acknowledgement, ids, st.just(0) | years, sectors | st.just(""), carriers, texts, texts, texts, texts, texts
)
second_looks = st.builds(SecondLook, years, sectors, texts, texts)
targets = st.builds(
    Target,
    ids,
    texts,
    st.sampled_from(Basis),
    st.sampled_from(CommitmentKind),
    numbers,
    st.none() | years,
    st.none() | years,
    texts,
    texts,
    texts,
)
amounts = st.none() | numbers
plants = st.builds(
    PlantYear,
    ids,
    years,
    carriers,
    parameters,
    amounts,
    amounts,
    amounts,
    st.none() | st.sampled_from(Split),
    amounts,
    st.sampled_from(TemperatureKind),
    amounts,
    amounts,
    texts,
)
electricity = st.builds(
    ElectricityYear, years, amounts, amounts, amounts, amounts, amounts, amounts, amounts, amounts, texts
)
activities = st.builds(
    Activity,
    ids,
    st.sampled_from(ActivityKind),
    texts,
    st.sampled_from(ActivityState),
    st.none() | years,
    st.none() | years,
    texts,
    texts,
    texts,
    texts,
    texts,
    texts,
)
measures = st.builds(
    Measure,
    ids,
    texts,
    st.sampled_from(MeasureStatus),
    sectors | st.just(""),
    carriers,
    st.none() | years,
    st.none() | years,
    texts,
    amounts,
    amounts,
    amounts,
    texts,
    texts,
    texts,
    texts,
)
traffic = st.builds(TrafficFlow, years, sectors, carriers, texts, texts, amounts, amounts, texts, texts)
behind_values: st.SearchStrategy[Record] = (
    sources
    | bills
    | answers
    | acknowledgements
    | second_looks
    | targets
    | plants
    | electricity
    | activities
    | measures
    | traffic
)
removable_records: st.SearchStrategy[Record] = entries | base_data | local_factors | published_results | behind_values

EXACT = [Decimal(text) for text in ("0", "-0", "0.10", "1E+3", "1234567890123456789.000000000000000001", "1E-30")]
"""Decimals that a detour over floats or rounding would change."""
