"""The places of an open document in their order; a place's module is imported when it is first needed."""

from dataclasses import dataclass
from importlib import import_module

from kbdesk.texts.marking import mark
from kbdesk.ui.place import Place

START = "start"
GUIDE = "guide"


@dataclass(frozen=True, slots=True)
class RegisteredPlace:
    """Where a place is found, and what stands in the list before it is."""

    id: str
    title: str
    icon: str
    module: str
    class_name: str

    def load(self) -> type[Place]:
        """The place's class."""
        found: type[Place] = getattr(import_module(self.module), self.class_name)
        return found


PLACES = (
    RegisteredPlace("overview", mark("Overview"), "layout-dashboard", "kbdesk.ui.places.overview", "OverviewPlace"),
    RegisteredPlace("guide", mark("Guide"), "compass", "kbdesk.ui.places.guide", "GuidePlace"),
    RegisteredPlace("data_entry", mark("Data entry"), "table-2", "kbdesk.ui.places.data_entry", "DataEntryPlace"),
    RegisteredPlace("base_data", mark("Base data"), "users", "kbdesk.ui.places.base_data", "BaseDataPlace"),
    RegisteredPlace("sources", mark("Sources"), "library", "kbdesk.ui.places.sources", "SourcesPlace"),
    RegisteredPlace("findings", mark("Findings"), "list-todo", "kbdesk.ui.places.findings", "FindingsPlace"),
    RegisteredPlace("progress", mark("Progress"), "trending-down", "kbdesk.ui.places.progress", "ProgressPlace"),
    RegisteredPlace("measures", mark("Measures"), "hammer", "kbdesk.ui.places.measures", "MeasuresPlace"),
    RegisteredPlace("activities", mark("Activities"), "handshake", "kbdesk.ui.places.activities", "ActivitiesPlace"),
    RegisteredPlace("report", mark("Report"), "file-text", "kbdesk.ui.places.report", "ReportPlace"),
    RegisteredPlace("submission", mark("Submission"), "send", "kbdesk.ui.places.submission", "SubmissionPlace"),
)
"""Every place but the start place, which needs no document."""
_DIGITS = 10


def place_keys(number: int) -> str:
    """The keys that choose a place, from 1: Ctrl with its digit (0 is the tenth), with Shift from the eleventh on."""
    return f"Ctrl+{number % _DIGITS}" if number <= _DIGITS else f"Ctrl+Shift+{number - _DIGITS}"
