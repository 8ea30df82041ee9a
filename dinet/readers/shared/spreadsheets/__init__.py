"""What the readers of spreadsheets share.

Sheets of cells, in which tables and lines of text stand where people put them.
"""
