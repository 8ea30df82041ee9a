"""What many rows cost: reading them, telling them as JSON, and auditing what they hold.

python benchmarks/rows.py [--rows N] [--times N]

A table of goals, targets and efforts of which no two texts are the same, read at two sizes, and a
plan in dinet's own format as large, as YAML and as JSON. Every figure is a ratio of two commands of
one run, without the start-up of both. The status is 1 when one is more than it may be.

"Building" the network is ``dinet read``: from the bytes of the document to its elements and links.
Of a table that is finding the columns, cutting the cells and linking the rows; of a plan in dinet's
own form only decoding, which takes a fifth as long, so that the same audit is more times as much.
``dinet audit`` builds the network too, analyses each sentence, compares those that are alike, and
prints. The audit itself is what it takes beyond that building: this is what is judged. The whole
command, with its building, is printed beside it.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generate import generated
from processes import Spent, alternated, asked_numbers

from dinet import Network, write

HEAD = "Doel;SMART-doel;Inspanning\n"
MISSED = "MISSED"
MOST_GROWTH = 2.3
"""Of time and memory, from half of the rows to all: as they do, give or take noise."""
MOST_OF_JSON = 4.0
"""Of the report as JSON, which analyses every target, in readings that tell the counts alone."""
MOST_OF_AUDIT = 3.0
"""Of an audit itself, in buildings of the network from the same document.

A plan in dinet's own form takes more: its building reads no sentence.
"""


class Ratio(NamedTuple):
    """One line of the table: what was divided by what, and how much it may be at most.

    Without a most it is only told.
    """

    name: str
    measured: float
    most: float | None = None

    def verdict(self) -> str:
        """Whether it is as it should be; empty when that is not judged."""
        if self.most is None:
            return ""
        return "met" if self.measured <= self.most else MISSED


def unique_rows(count: int) -> str:
    """A table as CSV in which every text is said once."""
    rows = (
        f"Meer betaalbare woningen voor groep {row} in wijk {row * 7}.;"
        f"In 2028 voelt {row % 90 + 5}% van groep {row} zich veilig in wijk {row * 3}.;"
        f"Organiseren van spreekuren nummer {row} voor buurt {row * 5}.\n"
        for row in range(count)
    )
    return HEAD + "".join(rows)


def spent_by_command(folder: Path, rows: int, times: int) -> dict[str, Spent]:
    """What each command used, start-up among them."""
    small, large = folder / "half.csv", folder / "whole.csv"
    small.write_text(unique_rows(rows // 2), encoding="utf-8")
    large.write_text(unique_rows(rows), encoding="utf-8")
    plan = folder / "plan.din.yaml"
    network = Network(generated(2 * rows))
    plan.write_bytes(write(network, (), "yaml"))
    data = folder / "plan.json"
    data.write_bytes(write(network, (), "json"))
    arguments = {
        "start": ["formats"],
        "half": ["read", str(small)],
        "whole": ["read", str(large)],
        "json": ["read", str(large), "--format", "json"],
        "plan": ["read", str(plan)],
        "plan as JSON": ["read", str(data)],
        "audit": ["audit", str(plan)],
        "audit of JSON": ["audit", str(data)],
        "audit of rows": ["audit", str(large)],
    }
    commands = {
        name: [sys.executable, "-m", "dinet", *words]
        for name, words in arguments.items()
    }
    return alternated(commands, times)


def ratios_of(spent: dict[str, Spent]) -> Iterator[Ratio]:
    """What the commands used, in each other."""
    start = spent["start"].seconds
    seconds = {
        name: max(each.seconds - start, 0.01) for name, each in spent.items()
    }
    yield Ratio(
        "rows / half of them", seconds["whole"] / seconds["half"], MOST_GROWTH
    )
    yield Ratio(
        "memory / of half of them",
        spent["whole"].megabytes / spent["half"].megabytes,
        MOST_GROWTH,
    )
    yield Ratio(
        "as JSON / reading", seconds["json"] / seconds["whole"], MOST_OF_JSON
    )
    for form, audit, building in (
        ("YAML", "audit", "plan"),
        ("JSON", "audit of JSON", "plan as JSON"),
        ("table", "audit of rows", "whole"),
    ):
        whole = seconds[audit] / seconds[building]
        yield Ratio(f"audit / building, {form}", whole - 1, MOST_OF_AUDIT)
        yield Ratio(f"with its building, {form}", whole)


def main() -> int:
    """Print what each command used, and the ratios."""
    asked = asked_numbers(__doc__, rows=5000, times=3)
    with tempfile.TemporaryDirectory() as folder:
        spent = spent_by_command(Path(folder), asked.rows, asked.times)
    for name, each in spent.items():
        sys.stdout.write(
            f"{name:<26}{each.seconds:8.2f} s {each.megabytes:6.0f} MB\n"
        )
    missed = False
    for ratio in ratios_of(spent):
        verdict = ratio.verdict()
        missed = missed or verdict == MISSED
        line = f"{ratio.name:<26}{ratio.measured:8.2f} x {verdict}"
        sys.stdout.write(f"{line.rstrip()}\n")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
