"""Findings in words."""

from collections.abc import Callable
from collections.abc import Mapping

from kbdesk.models.findings import Finding
from kbdesk.texts.marking import mark
from kbdesk.texts.texts import Texts

GROUPS = {
    "households": mark("Households"),
    "commerce": mark("Commerce, services and agriculture"),
    "municipal": mark("Everything municipal"),
    "stationary": mark("Buildings and industry"),
}
"""The sums of sectors that have a band."""


def finding_text(finding: Finding, texts: Texts) -> str:
    """The sentence of a finding with its place in words."""
    place = {
        "year": "–" if finding.year is None else str(finding.year),
        "sector": texts.sector(finding.sector),
        "carrier": texts.carrier(finding.carrier),
    }
    said = {name: _said(name, value, finding, texts) for name, value in finding.parameters}
    return texts.sentence(finding.code, {**place, **said})


def _said(name: str, value: object, finding: Finding, texts: Texts) -> object:
    return _WORDS[name](str(value), finding, texts) if name in _WORDS else value


def _unit(unit: str, finding: Finding, texts: Texts) -> str:
    """A unit as it is called in the finding's cell, or in the first it is about."""
    key = finding.key or (finding.related[0] if finding.related else None)
    return texts.unit_label(unit, key.sector, key.carrier) if key is not None else unit


def _containing(where: str, _finding: Finding, texts: Texts) -> str:
    sector, _, carrier = where.partition("/")
    return f"{texts.sector(sector)}, {texts.carrier(carrier)}" if carrier else texts.sector(sector)


def _group(group: str, _finding: Finding, texts: Texts) -> str:
    return texts.tr(GROUPS[group]) if group in GROUPS else group


_WORDS: Mapping[str, Callable[[str, Finding, Texts], str]] = {
    "other_unit": _unit,
    "typed_unit": _unit,
    "containing": _containing,
    "group": _group,
}
"""Parameters that are ids, and what makes words of them."""
