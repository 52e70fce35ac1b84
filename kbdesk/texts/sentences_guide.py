"""Sentences of the guide."""

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
