"""Sentences of errors and actions of the program as a whole."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "factor_set.unknown": mark("There is no factor set “{set}”. Known sets: {known}."),
}
