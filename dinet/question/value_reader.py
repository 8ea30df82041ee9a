"""What stands on the right of a comparison: signs, states, numbers with their units, texts."""

import re
from decimal import Decimal

from dinet.language import Sentence
from dinet.question.field_conditions import NumberSign, State
from dinet.question.fields import LEVEL_FIELD, AskedField
from dinet.question.link_conditions import LINK_WORDS
from dinet.question.token_reader import TokenReader
from dinet.vocabulary.folding import fold_text
from dinet.wording.numbers import parse_number

_MOST_COUNTED = 1_000_000
"""No programme has more elements."""
NUMBER_SIGNS: dict[str, NumberSign] = {
    "less": "<",
    "at_most": "<=",
    "exactly": "=",
    "at_least": ">=",
    "more": ">",
}
"""The sign of each word that compares numbers."""
STATES: dict[str, State] = {
    "empty": "empty",
    "unknown": "unknown",
    "filled": "filled",
}
_WORD_SIGNS = {
    "is": "=",
    "is_not": "!=",
    "contains": "~",
    "lacks": "!~",
    **NUMBER_SIGNS,
}
"""Signs in words."""
_SIGNS = ("~", "!~", "=", "!=", "<", "<=", ">", ">=")
_SCALES = {"thousand": Decimal(1000), "million": Decimal(1000) ** 2}
_NUMBER_WITH_UNIT = re.compile(r"(-?)€?(\d+(?:[.,]\d+)*)([^\W\d]+|%)?")


class ComparedValueReader:
    """Reads the values of a question from its tokens; a miss leaves the place as it was.

    Args:
        reader: The tokens.
        lang: The language whose points and commas numbers have where both are possible.
    """

    def __init__(self, reader: TokenReader, lang: str) -> None:
        self.reader = reader
        self.lang = lang

    def read_count(self) -> int | None:
        """A whole number in digits or words."""
        token = self.reader.token
        number = None
        if token.kind == "number" and token.text.isdecimal():
            digits = token.text[: len(str(_MOST_COUNTED)) + 1]
            number = int(digits)
        elif token.kind == "word":
            number = self.reader.words.number_of(token.text)
        if number is None:
            return None
        if number > _MOST_COUNTED:
            self.reader.fail_here(
                Sentence("Expected a number up to {most}.", most=_MOST_COUNTED)
            )
        self.reader.step_over()
        return number

    def sign_follows(self, size: int = 0) -> bool:
        """A sign of comparison stands behind so many words."""
        reader = self.reader
        before = reader.place
        if size:
            reader.step_over(size)
        of_sign = reader.keyword_here(*_WORD_SIGNS)[0]
        # "is" may begin a longer word for a link: is onderdeel van
        of_link = reader.keyword_here(*LINK_WORDS)[0]
        follows = reader.sign_stands_here(*_SIGNS) or of_sign > of_link
        follows = follows or bool(reader.keyword_here("between")[0])
        reader.place = before
        return follows

    def state_follows(self, size: int = 0) -> bool:
        """A word for a state, such as ``leeg``, stands behind so many words."""
        reader = self.reader
        before = reader.place
        if size:
            reader.step_over(size)
        follows = bool(reader.keyword_here(*STATES)[0])
        reader.place = before
        return follows

    def read_sign(self) -> str:
        """A sign of comparison; ``is`` may stand before another in words."""
        reader = self.reader
        sign = reader.take_sign(*_SIGNS)
        if sign:
            return sign
        word = reader.take_keyword(*_WORD_SIGNS)
        if word == "is":
            word = reader.take_keyword(*NUMBER_SIGNS) or word
        return _WORD_SIGNS.get(word, "=")

    def read_number(self, field: AskedField) -> Decimal | None:
        """A number with its unit; None, without a step, when none stands here."""
        reader = self.reader
        before = reader.place
        if reader.token.text == "€":
            reader.step_over()
        found = None
        if reader.token.kind in ("word", "number"):
            found = _NUMBER_WITH_UNIT.fullmatch(reader.token.text)
        number = None
        if found:
            number = parse_number(found[2], self.lang, is_money=field.is_money)
        if found is None or number is None:
            reader.place = before
            return None
        reader.step_over()
        number *= self._unit_scale(found[3] or "")
        return -number if found[1] else number

    def _unit_scale(self, unit: str) -> Decimal:
        """How much one is: by the letters behind the number, and by the words after it."""
        reader = self.reader
        scale = Decimal(1)
        names = self.reader.words.keyword_of([unit]) if unit else frozenset()
        if unit and not names & {*_SCALES, "unit"}:
            reader.place -= 1
            reader.fail_here(Sentence("Expected a number."), near=False)
        for name, factor in _SCALES.items():
            if name in names:
                scale = factor
        word = reader.take_keyword(*_SCALES)
        if word:
            scale *= _SCALES[word]
        reader.take_keyword("unit")
        return scale

    def read_texts(self, field: AskedField) -> tuple[str, ...]:
        """One quoted text or bare word, and with ``of`` more quoted ones; each once.

        A level of goals comes by the name that it has in the model.
        """
        texts = [self._text_or_fail()]
        while self._another_text_follows():
            texts.append(self._text_or_fail())
        wanted = [self._level_name(field, text) for text in texts]
        return tuple(dict.fromkeys(wanted))

    def _another_text_follows(self) -> bool:
        """Step over ``of`` when a quoted text comes after it."""
        reader = self.reader
        before = reader.place
        if reader.take_keyword("or") and reader.token.kind == "text":
            return True
        reader.place = before
        return False

    def _text_or_fail(self) -> str:
        """A quoted text, or one bare word."""
        reader = self.reader
        token = reader.token
        if token.kind not in ("text", "word", "number"):
            reader.fail_here(
                Sentence("Expected a text between quotation marks.")
            )
        if not fold_text(token.text):
            reader.fail_here(
                Sentence("Expected a text with a letter or number in it."),
                near=False,
            )
        reader.step_over()
        return token.text

    def _level_name(self, field: AskedField, text: str) -> str:
        """A level by the name that it has in the model; any other text as it is."""
        level = (
            self.reader.words.level_of(text) if field == LEVEL_FIELD else None
        )
        return level or text
