"""Plants and the factor of their heat in sentences, and in the text that a recorded factor carries as its source."""

from collections.abc import Iterator
from decimal import Decimal

from kbdesk.models.factors import FactorStatus
from kbdesk.models.heat_and_power import DEFAULT_HEAT_EFFICIENCY
from kbdesk.models.heat_and_power import DEFAULT_POWER_EFFICIENCY
from kbdesk.models.heat_and_power import REFERENCE_TEMPERATURE_K
from kbdesk.models.own_heat import FuelEmissions
from kbdesk.models.own_heat import NetworkHeat
from kbdesk.models.own_heat import PlantHeat
from kbdesk.models.plants import PlantYear
from kbdesk.models.plants import Split
from kbdesk.models.plants import TemperatureKind
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

SPLITS = {Split.EXERGETIC: mark("exergetic (BISKO)"), Split.EFFICIENCY: mark("by efficiency (Covenant)")}
TEMPERATURES = {
    TemperatureKind.MEAN: mark("mean of flow and return"),
    TemperatureKind.FLOW: mark("flow temperature"),
}


def balance_text(plant: PlantYear, texts: Texts) -> str:
    """What goes into a plant and what comes out, in one line."""
    fuels = [_amount(texts.carrier(carrier), mwh, texts) for carrier, mwh in plant.fuels]
    made = []
    if plant.heat_mwh is not None:
        made.append(_amount(texts.tr("heat"), plant.heat_mwh, texts))
    if plant.electricity_mwh is not None:
        made.append(_amount(texts.tr("electricity"), plant.electricity_mwh, texts))
    nothing = texts.tr("nothing yet")
    return f"{', '.join(fuels) or nothing} → {', '.join(made) or nothing}"


def heat_sentence(found: PlantHeat, texts: Texts) -> str:
    """How much of the fuel heat takes, and the factor that follows."""
    numbers = texts.numbers
    return texts.tr(
        "Heat takes {share} of the fuel: {heat} t ÷ {sold} MWh = {factor} t/MWh.",
        share=numbers.percent(found.allocation.heat),
        heat=numbers.significant(found.heat_t),
        sold=numbers.plain(found.sold_mwh),
        factor=numbers.significant(found.heat_t / found.sold_mwh),
    )


def plant_sentences(found: PlantHeat, texts: Texts) -> tuple[str, ...]:
    """A plant from its fuels to the factor of its heat, step by step."""
    fuels = tuple(_fuel_sentence(fuel, texts) for fuel in found.fuels)
    if len(fuels) > 1:
        total = texts.numbers.significant(found.emissions_t)
        fuels = (*fuels, texts.tr("Fuels together: {emissions} t.", emissions=total))
    return (*fuels, *_split_sentences(found, texts), heat_sentence(found, texts))


def network_sentence(network: NetworkHeat, texts: Texts) -> str:
    """The factor of a network fed by several plants."""
    numbers = texts.numbers
    return texts.tr(
        "All plants of the network: {heat} t ÷ {sold} MWh = {factor} t/MWh.",
        heat=numbers.significant(sum((plant.heat_t for plant in network.plants), Decimal(0))),
        sold=numbers.plain(sum((plant.sold_mwh for plant in network.plants), Decimal(0))),
        factor=numbers.plain(network.t_per_mwh),
    )


def factor_source(network: NetworkHeat, set_title: str, texts: Texts) -> str:
    """The source of a factor computed from plants: complete, so that it can be followed without the program."""
    plants = "; ".join(_plant_source(plant, texts) for plant in network.plants)
    return texts.tr("{plants}. Factors of the fuels: {set}", plants=plants, set=set_title)


