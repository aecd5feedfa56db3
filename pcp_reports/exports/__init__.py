"""The grants ledger in forms that others read: CSV, an Excel workbook, 360Giving JSON. Nothing exempt is in any of them."""
