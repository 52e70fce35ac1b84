"""Sentences of findings, of what the BISKO label lacks, and of what the calculating rules refuse."""

from kbdesk.texts.marking import mark
from kbdesk.texts.sentences_series import SERIES

ENTRIES = {
    "entry.not_a_number": mark(
        "{sector}, {carrier}, {year}: “{text}” is not a number. Type digits with one decimal mark, or delete it."
    ),
    "entry.words_unknown": mark(
        "{sector}, {carrier}, {year}: “{words}” in “{text}” is no unit here. Choose the unit beside the quantity."
    ),
    "entry.no_value": mark(
        "{sector}, {carrier}, {year}: there is a remark but no value. Enter a value or a notation key, or delete "
        "the remark."
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
        "{sector}, {carrier}, {year}: a calorific value of {value} kWh/m³ is unusual. Usual are {minimum} to "
        "{maximum}; compare it with the bill."
    ),
    "gas.calorific_value_impossible": mark(
        "{sector}, {carrier}, {year}: a calorific value of {value} kWh/m³ is not possible. Possible are {minimum} "
        "to {maximum}; correct it from the bill."
    ),
    "transport.fleet_larger": mark(
        "{year}: the municipal fleet needs {value} MWh, all road transport only {road} MWh. In BISKO the fleet is part "
        "of road transport and not added to it; enter road transport, or check both values."
    ),
    "heat_pump.twice": mark(
        "{year}: {heat} MWh of ambient heat need about {value} MWh of electricity, which BISKO counts with the heat. "
        "Say under Base data, accounting rules, whether the metered electricity contains it; then it is taken off."
    ),
    "heat_pump.more_than_metered": mark(
        "{sector}, {year}: the heat pumps ({heat} MWh of ambient heat) would need {value} MWh of electricity, but only "
        "{metered} MWh were metered. All of it is taken off; check both values, or whether the meters contain the "
        "heat pumps at all."
    ),
    "heat_pump.series_ends": mark(
        "{sector}, {year}: {last_year} has ambient heat, this year has not. About {value} MWh of electricity of heat "
        "pumps are no longer taken off. Enter the ambient heat, or 0 where there is none any more."
    ),
    "transport.cars": mark(
        "{year}: {value} cars for 1000 inhabitants, usual are {minimum} to {maximum}. Check the numbers of vehicles "
        "and the inhabitants, or say why."
    ),
    "transport.distance": mark(
        "{sector}, {carrier}, {year}: a car that drives {value} km in a year, usual are {minimum} to {maximum}. Check "
        "the kilometres per vehicle, or say why."
    ),
    "oil.calorific_value": mark(
        "{sector}, {carrier}, {year}: {value} kWh per litre is not the net calorific value of heating oil. Usual "
        "are {minimum} to {maximum}; probably the gross value was taken."
    ),
    "inventory.partial": mark(
        "{year}: only {covered} of the {all} key sectors (municipal buildings, services, households, transport) "
        "have values, at least {needed} are needed. The total of the year says little until then."
    ),
    "inventory.not_estimated": mark("{year}: the total lacks what is marked as not estimated (NE). Places: {count}."),
}

