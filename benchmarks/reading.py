"""How long each format takes to read, and with how much memory: python benchmarks/reading.py.

Measures the documents of examples/, and a table of efforts at two sizes in every format that
can be made here: HTML, CSV, Markdown and text by this script, Word, Excel, OpenDocument and PDF
by LibreOffice when ``soffice`` is there; Markdown and text also as a list of goals with what is
under them. Times are processor time of whole processes; ``grows`` is the time at the full size
divided by that at half of it, without start-up. The status is 1 when a format grows faster than
it may.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import generated
from processes import Spent, alternated, asked_numbers

from dinet.network import Network

EXAMPLES = Path(__file__).parent.parent / "examples"
OFFICE = {
    "docx": "docx:MS Word 2007 XML",
    "odt": "odt",
    "pdf": "pdf",
    "xlsx": "xlsx",
    "ods": "ods",
}
HEAD = ("Doel", "SMART-doel", "Inspanning")
MOST_GROWTH = 2.3
"""From half of a document to all of it: time grows as the document does, give or take noise."""


def rows(efforts: int) -> Iterator[tuple[str, str, str]]:
    """The rows of a DIN table with about so many efforts, cells repeated in place of merged."""
    network = Network(generated(efforts * 11 // 6, 1))
    for effort in network.efforts:
        goals = network.goals_of(effort)
        targets = [
            each for each in network.serves(effort) if each.kind == "target"
        ]
        if goals:
            yield (
                goals[0].text,
                targets[0].text if targets else "",
                effort.text,
            )


def nested_list(table: list[tuple[str, str, str]]) -> Iterator[str]:
    """The rows as lines of a list: what a row has in common with the one above stands once."""
    above: tuple[str, ...] = ()
    for row in table:
        for depth, (name, text) in enumerate(zip(HEAD, row, strict=True)):
            if text and row[: depth + 1] != above[: depth + 1]:
                yield f"{'  ' * depth}- {name}: {text}\n"
        above = row


def made(folder: Path, efforts: int) -> dict[str, Path]:
    """The same table in every format."""
    table = [HEAD, *rows(efforts)]
    cells = "".join(
        "<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>\n"
        for row in table
    )
    texts = {
        "html": f"<!doctype html><meta charset=utf-8><table border=1>{cells}</table>",
        "csv": "".join(
            ";".join(f'"{text}"' for text in row) + "\n" for row in table
        ),
        "md": "".join(
            "| "
            + " | ".join(row)
            + " |\n"
            + ("|---|---|---|\n" if row is HEAD else "")
            for row in table
        ),
        "txt": "".join("\t".join(row) + "\n" for row in table),
        "list.md": "".join(nested_list(table[1:])),
        "list.txt": "".join(nested_list(table[1:])),
    }
    files = {}
    for name, text in texts.items():
        files[name] = folder / f"plan.{name}"
        files[name].write_text(text, encoding="utf-8")
    for name, kind in OFFICE.items() if shutil.which("soffice") else ():
        source, form = (
            ("csv", "CSV:59,34,76")
            if name in ("xlsx", "ods")
            else ("html", "HTML (StarWriter)")
        )
        command = [
            "soffice",
            "--headless",
            f"--infilter={form}",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(files[source]),
        ]
        subprocess.run(command, capture_output=True, check=True, timeout=600)
        files[name] = folder / f"plan.{name}"
    return {name: file for name, file in files.items() if file.exists()}


def reading(files: dict[str, Path], times: int) -> dict[str, Spent]:
    """What reading each file used."""
    return alternated(
        {
            name: [sys.executable, "-m", "dinet", "read", str(file)]
            for name, file in files.items()
        },
        times,
    )


def main() -> None:
    """Print both tables."""
    wanted = asked_numbers(__doc__, efforts=2000, times=3)
    for name, spent in reading(
        {file.name: file for file in sorted(EXAMPLES.iterdir())}, wanted.times
    ).items():
        print(f"{name:24} {spent.seconds:6.2f} s {spent.megabytes:6.0f} MB")
    with (
        tempfile.TemporaryDirectory() as whole,
        tempfile.TemporaryDirectory() as half,
    ):
        small = reading(made(Path(half), wanted.efforts // 2), wanted.times)
        large = reading(made(Path(whole), wanted.efforts), wanted.times)
        start = alternated(
            {"start": [sys.executable, "-m", "dinet", "formats"]}, wanted.times
        )["start"].seconds
    missed = False
    print(f"\n{wanted.efforts} efforts")
    for name, spent in large.items():
        grows = (spent.seconds - start) / max(
            small[name].seconds - start, 0.01
        )
        verdict = "reached" if grows <= MOST_GROWTH else "MISSED"
        missed = missed or verdict == "MISSED"
        print(
            f"{name:24} {spent.seconds:6.2f} s {spent.megabytes:6.0f} MB   "
            f"grows {grows:.2f}, wanted {MOST_GROWTH}: {verdict}"
        )
    sys.exit(missed)


if __name__ == "__main__":
    main()
