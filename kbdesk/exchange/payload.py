"""What a submission says, as one JSON document: everything recorded, everything computed from it, and how."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import cast

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.canonical import decimal_text
from kbdesk.exchange.named_sources import as_handed_on
from kbdesk.exchange.payload_assessment import commitment_item
from kbdesk.exchange.payload_assessment import finding_item
from kbdesk.exchange.payload_breaks import break_items
from kbdesk.exchange.payload_changes import changes_since
from kbdesk.exchange.payload_records import Item
from kbdesk.exchange.payload_records import accounting_item
from kbdesk.exchange.payload_records import base_item
from kbdesk.exchange.payload_records import entry_item
from kbdesk.exchange.payload_records import explanation_item
from kbdesk.exchange.payload_records import factor_item
from kbdesk.exchange.payload_records import in_order
from kbdesk.exchange.payload_records import municipality_item
from kbdesk.exchange.payload_records import published_item
from kbdesk.exchange.payload_records import result_item
from kbdesk.exchange.payload_records import second_look_item
from kbdesk.exchange.payload_register import register_parts
from kbdesk.exchange.sheet_wording import collected_wording
from kbdesk.exchange.sheet_wording import spoken
from kbdesk.models.calculation import YearResult
from kbdesk.models.calculation import emissions_by_sector
from kbdesk.models.calculation import energy_total
from kbdesk.models.counting import RULES_VERSION
from kbdesk.models.factors import FactorSet
from kbdesk.models.findings import Finding
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Inventory
from kbdesk.models.membership import Membership
from kbdesk.models.progress import Progress
from kbdesk.texts.texts import Texts

SCHEMA = "kbdesk-submission/1"


@dataclass(frozen=True)
class SubmissionDraft:
    """What goes into a submission.

    ``previous`` is the inventory of the last revision as it was handed on, ``None`` for the first. ``reasons`` are the
    English labels of the reasons for which warnings are acknowledged, by id; ``explanations`` say how values were
    computed from bills, in the national language and in English. ``membership`` has the names of pledges and
    statements.
    """

    inventory: Inventory
    results: Mapping[int, YearResult]
    progress: Sequence[Progress]
    findings: Sequence[Finding]
    factor_set: FactorSet
    year: int
    created: date
    program_version: str
    who: str = ""
    office: str = ""
    revision: int = 1
    previous_sha256: str | None = None
    previous: Inventory | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    explanations: Mapping[EntryKey, tuple[str, str]] = field(default_factory=dict)
    membership: Membership | None = None


def build_payload(draft: SubmissionDraft, national: Texts, english: Texts) -> dict[str, Json]:
    """The payload: the same draft gives the same payload, byte for byte."""
    inventory, factor_set = as_handed_on(draft.inventory, national, draft.office), draft.factor_set
    payload: dict[str, Json] = {
        "schema": SCHEMA,
        "program": {"name": "kbdesk", "version": draft.program_version},
        "rules_version": RULES_VERSION,
        "created": draft.created.isoformat(),
        "municipality": cast("Json", municipality_item(inventory.municipality)),
        "year": draft.year,
        "revision": draft.revision,
        "previous_sha256": draft.previous_sha256,
        "release": {"who": draft.who, "office": draft.office},
        "factor_set": {
            "id": factor_set.id,
            "title": factor_set.title,
            "edition": factor_set.edition,
            "gas_basis": factor_set.gas_basis,
            "boundary": factor_set.boundary,
            "reference": factor_set.reference,
        },
        "entries": in_order(_entries(draft, inventory), "year", "sector", "carrier"),
        "base_data": in_order(map(base_item, inventory.base_data.values()), "year", "indicator"),
        "local_factors": in_order(map(factor_item, inventory.local_factors.values()), "year", "carrier"),
        "published": in_order(map(published_item, inventory.published.values()), "year", "sector"),
        "totals": [year_item(draft.results[year]) for year in sorted(draft.results)],
        "commitments": [commitment_item(progress, national, english) for progress in draft.progress],
        "findings": [finding_item(finding, draft.reasons, national, english) for finding in draft.findings],
        "changes": changes_since(draft.previous, inventory) if draft.previous is not None else None,
        "wording": collected_wording(inventory, national, english),
    }
    if accounting := accounting_item(inventory):
        payload["accounting"] = accounting
    if breaks := break_items(inventory):
        payload["breaks"] = breaks
    payload.update(register_parts(inventory, draft.membership, spoken(national, english)))
    if inventory.second_looks:
        payload["second_looks"] = in_order(map(second_look_item, inventory.second_looks.values()), "year", "sector")
    if draft.explanations:
        told = (explanation_item(key, words) for key, words in draft.explanations.items())
        payload["explanations"] = in_order(told, "year", "sector", "carrier")
    return payload


def year_item(result: YearResult) -> dict[str, Json]:
    """The totals of a year, stated with the number of parts they lack."""
    return {
        "year": result.year,
        "population": decimal_text(result.population),
        "energy_mwh": decimal_text(result.energy_mwh.value),
        "energy_missing": result.energy_mwh.missing,
        "emissions_t": decimal_text(result.emissions_t.value),
        "emissions_missing": result.emissions_t.missing,
        "emissions_t_per_inhabitant": decimal_text(result.emissions_t_per_inhabitant),
        "direct_t": decimal_text(result.direct_t.value),
        "direct_missing": result.direct_t.missing,
        "data_quality": decimal_text(result.data_quality),
        "sectors": list(_sector_items(result)),
    }


def _entries(draft: SubmissionDraft, inventory: Inventory) -> Iterator[Item]:
    for result in draft.results.values():
        for cell in result.everything:
            yield entry_item(inventory.entries[cell.key]) | result_item(cell)


def _sector_items(result: YearResult) -> Iterator[Json]:
    for sector, emissions_t in emissions_by_sector(result).items():
        energy = energy_total(cell for cell in result.cells if cell.key.sector == sector)
        yield {
            "sector": sector,
            "energy_mwh": decimal_text(energy.value),
            "emissions_t": decimal_text(emissions_t.value),
            "emissions_missing": emissions_t.missing,
        }
