"""Files, folders and patterns become the list of documents that a command works on.

Every command that takes many documents asks here, so that all of them mean the same by a folder.
A file that is named is taken as it is. Of a folder or a pattern only what dinet can read counts,
and not what it wrote itself.
"""

import glob
import html
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dinet.application.build_results import BUILT
from dinet.application.files.input_files import read_input_file
from dinet.document.own_outputs import source_in_origin
from dinet.errors import DinetError, MissingInputError
from dinet.language import Sentence
from dinet.limits import current_limits, limit_error
from dinet.native.seal import may_be_replaced
from dinet.plugins import plugin_folder

STANDARD_INPUT = "-"
_PATTERN_SIGNS = frozenset("*?[")
_LOCK_PREFIXES = ("~$", ".~lock.")
"""How Word and LibreOffice name the file by which they keep others from a document."""
_HIDDEN = "."
_PACKED_BY_MAC = "__MACOSX"
"""The folder of shadows that an archive made on a Mac unpacks beside its documents."""
_FORM_ENDINGS = (
    ".koppeling.yaml",
    ".paren.yaml",
    ".pairs.yaml",
    ".metingen.yaml",
    ".metingen.csv",
    ".metingen.xlsx",
    ".measurements.yaml",
    ".measurements.csv",
    ".measurements.xlsx",
)
"""What a person fills in beside a document: it goes with one, and is none itself."""
_TAG = re.compile(r"</?\w+>")
"""A tag without attributes, as a page has them around the name of its document."""


class FoundDocument(NamedTuple):
    """A document among many.

    Args:
        path: Where it is.
        name: How it is called in what is told of many: its path below the folder that was
            given, with slashes on every system; of a file that was named its path as given.
    """

    path: str
    name: str


def is_plain_file(argument: str) -> bool:
    """Whether an argument names one document: it is no folder, and no pattern.

    A file whose name happens to look like a pattern is that file.

    Example:
        >>> [is_plain_file(each) for each in ("plan.docx", "examples", "*.docx")]
        [True, False, False]
    """
    if argument == STANDARD_INPUT or _is_file(argument):
        return True
    return not Path(argument).is_dir() and not _is_pattern(argument)


def find_documents(
    arguments: Iterable[str], besides: Iterable[str] = ()
) -> tuple[FoundDocument, ...]:
    """The documents that files, folders and patterns stand for, each once.

    In folders, with all folders in them, hidden files, files by which Office locks a document,
    forms that go with a document, and what ``dinet build`` made are passed over. A link to a
    folder is followed once.

    Args:
        arguments: As a user gives them; ``**`` in a pattern stands for folders in folders.
        besides: Folders to pass over, such as that of the results.

    Returns:
        In the order of the arguments when all of them are files, else by name.

    Raises:
        MissingInputError: A folder or pattern holds no document that dinet reads.
        DocumentError: There are more files than the limit ``documents``.

    Example:
        >>> [document.name for document in find_documents(["examples/*.docx"])]
        ['coevorden.docx', 'hoogeveen.docx']
    """
    given = list(dict.fromkeys(arguments))
    search = _FolderSearch(besides)
    found = list(chain.from_iterable(map(search.find_documents, given)))
    if all(map(is_plain_file, given)):
        return tuple(found)
    told = found if len(given) == 1 else _with_folder_names(found)
    return tuple(sorted(told, key=_reading_order))


def _reading_order(document: FoundDocument) -> tuple[str, str]:
    return document.name.casefold(), document.name


def _with_folder_names(
    documents: Sequence[FoundDocument],
) -> Iterator[FoundDocument]:
    """The documents of several arguments: those that are called alike by their whole paths."""
    names = [document.name for document in documents]
    for document in documents:
        alike = names.count(document.name) > 1
        name = Path(document.path).as_posix() if alike else document.name
        yield document._replace(name=name)


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):  # too long for a name, or with a null in it
        return False


def _is_pattern(argument: str) -> bool:
    return not _PATTERN_SIGNS.isdisjoint(argument)


