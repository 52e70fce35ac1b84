"""Sentences of the storage codes."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "storage.placeholder": mark("…"),
}
