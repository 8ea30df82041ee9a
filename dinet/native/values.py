"""The small values of a native file: texts, numbers, places, evidence, and unknown keys."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeVar

from dinet.errors import did_you_mean
from dinet.language import Sentence
from dinet.native import typing_errors
from dinet.native.keys import (
    AGREED,
    BASES,
    BASIS,
    EXTRA,
    MEASUREMENT_KINDS,
    PARTS,
    PLACE,
    PLACES,
    STATED_FIELDS,
    STEP,
    WEIGHT,
    NativeKey,
    hyphenated_word,
    keys_by_word,
    names_by_word,
)
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Value, values_of

Known = TypeVar("Known", NativeKey, str)

_PLACE = keys_by_word(PLACE)
_STEP = keys_by_word(STEP)
_EVIDENCE = keys_by_word((BASIS, WEIGHT, AGREED, PLACES))
_PARTS = {field: keys_by_word(keys) for field, keys in PARTS.items()}
_CHOICES = {
    "field": names_by_word(STATED_FIELDS),
    "measurement": names_by_word(MEASUREMENT_KINDS),
}
_BASES = names_by_word(BASES)
_NEEDED = {
    "roles": ("role", "name"),
    "amounts": (),
    "measurements": ("text",),
    "extra": ("heading", "text"),
    "stated": ("field",),
}
"""What each part cannot do without."""
_TEXTS_OF_PLACE = ("file", "sheet", "heading")
# Python refuses to make a number of more than 4,300 digits
_NUMBER = re.compile(r"-?[0-9]{1,1000}", re.ASCII)
_EXACT_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?", re.ASCII)
_MOST_DIGITS = 15
"""Of an exact number, from the first that is not zero."""


class ValueReader:
    """Reads values, and reports what cannot be.

    Args:
        report: Where problems go. Its name is the file of places that name none.
    """

    def __init__(self, report: ProblemReport) -> None:
        self.report = report
        self.file = report.name

    def known_keys(
        self, fields: Fields, words: Mapping[str, NativeKey]
    ) -> Iterator[tuple[NativeKey, MarkedText, Value]]:
        """The keys of some fields with their words and values; unknown keys are reported."""
        for word, value in fields.items():
            key = words.get(word) or words.get(hyphenated_word(word))
            if key:
                yield key, word, value
            else:
                self.report_unknown(word, words)

    def report_unknown(
        self, word: MarkedText, words: Mapping[str, object]
    ) -> None:
        """Report a word that means nothing here, with the mistake that most likely led to it."""
        what = Sentence("“{word}” means nothing here.", word=word)
        # looking for words that are near takes time, and a full message lists no more of them
        hints = () if self.report.is_full else did_you_mean(word, words)
        if word.startswith("-"):
            hints = (typing_errors.SPACE_AFTER_DASH,)
        elif " " in word:
            hints = (*hints, typing_errors.COLON_NEEDS_QUOTES)
        self.report.add_problem(word.mark, what, *hints)

    def read_text(self, value: Value) -> str | None:
        """One text, or None when it was left open."""
        if isinstance(value, MarkedText):
            return None if isinstance(value, LeftOpen) else str(value)
        hint = (
            typing_errors.COLON_NEEDS_QUOTES
            if isinstance(value, Fields)
            else typing_errors.BRACKET_NEEDS_QUOTES
        )
        self.report.add_problem(
            value.mark, Sentence("one text is expected here."), hint
        )
        return None

    def read_texts(self, value: Value) -> list[str]:
        """Some texts; what is no text is reported and left out."""
        texts = map(self.read_text, values_of(value))
        return [text for text in texts if text is not None]

    def read_fields(
        self, value: Value, words: Mapping[str, NativeKey]
    ) -> Fields | None:
        """Values by key, or None when it is something else."""
        if isinstance(value, Fields):
            return value
        expected = ", ".join(dict.fromkeys(key.nl for key in words.values()))
        self.report.add_problem(
            value.mark,
            Sentence(
                "keys with values are expected here: {keys}.", keys=expected
            ),
        )
        return None

    def read_choice(
        self, value: Value, words: Mapping[str, str]
    ) -> str | None:
        """What a name means, among the few names that there are.

        None when it was left open; empty when it is unknown, which is reported.
        """
        name = self.read_text(value)
        if name is None:
            return None
        meaning = words.get(hyphenated_word(name))
        if meaning is None:
            self.report.add_problem(
                value.mark,
                Sentence("“{word}” means nothing here.", word=name),
                Sentence("Expected: {words}.", words=", ".join(words)),
            )
        return meaning or ""

    def read_places(self, value: Value) -> list[dict[str, object]]:
        """Places, each as the fields of the model."""
        return [
            self._read_place(fields)
            for fields in self._fields_in(value, _PLACE)
        ]

    def _fields_in(
        self, value: Value, words: Mapping[str, NativeKey]
    ) -> Iterator[Fields]:
        """The fields of a series; what is no fields is reported and left out."""
        for member in values_of(value):
            fields = self.read_fields(member, words)
            if fields is not None:
                yield fields

    def _read_place(self, fields: Fields) -> dict[str, object]:
        place: dict[str, object] = {"file": self.file}
        for key, _, value in self.known_keys(fields, _PLACE):
            part = (
                self.read_text(value)
                if key.field in _TEXTS_OF_PLACE
                else self._read_number(value)
            )
            if part is not None:
                place[key.field] = part
        return place

    def _read_number(self, value: Value) -> int | None:
        digits = self.read_text(value)
        if digits is None:
            return None
        if _NUMBER.fullmatch(digits):
            return int(digits)
        self.report.add_problem(
            value.mark,
            Sentence("“{word}” is not a whole number.", word=digits),
        )
        return None

    def read_steps(self, value: Value) -> list[dict[str, str]]:
        """The steps of a planning, each as the fields of the model."""
        return [
            self._read_step(fields) for fields in self._fields_in(value, _STEP)
        ]

    def _read_step(self, fields: Fields) -> dict[str, str]:
        step = {"period": "", "phase": ""}
        for key, _, value in self.known_keys(fields, _STEP):
            step[key.field] = self.read_text(value) or ""
        return step

    def read_parts(
        self, value: Value, key: NativeKey
    ) -> list[dict[str, object]]:
        """The parts behind a key of an element, such as amounts, as the fields of the model.

        What a part cannot do without is reported when it lacks; but not the text of a field or an
        amount, which may be the one of the element.
        """
        words = _PARTS[key.field]
        return [
            self._read_part(fields, key, words)
            for fields in self._fields_in(value, words)
        ]

    def _read_part(
        self, fields: Fields, key: NativeKey, words: Mapping[str, NativeKey]
    ) -> dict[str, object]:
        part: dict[str, object] = {}
        for part_key, _, value in self.known_keys(fields, words):
            read_value = self._read_part_value(part_key, value)
            if read_value is not None:
                part[part_key.field] = read_value
        missing = [
            needed.nl
            for needed in PARTS[key.field]
            if needed.field in _NEEDED[key.field] and needed.field not in part
        ]
        if missing:
            self.report_missing(fields, missing)
        return part

    def _read_part_value(self, key: NativeKey, value: Value) -> object:
        if key.shape == "place":
            return next(iter(self.read_places(value)), None)
        if key.shape == "number":
            return self._read_exact_number(value)
        if key.shape in _CHOICES:
            return self.read_choice(value, _CHOICES[key.shape]) or None
        return self.read_text(value)

    def _read_exact_number(self, value: Value) -> Decimal | None:
        digits = self.read_text(value)
        if digits is None:
            return None
        counted = digits.lstrip("-0.").replace(".", "")
        if _EXACT_NUMBER.fullmatch(digits) and len(counted) <= _MOST_DIGITS:
            return Decimal(digits)
        self.report.add_problem(
            value.mark,
            Sentence("“{word}” is not a number.", word=digits),
            Sentence("Write it with a point before the decimals: 1250.50."),
        )
        return None

    def read_extra(self, value: Value) -> list[dict[str, object]]:
        """The cells of a document's own columns.

        They are written as headings with texts, or as parts with a place each.
        """
        if isinstance(value, Fields):
            texts = (
                (str(heading), self.read_text(text) or "")
                for heading, text in value.items()
            )
            return [{"heading": name, "text": text} for name, text in texts]
        return self.read_parts(value, EXTRA)

    def report_missing(self, fields: Fields, missing: list[str]) -> None:
        """Report the keys that some fields need and do not have."""
        self.report.add_problem(
            fields.mark,
            Sentence(
                "these keys are missing here: {keys}.", keys=", ".join(missing)
            ),
        )

    def read_evidence(self, fields: Fields) -> dict[str, object]:
        """What a link rests on and weighs, and by what words it was agreed.

        These are the keys ``grond``, ``gewicht``, ``afgesproken-bij`` and ``herkomst``.

        Other keys are not looked at.
        """
        evidence: dict[str, object] = {}
        for word, value in fields.items():
            key = _EVIDENCE.get(hyphenated_word(word))
            if key is PLACES:
                evidence["places"] = self.read_places(value)
            elif key is BASIS:
                basis = self.read_choice(value, _BASES)
                if basis:
                    evidence["basis"] = basis
            elif key is WEIGHT:
                evidence["weight"] = self.read_text(value)
            elif key is AGREED:
                evidence["agreed"] = self.read_text(value)
        return evidence
