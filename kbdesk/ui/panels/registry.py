"""The ways of entering values in their order; a panel's module is imported when it is first chosen."""

from dataclasses import dataclass
from importlib import import_module

from kbdesk.texts.marking import mark
from kbdesk.ui.panels.panel import EntryPanel


@dataclass(frozen=True, slots=True)
class RegisteredPanel:
    """Where a panel is found, and what stands on its button: ``title`` holds its letter; ``keys`` choose it at once."""

    id: str
    title: str
    what: str
    icon: str
    keys: str
    module: str
    class_name: str

    def load(self) -> type[EntryPanel]:
        """The panel's class."""
        found: type[EntryPanel] = getattr(import_module(self.module), self.class_name)
        return found


PANELS = (
    RegisteredPanel(
        "form",
        mark("For&m"),
        mark("Values of a sector or a supplier, one below the other"),
        "list-checks",
        "Alt+1",
        "kbdesk.ui.panels.entry_forms",
        "EntryFormsPanel",
    ),
    RegisteredPanel(
        "year",
        mark("One ye&ar"),
        mark("Sectors by energy carriers of one year"),
        "table-2",
        "Alt+2",
        "kbdesk.ui.panels.year_grid",
        "YearGridPanel",
    ),
    RegisteredPanel(
        "years",
        mark("All yea&rs"),
        mark("Sectors by years of one energy carrier"),
        "calendar-range",
        "Alt+3",
        "kbdesk.ui.panels.series_grid",
        "SeriesGridPanel",
    ),
)
FIRST = "year"
"""The panel that is shown until another one is chosen."""
