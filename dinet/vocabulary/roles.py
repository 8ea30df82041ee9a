"""What a column or section is about, told by its heading: Dutch and English words, in any order and spelling.

Which words, and what stands above what, is data: see ``dialect`` and ``lexicon.toml``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from dinet.model import Kind, Level
from dinet.vocabulary.active_dialect import active_dialect, once_per_dialect, words_of
from dinet.vocabulary.dialect import Dialect, plain
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.time_headings import LONGEST_HEADING, is_period, without_year


class Role(NamedTuple):
    """What a heading says.

    Args:
        name: ``goal``, ``target``, ``owner`` …
        level: Of goals, when the heading says strategic or operational.
    """

    name: str
    level: Level | None = None


_LEVELS: tuple[Level, ...] = ("strategic", "operational")


@once_per_dialect
def _level_words() -> dict[str, Level]:
    return {word: level for level in _LEVELS for word in words_of(f"levels.{level}")}


@once_per_dialect
def _level_word() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(_level_words())}\b")


@once_per_dialect
def _decoration_before() -> re.Pattern[str]:
    """A number, and words before the one that counts: ``2.1 Onze belangrijkste``."""
    return re.compile(
        rf"^(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]) )?(?:{any_of(words_of('headings.before'))} )*"
    )


@once_per_dialect
def _decoration_after() -> re.Pattern[str]:
    return re.compile(rf" ?\([^()]*\)| ?\d+$| {any_of(words_of('headings.after'))} .*$")


@once_per_dialect
def _question_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\w+ )?{any_of(words_of('headings.questions'))}\b")


@once_per_dialect
def _aim_of_year() -> re.Pattern[str]:
    return re.compile(rf"{any_of(words_of('headings.aims_of_year'))} (?:19|20)\d\d")


@once_per_dialect
def _of_pattern() -> re.Pattern[str]:
    """Between what a column says and of what: ``Eigenaar van de baat``."""
    of, articles = (
        any_of(words_of("headings.of")),
        any_of(words_of("headings.articles")),
    )
    return re.compile(rf" {of} (?:{articles} )?")


@once_per_dialect
def _between_roles() -> re.Pattern[str]:
    return re.compile(
        rf"/|\b{any_of(words_of('joining_words.and', 'joining_words.or'))}\b|&|,|:"
    )


_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_OF_RUNG = (
    "owner",
    "partner",
    "phase",
    "period",
    "budget",
    "status",
    "remark",
    "source",
)
_SHORTEST = "doel"
_MOST_PAIRED = 5
_LEAST_QUESTION = 3
MOST_WORDS = 8
"""A heading of a column or section is short."""


def role_of(heading: str) -> Role | None:
    """What a heading says, or None when its words are none that dinet knows.

    Args:
        heading: A whole heading, such as ``Opgave / Doel``, ``Strategische doelstellingen`` or
            ``Inspannin g``.

    Example:
        >>> role_of("Strategische doelstellingen")
        Role(name='goal', level='strategic')
        >>> role_of("Kinderen krijgen een goede start") is None
        True
    """
    if len(heading) > LONGEST_HEADING:
        return None
    dialect = active_dialect()
    return _role(dialect, heading) or _role(dialect, _CAMEL.sub(" ", heading))


@lru_cache(maxsize=4096)
def _role(dialect: Dialect, heading: str) -> Role | None:
    words = plain(heading)
    if not words or len(words.split()) > MOST_WORDS:
        return None
    if is_period(heading):
        return Role("period")
    if _aim_of_year().fullmatch(words):
        return Role("value")
    found = _level_word().search(words)
    level = _level_words()[found[0]] if found else None
    meaning = _Meaning(dialect)
    name = (
        meaning.named(words)
        or meaning.named(_level_word().sub("", words).strip())
        or meaning.joined(words)
    )
    if name is None and len(words.split()) <= _MOST_PAIRED:
        name = (
            meaning.named(plain(without_year(heading)[0]))
            or meaning.of_rung(words)
            or meaning.misspelled(words)
        )
    return Role(name, level if name == "goal" else None) if name else None


def kind_of(role: Role | str | None) -> Kind | None:
    """The kind of element that a role names; None for a role that is no rung of the ladder."""
    return active_dialect().kinds.get(
        role.name if isinstance(role, Role) else role or ""
    )


def is_everyday(heading: str) -> bool:
    """The heading is one that plans, minutes and letters of every kind use: ``Doel``, ``Acties``; ``Doel 2`` is not.

    Example:
        >>> is_everyday("Acties"), is_everyday("Inspanningen"), is_everyday("Doel 2")
        (True, False, False)
    """
    words = active_dialect().spelled(plain(heading[: LONGEST_HEADING + 1]))
    return (
        words in active_dialect().everyday
        or _decoration_before().sub("", words) in active_dialect().everyday
    )


def of_rung(heading: str) -> str | None:
    """The rung that a heading about something else names with it: ``benefit`` for ``Baateigenaar``, ``Status doel``."""
    return _rung(active_dialect(), heading) if len(heading) <= LONGEST_HEADING else None


@lru_cache(maxsize=4096)
def _rung(dialect: Dialect, heading: str) -> str | None:
    words = plain(heading)
    halves = _halves(dialect, words) if len(words.split()) <= _MOST_PAIRED else None
    return halves[1] if halves else described(heading)


def in_network(heading: str) -> Role | None:
    """What a heading says above a column of a table that is known for a network by its other columns."""
    columns = active_dialect().columns
    forms = (
        (*_forms(plain(heading)), *_forms(plain(without_year(heading)[0])))
        if len(heading) <= LONGEST_HEADING
        else ()
    )
    return next((Role(columns[form]) for form in forms if form in columns), None)


def _forms(words: str) -> tuple[str, ...]:
    """Words as they are, and without the decoration before and after them."""
    short = _decoration_after().sub("", words).strip(" :.")
    return (
        words,
        _decoration_before().sub("", words),
        short,
        _decoration_before().sub("", short),
    )


class _Meaning:
    """What words mean in a dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.roles = dialect.words

    def named(self, words: str) -> str | None:
        """The role of whole words, without decoration, or with the spaces taken out that a narrow column put in."""
        known = next(
            (self.roles[form] for form in _forms(words) if form in self.roles), None
        )
        known = known or self.dialect.unspaced.get(words.replace(" ", ""))
        return known or (
            self._asked(words) if _question_pattern().match(words) else None
        )

    def misspelled(self, words: str) -> str | None:
        """The role of words with one slip of the pen."""
        return self.roles.get(self.dialect.spelled(words))

    def _asked(self, words: str) -> str | None:
        """The one role that a question names: ``Welke inspanningen leveren we daarvoor?``."""
        roles = {self.roles[word] for word in words.split() if word in self.roles}
        one = (
            next(iter(roles))
            if len(roles) == 1 and roles <= self.dialect.kinds.keys()
            else None
        )
        return one or (
            self.dialect.asked(words) if len(words.split()) >= _LEAST_QUESTION else None
        )

    def joined(self, words: str) -> str | None:
        """The most specific role among parts that a slash, ``en`` or ``of`` joins: ``Opgave / Doel``.

        Efforts together with what they serve (``Doelen en inspanningen``) is a title, not a
        role; but ``Prestatie / activiteit`` are efforts, for what an everyday word means is
        told by the word beside it.
        """
        parts = [part.strip() for part in _between_roles().split(words)]
        roles = {self.named(part) for part in parts}
        if roles == {"effort", "target"} and all(
            part in self.dialect.everyday
            for part in parts
            if self.named(part) == "target"
        ):
            return "effort"
        if None in roles or (
            "effort" in roles and len(roles.intersection(self.dialect.kinds)) > 1
        ):
            return None
        return min(
            (role for role in roles if role), key=self.dialect.roles.index, default=None
        )

    def of_rung(self, words: str) -> str | None:
        """The role of a heading that also names the rung it is about."""
        halves = _halves(self.dialect, words)
        return halves[0] if halves else None


