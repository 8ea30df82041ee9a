"""The command line: parse, call, print.

The only room that knows click, exit statuses and the terminal. What a command does stands in
``application``, what is told in ``report``; nothing may import this room but ``__main__``.

To add a command: a function in ``commands.py`` with its options, of at most ten lines, which calls
one of ``document_commands.py`` or of a file of its own. Its docstring is its help, and a key of
the Dutch catalogue.
"""

from dinet.cli.commands import program

__all__ = ["program"]
