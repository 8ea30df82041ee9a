"""Office files are zip archives of XML parts.

They are opened within limits, and with a clear word about what is wrong with them.
"""

import io
import zipfile
import zlib
from typing import NoReturn
from xml.etree.ElementTree import Element, ParseError, fromstring
from xml.parsers import expat

from dinet.errors import DocumentError
from dinet.language import JoinedSentences, Sentence
from dinet.limits import current_limits, limit_error

# Smaller parts are not judged by their ratio: a short part of blank cells packs very well.
RATIO_FROM_BYTES = 1024 * 1024
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UTF16_NAME = "EncryptedPackage".encode("utf-16-le")
# What zipfile raises for parts that are damaged or encrypted, or packed in an unknown way.
UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    zlib.error,
    RuntimeError,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
)
# What the parsers raise for parts that are no XML.
_PARSING_ERRORS = (
    ParseError,
    expat.ExpatError,
    ValueError,
    LookupError,
    RecursionError,
    MemoryError,
)


class OfficeArchive:
    """The parts of an Office file.

    Args:
        data: The whole file.
        name: Its name without folders, for messages.
        kind: What the user calls such a file, such as ``Word document (.docx)``.

    Raises:
        DocumentError: It is no zip archive, it is encrypted or an older format, or it unpacks
            to more than the limits.
    """

    def __init__(self, data: bytes, name: str, kind: str) -> None:
        self.name = name
        self.kind = kind
        if data.startswith(OLE_SIGNATURE):
            raise self._refusal(*_about_ole(data))
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
        ) as error:
            what = Sentence(
                "this is not a {kind}; it may be damaged or have the wrong name.",
                kind=Sentence(kind),
            )
            hint = Sentence(
                "Open it in the program it was made with and save it again."
            )
            raise self._refusal(what, hint) from error
        self._check_sizes(len(data))

    def _refusal(self, *what: Sentence) -> DocumentError:
        return DocumentError(*what, where=self.name)

    def _check_sizes(self, size: int) -> None:
        """Refuse an archive that unpacks to too much, or that no Office program writes."""
        entries = self._zip.infolist()
        kind = Sentence(self.kind)
        if len(self._zip.NameToInfo) < len(entries):
            raise self._refusal(
                Sentence(
                    "two parts of this file have one name; it is not a normal {kind}.",
                    kind=kind,
                )
            )
        measured = {
            "parts": len(entries),
            "unpacked": sum(entry.file_size for entry in entries),
            "ratio": _greatest_ratio(entries),
        }
        for limit, amount in measured.items():
            if amount > getattr(current_limits(), limit):
                hint = Sentence("It is not a normal {kind}.", kind=kind)
                raise limit_error(limit, amount, self.name, hint)
        if sum(entry.compress_size for entry in entries) > size:
            raise self._refusal(
                Sentence(
                    "parts of this file lie over one another; it is not a normal {kind}.",
                    kind=kind,
                )
            )

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    @property
    def part_names(self) -> list[str]:
        """The names of its parts, in the order of the file."""
        return self._zip.namelist()

    def read_part(self, part: str) -> bytes:
        """One part, unpacked.

        Raises:
            DocumentError: It is not there, or damaged.
        """
        try:
            return self._zip.read(part)
        except KeyError as error:
            missing = Sentence(
                "this is not a {kind}: the part {part} is not there.",
                kind=Sentence(self.kind),
                part=part,
            )
            raise self._refusal(missing) from error
        except UNPACKING_ERRORS as error:
            damaged = Sentence(
                "the part {part} is damaged or encrypted.", part=part
            )
            raise self._refusal(damaged) from error

    def read_xml(self, part: str) -> Element:
        """One part as XML.

        Raises:
            DocumentError: It is not XML, declares entities or a document type, or is too large
                or nested too deeply.
        """
        data = self.read_part(part)
        where = JoinedSentences(
            Sentence("{name}", name=self.name),
            Sentence("part {part}", part=part),
            glue=", ",
        )
        if len(data) > current_limits().part:
            hint = Sentence(
                "Keep only the text and tables that dinet has to read."
            )
            raise limit_error("part", len(data), where, hint)
        root = self._parse_part(data, part)
        depth = _nesting_depth(root)
        if depth > current_limits().depth:
            raise limit_error("depth", depth, where)
        return root

    def _parse_part(self, data: bytes, part: str) -> Element:
        try:
            return _parse_xml(data)
        except _DoctypeError as error:
            entities = Sentence(
                "the part {part} declares entities, which no Office program does.",
                part=part,
            )
            raise self._refusal(entities) from error
        except _PARSING_ERRORS as error:
            malformed = Sentence(
                "the part {part} is not well-formed XML.", part=part
            )
            raise self._refusal(malformed) from error


def _greatest_ratio(entries: list[zipfile.ZipInfo]) -> int:
    """How many times as large as its packed bytes a large part is at most."""
    large = (entry for entry in entries if entry.file_size > RATIO_FROM_BYTES)
    ratios = (
        entry.file_size // max(entry.compress_size, 1) for entry in large
    )
    return max(ratios, default=0)


def _about_ole(data: bytes) -> tuple[Sentence, ...]:
    if _UTF16_NAME in data:
        return (
            Sentence("this file is protected with a password."),
            Sentence("Save it without password, or as PDF, and give that."),
        )
    return (
        Sentence("this is a file of an older Office version (.doc, .xls)."),
        Sentence("Save it as .docx or .xlsx, or as PDF, and give that."),
    )


class _DoctypeError(Exception):
    """XML with a document type, which may declare entities."""


def _parse_xml(data: bytes) -> Element:
    """The tree in XML.

    A document type is looked for first: defusedxml can do both at once, but takes thrice the time.
    """

    def refuse_doctype(*_: object) -> NoReturn:
        raise _DoctypeError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.Parse(data, True)
    return fromstring(data)  # noqa: S314 (no entities: there is no document type)


def _nesting_depth(root: Element) -> int:
    """How many elements stand around the innermost one, itself included."""
    depth, generation = 0, [root]
    while generation:
        depth += 1
        generation = [child for parent in generation for child in parent]
    return depth
