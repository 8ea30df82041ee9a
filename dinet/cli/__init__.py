"""The command line: parse, call, print.

The only room that knows click, exit statuses and the terminal.
"""

from dinet.cli.commands import program

__all__ = ["program"]
