"""``python -m dinet``: the same as the command ``dinet``."""

from dinet.cli import program

program()
