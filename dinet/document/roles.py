"""What a column or section is about, told by its heading: Dutch and English words, in any order and spelling.

The ladder of a goals-efforts network is data here: which rungs there are, in which words they are called, and what a
rung serves; the words stand in ``lexicon.toml``. A new dialect is new data, not new code.
"""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dinet.model import Kind, Level
from dinet.wording.same import folded


class Role(NamedTuple):
    """What a heading says.

    Args:
        name: ``goal``, ``target``, ``owner`` …
        level: Of goals, when the heading says strategic or operational.
    """

    name: str
    level: Level | None = None


LADDER: tuple[Kind, ...] = ("theme", "goal", "benefit", "capability", "result", "target", "effort")
"""The rungs of a table, from what is served to what serves; a goal column may occur twice, strategic before operational."""


def _plain(heading: str) -> str:
    return folded(heading).replace("-", " ").rstrip("?")


_LEXICON = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
_EVERYDAY = frozenset(_plain(word) for words in _LEXICON.pop("everyday").values() for word in words)
_ROLE_NAMES = list(_LEXICON)
_ROLE_OF = {_plain(word): role for role, languages in _LEXICON.items() for words in languages.values() for word in words}
_LEVELS: dict[str, Level] = {
    "strategisch": "strategic",
    "strategic": "strategic",
    "operationeel": "operational",
    "operational": "operational",
}
_LEVEL = re.compile(r"\b(strategisch|strategic|operationeel|operationele|operational)e?\b")
_BEFORE = (
    "onze|de|het|our|the|beoogde?|gewenste?|bijbehorende|belangrijkste|concrete?|nieuwe|lopende|bestaande|geplande"
    "|voorgenomen|overige|uit te voeren|te nemen|te ondernemen|planned|new|current"
)
_HEAD = re.compile(rf"^(?:(?:\d+(?:\.\d+)*[.)]?|[a-z][.)]) )?(?:(?:{_BEFORE}) )*")
_TAIL = re.compile(r" ?\([^()]*\)| ?\d+$| (?:per|van|uit|voor|of|for|per) .*$")
_QUESTION = re.compile(r"(?:\w+ )?(?:welke?|wat|hoe|which|what|how)\b")
_AIM_OF_YEAR = re.compile(r"(?:doel|ambitie|streven|target|goal) (?:19|20)\d\d")
_YEAR = r"(?:19|20)\d\d"
_QUARTER = r"(?:(?:k|q|kw|kwartaal|quarter|h|fase) ?\.? ?[1-4]|[1-4]e (?:kwartaal|halfjaar|helft))"
_MONTH_NAMES = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|june?|juni|july?|juli|aug(?:ustus|ust)?"
    r"|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_PERIOD = re.compile(
    rf"{_YEAR}(?: ?[/-] ?(?:19|20)?\d\d)?(?: {_QUARTER})?|{_QUARTER}(?: {_YEAR})?|{_MONTH_NAMES}(?: (?:19|20)?\d\d)?"
    rf"|{_YEAR} {_MONTH_NAMES}",
    re.IGNORECASE,
)
MOST_WORDS = 8
"""A heading of a column or section is short."""
_LONGEST = 120


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """What a heading says, or None when its words are none that dinet knows.

    Args:
        heading: A whole heading, such as ``Opgave / Doel``, ``Strategische doelstellingen`` or ``Inspannin g``.

    Example:
        >>> role_of("Strategische doelstellingen")
        Role(name='goal', level='strategic')
        >>> role_of("Kinderen krijgen een goede start") is None
        True
    """
    if len(heading) > _LONGEST:
        return None
    plain = _plain(heading)
    if not plain or len(plain.split()) > MOST_WORDS:
        return None
    if is_period(heading):
        return Role("period")
    if _AIM_OF_YEAR.fullmatch(plain):
        return Role("value")
    found = _LEVEL.search(plain)
    level = _LEVELS.get(found[1].replace("operationele", "operationeel")) if found else None
    name = _named(plain) or _named(_LEVEL.sub("", plain).strip()) or _parts(plain)
    return Role(name, level if name == "goal" else None) if name else None


def is_period(heading: str) -> bool:
    """The heading names a year, quarter, half year or month.

    Example:
        >>> is_period("2026 K1"), is_period("mei 2027"), is_period("Meisjes")
        (True, True, False)
    """
    return len(heading) <= _LONGEST and _PERIOD.fullmatch(" ".join(heading.split())) is not None


def is_everyday(heading: str) -> bool:
    """The heading is one that plans, minutes and letters of every kind use: ``Doel``, ``Acties``; ``Doel 2`` is not.

    Example:
        >>> is_everyday("Acties"), is_everyday("Inspanningen"), is_everyday("Doel 2")
        (True, False, False)
    """
    plain = _plain(heading[: _LONGEST + 1])
    return plain in _EVERYDAY or _HEAD.sub("", plain) in _EVERYDAY


def _named(plain: str) -> str | None:
    """The role of whole words, without decoration, or with the spaces taken out that a narrow column put in."""
    short = _TAIL.sub("", plain).strip(" :.")
    forms = (plain, _HEAD.sub("", plain), short, _HEAD.sub("", short))
    known = next((_ROLE_OF[form] for form in forms if form in _ROLE_OF), None) or _UNSPACED.get(plain.replace(" ", ""))
    return known or (_asked(plain) if _QUESTION.match(plain) else None)


def _asked(plain: str) -> str | None:
    """The one role that a question names: ``Welke inspanningen leveren we daarvoor?``."""
    roles = {_ROLE_OF[word] for word in plain.split() if word in _ROLE_OF}
    return next(iter(roles)) if len(roles) == 1 and roles <= {*LADDER} else None


def _parts(plain: str) -> str | None:
    """The most specific role among parts that a slash, ``en`` or ``of`` joins: ``Opgave / Doel``.

    Efforts together with what they serve (``Doelen en inspanningen``) is a title, not a role.
    """
    roles = {_named(part.strip()) for part in re.split(r"/|\ben\b|\bof\b|\band\b|\bor\b|&|,|:", plain)}
    if None in roles or ("effort" in roles and len(roles.intersection(LADDER)) > 1):
        return None
    return min((role for role in roles if role), key=_ROLE_NAMES.index, default=None)


_UNSPACED = {word.replace(" ", ""): role for word, role in _ROLE_OF.items() if len(word) >= len("actie")}

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
    return rest if rest[:1].isupper() or (rest and found and found[0][-2:-1] in ".):") else text


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
    if not found or not role or role.name not in (*LADDER, "vision"):
        return None
    return Prefixed(role, found["number"] or found["count"] or "", (found["rest"] or found["name"]).strip())


def prefixed(text: str) -> tuple[Role, str] | None:
    """The role and the rest of a line such as ``Focuspunt: samen sterk`` or ``Doel 2 – Meer sport``; None for others.

    Example:
        >>> prefixed("Thema 1: Wonen")
        (Role(name='theme', level=None), 'Wonen')
    """
    found = labelled(text)
    return (found.role, found.rest) if found else None
