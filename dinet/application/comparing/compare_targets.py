"""Two sentences compared, the pairs of JSON lines, and all targets and efforts of a document."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from dinet.application.files.json_lines import line_error, read_records
from dinet.application.opened_document import open_document
from dinet.errors import DinetError
from dinet.language import Sentence
from dinet.wording.comparison.alike_elements import (
    AlikeElements,
    find_alike_elements,
)
from dinet.wording.comparison.comparison import (
    Comparison,
    compare_statements,
)


class ComparedLine(NamedTuple):
    """The two texts of one JSON line, and what they have in common.

    Args:
        id: As the line gives it.
        comparison: Of the first with the second.
    """

    id: Any
    comparison: Comparison


class ComparedDocument(NamedTuple):
    """The pairs of a document.

    Args:
        name: Of the document.
        pairs: Targets before efforts, in the order of the document; none that merely differ.
        lang: The language of the reader.
    """

    name: str
    pairs: tuple[AlikeElements, ...]
    lang: str


def compare_document(
    document: str, lang: str | None, wishes: Mapping[str, Any]
) -> ComparedDocument:
    """The targets and the efforts of a document that are the same, or contradict each other.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        wishes: What else ``open_document`` takes.

    Raises:
        DinetError: The document cannot be read.
    """
    opened = open_document(document, lang, **wishes)
    pairs = find_alike_elements(opened.network, is_thorough=True)
    return ComparedDocument(opened.name, tuple(pairs), opened.lang)


def compare_lines(
    lines: Iterable[bytes],
) -> Iterator[ComparedLine | DinetError]:
    """The comparison of the two texts of each JSON line; an error for a line without them.

    Args:
        lines: JSON objects with ``id``, ``a`` and ``b``; empty lines are left out.
    """
    for number, record in read_records(lines):
        one, other = record.get("a"), record.get("b")
        if not isinstance(one, str) or not isinstance(other, str):
            what = Sentence('this is no JSON object with an "a" and a "b".')
            yield line_error(number, what)
            continue
        yield ComparedLine(record.get("id"), compare_statements(one, other))
