"""The vocabularies: sectors, energy carriers, units. Data in ``resources/codebook``, read once.

Labels are English source texts; ``kbdesk.texts`` translates them.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kbdesk.models.inventory import DIRECT
from kbdesk.models.resource_tables import read_table

_GROSS = "_hs"
"""How the ids of units end that are gross; without it they are the same unit, net."""


class SectorKind(StrEnum):
    """What a sector holds: stationary energy, transport energy, or direct emissions."""

    STATIONARY = "stationary"
    TRANSPORT = "transport"
    DIRECT = "direct"


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector; ``parent`` names the group it is a leaf of, ``bisko`` its BISKO sector."""

    id: str
    parent: str
    kind: SectorKind
    label: str
    bisko: str
    covenant_row: str
    covenant_key_sector: str
    gpc: str
    help: str


@dataclass(frozen=True, slots=True)
class Carrier:
    """One energy carrier; ``variant_of`` names the carrier whose factor serves where it has none of its own."""

    id: str
    variant_of: str
    group: str
    label: str
    bisko: str
    covenant_column: str
    default_unit: str
    stationary: bool
    transport: bool
    help: str

    def serves(self, kind: SectorKind) -> bool:
        """Whether the carrier occurs in sectors of this kind."""
        return {SectorKind.STATIONARY: self.stationary, SectorKind.TRANSPORT: self.transport}.get(kind, False)


