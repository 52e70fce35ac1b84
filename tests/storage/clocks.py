"""A clock that stands still until it is set."""

from datetime import UTC
from datetime import datetime
from datetime import timedelta


class SetClock:
    """Call it for the time; move it with ``forward``."""

    def __init__(self, start: datetime = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += timedelta(**duration)
