"""How much the weather of a year raised or lowered the energy of one cell."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kbdesk.models.weather_series import DegreeDays

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class HeatingWeather:
    """Degree days, the share of each carrier that heats rooms (0 to 1), and the sectors whose heat follows the weather.

    The same assumptions as those of the corrected side series (``weather_series``).
    """

    degree_days: DegreeDays
    shares: Mapping[str, Decimal]
    sectors: frozenset[str]

    def knows(self, year: int) -> bool:
        """Whether the year can be compared with a mean one."""
        mean, days = self.degree_days.mean, self.degree_days.days.get(year)
        return mean is not None and days is not None and mean > 0 and days > 0

    def factor(self, year: int, sector: str, carrier: str) -> Decimal:
        """Energy of the year / energy in mean weather; 1 where nothing heats or the weather is not known.

        With the share ``h`` that heats, mean ``m`` and days ``d``: ``1 / (1 - h + h m / d)``.
        """
        share, mean = self.shares.get(carrier), self.degree_days.mean
        if not share or mean is None or sector not in self.sectors or not self.knows(year):
            return _ONE
        return _ONE / (_ONE - share + share * mean / self.degree_days.days[year])
