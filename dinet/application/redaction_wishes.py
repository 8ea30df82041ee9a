"""The ``--redact`` option: which names it asks to leave out, and the log of what was left out where."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dinet.document.lines import decoded
from dinet.document.native.keys import ELEMENT, IDENTITY, NOTES, PLACES, VALUE
from dinet.errors import DocumentError, MissingInputError
from dinet.language import Sentence
from dinet.limits import limits, over
from dinet.redaction.contacts import What
from dinet.redaction.redact import Redacted, Removal, Wishes

OWNERS, NAMES = "owners", "names"
_FIELDS = {key.field: key for key in (*IDENTITY, *ELEMENT, VALUE)} | {"message": NOTES, "values": NOTES, "places": PLACES}
_COUNTS: dict[What, str] = {
    "name": "names: {n}",
    "mail": "mail addresses: {n}",
    "phone": "telephone numbers: {n}",
    "number": "citizen service numbers: {n}",
}


def wishes(asked: Sequence[str]) -> Wishes:
    """What the values of the option ask for together.

    Args:
        asked: ``owners``, ``names``, or the path of a file with a name on each line. ``NAME = ROLE`` says what stands in
            its place, ``! WORDS`` that no name is looked for in these words, and ``#`` begins a remark.

    Raises:
        MissingInputError: There is no such file.
    """
    files = [name for name in asked if name not in (OWNERS, NAMES)]
    lines = [line for name in files for line in _lines(name)]
    names = [line.partition("=") for line in lines if not line.startswith("!")]
    return Wishes(
        owners=bool({OWNERS, NAMES}.intersection(asked)),
        everywhere=NAMES in asked,
        names=tuple((name.strip(), role.strip()) for name, _, role in names if name.strip()),
        keep=tuple(line[1:].strip() for line in lines if line.startswith("!")),
    )


def _lines(name: str) -> Iterator[str]:
    path = Path(name)
    try:
        if path.stat().st_size > limits().file:
            raise over("file", path.stat().st_size, path.name)
        text, _ = decoded(path.read_bytes(), path.name)
    except OSError as error:
        hint = Sentence("--redact takes owners, names, or a file with a name on each line.")
        raise MissingInputError(Sentence("there is no such file."), hint, where=name) from error
    found = [line.strip() for line in text.splitlines()]
    found = [line for line in found if line and not line.startswith("#")]
    if not found:
        raise DocumentError(Sentence("this file holds no names."), where=path.name)
    yield from found


def log(made: Redacted, lang: str) -> Iterator[str]:
    """How much was left out, then each place, and which owners were left because they look like departments."""
    counts = Counter(removal.removed.what for removal in made.removals)
    said = [Sentence(_COUNTS[what], n=counts[what]).said(lang) for what in _COUNTS if counts[what]]
    yield Sentence("Left out: {what}", what=", ".join(said)).said(lang) if said else Sentence("Left out: nothing").said(lang)
    for removal, times in Counter(made.removals).items():
        yield f"  {_line(removal, lang)}" + (f" ({times}×)" if times > 1 else "")
    if made.kept:
        yield Sentence("Left standing as departments or roles: {names}", names=", ".join(made.kept)).said(lang)


def _line(removal: Removal, lang: str) -> str:
    field = _FIELDS[removal.field].said(lang) if removal.field in _FIELDS else removal.field
    where = f"{removal.about}, {field}" if removal.about else field
    return f"{where}: “{removal.removed.words}” → {removal.removed.instead}"
