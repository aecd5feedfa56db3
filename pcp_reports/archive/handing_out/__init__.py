"""Versions taken out of the archive: copied, made again, handed over."""
