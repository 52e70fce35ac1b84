"""What the tests of tables and submissions share."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kbdesk.exchange.import_plan import ImportPlan
from kbdesk.exchange.import_plan import plan_import
from kbdesk.exchange.labels import Labels
from kbdesk.exchange.labels import build_labels
from kbdesk.exchange.payload_schema import PayloadSchema
from kbdesk.exchange.submission import SubmissionDraft
from kbdesk.exchange.submission import SubmissionFile
from kbdesk.exchange.submission import build_payload
from kbdesk.exchange.submission import write_submission
from kbdesk.exchange.verification import Verification
from kbdesk.exchange.verification import Verifier
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.answers import Answer
from kbdesk.models.bills import Bill
from kbdesk.models.calculation import compute_inventory
from kbdesk.models.commitments import read_commitments
from kbdesk.models.findings import in_order
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.progress import assess
from kbdesk.models.progress import support_years
from kbdesk.models.review import ReviewRules
from kbdesk.models.review import review_year
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.paths import resources_dir
from kbdesk.texts.texts import Texts
from kbdesk.texts.texts import load_texts
from tests import builders

TABLES = Path(__file__).parent.parent / "data" / "tables"


@cache
def texts(language: str = "en") -> Texts:
    """Texts of one language."""
    return load_texts(resources_dir(), builders.codebook(), language)


@cache
def labels() -> Labels:
    """The labels of both shipped languages."""
    return build_labels(builders.codebook(), [texts("en"), texts("de")])


@cache
def schema() -> PayloadSchema:
    """The published schema."""
    return PayloadSchema(resources_dir() / "schema")


@cache
def verifier() -> Verifier:
    """A verifier with the shipped factors."""
    return Verifier(builders.factor_library(), builders.codebook(), schema())


def plan(path: Path, inventory: Inventory | None = None, **more: Any) -> ImportPlan:
    """The plan of an import into the inventory (an empty one where none is given)."""
    return plan_import(path, inventory or builders.inventory(), builders.codebook(), labels(), **more)


def plan_of(tmp_path: Path, content: str | bytes, inventory: Inventory | None = None, **more: Any) -> ImportPlan:
    """The plan of an import of this content."""
    path = tmp_path / "table.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return plan(path, inventory, **more)


def problems(found: ImportPlan) -> list[tuple[int, str]]:
    """Row number and code of every problem."""
    return [(row.number, problem.code) for row in found.rows for problem in row.problems]


def varied_inventory() -> Inventory:
    """Every kind of record and every optional part of it, with texts that spreadsheets like to spoil."""
    gas = (("hs_kwh_per_m3", Decimal("11.2")), ("state_number", Decimal("0.9674")))
    entries = [
        builders.entry(2010, "residential", "electricity", "9700.50", grade=Grade.B, source="=HYPERLINK(1)"),
        builders.entry(
            2010, "residential", "natural_gas", "412345", "m3", parameters=gas, note="two meters\nread late"
        ),
        builders.entry(2020, "tertiary", "electricity", "0", note="'=1+1", origin=Origin.PASTED),
        builders.entry(2020, "residential", "district_heat", "", notation_key=NotationKey.NO, grade=None),
        builders.entry(2020, "waste_water", "direct", "12.5", "t_CO2e", source="+Müllwerk; „Süd“, Teil 2"),
        replace(builders.entry(2020, "residential", "heating_oil", "", "l"), text="12 oder 13"),
        builders.entry(2020, "road_passenger", "diesel", "123456789012345678901234.125", "kWh", source="@home"),
    ]
    found = builders.inventory(
        entries,
        population={2010: 5780, 2020: 6030},
        local=[LocalFactor(2020, "district_heat", Decimal("0.0710"), "heat works", "-own plant")],
        published=[
            PublishedResult(1990, Decimal(60000), source="study of 1992"),
            PublishedResult(1990, Decimal("1.50"), "residential", Decimal(20), ""),
        ],
    )
    assert found.population(2020) == 6030
    assert (2020, Indicator.POPULATION) in found.base_data
    assert EntryKey(2020, "waste_water", "direct") in found.entries
    return found


LETTER = Source(
    "s1",
    "=Stadtwerke Süd",
    "operator",
    "Frau Weiß, 06232 100",
    "Jahresmeldung",
    "2021-02-14",
    "call early",
    "a.pdf",
    "0f",
)


def explained_inventory() -> Inventory:
    """Values with all that stands behind them, some of which is nobody else's affair."""
    gas = builders.entry(2021, "residential", "natural_gas", "412345", "kWh_hs", source="p. 2", source_id=LETTER.id)
    oil = builders.entry(2021, "residential", "heating_oil", "9000", "l", source_id=LETTER.id, origin=Origin.BILLS)
    other = builders.entry(
        2021,
        "municipal_other",
        "electricity",
        "",
        notation_key=NotationKey.IE,
        grade=None,
        note="one meter",
        contained_in="tertiary/electricity",
    )
    key = EntryKey(2021, "tertiary", "electricity")
    expected = replace(Entry(key), unit="MWh", source_id=LETTER.id, origin=Origin.CARRIED)
    absent = Entry(EntryKey(2021, "rail_other", "diesel"), notation_key=NotationKey.NO, origin=Origin.CARRIED)
    return replace(
        builders.inventory([gas, oil, other, expected, absent], population={2021: 6030}),
        sources={LETTER.id: LETTER},
        bills={
            "b1": Bill(
                "b1",
                "residential",
                "heating_oil",
                date(2020, 10, 1),
                date(2021, 9, 30),
                "12000",
                Decimal(12000),
                "l",
                source_id=LETTER.id,
                note="Herr Öl, 0171",
            )
        },
        answers={"card.railway": Answer("card.railway", "no")},
        acknowledgements={
            ("entry.jump", 2021, "residential", "natural_gas"): Acknowledgement(
                "entry.jump", 2021, "residential", "natural_gas", "f", "weather", "a cold winter", "Anna", "2024-03-05"
            )
        },
        second_looks={(2021, "residential"): SecondLook(2021, "residential", "Jan Wolf", "2024-03-06")},
    )


