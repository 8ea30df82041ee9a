"""A folder of plans, as many as a nation has: python benchmarks/nation.py 7000 FOLDER.

Each plan has 143 elements, so 7,000 have a million. Every municipality has plans of several years,
in a folder of its own; one effort in fifty has the same words in every plan of its year.
"""

import argparse
from pathlib import Path

from benchmarks.generate import generated
from dinet.api import Network, write
from dinet.model import Element, Identity, Programme

ELEMENTS = 143
YEARS = (2020, 2021, 2022, 2023, 2024, 2025, 2026)
SHARED_EVERY = 50


def plan_of(number: int) -> tuple[str, Programme]:
    """The path and the programme of one plan."""
    year = YEARS[number % len(YEARS)]
    place = f"Voorbeeldstad {number // len(YEARS) + 1:04}"
    programme = generated(ELEMENTS, number + 1)
    identity = Identity(
        title=f"Samen vooruit {year}",
        organisation=f"Gemeente {place}",
        period=f"{year}-{year + 3}",
        date=f"{year}-01-01",
    )
    elements = tuple(
        _shared_text(element, position, year)
        for position, element in enumerate(programme.elements)
    )
    path = f"{place}/plan-{year}.din.yaml"
    return path, programme.model_copy(
        update={"identity": identity, "elements": elements}
    )


def _shared_text(element: Element, position: int, year: int) -> Element:
    if element.kind != "effort" or position % SHARED_EVERY:
        return element
    text = f"Meedoen aan de landelijke aanpak {position} van {year}."
    return element.model_copy(update={"text": text})


def write_nation(count: int, folder: Path, first: int = 0) -> None:
    """Write so many plans."""
    for number in range(first, first + count):
        path, programme = plan_of(number)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(write(Network(programme), (), "yaml"))


def main() -> None:
    """Write the plans that the command line asks for."""
    parser = argparse.ArgumentParser(description="A folder of plans.")
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0)
    asked = parser.parse_args()
    write_nation(asked.count, asked.folder, asked.first)


if __name__ == "__main__":
    main()
