"""What a dialect file says: words for roles, the order of the ladder, and what serves what; or what is wrong with it.

    ladder = ["thema", "doel", "baat", "inspanning"]
    inspanning = ["klus", "klussen"]

    [doel]
    woorden = ["stip"]
    dient = ["thema"]

A role is named by any word for it, in either language. The words of ``geen`` lose their meaning.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from dinet.document.dialect import Dialect, plain
from dinet.errors import UsageError, did_you_mean
from dinet.language import JoinedSentences, Sentence
from dinet.model import LINK_KINDS, LinkKind
from dinet.native.keys import LINK_KINDS as WORDS_OF_LINKS
from dinet.native.keys import hyphenated_word as hyphened
from dinet.native.keys import names_by_word, natural_link_kind
from dinet.native.problems import problems_as_error

_WORDS = ("woorden", "words", "nl", "en")
_COLUMNS = ("kolommen", "columns")
_SERVES = ("dient", "serves")
_NO_ROLE = {
    "geen": "none",
    "none": "none",
    "alledaags": "everyday",
    "everyday": "everyday",
}
_LINKS: dict[str, LinkKind] = {
    word: kind
    for word, name in names_by_word(WORDS_OF_LINKS).items()
    for kind in LINK_KINDS
    if kind == name
}
_TOKEN = re.compile(
    r"\"(?P<double>(?:\\.|[^\"\\\n])*)\"|'(?P<single>[^'\n]*)'|#[^\n]*|(?P<bare>[\w-]+)|\n"
)
_MOST_PROBLEMS = 50
"""After so many nobody reads on."""
_LONGEST = 200
Tables = Mapping[str, object]


class Change:
    """What a file adds to a dialect.

    Args:
        before: The dialect that the file extends; its roles and their kinds stay as they are.
        tables: The file.
        name: Its name without folders.
        text: The file as text, to tell on which line a problem is.
    """

    def __init__(
        self, before: Dialect, tables: Tables, name: str, text: str = ""
    ) -> None:
        self.before = before
        self.name = name
        self.tokens = list(_tokens(text))
        self.problems: list[tuple[int, JoinedSentences]] = []
        self.words: dict[str, str] = {}
        self.columns: dict[str, str] = {}
        self.everyday: dict[str, str] = {}
        self.given: dict[str, str] = {}
        """Under which name in the file each word stands first."""
        self.ladder = before.ladder
        self.serves = dict(before.serves)
        for key, value in tables.items():
            if len(self.problems) > _MOST_PROBLEMS:
                break
            if key == "ladder":
                self._climb(self._texts(value, key))
            else:
                self._role(key, value if isinstance(value, dict) else {"words": value})

    def dialect(self) -> Dialect:
        """The dialect with what the file adds.

        Raises:
            UsageError: Something in the file is wrong.
        """
        if self.problems:
            found = problems_as_error(
                [
                    (f"{self.name}:{line}", what)
                    for line, what in sorted(self.problems, key=lambda each: each[0])
                ]
            )
            raise UsageError(*found.what, where=found.where)
        before = self.before
        words, columns = (
            {**before.words, **self.words},
            {**before.columns, **self.columns},
        )
        return Dialect(
            {word: role for word, role in words.items() if role in before.roles},
            {word: role for word, role in columns.items() if role in before.roles},
            (before.everyday - self.words.keys()) | self.everyday.keys(),
            before.roles,
            self.ladder,
            before.kinds,
            self.serves,
            before.heights,
            before.asks,
        )

    # roles

    def _role(self, key: str, table: Tables) -> None:
        role = self._named(key, key) or ""
        for word, value in table.items() if role else ():
            if word in _WORDS + _COLUMNS:
                self._words(role, self._texts(value, key, word), key, word)
            elif role in self.before.kinds and word in _SERVES:
                self.serves[role] = dict(self._served(role, value, key, word))
            else:
                hint = did_you_mean(word, _WORDS + _COLUMNS + _SERVES)
                self._problem(
                    Sentence("“{word}” means nothing here.", word=word),
                    *hint,
                    at=(key, word),
                )

    def _words(self, role: str, texts: Sequence[str], key: str, word: str) -> None:
        kept = (
            self.everyday
            if role == "everyday"
            else self.columns
            if word in _COLUMNS
            else self.words
        )
        for text in texts:
            if kept.setdefault(plain(text), role) != role:
                before = self.given[plain(text)]
                self._problem(
                    Sentence(
                        "“{word}” was given to “{other}” before.",
                        word=text,
                        other=before,
                    ),
                    at=(key, word, text),
                )
            self.given.setdefault(plain(text), key)

    # rungs

    def _climb(self, names: Sequence[str]) -> None:
        """The named rungs change places among each other; the others stay where they are."""
        rungs = [rung for name in names if (rung := self._rung(name, "ladder", name))]
        if len(set(rungs)) < len(rungs):
            self._problem(
                Sentence("a rung stands on the ladder twice."), at=("ladder",)
            )
        order = iter(rungs)
        self.ladder = tuple(
            next(order, rung) if rung in rungs else rung for rung in self.ladder
        )

    def _served(
        self, role: str, value: object, *at: str
    ) -> Iterator[tuple[str, LinkKind]]:
        """What a rung serves: a list of rungs, or a table of rungs with the kind of each link."""
        kinds = (
            value if isinstance(value, dict) else dict.fromkeys(self._texts(value, *at))
        )
        for name, kind in kinds.items():
            rung = self._rung(name, *at, name)
            if rung and kind is None:
                yield (
                    rung,
                    natural_link_kind(self.before.kinds[role], self.before.kinds[rung]),
                )
            elif rung and hyphened(str(kind)) in _LINKS:
                yield rung, _LINKS[hyphened(str(kind))]
            elif rung:
                hint = did_you_mean(str(kind), (*WORDS_OF_LINKS.values(), *LINK_KINDS))
                self._problem(
                    Sentence("there is no kind of link “{kind}”.", kind=kind),
                    *hint,
                    at=(*at, name, str(kind)),
                )

    def _rung(self, name: str, *at: str) -> str | None:
        role = self._named(name, *at)
        if role is None or role in self.before.kinds:
            return role
        rungs = (
            *self.before.kinds,
            *(
                word
                for word, of in self.before.words.items()
                if of in self.before.kinds
            ),
        )
        self._problem(
            Sentence("“{name}” is no rung of the ladder.", name=name),
            *did_you_mean(name, rungs),
            at=at,
        )
        return None

    # values

    def _named(self, name: str, *at: str) -> str | None:
        """The role that a name means: its own name, or any word for it."""
        role = (
            name
            if name in self.before.roles
            else self.before.words.get(plain(name)) or _NO_ROLE.get(plain(name))
        )
        if role is None:
            known = (*self.before.roles, *_NO_ROLE, *self.before.words)
            self._problem(
                Sentence("there is no role “{name}”.", name=name),
                *did_you_mean(name, known),
                at=at,
            )
        return role

    def _texts(self, value: object, *at: str) -> list[str]:
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list) and all(
            isinstance(text, str) and text.strip() and len(text) <= _LONGEST
            for text in texts
        ):
            return texts
        self._problem(
            Sentence('expected words between quotation marks, such as ["one", "two"].'),
            at=at,
        )
        return []

    def _problem(self, *what: Sentence, at: Sequence[str]) -> None:
        """Remember a problem with the line on which these words stand after one another."""
        line, place = 1, 0
        for word in at:
            found = next(
                (
                    number
                    for number in range(place, len(self.tokens))
                    if self.tokens[number][0] == word
                ),
                None,
            )
            if found is not None:
                line, place = self.tokens[found][1], found + 1
        self.problems.append((line, JoinedSentences(*what)))


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The words of a file, each with its line; what stands in comments is left out."""
    line = 1
    for found in _TOKEN.finditer(text):
        word = next((each for each in found.groups() if each is not None), None)
        if word is not None:
            yield word, line
        line += found[0].count("\n")
