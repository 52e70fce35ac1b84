"""What the program can do, without Qt: one module per activity of the user; every change returns a ``Change``."""
