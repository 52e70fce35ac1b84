"""Sentences of sources, kept files and bills."""

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
