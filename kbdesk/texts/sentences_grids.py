"""Sentences of the grids: what a block or a selection cannot do, what was done."""

from kbdesk.texts.marking import mark

ERRORS: dict[str, str] = {
    "entry.contained_in_itself": mark(
        "A value cannot be contained in itself: choose the sector and energy carrier that really include it."
    ),
}

ACTIONS: dict[str, str] = {
    "action.entry.contained_in": mark("{carrier}, {sector} {year}: contained elsewhere"),
    "action.entry.notation_keys": mark("“{value}” instead of a value, cells: {count}"),
    "action.entry.grades": mark("data quality {value}, cells: {count}"),
    "action.entry.units": mark("unit {value}, cells: {count}"),
    "action.entry.source_ids": mark("source, cells: {count}"),
    "action.entry.fill": mark("source and note from above, cells: {count}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
