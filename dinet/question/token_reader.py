"""The tokens of a question as the parser walks over them, and what it says when it cannot go on."""

from collections.abc import Callable, Sequence
from typing import NoReturn, TypeVar

from dinet.language import Sentence
from dinet.question.question_error import QuestionError
from dinet.question.tokens import Token, TokenKind, divide_question
from dinet.question.words import LONGEST_PHRASE, QuestionWords

Found = TypeVar("Found")


class TokenReader:
    """A question and a place in it.

    Args:
        text: The question.
        words: What may be named in it.
    """

    def __init__(self, text: str, words: QuestionWords) -> None:
        self.text = text
        self.words = words
        self._tokens = divide_question(text)
        self.place = 0

    @property
    def token(self) -> Token:
        """The token at the place."""
        return self._tokens[self.place]

    def step_over(self, count: int = 1) -> Token:
        """Go on so many tokens, and give the one that stood there first."""
        token = self.token
        self.place = min(self.place + count, len(self._tokens) - 1)
        return token

    def take_sign(self, *signs: str) -> str:
        """Step over one of these signs and give it; empty when none of them stands here."""
        token = self.token
        if token.kind == "sign" and token.text in signs:
            return self.step_over().text
        return ""

    def sign_stands_here(self, *signs: str) -> bool:
        """Whether one of these signs stands here."""
        return self.token.kind == "sign" and self.token.text in signs

    def kind_behind(self, size: int) -> TokenKind:
        """The kind of the token behind so many."""
        place = min(self.place + size, len(self._tokens) - 1)
        return self._tokens[place].kind

    def longest_phrase(
        self, meaning_of: Callable[[Sequence[str]], Found]
    ) -> tuple[int, Found | None]:
        """How many words from here on make the longest phrase that means something, and what.

        Args:
            meaning_of: Gives what a phrase means, and something false for others.
        """
        ahead = self._tokens[self.place : self.place + LONGEST_PHRASE]
        words: list[str] = []
        for token in ahead:
            if token.kind not in ("word", "number"):
                break
            words.append(token.text)
        for size in range(len(words), 0, -1):
            meaning = meaning_of(words[:size])
            if meaning:
                return size, meaning
        return 0, None

    def keyword_here(self, *names: str) -> tuple[int, str]:
        """How many words from here on are a word for one of these constructs, and for which.

        It is none when a longer phrase names a field: ``met wie``.
        """
        wanted = frozenset(names)
        size, found = self.longest_phrase(
            lambda words: self.words.keyword_of(words) & wanted
        )
        if (
            not found
            or self.longest_phrase(self.words.is_field_word)[0] > size
        ):
            return 0, ""
        return size, min(found, key=names.index)

    def take_keyword(self, *names: str) -> str:
        """Step over a word for one of these constructs and give its name; empty when none is."""
        size, name = self.keyword_here(*names)
        if size:
            self.step_over(size)
        return name

    def skip_fillers(self) -> None:
        """Step over words that say nothing."""
        while self.token.kind == "word" and self.words.is_filler(
            self.token.text
        ):
            if self.longest_phrase(self.words.is_field_word)[0] > 1:
                return
            self.step_over()

    def fail_here(
        self,
        *what: Sentence,
        near: bool = True,
        of_elements: bool = False,
    ) -> NoReturn:
        """Say that the question cannot be understood from here on.

        Args:
            what: What was expected.
            near: Name the known words that are like the one here.
            of_elements: As ``QuestionWords.nearest_words`` takes it.

        Raises:
            QuestionError: Always.
        """
        token = self.token
        hints = what
        if near and token.kind == "word":
            hints += self.words.nearest_words(
                token.text, of_elements=of_elements
            )
        self.fail_at(token.column, self._found_sentence(), *hints)

    def fail_at(self, column: int, *what: Sentence) -> NoReturn:
        """Say what is wrong at a column.

        Raises:
            QuestionError: Always.
        """
        raise QuestionError(self.text, column, *what)

    def _found_sentence(self) -> Sentence:
        token = self.token
        if token.kind == "end":
            return Sentence("the question ends here.")
        shown = self.text[token.column - 1 : token.end - 1]
        is_unknown = self.words.id_of(token.text) is None
        if token.kind == "word" and is_unknown and _looks_like_id(token.text):
            return Sentence(
                "there is no element {id} in this programme.",
                id=_cut_text(shown),
            )
        return Sentence(
            "“{text}” is not expected here.", text=_cut_text(shown)
        )


_MOST_SHOWN = 40
"""Characters of a word in a message; the line under it shows the rest."""


def _looks_like_id(word: str) -> bool:
    """A letter with a digit somewhere behind it, as in ``D9`` and ``OPG-04``."""
    return word[0].isalpha() and any(map(str.isdigit, word))


def _cut_text(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _MOST_SHOWN else f"{flat[:_MOST_SHOWN]}…"
