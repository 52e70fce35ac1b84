"""Sentences of errors, actions and verdicts of the program as a whole."""

from kbdesk.texts.marking import mark

ERRORS = {
    "program.failed": mark(
        "Something went wrong in the program itself ({error}): nothing saved is lost; the report is in {log}."
    ),
    "program.option_without_value": mark("A value is missing after {option}: write for example “{option} VALUE”."),
    "program.language": mark("There is no language “{found}”. Known languages: {known}."),
    "program.unknown_option": mark("There is no option “{option}”: see “kbdesk --help”."),
    "program.unknown_command": mark("“{found}” is neither a command nor a file that is there: see “kbdesk --help”."),
    "program.no_screen": mark(
        "There is no screen to show the window on: start kbdesk from the desktop or use a command (“kbdesk --help”)."
    ),
    "factor_set.unknown": mark("There is no factor set “{set}”. Known sets: {known}."),
    "municipality.no_name": mark("The municipality has no name: type one or choose it from the list."),
    "municipality.wording": mark(
        "“{found}” cannot be the name or code of a municipality: "
        "write it in one line, without control characters, at most {longest} characters long."
    ),
    "municipality.country": mark(
        "“{found}” is not the code of a country: write two letters as in ISO 3166, for example DE, HR or GR."
    ),
    "municipality.language": mark("“{found}” is not the code of a language: write two letters, for example de or hr."),
    "municipality.base_year": mark("The base year {found} does not fit: choose a year from 1990 to {last}."),
    "number.not_a_number": mark("“{found}” is not a number: type digits with one decimal mark, for example 1,234.5."),
    "number.not_positive": mark("“{found}” does not fit here: type a number greater than 0, or leave the field empty."),
    "cell.empty": mark("Nothing is recorded for {sector}, {carrier}, {year}: enter a value first."),
    "submission.read_only": mark(
        "{path} is open for reading only, so no submission can be entered in its register: open it for writing first."
    ),
    "submission.no_year": mark("There are no values for {year} to submit. Years with values: {years}."),
    "submission.blocked": mark("The submission of {year} is blocked. Errors: {count}. The first: {first}"),
    "export.not_written": mark("{path} could not be written ({reason}): choose another folder or free some space."),
    "compare.no_year": mark("There are no emissions of {year} to compare. Years with emissions: {years}."),
    "compare.same_year": mark("{year} cannot be compared with itself: name two years."),
    "cli.usage": mark("“{command}” was not understood ({message}): see “{command} --help”."),
    "cli.years": mark("“{found}” is not a list of years: write for example 2010,2015-2018."),
    "cli.unknown_id": mark("{what} “{found}” is unknown. Known: {known}."),
    "cli.chart_usage": mark("A chart needs a document, a kind and --out PATH. Kinds: {kinds}."),
    "cli.year_needed": mark("A submission and the Covenant's tables need --year. Years with values: {years}."),
}

ACTIONS = {
    "action.entry.quantity": mark("{carrier}, {sector} {year}: {before} → {after}"),
    "action.entry.unit": mark("unit of {carrier}, {sector} {year}: {value}"),
    "action.entry.parameters": mark("conversion of {carrier}, {sector} {year}: {value}"),
    "action.entry.grade": mark("data quality of {carrier}, {sector} {year}: {value}"),
    "action.entry.source": mark("source of {carrier}, {sector} {year}"),
    "action.entry.note": mark("note on {carrier}, {sector} {year}"),
    "action.entry.notation_key": mark("{carrier}, {sector} {year}: {value}"),
    "action.entry.clear": mark("deleted values: {count}"),
    "action.entry.paste": mark("pasted values: {count}"),
    "action.base.datum": mark("{indicator} {year}: {value}"),
    "action.base.source": mark("source of {indicator} {year}"),
    "action.factor.local": mark("local factor of {carrier} {year}: {value} t/MWh"),
    "action.published.total": mark("published total {year}: {value} t"),
    "action.municipality.rules": mark("factor set {factor_set}, base year {base_year}"),
    "action.heat_pumps.declared": mark("what metered electricity contains of heat pumps"),
    "action.import": mark("import of {file}, rows: {count}"),
}

VERDICTS = {
    "verdict.on_track": mark("on track"),
    "verdict.off_track": mark("off track"),
    "verdict.reached": mark("target reached"),
    "verdict.not_assessable": mark("not assessable"),
    "verify.intact": mark("intact: as the sender released it"),
    "verify.edited": mark("edited: the sheets say something else than the payload, which counts"),
    "verify.damaged": mark("damaged: the payload or its hash is broken, ask for the file again"),
    "verify.newer": mark("newer: written by a newer program version, update kbdesk to read it"),
    "verify.foreign": mark("foreign: this is not a submission of kbdesk"),
    "backup_reason.daily": mark("daily backup"),
    "backup_reason.on-demand": mark("backup on demand"),
    "backup_reason.before-import": mark("before an import"),
    "backup_reason.before-migration": mark("before the file format changed"),
    "backup_reason.before-restore": mark("before a restore"),
    "backup_reason.submission": mark("as submitted"),
    "level.error": mark("error"),
    "level.warning": mark("warning"),
    "level.note": mark("note"),
}

SENTENCES = {**ERRORS, **ACTIONS, **VERDICTS}
