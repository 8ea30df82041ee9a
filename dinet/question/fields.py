"""The fields that a question can ask for: what stands in them, as texts and as numbers."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import ClassVar, NamedTuple

from dinet.language import Sentence
from dinet.model import (
    STATED_FIELDS,
    Aim,
    Amount,
    Element,
    Kind,
    MeasurementKind,
    Place,
    Target,
)
from dinet.native.keys import ELEMENT, LEVELS
from dinet.question.tokens import quote_text
from dinet.vocabulary.dialect import plain
from dinet.wording.amounts import ReadAmount, read_amounts
from dinet.wording.labels import FIELD_NAMES
from dinet.wording.numbers import NUMBER_PATTERN, is_measure, parse_number
from dinet.wording.periods import MONTHS_A_YEAR, parse_period
from dinet.wording.undetermined import find_undetermined, is_vacant

_NUMBER = re.compile(NUMBER_PATTERN)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDLESS = Decimal(10**6)
"""A year after all others: of a period without an end."""


class NumberRange(NamedTuple):
    """A number that a field states, or a time from one year to another."""

    least: Decimal
    most: Decimal


class Field(NamedTuple):
    """A field of the model or of what was measured.

    Args:
        name: As ``native.keys`` has it, or one of those that only questions have.
    """

    name: str

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of element that have it; empty for all."""
        return _KINDS_OF_FIELD.get(self.name, frozenset())

    @property
    def has_numbers(self) -> bool:
        """Whether what stands there may be compared as a number."""
        return self.name in _WITH_NUMBERS

    @property
    def is_money(self) -> bool:
        """Whether its numbers are amounts in euros."""
        return self.name == "budget"

    def texts_of(self, element: Element) -> tuple[str, ...]:
        """What an element has in this field, each text once; empty when nothing stands there."""
        texts = _TEXTS[self.name](element)
        return tuple(dict.fromkeys(text for text in texts if text))

    def open_texts(self, element: Element) -> tuple[str, ...]:
        """Of these texts those that leave it open, such as ``p.m.`` and ``vacant``."""
        if self.name in _NEVER_OPEN:
            return ()
        texts = [text for text in self.texts_of(element) if _is_open(text)]
        if self.name == "owners":
            texts += filter(is_vacant, self.texts_of(element))
            texts += filter(None, [element.vacant])
        if self.name in _AMOUNT_UNITS:
            amounts = _amounts_of(element, _AMOUNT_UNITS[self.name])
            texts += [each.text for each in amounts if each.value is None]
        return tuple(dict.fromkeys(texts))

    def numbers_of(
        self, element: Element, lang: str
    ) -> tuple[NumberRange, ...]:
        """The numbers that the document states here; empty when it states none.

        Money is added up when all of it is known and of one unit; of a period these are its
        years.

        Args:
            element: Any.
            lang: The language of the document, for its notation of numbers.
        """
        if self.name in _AMOUNT_UNITS:
            return _total_amount(element, _AMOUNT_UNITS[self.name], lang)
        if self.name in _PERIODS:
            return tuple(_years_of(self.texts_of(element)))
        if self.name in _YEARS:
            return tuple(_years_named(self.texts_of(element)))
        measured = tuple(_numbers_measured(element, self.name))
        return measured or tuple(_measures_in(self.texts_of(element), lang))

    def places_in(self, element: Element) -> tuple[Place, ...]:
        """The cells that state the field; the places of the element when none is known."""
        for mention in element.stated:
            if _STATED_AS.get(self.name) == mention.field:
                return element.places_of(mention.field)
        return element.places

    def short_label(self) -> Sentence:
        """What the field is called."""
        return Sentence(FIELD_LABELS.get(self.name) or FIELD_NAMES[self.name])

    @property
    def data_name(self) -> str:
        """By which programs know it: the English key of the native form."""
        return self.as_words("en")

    def as_words(self, lang: str) -> str:
        """The field as a question names it."""
        if self.name in _OWN_WORDS:
            return _OWN_WORDS[self.name][lang != "nl"]
        return _KEYS[self.name].in_language(lang)