def draft_of(inventory: Inventory, **more: Any) -> SubmissionDraft:
    """The draft of a submission of the latest year."""
    rules = builders.rules(inventory.municipality.factor_set)
    results = compute_inventory(inventory, rules)
    review_rules = ReviewRules(rules.codebook, builders.shipped_checks(), 2026)
    supports = support_years(inventory, results, rules.codebook)
    commitments = read_commitments(resources_dir() / "commitments" / "commitments.csv")
    fields: dict[str, Any] = {
        "inventory": inventory,
        "results": results,
        "progress": [assess(c, supports, inventory.municipality.base_year) for c in commitments],
        "findings": in_order(f for result in results.values() for f in review_year(result, review_rules)),
        "factor_set": rules.factor_set,
        "year": max(inventory.years),
        "created": date(2026, 11, 22),
        "program_version": "0.2.0",
        "who": "A. Muster",
        "office": "Office for climate",
        **more,
    }
    return SubmissionDraft(**fields)


def payload_of(inventory: Inventory, language: str = "de", **more: Any) -> dict[str, Any]:
    """The payload of a submission of the latest year."""
    return dict(build_payload(draft_of(inventory, **more), texts(language), texts("en")))


def written(payload: Mapping[str, Any], folder: Path) -> SubmissionFile:
    """The submission file of a payload."""
    return write_submission(payload, folder, schema())


def verified(path: Path) -> Verification:
    """The result of verifying a file."""
    return verifier().verify(path)


def codes(found: Verification) -> Sequence[str]:
    """The codes of the findings."""
    return [note.code for note in found.findings]
