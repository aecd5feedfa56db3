"""Papers for the Police and Crime Panel, written from entries, with every amount proved."""

__version__ = "0.1.0"
