"""Conditions on what the document states of an element: ``trekker ~ 'jeugd'``, ``budget > 5``."""

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from dinet.language import JoinedSentences, Sentence
from dinet.native.keys import LEVELS
from dinet.question.fields import (
    LEVEL_FIELD,
    AskedField,
    FieldWords,
    NumberRange,
)
from dinet.question.logic import Asking, Verdict
from dinet.question.tokens import quote_text
from dinet.question.words import printed_word
from dinet.vocabulary.folding import fold_text

State = Literal["filled", "empty", "unknown"]
TextSign = Literal["~", "="]
NumberSign = Literal["<", "<=", "=", ">=", ">"]

STATE_CLAUSES = {
    "filled": "{field} is filled in",
    "empty": "{field} is empty",
    "unknown": "{field} is still open",
}
TEXT_CLAUSES = {
    "~": "{field} contains {texts}",
    "=": "{field} is {texts}",
}
NUMBER_CLAUSES: dict[NumberSign, str] = {
    "<": "less than {number}",
    "<=": "at most {number}",
    "=": "exactly {number}",
    ">=": "at least {number}",
    ">": "more than {number}",
}
"""What each sign says of a number."""
_COMPARE: dict[NumberSign, Callable[[NumberRange, Decimal], bool]] = {
    "<": lambda stated, number: stated.most < number,
    "<=": lambda stated, number: stated.most <= number,
    "=": lambda stated, number: stated.least <= number <= stated.most,
    ">=": lambda stated, number: stated.least >= number,
    ">": lambda stated, number: stated.least > number,
}
"""A time lies before a year when it ends before it, and is in every year that it touches."""


@dataclass(frozen=True)
class FieldState:
    """``met trekker``, ``zonder trekker``, ``budget onbekend``: whether something stands there.

    What stands there may say that it is still open (``p.m.``, ``vacant``): that is filled in and
    unknown, and not empty.
    """

    field: AskedField
    state: State

    @property
    def is_bare(self) -> bool:
        """Whether the words begin with the field."""
        return self.state == "unknown"

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """It can always be told."""
        return Verdict(
            frozenset(
                position
                for position in among
                if self._has_state(asking, position)
            )
        )

    def _has_state(self, asking: Asking, position: int) -> bool:
        element = asking.elements[position]
        is_open = bool(self.field.open_texts(element))
        if self.state == "unknown":
            return is_open
        is_filled = is_open or bool(self.field.texts_of(element))
        return is_filled == (self.state == "filled")

    def as_clause(self) -> Sentence:
        """The clause for the state."""
        return Sentence(
            STATE_CLAUSES[self.state], field=FieldWords(self.field)
        )

    def as_words(self, lang: str) -> str:
        """With ``met`` or ``zonder``; what is open has the state behind the field."""
        field = self.field.as_words(lang)
        if self.state == "unknown":
            return f"{field} {printed_word('unknown', lang)}"
        word = "with" if self.state == "filled" else "without"
        return f"{printed_word(word, lang)} {field}"


@dataclass(frozen=True)
class CompareText:
    """``trekker ~ 'jeugd'``: a text contains or is one of these.

    Case, accents and signs at the ends do not count. Where the document has nothing, or says
    only that it is still open, it is unsaid.
    """

    field: AskedField
    sign: TextSign
    texts: tuple[str, ...]
    is_bare: ClassVar[bool] = True

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Each element that has the field is judged by its texts."""
        wanted = [fold_text(text) for text in self.texts]
        stated = asking.keep_found(
            ("texts", self.field), lambda: _stated_texts(asking, self.field)
        )
        yes: list[int] = []
        unsaid: list[int] = []
        for position in among:
            texts, says_nothing = stated[position]
            if self._matches_any(texts, wanted):
                yes.append(position)
            elif says_nothing:
                unsaid.append(position)
        return Verdict(frozenset(yes), frozenset(unsaid))

    def _matches_any(self, texts: Iterable[str], wanted: list[str]) -> bool:
        compare = operator.contains if self.sign == "~" else operator.eq
        return any(compare(text, want) for text in texts for want in wanted)

    def _text_in_language(self, text: str) -> Sentence:
        """A text as it is; a level in the language of the reader."""
        if self.field == LEVEL_FIELD and text in LEVELS:
            return Sentence(text)
        return Sentence("{text}", text=text)

    def as_clause(self) -> Sentence:
        """The clause with the texts quoted."""
        quoted = [
            Sentence("“{text}”", text=self._text_in_language(text))
            for text in self.texts
        ]
        joined = JoinedSentences(quoted[0])
        for text in quoted[1:]:
            joined = JoinedSentences(joined, Sentence("or"), text)
        return Sentence(
            TEXT_CLAUSES[self.sign], field=FieldWords(self.field), texts=joined
        )

    def as_words(self, lang: str) -> str:
        """The field, the sign and the texts between quotation marks."""
        glue = f" {printed_word('or', lang)} "
        texts = glue.join(
            quote_text(self._text_in_language(text).in_language(lang))
            for text in self.texts
        )
        return f"{self.field.as_words(lang)} {self.sign} {texts}"


def _stated_texts(
    asking: Asking, field: AskedField
) -> list[tuple[tuple[str, ...], bool]]:
    """For each element what stands in a field, folded, and whether that says nothing yet."""
    stated: list[tuple[tuple[str, ...], bool]] = []
    for element in asking.elements:
        texts = field.texts_of(element)
        says_nothing = set(texts) <= set(field.open_texts(element))
        stated.append((tuple(map(fold_text, texts)), says_nothing))
    return stated


@dataclass(frozen=True)
class CompareNumber:
    """``budget > 50000``: a number that the document states lies so.

    Where it states none, or none that is clear, it is unsaid: ``p.m.`` is neither more nor less.
    """

    field: AskedField
    sign: NumberSign
    number: Decimal
    is_bare: ClassVar[bool] = True

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Of several numbers one that lies so is enough."""
        compare = _COMPARE[self.sign]
        yes: list[int] = []
        unsaid: list[int] = []
        for position in among:
            stated = self.field.numbers_of(
                asking.elements[position], asking.lang
            )
            if not stated:
                unsaid.append(position)
            elif any(compare(each, self.number) for each in stated):
                yes.append(position)
        return Verdict(frozenset(yes), frozenset(unsaid))

    def as_clause(self) -> Sentence:
        """The clause with the number."""
        return Sentence(
            "{field} is {comparison}",
            field=FieldWords(self.field),
            comparison=Sentence(
                NUMBER_CLAUSES[self.sign], number=printed_number(self.number)
            ),
        )

    def as_words(self, lang: str) -> str:
        """The field, the sign and the number."""
        number = printed_number(self.number)
        return f"{self.field.as_words(lang)} {self.sign} {number}"


def printed_number(number: Decimal) -> str:
    """A number as a question holds it, which is read the same in Dutch and English.

    Example:
        >>> printed_number(Decimal("50000")), printed_number(Decimal("1.25"))
        ('50000', '1.25')
        >>> printed_number(Decimal("1.250")), printed_number(Decimal("1.255"))
        ('1.25', '1.2550')
    """
    plain = f"{number:f}"
    if "." not in plain:
        return plain
    plain = plain.rstrip("0").rstrip(".")
    # three decimals would be thousands
    return f"{plain}0" if plain[-4:-3] == "." else plain
