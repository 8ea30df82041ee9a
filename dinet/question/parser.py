"""From the text of a question to a ``Question``: one method for each line of the grammar.

::

    question  = kinds [ condition ]
    kinds     = kind { ("," | en | of) kind } | alles
    condition = both { of both }
    both      = term { [en | ","] term }
    term      = niet term | "(" condition ")" | link | [met] having | zonder having | compared
    having    = [sign] number [direct] group [via] | [direct] group [via]
              | field | compared | "(" condition ")"
    link      = [direct] (onder | voor | boven) group [via] | draagt bij aan group | …
              | (onder | voor | boven) [sign] number [direct] group [via]
    compared  = field sign value | field state | kind sign (text | number | id)
    group     = kind [text] | id { "," id } | text | "(" question ")"

``en`` may only be left out before a word that begins a term. What may be read in two ways is
refused: after ``zonder trekker en budget`` it asks for ``met`` or ``zonder``.
"""

from typing import NamedTuple, NoReturn

from dinet.language import Sentence
from dinet.model import LINK_KINDS, Kind
from dinet.question.asked_question import NamedElements, Question
from dinet.question.field_conditions import (
    CompareNumber,
    CompareText,
    FieldState,
    NumberSign,
    TextSign,
)
from dinet.question.fields import (
    FIELDS,
    LEVEL_FIELD,
    TEXT_FIELD,
    AskedField,
    FieldWords,
)
from dinet.question.link_conditions import (
    DIRECTIONS,
    LINK_WORDS,
    CountLinked,
    Direction,
    HasLinked,
    LinkedGroup,
    Related,
    StatedLink,
)
from dinet.question.logic import AllOf, AnyOf, Condition, Group, Negation
from dinet.question.token_reader import TokenReader
from dinet.question.value_reader import (
    NUMBER_SIGNS,
    STATES,
    ComparedValueReader,
)
from dinet.question.words import QuestionWords

MOST_DEPTH = 20
"""Brackets and ``niet`` within each other: what a person can follow, many times over."""
Kinds = tuple[Kind, ...]
_SIGNS_OF_NUMBERS: dict[str, NumberSign] = {
    sign: sign for sign in NUMBER_SIGNS.values()
}


class _PhraseMeaning(NamedTuple):
    """What a phrase means where it stands: a field or a kind, and how many words it has."""

    size: int
    field: AskedField | None = None
    kind: Kind | None = None


def parse_question(text: str, words: QuestionWords, lang: str) -> Question:
    """The question that a text asks.

    Args:
        text: In Dutch, English or both.
        words: What may be named in it.
        lang: The language whose points and commas numbers have where both are possible.

    Raises:
        QuestionError: It cannot be understood: at which column, and what was expected there.

    Example:
        >>> question = parse_question("goals without efforts", QuestionWords(), "nl")
        >>> question.as_words("nl")
        'doelen zonder inspanningen'
    """
    return _Parser(text, words, lang).parse_whole()


