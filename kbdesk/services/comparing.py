"""Why did emissions change between two years: the effects, and the same as the JSON document other programs rely on."""

from collections.abc import Mapping
from decimal import Decimal
from decimal import localcontext
from typing import Any

from kbdesk.errors import UserError
from kbdesk.models.breaks import read_breaks
from kbdesk.models.circumstances import degree_days
from kbdesk.models.decomposition import Decomposition
from kbdesk.models.decomposition import Effect
from kbdesk.models.decomposition import decompose
from kbdesk.models.heating_weather import HeatingWeather
from kbdesk.models.weather_series import choose_degree_days
from kbdesk.models.weather_series import heated_sectors
from kbdesk.services.breaks import break_documents
from kbdesk.services.project import Project
from kbdesk.services.weathering import own_mean
from kbdesk.services.weathering import shares

_DIGITS = 50
"""As many as the effects are computed with: none is lost in a sum."""


def compare(project: Project, from_year: int, to_year: int) -> Decomposition:
    """The effects [t] between two years; years without emissions, or the same twice, are a ``UserError``."""
    years = comparable_years(project)
    for year in (from_year, to_year):
        if year not in years:
            raise UserError("compare.no_year", year=str(year), years=", ".join(map(str, years)) or "–")
    if from_year == to_year:
        raise UserError("compare.same_year", year=str(from_year))
    return decompose(
        project.results[from_year],
        project.results[to_year],
        between=(project.results[year] for year in years),
        weather=heating_weather(project),
        breaks=read_breaks(project.inventory.answers),
    )


def comparable_years(project: Project) -> tuple[int, ...]:
    """The own inventories with emissions, ascending."""
    return tuple(year for year, result in project.results.items() if result.emissions_t.value is not None)


def usual_years(project: Project) -> tuple[int, int] | None:
    """What is compared unless other years are wished: the first own inventory from the base year on, and the newest.

    ``None`` with fewer than two own inventories.
    """
    years = comparable_years(project)
    *earlier, last = years or (0,)
    if not earlier:
        return None
    return next((year for year in earlier if year >= project.municipality.base_year), earlier[0]), last


def heating_weather(project: Project) -> HeatingWeather:
    """What is known of the weather, with the same assumptions as the corrected side series."""
    national = project.reference.degree_days(project.municipality.country)
    chosen = choose_degree_days(degree_days(project.inventory), national, own_mean(project))
    return HeatingWeather(chosen, shares(project), heated_sectors(project.reference.codebook))


def compare_document(project: Project, found: Decomposition) -> dict[str, Any]:
    """``kbdesk-compare/1``: the effects of the total, by sector, by energy carrier and by cell [t].

    Numbers are decimals with all their digits, so that the effects sum to the change in the document too.
    """
    return {
        "format": "kbdesk-compare/1",
        "method": "LMDI-I",
        "factor_set": project.factor_set.id,
        "from": found.from_year,
        "to": found.to_year,
        "before_t": found.before_t,
        "after_t": found.after_t,
        "change_t": found.change_t,
        "weather_known": found.with_weather,
        "breaks": break_documents(found.breaks),
        "effects": _effects(found.effects()),
        "sectors": [{"sector": name, **_part(effects)} for name, effects in found.by_sector().items()],
        "carriers": [{"carrier": name, **_part(effects)} for name, effects in found.by_carrier().items()],
        "cells": [{"sector": c.sector, "carrier": c.carrier, **_part(c.effects)} for c in found.cells],
    }


def _part(effects: Mapping[Effect, Decimal]) -> dict[str, Any]:
    with localcontext(prec=_DIGITS):
        return {"change_t": sum(effects.values(), Decimal(0)), "effects": _effects(effects)}


def _effects(effects: Mapping[Effect, Decimal]) -> dict[str, Decimal]:
    return {str(effect): tonnes for effect, tonnes in effects.items()}
