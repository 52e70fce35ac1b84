"""Causes of a change as plain sentences with their numbers, as a council reads them."""

from decimal import Decimal

from kbdesk.models.causes import Cause
from kbdesk.models.decomposition import Effect
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

_LESS = {
    "": mark("Over all sectors {percent} less energy was used per inhabitant: {tonnes} t."),
    "households": mark("Households used {percent} less energy per inhabitant: {tonnes} t."),
    "services": mark("Commerce and services used {percent} less energy per inhabitant: {tonnes} t."),
    "industry": mark("Industry used {percent} less energy per inhabitant: {tonnes} t."),
    "transport": mark("Transport used {percent} less energy per inhabitant: {tonnes} t."),
    "municipal": mark("Municipal facilities used {percent} less energy per inhabitant: {tonnes} t."),
    "unallocated": mark(
        "Buildings that are not allocated to a sector used {percent} less energy per inhabitant: {tonnes} t."
    ),
}
_MORE = {
    "": mark("Over all sectors {percent} more energy was used per inhabitant: {tonnes} t."),
    "households": mark("Households used {percent} more energy per inhabitant: {tonnes} t."),
    "services": mark("Commerce and services used {percent} more energy per inhabitant: {tonnes} t."),
    "industry": mark("Industry used {percent} more energy per inhabitant: {tonnes} t."),
    "transport": mark("Transport used {percent} more energy per inhabitant: {tonnes} t."),
    "municipal": mark("Municipal facilities used {percent} more energy per inhabitant: {tonnes} t."),
    "unallocated": mark(
        "Buildings that are not allocated to a sector used {percent} more energy per inhabitant: {tonnes} t."
    ),
}
_WITHOUT_SHARE = {
    (True, True): mark("{sector}: less energy per inhabitant, {tonnes} t."),
    (True, False): mark("{sector}: more energy per inhabitant, {tonnes} t."),
    (False, True): mark("{sector}: less energy, {tonnes} t."),
    (False, False): mark("{sector}: more energy, {tonnes} t."),
}
"""By whether the inhabitants are known and whether it was less."""
_CARRIER_FACTOR = {
    True: mark("{carrier} caused {percent} fewer emissions per MWh: {tonnes} t."),
    False: mark("{carrier} caused {percent} more emissions per MWh: {tonnes} t."),
}
_FACTORS = {
    True: mark("A megawatt-hour of energy caused fewer emissions: {tonnes} t."),
    False: mark("A megawatt-hour of energy caused more emissions: {tonnes} t."),
}
_POPULATION = {
    True: mark("The municipality shrank by {percent} to {people} inhabitants: {tonnes} t."),
    False: mark("The municipality grew by {percent} to {people} inhabitants: {tonnes} t."),
}
_TENTH = 10
_TENTH_OF_PERCENT = Decimal("0.01")


def energy_sentence(cause: Cause, sector_name: str, texts: Texts, *, per_inhabitant: bool) -> str:
    """That a class of sectors, or all, used less or more energy."""
    less = cause.tonnes < 0
    known = (_LESS if less else _MORE).get(cause.part)
    if cause.change is None or known is None or not per_inhabitant:
        name = sector_name or texts.tr("All sectors")
        return texts.tr(_WITHOUT_SHARE[per_inhabitant, less], sector=name, tonnes=signed_tonnes(cause.tonnes, texts))
    percent = shown_share(cause.change, texts)
    if cause.in_mean_weather:
        percent = texts.tr("{percent} (weather-corrected)", percent=percent)
    return texts.tr(known, percent=percent, tonnes=signed_tonnes(cause.tonnes, texts))


def mix_sentence(cause: Cause, sector_name: str, texts: Texts) -> str:
    """From which energy carrier to which the mix shifted, where that is plain."""
    tonnes = signed_tonnes(cause.tonnes, texts)
    if cause.carriers is None:
        if cause.part:
            return texts.tr("{sector}: another mix of energy carriers, {tonnes} t.", sector=sector_name, tonnes=tonnes)
        return texts.tr("The mix of energy carriers changed: {tonnes} t.", tonnes=tonnes)
    lost, gained = (within_sentence(texts.carrier(carrier), texts) for carrier in cause.carriers)
    if cause.part:
        return texts.tr(
            "{sector}: the energy mix shifted from {lost} to {gained}, {tonnes} t.",
            sector=sector_name,
            lost=lost,
            gained=gained,
            tonnes=tonnes,
        )
    return texts.tr(
        "The energy mix shifted from {lost} to {gained}: {tonnes} t.", lost=lost, gained=gained, tonnes=tonnes
    )


def factor_sentence(cause: Cause, texts: Texts) -> str:
    """That a unit of an energy carrier, or of energy, caused fewer or more emissions."""
    tonnes = signed_tonnes(cause.tonnes, texts)
    if not cause.part or cause.change is None:
        return texts.tr(_FACTORS[cause.tonnes < 0], tonnes=tonnes)
    return texts.tr(
        _CARRIER_FACTOR[cause.tonnes < 0],
        carrier=texts.carrier(cause.part),
        percent=shown_share(cause.change, texts),
        tonnes=tonnes,
    )


def population_sentence(cause: Cause, people: Decimal, texts: Texts) -> str:
    """That the municipality grew or shrank."""
    return texts.tr(
        _POPULATION[cause.tonnes < 0],
        percent=shown_share(cause.change or Decimal(0), texts),
        people=texts.numbers.integer(people),
        tonnes=signed_tonnes(cause.tonnes, texts),
    )


def weather_sentence(cause: Cause, years: tuple[int, int], days: tuple[Decimal, Decimal], texts: Texts) -> str:
    """That the later year was milder or colder than the earlier one, by its degree days."""
    milder = days[1] < days[0]
    return texts.tr(
        mark("The winter weather of {year} was {percent} milder than that of {before}: {tonnes} t.")
        if milder
        else mark("The winter weather of {year} was {percent} colder than that of {before}: {tonnes} t."),
        year=str(years[1]),
        before=str(years[0]),
        percent=shown_share(days[1] / days[0] - 1, texts),
        tonnes=signed_tonnes(cause.tonnes, texts),
    )


def unreal_sentence(cause: Cause, break_years: str, texts: Texts) -> str:
    """What is no change of consumption, or cannot be told from one."""
    tonnes = signed_tonnes(cause.tonnes, texts)
    if cause.effect is Effect.BREAK:
        return texts.tr(
            "{tonnes} t lie across the break of {years}: how much of it is real cannot be told.",
            tonnes=tonnes,
            years=break_years,
        )
    return texts.tr(
        "{tonnes} t are recorded in one of the two years only: they are no change of consumption.", tonnes=tonnes
    )


def signed_tonnes(tonnes: Decimal, texts: Texts) -> str:
    """A change [t] with its sign, with one decimal where it is small."""
    shown = texts.numbers.fixed(abs(tonnes), 0 if abs(tonnes) >= _TENTH else 1)
    return f"{'+' if tonnes > 0 else '−'}{shown}"


def shown_share(change: Decimal, texts: Texts) -> str:
    """The size of a change in percent, with one decimal where it is small."""
    return texts.numbers.percent(abs(change), 1 if abs(change) < _TENTH_OF_PERCENT else 0)


def within_sentence(label: str, texts: Texts) -> str:
    """A label as it stands within a sentence: English writes it small, unless it is an abbreviation."""
    small = texts.language == "en" and label[1:2].islower()
    return label[:1].lower() + label[1:] if small else label
