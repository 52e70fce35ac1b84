"""Makes the shipped tables of ``resources/`` from the source tables, byte for byte the same every time.

    python packaging/make_resources.py SOURCE [OUT]

SOURCE holds ``codebook/``, ``factors/``, ``national/`` and ``cases/`` as they were collected; OUT is the resources
folder (default: the project's). ``packaging/resource_tables/`` holds what was added or reworded. Tables that were
written by hand (commitments, findings, texts) are not touched. See ``resources/README.md``.
"""

import csv
import gzip
import io
import json
import sys
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

TABLES = Path(__file__).resolve().parent / "resource_tables"
RESOURCES = Path(__file__).resolve().parent.parent / "resources"

Row = Mapping[str, str]

SECTOR_COLUMNS = ("id", "parent", "kind", "label", "bisko", "covenant_row", "covenant_key_sector", "gpc", "help")
CARRIER_COLUMNS = (
    "id",
    "variant_of",
    "group",
    "label",
    "bisko",
    "covenant_column",
    "default_unit",
    "stationary",
    "transport",
    "help",
)
UNIT_COLUMNS = ("id", "quantity", "carrier", "factor_to_mwh", "basis", "label", "source")
FACTOR_COLUMNS = ("country", "year", "carrier", "t_per_mwh", "confidence", "source", "note")
HEAD_COLUMNS = ("id", "title", "edition", "gas_basis", "boundary", "countries", "use", "licence", "reference")

AMBIENT_HEAT = {
    "set": "bisko",
    "carrier": "ambient_heat",
    "from_carrier": "electricity",
    "divisor": "3.2",
    "source": "BISKO heat pump rule: factor of electricity divided by the seasonal performance factor 3.2",
}

MUENSTER = "Stadt Münster, Klimabilanz 2015, report of 12 July 2017, tables 1-9, pp. 5-18"
MUENSTER_HEAT = {
    "natural_gas": "natural_gas",
    "district_heating": "district_heat",
    "heating_electricity": "electricity_heating",
    "heating_oil": "heating_oil",
    "other": "other_fossil",
}
MUENSTER_FACTORS = {
    "natural_gas": "natural_gas",
    "district_heating": "district_heat",
    "heating_oil": "heating_oil",
    "electricity_local": "electricity",
}
QUOTIENT_PLACES = Decimal("1e-12")


def main(source: Path, out: Path) -> None:
    """Make every table that has a source."""
    make_codebook(source / "codebook", out / "codebook")
    make_factors(source / "factors", out / "factors")
    make_sample(source / "cases" / "muenster_1990_2015.json", out / "sample")
    make_municipalities(source / "national" / "municipalities.csv", out / "national" / "municipalities.txt.gz")


def make_codebook(source: Path, out: Path) -> None:
    """The vocabularies with English labels; the other languages are in the catalogues."""
    sectors = [{**row, "label": row["label_en"], "help": row["entry_note_en"]} for row in read(source / "sectors.csv")]
    helps = {row["id"]: row["help"] for row in read(TABLES / "carrier_helps.csv")}
    found = read(source / "carriers.csv")
    carriers = [{**row, "label": row["label_en"], "help": helps.get(row["id"], row["note_en"])} for row in found]
    units = [{**row, "label": row["label_en"]} for row in read(source / "units.csv")]
    write(out / "sectors.csv", SECTOR_COLUMNS, sectors)
    write(out / "carriers.csv", CARRIER_COLUMNS, with_added(carriers, TABLES / "carriers_added.csv", ("id",)))
    write(out / "units.csv", UNIT_COLUMNS, with_added(units, TABLES / "units_added.csv", ("id", "carrier")))
    write(out / "unit_names.csv", ("name", "unit"), read(TABLES / "unit_names.csv"))


def make_factors(source: Path, out: Path) -> None:
    """One table a set, the list of sets, the texts of the sources, the derived factors."""
    texts = {row["id"]: row["text"] for row in read(TABLES / "factor_sources.csv")}
    notes = {row["found"]: row["text"] for row in read(TABLES / "factor_notes.csv")}
    found = [*read(source / "factors.csv"), *read(TABLES / "factors_added.csv")]
    rows = [{**row, "note": notes.get(row["note"], row["note"])} for row in found]
    heads = read(source / "factor_sets.csv")
    write(out / "sets.csv", HEAD_COLUMNS, heads)
    for head in heads:
        own = [row for row in rows if row["set"] == head["id"]]
        write(out / f"{head['id']}.csv", FACTOR_COLUMNS, sorted(own, key=_factor_order))
    used = sorted({row["source"] for row in rows})
    write(out / "sources.csv", ("id", "text"), [{"id": id_, "text": texts[id_]} for id_ in used])
    write(out / "derived.csv", tuple(AMBIENT_HEAT), [AMBIENT_HEAT])


