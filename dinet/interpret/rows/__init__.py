"""What the rows of a table with headings say: each cell read once, each statement a mention.

``upright_rows`` goes over the rows; the others say what one kind of cell or row means.
"""
