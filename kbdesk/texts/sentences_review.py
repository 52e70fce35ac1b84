"""Sentences of findings, of what the BISKO label lacks, and of what the calculating rules refuse."""

from kbdesk.texts.marking import mark

FINDINGS = {
    "entry.not_a_number": mark(
        "{sector}, {carrier}, {year}: “{text}” is not a number. Type digits with one decimal mark, or delete it."
    ),
    "entry.no_value": mark(
        "{sector}, {carrier}, {year}: there is a remark but no value. "
        "Enter a value or a notation key, or delete the remark."
    ),
    "entry.unit_missing": mark("{sector}, {carrier}, {year}: the unit is missing. Choose the one on the bill."),
    "entry.unit_unknown": mark(
        "{sector}, {carrier}, {year}: the unit “{unit}” does not fit this energy carrier. Choose one from the list."
    ),
    "entry.parameter_missing": mark(
        "{sector}, {carrier}, {year}: this unit needs {parameter} beside the quantity. Enter it to get an energy."
    ),
    "entry.negative": mark(
        "{sector}, {carrier}, {year}: {value} is negative. Consumption is 0 or more; correct the value."
    ),
    "entry.year_out_of_range": mark(
        "Inventory year {year} is outside {earliest} to {latest}. Move its values to the right year."
    ),
    "entry.place_unusual": mark(
        "{sector}, {carrier}, {year}: this energy carrier does not occur in this sector. Check the place of the value."
    ),
    "entry.group_and_leaf": mark(
        "{carrier}, {year}: values stand at “{sector}” and at single sectors. Check that nothing is counted twice."
    ),
    "entry.ungraded": mark("{year}: the data quality of the year is undefined. Values without a grade: {count}."),
    "population.missing": mark("{year}: the inhabitants are missing. Enter them to get emissions per inhabitant."),
    "factor.missing": mark(
        "{carrier}, {year}: the factor set has no emission factor. Enter a local factor with its source."
    ),
    "factor.provisional": mark(
        "{carrier}, {year}: the factor of {used_year} serves provisionally, as the factor set has none for {year}."
    ),
    "gas.calorific_value": mark(
        "{sector}, {carrier}, {year}: a calorific value of {value} kWh/m³ is unusual. "
        "Usual are {minimum} to {maximum}; compare it with the bill."
    ),
    "gas.calorific_value_impossible": mark(
        "{sector}, {carrier}, {year}: a calorific value of {value} kWh/m³ is not possible. "
        "Possible are {minimum} to {maximum}; correct it from the bill."
    ),
    "inventory.partial": mark(
        "{year}: only {covered} of the {all} key sectors (municipal buildings, services, households, transport) have "
        "values, at least {needed} are needed. The total of the year says little until then."
    ),
    "inventory.not_estimated": mark("{year}: the total lacks what is marked as not estimated (NE). Places: {count}."),
}

CONFORMITY = {
    "conformity.factor_set": mark("The inventory uses the factor set “{set}” instead of BISKO."),
    "conformity.local_factor": mark("{carrier}: a local factor replaces the BISKO factor."),
    "conformity.cell_missing": mark("{sector}, {carrier}: a value or an explicit 0 is missing."),
    "conformity.transport_missing": mark("{sector}: a value or an explicit 0 is missing."),
    "conformity.grade_missing": mark("Values without a data quality grade: {count}."),
    "conformity.incomplete": mark("Values without emissions: {count}."),
}

RULES = {
    "number.scale_word": mark(
        "“{found}” contains a word for a thousand or more: write the number out, or choose a larger unit."
    ),
    "number.too_long": mark("“{found}” has too many digits: at most 28 can be kept exactly."),
    "heat_and_power.temperature_too_low": mark(
        "The heat of the plant has {found} K: its temperature must be above {minimum} K. "
        "Enter kelvin, not degrees Celsius."
    ),
    "heat_and_power.no_share": mark("The share of electricity is {found}: enter a value from 0 to 1."),
    "heat_and_power.no_output": mark(
        "The plant delivers nothing: enter its electricity and heat in MWh, none below 0."
    ),
    "heat_and_power.no_efficiency": mark("The efficiencies of heat and electricity must be greater than 0."),
    "heat_pump.performance_factor": mark(
        "A seasonal performance factor of {found} is not possible: usual are 2.8 to 3.8."
    ),
    "heat_pump.more_than_metered": mark(
        "The heat pumps ({heat} MWh of ambient heat) would use more electricity than was metered ({metered} MWh). "
        "Check both values, or whether the meter contains the heat pumps at all."
    ),
    "local_electricity.negative": mark(
        "Consumption, local production and certified purchases must not be below 0 MWh."
    ),
    "weather.degree_days_missing": mark(
        "The degree days of {year} are missing: enter them, or leave the correction out."
    ),
    "weather.degree_days_not_positive": mark("The degree days of {year} and their mean must be greater than 0."),
}

SENTENCES = {**FINDINGS, **CONFORMITY, **RULES}
