"""What a document says of an element beside the fields that every report has.

These are the roles of its owners, its measurements, and the cells of the document's own columns.
"""

from collections.abc import Iterator
from typing import NamedTuple

from dinet.language import translate_words
from dinet.model import Amount, Element, Measurement, Target
from dinet.wording.labels import FIELD_NAMES, MEASUREMENT_NAMES


class DetailLine(NamedTuple):
    """A name and what it says: ``Realisation 2024``, ``31%``."""

    name: str
    text: str

    @property
    def joined(self) -> str:
        """Both on one line, as a cell of a table has them."""
        return f"{self.name}: {self.text}" if self.name else self.text


def detail_lines(element: Element, lang: str) -> list[DetailLine]:
    """The details of an element in the order of the document; empty for most elements.

    Args:
        element: Of any kind.
        lang: The language of the names that are ours; headings and roles are the document's.

    Example:
        >>> from dinet.model import Effort, ExtraField
        >>> risk = ExtraField(heading="Risico", text="hoog")
        >>> [line.joined for line in detail_lines(Effort(id="I1", text="Hal", extra=(risk,)), "nl")]
        ['Risico: hoog']
    """
    lines = [*_role_lines(element, lang), *_measurement_lines(element, lang)]
    lines += [DetailLine(own.heading, own.text) for own in element.extra]
    return list(dict.fromkeys(lines))


def _role_lines(element: Element, lang: str) -> Iterator[DetailLine]:
    """A line for each role; none where all are just owners, who have been named already."""
    usual = translate_words(FIELD_NAMES["owners"], lang).casefold()
    names_by_role: dict[str, list[str]] = {}
    for owner in element.roles:
        names_by_role.setdefault(owner.role, []).append(owner.name)
    if {role.casefold() for role in names_by_role} <= {usual}:
        return
    for role, names in names_by_role.items():
        yield DetailLine(role, ", ".join(dict.fromkeys(names)))


def _measurement_lines(element: Element, lang: str) -> Iterator[DetailLine]:
    """A line for each value that is neither the baseline nor the aim of a target."""
    if not isinstance(element, Target):
        return
    aim = element.target
    told: set[tuple[str, str | None, str | None]] = set()
    if aim:
        told = {
            ("baseline", aim.baseline_year, aim.baseline),
            ("target", aim.year, aim.value),
        }
    for value in element.measurements:
        if (value.kind or "target", value.year, value.text) not in told:
            yield DetailLine(_measurement_name(value, lang), value.text)


def _measurement_name(value: Measurement, lang: str) -> str:
    """What a value is and of which year, as far as the document says it."""
    kind = MEASUREMENT_NAMES[value.kind] if value.kind else ""
    words = (translate_words(kind, lang) if kind else "", value.year or "")
    return " ".join(filter(None, words))


def amount_in_words(amount: Amount) -> str:
    """An amount as a number with its unit and year; empty for one that is still open.

    Example:
        >>> from decimal import Decimal
        >>> amount_in_words(Amount(value=Decimal(12500), unit="EUR", year="2026", text="12,5k"))
        '12500 EUR (2026)'
    """
    if amount.value is None:
        return ""
    year = f"({amount.year})" if amount.year else ""
    parts = (format(amount.value, "f"), amount.unit or "", year)
    return " ".join(filter(None, parts))
