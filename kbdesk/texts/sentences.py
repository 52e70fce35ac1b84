"""The English source sentence of every code; one place, so that none is without one and translators see them all.

Codes are grouped by what they belong to, one module a group; this module joins them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from kbdesk.texts import sentences_charts
from kbdesk.texts import sentences_exchange
from kbdesk.texts import sentences_program
from kbdesk.texts import sentences_review
from kbdesk.texts import sentences_storage

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **sentences_program.SENTENCES,
        **sentences_storage.SENTENCES,
        **sentences_exchange.SENTENCES,
        **sentences_review.SENTENCES,
        **sentences_charts.SENTENCES,
    }
)
"""Code to English sentence with named places."""
