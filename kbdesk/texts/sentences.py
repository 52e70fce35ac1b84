"""The English source sentence of every code; one place, so that none is without one and translators see them all.

Codes are grouped by what they belong to, one module a group; this module joins them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kbdesk.texts import sentences_acknowledging
from kbdesk.texts import sentences_activities
from kbdesk.texts import sentences_breaks
from kbdesk.texts import sentences_charts
from kbdesk.texts import sentences_exchange
from kbdesk.texts import sentences_factors
from kbdesk.texts import sentences_forms
from kbdesk.texts import sentences_grids
from kbdesk.texts import sentences_guide
from kbdesk.texts import sentences_measures
from kbdesk.texts import sentences_plants
from kbdesk.texts import sentences_program
from kbdesk.texts import sentences_report
from kbdesk.texts import sentences_review
from kbdesk.texts import sentences_sources
from kbdesk.texts import sentences_start
from kbdesk.texts import sentences_storage
from kbdesk.texts import sentences_targets
from kbdesk.texts import sentences_traffic
from kbdesk.texts import sentences_years

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **sentences_program.SENTENCES,
        **sentences_storage.SENTENCES,
        **sentences_start.SENTENCES,
        **sentences_targets.SENTENCES,
        **sentences_traffic.SENTENCES,
        **sentences_plants.SENTENCES,
        **sentences_measures.SENTENCES,
        **sentences_exchange.SENTENCES,
        **sentences_report.SENTENCES,
        **sentences_review.SENTENCES,
        **sentences_breaks.SENTENCES,
        **sentences_charts.SENTENCES,
        **sentences_guide.SENTENCES,
        **sentences_factors.SENTENCES,
        **sentences_forms.SENTENCES,
        **sentences_grids.SENTENCES,
        **sentences_sources.SENTENCES,
        **sentences_years.SENTENCES,
        **sentences_acknowledging.SENTENCES,
        **sentences_activities.SENTENCES,
    }
)
"""Code to English sentence with named places."""