@dataclass(frozen=True)
class OwnColumn:
    """A column of the document's own: by its heading, or by a role of owners in its words."""

    heading: str
    has_numbers: ClassVar[bool] = True
    is_money: ClassVar[bool] = False

    @property
    def kinds(self) -> frozenset[Kind]:
        """Any kind of element may have it."""
        return frozenset()

    def texts_of(self, element: Element) -> tuple[str, ...]:
        """What an element has under this heading; empty when nothing."""
        wanted = plain(self.heading)
        texts = [
            text for heading, text in own_texts(element) if heading == wanted
        ]
        return tuple(dict.fromkeys(texts))

    def open_texts(self, element: Element) -> tuple[str, ...]:
        """Of these texts those that leave it open."""
        return tuple(filter(_is_open, self.texts_of(element)))

    def numbers_of(
        self, element: Element, lang: str
    ) -> tuple[NumberRange, ...]:
        """The numbers under this heading: of texts that are a number with at most a unit."""
        return tuple(_measures_in(self.texts_of(element), lang))

    def places_in(self, element: Element) -> tuple[Place, ...]:
        """The cells under this heading; the places of the element when none is known."""
        wanted = plain(self.heading)
        cells = [
            field.place
            for field in element.extra
            if field.place and plain(field.heading) == wanted
        ]
        return tuple(cells) or element.places

    def short_label(self) -> Sentence:
        """The heading itself."""
        return Sentence("{name}", name=self.heading)

    @property
    def data_name(self) -> str:
        """By which programs know it: the heading."""
        return self.heading

    def as_words(self, lang: str) -> str:
        """The column as a question names it."""
        word = "kolom" if lang == "nl" else "column"
        return f"{word} {quote_text(self.heading)}"


AskedField = Field | OwnColumn


class FieldWords(Sentence):
    """A field within a sentence: as a question in the language of the reader names it.

    Example:
        >>> FieldWords(FIELDS["owners"]).in_language("nl")
        'trekker'
    """

    __slots__ = ("field",)

    def __init__(self, field: AskedField) -> None:
        super().__init__("")
        self.field = field

    def in_language(self, lang: str) -> str:
        """The field in a language."""
        return self.field.as_words(lang)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FieldWords) and self.field == other.field

    def __hash__(self) -> int:
        return hash(self.field)


def own_texts(element: Element) -> Iterator[tuple[str, str]]:
    """What stands in the columns of an element, with their headings in plain form."""
    for field in element.extra:
        yield plain(field.heading), field.text
    for role in element.roles:
        yield plain(role.role), role.name
    for mention in element.stated:
        if mention.place and mention.place.heading:
            yield plain(mention.place.heading), mention.text


def own_headings(element: Element) -> Iterator[str]:
    """The headings of these columns, in the words of the document."""
    yield from (field.heading for field in element.extra)
    yield from (role.role for role in element.roles)
    for mention in element.stated:
        if mention.place and mention.place.heading:
            yield mention.place.heading


@lru_cache(maxsize=65536)
def _is_open(text: str) -> bool:
    """A text says nothing but that something is still to be settled."""
    words = text.strip(" .()€?")
    found = " ".join(find_undetermined(text))
    return bool(found) and len(found) * 2 > len(words)


def _aim_text(name: str) -> Callable[[Element], Iterable[str | None]]:
    """The text of an aim, and the values of the same kind that were measured."""

    def texts_of(element: Element) -> Iterator[str | None]:
        if not isinstance(element, Target):
            return
        yield getattr(element.target or Aim(), name)
        yield from _measured_texts(element, name)

    return texts_of


_MEASURED: dict[str, tuple[MeasurementKind, str]] = {
    "value": ("target", "text"),
    "year": ("target", "year"),
    "baseline": ("baseline", "text"),
    "baseline_year": ("baseline", "year"),
    "realised": ("realised", "text"),
    "forecast": ("forecast", "text"),
}
"""The measurements that a field holds: their kind, and what of them."""


