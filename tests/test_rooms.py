"""How the code hangs together.

No file and no room needs itself, also by way of modules that are imported by name.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp
import networkx as nx
import pytest

PACKAGE = "dinet"
ROOT = Path(__file__).parents[1]


def source_of(module: str) -> ast.Module:
    """The parsed source of a module."""
    path = ROOT.joinpath(*module.split("."))
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(file.read_text(encoding="utf-8"))


def imports_by_name(module: str, modules: set[str]) -> Iterator[str]:
    """The modules that a module loads by their names in strings.

    With the plug-ins of folders that it opens.
    """
    rooms = modules - {
        PACKAGE
    }  # "dinet" alone is the name of the program, of the catalogue, of a key
    for node in ast.walk(source_of(module)):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and node.value in rooms
        ):
            yield from (
                plugins_in(node.value, modules)
                if is_folder(node.value)
                else (node.value,)
            )
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "plugin_folder"
        ):
            for argument in node.args:
                if isinstance(argument, ast.Constant):
                    yield from plugins_in(
                        f"{PACKAGE}.{argument.value}", modules
                    )


def is_folder(module: str) -> bool:
    """Whether a module is a package: what opens one by name may load every file in it."""
    return ROOT.joinpath(*module.split(".")).is_dir()


def plugins_in(package: str, modules: set[str]) -> Iterator[str]:
    """The files of a folder of plug-ins."""
    yield from (name for name in modules if name.rpartition(".")[0] == package)


@pytest.fixture(scope="module")
def imports() -> nx.DiGraph:
    """Which module imports which, late and dynamic imports included."""
    found = grimp.build_graph(PACKAGE, cache_dir=None)
    graph = nx.DiGraph()
    for module in found.modules:
        graph.add_edges_from(
            (module, each)
            for each in found.find_modules_directly_imported_by(module)
        )
        if (
            module != PACKAGE
        ):  # its names are those of the api, which nothing below imports
            graph.add_edges_from(
                (module, each)
                for each in imports_by_name(module, found.modules)
            )
    return graph


def loops(graph: nx.DiGraph) -> list[list[str]]:
    """The groups of modules that need each other."""
    return [
        sorted(group)
        for group in nx.strongly_connected_components(graph)
        if len(group) > 1
    ]


def test_no_file_hangs_in_a_loop(imports):
    assert loops(imports) == []


def test_no_room_hangs_in_a_loop(imports):
    rooms = nx.DiGraph()
    for start, end in imports.edges:
        one, other = (
            module.split(".")[1] if "." in module else module
            for module in (start, end)
        )
        if one != other:
            rooms.add_edge(one, other)
    assert loops(rooms) == []


def test_imports_by_name_are_seen(imports):
    assert ("dinet.api", "dinet.writers.pyvis") in imports.edges
    assert (
        "dinet.application.auditing.audit_network",
        "dinet.rules.cycle",
    ) in imports.edges
