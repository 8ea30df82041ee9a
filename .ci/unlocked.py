"""Name what is installed here in another version than constraints.txt says; nothing when all is."""

import sys
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CONSTRAINTS = Path(__file__).parent.parent / "constraints.txt"
NOT_LOCKED = {"dinet", "pip", "setuptools"}
"""Ourselves, and what every new environment of Python brings along."""


def find_locked() -> set[tuple[str, str]]:
    """The packages of constraints.txt that this Python and machine take, with their versions."""
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    requirements = [
        Requirement(line)
        for line in lines
        if not line.lstrip().startswith("#")
    ]
    return {
        (canonicalize_name(each.name), str(each.specifier).removeprefix("=="))
        for each in requirements
        if each.marker is None or each.marker.evaluate()
    }


def find_installed() -> set[tuple[str, str]]:
    """The name and version of every package that is installed here."""
    found = {
        (canonicalize_name(each.metadata["Name"]), each.version)
        for each in distributions()
    }
    return {
        (name, version) for name, version in found if name not in NOT_LOCKED
    }


def main() -> None:
    """End with a status of 1 and a list when something stands outside the lock."""
    unlocked = sorted(find_installed() - find_locked())
    if unlocked:
        lines = [f"  {name} {version}" for name, version in unlocked]
        sys.exit(
            "\n".join(
                (
                    "These are not in constraints.txt; .ci/renew puts them there:",
                    *lines,
                )
            )
        )


if __name__ == "__main__":
    main()
