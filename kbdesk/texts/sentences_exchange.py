"""Sentences of the exchange codes: whole files first, then rows of a table, then submissions."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "import.missing": mark("There is no file “{file}”. Check the name and the folder."),
    "import.folder": mark("“{file}” is a folder. Choose a table in it (csv or xlsx)."),
    "import.no_file": mark("“{file}” is no file with a table but a device or a connection. Name a csv or xlsx file."),
    "import.unreadable": mark(
        "The file “{file}” cannot be read ({reason}). Close it in other programs or copy it here."
    ),
    "import.empty": mark("The file “{file}” is empty. A table with a header row is expected."),
    "import.header_only": mark("The file “{file}” has a header but no rows below it."),
    "import.not_a_table": mark("“{file}” is no table that can be read. Save it as xlsx or csv and import that."),
    "import.undecodable": mark("The text of “{file}” is in no known encoding. Save it as CSV UTF-8 and import that."),
    "import.broken_csv": mark(
        "“{file}” cannot be read from row {row} on: a quotation mark is not closed or a cell is too long."
    ),
    "import.broken_xlsx": mark(
        "The workbook “{file}” is damaged or not an xlsx file. Open it, save it anew as xlsx and import that."
    ),
    "import.old_workbook": mark(
        "“{file}” is an old workbook (.xls) or protected by a password. Save it as xlsx without a "
        "password and import that."
    ),
    "import.too_large": mark(
        "“{file}” is too large to be a table of an inventory ({size_mb} MB, at most {limit_mb} MB). "
        "Leave out what is not needed."
    ),
    "import.too_large_inside": mark(
        "“{file}” unpacks to more than {limit_mb} MB. Copy the rows that are needed into a new workbook "
        "and import that."
    ),
    "import.too_many_rows": mark("“{file}” has more than {limit} rows. Split it or leave out what is not needed."),
    "import.too_many_cells": mark("“{file}” has more than {limit} cells. Leave out columns that are not needed."),
    "import.no_such_sheet": mark("“{file}” has no sheet “{sheet}”. Its sheets: {sheets}."),
    "import.no_sheets": mark("“{file}” is a text file and has no sheet “{sheet}”."),
    "import.no_header": mark(
        "No header row of a known table was found in “{file}”. Found: {found}. Expected one of: {expected}"
    ),
    "import.column_twice": mark(
        "The column “{column}” stands twice in the header of “{file}”. Delete or rename one of them."
    ),
    "import.mapping_unreadable": mark("The mapping “{file}” is no readable JSON file."),
    "import.mapping_part": mark("The mapping “{file}” has a wrong part “{part}”. Expected: {expected}"),
    "import.mapping_column": mark("The mapping “{file}” names an unknown column “{column}”. Known columns: {known}."),
    "import.rejected_unwritable": mark("The table of rejected rows “{file}” cannot be written ({reason})."),
    "import.cell_date": mark(
        "Column “{column}” holds a date ({found}) where a number is expected. Type the number into a "
        "cell formatted as text."
    ),
    "import.cell_boolean": mark("Column “{column}” holds {found}, which is no number."),
    "import.cell_error": mark("Column “{column}” holds the spreadsheet error {found}. Put the value in its place."),
    "import.cell_formula": mark(
        "Column “{column}” holds a formula without a stored result ({found}). Open and save the "
        "workbook, or put the value in."
    ),
    "import.cell_merged": mark("Column “{column}” is part of merged cells. Unmerge them and fill in every row."),
    "import.text_too_long": mark("The text in column “{column}” is longer than {expected} characters."),
    "import.year": mark("Column “{column}” holds “{found}”; a year from 1900 to 2100 is expected, such as 2020."),
    "import.not_a_number": mark(
        "Column “{column}” holds “{found}”, which is no number. The unit belongs in its own column."
    ),
    "import.number_too_long": mark(
        "Column “{column}” holds “{found}”, which has more digits than can be kept. At most 28 are possible."
    ),
    "import.number_ambiguous": mark(
        "Column “{column}” holds “{found}”, which can be read in two ways, because the column has numbers with a "
        "decimal point and others with a decimal comma, such as “{expected}”. Write all of them in one way."
    ),
    "import.key_for_number": mark(
        "Column “{column}” holds the notation key “{found}”, where a number is expected. "
        "Notation keys have their own column, notation_key."
    ),
    "import.negative": mark("Column “{column}” holds {found}; a value below 0 is not possible here."),
    "import.zero": mark("Column “{column}” holds {found}; a value above 0 is expected."),
    "import.not_whole": mark("Column “{column}” holds {found}; inhabitants are counted in whole numbers."),
    "import.empty_cell": mark("Column “{column}” is empty; a value is needed there."),
    "import.no_value": mark(
        "Column “{column}” is empty and there is no notation key. Give a value or one of NO, NE, IE, C."
    ),
    "import.value_and_key": mark("Column “{column}”: a value and a notation key exclude each other ({found})."),
    "import.unknown_sector": mark("Column “{column}” holds the unknown sector “{found}”. Did you mean: {expected}"),
    "import.unknown_word": mark(
        "Column “{column}” holds “{found}”, which is unknown here. Expected is an id such as {expected}, or its label."
    ),
    "import.factor_too_large": mark(
        "Column “{column}” holds {found}, which is too large for tonnes per MWh. "
        "Divide values in g/kWh or kg/MWh by 1000."
    ),
    "import.factor_of_direct": mark(
        "Column “{column}” holds “{found}”; direct emissions are entered in tonnes and have no factor. Delete the row."
    ),
    "import.unknown_carrier": mark(
        "Column “{column}” holds the unknown energy carrier “{found}”. Did you mean: {expected}"
    ),
    "import.unknown_indicator": mark(
        "Column “{column}” holds the unknown indicator “{found}”. Did you mean: {expected}"
    ),
    "import.unknown_notation_key": mark(
        "Column “{column}” holds the unknown notation key “{found}”. Expected: NO, NE, IE or C."
    ),
    "import.unknown_place": mark(
        "Column “{column}” holds the unknown place “{found}”. Expected is a sector, or sector and energy carrier with "
        "a slash between."
    ),
    "import.contained_without_key": mark(
        "Column “{column}” says where a value is contained (“{found}”), but the notation key is not IE."
    ),
    "import.unknown_origin": mark("Column “{column}” holds the unknown origin “{found}”. Expected one of: {expected}"),
    "import.carrier_does_not_fit": mark(
        "Column “{column}”: “{found}” does not fit the sector {expected}. Direct emissions belong to "
        "waste, waste water and "
        "other non-energy sectors, energy carriers to all others."
    ),
    "import.unit_not_valid": mark(
        "Column “{column}”: the unit “{found}” does not apply to this energy carrier. Possible: {expected}."
    ),
    "import.parameter_does_not_fit": mark(
        "Column “{column}”: the value {found} is not used with the unit “{expected}”."
    ),
    "import.grade": mark("Column “{column}” holds the grade “{found}”. Expected: A, B, C or D."),
    "import.duplicate": mark("{found} stands more than once in this file, also in row {expected}. Keep one of them."),
    "submission.missing": mark("There is no file “{file}”. Check the name and the folder."),
    "submission.folder": mark("“{file}” is a folder. Name the submission file in it."),
    "submission.no_file": mark("“{file}” is no file but a device or a connection. Name the submission file."),
    "submission.unreadable": mark("The file “{file}” cannot be read ({reason})."),
    "submission.unwritable": mark("The submission “{file}” cannot be written ({reason}). Choose another folder."),
    "submission.too_large": mark(
        "The submission “{file}” would be larger than {limit_mb} MB, more than mail gateways let through. "
        "Shorten notes and sources."
    ),
    "submission.foreign": mark("This file is no submission of this program."),
    "submission.unreadable_workbook": mark("The workbook is damaged and cannot be read. Ask for it to be sent again."),
    "submission.payload_unreadable": mark(
        "The data on the sheet “Transport” are broken and cannot be read. Ask for the file to be sent again."
    ),
    "submission.wrong_shape": mark(
        "The data on the sheet “Transport” do not have the published form ({problem}). "
        "Ask for the file to be sent again."
    ),
    "submission.hash": mark(
        "The data on the sheet “Transport” were changed: their SHA-256 is {found}, stated is {expected}. "
        "Ask for the file to be sent again."
    ),
    "submission.newer": mark(
        "The file was made by a newer program (schema {schema}; this program knows {known}). Update this program."
    ),
    "submission.factor_set_unknown": mark(
        "The factor set “{set}” is not known here, so the totals could not be recomputed. Update this program."
    ),
    "submission.rules_unknown": mark(
        "The results were computed by version {found} of the rules and could not be recomputed; this program knows "
        "version {known} and those before. Update this program."
    ),
    "submission.factor_set_edition": mark(
        "The submission was computed with edition {found} of the factor set “{set}”; "
        "here it was recomputed with {known}."
    ),
    "submission.contradictory": mark("The activity data contradict themselves and could not be recomputed."),
    "submission.other_name": mark("The file is named “{found}”, but its content belongs to “{expected}”."),
    "submission.recomputed": mark(
        "Results that do not follow from the activity data: {count}. The first is {first}. Ask the sender to check."
    ),
    "export.exists": mark("{path} is there already and is not overwritten: choose another folder."),
}
