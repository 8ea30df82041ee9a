"""What was left out where, so that a person can check it before the document is published."""

from collections import Counter
from collections.abc import Iterator

from dinet.language import JoinedSentences, Sentence
from dinet.native.keys import AGREED, ELEMENT, IDENTITY, NOTES, PLACES, VALUE
from dinet.redaction.contacts import SensitiveKind
from dinet.redaction.redact import RedactedProgramme, Removal

_FIELDS = {key.field: key for key in (*IDENTITY, *ELEMENT, VALUE)}
_FIELDS |= {
    "agreed": AGREED,
    "message": NOTES,
    "values": NOTES,
    "places": PLACES,
}
_COUNTS: dict[SensitiveKind, str] = {
    "name": "names: {n}",
    "mail": "mail addresses: {n}",
    "handle": "accounts: {n}",
    "phone": "telephone numbers: {n}",
    "number": "personal numbers: {n}",
}


def redaction_log(redacted: RedactedProgramme, lang: str) -> Iterator[str]:
    """How much was left out, then each place, then the owners that look like a department."""
    yield _count_removals(redacted).in_language(lang)
    for removal, times in Counter(redacted.removals).items():
        repeated = f" ({times}×)" if times > 1 else ""
        yield f"  {_removal_line(removal, lang)}{repeated}"
    yield from _kept_lines(redacted, lang)


def published_log(redacted: RedactedProgramme, lang: str) -> Iterator[str]:
    """The same without the words that were left out, for who is not to know them."""
    yield _count_removals(redacted).in_language(lang)
    lines = Counter(
        f"{removal_place(removal, lang)}: {removal.removed.replacement}"
        for removal in redacted.removals
    )
    for line, times in lines.items():
        repeated = f" ({times}×)" if times > 1 else ""
        yield f"  {line}{repeated}"
    yield from _kept_lines(redacted, lang)


def _kept_lines(redacted: RedactedProgramme, lang: str) -> Iterator[str]:
    """Who was spared, and which owners look like a department."""
    if redacted.spared:
        names = ", ".join(redacted.spared)
        yield Sentence(
            "Spared, as was wished: {names}", names=names
        ).in_language(lang)
    if redacted.kept_owners:
        names = ", ".join(redacted.kept_owners)
        yield Sentence(
            "Left standing as departments or roles: {names}", names=names
        ).in_language(lang)


def _count_removals(redacted: RedactedProgramme) -> Sentence:
    counts = Counter(removal.removed.kind for removal in redacted.removals)
    kinds = [kind for kind in _COUNTS if counts[kind]]
    if not kinds:
        return Sentence("Left out: nothing")
    totals = [Sentence(_COUNTS[kind], n=counts[kind]) for kind in kinds]
    return Sentence(
        "Left out: {what}", what=JoinedSentences(*totals, glue=", ")
    )


def _removal_line(removal: Removal, lang: str) -> str:
    where = removal_place(removal, lang)
    return (
        f"{where}: “{removal.removed.words}” → {removal.removed.replacement}"
    )


def removal_place(removal: Removal, lang: str) -> str:
    """Where something was taken out: the id of the element, and the field."""
    key = _FIELDS.get(removal.field)
    field = key.in_language(lang) if key else removal.field
    return f"{removal.element_id}, {field}" if removal.element_id else field
