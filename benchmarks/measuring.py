"""Whether figures and statuses of targets are those of a key that people made by hand.

python benchmarks/measuring.py EXPECTED.json FORM.yaml [OWN.csv ...]

EXPECTED.json has ``programme`` and ``as_of``, the ``values`` of each file by target and year (null
where there is no figure, which is never nought) and the ``statuses``. The form names the files; a
series that it does not name is said to be missing. The exit status is 1 when anything differs.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dinet.application.measuring.measure_document import (
    MeasuredTargets,
    measure_document,
)
from dinet.measurements.target_status import TargetStatus, is_provisional
from dinet.model import Measurement

ABOUT_YEARS = ("provisional", "n")
"""What the key tells of a series beside the figures of its years."""


def differences(
    expected: dict[str, Any], measured: MeasuredTargets
) -> Iterator[str]:
    """Each figure and status that differs, in words; none when all agree."""
    statuses = {one.known.element.id: one for one in measured.statuses}
    for file, by_target in expected["values"].items():
        for target, years in by_target.items():
            yield from _wrong_figures(file, years, statuses[target])
    for key in expected["statuses"]:
        found = statuses[key["target"]]
        if found.status != key["status"]:
            yield f"{key['target']}: {found.status}, not {key['status']}"
        counted = {point.year: float(point.number) for point in found.points}
        for year, number in key["measured"]:
            if counted.get(year) != number:
                yield f"{key['target']} {year}: {counted.get(year)}, not {number}"


def _wrong_figures(
    file: str, years: dict[str, Any], status: TargetStatus
) -> Iterator[str]:
    figures = {
        one.year: one
        for one in status.measured
        if one.place and one.place.file == file
    }
    target = status.known.element.id
    if not figures:
        yield f"{file} {target}: no line of the form names it"
        return
    for year, number in years.items():
        if year not in ABOUT_YEARS and _number(figures.get(year)) != number:
            yield f"{file} {target} {year}: not {number}"
    provisional = [
        year for year, one in figures.items() if is_provisional(one)
    ]
    if provisional != years.get("provisional", []):
        yield f"{file} {target}: provisional {provisional}"
    for year, count in years.get("n", {}).items():
        if figures[year].sample != str(count):
            yield f"{file} {target} {year}: n is {figures[year].sample}"


def _number(figure: Measurement | None) -> float | str | None:
    if figure is None:
        return "not read"
    return None if figure.number is None else float(figure.number)


def main() -> int:
    """Print what differs; 1 when anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("expected", type=Path)
    parser.add_argument("files", nargs="+")
    asked = parser.parse_args()
    expected = json.loads(asked.expected.read_text(encoding="utf-8"))
    document = asked.expected.parent / expected["programme"]
    measured = measure_document(
        str(document),
        today=expected["as_of"],
        measurements=tuple(asked.files),
    )
    found = list(differences(expected, measured))
    print("\n".join(found) or "all figures and statuses agree")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
