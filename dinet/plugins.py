"""A folder is a registry, a file is a plug-in: its name is the file's name, its documentation the file's docstring."""

import ast
import re
from functools import cached_property, lru_cache
from importlib import import_module
from importlib.util import find_spec
from inspect import cleandoc
from pathlib import Path
from types import ModuleType

from dinet.errors import MissingLibraryError, UnknownNameError, did_you_mean
from dinet.language import Sentence


class PluginFolder:
    """The plug-ins of one package.

    Args:
        package: Its dotted name, such as ``dinet.rules``.

    Example:
        >>> PluginFolder("dinet.readers").plugin_named("docx").name
        'docx'
    """

    def __init__(self, package: str) -> None:
        self.package = package

    @cached_property
    def plugins(self) -> "dict[str, Plugin]":
        """All plug-ins by name, in alphabetical order. None of them is imported."""
        spec = find_spec(self.package)
        folders = (spec.submodule_search_locations or ()) if spec else ()
        files = sorted(
            path
            for folder in folders
            for path in Path(folder).glob("*.py")
            if path.stem != "__init__"
        )
        return {
            path.stem: Plugin(f"{self.package}.{path.stem}", path) for path in files
        }

    def plugin_named(self, name: str) -> "Plugin":
        """The plug-in with a name.

        Raises:
            UnknownNameError: With the nearest names that do exist.
        """
        if name not in self.plugins:
            what = Sentence(
                "{name} is not a format that dinet knows here: {known}.",
                name=name,
                known=", ".join(self.plugins),
            )
            raise UnknownNameError(what, *did_you_mean(name, self.plugins))
        return self.plugins[name]

    def for_file(self, file: str) -> "Plugin | None":
        """The plug-in whose suffix a file's name ends with, or None. The longest suffix wins."""
        fitting = [
            (len(suffix), plugin)
            for plugin in self.plugins.values()
            for suffix in plugin.suffixes
            if file.casefold().endswith(suffix)
        ]
        return max(fitting, key=lambda each: each[0])[1] if fitting else None


class Plugin:
    """One file of a folder; its code is imported when it is first used."""

    def __init__(self, module_name: str, path: Path) -> None:
        self.module_name = module_name
        self.name = path.stem
        self.path = path

    @cached_property
    def documentation(self) -> str:
        """The docstring of the file, read without running it."""
        return cleandoc(
            ast.get_docstring(ast.parse(self.path.read_text(encoding="utf-8"))) or ""
        )

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.partition("\n")[0]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What file names of this format end with: the name of the plug-in, or what its line ``Suffixes:`` says."""
        said = re.search(r"^Suffixes:(.+)$", self.documentation, re.MULTILINE)
        return tuple(said[1].split()) if said else (f".{self.name}",)

    @cached_property
    def module(self) -> ModuleType:
        """The plug-in itself.

        Raises:
            MissingLibraryError: A library that it needs is not installed, and the message says
                what to install, or is broken.
        """
        try:
            return import_module(self.module_name)
        except ModuleNotFoundError as error:
            if error.name and error.name.partition(".")[0] == "dinet":
                raise
            library = _DISTRIBUTIONS.get(error.name or "", error.name)
            what = Sentence(
                "{name} needs the library {library}, which is not installed.",
                name=self.name,
                library=library,
            )
            raise MissingLibraryError(
                what,
                Sentence("Install it with: pip install {library}", library=library),
            ) from error
        except ImportError as error:
            if error.name and error.name.partition(".")[0] == "dinet":
                raise
            what = Sentence(
                "a library that {name} needs is there, but cannot be loaded: {why}.",
                name=self.name,
                why=error.msg,
            )
            raise MissingLibraryError(what) from error


_DISTRIBUTIONS = {
    "markdown_it": "markdown-it-py",
    "yaml": "PyYAML",
    "fontTools": "fonttools",
    "jinja2": "Jinja2",
}


@lru_cache
def plugin_folder(kind: str) -> PluginFolder:
    """The folder of the readers, rules or writers."""
    return PluginFolder(f"dinet.{kind}")
