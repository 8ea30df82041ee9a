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

_LEXICON = tomllib.loads(Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8"))
_ROLE_NAMES = list(_LEXICON)
_ROLE_OF = {
    folded(word).replace("-", " "): role for role, languages in _LEXICON.items() for words in languages.values() for word in words
}
_LEVELS: dict[str, Level] = {
    "strategisch": "strategic",
    "strategic": "strategic",
    "operationeel": "operational",
    "operational": "operational",
}
_LEVEL = re.compile(r"\b(strategisch|strategic|operationeel|operationele|operational)e?\b")
_HEAD = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?\s+)?(?:(?:onze|de|het|our|the|beoogde?|gewenste?|bijbehorende|belangrijkste)\s+)*")
_TAIL = re.compile(r"\s*\(.*?\)|\s*\d+$|\s+(?:per|van|uit|voor)\s.*$")
_PERIOD = re.compile(
    r"^(?:(?:19|20)\d\d(?:\s*[/-]\s*(?:19|20)?\d\d)?)?\s*"
    r"(?:(?:k|q|kw|kwartaal|quarter|h|fase)\s*\.?\s*[1-4])?\s*(?:(?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"^(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*\.?(?:\s+(?:19|20)?\d\d)?$", re.IGNORECASE)
MOST_WORDS = 8
"""A heading of a column or section is short."""


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
    plain = folded(heading).replace("-", " ").rstrip("?")
    if not plain or len(plain.split()) > MOST_WORDS:
        return None
    if is_period(heading):
        return Role("period")
    found = _LEVEL.search(plain)
    level = _LEVELS.get(found[1].replace("operationele", "operationeel")) if found else None
    name = _named(plain) or _named(_LEVEL.sub("", plain).strip()) or _parts(plain)
    return Role(name, level if name == "goal" else None) if name else None


def is_period(heading: str) -> bool:
    """The heading names a year, quarter, half year or month."""
    plain = heading.strip()
    return bool(plain) and (bool(_PERIOD.match(plain)) or bool(_MONTH.match(plain)))


def _named(plain: str) -> str | None:
    """The role of whole words, without decoration, or with the spaces taken out that a narrow column put in."""
    short = _TAIL.sub("", plain).strip(" :.")
    forms = (plain, short, _HEAD.sub("", short).strip())
    return next((_ROLE_OF[form] for form in forms if form in _ROLE_OF), None) or _UNSPACED.get(plain.replace(" ", ""))


def _parts(plain: str) -> str | None:
    """The most specific role among parts that a slash, ``en`` or ``of`` joins: ``Opgave / Doel``.

    Efforts together with what they serve (``Doelen en inspanningen``) is a title, not a role.
    """
    roles = {_named(part.strip()) for part in re.split(r"/|\ben\b|\bof\b|\band\b|\bor\b|&|,|:", plain)}
    if None in roles or ("effort" in roles and len(roles.intersection(LADDER)) > 1):
        return None
    return min((role for role in roles if role), key=_ROLE_NAMES.index, default=None)


_UNSPACED = {word.replace(" ", ""): role for word, role in _ROLE_OF.items() if len(word) > len("acties")}

_PREFIX = re.compile(
    r"^\s*(?P<word>[^\W\d_][\w' -]{2,30}?)\s*(?P<number>(?:[A-Z]|\d+(?:\.\d+)*))?\s*"
    r"(?:[:.]|\s[-–—])\s+(?P<rest>\S.*)$",
    re.DOTALL,
)


def prefixed(text: str) -> tuple[Role, str] | None:
    """The role and the rest of a line such as ``Focuspunt: samen sterk`` or ``Doel 2 – Meer sport``; None for others.

    Example:
        >>> prefixed("Thema 1: Wonen")
        (Role(name='theme', level=None), 'Wonen')
    """
    found = _PREFIX.match(text)
    role = role_of(found["word"]) if found else None
    return (role, found["rest"].strip()) if found and role and role.name in (*LADDER, "vision") else None
