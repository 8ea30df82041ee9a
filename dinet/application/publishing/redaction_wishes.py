"""The ``--redact`` option: which names it asks to leave out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from dinet.application.files.input_files import read_input_file
from dinet.document.text_lines import decode_text
from dinet.errors import DocumentError, MissingInputError
from dinet.language import Sentence
from dinet.redaction.redact import RedactionWishes

OWNERS, NAMES = "owners", "names"
KEEP_PUBLIC = "keep-public"
"""Spares who answers in public for a plan: wethouders, portefeuillehouders."""
_WORDS = (OWNERS, NAMES, KEEP_PUBLIC)
_TICKED, _UNTICKED = ("[x]", "[X]"), "[ ]"


def read_wishes(asked: Sequence[str]) -> RedactionWishes:
    """What the values of the option ask for together.

    Args:
        asked: ``owners``, ``names``, ``keep-public``, or the path of a file with a name on each
            line. ``NAME = ROLE`` says what stands in its place, ``[ ] NAME`` that this person may
            stand and ``[x] NAME`` that he may not, ``! WORDS`` that no name is looked for in these
            words, and ``#`` begins a remark.

    Raises:
        MissingInputError: There is no such file.
        DocumentError: It holds no names.
    """
    names: list[tuple[str, str]] = []
    keep: list[str] = []
    spared: list[str] = []
    for line in _lines_of_lists(asked):
        name, role = _split_line(line)
        if line.startswith("!"):
            keep.append(line[1:].strip())
        elif line.startswith(_UNTICKED):
            spared.append(name)
        elif name:
            names.append((name, role))
    return RedactionWishes(
        owners=bool({OWNERS, NAMES}.intersection(asked)),
        everywhere=NAMES in asked,
        names=tuple(names),
        keep=tuple(keep),
        spared=tuple(spared),
        spare_public=KEEP_PUBLIC in asked,
    )


def _split_line(line: str) -> tuple[str, str]:
    """The name and the role of a line, without the tick before them and a remark after them."""
    for tick in (*_TICKED, _UNTICKED):
        line = line.removeprefix(tick)
    name, _, role = line.partition(" #")[0].partition("=")
    return name.strip(), role.strip()


def _lines_of_lists(asked: Sequence[str]) -> Iterator[str]:
    for name in asked:
        if name not in _WORDS:
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
            "--redact takes owners, names, keep-public, or a file with a name on each line."
        )
        raise MissingInputError(*error.what, hint, where=path) from error
