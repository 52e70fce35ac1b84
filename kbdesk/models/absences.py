"""What does not exist in a municipality: yes/no questions whose *no* sets *does not exist here* in all years."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kbdesk.models.answers import NO
from kbdesk.models.answers import Answer
from kbdesk.models.resource_tables import read_table

Place = tuple[str, str]
"""A sector and a carrier."""


@dataclass(frozen=True, slots=True)
class Card:
    """One question, and the places that are empty where the answer is no."""

    id: str
    question: str
    help: str
    sectors: tuple[str, ...]
    carriers: tuple[str, ...]

    @property
    def places(self) -> frozenset[Place]:
        """Every named sector with every named carrier."""
        return frozenset((sector, carrier) for sector in self.sectors for carrier in self.carriers)

    @property
    def answer_id(self) -> str:
        """The id of the question among the answers."""
        return f"card.{self.id}"


def read_cards(path: Path) -> tuple[Card, ...]:
    """Read ``cards.csv``, in the order of the guide."""
    return tuple(
        Card(row["id"], row["question"], row["help"], tuple(row["sectors"].split()), tuple(row["carriers"].split()))
        for row in read_table(path)
    )


def absent_places(cards: Iterable[Card], answers: Mapping[str, Answer]) -> frozenset[Place]:
    """The places that do not exist here by the answers given; without an answer nothing is said."""
    said_no = (card for card in cards if (given := answers.get(card.answer_id)) is not None and given.value == NO)
    return frozenset(place for card in said_no for place in card.places)
