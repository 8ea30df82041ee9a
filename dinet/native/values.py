"""The small values of a native file: texts, numbers, places, evidence, and keys that may be unknown."""

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
        """The keys of some fields with their words and values; unknown keys are reported and left out."""
        for word, value in fields.items():
            key = words.get(word) or words.get(hyphenated_word(word))
            if key:
                yield key, word, value
            else:
                self.report_unknown(word, words)

    def report_unknown(self, word: MarkedText, words: Mapping[str, object]) -> None:
        """Report a word that means nothing here, with the mistake that most likely led to it."""
        what = Sentence("“{word}” means nothing here.", word=word)
        hints = () if self.report.is_full else did_you_mean(word, words)
        if word.startswith("-"):
            hints = (Sentence("Put a space after the dash."),)
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
        """Some texts."""
        found = (self.read_text(each) for each in values_of(value))
        return [each for each in found if each is not None]

    def read_fields(
        self, value: Value, words: Mapping[str, NativeKey]
    ) -> Fields | None:
        """Values by key, or None when it is something else."""
        if isinstance(value, Fields):
            return value
        expected = ", ".join(dict.fromkeys(key.nl for key in words.values()))
        self.report.add_problem(
            value.mark,
            Sentence("keys with values are expected here: {keys}.", keys=expected),
        )
        return None

    def read_choice(self, value: Value, words: Mapping[str, str]) -> str | None:
        """What a name means, among the few names that there are; None when it was left open, empty when unknown."""
        said = self.read_text(value)
        if said is None:
            return None
        if hyphenated_word(said) not in words:
            self.report.add_problem(
                value.mark,
                Sentence("“{word}” means nothing here.", word=said),
                Sentence("Expected: {words}.", words=", ".join(words)),
            )
        return words.get(hyphenated_word(said), "")

    def read_places(self, value: Value) -> list[dict[str, object]]:
        """Places, each as the fields of the model."""
        found = (self.read_fields(each, _PLACE) for each in values_of(value))
        return [self._read_place(each) for each in found if each is not None]

    def _read_place(self, fields: Fields) -> dict[str, object]:
        place: dict[str, object] = {"file": self.file}
        for key, _, value in self.known_keys(fields, _PLACE):
            found = (
                self.read_text(value)
                if key.field in _TEXTS_OF_PLACE
                else self._read_number(value)
            )
            if found is not None:
                place[key.field] = found
        return place

    def _read_number(self, value: Value) -> int | None:
        said = self.read_text(value)
        if said is None or _NUMBER.fullmatch(said):
            return None if said is None else int(said)
        self.report.add_problem(
            value.mark, Sentence("“{word}” is not a whole number.", word=said)
        )
        return None

    def read_steps(self, value: Value) -> list[dict[str, str]]:
        """The steps of a planning, each as the fields of the model."""
        found = (self.read_fields(each, _STEP) for each in values_of(value))
        return [self._read_step(each) for each in found if each is not None]

    def _read_step(self, fields: Fields) -> dict[str, str]:
        step = {
            key.field: self.read_text(value) or ""
            for key, _, value in self.known_keys(fields, _STEP)
        }
        return {"period": "", "phase": "", **step}

    def read_evidence(self, fields: Fields) -> dict[str, object]:
        """On what evidence a link rests, from the keys ``grond`` and ``herkomst``; other keys are not looked at."""
        found: dict[str, object] = {}
        for word, value in fields.items():
            key = _EVIDENCE.get(hyphenated_word(word))
            if key is PLACES:
                found["places"] = self.read_places(value)
            elif key is BASIS and (basis := self.read_choice(value, _BASES)):
                found["basis"] = basis
        return found
