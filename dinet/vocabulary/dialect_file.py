r"""What a dialect file says, or what is wrong with it.

It gives words for roles and inside texts, the order of the ladder, and what serves what:

    ladder = ["thema", "doel", "baat", "inspanning"]
    inspanning = ["klus", "klussen"]

    [doel]
    woorden = ["stip"]
    dient = ["thema"]

    [taal]
    vervolgwoorden = ["alsmede"]
    zinseinden = { zonder = [":"] }

    [taal.maanden]
    10 = ["wijnmaand"]

A role is named by any word for it, in either language. The words of ``geen`` lose their meaning.

Under ``taal`` (or ``language``) stand the words that are looked for inside texts: months,
sentence ends, bullets, words that join. ``phrases.toml`` has all lists, with what each is for,
and their Dutch names. A list adds its words; ``{ alleen = [...] }`` (``only``) puts them in
place of all others, ``{ zonder = [...] }`` (``without``) takes them away.

Example:
    >>> from dinet.vocabulary.active_dialect import dialect_in, using_dialect
    >>> from dinet.vocabulary.time_headings import is_period
    >>> with using_dialect(dialect_in(b'[taal.maanden]\n10 = ["wijnmaand"]\n', "eigen.toml")):
    ...     is_period("Wijnmaand 2026")
    True
    >>> is_period("Wijnmaand 2026")
    False
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dinet.errors import UsageError, did_you_mean, problems_as_error
from dinet.language import JoinedSentences, Sentence
from dinet.model import LINK_KINDS, LinkKind, natural_link_kind
from dinet.vocabulary.dialect import Dialect, plain

_WORDS = ("woorden", "words", "nl", "en")
_COLUMNS = ("kolommen", "columns")
_SERVES = ("dient", "serves")
_NO_ROLE = {
    "geen": "none",
    "none": "none",
    "alledaags": "everyday",
    "everyday": "everyday",
}
_LANGUAGE = ("taal", "language")
_ONLY, _WITHOUT = ("alleen", "only"), ("zonder", "without")
_OPEN_GROUP = "synonyms"
"""The group of phrases in which a file may put lists of its own."""
_TOKEN = re.compile(
    r"\"(?P<double>(?:\\.|[^\"\\\n])*)\"|'(?P<single>[^'\n]*)'|#[^\n]*|(?P<bare>[\w-]+)|\n"
)
_MOST_PROBLEMS = 50
"""After so many nobody reads on."""
_LONGEST = 200
"""In characters: a longer text is not a word or two by which a heading is known."""
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
        self.phrases: dict[str, tuple[str, ...]] = {}
        """The lists of words inside texts that the file changes."""
        self.ladder = before.ladder
        self.serves = dict(before.serves)
        for key, value in tables.items():
            if len(self.problems) > _MOST_PROBLEMS:
                break
            self._read_key(key, value)

    def _read_key(self, key: str, value: object) -> None:
        """Take over what stands under one key at the top of the file."""
        if key == "ladder":
            self._change_ladder(self._texts(value, key))
        elif key in _LANGUAGE:
            self._change_phrases(key, value)
        elif isinstance(value, dict):
            self._change_role(key, value)
        else:
            self._change_role(key, {"words": value})

    def dialect(self) -> Dialect:
        """The dialect with what the file adds.

        Raises:
            UsageError: Something in the file is wrong.
        """
        self._raise_problems()
        before = self.before
        return Dialect(
            words=self._with_roles({**before.words, **self.words}),
            columns=self._with_roles({**before.columns, **self.columns}),
            everyday=(before.everyday - self.words.keys())
            | self.everyday.keys(),
            roles=before.roles,
            ladder=self.ladder,
            kinds=before.kinds,
            serves=self.serves,
            heights=before.heights,
            asks=before.asks,
            phrases=before.phrases.with_lists(self.phrases),
        )

    def _with_roles(self, words: Mapping[str, str]) -> dict[str, str]:
        """The words that have a role: those of ``geen`` lose their meaning."""
        return {
            word: role
            for word, role in words.items()
            if role in self.before.roles
        }

    def _raise_problems(self) -> None:
        if not self.problems:
            return
        in_order = sorted(self.problems, key=lambda problem: problem[0])
        error = problems_as_error(
            [(f"{self.name}:{line}", what) for line, what in in_order]
        )
        raise UsageError(*error.what, where=error.where)

    # roles

    def _change_role(self, key: str, table: Tables) -> None:
        """Take over the table of one role: its words, and what it serves."""
        role = self._role_named(key, key)
        if role is None:
            return
        for word, value in table.items():
            if word in _WORDS + _COLUMNS:
                self._add_words(role, self._texts(value, key, word), key, word)
            elif role in self.before.kinds and word in _SERVES:
                self.serves[role] = dict(
                    self._read_served(role, value, key, word)
                )
            else:
                self._note_meaningless(
                    word, _WORDS + _COLUMNS + _SERVES, key, word
                )

    def _add_words(
        self, role: str, texts: Sequence[str], key: str, word: str
    ) -> None:
        """Give words to a role; a word that another role of this file has is a problem."""
        words = self._words_under(role, word)
        for text in texts:
            if words.setdefault(plain(text), role) != role:
                before = self.given[plain(text)]
                what = Sentence(
                    "“{word}” was given to “{other}” before.",
                    word=text,
                    other=before,
                )
                self._note_problem(what, at=(key, word, text))
            self.given.setdefault(plain(text), key)

    def _words_under(self, role: str, word: str) -> dict[str, str]:
        """Where the words of a role go that stand under a key of its table."""
        if role == "everyday":
            return self.everyday
        return self.columns if word in _COLUMNS else self.words

    # rungs

    def _change_ladder(self, names: Sequence[str]) -> None:
        """Let the named rungs change places among each other; the others stay where they are."""
        rungs = list(
            filter(None, (self._rung(name, "ladder", name) for name in names))
        )
        if len(set(rungs)) < len(rungs):
            self._note_problem(
                Sentence("a rung stands on the ladder twice."), at=("ladder",)
            )
        order = iter(rungs)
        self.ladder = tuple(
            next(order, rung) if rung in rungs else rung
            for rung in self.ladder
        )

    def _read_served(
        self, role: str, value: object, *at: str
    ) -> Iterator[tuple[str, LinkKind]]:
        """What a rung serves, with the kind of each link.

        The file has a list of rungs, or a table of rungs with the kinds of their links.
        """
        if isinstance(value, dict):
            named_kinds: dict[str, object] = value
        else:
            named_kinds = dict.fromkeys(self._texts(value, *at))
        for name, named_kind in named_kinds.items():
            rung = self._rung(name, *at, name)
            if rung is None:
                continue
            if named_kind is None:
                kinds = self.before.kinds
                yield rung, natural_link_kind(kinds[role], kinds[rung])
                continue
            kind = self._link_kind(str(named_kind))
            if kind:
                yield rung, kind
            else:
                self._note_unknown_link_kind(
                    named_kind, *at, name, str(named_kind)
                )

    def _note_unknown_link_kind(self, kind: object, *at: str) -> None:
        stated = self.before.phrases.group_of("stated_links").values()
        dutch = (words[0] for words in stated if words)
        self._note_problem(
            Sentence("there is no kind of link “{kind}”.", kind=kind),
            *did_you_mean(str(kind), (*dutch, *LINK_KINDS)),
            at=at,
        )

    def _link_kind(self, name: str) -> LinkKind | None:
        """The kind of link that a name means: its own, or the words by which texts state it."""
        plain_name = (
            name.strip().casefold().replace("_", " ").replace("-", " ")
        )
        stated = self.before.phrases.group_of("stated_links")
        known = {
            kind: (kind.replace("_", " "), *stated[kind])
            for kind in LINK_KINDS
        }
        found = (kind for kind, words in known.items() if plain_name in words)
        return next(found, None)

    def _rung(self, name: str, *at: str) -> str | None:
        """The rung that a name means; None, and a problem, when it means none."""
        role = self._role_named(name, *at)
        kinds = self.before.kinds
        if role is None or role in kinds:
            return role
        words = (word for word, of in self.before.words.items() if of in kinds)
        self._note_problem(
            Sentence("“{name}” is no rung of the ladder.", name=name),
            *did_you_mean(name, (*kinds, *words)),
            at=at,
        )
        return None

    # words inside texts

    def _change_phrases(self, key: str, value: object) -> None:
        """Change the lists that a file names: one by itself, or those of a group in a table."""
        phrases = self.before.phrases
        for name, said in self._table(value, key).items():
            found = phrases.find_name(name)
            if found is None:
                self._note_meaningless(
                    name, self._in_both_languages(phrases.names), key, name
                )
            elif found in phrases.lists:
                self._change_list(found, said, key, name)
            else:
                self._change_group(
                    found, self._table(said, key, name), key, name
                )

    def _change_group(self, group: str, table: Tables, *at: str) -> None:
        known = self.before.phrases.group_of(group)
        for name, said in table.items():
            found = self.before.phrases.find_name(name, group)
            if found is None and group == _OPEN_GROUP:
                found = f"{group}.{name}"
            if found is None:
                self._note_meaningless(
                    name, self._in_both_languages(known), *at, name
                )
            else:
                self._change_list(found, said, *at, name)

    def _in_both_languages(self, names: Iterable[str]) -> list[str]:
        both: list[str] = []
        for name in names:
            both += [self.before.phrases.dutch.get(name, name), name]
        return both

    def _change_list(self, name: str, said: object, *at: str) -> None:
        """Add words to a list, or replace or take away what is in it."""
        words = self.phrases.get(name, self.before.phrases.lists.get(name, ()))
        changes: dict[str, object] = (
            said if isinstance(said, dict) else {"": said}
        )
        for how, texts in changes.items():
            given = self._folded_texts(texts, *at)
            if how in _ONLY:
                words = given
            elif how in _WITHOUT:
                words = tuple(word for word in words if word not in given)
            elif how:
                self._note_meaningless(how, _ONLY + _WITHOUT, *at, how)
            else:
                words = tuple(dict.fromkeys((*words, *given)))
        self.phrases[name] = words

    def _folded_texts(self, value: object, *at: str) -> tuple[str, ...]:
        """Words as they are looked for in texts: in lower case, on one line."""
        texts = self._texts(value, *at)
        return tuple(" ".join(text.casefold().split()) for text in texts)

    def _table(self, value: object, *at: str) -> Tables:
        if isinstance(value, dict):
            return value
        self._note_meaningless(at[-1], (), *at)
        return {}

    def _note_meaningless(
        self, word: str, known: Sequence[str], *at: str
    ) -> None:
        self._note_problem(
            Sentence("“{word}” means nothing here.", word=word),
            *did_you_mean(word, known),
            at=at,
        )

    # values

    def _role_named(self, name: str, *at: str) -> str | None:
        """The role that a name means: its own name, or any word for it.

        None, and a problem, when it means none.
        """
        if name in self.before.roles:
            return name
        role = self.before.words.get(plain(name)) or _NO_ROLE.get(plain(name))
        if role is None:
            known = (*self.before.roles, *_NO_ROLE, *self.before.words)
            self._note_problem(
                Sentence("there is no role “{name}”.", name=name),
                *did_you_mean(name, known),
                at=at,
            )
        return role

    def _texts(self, value: object, *at: str) -> list[str]:
        """One text or several as a list; empty, and a problem, when it is something else."""
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list) and all(map(_is_phrase, texts)):
            return texts
        self._note_problem(
            Sentence(
                'expected words between quotation marks, such as ["one", "two"].'
            ),
            at=at,
        )
        return []

    def _note_problem(self, *what: Sentence, at: Sequence[str]) -> None:
        """Remember a problem with the line on which these words stand after one another."""
        line, place = 1, 0
        for word in at:
            for number in range(place, len(self.tokens)):
                token, line_of_token = self.tokens[number]
                if token == word:
                    line, place = line_of_token, number + 1
                    break
        self.problems.append((line, JoinedSentences(*what)))


def _is_phrase(text: object) -> bool:
    """A value of the file is a word or a few."""
    return (
        isinstance(text, str) and bool(text.strip()) and len(text) <= _LONGEST
    )


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    """The words of a file, each with its line; what stands in comments is left out."""
    line = 1
    for found in _TOKEN.finditer(text):
        words = [word for word in found.groups() if word is not None]
        word = words[0] if words else None
        if word is not None:
            yield word, line
        line += found[0].count("\n")
