"""The same plan as a project of sphinx-needs: python benchmarks/needs.py SIZE FOLDER.

There is a page for each theme; every element is a need, and every link a link.
"""

import sys
from pathlib import Path

from generate import generated

from dinet import Network
from dinet.model import Element, Programme

CONFIGURATION = """\
project = "Samen vooruit"
extensions = ["sphinx_needs"]
needs_id_regex = "^[A-Z0-9]+$"
needs_types = [
    {"directive": kind, "title": kind, "prefix": prefix, "color": "#eeeeee", "style": "node"}
    for kind, prefix in (("theme", "T"), ("goal", "D"), ("target", "S"), ("effort", "I"))
]
"""


def write_project(programme: Programme, folder: Path) -> None:
    """Write the project into a folder that does not exist yet."""
    network = Network(programme)
    folder.mkdir(parents=True)
    (folder / "conf.py").write_text(CONFIGURATION, encoding="utf-8")
    pages = {theme.id: [_need(network, theme)] for theme in network.themes}
    rest: list[str] = []
    for element in network:
        if element.kind != "theme":
            themes = network.themes_of(element)
            (pages[themes[0].id] if themes else rest).append(
                _need(network, element)
            )
    for name, needs in {**pages, "rest": rest}.items():
        (folder / f"{name}.rst").write_text(
            "\n".join([_title(name), *needs]), encoding="utf-8"
        )
    names = "\n".join(f"   {name}" for name in (*pages, "rest"))
    (folder / "index.rst").write_text(
        f"{_title('Samen vooruit')}\n.. toctree::\n\n{names}\n",
        encoding="utf-8",
    )


def _title(words: str) -> str:
    return f"{words}\n{'=' * len(words)}\n"


def _need(network: Network, element: Element) -> str:
    links = ", ".join(each.id for each in network.serves(element))
    options = [
        f"   :id: {element.id}",
        *([f"   :links: {links}"] if links else []),
    ]
    return "\n".join(
        [
            f".. {element.kind}:: {element.text}",
            *options,
            "",
            f"   {element.text}",
            "",
        ]
    )


if __name__ == "__main__":
    write_project(generated(int(sys.argv[1])), Path(sys.argv[2]))
