"""Write NOTICE.md: what `pip install .` brings along, and the licences that its metadata names."""

import sys
from collections.abc import Iterator
from importlib.metadata import metadata, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LONGEST_LICENCE = 60
"""Characters; some packages put the whole text of their licence where its name belongs."""
HOMES = (
    "homepage",
    "home",
    "repository",
    "source",
    "code",
    "source code",
    "documentation",
)
"""Labels under which packages tell where they come from, the best first."""
HEAD = """# What dinet brings along

dinet itself is free under the [EUPL-1.2](LICENSE), its font under the [OFL](dinet/fonts/OFL.txt).

`pip install .` installs the packages below. [constraints.txt](constraints.txt) has their exact
versions. The names and licences are what the packages say of themselves, on Linux; on another
system one or two packages more or less come along. Some hold other programs, and bring their
licences as files: pygraphviz holds Graphviz, pypdfium2 holds PDFium.

`.ci/notices.py` makes this file, and `.ci/renew` runs it: change it there.
"""
PYVIS = """## Only because of pyvis

pyvis asks for IPython and imports it, although dinet never uses what needs it. pip cannot install
a package without what it asks for, so these come along. Nothing else in dinet uses them: whoever
does not want them can take them off together with pyvis. Then only the format `pyvis` and
`Network.to_pyvis()` are missing, and say so.

```sh
{command}
```
"""


def find_dependencies(package: str, without: str = "") -> set[str]:
    """All packages that a package needs here, directly or not, without its extras.

    Args:
        package: Its name; it is no part of the answer itself.
        without: A package that is left out, with what only it needs.
    """
    found: set[str] = set()
    waiting = [package]
    while waiting:
        for name in list_requirements(waiting.pop()):
            if name not in found and name != without:
                found.add(name)
                waiting.append(name)
    return found


def list_requirements(package: str) -> Iterator[str]:
    """The names of what a package asks for on this machine."""
    for text in requires(package) or ():
        requirement = Requirement(text)
        if requirement.marker is None or requirement.marker.evaluate(
            {"extra": ""}
        ):
            yield canonicalize_name(requirement.name)


def name_licence(package: str) -> str:
    """The licence of a package in its own words; a dash where it names none."""
    for name in (
        *list_values(package, "License-Expression"),
        *list_values(package, "License"),
    ):
        if (
            name != "UNKNOWN"
            and len(name) <= LONGEST_LICENCE
            and "\n" not in name
        ):
            return name
    classifiers = list_values(package, "Classifier")
    names = [
        text.rpartition(" :: ")[2]
        for text in classifiers
        if text.startswith("License ::")
    ]
    return "; ".join(names) or "-"


def find_home(package: str) -> str:
    """The address where a package comes from; empty where it tells none."""
    pairs = [
        text.partition(", ") for text in list_values(package, "Project-URL")
    ]
    addresses = {label.casefold(): address for label, _, address in pairs}
    named = [addresses[label] for label in HOMES if label in addresses]
    return next(iter([*list_values(package, "Home-page"), *named]), "")


def list_values(package: str, field: str) -> list[str]:
    """The values of a field in the metadata of a package; empty where it has no such field."""
    return metadata(package).get_all(field) or []


def list_packages(packages: set[str]) -> str:
    """A Markdown table of packages in alphabetical order."""
    rows = [
        f"| {name} | {name_licence(name)} | {find_home(name)} |"
        for name in sorted(packages)
    ]
    return "\n".join(
        ("| package | licence | from |", "|---|---|---|", *rows, "")
    )


def main() -> None:
    """Write the whole file to standard output."""
    needed = find_dependencies("dinet")
    without_pyvis = find_dependencies("dinet", without="pyvis")
    spared = needed - without_pyvis
    command = f".venv/bin/pip uninstall -y {' '.join(sorted(spared))}"
    tables = (list_packages(without_pyvis), list_packages(spared))
    sys.stdout.write(
        "\n".join((HEAD, tables[0], PYVIS.format(command=command), tables[1]))
    )


if __name__ == "__main__":
    main()
