"""Sentences of sources, kept files and bills."""

from kbdesk.texts.marking import mark

ERRORS: dict[str, str] = {
    "source.no_supplier": mark("The source has no supplier: type who it is from, for example the grid operator."),
    "source.no_day": mark("“{found}” is not a day: type it for example as 14.02.2023 or 2023-02-14."),
    "source.in_use": mark(
        "“{source}” was not removed: values, bills or records that name it: {count}. "
        "Choose another source for them first."
    ),
    "source.file_folder": mark("“{file}” is a folder: choose one file in it."),
    "source.file_unreadable": mark(
        "The file “{file}” cannot be read ({reason}). Close it in other programs or copy it to this computer."
    ),
    "source.file_empty": mark("The file “{file}” is empty: nothing was kept. Is it the right one?"),
    "source.file_too_large": mark(
        "“{file}” is too large to be kept ({size} MB, at most {limit} MB). "
        "Keep only the pages that matter, or scan it with fewer dots per inch."
    ),
    "source.file_gone": mark(
        "The file “{file}” is not in this document any more: attach it again, or look for it in a backup."
    ),
    "source.file_not_opened": mark(
        "“{file}” is kept but not opened: a file of this type can be a program. Save a copy if you know what it is."
    ),
    "source.file_not_written": mark(
        "{file} could not be written ({reason}): free some space or choose another folder."
    ),
    "bill.ends_before": mark("The period ends before it begins ({first} – {last}): exchange the days or correct one."),
    "bill.period": mark(
        "The period {first} – {last} cannot be: bills begin in {earliest} or later and cover at most five years."
    ),
    "bill.negative": mark("“{found}” does not fit here: type the quantity of the bill, 0 or more."),
    "bill.no_unit": mark("Gross (Hs) or net (Hi)? The bill says it beside the quantity: choose the unit."),
    "bill.overlap": mark(
        "Two bills have days in common: {first} – {last} and {second_first} – {second_last}. "
        "Correct a day, or name the meters if they are different ones."
    ),
    "bill.units_differ": mark("The bills are in different units: enter all of them in one unit."),
    "bill.gas_values_missing": mark(
        "The bill {first} – {last} needs its state number and calorific value: they differ from bill to bill, "
        "so each is converted by itself."
    ),
}

ACTIONS: dict[str, str] = {
    "action.source.add": mark("new source {source}"),
    "action.source.change": mark("source {source}"),
    "action.source.remove": mark("removed source {source}"),
    "action.source.gather": mark("source {source} made of a text, cells: {count}"),
    "action.source.file": mark("file {file} kept with {source}"),
    "action.source.no_file": mark("file {file} taken from {source}"),
    "action.bill.record": mark("bills of {carrier}, {sector}: {count}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