def _halves(dialect: Dialect, words: str) -> tuple[str, str] | None:
    """The role and the rung of a heading that is made of a word for each, in any order."""
    bare = _of_pattern().sub(" ", words)
    for place in range(len(_SHORTEST), len(bare) - len(_SHORTEST) + 1):
        one, other = (
            dialect.words.get(half.strip()) for half in (bare[:place], bare[place:])
        )
        if one and other and (one in dialect.kinds) != (other in dialect.kinds):
            about, rung = (other, one) if one in dialect.kinds else (one, other)
            return (about, rung) if about in _OF_RUNG else None
    return None


def described(heading: str) -> str | None:
    """The rung whose name or description a heading is about: ``goal`` for ``Omschrijving doel``."""
    dialect, bare = (
        active_dialect(),
        _of_pattern().sub(" ", plain(heading[: LONGEST_HEADING + 1])),
    )
    halves = (
        (bare.removeprefix(word), bare.removesuffix(word))
        for word in words_of("headings.naming")
        if word in bare and word != bare
    )
    rests = (rest.strip() for pair in halves for rest in pair if rest != bare)
    return next(
        (
            dialect.words[rest]
            for rest in rests
            if dialect.words.get(rest) in dialect.kinds
        ),
        None,
    )


_NUMBERED = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[A-Z][.)])\s")
_PREFIX = re.compile(
    r"(?P<word>[^\W\d_][\w' -]{2,30}?) ?(?P<number>[A-Z]|\d+(?:\.\d+)*)?(?: ?[:.]| [-–—]) (?P<rest>\S.*)"
    r"|(?P<named>[^\W\d_][\w' -]{2,30}?) (?P<count>[A-Z]|\d{1,2}(?:\.\d{1,2})*) (?P<name>[A-ZÀ-Þ\"'‘“].*)",
    re.DOTALL,
)


