"""Records of every kind, as Hypothesis makes them up."""

from decimal import Decimal

from hypothesis import strategies as st

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
)
explanations = st.builds(Entry, keys, note=texts, notation_key=st.sampled_from(NotationKey))
entries = values | explanations
base_data = st.builds(BaseDatum, years, st.sampled_from(Indicator), numbers, texts)
local_factors = st.builds(LocalFactor, years, carriers, numbers, texts, texts)
published_results = st.builds(PublishedResult, years, numbers, sectors | st.just(""), st.none() | numbers, texts)
municipalities = st.builds(
    Municipality, country=texts, name=texts, code=texts, base_year=years, factor_set=texts, language=texts
)
removable_records: st.SearchStrategy[Entry | BaseDatum | LocalFactor | PublishedResult] = (
    entries | base_data | local_factors | published_results
)

EXACT = [Decimal(text) for text in ("0", "-0", "0.10", "1E+3", "1234567890123456789.000000000000000001", "1E-30")]
"""Decimals that a detour over floats or rounding would change."""
