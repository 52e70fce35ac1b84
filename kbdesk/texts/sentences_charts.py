"""Sentences of the chart codes."""

from kbdesk.texts.marking import mark

SENTENCES = {
    "chart.unknown": mark("There is no chart “{kind}”. Charts: {known}."),
    "chart.no_year": mark("There are no results for {year}. Years with results: {known}."),
    "chart.suffix": mark("A picture cannot be saved as “{name}”: choose a name that ends in {known}."),
    "chart.no_folder": mark("The picture was not saved: there is no folder {folder}."),
    "weather.no_share": mark("“{found}” is no share: enter a percentage from 0 to 100."),
    "action.weather.assumptions": mark("assumptions of the weather correction"),
    "chart.unwritable": mark("The picture could not be written to {path}: {reason}. Choose another folder or name."),
}