def without_number(text: str) -> str:
    """A heading without the number of its chapter or section.

    Example:
        >>> without_number("2.1 Sport en bewegen"), without_number("2 dagen sport")
        ('Sport en bewegen', '2 dagen sport')
    """
    found = _NUMBERED.match(text)
    rest = text[found.end() :].strip() if found else ""
    return (
        rest
        if rest[:1].isupper() or (rest and found and found[0][-2:-1] in ".):")
        else text
    )


def without_role(text: str, name: str) -> str:
    """A heading that is known for a role, without the word for that role before its own words.

    Example:
        >>> without_role("Thema Wonen", "theme"), without_role("Wonen en zorg", "theme"), without_role("Thema's", "theme")
        ('Wonen', 'Wonen en zorg', "Thema's")
    """
    word, _, rest = text.partition(" ")
    return (
        rest
        if rest[:1].isupper() and active_dialect().words.get(plain(word)) == name
        else text
    )


class Prefixed(NamedTuple):
    """A line such as ``Doel 2: Meer sport``: what it is about, how it is numbered, and the rest."""

    role: Role
    number: str
    rest: str


def labelled(text: str) -> Prefixed | None:
    """The role, number and rest of a line such as ``Focuspunt: samen sterk`` or ``Doel 2 – Meer sport``; None for others.

    Without a colon or dash there has to be a number: ``Thema 1 Wonen``.
    """
    found = _PREFIX.fullmatch(without_number(" ".join(text.split())))
    role = role_of(found["word"] or found["named"]) if found else None
    if not found or not role or role.name not in (*active_dialect().kinds, "vision"):
        return None
    return Prefixed(
        role,
        found["number"] or found["count"] or "",
        (found["rest"] or found["name"]).strip(),
    )


def prefixed(text: str) -> tuple[Role, str] | None:
    """The role and the rest of a line such as ``Focuspunt: samen sterk`` or ``Doel 2 – Meer sport``; None for others.

    Example:
        >>> prefixed("Thema 1: Wonen")
        (Role(name='theme', level=None), 'Wonen')
    """
    found = labelled(text)
    return (found.role, found.rest) if found else None
