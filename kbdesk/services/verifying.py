"""Verifying submissions that arrive, and what was found in words and as JSON."""

from pathlib import Path
from typing import Any

from kbdesk.exchange.payload_schema import PayloadSchema
from kbdesk.exchange.verification import Status
from kbdesk.exchange.verification import Verification
from kbdesk.exchange.verification import Verifier
from kbdesk.services.reference import Reference
from kbdesk.texts.texts import Texts

__all__ = ["Status", "Verification", "verification_document", "verification_lines", "verifier"]

Json = dict[str, Any]


def verifier(reference: Reference) -> Verifier:
    """What says whether submissions are intact, edited, damaged, newer or foreign; one serves many files."""
    return Verifier(reference.factors, reference.codebook, PayloadSchema(reference.resources / "schema"))


def verification_document(path: Path, found: Verification, texts: Texts) -> Json:
    """One file of ``kbdesk-verify/1``."""
    return {
        "file": str(path),
        "status": found.status,
        "municipality": found.municipality or None,
        "country": found.country or None,
        "code": found.code or None,
        "year": found.year,
        "revision": found.revision,
        "check_code": found.check_code or None,
        "sha256": found.sha256 or None,
        "differences": [
            {"place": d.place, "sheet": d.sheet, "cell": d.cell or None, "found": d.found, "expected": d.expected}
            for d in (*found.differences, *found.recomputed)
        ],
        "findings": [{"code": note.code, "text": note.sentence(texts)} for note in found.findings],
    }


def verification_lines(found: Verification, texts: Texts) -> tuple[str, ...]:
    """The result in words: status, whose submission it is, every difference, every note."""
    lines = [texts.sentence(f"verify.{found.status}", {})]
    if found.municipality:
        lines.append(
            texts.tr(
                "{municipality} ({country} {code}), {year}, revision {revision}, check code {check}",
                municipality=found.municipality,
                country=found.country,
                code=found.code or "–",
                year=str(found.year or "–"),
                revision=str(found.revision or "–"),
                check=found.check_code or "–",
            )
        )
    lines += [
        texts.tr("{place}: found {found}, expected {expected}", place=d.place, found=d.found, expected=d.expected)
        for d in (*found.differences, *found.recomputed)
    ]
    lines += [note.sentence(texts) for note in found.findings]
    return tuple(lines)
