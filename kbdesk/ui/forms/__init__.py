"""Labelled fields that save on leaving."""
