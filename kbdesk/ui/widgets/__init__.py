"""Small parts of the window that know nothing of the places they stand in."""
