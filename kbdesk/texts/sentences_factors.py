"""Sentences of totals that are explained and of factor sets that are added."""

from kbdesk.texts.marking import mark

ERRORS: dict[str, str] = {
    "total.no_year": mark("There are no values of {year} to explain. Years with values: {known}."),
    "factor_set.no_header": mark(
        "“{file}” is no table of emission factors: no row with the columns carrier and t_per_mwh was found. "
        "Known columns: {expected}."
    ),
    "factor_set.country": mark(
        "Column “{column}” holds “{found}”; a country code of two letters is expected, or * for all countries."
    ),
    "factor_set.rows": mark(
        "Nothing was added: “{file}” has rows that cannot be used ({count}). Correct them and choose the file again."
    ),
    "factor_set.id": mark(
        "“{found}” cannot be the short name of a factor set: use small letters without accents, digits, points and "
        "hyphens, for example ministry-2026."
    ),
    "factor_set.taken": mark(
        "There is a factor set “{found}” already, and sets are never replaced. Give this edition a short name of its "
        "own."
    ),
    "factor_set.gas": mark("“{found}” is not known as what factors count. Expected: CO2 or CO2e."),
    "factor_set.no_title": mark("The factor set has no title: type one, as it is called by whoever published it."),
    "factor_set.no_edition": mark("The factor set has no edition: type one, for example 2026."),
    "factor_set.no_reference": mark("The factor set has no source: say who published it, and where."),
    "factor_set.too_long": mark("A text of the factor set is longer than {longest} characters: shorten it."),
}

ACTIONS: dict[str, str] = {
    "action.factor_set.added": mark("factor set added: {set}"),
}

SENTENCES = {**ERRORS, **ACTIONS}
