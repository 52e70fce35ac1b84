"""Commitments and findings as they stand in a payload."""

from collections.abc import Iterable
from collections.abc import Mapping
from decimal import Decimal

from kbdesk.exchange.canonical import Json
from kbdesk.exchange.canonical import float_text
from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.models.findings import Finding
from kbdesk.models.progress import Progress
from kbdesk.texts.findings import finding_text
from kbdesk.texts.target_texts import commitment_name
from kbdesk.texts.texts import Texts


def commitment_item(progress: Progress, national: Texts, english: Texts) -> Json:
    """A commitment with its verdict and windows; statistics are rounded to twelve digits.

    A target of a sector names it; the test of five years is one of all emissions.
    """
    commitment = progress.commitment
    languages = _languages(national, english)
    return {
        "id": commitment.id,
        "name": [commitment_name(commitment, texts) for texts in languages],
        "wording": [texts.tr(commitment.wording) for texts in languages],
        "basis": commitment.basis.value,
        "base_year": progress.base_year,
        "target_year": commitment.target_year,
        "verdict": progress.verdict.value,
        "latest_year": progress.latest_year,
        "actual": float_text(progress.actual),
        "target": float_text(progress.target),
        "distance_percent": float_text(progress.distance_percent),
        "windows": [
            {
                "from": window.from_year,
                "to": window.to_year,
                "change_percent": float_text(100.0 * window.change_per_five_years),
                "met": window.met,
            }
            for window in (() if commitment.sector else progress.windows)
        ],
        **({"sector": commitment.sector} if commitment.sector else {}),
    }


def finding_item(finding: Finding, reasons: Mapping[str, str], national: Texts, english: Texts) -> Json:
    """A finding with its sentence in both languages, and why it is right as it stands where somebody said so."""
    parameters = dict(finding.parameters)
    return {
        "level": str(finding.level),
        "code": finding.code,
        "year": finding.year,
        "sector": finding.sector or "",
        "carrier": finding.carrier or "",
        "parameters": {name: _shown(value) for name, value in parameters.items()},
        "effect_t": float_text(float(finding.effect_t)) if finding.effect_t is not None else None,
        "text": [finding_text(finding, texts) for texts in _languages(national, english)],
        "acknowledged": _acknowledged(finding.acknowledged, reasons, _languages(national, english)),
    }


def _acknowledged(given: Acknowledgement | None, reasons: Mapping[str, str], languages: Iterable[Texts]) -> Json:
    """The reason, what was written beside it and the day; who it was stays in the municipality."""
    if given is None:
        return None
    label = reasons.get(given.reason, given.reason)
    return {
        "reason": given.reason,
        "label": [texts.trc("reason", label) for texts in languages] if label else [],
        "text": given.text,
        "on": given.on,
    }


def _languages(national: Texts, english: Texts) -> tuple[Texts, ...]:
    return (national,) if national.language == english.language else (national, english)


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    return format(Decimal(repr(value)), "f") if isinstance(value, float) else str(value)
