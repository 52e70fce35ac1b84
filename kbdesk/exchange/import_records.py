"""From a row to the record it stands for."""

from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.exchange.labels import Labels
from kbdesk.exchange.mixed_keys import mixed_key
from kbdesk.exchange.mixed_keys import note_with_keys
from kbdesk.exchange.named_sources import SourceNames
from kbdesk.exchange.row_reader import RowReader
from kbdesk.exchange.table_kinds import TableKind
from kbdesk.models.codebook import Codebook
from kbdesk.models.codebook import SectorKind
from kbdesk.models.conversion import PARAMETERS
from kbdesk.models.conversion import parameters_offered
from kbdesk.models.inventory import DIRECT
from kbdesk.models.inventory import BaseDatum
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Grade
from kbdesk.models.inventory import Indicator
from kbdesk.models.inventory import Inventory
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.inventory import NotationKey
from kbdesk.models.inventory import Origin
from kbdesk.models.inventory import PublishedResult
from kbdesk.models.inventory import Record

_GRADES = frozenset(grade.value for grade in Grade)
_LARGEST_FACTOR = Decimal(10)
"""t/MWh: the highest factor of any country and year is below 3; a larger one is in g/kWh or kg/MWh."""
_ORIGINS = frozenset(origin.value for origin in Origin)


