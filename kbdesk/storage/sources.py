"""Rows of the table ``source`` as sources and back."""

from dataclasses import asdict

from kbdesk.models.sources import Source
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable

SOURCES = RecordTable("source", tables.source, asdict, Source)
