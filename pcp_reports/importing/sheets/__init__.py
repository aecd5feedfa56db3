"""A sheet of a workbook or a table in text: its values as typed, its headings, what its columns and cells mean."""
