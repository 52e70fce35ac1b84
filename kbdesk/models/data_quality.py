"""The data-quality score: grades weighted by energy (A 1, B 0.5, C 0.25, D 0; BISKO, 2019/2024).

Ungraded energy makes the score undefined: it is not the lowest grade. Without energy the score is undefined, not 0.
"""

from collections.abc import Iterable
from decimal import Decimal

from kbdesk.models.inventory import Grade

WEIGHTS = {Grade.A: Decimal(1), Grade.B: Decimal("0.5"), Grade.C: Decimal("0.25"), Grade.D: Decimal(0)}


def data_quality(parts: Iterable[tuple[Grade | None, Decimal]]) -> Decimal | None:
    """Score from 0 to 1 of (grade, energy [MWh]) parts; ``None`` (undefined) with ungraded energy or without energy."""
    weighted, energy = Decimal(0), Decimal(0)
    for grade, part_mwh in parts:
        if grade is None:
            if part_mwh:
                return None
            continue
        weighted += WEIGHTS[grade] * part_mwh
        energy += part_mwh
    return weighted / energy if energy else None