class _FolderSearch:
    """What several arguments give, each file once however many ways lead to it.

    Args:
        besides: Folders to pass over.
    """

    def __init__(self, besides: Iterable[str]) -> None:
        self._besides = {os.path.realpath(folder) for folder in besides}
        self._seen_folders: set[str] = set()
        self._seen_files: set[str] = set()
        self._count = 0

    def find_documents(self, argument: str) -> list[FoundDocument]:
        """The documents that one argument stands for.

        Raises:
            MissingInputError: It is a folder or a pattern, and there are none.
        """
        if is_plain_file(argument):
            return [FoundDocument(argument, argument)]
        root = Path(argument)
        if root.is_dir():
            paths = self._walk_folder(root)
        else:
            root = _fixed_part(argument)
            paths = self._match_pattern(argument, root)
        readable = _readable_documents(paths)
        if not readable:
            raise _nothing_found(argument)
        return [
            FoundDocument(str(path), path.relative_to(root).as_posix())
            for path in readable
            if self._is_new(path)
        ]

    def _is_new(self, path: Path) -> bool:
        """Whether no way led to a file before."""
        real = os.path.realpath(path)
        if real in self._seen_files:
            return False
        self._seen_files.add(real)
        return True

    def _walk_folder(self, folder: Path) -> Iterator[Path]:
        """All files in a folder and the folders in it; a circle of links ends where it began."""
        real = os.path.realpath(folder)
        if real in self._besides or real in self._seen_folders:
            return
        self._seen_folders.add(real)
        try:
            entries = sorted(folder.iterdir())
        except OSError as error:
            what = Sentence("this folder may not be read by you.")
            raise MissingInputError(what, where=str(folder)) from error
        for entry in filter(_is_shown, entries):
            if entry.is_dir():
                yield from self._walk_folder(entry)
            elif entry.is_file():
                self._count_file()
                yield entry

    def _count_file(self) -> None:
        self._count += 1
        if self._count > current_limits().documents:
            raise limit_error("documents", self._count)

    def _match_pattern(self, pattern: str, root: Path) -> Iterator[Path]:
        """The files that a pattern stands for; a folder that it names is walked through."""
        for name in sorted(glob.iglob(pattern, recursive=True)):
            path = Path(name)
            steps = path.relative_to(root).parents
            if not _is_shown(path) or not all(map(_is_shown, steps)):
                continue
            if path.is_dir():
                yield from self._walk_folder(path)
            elif path.is_file():
                self._count_file()
                yield path


def _readable_documents(paths: Iterable[Path]) -> list[Path]:
    """Of some files those that dinet reads and did not make."""
    readers = plugin_folder("readers")
    candidates = [
        path
        for path in paths
        if _is_document_name(path) and readers.for_file(path.name)
    ]
    made = _made_by_build(candidates)
    return [path for path in candidates if path not in made]


def _is_shown(path: Path) -> bool:
    """A file or folder that is not hidden; the start of a relative path has no name."""
    hidden = path.name.startswith((_HIDDEN, *_LOCK_PREFIXES))
    return path.name != _PACKED_BY_MAC and not hidden


def _is_document_name(path: Path) -> bool:
    return not path.name.casefold().endswith(_FORM_ENDINGS)


def _fixed_part(pattern: str) -> Path:
    """The folders of a pattern before the first sign that stands for others."""
    fixed: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if _is_pattern(part):
            break
        fixed.append(part)
    return Path(*fixed)


def _nothing_found(argument: str) -> MissingInputError:
    if Path(argument).is_dir():
        what = Sentence("this folder holds no document that dinet reads.")
    else:
        what = Sentence("no document that dinet reads fits this pattern.")
    return MissingInputError(what, where=argument)


def _made_by_build(paths: Sequence[Path]) -> set[Path]:
    """The files that ``dinet build`` wrote, told by the page that it puts among them.

    A native file that somebody changed since is a document of its own.
    """
    there = set(paths)
    made: set[Path] = set()
    for page in paths:
        stem = page.name.removesuffix(BUILT["html"])
        native = page.with_name(stem + BUILT["yaml"])
        if stem == page.name or native not in there:
            continue
        source = _source_of_page(page)
        if source:
            made.update(
                page.with_name(stem + ending)
                for ending in BUILT.values()
                if stem + ending != source
            )
            if not _is_unchanged(native):
                made.discard(native)
    return made


def _source_of_page(page: Path) -> str:
    """The name of the document of which a page of dinet was made; empty for other pages."""
    try:
        text = read_input_file(page).decode("utf-8", "replace")
    except DinetError:
        return ""
    return source_in_origin(html.unescape(_TAG.sub("", text)))


def _is_unchanged(native: Path) -> bool:
    try:
        return may_be_replaced(read_input_file(native), b"")
    except DinetError:
        return False
