"""Rows of the table ``second_look`` as second looks and back."""

from dataclasses import asdict

from kbdesk.models.second_looks import SecondLook
from kbdesk.storage import tables
from kbdesk.storage.record_table import RecordTable

SECOND_LOOKS = RecordTable("second_look", tables.second_look, asdict, SecondLook)
