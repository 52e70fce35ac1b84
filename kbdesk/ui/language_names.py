"""What languages call themselves: the same in every language of the window."""

LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}