class _Parser:
    """A recursive descent over the tokens of one question."""

    def __init__(self, text: str, words: QuestionWords, lang: str) -> None:
        self.reader = TokenReader(text, words)
        self.values = ComparedValueReader(self.reader, lang)
        self.words = words
        self.depth = 0

    def parse_whole(self) -> Question:
        """The whole text as one question; a question mark may stand behind it."""
        question = self._parse_question()
        self.reader.take_sign("?")
        if self.reader.token.kind != "end":
            self._fail_after_term()
        return question

    # questions and groups

    def _parse_question(self) -> Question:
        self._enter_level()
        kinds, level = self._parse_kinds()
        parts = [level] if level else []
        if not self._at_end_of_question():
            condition = self._implied_text() or None
            parts.append(self._parse_either(kinds, condition))
        self.depth -= 1
        return Question(kinds, _all_of(parts) if parts else None)

    def _at_end_of_question(self) -> bool:
        reader = self.reader
        return reader.token.kind == "end" or reader.sign_stands_here(")", "?")

    def _parse_kinds(self) -> tuple[Kinds, Condition | None]:
        """The kinds at the head of a question, and the level that an adjective gives to goals."""
        reader = self.reader
        reader.skip_fillers()
        if reader.take_keyword("everything"):
            return (), None
        level = self._parse_level()
        kinds = [self._kind_or_fail()]
        while level is None and self._another_kind_follows():
            kinds.append(self._kind_or_fail())
        return tuple(dict.fromkeys(kinds)), level

    def _parse_level(self) -> Condition | None:
        """``strategische`` before goals."""
        reader = self.reader
        if reader.token.kind != "word":
            return None
        level = self.words.level_of(reader.token.text)
        if level is None:
            return None
        before = reader.place
        reader.step_over()
        if reader.longest_phrase(self.words.kind_of)[1] != "goal":
            reader.place = before
            return None
        return CompareText(LEVEL_FIELD, "=", (level,))

    def _kind_or_fail(self) -> Kind:
        reader = self.reader
        reader.skip_fillers()
        size, kind = reader.longest_phrase(self.words.kind_of)
        if kind is None:
            reader.fail_here(
                Sentence(
                    "Expected a kind of element, such as goals, targets or efforts."
                ),
                of_elements=True,
            )
        reader.step_over(size)
        return kind

    def _another_kind_follows(self) -> bool:
        """Step over ``,``, ``en`` or ``of`` when a kind comes after it that nothing compares."""
        reader = self.reader
        before = reader.place
        if reader.take_sign(",") or reader.take_keyword("and", "or"):
            reader.skip_fillers()
            size, kind = reader.longest_phrase(self.words.kind_of)
            after = reader.place
            reader.step_over(size)
            if kind and not self.values.sign_follows():
                reader.place = after
                return True
        reader.place = before
        return False

    def _parse_group(self) -> Group:
        reader = self.reader
        reader.skip_fillers()
        if reader.take_sign("("):
            question = self._parse_question()
            self._close_bracket()
            return question
        if reader.token.kind == "text":
            return Question((), self._contained_text())
        if reader.take_keyword("everything"):
            return Question(())
        level = self._parse_level()
        size, kind = reader.longest_phrase(self.words.kind_of)
        if kind is None:
            return self._named_elements()
        reader.step_over(size)
        if level:
            return Question((kind,), level)
        return self._named_of_kind(kind)

    def _named_of_kind(self, kind: Kind) -> Group:
        """``thema 'Gezond'`` and ``doel D3``; else all of the kind."""
        token = self.reader.token
        if token.kind == "text":
            return Question((kind,), self._contained_text())
        if token.kind == "word" and self.words.id_of(token.text):
            return self._named_elements()
        return Question((kind,))

    def _named_elements(self) -> NamedElements:
        ids = [self._id_or_fail()]
        while self._another_id_follows():
            ids.append(self._id_or_fail())
        return NamedElements(tuple(dict.fromkeys(ids)))

    def _id_or_fail(self) -> str:
        token = self.reader.token
        found = None
        if token.kind in ("word", "number"):
            found = self.words.id_of(token.text)
        if found is None:
            self.reader.fail_here(
                Sentence(
                    "Expected a kind of element, an id, or a text between quotation marks."
                ),
                of_elements=True,
            )
        self.reader.step_over()
        return found

    def _another_id_follows(self) -> bool:
        """Step over ``,`` or ``of`` when an id comes after it."""
        reader = self.reader
        before = reader.place
        if reader.take_sign(",") or reader.take_keyword("or"):
            token = reader.token
            if token.kind == "word" and self.words.id_of(token.text):
                return True
        reader.place = before
        return False

    # conditions

    def _parse_either(
        self, kinds: Kinds, first: Condition | None = None
    ) -> Condition:
        parts = [self._parse_both(kinds, first)]
        while self.reader.take_keyword("or"):
            parts.append(self._parse_both(kinds))
        return AnyOf(tuple(parts)) if len(parts) > 1 else parts[0]

    def _parse_both(
        self, kinds: Kinds, first: Condition | None = None
    ) -> Condition:
        parts = [first or self._parse_term(kinds)]
        while self._another_term_follows(parts[-1]):
            parts.append(self._parse_term(kinds))
        return _all_of(parts)

    def _another_term_follows(self, before: Condition) -> bool:
        """Step over ``en`` or a comma; it may be left out where that leaves nothing to guess."""
        reader = self.reader
        if reader.take_sign(","):
            reader.take_keyword("and")
            return True
        if reader.take_keyword("and"):
            return True
        follows = self._word_begins_term()
        if follows and _ends_with_kind(before):
            reader.fail_here(
                Sentence(
                    "Write “and” before it, or brackets around the kind before it and this."
                ),
                near=False,
            )
        return follows

    def _word_begins_term(self) -> bool:
        reader = self.reader
        names = ("with", "without", "not", *LINK_WORDS)
        if reader.keyword_here(*names)[0]:
            return True
        before = reader.place
        begins = bool(
            reader.take_keyword("direct")
            and reader.keyword_here(*LINK_WORDS)[0]
        )
        reader.place = before
        return begins

    def _parse_term(self, kinds: Kinds) -> Condition:
        reader = self.reader
        reader.skip_fillers()
        if reader.take_sign("("):
            return self._parse_bracketed(kinds)
        word = reader.take_keyword("with", "without", "not")
        if word == "not":
            self._enter_level()
            negated = Negation(self._parse_term(kinds))
            self.depth -= 1
            return negated
        if word == "with":
            return self._parse_having(kinds)
        if word == "without":
            return _deny_condition(self._parse_having(kinds))
        return self._parse_link() or self._parse_bare(kinds)

    def _parse_bracketed(self, kinds: Kinds) -> Condition:
        self._enter_level()
        condition = self._parse_either(kinds)
        self._close_bracket()
        self.depth -= 1
        return condition

    def _close_bracket(self) -> None:
        if not self.reader.take_sign(")"):
            self._fail_after_term()

    def _enter_level(self) -> None:
        """Go one level deeper.

        Raises:
            QuestionError: That is too deep.
        """
        self.depth += 1
        if self.depth > MOST_DEPTH:
            what = Sentence(
                "brackets and “not” stand more than {most} deep here.",
                most=MOST_DEPTH,
            )
            self.reader.fail_at(self.reader.token.column, what)

    def _parse_link(self) -> Condition | None:
        """A condition that begins with a word for a link; None when no such word stands here."""
        reader = self.reader
        before = reader.place
        direct = bool(reader.take_keyword("direct"))
        name = reader.take_keyword(*LINK_WORDS)
        for direction in DIRECTIONS:
            if name == direction:
                counted = None if direct else self._parse_counted(direction)
                return counted or Related(
                    direction, self._linked_group(direct=direct)
                )
        for kind in LINK_KINDS:
            if name.removesuffix("_back") == kind:
                return StatedLink(
                    kind, name.endswith("_back"), self._parse_group()
                )
        reader.place = before
        return None

    def _linked_group(self, *, direct: bool) -> LinkedGroup:
        group = self._parse_group()
        via = self._parse_group() if self.reader.take_keyword("via") else None
        return LinkedGroup(group, direct, via)

    def _parse_having(self, kinds: Kinds) -> Condition:
        """What stands behind ``met`` or ``zonder``."""
        reader = self.reader
        reader.skip_fillers()
        if reader.keyword_here("with", "without", "not")[0]:
            self._enter_level()
            condition = self._parse_term(kinds)
            self.depth -= 1
            return condition
        if reader.token.kind == "text":
            return self._contained_text()
        counted = self._parse_counted()
        if counted:
            return counted
        if reader.keyword_here("direct")[0]:
            reader.take_keyword("direct")
            return HasLinked(self._linked_group(direct=True))
        if reader.sign_stands_here("(") and not self._group_in_bracket(kinds):
            reader.step_over()
            return self._parse_bracketed(kinds)
        return self._having_named(kinds)

    def _having_named(self, kinds: Kinds) -> Condition:
        """A field, a kind or a group behind ``met``."""
        meaning = self._meaning_here(kinds)
        if meaning.field:
            self.reader.step_over(meaning.size)
            if self._value_follows():
                return self._compared_field(meaning.field)
            return FieldState(meaning.field, "filled")
        if meaning.kind and self.values.sign_follows(meaning.size):
            self.reader.step_over(meaning.size)
            return self._compared_kind(meaning.kind)
        if not meaning.size and not self._group_stands_here():
            self.reader.fail_here(
                Sentence(
                    "Expected a kind of element, a field, an id, or a text between "
                    "quotation marks."
                )
            )
        return HasLinked(self._linked_group(direct=False))

    def _value_follows(self, size: int = 0) -> bool:
        """A sign, a state or a quoted text stands behind a field of so many words."""
        return (
            self.values.sign_follows(size)
            or self.values.state_follows(size)
            or self.reader.kind_behind(size) == "text"
        )

    def _group_stands_here(self) -> bool:
        """A group that begins with no kind: in brackets, of every kind, or named by an id."""
        reader = self.reader
        token = reader.token
        if (
            reader.sign_stands_here("(")
            or reader.keyword_here("everything")[0]
        ):
            return True
        if token.kind not in ("word", "number"):
            return False
        is_level = self.words.level_of(token.text) is not None
        return is_level or self.words.id_of(token.text) is not None

    def _group_in_bracket(self, kinds: Kinds) -> bool:
        """A bracket holds a question of its own: it begins with a kind that nothing compares."""
        reader = self.reader
        before = reader.place
        reader.step_over()
        reader.skip_fillers()
        is_group = bool(reader.keyword_here("everything")[0])
        if self._parse_level():
            is_group = True
        meaning = self._meaning_here(kinds)
        if meaning.kind and not self.values.sign_follows(meaning.size):
            is_group = True
        reader.place = before
        return is_group

    def _parse_counted(
        self, direction: Direction | None = None
    ) -> Condition | None:
        """``meer dan 3 inspanningen``; None when no number of elements is asked for here."""
        reader = self.reader
        before = reader.place
        word = reader.take_keyword(*NUMBER_SIGNS)
        number = self.values.read_count()
        if number is None:
            if word:
                reader.fail_here(Sentence("Expected a whole number."))
            reader.place = before
            return None
        if not word and not self._counted_group_follows():
            reader.place = before  # a number may be an id
            return None
        sign = NUMBER_SIGNS.get(word, "=")
        direct = bool(reader.take_keyword("direct"))
        linked = self._linked_group(direct=direct)
        return CountLinked(linked, sign, number, direction)

    def _counted_group_follows(self) -> bool:
        reader = self.reader
        named = reader.keyword_here("direct", "everything")[0]
        is_kind = bool(named or reader.longest_phrase(self.words.kind_of)[0])
        return is_kind or reader.sign_stands_here("(") or self._level_follows()

    def _level_follows(self) -> bool:
        token = self.reader.token
        return (
            token.kind == "word"
            and self.words.level_of(token.text) is not None
        )

    def _parse_bare(self, kinds: Kinds) -> Condition:
        """A comparison without a word before it; what is only named needs ``met`` or ``zonder``."""
        reader = self.reader
        counted = self._parse_counted()
        if counted:
            return counted
        meaning = self._meaning_here(kinds)
        if not meaning.size:
            self._fail_at_term()
        compares = self.values.sign_follows(meaning.size)
        if meaning.field:
            compares = self._value_follows(meaning.size)
        if not compares:
            reader.fail_here(
                Sentence(
                    "Write “with” or “without” before it, or a sign with a value behind it."
                ),
                near=False,
            )
        reader.step_over(meaning.size)
        if meaning.field:
            return self._compared_field(meaning.field)
        return self._compared_kind(meaning.kind or "goal")

    # what is compared

    def _meaning_here(self, kinds: Kinds) -> _PhraseMeaning:
        """The field or kind that stands here; of several the one that fits what is asked for."""
        column = self._column_in_quotes()
        if column.field:
            return column
        of_fields, fields = self.reader.longest_phrase(self.words.fields_of)
        of_kind, kind = self.reader.longest_phrase(self.words.kind_of)
        if fields and of_fields >= of_kind:
            fitting = [field for field in fields if _has_field(kinds, field)]
            if fitting:
                return _PhraseMeaning(of_fields, fitting[0])
            if of_fields > of_kind:
                return _PhraseMeaning(of_fields, fields[0])
        return (
            _PhraseMeaning(of_kind, None, kind) if kind else _PhraseMeaning(0)
        )

    def _column_in_quotes(self) -> _PhraseMeaning:
        """``kolom 'Wijk'``, if it stands here."""
        reader = self.reader
        before = reader.place
        field = None
        if reader.take_keyword("column") and reader.token.kind == "text":
            field = self._own_column()
        size = reader.place - before + 1
        reader.place = before
        return _PhraseMeaning(size, field)

    def _own_column(self) -> AskedField:
        token = self.reader.token
        column = self.words.column_named(token.text)
        if column is None:
            self.reader.fail_at(
                token.column,
                Sentence(
                    "the document has no column “{text}”.", text=token.text
                ),
                *self.words.nearest_words(token.text),
            )
        return column

    def _compared_field(self, field: AskedField) -> Condition:
        reader = self.reader
        state = reader.take_keyword(*STATES)
        if state:
            return FieldState(field, STATES[state])
        if reader.token.kind == "text":
            return self._compared_text(field, "~")
        if reader.take_keyword("between"):
            return self._compared_between(field)
        sign = self.values.read_sign()
        if sign in ("=", "!="):
            state = reader.take_keyword(*STATES)
            if state:
                found = FieldState(field, STATES[state])
                return Negation(found) if sign == "!=" else found
        positive = sign.removeprefix("!")
        condition = self._compared_with(field, positive)
        return Negation(condition) if sign.startswith("!") else condition

    def _compared_between(self, field: AskedField) -> Condition:
        """``budget tussen 10000 en 50000``, the ends included."""
        least = self._compared_with(field, ">=")
        if not self.reader.take_keyword("and"):
            self._fail_after_term()
        return AllOf((least, self._compared_with(field, "<=")))

    def _compared_with(self, field: AskedField, sign: str) -> Condition:
        reader = self.reader
        is_number = sign not in ("~", "=")
        if is_number and not field.has_numbers:
            reader.fail_here(
                Sentence(
                    "{field} holds no numbers: compare it with = or ~.",
                    field=FieldWords(field),
                ),
                near=False,
            )
        before = reader.place
        if field.has_numbers and sign != "~":
            number = self.values.read_number(field)
            if number is not None:
                return CompareNumber(field, _SIGNS_OF_NUMBERS[sign], number)
        if is_number:
            reader.fail_here(Sentence("Expected a number."), near=False)
        reader.place = before
        return self._compared_text(field, "~" if sign == "~" else "=")

    def _compared_text(self, field: AskedField, sign: TextSign) -> Condition:
        return CompareText(field, sign, self.values.read_texts(field))

    def _contained_text(self) -> Condition:
        return self._compared_text(TEXT_FIELD, "~")

    def _implied_text(self) -> Condition | None:
        """``doelen ~ 'netwerk'``: the text of the elements, when no field stands here.

        ``doel D3`` is the element with that id.
        """
        reader = self.reader
        token = reader.token
        if token.kind == "text":
            return self._contained_text()
        named = self.words.id_of(token.text) if token.kind == "word" else None
        if named:
            reader.step_over()
            return CompareText(FIELDS["id"], "=", (named,))
        if not self.values.sign_follows():
            return None
        if reader.keyword_here(*NUMBER_SIGNS)[0]:
            return None  # the number of something: it says what behind it
        return self._compared_field(TEXT_FIELD)

    def _compared_kind(self, kind: Kind) -> Condition:
        """``thema ~ 'netwerk'``, ``thema = T1`` and ``inspanningen > 3``."""
        sign = self.values.read_sign()
        positive = sign.removeprefix("!")
        if positive not in ("~", "=") or self.reader.token.kind == "number":
            condition = self._compared_count(kind, positive)
        else:
            condition = HasLinked(LinkedGroup(self._of_kind(kind, positive)))
        return Negation(condition) if sign.startswith("!") else condition

    def _compared_count(self, kind: Kind, sign: str) -> Condition:
        number = self.values.read_count()
        if number is None or sign == "~":
            self.reader.fail_here(Sentence("Expected a whole number."))
        return CountLinked(
            LinkedGroup(Question((kind,))), _SIGNS_OF_NUMBERS[sign], number
        )

    def _of_kind(self, kind: Kind, sign: str) -> Group:
        token = self.reader.token
        is_id = token.kind == "word" and self.words.id_of(token.text)
        if sign == "=" and is_id:
            return self._named_elements()
        text_sign: TextSign = "~" if sign == "~" else "="
        return Question((kind,), self._compared_text(TEXT_FIELD, text_sign))

    # what is said when it does not go on

    def _fail_at_term(self) -> NoReturn:
        self.reader.fail_here(
            Sentence(
                "Expected what holds of them: with, without, not, under or for, or a field "
                "with a sign."
            )
        )

    def _fail_after_term(self) -> NoReturn:
        self.reader.fail_here(
            Sentence(
                "Expected “and”, “or”, a closing bracket or the end; a text of several words "
                "stands between quotation marks."
            )
        )


def _all_of(parts: list[Condition]) -> Condition:
    return AllOf(tuple(parts)) if len(parts) > 1 else parts[0]


def _ends_with_kind(condition: Condition) -> bool:
    """Whether its last word is a kind: what follows without ``en`` might be said of that.

    ``doelen met SMART-doelen zonder bron`` may miss the source of the one or of the other.
    """
    if isinstance(condition, Negation):
        return _ends_with_kind(condition.part)
    if isinstance(condition, HasLinked | CountLinked | Related):
        last = condition.linked.via or condition.linked.group
    elif isinstance(condition, StatedLink):
        last = condition.group
    else:
        return False
    return isinstance(last, Question) and last.condition is None


def _deny_condition(condition: Condition) -> Condition:
    """What ``zonder`` makes of what stands behind it."""
    if isinstance(condition, FieldState) and condition.state == "filled":
        return FieldState(condition.field, "empty")
    return Negation(condition)


def _has_field(kinds: Kinds, field: AskedField) -> bool:
    """Elements of these kinds may have the field; without kinds all may be asked."""
    return not field.kinds or not kinds or bool(field.kinds & set(kinds))
