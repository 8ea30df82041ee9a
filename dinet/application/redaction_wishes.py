"""The ``--redact`` option: which names it asks to leave out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dinet.application.input_files import read_input_file
from dinet.document.text_lines import decode_text
from dinet.errors import DocumentError, MissingInputError
from dinet.language import Sentence
from dinet.redaction.redact import RedactionWishes

OWNERS, NAMES = "owners", "names"


def read_wishes(asked: Sequence[str]) -> RedactionWishes:
    """What the values of the option ask for together.

    Args:
        asked: ``owners``, ``names``, or the path of a file with a name on each line.
            ``NAME = ROLE`` says what stands in its place, ``! WORDS`` that no name is looked for in
            these words, and ``#`` begins a remark.

    Raises:
        MissingInputError: There is no such file.
        DocumentError: It holds no names.
    """
    names = []
    keep = []
    for line in _lines_of_lists(asked):
        name, _, role = line.partition("=")
        if line.startswith("!"):
            keep.append(line[1:].strip())
        elif name.strip():
            names.append((name.strip(), role.strip()))
    return RedactionWishes(
        owners=bool({OWNERS, NAMES}.intersection(asked)),
        everywhere=NAMES in asked,
        names=tuple(names),
        keep=tuple(keep),
    )


def _lines_of_lists(asked: Sequence[str]) -> Iterator[str]:
    for name in asked:
        if name not in (OWNERS, NAMES):
            yield from _read_lines(name)


def _read_lines(path: str) -> Iterator[str]:
    """The lines of a list of names, without remarks."""
    name = Path(path).name
    text, _ = decode_text(_read_list(path), name)
    stripped = map(str.strip, text.splitlines())
    lines = [line for line in stripped if line and not line.startswith("#")]
    if not lines:
        raise DocumentError(Sentence("this file holds no names."), where=name)
    yield from lines


def _read_list(path: str) -> bytes:
    try:
        return read_input_file(path)
    except MissingInputError as error:
        hint = Sentence(
            "--redact takes owners, names, or a file with a name on each line."
        )
        raise MissingInputError(*error.what, hint, where=path) from error
