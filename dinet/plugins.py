"""A folder is a registry, and a file in it is a plug-in.

The name of the plug-in is that of the file, and its documentation the docstring of the file.
"""

import ast
import re
import tokenize
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
        return {
            path.stem: Plugin(f"{self.package}.{path.stem}", path)
            for path in self._plugin_files()
        }

    def _plugin_files(self) -> list[Path]:
        spec = find_spec(self.package)
        folders = spec.submodule_search_locations if spec else None
        files: list[Path] = []
        for folder in folders or ():
            files += Path(folder).glob("*.py")
        return sorted(path for path in files if path.stem != "__init__")

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
        longest, fitting = 0, None
        for plugin in self.plugins.values():
            for suffix in plugin.suffixes:
                if len(suffix) > longest and file.casefold().endswith(suffix):
                    longest, fitting = len(suffix), plugin
        return fitting


class Plugin:
    """One file of a folder; its code is imported when it is first used."""

    def __init__(self, module_name: str, path: Path) -> None:
        self.module_name = module_name
        self.name = path.stem
        self.path = path

    @cached_property
    def documentation(self) -> str:
        """The docstring of the file, read without running it."""
        return cleandoc(_docstring_of(self.path))

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.partition("\n")[0]

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What file names of this format end with.

        It is what the line ``Suffixes:`` of the documentation says, or else the name of the
        plug-in.
        """
        line = re.search(r"^Suffixes:(.+)$", self.documentation, re.MULTILINE)
        return tuple(line[1].split()) if line else (f".{self.name}",)

    @cached_property
    def module(self) -> ModuleType:
        """The plug-in itself.

        Raises:
            MissingLibraryError: A library that it needs is not installed, and the message says
                what to install, or is broken.
        """
        try:
            return import_module(self.module_name)
        except ImportError as error:
            if _is_own_module(error.name):  # a fault of dinet is told as it is
                raise
            raise self._library_error(error) from error

    def _library_error(self, error: ImportError) -> MissingLibraryError:
        """What to say of a library that is not there, or that is broken."""
        if not isinstance(error, ModuleNotFoundError):
            what = Sentence(
                "a library that {name} needs is there, but cannot be loaded: {why}.",
                name=self.name,
                why=error.msg,
            )
            return MissingLibraryError(what)
        library = _DISTRIBUTIONS.get(error.name or "", error.name)
        what = Sentence(
            "{name} needs the library {library}, which is not installed.",
            name=self.name,
            library=library,
        )
        hint = Sentence(
            "Install it with: pip install {library}", library=library
        )
        return MissingLibraryError(what, hint)


def _docstring_of(path: Path) -> str:
    """The first text of a file of Python when nothing stands before it; else empty.

    Only the docstring is read: to find the reader of one file the docstrings of all are asked for,
    and parsing their code took longer than reading a plan of a thousand elements.
    """
    strings: list[str] = []
    with tokenize.open(path) as source:
        for token in tokenize.generate_tokens(source.readline):
            if token.type == tokenize.STRING:
                strings.append(token.string)
            elif token.type not in _BEFORE_CODE:
                break
    docstring = ast.literal_eval(" ".join(strings) or "''")
    return docstring if isinstance(docstring, str) else ""


_BEFORE_CODE = (tokenize.COMMENT, tokenize.NL)
"""What may stand around a docstring that is no code; the docstring ends with its NEWLINE."""


def _is_own_module(name: str | None) -> bool:
    return name is not None and name.partition(".")[0] == "dinet"


_DISTRIBUTIONS = {
    "markdown_it": "markdown-it-py",
    "yaml": "PyYAML",
    "fontTools": "fonttools",
    "jinja2": "Jinja2",
}
"""What to install for a module that has another name than its library."""


@lru_cache
def plugin_folder(kind: str) -> PluginFolder:
    """The folder of the readers, rules or writers."""
    return PluginFolder(f"dinet.{kind}")
