"""One file for each suffix: its bytes become a Document, or what dinet's own forms hold.

Those forms give a Programme at once; the ones that people edit by hand give a DecodedFile, which
also knows the line or row of each element, so that nothing is read twice to tell of it.

To add a format: a file here with the suffix as its name, a docstring of which the first line
says what it is (and a line ``Suffixes:`` when it has others), and a function ``read(data:
bytes, name: str)``. The libraries of the format are imported at the top of that file only. What
several files need goes into a folder beside them. A reader tells what the document holds and
nothing of what it means; what it leaves out it notes.
"""
