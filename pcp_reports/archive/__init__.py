"""The archive of dated versions: OCFL 1.1 objects under output/archive, and a chained ledger beside them.

Source: the Oxford Common File Layout, version 1.1 (https://ocfl.io/1.1/spec/).
"""
