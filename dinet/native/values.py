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
    Key,
    meanings,
    plain,
    vocabulary,
)
from dinet.native.problems import Report
from dinet.native.tree import Fields, Nothing, Value, Words, series

Known = TypeVar("Known", Key, str)

_PLACE = vocabulary(PLACE)
_STEP = vocabulary(STEP)
_EVIDENCE = vocabulary((BASIS, PLACES))
_BASES = meanings(BASES)
_TEXTS_OF_PLACE = ("file", "sheet", "heading")
_NUMBER = re.compile(r"-?[0-9]{1,1000}", re.ASCII)


class Values:
    """Reads values, and reports what cannot be.

    Args:
        report: Where problems go. Its name is the file of places that name none.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        self.file = report.name

    def known(
        self, fields: Fields, words: Mapping[str, Key]
    ) -> Iterator[tuple[Key, Words, Value]]:
        """The keys of some fields with their words and values; unknown keys are reported and left out."""
        for word, value in fields.items():
            key = words.get(word) or words.get(plain(word))
            if key:
                yield key, word, value
            else:
                self.unknown(word, words)

    def unknown(self, word: Words, words: Mapping[str, object]) -> None:
        """Report a word that means nothing here, with the mistake that most likely led to it."""
        what = Sentence("“{word}” means nothing here.", word=word)
        hints = () if self.report.is_full else did_you_mean(word, words)
        if word.startswith("-"):
            hints = (Sentence("Put a space after the dash."),)
        elif " " in word:
            hints = (*hints, typing_errors.COLON)
        self.report.problem(word.mark, what, *hints)

    def text(self, value: Value) -> str | None:
        """One text, or None when it was left open."""
        if isinstance(value, Words):
            return None if isinstance(value, Nothing) else str(value)
        hint = (
            typing_errors.COLON if isinstance(value, Fields) else typing_errors.BRACKET
        )
        self.report.problem(value.mark, Sentence("one text is expected here."), hint)
        return None

    def texts(self, value: Value) -> list[str]:
        """Some texts."""
        found = (self.text(each) for each in series(value))
        return [each for each in found if each is not None]

    def fields(self, value: Value, words: Mapping[str, Key]) -> Fields | None:
        """Values by key, or None when it is something else."""
        if isinstance(value, Fields):
            return value
        expected = ", ".join(dict.fromkeys(key.nl for key in words.values()))
        self.report.problem(
            value.mark,
            Sentence("keys with values are expected here: {keys}.", keys=expected),
        )
        return None

    def choice(self, value: Value, words: Mapping[str, str]) -> str | None:
        """What a name means, among the few names that there are; None when it was left open, empty when unknown."""
        said = self.text(value)
        if said is None:
            return None
        if plain(said) not in words:
            self.report.problem(
                value.mark,
                Sentence("“{word}” means nothing here.", word=said),
                Sentence("Expected: {words}.", words=", ".join(words)),
            )
        return words.get(plain(said), "")

    def places(self, value: Value) -> list[dict[str, object]]:
        """Places, each as the fields of the model."""
        found = (self.fields(each, _PLACE) for each in series(value))
        return [self._place(each) for each in found if each is not None]

    def _place(self, fields: Fields) -> dict[str, object]:
        place: dict[str, object] = {"file": self.file}
        for key, _, value in self.known(fields, _PLACE):
            found = (
                self.text(value)
                if key.field in _TEXTS_OF_PLACE
                else self._number(value)
            )
            if found is not None:
                place[key.field] = found
        return place

    def _number(self, value: Value) -> int | None:
        said = self.text(value)
        if said is None or _NUMBER.fullmatch(said):
            return None if said is None else int(said)
        self.report.problem(
            value.mark, Sentence("“{word}” is not a whole number.", word=said)
        )
        return None

    def steps(self, value: Value) -> list[dict[str, str]]:
        """The steps of a planning, each as the fields of the model."""
        found = (self.fields(each, _STEP) for each in series(value))
        return [self._step(each) for each in found if each is not None]

    def _step(self, fields: Fields) -> dict[str, str]:
        step = {
            key.field: self.text(value) or ""
            for key, _, value in self.known(fields, _STEP)
        }
        return {"period": "", "phase": "", **step}

    def evidence(self, fields: Fields) -> dict[str, object]:
        """On what evidence a link rests, from the keys ``grond`` and ``herkomst``; other keys are not looked at."""
        found: dict[str, object] = {}
        for word, value in fields.items():
            key = _EVIDENCE.get(plain(word))
            if key is PLACES:
                found["places"] = self.places(value)
            elif key is BASIS and (basis := self.choice(value, _BASES)):
                found["basis"] = basis
        return found
