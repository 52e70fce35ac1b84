"""Rows of the table ``answer`` as answers and back."""

from dataclasses import asdict

from kbdesk.models.answers import Answer
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable

ANSWERS = RecordTable("answer", tables.answer, asdict, Answer)
