"""Why emissions changed in a few plain sentences, proposed for the council report."""

from collections.abc import Iterator

from kbdesk.charts.classes import sector_scheme
from kbdesk.models.causes import Cause
from kbdesk.models.causes import strongest_causes
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.services.comparing import comparable_years
from kbdesk.services.comparing import compare
from kbdesk.services.comparing import heating_weather
from kbdesk.services.project import Project
from kbdesk.texts.cause_texts import energy_sentence
from kbdesk.texts.cause_texts import factor_sentence
from kbdesk.texts.cause_texts import mix_sentence
from kbdesk.texts.cause_texts import population_sentence
from kbdesk.texts.cause_texts import unreal_sentence
from kbdesk.texts.cause_texts import weather_sentence
from kbdesk.texts.texts import Texts

COUNT = 3
"""How many causes are proposed."""
_HALF = 2


def proposed_causes(project: Project, from_year: int, to_year: int, texts: Texts) -> tuple[str, ...]:
    """The strongest causes of the change between two years, strongest first: at most three sentences.

    Where the years cannot be compared, one sentence that says why. What is recorded in one year only, and what lies
    across a break, is said and never called a cause.
    """
    years = comparable_years(project)
    if len(years) < _HALF or from_year == to_year:
        return (texts.tr("The causes of a change show with a second year of own values."),)
    for year in (from_year, to_year):
        if year not in years:
            return (texts.tr("There are no own values of {year}: the causes of its change cannot be told.", year=year),)
    found = compare(project, from_year, to_year)
    sentences = tuple(_sentences(project, found, texts))
    return sentences or (texts.tr("{to} as {start}: the causes balance out.", to=to_year, start=from_year),)


def _sentences(project: Project, found: Decomposition, texts: Texts) -> Iterator[str]:
    classes = sector_scheme(texts.codebook)
    names = {id_: texts.tr(label) for id_, label, _ in classes.classes}
    causes = strongest_causes(found, classes.class_of, COUNT)
    if abs(found.effects()[Effect.COVERAGE]) > abs(found.change_t) / _HALF:
        yield texts.tr(
            "{to} and {start} cannot be compared yet: most of the difference is recorded in one of the years only.",
            to=found.to_year,
            start=found.from_year,
        )
        causes = tuple(cause for cause in causes if cause.effect is not Effect.COVERAGE)[: COUNT - 1]
    for cause in causes:
        yield _sentence(project, found, cause, names.get(cause.part, cause.part), texts)


def _sentence(project: Project, found: Decomposition, cause: Cause, part: str, texts: Texts) -> str:
    if cause.effect is Effect.ENERGY:
        return energy_sentence(cause, part, texts, per_inhabitant=found.people is not None)
    if cause.effect is Effect.MIX:
        return mix_sentence(cause, part, texts)
    if cause.effect is Effect.FACTOR:
        return factor_sentence(cause, texts)
    if cause.effect is Effect.POPULATION and found.people is not None:
        return population_sentence(cause, found.people[1], texts)
    if cause.effect is Effect.WEATHER:
        days = heating_weather(project).degree_days.days
        years = found.from_year, found.to_year
        return weather_sentence(cause, years, (days[years[0]], days[years[1]]), texts)
    break_years = ", ".join(dict.fromkeys(str(each.year) for each in found.breaks))
    return unreal_sentence(cause, break_years, texts)
