"""Rows of the table ``acknowledgement`` as acknowledgements and back."""

from dataclasses import asdict

from kbdesk.models.acknowledgements import Acknowledgement
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable

ACKNOWLEDGEMENTS = RecordTable("acknowledgement", tables.acknowledgement, asdict, Acknowledgement)
