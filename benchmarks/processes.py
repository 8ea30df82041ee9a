"""Whole processes, measured by what the system says that they used."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

HERE = Path(__file__).parent
FOUND = (0, 1)
"""The exit statuses of a process that did its work; 1 is an audit with findings."""


class Spent(NamedTuple):
    """What a process used: seconds of processor time, and MB of memory at its peak."""

    seconds: float
    megabytes: float


def asked_numbers(about: str | None, **usual: int) -> argparse.Namespace:
    """What the command line of a benchmark asks for.

    Args:
        about: What ``--help`` says of the benchmark.
        usual: Its options by name, each a whole number, with what counts when nothing is asked.
    """
    parser = argparse.ArgumentParser(
        description=about,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, number in usual.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    return parser.parse_args()


def run(command: Sequence[str]) -> Spent:
    """Run a command to its end, silently.

    Raises:
        RuntimeError: It failed; with what it said.
    """
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=_surroundings(),
    )
    assert process.stderr
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in FOUND or "Traceback" in said:
        raise RuntimeError(f"{' '.join(command)} failed:\n{said[-2000:]}")
    per_megabyte = 2**20 if sys.platform == "darwin" else 2**10
    return Spent(
        usage.ru_utime + usage.ru_stime, usage.ru_maxrss / per_megabyte
    )


def alternated(
    commands: dict[str, Sequence[str]], times: int
) -> dict[str, Spent]:
    """For each command the medians of so many runs.

    They take turns, so that a busy moment strikes them all.
    """
    runs: dict[str, list[Spent]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            runs[name].append(run(command))
    return {
        name: Spent(*map(median, zip(*spent, strict=True)))
        for name, spent in runs.items()
    }


def child(part: str, *arguments: object) -> list[str]:
    """The command for one part of children.py."""
    return [
        sys.executable,
        str(HERE / "children.py"),
        part,
        *map(str, arguments),
    ]


def answer(command: Sequence[str]) -> bytes:
    """What a command prints."""
    return subprocess.run(
        command, env=_surroundings(), stdout=subprocess.PIPE, check=True
    ).stdout


def _surroundings() -> dict[str, str]:
    """The dinet that stands beside this folder is measured, whatever is installed.

    What is compiled once is kept, as where dinet is installed: compiling it anew in each process
    takes a third of a small command.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    return kept | {"PYTHONPATH": str(HERE.parent), "PYTHONHASHSEED": "0"}
