"""One script of many modules: in the order that their imports ask for, each once.

The scripts of the page are ECMAScript modules, so that editors, linters and tests know what each
uses. A page that is opened from a mail cannot load modules, so they are put behind each other here.
That works because of three habits, which are checked: every name is defined once in all modules of
a page, imports keep the name of what they import, and what is exported says so where it is defined.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

_IMPORT = re.compile(
    r'^import (?:\{(?P<names>[^}]*)\} from )?"\./(?P<module>\w+)\.js";\n+',
    re.M,
)
_DEFINITION = re.compile(
    r"""^(?P<export>export[ ])?  (?:async[ ])?  (?:function\*?|class|const|let)[ ]
    (?P<names>\w+ | [{\[][^=]*)  # a name, or a pattern of names""",
    re.M | re.X,
)
_BOUND_NAME = re.compile(r"(\w+)\s*(?=[,}\]]|$)")
_NOT_UNDERSTOOD = re.compile(r"^(?:import|export)\b.*", re.M)
_DOCUMENTATION = re.compile(r"^ */\*\*[^*]*(?:\*(?!/)[^*]*)*\*/ *\n", re.M)
_CAST = re.compile(r"/\*\* @type [^*]*\*/ ?")


class BrokenModulesError(ValueError):
    """Modules do not fit together: a loop, an unknown name, or a name that is defined twice."""


class ScriptModule(NamedTuple):
    """What one file defines and needs.

    Args:
        name: Of its file, without the suffix.
        imports: For each import the module and the names that are asked of it.
        definitions: Every name at the top of the file, in order.
        exports: Those of the definitions that other modules may import.
        body: The source without imports, and without the word ``export``.
    """

    name: str
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    definitions: tuple[str, ...]
    exports: frozenset[str]
    body: str


@lru_cache
def bundle_modules(folder: Path, entry: str, *, first: str = "") -> str:
    """A classic script that does what a module does, with all that it imports before it.

    Args:
        folder: Where the modules are.
        entry: The name of the module, without its suffix.
        first: Of a module that runs before it and that it does not import: a view that only some
            pages have. Empty for none.

    Raises:
        BrokenModulesError: Modules import each other in a loop, import what there is not, or define
            one name twice.
    """
    modules = _order_modules(folder, *filter(None, (first, entry)))
    _check_names(modules)
    bodies = "\n".join(module.body for module in modules)
    return f'(() => {{\n"use strict";\n\n{bodies}}})();\n'


def parse_module(name: str, source: str) -> ScriptModule:
    r"""A module, read line by line: only what begins a line is looked at.

    Raises:
        BrokenModulesError: It imports or exports in another way than the modules of the page do.

    Example:
        >>> source = 'import { a } from "./rest.js";\nexport const open = () => a;\n'
        >>> parse_module("tabs", source)[1:4]
        ((('rest', ('a',)),), ('open',), frozenset({'open'}))
    """
    imports = tuple(
        (asked["module"], _split_names(asked["names"]))
        for asked in _IMPORT.finditer(source)
    )
    body = _IMPORT.sub("", source)
    definitions, exports = _defined_names(body)
    body = _DEFINITION.sub(_without_export, body)
    strange = _NOT_UNDERSTOOD.search(body)
    if strange:
        raise BrokenModulesError(
            f"{name}.js: this is not understood: {strange[0]}"
        )
    return ScriptModule(
        name, imports, definitions, exports, _drop_documentation(body)
    )


def _defined_names(body: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The names at the top of a module in order, and those of them that it exports."""
    definitions: list[str] = []
    exports: set[str] = set()
    for found in _DEFINITION.finditer(body):
        names = _BOUND_NAME.findall(found["names"])
        definitions += names
        if found["export"]:
            exports.update(names)
    return tuple(definitions), frozenset(exports)


def _without_export(found: re.Match[str]) -> str:
    return found[0].removeprefix("export ")


def _split_names(names: str | None) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\s,](?:[^,]*[^\s,])?", names or ""))


def _drop_documentation(body: str) -> str:
    """A body without types and what else only stands there for who changes it; comments stay."""
    return _CAST.sub("", _DOCUMENTATION.sub("", body))


def _order_modules(folder: Path, *entries: str) -> list[ScriptModule]:
    """The modules that are needed for some, each behind those that it imports."""
    ordered: dict[str, ScriptModule] = {}

    def add_module(name: str, importers: tuple[str, ...]) -> None:
        if name in importers:
            loop = " imports ".join(
                (*importers[importers.index(name) :], name)
            )
            raise BrokenModulesError(
                f"the scripts import each other in a loop: {loop}"
            )
        if name in ordered:
            return
        module = parse_module(name, _read_module(folder, name, importers))
        for needed, _ in module.imports:
            add_module(needed, (*importers, name))
        ordered[name] = module

    for entry in entries:
        add_module(entry, ())
    return list(ordered.values())


def _read_module(folder: Path, name: str, importers: tuple[str, ...]) -> str:
    path = folder / f"{name}.js"
    if not path.is_file():
        asking = f", which {importers[-1]}.js imports" if importers else ""
        raise BrokenModulesError(f"there is no script {name}.js{asking}")
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _check_names(modules: list[ScriptModule]) -> None:
    exports = {module.name: module.exports for module in modules}
    for module in modules:
        for other, names in module.imports:
            for name in names:
                if name not in exports[other]:
                    what = f"{module.name}.js imports {name}, which {other}.js does not export"
                    raise BrokenModulesError(what)
    for name, owners in _find_owners(modules):
        if len(owners) > 1:
            raise BrokenModulesError(
                f"{name} is defined twice: {' and '.join(owners)}"
            )


def _find_owners(
    modules: list[ScriptModule],
) -> Iterator[tuple[str, list[str]]]:
    """Every name with the files that define it, once for each time that they do."""
    owners: dict[str, list[str]] = {}
    for module in modules:
        for name in module.definitions:
            owners.setdefault(name, []).append(f"{module.name}.js")
    yield from owners.items()
