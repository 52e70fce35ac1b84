"""Where values are from as it leaves the municipality: one text each, without the records behind it.

A source's contact, its file, who acknowledged a warning and who checked a sector are the municipality's own affair.
"""

from collections.abc import Mapping
from dataclasses import replace

from kbdesk.exchange.handed_on_register import answers_handed_on
from kbdesk.exchange.handed_on_register import register_handed_on
from kbdesk.models.breaks import QUESTION as BREAK
from kbdesk.models.counting import HEAT_PUMPS_METERED
from kbdesk.models.inventory import Entry
from kbdesk.models.inventory import Inventory
from kbdesk.models.second_looks import SecondLook
from kbdesk.models.sources import Source
from kbdesk.texts.source_texts import source_text
from kbdesk.texts.texts import Texts


class SourceNames:
    """Names the sources of many values in one language; each source and place in it is put into words once."""

    def __init__(self, sources: Mapping[str, Source], texts: Texts) -> None:
        self._sources = sources
        self._texts = texts
        self._named: dict[tuple[str, str], str] = {}

    def of(self, entry: Entry) -> str:
        """Where a value is from; empty where nothing is said."""
        if not entry.source_id:
            return entry.source
        place = (entry.source_id, entry.source)
        if place not in self._named:
            self._named[place] = source_text(entry, self._sources, self._texts)
        return self._named[place]

    def named(self, entry: Entry) -> Entry:
        """The entry with the text in place of the record."""
        return replace(entry, source=self.of(entry), source_id="") if entry.source_id else entry


def as_handed_on(inventory: Inventory, texts: Texts, office: str = "") -> Inventory:
    """What others get to see: every value with its source in words; of a second look the day and the office alone.

    Bills, answers and acknowledgements stay: their outcome is in values, keys and findings. What is declared of heat
    pumps goes with the values, as the results follow from both; so do the breaks in the series,
    and what is said of membership, climate justice and activities.
    """
    names = SourceNames(inventory.sources, texts)
    return replace(
        inventory,
        entries={key: names.named(entry) for key, entry in inventory.entries.items()},
        sources={},
        bills={},
        answers={q: a for q, a in inventory.answers.items() if q == HEAT_PUMPS_METERED or q.startswith(BREAK)}
        | answers_handed_on(inventory, texts),
        acknowledgements={},
        second_looks={
            place: SecondLook(look.year, look.sector, office, look.on) for place, look in inventory.second_looks.items()
        },
        **register_handed_on(inventory, office),
    )
