"""Sentences of heat networks, the plants that feed them, and electricity made locally."""

from kbdesk.texts.marking import mark

ERRORS = {
    "plant.no_name": mark("The plant has no name: type one, for example “Heating plant North”."),
    "plant.name_taken": mark("There is already a plant “{plant}” in {year}: choose another name, or edit that one."),
    "plant.not_a_number": mark("{field}: “{found}” is not a number. Type digits, for example 1250."),
    "plant.negative": mark("{field}: “{found}” is below 0. Type 0 or more, or leave it empty."),
    "plant.efficiency": mark("{field}: “{found}” is not possible. Type percent, more than 0 and at most 150."),
    "plant.fuel_twice": mark("{carrier} stands there twice: add the two amounts and type one."),
    "plant.no_fuel": mark("{plant} {year} has no fuel: choose one and type how much of it went in [MWh]."),
    "plant.no_heat": mark("{plant} {year} has no heat: type how much went into the network [MWh]."),
    "plant.no_factor": mark("{plant} {year}: the factor set has no factor for {carrier}. Choose another fuel."),
    "plant.no_temperature": mark(
        "{plant} {year} makes electricity too: type the temperature of the heat network [°C], the exergetic split "
        "needs it."
    ),
    "plant.too_cold": mark(
        "{plant} {year}: heat of {found} °C has no exergy. Type the temperature of the network, for example 85."
    ),
    "plant.sold": mark(
        "{plant} {year}: {sold} MWh cannot be sold of {heat} MWh fed in. Type more than 0 and at most the heat fed in."
    ),
    "electricity.no_consumption": mark(
        "No electricity is entered for {year} yet: the local factor needs the consumption of the whole municipality."
    ),
    "electricity.no_national": mark("The factor set has no factor for electricity in {year}."),
    "electricity.oversold": mark(
        "More certified electricity is sold than made and bought here: {sold} MWh of {own} MWh. Check both."
    ),
    "electricity.emissions_alone": mark(
        "{field}: emissions without an amount of electricity. Type the amount [MWh] first."
    ),
    "electricity.oversold_t": mark(
        "The emissions of what is sold are higher than those of what is made and bought: {sold} t of {own} t. "
        "Check both."
    ),
    "electricity.side_information": mark(
        "BISKO counts electricity by the federal mix: a local factor would drop the label “BISKO-conform”. The local "
        "mix is side information only."
    ),
}

ACTIONS = {
    "action.plant.added": mark("new plant: {name} {year}"),
    "action.plant.changed": mark("plant: {name} {year}"),
    "action.plant.removed": mark("plant deleted: {name} {year}"),
    "action.plant.factor": mark("local factor from plants: {carrier} {year}, {value} t/MWh"),
    "action.electricity.amount": mark("local electricity {year}: {value}"),
    "action.electricity.source": mark("source of local electricity {year}"),
    "action.electricity.factor": mark("local electricity factor {year}: {value} t/MWh"),
}

SENTENCES = {**ERRORS, **ACTIONS}
