"""A run of the command line on one small plan, and how it ended."""

from collections.abc import Callable
from typing import NamedTuple

PLAN = """
doelen:
  - tekst: Meer kinderen sporten.
    smart: [In 2028 sport 60% van de kinderen.]
"""
"""What stands in ``plan.din.yaml``."""


class Ended(NamedTuple):
    """The exit status, and what was written to the screen."""

    status: int
    out: str
    err: str


Run = Callable[..., Ended]
