"""Which files of the libraries and of dinet go into the file, before they are compiled."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from dinet.onefile.pinned_files import PinnedFile

PACKAGE_FOLDER = Path(__file__).parents[1]
_REAL_FILES = ("pydantic_core", "pypdfium2_raw", "pyphen")
"""Packages that are unpacked: compiled code and dictionaries cannot be used from an archive."""
_LEFT_OUT = re.compile(
    r"""
    (?:^|/)(?:tests?|__pycache__|benchmarks)/
    | \.(?:pyi|typed|pyx|pxd|c|h|mo\.txt|po)$
    | ^pydantic/(?:v1/|mypy|deprecated/class_validators)
    | ^pyphen/dictionaries/(?!hyph_(?:nl|en))
    | (?<!emscripten)(?<!pdfium)\.so$
    | ^markdown_it/(?:cli|port\.yaml)
    """,
    re.VERBOSE,
)
"""What nothing needs here: tests, types, code for other machines, hyphens of other languages."""
_OWN_LEFT_OUT = re.compile(
    r"""
    (?:^|/)__pycache__/
    | \.(?:pyi|typed|po)$
    | ^(?:cli|fonts/.*\.ttf|templates/onefile)(?:/|$)
    | ^onefile/(?!__init__|desk|dropped_settings|form_questions|handed_in
        |kept_memory|said_here|warm_up)
    | ^(?:writers/(?:slides|one_page|host)|readers/host|corpus|choosing|report/measured)/
    | ^(?:notebook|application/choose_in_document|application/publishing/update_document)\.py$
    | ^templates/(?:page/pyvis.*|report/report\.typ)$
    """,
    re.VERBOSE,
)
"""What of dinet needs a terminal or a library that cannot be had here, or is asked there alone."""


def library_files(
    pin: PinnedFile, wheel: bytes
) -> Iterator[tuple[str, bytes]]:
    """The files of a wheel that are needed, by their path.

    Args:
        pin: Says which packages are taken.
        wheel: Its bytes.
    """
    with zipfile.ZipFile(io.BytesIO(wheel)) as parts:
        for name in sorted(parts.namelist()):
            taken = name.partition("/")[0] in pin.packages
            if taken and not name.endswith("/") and not is_left_out(name):
                yield name, parts.read(name)


def is_left_out(name: str) -> bool:
    """A file of a library is not needed here.

    Example:
        >>> is_left_out("openpyxl/tests/test_cell.py"), is_left_out("openpyxl/cell.py")
        (True, False)
    """
    return _LEFT_OUT.search(name) is not None


def own_files(folder: Path = PACKAGE_FOLDER) -> Iterator[tuple[str, bytes]]:
    """The files of dinet that are needed, by their path, in order."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not _OWN_LEFT_OUT.search(name):
            yield f"dinet/{name}", path.read_bytes()


def licence_texts(pin: PinnedFile, wheel: bytes) -> Iterator[tuple[str, str]]:
    """The texts of the licences in a wheel, by their names."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as parts:
        for name in sorted(parts.namelist()):
            last = name.rpartition("/")[2]
            if ".dist-info/" in name and re.match(
                r"(?i)(licen[cs]e|copying|notice)", last
            ):
                yield (
                    f"{pin.name}: {last}",
                    parts.read(name).decode("utf-8", "replace"),
                )


def is_real_file(name: str) -> bool:
    """A file has to be unpacked, and cannot be used from an archive."""
    return name.partition("/")[0] in _REAL_FILES


def stored_archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A ZIP of files that are not compressed, the same bytes for the same files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files:
            archive.writestr(zipfile.ZipInfo(name), data)
    return written.getvalue()