def _measured_texts(element: Target, name: str) -> Iterator[str | None]:
    kind, part = _MEASURED.get(name, (None, ""))
    for measurement in element.measurements:
        if kind and measurement.kind == kind:
            yield getattr(measurement, part)


def _numbers_measured(element: Element, name: str) -> Iterator[NumberRange]:
    """The numbers of the measurements that a field holds."""
    kind = _MEASURED.get(name, (None, ""))[0]
    if kind is None or not isinstance(element, Target):
        return
    for each in element.measurements:
        if each.kind == kind and each.number is not None:
            yield NumberRange(each.number, each.number)


def _measurement_text(name: str) -> Callable[[Element], Iterable[str | None]]:
    def texts_of(element: Element) -> Iterator[str | None]:
        if isinstance(element, Target):
            yield from _measured_texts(element, name)

    return texts_of


def _deadlines_said(element: Element) -> tuple[str, ...]:
    """The words for the years by which the sentence of a target wants it met."""
    is_target = isinstance(element, Target)
    return _deadlines_in(element.text) if is_target else ()


@lru_cache(maxsize=65536)
def _deadlines_in(text: str) -> tuple[str, ...]:
    if not _YEAR.search(text):
        return ()  # taking a sentence apart takes a millisecond
    # its words take longer to load than most questions need
    from dinet.wording.target_sentence.analysis import analyse_target

    found = analyse_target(text).deadlines
    words = (deadline.span.words for deadline in found)
    return tuple(filter(_YEAR.search, words))


def _level_words(element: Element) -> tuple[str, ...]:
    """The level in both languages."""
    level = getattr(element, "level", None)
    return (LEVELS[level], level) if level else ()


_TEXTS: dict[str, Callable[[Element], Iterable[str | None]]] = {
    "id": lambda element: (element.id,),
    "code": lambda element: (element.code,),
    "text": lambda element: (element.text, element.title, *element.wordings),
    "title": lambda element: (element.title,),
    "wordings": lambda element: element.wordings,
    "level": _level_words,
    "owners": lambda element: element.owners,
    "partners": lambda element: element.partners,
    "joint_with": lambda element: element.joint_with,
    "sources": lambda element: element.sources,
    "group": lambda element: (element.group,),
    "phase": lambda element: (
        element.phase,
        *(step.phase for step in element.planning),
    ),
    "period": lambda element: (
        element.period,
        *(step.period for step in element.planning),
    ),
    "planning": lambda element: (
        f"{step.period}: {step.phase}" for step in element.planning
    ),
    "budget": lambda element: (element.budget,),
    "fte": lambda element: _amount_texts(element, "fte"),
    "hours": lambda element: _amount_texts(element, "uur"),
    "status": lambda element: (element.status,),
    "remark": lambda element: (element.remark,),
    "indicator": _aim_text("indicator"),
    "value": _aim_text("value"),
    "unit": _aim_text("unit"),
    "year": lambda element: (
        tuple(filter(None, _aim_text("year")(element)))
        or _deadlines_said(element)
    ),
    "baseline": _aim_text("baseline"),
    "baseline_year": _aim_text("baseline_year"),
    "realised": _measurement_text("realised"),
    "forecast": _measurement_text("forecast"),
}
"""What an element has in each field.

A text is also found by its title and the wordings that were merged into it, a phase and a period
in the planning. A target whose document has no year in a cell of its own has the year that its
sentence says.
"""

