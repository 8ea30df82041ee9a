"""One file for each shape that a table can have.

A new shape is a new file here, asked by ``shape_choice``; CONTRIBUTING.md says what it holds, and
the examples in its docstring are its test.
"""