class Step(NamedTuple):
    """One multiplication of a conversion: what by (a parameter name or ``unit``), and how much."""

    name: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit for one carrier (``*``: any).

    ``factor_to_mwh`` is ``None`` where the unit needs parameters of the entry (see ``conversion``); ``steps`` is the
    conversion without parameters, made once because every cell in this unit keeps it.
    """

    id: str
    quantity: str
    carrier: str
    factor_to_mwh: Decimal | None
    basis: str
    label: str
    source: str
    steps: tuple[Step, ...] = ()


class BasisPair(NamedTuple):
    """The same unit of energy by gross and by net calorific value: ids of two units."""

    gross: str
    net: str


@dataclass(frozen=True)
class Codebook:
    """All vocabularies, in the order in which they are shown."""

    sectors: Mapping[str, Sector]
    carriers: Mapping[str, Carrier]
    units: Mapping[tuple[str, str], Unit]
    unit_names: Mapping[str, str] = field(default_factory=dict)
    """Other ways in which units are written on paper, in lower case, and the unit each means."""

    @cached_property
    def sector_positions(self) -> Mapping[str, int]:
        """The place of each sector in the order shown."""
        return {id_: place for place, id_ in enumerate(self.sectors)}

    @cached_property
    def carrier_positions(self) -> Mapping[str, int]:
        """The place of each carrier in the order shown."""
        return {id_: place for place, id_ in enumerate(self.carriers)}

    def sectors_of(self, *kinds: SectorKind) -> tuple[Sector, ...]:
        """The sectors of these kinds, in order."""
        return tuple(s for s in self.sectors.values() if s.kind in kinds)

    def unit(self, unit_id: str, sector_id: str, carrier_id: str) -> Unit | None:
        """The unit as it applies to this cell; ``None`` where it does not apply."""
        known, place = self._applied, (unit_id, sector_id, carrier_id)
        if place not in known:
            known[place] = self._apply(unit_id, sector_id, carrier_id)
        return known[place]

    @cached_property
    def _applied(self) -> dict[tuple[str, str, str], Unit | None]:
        """Units already looked up: every cell asks, and only some hundred answers differ."""
        return {}

    def _apply(self, unit_id: str, sector_id: str, carrier_id: str) -> Unit | None:
        for scope in self._unit_scopes(sector_id, carrier_id):
            if (found := self.units.get((unit_id, scope))) is not None:
                return found
        return None

    def unit_named(self, words: str, sector_id: str, carrier_id: str) -> Unit | None:
        """The unit of this cell that is written so (id, label or a usual spelling); ``None`` where there is none."""
        wanted = " ".join(words.casefold().split())
        meant = self.unit_names.get(wanted, "")
        for unit in self.units_for(sector_id, carrier_id):
            label = unit.label.casefold()
            if unit.id == meant or wanted in (unit.id.casefold(), label, label.partition(" (")[0]):
                return unit
        return None

    def units_for(self, sector_id: str, carrier_id: str) -> tuple[Unit, ...]:
        """The units that can be chosen for this cell, the default one first."""
        scopes = self._unit_scopes(sector_id, carrier_id)
        found = [unit for unit in self.units.values() if unit.carrier in scopes]
        default = self.default_unit(carrier_id)
        return tuple(sorted(found, key=lambda unit: unit.id != default))

    def basis_pair(self, unit_id: str, sector_id: str, carrier_id: str) -> BasisPair | None:
        """The unit gross and net, where both are in use in this cell; ``None`` where it has one basis only."""
        net = unit_id.removesuffix(_GROSS)
        pair = BasisPair(net + _GROSS, net)
        return pair if all(self.unit(each, sector_id, carrier_id) for each in pair) else None

    def asks_basis(self, sector_id: str, carrier_id: str) -> bool:
        """Whether the carrier is billed gross and net alike, so that its basis is asked for, never assumed."""
        return self.basis_pair(self.default_unit(carrier_id), sector_id, carrier_id) is not None

    def occurs(self, sector_id: str, carrier_id: str) -> bool:
        """Whether the carrier occurs in the sector; direct emissions belong to direct sectors only."""
        kind = self.sectors[sector_id].kind
        if carrier_id == DIRECT or kind is SectorKind.DIRECT:
            return carrier_id == DIRECT and kind is SectorKind.DIRECT
        return self.carriers[carrier_id].serves(kind)

    def default_unit(self, carrier_id: str) -> str:
        """The unit in which this carrier is usually billed; empty for an unknown carrier, which a file may hold."""
        if carrier_id == DIRECT:
            return "t_CO2e"
        return self.carriers[carrier_id].default_unit if carrier_id in self.carriers else ""

    def variants(self, carrier_id: str) -> Iterator[str]:
        """The carrier and then the carriers it is a variant of, nearest first."""
        while carrier_id:
            yield carrier_id
            carrier_id = self.carriers[carrier_id].variant_of if carrier_id in self.carriers else ""

    def _unit_scopes(self, sector_id: str, carrier_id: str) -> tuple[str, ...]:
        if carrier_id == DIRECT:
            return (DIRECT,)
        sector = self.sectors.get(sector_id)
        transport = ("transport",) if sector is not None and sector.kind is SectorKind.TRANSPORT else ()
        return (carrier_id, "*", *transport)


def read_codebook(folder: Path) -> Codebook:
    """Read ``sectors.csv``, ``carriers.csv``, ``units.csv`` and ``unit_names.csv`` of the folder."""
    sectors = {row["id"]: _sector(row) for row in read_table(folder / "sectors.csv")}
    carriers = {row["id"]: _carrier(row) for row in read_table(folder / "carriers.csv")}
    units = {(row["id"], row["carrier"]): _unit(row) for row in read_table(folder / "units.csv")}
    names = {row["name"]: row["unit"] for row in read_table(folder / "unit_names.csv")}
    return Codebook(sectors, carriers, units, names)


def _sector(row: dict[str, str]) -> Sector:
    return Sector(
        id=row["id"],
        parent=row["parent"],
        kind=SectorKind(row["kind"]),
        label=row["label"],
        bisko=row["bisko"],
        covenant_row=row["covenant_row"],
        covenant_key_sector=row["covenant_key_sector"],
        gpc=row["gpc"],
        help=row["help"],
    )


def _carrier(row: dict[str, str]) -> Carrier:
    return Carrier(
        id=row["id"],
        variant_of=row["variant_of"],
        group=row["group"],
        label=row["label"],
        bisko=row["bisko"],
        covenant_column=row["covenant_column"],
        default_unit=row["default_unit"],
        stationary=row["stationary"] == "yes",
        transport=row["transport"] == "yes",
        help=row["help"],
    )


def _unit(row: dict[str, str]) -> Unit:
    factor = Decimal(row["factor_to_mwh"]) if row["factor_to_mwh"] else None
    return Unit(
        id=row["id"],
        quantity=row["quantity"],
        carrier=row["carrier"],
        factor_to_mwh=factor,
        basis=row["basis"],
        label=row["label"],
        source=row["source"],
        steps=() if factor is None else (Step("unit", factor),),
    )
