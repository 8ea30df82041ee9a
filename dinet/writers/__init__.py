"""One file for each format: a Network and its findings become bytes.

To add a format: a file here with the format's name, a docstring of which the first line says
what it is, and a function ``write(network, findings, profile)`` that returns bytes. The library
of the format is imported at the top of that file. A writer never opens a file and prints
nothing; text is escaped where it enters the format. What several writers need goes into a
folder.
"""
