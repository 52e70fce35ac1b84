"""Sentences of the grids: what a block or a selection cannot do, what was done."""

ERRORS: dict[str, str] = {}

ACTIONS: dict[str, str] = {}

SENTENCES = {**ERRORS, **ACTIONS}