EXPECTED = {
    "entry.expected": mark(
        "{sector}, {carrier}, {year}: a value is expected here, as in the year it was carried forward from. Enter "
        "it, or a notation key."
    ),
    "entry.expected_after": mark(
        "{sector}, {carrier}, {year}: a value is expected here. In {last_year} it was {last} MWh. Enter it, or a "
        "notation key."
    ),
    "entry.carried_key": mark(
        "{sector}, {carrier}, {year}: the notation key {key} was carried forward. Confirm that it still holds."
    ),
    "entry.contained_unknown": mark(
        "{sector}, {carrier}, {year}: it is not said where the value is included. Name the sector and energy carrier."
    ),
    "entry.contained_nowhere": mark(
        "{sector}, {carrier}, {year}: the value is said to be included in “{containing}”, but no value stands "
        "there. Enter it there, or name another place."
    ),
    "entry.container_smaller": mark(
        "{sector}, {carrier}, {year}: it is said to be included in “{containing}” with {whole} MWh, but was {last} "
        "MWh by itself in {last_year}. Check both."
    ),
    "entry.absent": mark(
        "{sector}, {carrier}, {year}: a value stands here, although the guide was told that this does not exist in "
        "the municipality. Correct the answer or the value."
    ),
    "entry.grade_unlikely": mark(
        "{sector}, {carrier}, {year}: grade A, but the source is an estimate or a national figure. Choose grade C "
        "or D, or another source."
    ),
    "entry.round": mark(
        "{year}: round numbers, probably estimated. Values that end in three zeros: {count}. Give them grade C or "
        "D, or ask for the exact number."
    ),
    "entry.too_precise": mark(
        "{year}: more digits than their grade C or D justifies. Values: {count}. Round them, or raise the grade if "
        "they were measured."
    ),
    "source.earlier": mark(
        "{sector}, {carrier}, {year}: the source is of {source_year}, older than the year. Check which year the "
        "letter is about."
    ),
    "bills.gap": mark(
        "{sector}, {carrier}, {year}: the bills do not cover the whole year. Days without a bill: {days}. Add the "
        "missing bill."
    ),
}

