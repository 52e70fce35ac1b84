"""Warnings that someone has looked at and explained: they rest until the value they are about changes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """Why a warning is right as it stands.

    ``code``, ``year`` (0 for none), ``sector`` and ``carrier`` name the finding; ``fingerprint`` is what it was about:
    with another value the finding comes back. ``reason`` is the id of one of the offered reasons, ``text`` what was
    written beside it; ``on`` is the day as ISO text.
    """

    code: str
    year: int
    sector: str
    carrier: str
    fingerprint: str
    reason: str = ""
    text: str = ""
    who: str = ""
    on: str = ""

    @property
    def place(self) -> tuple[str, int, str, str]:
        """What the finding is known by."""
        return self.code, self.year, self.sector, self.carrier

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, code, year, sector, carrier."""
        return ("acknowledgement", self.code, str(self.year), self.sector, self.carrier)
