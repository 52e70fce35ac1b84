"""Sentences of the council report: what cannot be written, and what was changed in it."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "report.no_year": mark(
        "There is no report about {year}: it has no emissions. Years with emissions: {years}. Enter values, or choose "
        "one of these years."
    ),
    "report.suffix": mark("“{name}” is no kind of report that can be written. Its name has to end in one of: {known}."),
    "report.no_folder": mark("The folder {folder} does not exist. Choose one that does."),
    "report.unwritable": mark(
        "The report was not written to {path}: {reason}. Close it in other programs, or choose another place."
    ),
    "report.too_long": mark(
        "The text has {count} letters; so that all fits on one page it may have at most {longest}. Shorten it."
    ),
    "report.file_unreadable": mark("The file {file} cannot be read: {reason}. Choose another one."),
    "report.file_too_large": mark("The file {file} is too large: at most {limit} MB are kept. Choose a smaller one."),
    "report.no_picture": mark("{file} is no picture that can be read. Choose a PNG or JPEG file."),
    "report.logo_too_large": mark(
        "The picture {file} has {width} × {height} dots, far more than a logo needs. Choose a smaller one."
    ),
    "report.no_template_file": mark(
        "{file} cannot serve as a template. Choose a Word document without macros (docx or dotx)."
    ),
    "action.report.title": mark("Title of the report changed"),
    "action.report.intro": mark("Introduction of the report changed"),
    "action.report.closing": mark("Closing words of the report changed"),
    "action.report.contact": mark("Contact in the report changed"),
    "action.report.cause": mark("Cause in the report of {year} changed"),
    "action.report.causes_proposed": mark("Causes in the report of {year} as proposed"),
    "action.report.part_in": mark("Part of the annex taken in"),
    "action.report.part_out": mark("Part of the annex left out"),
    "action.report.logo": mark("Logo of the report chosen: {file}"),
    "action.report.no_logo": mark("Logo of the report removed"),
    "action.report.template": mark("Template of the report chosen: {file}"),
    "action.report.no_template": mark("Template of the report removed"),
}
