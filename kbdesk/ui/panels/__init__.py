"""The ways of entering values: as a form, as the grid of a year, as the grid of an energy carrier over the years."""
