"""Heat networks: their plants year by year, the factor that follows from them, and where the factor in use is from."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from kbdesk.errors import UserError
from kbdesk.models.calculation import Rules
from kbdesk.models.changes import Change
from kbdesk.models.changes import Edit
from kbdesk.models.factors import Factor
from kbdesk.models.factors import FactorStatus
from kbdesk.models.factors import lookup
from kbdesk.models.inventory import LocalFactor
from kbdesk.models.own_heat import NETWORKS
from kbdesk.models.own_heat import NetworkHeat
from kbdesk.models.own_heat import PlantHeat
from kbdesk.models.own_heat import network_heat
from kbdesk.models.own_heat import plant_heat
from kbdesk.models.own_heat import split_of_set
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.recorded_factors import FROM_PLANTS
from kbdesk.models.recorded_factors import set_factor
from kbdesk.services.project import Project
from kbdesk.texts.plant_texts import factor_source
from kbdesk.texts.texts import Texts


class Route(StrEnum):
    """Where the factor of a heat network is from: own plants, one that was typed, the factor set, nowhere."""

    PLANTS = "plants"
    TYPED = "typed"
    STANDARD = "standard"
    MISSING = "missing"


class NetworkState(NamedTuple):
    """One network in one year: the factor in use, and what the plants give (or why they give nothing).

    ``computed`` is ``None`` without plants, or where they lack something; ``refusal`` then says what.
    """

    year: int
    carrier: str
    factor: Factor
    route: Route
    plants: tuple[PlantYear, ...]
    computed: NetworkHeat | None
    refusal: UserError | None

    @property
    def is_outdated(self) -> bool:
        """Whether the recorded factor was computed from plants that now give another one."""
        return self.route is Route.PLANTS and (
            self.computed is None or self.computed.t_per_mwh != self.factor.t_per_mwh
        )

    @property
    def can_be_used(self) -> bool:
        """Whether the plants give a factor that is not the recorded one."""
        return self.computed is not None and (self.route is not Route.PLANTS or self.is_outdated)


def networks(project: Project, year: int) -> tuple[NetworkState, ...]:
    """The networks that matter in a year: those with energy, with plants or with a factor of their own."""
    inventory = project.inventory
    used = {key.carrier for key, entry in inventory.entries.items() if key.year == year and entry.quantity}
    used |= {plant.carrier for plant in inventory.plants.values() if plant.year == year}
    used |= {carrier for own, carrier in inventory.local_factors if own == year}
    return tuple(network(project, year, carrier) for carrier in NETWORKS if carrier in used)


def network(project: Project, year: int, carrier: str) -> NetworkState:
    """The state of one network."""
    inventory, rules = project.inventory, _rules(project)
    factor = lookup(
        rules.factor_set, rules.codebook, inventory.local_factors, inventory.municipality.country, year, carrier
    )
    plants = tuple(plants_of(project, year, carrier))
    computed, refusal = None, None
    try:
        computed = network_heat(plants, split_in_use(project), partial(fuel_factor, project, year))
    except UserError as error:
        refusal = error
    return NetworkState(year, carrier, factor, _route(project, year, carrier, factor), plants, computed, refusal)


def plants_of(project: Project, year: int, carrier: str = "") -> Iterator[PlantYear]:
    """The plants of a year (and network), by name."""
    for _, plant in sorted(project.inventory.plants.items()):
        if plant.year == year and carrier in ("", plant.carrier):
            yield plant


def plants_elsewhere(project: Project, year: int) -> tuple[PlantYear, ...]:
    """The plants that other years have and this one lacks, each from the nearest year, by name."""
    here = {plant.plant for plant in plants_of(project, year)}
    nearest: dict[str, PlantYear] = {}
    for plant in project.inventory.plants.values():
        known = nearest.get(plant.plant)
        distance = (abs(plant.year - year), plant.year)
        if plant.plant not in here and (known is None or distance < (abs(known.year - year), known.year)):
            nearest[plant.plant] = plant
    return tuple(nearest[name] for name in sorted(nearest))


def split_in_use(project: Project) -> Split:
    """The split that fits the pinned factor set."""
    return split_of_set(project.municipality.factor_set)


def fuel_factor(project: Project, year: int, carrier: str) -> Factor:
    """The factor of a fuel: that of the pinned set, never a local one."""
    return set_factor(project.inventory, _rules(project), year, carrier)


def heat_of(project: Project, plant: PlantYear) -> PlantHeat:
    """What the heat of one plant bears; what the plant lacks is a ``UserError``."""
    return plant_heat(plant, split_in_use(project), partial(fuel_factor, project, plant.year))


def record_plant(project: Project, plant: PlantYear, before: PlantYear | None = None) -> Change | None:
    """Record a plant of a year, new or instead of ``before``; with another name it is renamed in every year.

    A name that another plant of the year has is a ``UserError``.
    """
    known = project.inventory.plants
    place = (plant.plant, plant.year)
    told = {"name": plant.plant, "year": str(plant.year)}
    renamed = before is not None and before.plant != plant.plant
    if (before is None or renamed) and place in known:
        raise UserError("plant.name_taken", plant=plant.plant, year=str(plant.year))
    if before is None:
        return project.commit("plant.added", told, [Edit(None, plant)])
    if not renamed:
        return project.commit("plant.changed", told, [Edit(before, plant)])
    edits = [Edit(before, None), Edit(None, plant)]
    for other in known.values():
        if other.plant == before.plant and other.year != plant.year and (plant.plant, other.year) not in known:
            edits += [Edit(other, None), Edit(None, _renamed(other, plant.plant))]
    return project.commit("plant.changed", told, edits)


def remove_plant(project: Project, plant: PlantYear) -> Change | None:
    """Delete a plant of a year."""
    return project.commit("plant.removed", {"name": plant.plant, "year": str(plant.year)}, [Edit(plant, None)])


def use_as_local_factor(project: Project, year: int, carrier: str, texts: Texts) -> Change | None:
    """Record what the plants give as the local factor of the network; what they lack is a ``UserError``."""
    state = network(project, year, carrier)
    if state.refusal is not None:
        raise told(state.refusal, texts)
    if state.computed is None:
        return None
    source = factor_source(state.computed, project.reference.factors.title(project.municipality.factor_set), texts)
    after = LocalFactor(year, carrier, state.computed.t_per_mwh, source, FROM_PLANTS)
    parameters = {"year": str(year), "carrier": carrier, "value": texts.numbers.plain(after.t_per_mwh)}
    before = project.inventory.local_factors.get((year, carrier))
    return project.commit("plant.factor", parameters, [Edit(before, after)])


def told(error: UserError, texts: Texts) -> UserError:
    """The error with the energy carrier as people call it."""
    carrier = error.parameters.get("carrier")
    if carrier is None:
        return error
    return UserError(error.code, **{**error.parameters, "carrier": texts.carrier(str(carrier))})


def _renamed(plant: PlantYear, name: str) -> PlantYear:
    return replace(plant, plant=name)


def _rules(project: Project) -> Rules:
    return project.reference.rules(project.municipality.factor_set)


def _route(project: Project, year: int, carrier: str, factor: Factor) -> Route:
    if factor.status is FactorStatus.MISSING:
        return Route.MISSING
    if factor.status is not FactorStatus.LOCAL:
        return Route.STANDARD
    own = project.inventory.local_factors[year, factor.carrier_used]
    from_plants = own.note == FROM_PLANTS and own.carrier == carrier
    return Route.PLANTS if from_plants else Route.TYPED
