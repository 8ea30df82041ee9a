"""Tables: what stands in which row and column, and how what is drawn is cut into pages.

``din_table`` gives goals, what measures or serves them, and their efforts, by theme; every writer
that has a table of these draws that one. ``matrix`` has goals against efforts, ``planning`` efforts
over periods; the ``…_pages`` of these say where they come on paper. To add a table, add a module
with a class or function that takes a network and gives typed rows; it may import the network, the
model and wording, and no writer.
"""
