"""Sentences of the exchange codes."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "exchange.placeholder": mark("…"),
}