def _plant_source(found: PlantHeat, texts: Texts) -> str:
    plant, numbers = found.plant, texts.numbers
    parts = [balance_text(plant, texts)]
    if found.sold_mwh != plant.heat_mwh:
        parts.append(texts.tr("sold {sold} MWh", sold=numbers.plain(found.sold_mwh)))
    if found.split is None:
        parts.append(texts.tr("heat only"))
    elif found.temperature_k is not None:
        parts.append(
            texts.tr(
                "exergetic, T = {kelvin} K, {kind}",
                kelvin=numbers.plain(found.temperature_k),
                kind=texts.tr(TEMPERATURES[plant.temperature_kind]),
            )
        )
    else:
        heat, power = _efficiencies(plant, texts)
        parts.append(texts.tr("by efficiency, heat {heat}, electricity {power}", heat=heat, power=power))
    parts.append(texts.tr("heat takes {share} of the fuel", share=numbers.percent(found.allocation.heat)))
    head = texts.tr("{plant} {year}: {parts}", plant=plant.plant, year=str(plant.year), parts=", ".join(parts))
    return f"{head} ({plant.source})" if plant.source else head


def _amount(what: str, mwh: Decimal, texts: Texts) -> str:
    return texts.tr("{what} {mwh} MWh", what=what, mwh=texts.numbers.plain(mwh))


def _fuel_sentence(fuel: FuelEmissions, texts: Texts) -> str:
    numbers, factor = texts.numbers, fuel.factor.t_per_mwh
    sentence = texts.tr(
        "{fuel}: {mwh} MWh × {factor} t/MWh = {emissions} t.",
        fuel=texts.carrier(fuel.carrier),
        mwh=numbers.plain(fuel.mwh),
        factor=numbers.plain(factor or Decimal(0)),
        emissions=numbers.significant(fuel.emissions_t),
    )
    if fuel.factor.status is not FactorStatus.PROVISIONAL:
        return sentence
    said = texts.tr("The factor is provisional: that of {year}.", year=str(fuel.factor.year_used))
    return f"{sentence} {said}"


def _split_sentences(found: PlantHeat, texts: Texts) -> Iterator[str]:
    numbers, plant = texts.numbers, found.plant
    if found.split is None:
        yield texts.tr("The plant makes no electricity: heat bears all emissions.")
        return
    electricity, heat = plant.electricity_mwh or Decimal(0), plant.heat_mwh or Decimal(0)
    if found.temperature_k is not None:
        yield texts.tr(
            "Exergy of heat: z = 1 − {reference} K ÷ {kelvin} K = {exergy} ({kind}, {celsius} °C).",
            reference=numbers.plain(REFERENCE_TEMPERATURE_K),
            kelvin=numbers.plain(found.temperature_k),
            exergy=numbers.significant(found.exergy),
            kind=texts.tr(TEMPERATURES[plant.temperature_kind]),
            celsius=numbers.plain(plant.temperature_c or Decimal(0)),
        )
        fraction = electricity / (electricity + heat)
        yield texts.tr(
            "Electricity is {fraction} of the output, f = {f}; it bears f ÷ (f + z × (1 − f)) = {share}, "
            "heat the rest.",
            fraction=numbers.percent(fraction),
            f=numbers.significant(fraction),
            share=numbers.percent(found.allocation.electricity),
        )
        return
    heat_efficiency, power_efficiency = _efficiencies(plant, texts)
    yield texts.tr(
        "Fuel for separate production: heat {heat} MWh ÷ {heat_efficiency}, electricity {electricity} MWh ÷ "
        "{power_efficiency}; heat bears {share}.",
        heat=numbers.plain(heat),
        heat_efficiency=heat_efficiency,
        electricity=numbers.plain(electricity),
        power_efficiency=power_efficiency,
        share=numbers.percent(found.allocation.heat),
    )


def _efficiencies(plant: PlantYear, texts: Texts) -> tuple[str, str]:
    chosen = (plant.heat_efficiency, DEFAULT_HEAT_EFFICIENCY), (plant.power_efficiency, DEFAULT_POWER_EFFICIENCY)
    heat, power = (texts.numbers.percent(default if own is None else own, 0) for own, default in chosen)
    return heat, power
