"""A municipality's own targets, decided by its council; held against the inventory like the commitments of networks."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.answers import YES
from kbdesk.models.answers import Answer
from kbdesk.models.commitments import Basis
from kbdesk.models.commitments import Commitment
from kbdesk.models.commitments import CommitmentKind

HELD = "commitment."
"""How the questions begin whether a commitment of the list is held."""


@dataclass(frozen=True, slots=True)
class Target:
    """One target: a *reduction* by a share until a year, or a *level* in t per inhabitant and year.

    ``base_year`` is ``None`` where the inventory's own serves. ``decided`` is the day of the resolution as ISO text.
    ``sector`` is the id of the sector or BISKO sector it is about, empty where it is about everything.
    """

    id: str
    name: str
    basis: Basis
    kind: CommitmentKind
    value: Decimal
    base_year: int | None = None
    target_year: int | None = None
    decided: str = ""
    source: str = ""
    sector: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, id."""
        return ("target", self.id)

    def as_commitment(self) -> Commitment:
        """The target in the form in which progress is assessed."""
        return Commitment(
            id=f"own-{self.id}",
            name=self.name,
            wording=self.name,
            since=self.decided[:4],
            basis=self.basis,
            kind=self.kind,
            value=self.value,
            period_years=0,
            base_year=self.base_year,
            target_year=self.target_year,
            source=self.source,
            default=False,
            sector=self.sector,
        )


def held(
    commitments: Iterable[Commitment], answers: Mapping[str, Answer], targets: Mapping[str, Target]
) -> tuple[Commitment, ...]:
    """The commitments of the list that are held, then the own targets by year.

    A commitment the municipality has said nothing of is held where that is its default.
    """
    own = sorted(
        targets.values(), key=lambda target: (target.target_year is None, target.target_year or 0, target.name)
    )
    return (*(c for c in commitments if is_held(c, answers)), *(target.as_commitment() for target in own))


def is_held(commitment: Commitment, answers: Mapping[str, Answer]) -> bool:
    """Whether the municipality holds a commitment of the list."""
    answer = answers.get(f"{HELD}{commitment.id}")
    return commitment.default if answer is None else answer.value == YES