@dataclass(frozen=True)
class RecordReader:
    """Makes records of rows; what a table says nothing about keeps what is recorded."""

    inventory: Inventory
    codebook: Codebook
    labels: Labels
    origin: Origin
    sources: Sequence[SourceNames] = ()

    def read(self, kind: TableKind, row: RowReader) -> tuple[Record | None, Record]:
        """What is recorded now and what the row makes of it, which counts only where the row has no problems."""
        reading = {
            TableKind.ENTRIES: self._entry,
            TableKind.STRUCTURE: self._base_datum,
            TableKind.LOCAL_FACTORS: self._local_factor,
            TableKind.PUBLISHED: self._published,
        }[kind]
        return reading(row)

    def _entry(self, row: RowReader) -> tuple[Record | None, Record]:
        key = self._entry_key(row)
        before = self.inventory.entries.get(key) if key is not None else None
        notation = self._notation_key(row)
        quantity = row.positive("quantity", zero=True)
        typed = row.text("quantity_typed") or row.cell("quantity").text
        if notation is not None and typed:
            row.add("import.value_and_key", "notation_key", f"{typed}, {notation}", "")
        # A table that names origins was written here: it holds places without a value too.
        written_here = bool(row.text("entry_origin"))
        if notation is None and not typed and not row.problems and not written_here:
            row.add("import.no_value", "quantity", "", "")
        unit = self._unit(row, key, empty=written_here and not typed) if key is not None else ""
        source, source_id = self._source(row, before)
        entry = Entry(
            key=key or EntryKey(0, "", ""),
            text="" if notation else typed,
            quantity=None if notation else quantity,
            unit=unit,
            parameters=self._parameters(row, key, unit, before),
            grade=self._grade(row, before),
            source=source,
            note=_note(row, before),
            notation_key=notation,
            origin=self._origin(row),
            source_id=source_id,
            contained_in=self._contained_in(row, notation, before),
        )
        return before, entry

    def _entry_key(self, row: RowReader) -> EntryKey | None:
        year = row.year()
        sector_id = row.word("sector", self.labels.sectors, "import.unknown_sector")
        sector = self.codebook.sectors.get(sector_id)
        if sector is not None and sector.kind is SectorKind.DIRECT and not row.cell("carrier").text:
            carrier_id = DIRECT
        else:
            carrier_id = row.word("carrier", self.labels.carriers, "import.unknown_carrier")
        if sector is not None and carrier_id and not self._fits(sector.kind, carrier_id):
            row.add("import.carrier_does_not_fit", "carrier", row.cell("carrier").text, sector_id)
        return EntryKey(year, sector_id, carrier_id) if year and sector_id and carrier_id else None

    def _fits(self, kind: SectorKind, carrier_id: str) -> bool:
        return (kind is SectorKind.DIRECT) == (carrier_id == DIRECT)

    def _source(self, row: RowReader, before: Entry | None) -> tuple[str, str]:
        """The text, and the source record it belongs to: the present one where the row says the same of it."""
        kept = (before.source, before.source_id) if before is not None else ("", "")
        if not row.has("source"):
            return kept
        text = row.text("source")
        recorded = before is not None and any(text == names.of(before) for names in self.sources)
        return kept if recorded else (text, "")

    def _contained_in(self, row: RowReader, notation: NotationKey | None, before: Entry | None) -> str:
        """The ids of a sector, or of sector and carrier, of which a slash stands between the labels."""
        if not row.has("contained_in"):
            return before.contained_in if before is not None and notation is NotationKey.IE else ""
        text = row.text("contained_in")
        if text and notation is not NotationKey.IE:
            row.add("import.contained_without_key", "contained_in", text, "")
        for sector, _, carrier in ((text, "", ""), text.partition("/"), text.rpartition("/")):
            sector_id, carrier_id = self.labels.sectors.id(sector), self.labels.carriers.id(carrier)
            if sector_id and (carrier_id or not carrier):
                return "/".join(filter(None, (sector_id, carrier_id)))
        if text:
            row.add("import.unknown_place", "contained_in", text, "")
        return ""

    def _unit(self, row: RowReader, key: EntryKey, *, empty: bool) -> str:
        text = row.text("unit")
        if not text and empty:
            return ""
        if not text:
            if key.carrier == DIRECT or not row.cell("quantity").text:
                return self.codebook.default_unit(key.carrier)
            row.add("import.empty_cell", "unit", "", "")
            return ""
        for unit_id in self.labels.units.ids(text):
            if self.codebook.unit(unit_id, key.sector, key.carrier) is not None:
                return unit_id
        valid = ", ".join(unit.id for unit in self.codebook.units_for(key.sector, key.carrier))
        row.add("import.unit_not_valid", "unit", text, valid)
        return ""

    def _parameters(
        self, row: RowReader, key: EntryKey | None, unit_id: str, before: Entry | None
    ) -> tuple[tuple[str, Decimal], ...]:
        kept: Mapping[str, Decimal] = dict(before.parameters) if before is not None else {}
        found = {name: kept[name] for name in PARAMETERS if name in kept and not row.has(name)}
        for name in PARAMETERS:
            if row.has(name) and (value := row.positive(name, zero=False)) is not None:
                found[name] = value
        unit = self.codebook.unit(unit_id, key.sector, key.carrier) if key is not None else None
        offered = parameters_offered(unit) if unit is not None else ()
        for name in PARAMETERS:
            if row.has(name) and name in found and unit is not None and name not in offered:
                row.add("import.parameter_does_not_fit", name, row.cell(name).text, unit_id)
        return tuple(sorted((name, value) for name, value in found.items() if row.has(name) or name in offered))

    def _grade(self, row: RowReader, before: Entry | None) -> Grade | None:
        if not row.has("quality"):
            return before.grade if before is not None else None
        text = row.text("quality").upper()
        if text and text not in _GRADES:
            row.add("import.grade", "quality", text, "")
        return Grade(text) if text in _GRADES else None

    def _notation_key(self, row: RowReader) -> NotationKey | None:
        if not row.has("notation_key") or not row.text("notation_key"):
            return None
        if (mixed := mixed_key(row.text("notation_key"))) is not None:
            return mixed
        id_ = row.word("notation_key", self.labels.notation_keys, "import.unknown_notation_key")
        return NotationKey(id_) if id_ else None

    def _origin(self, row: RowReader) -> Origin:
        text = row.text("entry_origin")
        if text and text not in _ORIGINS:
            row.add("import.unknown_origin", "entry_origin", text, ", ".join(Origin))
        return Origin(text) if text in _ORIGINS else self.origin

    def _base_datum(self, row: RowReader) -> tuple[Record | None, Record]:
        year = row.year() or 0
        id_ = row.word("indicator", self.labels.indicators, "import.unknown_indicator")
        indicator = Indicator(id_) if id_ else Indicator.POPULATION
        value = _needed(row, "value", zero=indicator not in (Indicator.POPULATION, Indicator.AREA_KM2))
        if id_ == Indicator.POPULATION and value is not None and value != value.to_integral_value():
            row.add("import.not_whole", "value", row.cell("value").text, "")
        before = self.inventory.base_data.get((year, indicator))
        source = _text(row, "source", before.source if before else "")
        return before, BaseDatum(year, indicator, value or Decimal(0), source)

    def _local_factor(self, row: RowReader) -> tuple[Record | None, Record]:
        year = row.year() or 0
        carrier = row.word("carrier", self.labels.carriers, "import.unknown_carrier")
        if carrier == DIRECT:
            row.add("import.factor_of_direct", "carrier", row.cell("carrier").text, "")
        value = _needed(row, "t_per_mwh", zero=True)
        if value is not None and value > _LARGEST_FACTOR:
            row.add("import.factor_too_large", "t_per_mwh", row.cell("t_per_mwh").text, "")
        before = self.inventory.local_factors.get((year, carrier))
        source = _text(row, "source", before.source if before else "")
        note = _text(row, "note", before.note if before else "")
        return before, LocalFactor(year, carrier, value or Decimal(0), source, note)

    def _published(self, row: RowReader) -> tuple[Record | None, Record]:
        year = row.year() or 0
        sector = row.word("sector", self.labels.sectors, "import.unknown_sector") if row.cell("sector").text else ""
        emissions_t = _needed(row, "emissions_t", zero=True)
        before = self.inventory.published.get((year, sector))
        energy = row.positive("final_energy_mwh", zero=True)
        if not row.has("final_energy_mwh") and before is not None:
            energy = before.final_energy_mwh
        source = _text(row, "source", before.source if before else "")
        return before, PublishedResult(year, emissions_t or Decimal(0), sector, energy, source)


def _needed(row: RowReader, column: str, *, zero: bool) -> Decimal | None:
    count = len(row.problems)
    value = row.positive(column, zero=zero)
    if value is None and len(row.problems) == count:
        row.add("import.empty_cell", column, "", "")
    return value


def _note(row: RowReader, before: Entry | None) -> str:
    """The note; several keys, and what stands in brackets behind one, are kept in it."""
    note = _text(row, "note", before.note if before else "")
    keys = row.cell("notation_key").text
    key = mixed_key(keys)
    return note if key is None or keys.upper() == key else note_with_keys(note, keys)


def _text(row: RowReader, column: str, kept: str) -> str:
    return row.text(column) if row.has(column) else kept
