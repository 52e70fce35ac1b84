"""Findings in words."""

from kbdesk.models.findings import Finding
from kbdesk.texts.texts import Texts


def finding_text(finding: Finding, texts: Texts) -> str:
    """The sentence of a finding with its place in words."""
    place = {
        "year": "–" if finding.year is None else str(finding.year),
        "sector": texts.sector(finding.sector),
        "carrier": texts.carrier(finding.carrier),
    }
    return texts.sentence(finding.code, {**place, **dict(finding.parameters)})
