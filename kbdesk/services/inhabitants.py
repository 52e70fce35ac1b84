"""Filling missing inhabitants from the last known number and the national series, in one step that can be undone."""

import re
from collections.abc import Iterable
from decimal import Decimal

from kbdesk.errors import UserError
from kbdesk.models.changes import Change
from kbdesk.models.national import read_population
from kbdesk.models.population_estimates import KnownInhabitants
from kbdesk.models.population_estimates import PopulationPlan
from kbdesk.models.population_estimates import PopulationWords
from kbdesk.models.population_estimates import plan_population
from kbdesk.models.year_lists import years_in_words
from kbdesk.services.project import Project
from kbdesk.texts.texts import Texts

_YEAR = re.compile("[12][0-9]{3}")


def plan(project: Project, years: Iterable[int], texts: Texts) -> PopulationPlan:
    """What filling these years would record; writes nothing. A country without a series is a ``UserError``.

    Earlier estimates are renewed, so that a number entered later counts for the years around it.
    """
    country = project.municipality.country
    national = read_population(project.reference.resources / "national", country)
    if not national:
        raise UserError("inhabitants.no_series", country=country)
    sources = {datum.source for datum in project.inventory.base_data.values()}
    estimates = {source for source in sources if is_estimate(project, source)}
    return plan_population(project.inventory, years, national, population_words(texts), listed(project), estimates)


def fill(project: Project, planned: PopulationPlan) -> Change | None:
    """Record planned inhabitants in one step."""
    years = tuple(datum.year for datum in planned.filled)
    parameters = {"count": str(len(years)), "years": years_in_words(years) or "–"}
    return project.commit("base.inhabitants_filled", parameters, planned.edits)


def proposed_years(project: Project) -> tuple[int, int]:
    """From the first to the last inventory year; without any from the base year to the last full year."""
    years = project.inventory.years
    if years:
        return years[0], years[-1]
    last = project.today().year - 1
    return min(project.municipality.base_year, last), last


def population_words(texts: Texts) -> PopulationWords:
    """The source texts of filled inhabitants."""
    return PopulationWords(
        lambda year: texts.tr("Estimate: inhabitants of {year}, scaled with the national series", year=str(year)),
        lambda year: texts.tr("List of European municipalities (Eurostat LAU {year})", year=str(year)),
    )


def listed(project: Project) -> KnownInhabitants | None:
    """What the list of municipalities says; ``None`` where it knows the municipality or its inhabitants not."""
    municipality = project.municipality
    if not municipality.code:
        return None
    found = project.reference.municipalities.find(municipality.country, municipality.code)
    if found is None or found.population is None or found.population_year is None:
        return None
    return KnownInhabitants(Decimal(found.population), found.population_year)


def is_estimate(project: Project, source: str) -> bool:
    """Whether a source text says that inhabitants were scaled, in any shipped language; no other number has it."""
    year = _YEAR.search(source)
    if year is None:
        return False
    return any(source == population_words(t).scaled_from(int(year[0])) for t in project.reference.all_texts())
