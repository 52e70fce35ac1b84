"""The national average beside a value: what the country uses for the same, per inhabitant."""

from kbdesk.models.calculation import FactorFinder
from kbdesk.models.calculation import Rules
from kbdesk.models.inventory import EntryKey
from kbdesk.models.national_averages import NationalAverage
from kbdesk.models.national_sectors import NationalComparison
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

_KWH = 1000
_DIGITS = 2


def national_average(project: Project, key: EntryKey) -> NationalAverage | None:
    """The country's final energy per inhabitant of a cell, of its year or the nearest; ``None`` where there is none."""
    return project.reference.national_averages(project.municipality.country).find(key)


def national_comparison(project: Project) -> NationalComparison:
    """What whole sectors are compared with: the country, by the factors of the document's set without local ones."""
    country, rules = project.municipality.country, Rules(project.reference.codebook, project.factor_set)
    return NationalComparison(country, project.reference.national_sectors(country), FactorFinder(rules, country, {}))


def average_text(project: Project, key: EntryKey, texts: Texts) -> str:
    """The average in a few words; empty where there is none."""
    found = national_average(project, key)
    if found is None:
        return ""
    return texts.tr("national average {kwh} kWh", kwh=_kwh(found, texts))


def average_sentence(project: Project, key: EntryKey, texts: Texts) -> str:
    """The average with its year and source; empty where there is none."""
    found = national_average(project, key)
    if found is None:
        return ""
    return texts.tr(
        "National average ({country} {year}): {kwh} kWh per inhabitant. Source: {source}",
        country=found.country,
        year=str(found.year),
        kwh=_kwh(found, texts),
        source=found.source,
    )


def _kwh(found: NationalAverage, texts: Texts) -> str:
    return texts.numbers.significant(found.mwh_per_inhabitant * _KWH, _DIGITS)
