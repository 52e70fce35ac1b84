"""kbdesk: the energy and greenhouse-gas inventory of a municipality."""

__version__ = "0.1.0"
