"""The computed inventory, progress and findings as the JSON documents other programs rely on."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kbdesk.exchange.named_sources import SourceNames
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.calculation import CellResult
from kbdesk.models.calculation import YearResult
from kbdesk.models.completeness import completeness
from kbdesk.models.conformity import bisko_conformity
from kbdesk.models.findings import Finding
from kbdesk.models.findings import Fix
from kbdesk.models.progress import Progress
from kbdesk.services.breaks import break_documents
from kbdesk.services.breaks import breaks
from kbdesk.services.project import Project
from kbdesk.texts.findings import finding_text
from kbdesk.texts.texts import Texts

Json = dict[str, Any]


def inventory_document(project: Project, years: Iterable[int]) -> Json:
    """``kbdesk-inventory/1``: numbers unrounded, missing is null."""
    municipality = project.municipality
    names = SourceNames(project.inventory.sources, project.reference.texts(municipality.language))
    return {
        "format": "kbdesk-inventory/1",
        "municipality": {
            "name": municipality.name,
            "country": municipality.country,
            "code": municipality.code,
        },
        "factor_set": project.factor_set.id,
        "base_year": municipality.base_year,
        "years": [_year(project, project.results[year], names) for year in years if year in project.results],
    }


def progress_document(project: Project) -> Json:
    """``kbdesk-progress/1``: every commitment with path, verdict, distance, windows, trend; breaks in the series."""
    return {
        "format": "kbdesk-progress/1",
        "breaks": break_documents(breaks(project)),
        "commitments": [_commitment(p) for p in (*project.progress, *project.sector_progress)],
    }


def check_document(project: Project, findings: Iterable[Finding], year: int | None, texts: Texts) -> Json:
    """``kbdesk-check/1``: findings with their sentences, and completeness."""
    years = [year] if year is not None else list(project.results)
    return {
        "format": "kbdesk-check/1",
        "findings": [_finding(finding, texts) for finding in findings],
        "completeness": {str(y): completeness(project.inventory, y).as_mapping() for y in years},
    }


def _finding(finding: Finding, texts: Texts) -> Json:
    return {
        "level": finding.level,
        "code": finding.code,
        "year": finding.year,
        "sector": finding.sector or None,
        "carrier": finding.carrier or None,
        "text": finding_text(finding, texts),
        "effect_t": _number(finding.effect_t),
        "acknowledged": _acknowledged(finding.acknowledged),
        "fix": _fix(finding.fix),
    }


def _acknowledged(given: Acknowledgement | None) -> Json | None:
    """Why a warning is right as it stands; ``reason`` is the id of one of the offered reasons, if one was chosen."""
    if given is None:
        return None
    return {"reason": given.reason or None, "text": given.text or None, "who": given.who or None, "on": given.on}


def _fix(fix: Fix | None) -> Json | None:
    """The correction that is proposed; ``value`` is the unit's id or the number's text, for each of the cells."""
    if fix is None:
        return None
    cells = [{"year": key.year, "sector": key.sector, "carrier": key.carrier} for key in fix.keys]
    return {"kind": fix.kind, "value": fix.value or None, "cells": cells}


def _year(project: Project, result: YearResult, names: SourceNames) -> Json:
    conformity = bisko_conformity(project.inventory, result, project.factor_set.id)
    return {
        "year": result.year,
        "population": _number(result.population),
        "final_energy_mwh": _number(result.energy_mwh.value),
        "emissions_t": _number(result.emissions_t.value),
        "emissions_t_per_capita": _number(result.emissions_t_per_inhabitant),
        "direct_emissions_t": _number(result.direct_t.value),
        "data_quality": _number(result.data_quality),
        "complete": result.complete,
        "bisko_conform": conformity.conform,
        "cells": [_cell(cell, names) for cell in result.cells],
        "aside": [_cell(cell, names) for cell in result.aside],
        "direct": [{"sector": c.key.sector, "emissions_t": _number(c.emissions_t)} for c in result.direct],
    }


def _cell(cell: CellResult, names: SourceNames) -> Json:
    entry = cell.entry
    return {
        "sector": cell.key.sector,
        "carrier": cell.key.carrier,
        "quantity": _number(entry.quantity),
        "text": entry.text or None,
        "unit": entry.unit or None,
        "final_energy_mwh": _number(cell.energy_mwh),
        "heat_pump_mwh": _number(cell.heat_pump_mwh),
        "notation_key": entry.notation_key,
        "quality": entry.grade,
        "origin": entry.origin,
        "source": names.of(entry) or None,
        "contained_in": entry.contained_in or None,
        "note": entry.note or None,
        "factor_t_per_mwh": _number(cell.factor.t_per_mwh),
        "factor_status": cell.factor.status,
        "factor_source": cell.factor.source or None,
        "factor_year": cell.factor.year_used,
        "emissions_t": _number(cell.emissions_t),
    }


def _commitment(progress: Progress) -> Json:
    commitment = progress.commitment
    return {
        "id": commitment.id,
        "sector": commitment.sector or None,
        "basis": commitment.basis,
        "base_year": progress.base_year,
        "base_year_replaced": progress.base_year_replaced,
        "base_value": progress.base_value,
        "target_year": commitment.target_year,
        "verdict": progress.verdict,
        "latest_year": progress.latest_year,
        "actual": progress.actual,
        "target": progress.target,
        "distance": progress.distance,
        "distance_percent": progress.distance_percent,
        "windows": [
            {
                "from": window.from_year,
                "to": window.to_year,
                "change_per_five_years": window.change_per_five_years,
                "met": window.met,
            }
            for window in progress.windows
        ],
        "path": [[year, value] for year, value in progress.path],
        "trend_reaches": progress.trend_reaches,
        "required_change_per_year": progress.required_change_per_year,
    }


def _number(value: Decimal | None) -> float | int | None:
    """A JSON number, unrounded to double precision; whole numbers stay whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)
