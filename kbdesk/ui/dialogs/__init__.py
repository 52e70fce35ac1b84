"""Dialogs: only where something has to be decided before the program can go on."""
