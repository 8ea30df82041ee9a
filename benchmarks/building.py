"""What ``dinet build`` costs, whole and for each of its formats: python benchmarks/building.py.

Builds the example Hoogeveen and a generated plan, in processes of their own that share one
processor with nothing of ours. Times are processor time, with what child processes used; the
share of a format is its time alone, without start-up, over the sum of all. Formats share work
in a whole build, so that takes less than the sum.
"""

import sys
import tempfile
from pathlib import Path

from generate import generated
from processes import Spent, alternated, asked_numbers

from dinet.api import write
from dinet.application.build_results import BUILT
from dinet.network import Network

EXAMPLE = Path(__file__).parent.parent / "examples" / "hoogeveen.docx"
GOALS = {"hoogeveen": 2.5, "generated": 8.0}
"""Seconds that a whole build may take at most."""


def building(
    document: Path, folder: Path, times: int
) -> tuple[Spent, dict[str, float]]:
    """What a whole build used, and the seconds of each format, the slowest first.

    The seconds are without start-up and reading.
    """
    dinet = [sys.executable, "-m", "dinet"]
    commands = {
        "build": [*dinet, "build", str(document), "-o", str(folder)],
        "read": [*dinet, "audit", str(document)],
        **{
            name: [
                *dinet,
                "write",
                str(document),
                "--format",
                name,
                "-o",
                str(folder / name),
            ]
            for name in BUILT
        },
    }
    spent = alternated(commands, times)
    alone = {
        name: max(spent[name].seconds - spent["read"].seconds, 0.0)
        for name in BUILT
    }
    return spent["build"], dict(
        sorted(alone.items(), key=lambda each: -each[1])
    )


def main() -> None:
    """Print a table for each document; the status is 1 when a build takes more than it may."""
    wanted = asked_numbers(__doc__, elements=300, times=3)
    missed = False
    with tempfile.TemporaryDirectory() as name:
        plan = Path(name) / "plan.din.yaml"
        plan.write_bytes(
            write(Network(generated(wanted.elements, 1)), (), "yaml")
        )
        for of, document in zip(GOALS, (EXAMPLE, plan), strict=True):
            whole, alone = building(document, Path(name) / of, wanted.times)
            verdict = "reached" if whole.seconds <= GOALS[of] else "MISSED"
            missed = missed or verdict == "MISSED"
            print(
                f"{of}: {whole.seconds:.2f} s {whole.megabytes:.0f} MB, "
                f"wanted {GOALS[of]:.1f} s: {verdict}"
            )
            for each, seconds in alone.items():
                print(
                    f"    {each:8} {seconds:6.2f} s {seconds / (sum(alone.values()) or 1):5.0%}"
                )
    sys.exit(missed)


if __name__ == "__main__":
    main()
