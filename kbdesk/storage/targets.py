"""Rows of the table ``target`` as targets and back."""

from decimal import Decimal

from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import CommitmentKind
from kbdesk.models.targets import Target
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable
from kbdesk.storage.record_table import Row


def _row_of(target: Target) -> Row:
    return {
        "id": target.id,
        "name": target.name,
        "basis": target.basis.value,
        "kind": target.kind.value,
        "value": str(target.value),
        "base_year": target.base_year,
        "target_year": target.target_year,
        "decided": target.decided,
        "source": target.source,
        "sector": target.sector,
    }


def _target_of(
    id_: str,
    name: str,
    basis: str,
    kind: str,
    value: str,
    base_year: int | None,
    target_year: int | None,
    decided: str,
    source: str,
    sector: str,
) -> Target:
    return Target(
        id_, name, Basis(basis), CommitmentKind(kind), Decimal(value), base_year, target_year, decided, source, sector
    )


TARGETS = RecordTable("target", tables.target, _row_of, _target_of)
