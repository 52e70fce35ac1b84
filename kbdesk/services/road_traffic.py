"""Road traffic by kind of vehicle and road: kilometres and consumption, from which the values of a year follow."""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.codebook import Unit
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import EntryKey
from kbdesk.models.inventory import Origin
from kbdesk.models.numbers import read_number
from kbdesk.models.road_traffic import Vehicle
from kbdesk.models.road_traffic import energy_by_cell
from kbdesk.models.road_traffic import flow_mwh
from kbdesk.models.traffic import TrafficFlow
from kbdesk.services.billing import plain_text
from kbdesk.services.data_entry import blank_entry
from kbdesk.services.project import Project
from kbdesk.services.sources import proposed_grade
from kbdesk.texts.texts import Texts

_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_PER_100_KM = ("l", "kg", "kWh")
"""In what consumption is said, the first that there is for a carrier."""
_ENERGY = "MWh"


class TypedRoad(NamedTuple):
    """What is driven on one kind of road [million km] and used on 100 km, as typed."""

    million_km: str = ""
    per_100_km: str = ""


class TypedLine(NamedTuple):
    """One kind of vehicle with one carrier, and its roads in the order of ``resources/traffic``."""

    vehicle: str
    carrier: str
    roads: tuple[TypedRoad, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no kilometres were typed."""
        return not any(road.million_km.strip() for road in self.roads)


def flows_of(project: Project, year: int) -> tuple[TrafficFlow, ...]:
    """What is recorded of a year, in the order of the tables."""
    traffic = project.reference.road_traffic
    vehicles, roads = list(traffic.vehicles), list(traffic.roads)

    def place(flow: TrafficFlow) -> tuple[int, str, int]:
        return vehicles.index(flow.vehicle), flow.carrier, roads.index(flow.road)

    known = (f for f in project.inventory.traffic.values() if f.vehicle in vehicles and f.road in roads)
    return tuple(sorted((flow for flow in known if flow.year == year), key=place))


def typed_lines(project: Project, year: int, texts: Texts) -> tuple[TypedLine, ...]:
    """What is recorded of a year as it is typed; with nothing recorded an empty line for each kind of vehicle."""
    traffic, found = project.reference.road_traffic, flows_of(project, year)
    blank = tuple(TypedRoad() for _ in traffic.roads)
    if not found:
        return tuple(TypedLine(v.id, v.carrier, blank) for v in traffic.vehicles.values())
    lines = []
    for vehicle, carrier in dict.fromkeys((flow.vehicle, flow.carrier) for flow in found):
        by_road = {flow.road: flow for flow in found if (flow.vehicle, flow.carrier) == (vehicle, carrier)}
        roads = tuple(_typed_road(project, by_road.get(road), texts) for road in traffic.roads)
        lines.append(TypedLine(vehicle, carrier, roads))
    return tuple(lines)


def consumption_unit(project: Project, vehicle: Vehicle, carrier: str) -> Unit:
    """In what the consumption on 100 km is said: litres, kilograms, else kWh."""
    codebook = project.reference.codebook
    found = (codebook.unit(id_, vehicle.sector, carrier) for id_ in _PER_100_KM)
    return next(unit for unit in found if unit is not None)


def read_lines(project: Project, year: int, lines: Sequence[TypedLine], texts: Texts) -> tuple[TrafficFlow, ...]:
    """The flows that were typed; roads without kilometres are left out. What cannot be read is a ``UserError``."""
    flows: dict[tuple[str, ...], TrafficFlow] = {}
    for line in lines:
        for flow in _flows(project, year, line, texts):
            if flow.identity in flows:
                raise UserError("traffic.twice", what=flow_name(project, flow, texts))
            flows[flow.identity] = flow
    return tuple(flows.values())


def typed_over(project: Project, flows: Sequence[TrafficFlow]) -> tuple[EntryKey, ...]:
    """The cells of these flows where something stands that was not computed from traffic."""
    keys = (EntryKey(flows[0].year, *cell) for cell in energy_by_cell(flows)) if flows else ()
    return tuple(key for key in keys if not _is_free(project.inventory.entries.get(key)))


def record(
    project: Project,
    year: int,
    flows: Sequence[TrafficFlow],
    decimal_mark: str,
    *,
    source: str = "",
    source_id: str = "",
    replace_typed: bool = False,
) -> Change | None:
    """Record the flows of a year and the values that follow from them, in one step.

    What was typed in such a cell stays unless ``replace_typed``; values that traffic gave and does not give any more
    are taken back.
    """
    named = [replace(flow, source=source.strip(), source_id=source_id) for flow in flows]
    before = {flow.identity: flow for flow in flows_of(project, year)}
    after = {flow.identity: flow for flow in named}
    edits = [Edit(before.get(id_), after.get(id_)) for id_ in {**before, **after}]
    cells = {EntryKey(year, *cell): energy for cell, energy in energy_by_cell(named).items()}
    entries = project.inventory.entries
    for key, energy in cells.items():
        if energy is not None and (replace_typed or _is_free(entries.get(key))):
            edits.append(_value(project, key, energy, decimal_mark, (source.strip(), source_id)))
    edits += _taken_back(project, year, cells)
    return project.commit("traffic.record", {"year": str(year), "count": str(len(named))}, edits)


def traffic_sentences(project: Project, key: EntryKey, texts: Texts) -> tuple[str, ...]:
    """How traffic gives the value of a cell; empty where it does not."""
    flows = [f for f in flows_of(project, key.year) if (f.sector, f.carrier) == (key.sector, key.carrier)]
    if not flows:
        return ()
    lines = [flow_sentence(project, flow, texts) for flow in flows]
    energy = energy_by_cell(flows)[key.sector, key.carrier]
    if energy is not None and len(flows) > 1:
        lines.append(texts.tr("Together {energy} MWh.", energy=texts.numbers.plain(energy)))
    entry = project.inventory.entries.get(key)
    if entry is None or entry.origin is not Origin.TRAFFIC or entry.quantity != energy:
        lines.append(texts.tr("Another value is recorded; the kilometres are not used."))
    return tuple(lines)


def flow_sentence(project: Project, flow: TrafficFlow, texts: Texts) -> str:
    """One flow as it is computed."""
    plain = texts.numbers.plain
    km, use, energy = flow.million_km, flow.kwh_per_km, flow_mwh(flow)
    if km is None or use is None or energy is None:
        return texts.tr("{what}: incomplete", what=flow_name(project, flow, texts))
    return texts.tr(
        "{what}: {km} million km × {use} kWh/km = {energy} MWh",
        what=flow_name(project, flow, texts),
        km=plain(km),
        use=plain(use),
        energy=plain(energy),
    )


def flow_name(project: Project, flow: TrafficFlow, texts: Texts) -> str:
    """Vehicle, carrier and road in words."""
    traffic = project.reference.road_traffic
    names = (
        texts.trc("traffic", traffic.vehicles[flow.vehicle].label),
        texts.carrier(flow.carrier),
        texts.trc("traffic", traffic.roads[flow.road]),
    )
    return ", ".join(names)


def _flows(project: Project, year: int, line: TypedLine, texts: Texts) -> Iterator[TrafficFlow]:
    traffic = project.reference.road_traffic
    vehicle = traffic.vehicles[line.vehicle]
    unit = consumption_unit(project, vehicle, line.carrier)
    kwh = (unit.factor_to_mwh or Decimal(0)) * _THOUSAND / _HUNDRED
    for road, typed in zip(traffic.roads, line.roads, strict=True):
        if not typed.million_km.strip():
            continue
        flow = TrafficFlow(year, vehicle.sector, line.carrier, road, vehicle.id)
        what = flow_name(project, flow, texts)
        if not typed.per_100_km.strip():
            raise UserError("traffic.no_consumption", what=what)
        km = _amount(typed.million_km, what, texts)
        yield replace(flow, million_km=km, kwh_per_km=_amount(typed.per_100_km, what, texts) * kwh)


def _amount(text: str, what: str, texts: Texts) -> Decimal:
    read = read_number(text, texts.numbers.decimal_mark)
    if read.value is None or read.value < 0 or read.unit_text:
        raise UserError("traffic.amount", what=what, found=text.strip())
    return read.value


def _typed_road(project: Project, flow: TrafficFlow | None, texts: Texts) -> TypedRoad:
    if flow is None or flow.million_km is None:
        return TypedRoad()
    unit = consumption_unit(project, project.reference.road_traffic.vehicles[flow.vehicle], flow.carrier)
    kwh = (unit.factor_to_mwh or Decimal(0)) * _THOUSAND / _HUNDRED
    used = "" if flow.kwh_per_km is None else texts.numbers.plain((flow.kwh_per_km / kwh).normalize())
    return TypedRoad(texts.numbers.plain(flow.million_km), used)


def _is_free(entry: Entry | None) -> bool:
    return entry is None or entry.origin is Origin.TRAFFIC or not (entry.text or entry.notation_key)


def _value(project: Project, key: EntryKey, energy: Decimal, mark_: str, source: tuple[str, str]) -> Edit:
    entry = blank_entry(project, key)
    source_id = source[1] or entry.source_id
    after = replace(
        entry,
        text=plain_text(energy, mark_),
        quantity=energy,
        unit=_ENERGY,
        parameters=(),
        grade=entry.grade or proposed_grade(project, source_id),
        source=source[0] or entry.source,
        source_id=source_id,
        notation_key=None,
        contained_in="",
        origin=Origin.TRAFFIC,
    )
    return Edit(project.inventory.entries.get(key), after)


def _taken_back(project: Project, year: int, cells: dict[EntryKey, Decimal | None]) -> Iterator[Edit]:
    """Values that came from traffic and do so no more; a note on one stays."""
    for entry in project.inventory.entries.values():
        if entry.key.year == year and entry.origin is Origin.TRAFFIC and cells.get(entry.key) is None:
            yield Edit(entry, Entry(entry.key, unit=entry.unit, note=entry.note) if entry.note else None)
