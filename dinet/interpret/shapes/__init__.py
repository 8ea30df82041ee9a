"""One file for each shape that a table can have.

A new shape is a new file here, asked by ``interpret``.
"""
