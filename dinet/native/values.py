"""The small values of a native file: texts, numbers, places, evidence, and unknown keys."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from dinet.errors import did_you_mean
from dinet.language import Sentence
from dinet.native import typing_errors
from dinet.native.keys import (
    BASES,
    BASIS,
    PLACE,
    PLACES,
    STEP,
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
_EVIDENCE = keys_by_word((BASIS, PLACES))
_BASES = names_by_word(BASES)
_TEXTS_OF_PLACE = ("file", "sheet", "heading")
# Python refuses to make a number of more than 4,300 digits
_NUMBER = re.compile(r"-?[0-9]{1,1000}", re.ASCII)


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

    def read_evidence(self, fields: Fields) -> dict[str, object]:
        """On what evidence a link rests, from the keys ``grond`` and ``herkomst``.

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
        return evidence
