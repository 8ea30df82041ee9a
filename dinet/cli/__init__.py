"""The command line: parse, call, print.

The only room that knows click, exit statuses and the terminal. What a command does stands in
``application``, what is told in ``report``; nothing may import this room but ``__main__``.

    program       every command with its options; those of ``query`` and ``corpus`` in
                  ``query_program`` and ``corpus_program``
    commands/     what each command does
    answers/      what the terminal shows
    many/         the same commands on folders and patterns
    opening/      ``dinet open``, and ``watching/`` for ``dinet watch``

To add a command: a function in ``program.py`` with its options, of at most ten lines, which calls
a file of ``commands/``. Its docstring is its help, and a key of the Dutch catalogue.
"""

from dinet.cli.program import program

__all__ = ["program"]
