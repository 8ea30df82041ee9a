"""Whose a document is, and of which year: as somebody says, or else the document or its name.

Where it comes from is kept beside it. What none of these says stays open, and is told.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.document.text_lines import decode_text
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.model import Identity
from dinet.vocabulary.word_tables import listed_in

_WORDS = Path(__file__).with_name("words.toml")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_HEADINGS = {
    "document": "document",
    "bestand": "document",
    "file": "document",
    "organisatie": "organisation",
    "organisation": "organisation",
    "jaar": "year",
    "year": "year",
}
"""The columns of a list of documents, in Dutch or English."""


class StatedOrigin(NamedTuple):
    """What somebody says of a document."""

    organisation: str = ""
    year: int | None = None


class OriginWishes(NamedTuple):
    """What is said of documents beside what they say themselves.

    Args:
        stated: Of all of them, by options.
        listed: Of each by its name, in a list.
    """

    stated: StatedOrigin = StatedOrigin()
    listed: Mapping[str, StatedOrigin] = {}


class DocumentOrigin(NamedTuple):
    """Whose a document is and of which year, each with where that comes from; or nothing."""

    organisation: str | None = None
    organisation_from: str | None = None
    year: int | None = None
    year_from: str | None = None


def find_origin(
    name: str, identity: Identity, wishes: OriginWishes
) -> DocumentOrigin:
    """Whose a document is and of which year.

    Args:
        name: Its path below the folder that was added.
        identity: What it says of itself.
        wishes: What is said of it elsewhere, which goes first.

    Example:
        >>> find_origin("plan-2024.docx", Identity(organisation="Hoogeveen"), OriginWishes())
        DocumentOrigin(organisation='Hoogeveen', organisation_from='document', year=2024, \
year_from='file name')
    """
    file = PurePosixPath(name).name
    listed = wishes.listed.get(name) or wishes.listed.get(file, StatedOrigin())
    organisations = (
        (wishes.stated.organisation, "option"),
        (listed.organisation, "list"),
        (identity.organisation, "document"),
        (_organisation_in(PurePosixPath(name).stem), "file name"),
    )
    years = (
        (wishes.stated.year, "option"),
        (listed.year, "list"),
        (_first_year(identity.date or ""), "date"),
        (_first_year(identity.period or ""), "period"),
        (_only_year(name), "file name"),
    )
    whose = next((each for each in organisations if each[0]), (None, None))
    when = next((each for each in years if each[0]), (None, None))
    return DocumentOrigin(*whose, *when)


def _first_year(text: str) -> int | None:
    found = _YEAR.search(text)
    return int(found[1]) if found else None


def _only_year(name: str) -> int | None:
    """The year in a path, when it names one alone."""
    found = set(_YEAR.findall(name))
    return int(found.pop()) if len(found) == 1 else None


def _organisation_in(stem: str) -> str | None:
    """The organisation that the name of a file begins with, when it says that it is one."""
    words = _YEAR.sub(" ", stem).replace("_", " ").replace("-", " ").split()
    if len(words) > 1 and words[0].casefold() in _organisation_kinds():
        return " ".join(words)
    return None


@cache
def _organisation_kinds() -> frozenset[str]:
    return frozenset(listed_in(_WORDS, "organisation.kinds"))


def read_origin_list(path: str) -> dict[str, StatedOrigin]:
    """A list of documents, in CSV with the columns document, organisation and year.

    Args:
        path: Of the file.

    Raises:
        MissingInputError: There is no such file.
        DocumentError: It has not these columns, or a year that is none.
    """
    name = Path(path).name
    text = decode_text(read_input_file(path), name)[0]
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first else ","
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    columns = [
        _HEADINGS.get(cell.strip().casefold(), "") for cell in next(rows, [])
    ]
    if "document" not in columns or len(set(columns) - {""}) < len(
        ("document", "year")
    ):
        what = Sentence(
            "this list needs the columns document, organisation and year."
        )
        raise DocumentError(what, where=name)
    listed: dict[str, StatedOrigin] = {}
    for number, row in enumerate(rows, start=2):
        cells = dict(zip(columns, map(str.strip, row), strict=False))
        if cells.get("document"):
            listed[cells["document"]] = _stated_in(cells, f"{name}:{number}")
    return listed


def _stated_in(cells: Mapping[str, str], where: str) -> StatedOrigin:
    year = cells.get("year", "")
    if year and not _YEAR.fullmatch(year):
        what = Sentence("“{words}” is not a year.", words=year)
        raise DocumentError(what, where=where)
    return StatedOrigin(
        cells.get("organisation", ""), int(year) if year else None
    )


def unknown_names(
    listed: Mapping[str, StatedOrigin], names: Sequence[str]
) -> list[str]:
    """The documents of a list that are not there, in its order.

    Args:
        listed: The list.
        names: Of the documents that are there.
    """
    known = set(names)
    known.update(PurePosixPath(name).name for name in names)
    return [name for name in listed if name not in known]