def make_sample(case: Path, out: Path) -> None:
    """The sample municipality: Münster 1990-2015 as import tables."""
    found = json.loads(case.read_text(encoding="utf-8"), parse_float=Decimal)
    series = found["series"]
    write(out / "entries.csv", ("year", "sector", "carrier", "quantity", "unit", "source"), _entries(series))
    write(out / "structure.csv", ("year", "indicator", "value", "source"), map(_population, series))
    write(out / "local_factors.csv", ("year", "carrier", "t_per_mwh", "source", "note"), _local_factors(series))
    municipality = {
        "country": "DE",
        "code": found["ags"],
        "name": "Münster",
        "base_year": 1990,
        "factor_set": "bisko",
        "language": "de",
    }
    text = json.dumps(municipality, ensure_ascii=False, indent=2) + "\n"
    (out / "municipality.json").write_text(text, encoding="utf-8", newline="\n")


def make_municipalities(source: Path, out: Path) -> None:
    """A block a country, largest municipality first, column after column: compact, and quick to search.

    Compressed with a fixed time stamp. ``kbdesk.models.municipalities`` reads it.
    """
    blocks: dict[str, list[Row]] = {}
    for row in sorted(read(source), key=_largest_first):
        blocks.setdefault(row["country"], []).append(row)
    columns = ("code", "name", "population", "population_year", "area_km2")
    text = "\f".join(
        "\t".join([country, *("\n".join(row[column] for row in rows) for column in columns)])
        for country, rows in blocks.items()
    )
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))


def with_added(rows: Sequence[Row], added: Path, identity: Sequence[str]) -> list[Row]:
    """The rows with each added row placed after the row that it names."""
    result = list(rows)
    for row in reversed(read(added)):
        places = ["|".join(known[name] for name in identity) for known in result]
        result.insert(places.index(row["after"]) + 1, row)
    return result


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a table with these columns, always in the same way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(buffer.getvalue(), encoding="utf-8", newline="\n")


def _largest_first(row: Row) -> tuple[str, int, str]:
    return row["country"], -int(row["population"] or 0), row["code"]


def _factor_order(row: Row) -> tuple[str, str, str]:
    return row["carrier"], row["country"], row["year"]


def _entries(series: Iterable[dict[str, Any]]) -> Iterable[Row]:
    for found in series:
        for name, carrier in MUENSTER_HEAT.items():
            yield _entry(found, "buildings_unallocated", carrier, found["heat_mwh"][name])
        yield _entry(found, "buildings_unallocated", "electricity", found["electricity_mwh"])
        yield _entry(found, "transport_unallocated", "motor_fuels", found["transport_mwh"])


def _entry(found: dict[str, Any], sector: str, carrier: str, mwh: int) -> Row:
    return {
        "year": str(found["year"]),
        "sector": sector,
        "carrier": carrier,
        "quantity": str(mwh),
        "unit": "MWh",
        "source": MUENSTER,
    }


def _population(found: dict[str, Any]) -> Row:
    return {
        "year": str(found["year"]),
        "indicator": "population",
        "value": str(found["population"]),
        "source": f"{MUENSTER}: entitled residents, secondary homes included",
    }


def _local_factors(series: Iterable[dict[str, Any]]) -> Iterable[Row]:
    for found in series:
        for name, carrier in MUENSTER_FACTORS.items():
            grams = Decimal(found["factors_g_per_kwh"][name])
            yield _local_factor(found, carrier, grams / 1000, "as published")
        heat = Decimal(found["heat_kt"]["other"]) * 1000 / found["heat_mwh"]["other"]
        note = "derived from the published emissions and energy of 'other'"
        yield _local_factor(found, "other_fossil", heat.quantize(QUOTIENT_PLACES), note)
        transport = Decimal(found["transport_kt"]) * 1000 / found["transport_mwh"]
        note = "derived from the published emissions and energy of transport"
        yield _local_factor(found, "motor_fuels", transport.quantize(QUOTIENT_PLACES), note)


def _local_factor(found: dict[str, Any], carrier: str, t_per_mwh: Decimal, note: str) -> Row:
    return {
        "year": str(found["year"]),
        "carrier": carrier,
        "t_per_mwh": str(t_per_mwh),
        "source": MUENSTER,
        "note": note,
    }


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python packaging/make_resources.py SOURCE [OUT]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else RESOURCES)  # noqa: PLR2004 - argv
