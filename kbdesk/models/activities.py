"""The register of what a member does beside its figures: partnerships, campaigns, working groups, projects."""

from dataclasses import dataclass
from enum import StrEnum


class ActivityKind(StrEnum):
    """What an activity is (accounting rules, section 6)."""

    CITY_PARTNERSHIP = "city_partnership"
    CLIMATE_PARTNERSHIP = "climate_partnership"
    INDIGENOUS = "indigenous_support"
    CAMPAIGN = "campaign"
    WORKING_GROUP = "working_group"
    PROJECT = "project"
    COVENANT = "covenant"
    OTHER = "other"


class ActivityState(StrEnum):
    """How far an activity is."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity. Years are ``None`` where not known; without an end it goes on.

    ``partner`` and ``country`` (ISO code) say with whom; ``decided`` is the day of the council's resolution, or of a
    signature, as ISO text; ``resolution`` names it. ``source_id`` names the source record that is the evidence.
    """

    id: str
    kind: ActivityKind
    title: str
    state: ActivityState = ActivityState.RUNNING
    start_year: int | None = None
    end_year: int | None = None
    partner: str = ""
    country: str = ""
    decided: str = ""
    resolution: str = ""
    text: str = ""
    source_id: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """Kind, id."""
        return ("activity", self.id)
