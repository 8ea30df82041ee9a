"""What a column or section is about, told by its heading: Dutch and English words, in any order and spelling.

Which words, and what stands above what, is data: see ``dialect`` and ``lexicon.toml``.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from dinet.document.dialect import Dialect, plain
from dinet.document.dialects import current
from dinet.document.periods import LONGEST_HEADING, is_period, without_year
from dinet.model import Kind, Level


class Role(NamedTuple):
    """What a heading says.

    Args:
        name: ``goal``, ``target``, ``owner`` …
        level: Of goals, when the heading says strategic or operational.
    """

    name: str
    level: Level | None = None


_LEVELS: dict[str, Level] = {
    "strategisch": "strategic",
    "strategic": "strategic",
    "operationeel": "operational",
    "operational": "operational",
}
_LEVEL = re.compile(
    r"\b(strategisch|strategic|operationeel|operationele|operational)e?\b"
)
_BEFORE = (
    "onze|de|het|our|the|beoogde?|gewenste?|bijbehorende|belangrijkste|concrete?|nieuwe|lopende|bestaande|geplande"
    "|voorgenomen|overige|other|uit te voeren|te nemen|te ondernemen|planned|new|current|tactische?|benodigde?|verwachte?"
    "|voorgestelde?|aanvullende?|inhoudelijke?|specifieke?"
)
_HEAD = re.compile(rf"^(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]) )?(?:(?:{_BEFORE}) )*")
_TAIL = re.compile(r" ?\([^()]*\)| ?\d+$| (?:per|van|uit|voor|of|for|per) .*$")
_QUESTION = re.compile(
    r"(?:\w+ )?(?:welke?|wat|hoe|hoeveel|wie|waar(?:aan|mee)?|wanneer|which|what|how|who|whom|when|where)\b"
)
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_AIM_OF_YEAR = re.compile(
    r"(?:doel|doelstelling|ambitie|streven|target|goal) (?:19|20)\d\d"
)
_OF = re.compile(r" (?:van|per|voor|of|for) (?:(?:de|het|the) )?")
_NAMING = (
    "naam",
    "namen",
    "titel",
    "omschrijving",
    "beschrijving",
    "formulering",
    "name",
    "names",
    "title",
    "description",
)
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
    return (
        _role(current(), heading) or _role(current(), _CAMEL.sub(" ", heading))
        if len(heading) <= LONGEST_HEADING
        else None
    )


@lru_cache(maxsize=4096)
def _role(dialect: Dialect, heading: str) -> Role | None:
    words = plain(heading)
    if not words or len(words.split()) > MOST_WORDS:
        return None
    if is_period(heading):
        return Role("period")
    if _AIM_OF_YEAR.fullmatch(words):
        return Role("value")
    found = _LEVEL.search(words)
    level = (
        _LEVELS.get(found[1].replace("operationele", "operationeel")) if found else None
    )
    meaning = _Meaning(dialect)
    name = (
        meaning.named(words)
        or meaning.named(_LEVEL.sub("", words).strip())
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
    return current().kinds.get(role.name if isinstance(role, Role) else role or "")


def is_everyday(heading: str) -> bool:
    """The heading is one that plans, minutes and letters of every kind use: ``Doel``, ``Acties``; ``Doel 2`` is not.

    Example:
        >>> is_everyday("Acties"), is_everyday("Inspanningen"), is_everyday("Doel 2")
        (True, False, False)
    """
    words = current().spelled(plain(heading[: LONGEST_HEADING + 1]))
    return words in current().everyday or _HEAD.sub("", words) in current().everyday


def of_rung(heading: str) -> str | None:
    """The rung that a heading about something else names with it: ``benefit`` for ``Baateigenaar``, ``Status doel``."""
    return _rung(current(), heading) if len(heading) <= LONGEST_HEADING else None


@lru_cache(maxsize=4096)
def _rung(dialect: Dialect, heading: str) -> str | None:
    words = plain(heading)
    halves = _halves(dialect, words) if len(words.split()) <= _MOST_PAIRED else None
    return halves[1] if halves else described(heading)


def in_network(heading: str) -> Role | None:
    """What a heading says above a column of a table that is known for a network by its other columns."""
    columns = current().columns
    forms = (
        (*_forms(plain(heading)), *_forms(plain(without_year(heading)[0])))
        if len(heading) <= LONGEST_HEADING
        else ()
    )
    return next((Role(columns[form]) for form in forms if form in columns), None)


def _forms(words: str) -> tuple[str, ...]:
    """Words as they are, and without the decoration before and after them."""
    short = _TAIL.sub("", words).strip(" :.")
    return words, _HEAD.sub("", words), short, _HEAD.sub("", short)


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
        return known or (self._asked(words) if _QUESTION.match(words) else None)

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
        parts = [
            part.strip()
            for part in re.split(r"/|\ben\b|\bof\b|\band\b|\bor\b|&|,|:", words)
        ]
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
    bare = _OF.sub(" ", words)
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
    dialect, bare = current(), _OF.sub(" ", plain(heading[: LONGEST_HEADING + 1]))
    halves = (
        (bare.removeprefix(word), bare.removesuffix(word))
        for word in _NAMING
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
        if rest[:1].isupper() and current().words.get(plain(word)) == name
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
    if not found or not role or role.name not in (*current().kinds, "vision"):
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