_AMOUNT_UNITS: dict[str, str | None] = {
    "budget": None,
    "fte": "fte",
    "hours": "uur",
}
"""The unit of the amounts that a field adds up; None for money, also where no unit stands."""
_MONEY = (None, "EUR", "EUR per jaar")
_NEVER_OPEN = frozenset({"id", "code", "text", "title", "wordings", "level"})
"""A text may hold words that leave something open, and is there all the same."""
_YEARS = frozenset({"year", "baseline_year"})
_PERIODS = frozenset({"period", "planning"})
_WITH_NUMBERS = frozenset({*_AMOUNT_UNITS, *_YEARS, *_PERIODS, *_MEASURED})
_OF_TARGETS: frozenset[Kind] = frozenset({"target"})
_KINDS_OF_FIELD: dict[str, frozenset[Kind]] = {
    **dict.fromkeys((*Aim.model_fields, "realised", "forecast"), _OF_TARGETS),
    "level": frozenset({"goal"}),
}
_STATED_AS: dict[str, str] = {
    "owners": "owner",
    "partners": "partner",
    "sources": "source",
    **{name: name for name in STATED_FIELDS},
}
"""What the cells are called that state a field."""
_KEYS = {key.field: key for key in ELEMENT if key.field in _TEXTS}
_OWN_WORDS = {
    "realised": ("realisatie", "realised"),
    "forecast": ("prognose", "forecast"),
    "fte": ("fte", "fte"),
    "hours": ("uren", "hours"),
}
"""How fields without a native key are printed, in Dutch and English; ``words.toml`` reads them."""
FIELD_LABELS = {
    "id": "Id",
    "code": "Code",
    "text": "Text",
    "level": "Level",
    "realised": "Realised",
    "forecast": "Forecast",
    "fte": "Posts",
    "hours": "Hours",
}
"""Of fields that ``wording.labels`` does not name."""
FIELDS: dict[str, Field] = {name: Field(name) for name in _TEXTS}
"""All fields, by name."""
TEXT_FIELD = FIELDS["text"]
LEVEL_FIELD = FIELDS["level"]


def _amounts_of(
    element: Element, unit: str | None, lang: str = "nl"
) -> list[Amount | ReadAmount]:
    """The amounts of a unit; of a budget that was written by hand those that its words say."""
    amounts: tuple[Amount | ReadAmount, ...] = element.amounts
    if not amounts and element.budget:
        amounts = _read_budget(element.budget, lang)
    if unit is None:
        return [each for each in amounts if each.unit in _MONEY]
    return [
        each for each in amounts if each.unit and each.unit.split()[0] == unit
    ]


@lru_cache(maxsize=65536)
def _read_budget(text: str, lang: str) -> tuple[ReadAmount, ...]:
    return read_amounts(text, "", lang)


def _amount_texts(element: Element, unit: str) -> list[str]:
    return [each.text for each in _amounts_of(element, unit)]


def _total_amount(
    element: Element, unit: str | None, lang: str
) -> tuple[NumberRange, ...]:
    """The amounts added up; nothing when one is open, or when they are not of one unit."""
    amounts = _amounts_of(element, unit, lang)
    values = [each.value for each in amounts if each.value is not None]
    units = {each.unit for each in amounts}
    if not values or len(values) < len(amounts) or len(units) > 1:
        return ()
    total = sum(values, Decimal(0))
    return (NumberRange(total, total),)


def _measures_in(texts: Iterable[str], lang: str) -> Iterator[NumberRange]:
    """The numbers of those texts that are one number with at most its unit."""
    for text in texts:
        found = _NUMBER.search(text) if is_measure(text) else None
        number = parse_number(found[0], lang) if found else None
        if found is not None and number is not None:
            sign = -1 if text[: found.start()].rstrip().endswith("-") else 1
            yield NumberRange(sign * number, sign * number)


def _years_named(texts: Iterable[str]) -> Iterator[NumberRange]:
    """Every year that stands in some texts."""
    for text in texts:
        for year in _YEAR.findall(text):
            yield NumberRange(Decimal(year), Decimal(year))


def _years_of(texts: Iterable[str]) -> Iterator[NumberRange]:
    """The years in which each of some times begins and ends."""
    for text in texts:
        months = parse_period(text.partition(": ")[0])
        if months is None:
            continue
        first, last = months
        yield NumberRange(
            Decimal(0 if first is None else first // MONTHS_A_YEAR),
            _ENDLESS if last is None else Decimal(last // MONTHS_A_YEAR),
        )
