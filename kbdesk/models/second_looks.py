"""The second look: a colleague has checked the values of a sector; any edit of them takes it back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SecondLook:
    """The values of a sector in a year were checked by someone on a day (ISO text)."""

    year: int
    sector: str
    who: str
    on: str

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, year, sector."""
        return ("second_look", str(self.year), self.sector)
