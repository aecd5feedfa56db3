"""Counts typed in prose, held against what the entry itself names, lists and keeps as data."""