VALUES = {
    "value.unit": mark(
        "{sector}, {carrier}, {year}: {kwh} kWh per inhabitant, usual are {low} to {high}. Probably the letter says "
        "{other_unit}, which makes {corrected} MWh: take {other_unit}, or confirm the value."
    ),
    "value.unit_after": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh. Probably the letter says "
        "{other_unit}, which makes {corrected} MWh: take {other_unit}, or confirm the value."
    ),
    "value.reading": mark(
        "{sector}, {carrier}, {year}: {kwh} kWh per inhabitant, usual are {low} to {high}. Probably “{text}” means "
        "{meant}, which makes {corrected} MWh: take it, or confirm the value."
    ),
    "value.reading_after": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh. Probably “{text}” means "
        "{meant}, which makes {corrected} MWh: take it, or confirm the value."
    ),
    "value.decimal_slip": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh. A digit or the decimal mark "
        "may be wrong: compare it with the letter, or confirm the value."
    ),
    "gas.basis": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh ({change} %). Just as much is "
        "between gross and net. If the letter says {other_unit}, take it; if not, confirm the value."
    ),
    "gas.basis_changed": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh ({change} %), in gross instead "
        "of net or the other way round. If the letter says {other_unit}, take it; if not, confirm the value."
    ),
    "value.jump": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh ({change} %). So much rarely "
        "changes: compare it with the letter, or say why."
    ),
    "value.jump_delivered": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh ({change} %). Delivery is not "
        "use: take the mean of some years, or say why."
    ),
    "value.change": mark(
        "{sector}, {carrier}, {year}: {value} MWh, in {last_year} it was {last} MWh ({change} %). Compare both with "
        "their letters, or say why."
    ),
    "value.repeated": mark(
        "{sector}, {carrier}, {year}: “{text}” stands in {last_year} too. Probably copied over: compare it with the "
        "letter, or confirm the value."
    ),
    "value.usual": mark(
        "{sector}, {carrier}, {year}: {kwh} kWh per inhabitant, usual are {low} to {high}. Check number, unit and "
        "sector, or say why."
    ),
    "value.tiny": mark(
        "{sector}, {carrier}, {year}: only {value} MWh in the whole municipality. Check the unit, or confirm the value."
    ),
    "carrier.unit": mark(
        "{carrier}, {year}: {kwh} kWh per inhabitant, usual are {low} to {high}. Probably {other_unit} was meant "
        "where {typed_unit} stands, values: {count}. Take {other_unit} for them, or confirm the values."
    ),
    "carrier.usual": mark(
        "{carrier}, {year}: {kwh} kWh per inhabitant over all sectors, usual are {low} to {high}. Check whether "
        "values are missing, counted twice or in another unit, or say why."
    ),
    "carrier.ratio": mark(
        "{carrier}, {year}: {value} MWh over all sectors, in {last_year} it was {last} MWh ({change} %). So much "
        "rarely changes in a year: check the values, or say why."
    ),
    "sector.usual": mark(
        "{group}, {year}: {kwh} kWh per inhabitant over all energy carriers, usual are {low} to {high}. Check "
        "whether values are missing, counted twice or in the wrong sector, or say why."
    ),
    "sector.ratio": mark(
        "{group}, {year}: {value} MWh over all energy carriers, in {last_year} it was {last} MWh ({change} %). So "
        "much rarely changes in a year: check the values, or say why."
    ),
    "sector.municipal_larger": mark(
        "{year}: everything municipal uses {value} MWh, more than commerce and services with {whole} MWh. Probably "
        "a value stands in the wrong sector."
    ),
    "weather.contrary": mark(
        "{year}: heating ({heat} %) and degree days ({cold} %) changed in opposite directions since {last_year}. "
        "Check the values of gas, oil, wood and heat, or say why."
    ),
    "population.small": mark(
        "{year}: {value} inhabitants are hardly a municipality. Check whether the number is complete, or confirm it."
    ),
    "population.changed": mark(
        "{year}: {value} inhabitants, in {last_year} there were {last} ({change} %). Compare it with the official "
        "statistics, or say why."
    ),
    "energy.per_inhabitant": mark(
        "{year}: {value} MWh per inhabitant. Possible are {minimum} to {maximum}: probably values are in the wrong "
        "unit."
    ),
    "emissions.per_inhabitant": mark(
        "{year}: {value} t per inhabitant. Plausible are less than {maximum} t: check the largest values and their "
        "factors, or say why."
    ),
    "factor.fossil_low": mark(
        "{carrier}, {year}: a local factor of {value} t/MWh is too low for a fossil fuel, at least {minimum} are "
        "usual. Check its unit, or say why."
    ),
    "factor.outdated": mark(
        "{carrier}, {year}: the local factor was computed from data that now give another one. Renew it under base "
        "data."
    ),
    "factor.electricity_high": mark(
        "{carrier}, {year}: a local factor of {value} t/MWh is above the highest national one of {maximum} t/MWh. "
        "Check its unit, or say why."
    ),
    "inventory.reason_missing": mark(
        "{year}: notation keys NE or C without a reason. Places: {count}. Write the reason into their notes."
    ),
    "inventory.weak": mark(
        "{year}: the largest emissions rest on national figures (grade D). Of the three largest: {count}. Ask for a "
        "letter with real figures."
    ),
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
        "The heat of the plant has {found} K: its temperature must be above {minimum} K. Enter kelvin, not degrees "
        "Celsius."
    ),
    "heat_and_power.no_share": mark("The share of electricity is {found}: enter a value from 0 to 1."),
    "heat_and_power.no_output": mark(
        "The plant delivers nothing: enter its electricity and heat in MWh, none below 0."
    ),
    "heat_and_power.no_efficiency": mark("The efficiencies of heat and electricity must be greater than 0."),
    "heat_pump.performance_factor": mark(
        "A seasonal performance factor of {found} is not possible: usual are 2.8 to 3.8."
    ),
    "local_electricity.negative": mark(
        "Consumption, local production and certified purchases must not be below 0 MWh."
    ),
    "weather.degree_days_missing": mark(
        "The degree days of {year} are missing: enter them, or leave the correction out."
    ),
    "weather.degree_days_not_positive": mark("The degree days of {year} and their mean must be greater than 0."),
}

FINDINGS = {**ENTRIES, **EXPECTED, **VALUES, **SERIES}
"""A sentence for every check of ``resources/findings``."""

SENTENCES = {**FINDINGS, **CONFORMITY, **RULES}
