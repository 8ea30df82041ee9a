"""One file for each shape that a table can have; a folder is the registry.

The docstring of a shape says what it looks like (a table in Markdown), how that is read (native
YAML), what it must not be mistaken for, and where such tables were met; the tests run the first
two. Its one function is ``read(table, context) -> TableReading | None``: pure, without state, and
asked in no order that matters. It reads the table by itself; what stands elsewhere is only
referred to (``claims.add_reference``), and ``resolve`` settles that when all is read.

All shapes are asked, and the reading that explains most of the words with the fewest
contradictions wins (``shape_choice``, ``explanation``). CONTRIBUTING.md says how to add one.

A shape may hold ``SPOKEN_NAMES``: by language how people call it in a mapping form.
"""
