"""How fast dinet is, as ratios to what it is compared with.

python benchmarks/run.py [SIZE ...]

See README.md here.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from processes import HERE, alternated, answer, child, run

LIBRARIES = "import networkx, pydantic"
MODEL = f"{LIBRARIES}\nfrom pydantic import BaseModel\nclass Model(BaseModel): name: str"
# elements from which the questions are judged; below, every question takes milliseconds
LARGE = 100_000
PAGE_AT_MOST = 10_000  # elements in one page, and in one audit
QUESTIONS = {
    "network": 2.6,
    "coverage and orphans": 1.5,
    "all three": None,
    "efforts_per_goal": 2.5,
    "critical": 2.0,
    "impact": None,
    "shared": None,
    "measurements": None,
}
"""What is asked of a large network, and the most that it may take, in searches by networkx."""

NEEDS = {1000: 20.0, 5000: 40.0}


class Row(NamedTuple):
    """One line of the table.

    Args:
        what: What was measured.
        size: Of the network; None where it has none.
        measured: The figure, as the table shows it.
        ratio: The figure as a multiple of another one.
        against: What that other one is.
        goal: What the ratio is at most; at least, when ``at_least``. None: there is no goal.
    """

    what: str
    size: int | None
    measured: str
    ratio: float
    against: str
    goal: float | None = None
    at_least: bool = False

    @property
    def verdict(self) -> str:
        """``met``, ``MISSED``, or nothing without a goal."""
        if self.goal is None:
            return ""
        return (
            "met"
            if (
                self.ratio >= self.goal
                if self.at_least
                else self.ratio <= self.goal
            )
            else "MISSED"
        )


def start_up(plan: Path, times: int) -> Iterator[Row]:
    """Whole processes on nothing and on a small plan."""
    codes = {
        "python -c pass": "pass",
        "import click": "import click",
        LIBRARIES: LIBRARIES,
        f"{LIBRARIES}; one model": MODEL,
    }
    commands = {
        name: [sys.executable, "-c", code] for name, code in codes.items()
    }
    for words in ("--version", "--help", f"audit {plan}"):
        commands[words.split()[0]] = [
            sys.executable,
            "-m",
            "dinet",
            *words.split(),
        ]
    spent = {
        name: each.seconds
        for name, each in alternated(commands, times).items()
    }
    empty = spent["python -c pass"]
    spent["4 x python -c pass, and click"] = (
        4 * empty + spent["import click"] - empty
    )
    for what, against, goal in (
        ("--version", "4 x python -c pass, and click", 1.0),
        ("--help", "4 x python -c pass, and click", 1.0),
        ("audit", f"{LIBRARIES}; one model", None),
        ("audit", LIBRARIES, 1.35),
    ):
        size = 100 if what == "audit" else None
        yield Row(
            f"dinet {what}",
            size,
            f"{spent[what] * 1000:.0f} ms",
            spent[what] / spent[against],
            against,
            goal,
        )


def in_one_process(size: int, times: int) -> Iterator[Row]:
    """The questions over a network, against one search by networkx.

    They are laid beside themselves at half the size too.
    """
    figures = _medians(child("questions", size, times))
    for half in ("", "half "):
        figures[f"{half}coverage and orphans"] = (
            figures[f"{half}coverage"] + figures[f"{half}orphans"]
        )
        figures[f"{half}all three"] = (
            figures[f"{half}network"] + figures[f"{half}coverage and orphans"]
        )
    for what, goal in QUESTIONS.items():
        measured = f"{figures[what]:.3f} s"
        judged = goal if size >= LARGE else None
        yield Row(
            what,
            size,
            measured,
            figures[what] / figures["search"],
            "one networkx search",
            judged,
        )
        if size >= LARGE:
            yield Row(
                what,
                size,
                measured,
                figures[what] / figures[f"half {what}"],
                "itself at half the size",
                2.3,
            )
    kept = _medians(child("memory", size))
    yield Row(
        "network",
        size,
        f"{kept['network']:.1f} MB",
        kept["network"] / kept["bare graph"],
        "a bare networkx graph",
        1.6,
    )


ASKED = (
    "doelen zonder inspanningen",
    "inspanningen met tekst ~ 'jongeren' en zonder smart-doel of met trekker ~ 'jeugd'",
    "doelen met meer dan 3 inspanningen en met (smart-doelen zonder bron)",
)
"""Questions in words, each with other things to do."""
ASKED_AT_MOST = 0.5
"""Seconds for a question in words, its table included, beyond reading the document."""


def in_words(plan: Path, size: int, times: int) -> Iterator[Row]:
    """Questions in words, each of a network that was not asked before."""
    figures = _medians(child("words", str(plan), times, *ASKED))
    for question in ASKED:
        seconds = figures[question]
        yield Row(
            question[: len("doelen zonder inspanningen")],
            size,
            f"{seconds:.3f} s",
            seconds / ASKED_AT_MOST,
            f"{ASKED_AT_MOST} s",
            1.0,
        )


def of_a_document(plan: Path, size: int, times: int) -> Iterator[Row]:
    """Reading, audit and page, against one search by networkx."""
    figures = _medians(child("document", plan, times))
    for what in ("reading", "audit", "page"):
        yield Row(
            what,
            size,
            f"{figures[what]:.3f} s",
            figures[what] / figures["search"],
            "one networkx search",
        )


def _medians(command: Sequence[str]) -> dict[str, float]:
    return {
        what: median(figures)
        for what, figures in json.loads(answer(command)).items()
    }


def whole_process(
    plan: Path, size: int, needs: str | None, times: int
) -> Iterator[Row]:
    """Read, audit, coverage and page by one command, against 150 MB and against sphinx-needs."""
    page = plan.with_suffix(".html")
    command = [
        sys.executable,
        "-m",
        "dinet",
        "write",
        str(plan),
        "--format",
        "html",
        "-o",
        str(page),
    ]
    commands: dict[str, Sequence[str]] = {"dinet": command}
    if needs:
        project = plan.with_suffix("")
        answer(
            [sys.executable, str(HERE / "needs.py"), str(size), str(project)]
        )
        commands["sphinx-needs"] = [
            needs,
            "-m",
            "sphinx",
            "-E",
            "-a",
            "-q",
            "-b",
            "html",
            str(project),
            f"{project}-out",
        ]
    spent = alternated(commands, times)
    own = spent["dinet"]
    what = "read, audit, coverage, page"
    yield Row(
        what,
        size,
        f"{own.megabytes:.0f} MB",
        own.megabytes / 150,
        "150 MB",
        1.0 if size <= 5000 else None,
    )
    if needs:
        faster = spent["sphinx-needs"].seconds / own.seconds
        yield Row(
            what,
            size,
            f"{own.seconds:.2f} s",
            faster,
            "sphinx-needs takes so many times as long",
            NEEDS.get(size),
            True,
        )
        less = spent["sphinx-needs"].megabytes / own.megabytes
        yield Row(
            what,
            size,
            f"{own.megabytes:.0f} MB",
            less,
            "sphinx-needs uses so many times as much",
        )


def usable(needs: str | None) -> str | None:
    """The interpreter, when it can import sphinx-needs."""
    try:
        return (
            needs
            if needs and run([needs, "-c", "import sphinx_needs"])
            else None
        )
    except (OSError, RuntimeError):
        return None


def rows(sizes: Sequence[int], times: int, needs: str | None) -> Iterator[Row]:
    """All lines of the table, as they become known."""
    with TemporaryDirectory() as folder:
        small = _plan(100, folder)
        yield from start_up(small, 2 * times)
        for size in sizes:
            if size <= PAGE_AT_MOST:
                plan = _plan(size, folder)
                yield from of_a_document(plan, size, times)
                yield from in_words(plan, size, times)
                yield from whole_process(plan, size, needs, times)
            yield from in_one_process(size, times)


def _plan(size: int, folder: str) -> Path:
    plan = Path(folder, f"plan-{size}.din.yaml")
    plan.write_bytes(
        answer([sys.executable, str(HERE / "generate.py"), str(size)])
    )
    return plan


def shown(row: Row) -> str:
    """A row as one line of the table."""
    size = f"{row.size:,}" if row.size else ""
    goal = (
        f"{'>=' if row.at_least else '<='} {row.goal:g}"
        if row.goal is not None
        else ""
    )
    return (
        f"{row.what:<30}{size:>10}{row.measured:>10}{row.ratio:>8.2f} "
        f"x {row.against:<42}{goal:<8}{row.verdict}"
    ).rstrip()


def main() -> int:
    """Print the table; the exit status is 1 when ``--check`` is given and a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sizes",
        type=int,
        nargs="*",
        default=[1000, 5000],
        help="how many elements; default 1000 5000",
    )
    parser.add_argument(
        "--times",
        type=int,
        default=5,
        help="how often each thing is done; the median counts",
    )
    parser.add_argument(
        "--needs-python",
        help="an interpreter that can import sphinx-needs, to compare with",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="exit with 1 when a goal is missed",
    )
    asked = parser.parse_args()
    needs = usable(asked.needs_python)
    if not needs:
        print(
            "sphinx-needs: left out; --needs-python names no interpreter that can import it."
        )
    missed = False
    for row in rows(asked.sizes, asked.times, needs):
        print(shown(row), flush=True)
        missed = missed or row.verdict == "MISSED"
    return 1 if missed and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
