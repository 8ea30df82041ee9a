"""JSON lines on standard input: a record on each line, for what asks much of dinet at once."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from dinet.errors import DocumentError
from dinet.language import Sentence

Record = dict[str, Any]


def read_records(lines: Iterable[bytes]) -> Iterator[tuple[int, Record]]:
    """The number of each line that is not empty, from 1, with its record.

    The record is empty for a line that is no JSON object.

    Example:
        >>> list(read_records([b'{"id": 7}', b"", b"no JSON"]))
        [(1, {'id': 7}), (3, {})]
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield number, _record_in(line)


def _record_in(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return record if isinstance(record, dict) else {}


def line_error(number: int, what: Sentence) -> DocumentError:
    """What is wrong with the line with a number."""
    return DocumentError(what, where=Sentence("line {number}", number=number))
