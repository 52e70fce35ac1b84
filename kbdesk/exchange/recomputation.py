"""Do the stated results follow from the stated activity data? All is computed anew, as it was computed then.

That is with the pinned factor set, by the version of the rules that the payload names.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kbdesk.errors import UserError
from kbdesk.exchange.comparison import Difference
from kbdesk.exchange.payload import year_item
from kbdesk.exchange.payload_records import result_item
from kbdesk.exchange.payload_records import to_inventory
from kbdesk.models.calculation import Rules
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.codebook import Codebook
from kbdesk.models.counting import KNOWN_VERSIONS
from kbdesk.models.counting import RULES_VERSION
from kbdesk.models.factor_files import FactorLibrary
from kbdesk.models.inventory import EntryKey

_TOLERANCE = Decimal("1e-9")
_NUMBERS = ("population", "energy_mwh", "emissions_t", "emissions_t_per_inhabitant", "direct_t", "data_quality")
_COUNTS = ("energy_missing", "emissions_missing", "direct_missing")
_COMPUTED = ("energy_mwh", "factor_t_per_mwh", "emissions_t")
_LONGEST = 80
_OPTIONAL = ("apart", "heat_pump_mwh")

Notes = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def recomputed_differences(
    payload: Mapping[str, Any], library: FactorLibrary, codebook: Codebook
) -> tuple[tuple[Difference, ...], Notes]:
    """Results that come out otherwise than stated, and what kept them from being computed."""
    pinned, version = payload["factor_set"], payload["rules_version"]
    if version not in KNOWN_VERSIONS:
        return (), (("submission.rules_unknown", (("found", version[:_LONGEST]), ("known", RULES_VERSION))),)
    try:
        factor_set = library.get(pinned["id"])
    except UserError:
        return (), (("submission.factor_set_unknown", (("set", pinned["id"]),)),)
    notes: Notes = ()
    if factor_set.edition != pinned["edition"]:
        parameters = (("set", pinned["id"]), ("found", pinned["edition"]), ("known", factor_set.edition))
        notes = (("submission.factor_set_edition", parameters),)
    try:
        inventory = to_inventory(payload)
    except ValueError:
        return (), (*notes, ("submission.contradictory", ()))
    results = compute_inventory(inventory, Rules(codebook, factor_set, version))
    return (*_years(payload, results), *_cells(payload, results)), notes


def _years(payload: Mapping[str, Any], results: Mapping[int, YearResult]) -> Iterator[Difference]:
    stated = {total["year"]: total for total in payload["totals"]}
    for year in sorted(stated.keys() | results.keys()):
        computed = year_item(results[year]) if year in results else {}
        for name in (*_NUMBERS, *_COUNTS):
            old, new = stated.get(year, {}).get(name), computed.get(name)
            if not _same(old, new):
                yield Difference("totals", f"{year} {name}", _text(old), _text(new))
        yield from _sectors(year, stated.get(year, {}), computed)


def _sectors(year: int, stated: Mapping[str, Any], computed: Mapping[str, Any]) -> Iterator[Difference]:
    before = {part["sector"]: part for part in stated.get("sectors", ())}
    after = {part["sector"]: part for part in computed.get("sectors", ())}
    for sector in sorted(before.keys() | after.keys()):
        for name in ("energy_mwh", "emissions_t"):
            old, new = before.get(sector, {}).get(name), after.get(sector, {}).get(name)
            if not _same(old, new):
                yield Difference("totals", f"{year} {sector} {name}", _text(old), _text(new))


def _cells(payload: Mapping[str, Any], results: Mapping[int, YearResult]) -> Iterator[Difference]:
    computed = {cell.key: cell for r in results.values() for cell in r.everything}
    for item in payload["entries"]:
        cell = computed[EntryKey(item["year"], item["sector"], item["carrier"])]
        result = result_item(cell)
        for name in (*_COMPUTED, *_OPTIONAL):
            if not _same(item.get(name), result.get(name)):
                place = f"{item['year']} {item['sector']} {item['carrier']} {name}"
                yield Difference("entries", place, _text(item.get(name)), _text(result.get(name)))


def _same(stated: Any, computed: Any) -> bool:  # noqa: ANN401 - decimal strings, counts or nothing
    if stated == computed or stated is None or computed is None:
        return bool(stated == computed)
    old, new = Decimal(stated), Decimal(computed)
    return abs(old - new) <= _TOLERANCE * max(abs(old), abs(new))


def _text(value: object) -> str:
    return "–" if value is None else str(value)
