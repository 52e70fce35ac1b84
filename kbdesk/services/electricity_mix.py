"""Electricity made, bought and sold locally, year by year, and the local factor that follows from it."""

from dataclasses import fields
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.calculation import Total
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.counting import is_bisko
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.local_mix import ELECTRICITY
from kbdesk.models.local_mix import LocalMix
from kbdesk.models.local_mix import electricity_consumption
from kbdesk.models.local_mix import local_mix
from kbdesk.models.plants import ElectricityYear
from kbdesk.models.recorded_factors import FROM_MIX
from kbdesk.services.heat_networks import fuel_factor
from kbdesk.services.heat_networks import heat_of
from kbdesk.services.heat_networks import plants_of
from kbdesk.services.plant_reading import read_amount
from kbdesk.services.project import Project
from kbdesk.texts.marking import mark
from kbdesk.texts.mix_texts import mix_source
from kbdesk.texts.texts import Texts

AMOUNTS = {
    "renewable_mwh": mark("Wind, water, sun [MWh]"),
    "renewable_t": mark("Wind, water, sun [t]"),
    "plants_mwh": mark("Other plants [MWh]"),
    "plants_t": mark("Other plants [t]"),
    "purchases_mwh": mark("Certified purchases [MWh]"),
    "purchases_t": mark("Certified purchases [t]"),
    "sales_mwh": mark("Certified sales [MWh]"),
    "sales_t": mark("Certified sales [t]"),
}
"""The amounts of a year by field, with their names."""


class PlantElectricity(NamedTuple):
    """The electricity of the recorded plants of a year [MWh], with the emissions it bears [t]."""

    mwh: Decimal
    t: Decimal


class MixState(NamedTuple):
    """The mix of a year; ``mix`` is ``None`` where nothing is recorded or something is lacking, as ``refusal`` says.

    ``recorded`` is the local factor of electricity, if there is one; ``is_side_information`` says that the factor set
    lets no local mix count.
    """

    year: int
    record: ElectricityYear
    mix: LocalMix | None
    refusal: UserError | None
    recorded: LocalFactor | None
    is_side_information: bool

    @property
    def is_in_use(self) -> bool:
        """Whether the local factor was computed from the mix of this year."""
        return self.recorded is not None and self.recorded.note == FROM_MIX

    @property
    def is_outdated(self) -> bool:
        """Whether the recorded factor was computed from amounts that now give another one."""
        if self.recorded is None or self.recorded.note != FROM_MIX:
            return False
        return self.mix is None or self.mix.t_per_mwh != self.recorded.t_per_mwh

    @property
    def can_be_used(self) -> bool:
        """Whether the mix gives a factor that may count and is not the recorded one."""
        return self.mix is not None and not self.is_side_information and (not self.is_in_use or self.is_outdated)


def state(project: Project, year: int) -> MixState:
    """The local mix of a year as of now."""
    inventory = project.inventory
    record = inventory.electricity.get(year, ElectricityYear(year))
    mix, refusal = None, None
    if any(getattr(record, name) is not None for name in AMOUNTS):
        try:
            mix = local_mix(record, _consumption(project, year), fuel_factor(project, year, ELECTRICITY))
        except UserError as error:
            refusal = error
    recorded = inventory.local_factors.get((year, ELECTRICITY))
    return MixState(year, record, mix, refusal, recorded, is_bisko(project.municipality.factor_set))


def record_amount(project: Project, year: int, field: str, text: str, texts: Texts) -> Change | None:
    """Record one of ``AMOUNTS``; an empty text deletes it (with its emissions).

    Text that is no number of 0 or more, and emissions without an amount, are a ``UserError``.
    """
    label = texts.tr(AMOUNTS[field])
    value = read_amount(text, label, texts)
    if value is not None and field.endswith("_t"):
        before = project.inventory.electricity.get(year)
        if before is None or getattr(before, field.removesuffix("_t") + "_mwh") is None:
            raise UserError("electricity.emissions_alone", field=label)
    said = f"{label}: {text.strip() or '–'}"
    changed = {field: value}
    if value is None and field.endswith("_mwh"):
        changed[field.removesuffix("_mwh") + "_t"] = None
    return _commit(project, year, "electricity.amount", {"year": str(year), "value": said}, **changed)


def record_source(project: Project, year: int, source: str) -> Change | None:
    """Record where the amounts of a year are from."""
    return _commit(project, year, "electricity.source", {"year": str(year)}, source=source.strip())


def plant_electricity(project: Project, year: int) -> PlantElectricity | None:
    """What the recorded plants make and its emissions; ``None`` where none makes any, or one lacks something."""
    making = [plant for plant in plants_of(project, year) if plant.electricity_mwh]
    try:
        found = [heat_of(project, plant) for plant in making]
    except UserError:
        return None
    if not found:
        return None
    mwh = sum((plant.electricity_mwh or Decimal(0) for plant in making), Decimal(0))
    return PlantElectricity(mwh, round(sum((heat.electricity_t for heat in found), Decimal(0)), 3))


def take_from_plants(project: Project, year: int, texts: Texts) -> Change | None:
    """Record the electricity of the recorded plants, with its emissions, as that of other local plants."""
    found = plant_electricity(project, year)
    if found is None:
        return None
    said = f"{texts.tr(AMOUNTS['plants_mwh'])}: {texts.numbers.plain(found.mwh)}"
    told = {"year": str(year), "value": said}
    return _commit(project, year, "electricity.amount", told, plants_mwh=found.mwh, plants_t=found.t)


def use_as_local_factor(project: Project, year: int, texts: Texts) -> Change | None:
    """Record the mix as the local factor of electricity; ``None`` without a mix.

    In BISKO a local mix is side information only, and what the mix lacks is lacking: a ``UserError``.
    """
    found = state(project, year)
    if found.is_side_information:
        raise UserError("electricity.side_information")
    if found.refusal is not None:
        raise found.refusal
    if found.mix is None:
        return None
    source = mix_source(found.mix, project.reference.factors.title(project.municipality.factor_set), texts)
    after = LocalFactor(year, ELECTRICITY, found.mix.t_per_mwh, source, FROM_MIX)
    told = {"year": str(year), "value": texts.numbers.plain(after.t_per_mwh)}
    return project.commit("electricity.factor", told, [Edit(found.recorded, after)])


def _commit(
    project: Project, year: int, action: str, told: dict[str, str], **changed: Decimal | str | None
) -> Change | None:
    before = project.inventory.electricity.get(year)
    after = replace(before or ElectricityYear(year), **changed)  # type: ignore[arg-type]  # fields by their names
    said = any(getattr(after, field.name) not in (None, "") for field in fields(after) if field.name != "year")
    return project.commit(action, told, [Edit(before, after if said else None)] if said or before else [])


def _consumption(project: Project, year: int) -> Total:
    result = project.results.get(year)
    return electricity_consumption(result.cells if result is not None else (), project.reference.codebook)
