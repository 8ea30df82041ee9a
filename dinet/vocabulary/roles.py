"""What a column or section is about, told by its heading.

Headings are Dutch or English, with their words in any order and spelling.

Which words, and what stands above what, is data: see ``dialect`` and ``lexicon.toml``.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from dinet.model import Kind, Level
from dinet.vocabulary.active_dialect import (
    active_dialect,
    once_per_dialect,
    words_of,
)
from dinet.vocabulary.dialect import Dialect, plain
from dinet.vocabulary.phrases import any_of
from dinet.vocabulary.time_headings import (
    LONGEST_HEADING,
    is_period,
    without_year,
)


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
    return {
        word: level
        for level in _LEVELS
        for word in words_of(f"levels.{level}")
    }


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
    return re.compile(
        r" ?\([^()]*\)| ?\d+$"
        rf"| {any_of(words_of('headings.after', 'headings.relatives'))} .*$"
    )


@once_per_dialect
def _of_what_pattern() -> re.Pattern[str]:
    after = any_of(words_of("headings.after"))
    return re.compile(rf"(?P<what>.+?) {after} (?P<of>.+)")


@once_per_dialect
def _question_pattern() -> re.Pattern[str]:
    asking = any_of(words_of("headings.questions"))
    answering = any_of(words_of("headings.answers"))
    return re.compile(rf"(?:(?:\w+ )?{asking}|{answering})\b")


@once_per_dialect
def _aim_of_year() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(words_of('headings.aims_of_year'))} (?:19|20)\d\d"
    )


@once_per_dialect
def _of_pattern() -> re.Pattern[str]:
    """Between what a column says and of what: ``Eigenaar van de baat``."""
    of = any_of(words_of("headings.of"))
    articles = any_of(words_of("headings.articles"))
    return re.compile(rf" {of} (?:{articles} )?")


@once_per_dialect
def _between_roles() -> re.Pattern[str]:
    joining = any_of(words_of("joining_words.and", "joining_words.or"))
    return re.compile(rf"/|\b{joining}\b|&|,|:")


@once_per_dialect
def _measured_word() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words_of('headings.measured'))}\b")


@once_per_dialect
def _beside_values() -> re.Pattern[str]:
    words = any_of(words_of("headings.measured"))
    return re.compile(rf"^{words}\b|\b{words}$")


_PLURAL_IN_BRACKETS = re.compile(r"(?<=\w)\((?:s|'s|n|en)\)")
"""Met above columns of one code or several: ``Doelcode(s)``, ``Actienummer(s)``."""
_WORD_AND_BRACKET = re.compile(r"[^\W\d_]+ \(([^()]+)\)")
_BRACKET = re.compile(r"([^()]*)\(([^()]+)\)")
_VALUE_ROLES = frozenset({"baseline", "realised", "forecast", "value"})
"""The roles of columns that hold the value of a target at some moment."""
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_BETWEEN_WORDS = re.compile(r"(?<=[^\W_])\s+(?=[^\W_])")
"""White space that no way of folding a heading takes away."""
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
"""The roles whose heading may name a rung beside them: ``Baateigenaar``, ``Status doel``."""
_SHORTEST_HALF_LETTERS = len("doel")
_MOST_PAIRED = 5
"""In words: a longer heading is no role with its rung, and no known word that is misspelled."""
_LEAST_QUESTION = 3
"""In words: a shorter question does not say what it asks for."""
_HEADINGS_REMEMBERED = 65536
"""Texts: of every cell of a table is asked whether it is a heading, by each shape again."""
MOST_WORDS = 8
"""A heading of a column or section has no more words; a longer one is a sentence."""


def role_of(heading: str) -> Role | None:
    """What a heading says, or None when its words are none that dinet knows.

    Args:
        heading: A whole heading, such as ``Opgave / Doel``, ``Strategische doelstellingen`` or
            ``Inspannin g``.

    Example:
        >>> role_of("Strategische doelstellingen")
        Role(name='goal', level='strategic')
        >>> role_of("ActiviteitID")
        Role(name='number', level=None)
        >>> role_of("Kinderen krijgen een goede start") is None
        True
    """
    dialect = active_dialect()
    said = stated_role(heading) if dialect.stated else None
    if said or len(heading) > LONGEST_HEADING:
        return said
    return _find_role(dialect, heading)


def stated_role(heading: str) -> Role | None:
    """What a person said that a heading of this document means; None when nobody said it."""
    said = active_dialect().stated.get(plain(heading))
    return Role(*said) if said else None


@lru_cache(maxsize=_HEADINGS_REMEMBERED)
def _find_role(dialect: Dialect, heading: str) -> Role | None:
    if len(_BETWEEN_WORDS.findall(heading)) >= MOST_WORDS:
        return None  # a sentence, as most cells of a table are
    role = _role_as_written(dialect, heading)
    apart = _CAMEL.sub(" ", heading)
    if role is None and apart != heading:
        return _role_as_written(dialect, apart)
    return role


def _role_as_written(dialect: Dialect, heading: str) -> Role | None:
    """What the words of a heading say, as they are divided."""
    words = plain(heading)
    if not words or len(words.split()) > MOST_WORDS:
        return None
    if is_period(heading):
        return Role("period")
    measured = _role_of_values(dialect, heading)
    if measured:
        return Role(measured)
    if _aim_of_year().fullmatch(words):
        return Role("value")
    name = _role_name(_Meaning(dialect), heading, words)
    name = _rung_in_brackets(dialect, heading, name)
    if name in (None, "effort") and _is_numbered_rung(heading):
        name = "number"
    if name is None:
        return None
    return Role(name, _level_in(words) if name == "goal" else None)


def _rung_in_brackets(
    dialect: Dialect, heading: str, name: str | None
) -> str | None:
    """The role of a heading, or else the rung in brackets behind a word: ``Waarom (doel)``."""
    bracket = None if name else _WORD_AND_BRACKET.fullmatch(heading.strip())
    if bracket is None:
        return name
    inside = dialect.words.get(plain(bracket[1]))
    return inside if dialect.kinds.get(inside or "") else None


def _is_numbered_rung(heading: str) -> bool:
    """One word names the number of an element: ``MaatregelID``, ``Activiteitnr``.

    Met in exports of several tables, beside ``Doel-ID``.
    """
    return " " not in heading.strip() and numbers_other(heading)


def _role_of_values(dialect: Dialect, heading: str) -> str | None:
    """Which value a heading says that its column holds, in brackets or beside ``Waarde``.

    Met as ``2022 (nulmeting)`` and ``Waarde (realisatie 2023)``: the words before the bracket
    must not name anything else.
    """
    if "(" in heading:
        return _role_in_brackets(dialect, heading)
    if not _measured_word().search(plain(heading)):
        return None
    words = plain(without_year(heading)[0])
    rest = _beside_values().sub("", words).strip()
    return _value_name(dialect, rest) if rest != words else None


def _role_in_brackets(dialect: Dialect, heading: str) -> str | None:
    bracket = _BRACKET.fullmatch(heading.strip())
    if bracket is None:
        return None
    before, inside = (without_year(words)[0] for words in bracket.groups())
    name = _value_name(dialect, inside)
    outside = _value_name(dialect, before) or not dialect.words.get(
        plain(before)
    )
    return name if name and outside else None


def _value_name(dialect: Dialect, words: str) -> str | None:
    bare = plain(words).strip(" :.,")
    name = dialect.words.get(bare) or dialect.columns.get(bare)
    return name if name in _VALUE_ROLES else None


def _role_name(meaning: "_Meaning", heading: str, words: str) -> str | None:
    """The role that a heading means by its words, or else by what they may stand for."""
    # `onze strategische doelen` without its level has one space, as `onze doelen` has
    without_level = " ".join(_level_word().sub("", words).split())
    name = (
        meaning.role_of_words(words)
        or meaning.role_of_changed(words, without_level)
        or meaning.role_of_parts(words)
    )
    if name or len(words.split()) > _MOST_PAIRED:
        return name
    return (
        meaning.role_of_changed(words, plain(without_year(heading)[0]))
        or meaning.role_beside_rung(words)
        or _role_of_compound(meaning.dialect, words)
        or meaning.reference_to_rung(words)
        or meaning.reference_besides(words)
        or meaning.role_of_misspelled(words)
    )


def _level_in(words: str) -> Level | None:
    """Which goals a heading names: strategic or operational ones; None when it does not say."""
    found = _level_word().search(words)
    return _level_words()[found[0]] if found else None


def kind_of(role: Role | str | None) -> Kind | None:
    """The kind of element that a role names; None for a role that is no rung of the ladder."""
    return active_dialect().kinds.get(
        role.name if isinstance(role, Role) else role or ""
    )


def names_kinds_only(heading: str) -> bool:
    """The heading says of what kinds the elements under it are, and nothing else.

    Example:
        >>> names_kinds_only("Doelen en inspanningen"), names_kinds_only("Zorg en inspanningen")
        (True, False)
    """
    parts = _between_roles().split(plain(heading[: LONGEST_HEADING + 1]))
    return all(kind_of(role_of(part.strip())) for part in parts)


def kinds_joined_in(heading: str) -> tuple[Kind, ...]:
    """The kinds that the parts of a heading name; empty when one of them names anything else.

    Example:
        >>> kinds_joined_in("Onze ambities en wat we daarvoor doen")
        ('goal', 'effort')
        >>> kinds_joined_in("Doelen"), kinds_joined_in("Doelen en cijfers")
        (('goal',), ())
    """
    words = plain(without_number(heading[: LONGEST_HEADING + 1]))
    parts = _between_roles().split(words.rstrip(" :"))
    kinds: dict[Kind, None] = {}
    for part in parts:
        kind = kind_of(role_of(part.strip()))
        if kind is None:
            return ()
        kinds[kind] = None
    return tuple(kinds)


def names_income(heading: str) -> bool:
    """The heading is a word for benefits by which budgets call what comes in.

    Example:
        >>> names_income("Baten (x € 1.000)"), names_income("Programmabaten")
        (True, False)
    """
    return _is_among(plain(heading), "headings.income")


def _is_among(words: str, listed: str) -> bool:
    """Words are in a list, with or without decoration."""
    return not set(_forms(words)).isdisjoint(words_of(listed))


def is_everyday(heading: str) -> bool:
    """The heading is one that plans, minutes and letters of every kind use.

    Example:
        >>> is_everyday("Acties"), is_everyday("Inspanningen"), is_everyday("Doel 2")
        (True, False, False)
        >>> is_everyday("Naam project"), is_everyday("Naam inspanning")
        (True, False)
        >>> is_everyday("Resultaten 2024"), is_everyday("Doelen 2024")
        (True, False)
    """
    dialect = active_dialect()
    if dialect.stated and stated_role(heading):
        return False
    undated = without_year(heading)[0][: LONGEST_HEADING + 1]
    words = dialect.spelled(plain(undated))
    bare = _decoration_before().sub("", words)
    named = _word_described(heading)
    return not dialect.everyday.isdisjoint((words, bare, named))


def names_other_thing(label: str) -> bool:
    """An everyday word says of what it is, and that is no element: ``Doel van het overleg``.

    Example:
        >>> names_other_thing("Doel van het overleg"), names_other_thing("Acties voor doel 2")
        (True, False)
    """
    words = plain(label[: LONGEST_HEADING + 1])
    found = _of_what_pattern().fullmatch(words)
    if found is None:
        return False
    bare = _decoration_before().sub("", found["what"])
    dialect = active_dialect()
    elements = {
        word for word, rung in dialect.words.items() if rung in dialect.kinds
    }
    elements.update(words_of("page_words.programmes"))
    named = found["of"].replace(":", "").split()
    return bare in dialect.everyday and elements.isdisjoint(named)


def of_rung(heading: str) -> str | None:
    """The rung that a heading about something else names with it; None when it names none.

    Example:
        >>> of_rung("Baateigenaar"), of_rung("Status doel"), of_rung("Status")
        ('benefit', 'goal', None)
    """
    if len(heading) > LONGEST_HEADING:
        return None
    return _find_rung(active_dialect(), heading)


@lru_cache(maxsize=_HEADINGS_REMEMBERED)
def _find_rung(dialect: Dialect, heading: str) -> str | None:
    words = plain(heading)
    if len(words.split()) <= _MOST_PAIRED:
        halves = _split_halves(dialect, words)
        if halves:
            return halves[1]
    return kind_described_by(heading)


def in_network(heading: str) -> Role | None:
    """What a heading says in a table that is known for a network by its other columns."""
    dialect = active_dialect()
    said = stated_role(heading) if dialect.stated else None
    if said or len(heading) > LONGEST_HEADING:
        return said
    return _find_role_in_network(dialect, heading)


@lru_cache(maxsize=_HEADINGS_REMEMBERED)
def _find_role_in_network(dialect: Dialect, heading: str) -> Role | None:
    texts = dict.fromkeys((heading, without_year(heading)[0]))
    for text in texts:
        for form in _forms(plain(text)):
            if form in dialect.columns:
                return Role(dialect.columns[form])
    return None


def _forms(words: str) -> tuple[str, ...]:
    """Words as they are, and without the decoration before and after them."""
    bare = _decoration_before().sub("", words)
    short = _decoration_after().sub("", words).strip(" :.")
    if short == words:  # as of most texts
        return words, bare
    return words, bare, short, _decoration_before().sub("", short)


def _is_money(parts: Collection[str]) -> bool:
    """``Lasten en baten`` is income beside expenses, as above the money of a budget."""
    return any(map(names_income, parts)) and any(
        _is_among(part, "headings.beside_income") for part in parts
    )


class _Meaning:
    """What words mean in a dialect."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.roles = dialect.words

    def role_of_words(self, words: str) -> str | None:
        """The role of whole words; of a question the role that it asks for.

        Words count without decoration too, and without the spaces that a narrow column put in.
        """
        for form in _forms(words):
            if form in self.roles:
                return self.roles[form]
        unspaced = self.dialect.unspaced.get(words.replace(" ", ""))
        if unspaced is None and _question_pattern().match(words):
            return self._role_of_question(words)
        return unspaced

    def role_of_changed(self, before: str, words: str) -> str | None:
        """The role of words from which something was taken; None when nothing was."""
        return self.role_of_words(words) if words != before else None

    def role_of_misspelled(self, words: str) -> str | None:
        """The role of words with one slip of the pen."""
        return self.roles.get(self.dialect.spelled(words))

    def _role_of_question(self, words: str) -> str | None:
        """The one role that a question names: ``Welke inspanningen leveren we daarvoor?``.

        ``Voor welk doel`` and ``Welk doel`` ask what is referred to.
        """
        if words.split(maxsplit=1)[0] in words_of("headings.answers"):
            short = len(words.split()) <= _MOST_PAIRED
            return self.dialect.asked(words) if short else None
        if _asks_for_no_element(words):
            return None
        if self._asks_for_other(words):
            return "reference"
        roles = {
            self.roles[word] for word in words.split() if word in self.roles
        }
        if len(roles) == 1 and roles <= self.dialect.kinds.keys():
            return next(iter(roles))
        if len(words.split()) < _LEAST_QUESTION:
            return self.dialect.asked_whole(words)
        return self.dialect.asked(words)

    def _asks_for_other(self, words: str) -> bool:
        """The question is for what stands elsewhere: ``Voor welk doel?``, ``Welk doel?``."""
        which = words_of("headings.which")
        asked = [word for word in words.split() if word not in which]
        if not asked or len(asked) == len(words.split()):
            return False
        if self.reference_to_rung(" ".join(asked)):
            return True
        plural = asked[0].endswith(words_of("headings.plural_endings"))
        of_element = self.roles.get(asked[0]) in self.dialect.kinds
        return len(asked) == 1 and of_element and not plural

    def role_of_parts(self, words: str) -> str | None:
        """The most specific role among parts that a slash, ``en`` or ``of`` joins.

        ``Opgave / Doel`` is such a heading. Efforts together with what they serve (``Doelen en
        inspanningen``) is a title, not a role; but ``Prestatie / activiteit`` are efforts, for
        what an everyday word means is told by the word beside it.
        """
        named = {}
        parts = _between_roles().split(words)
        if parts == [words.strip()] == [words]:
            return None  # the role of the whole was asked before
        if parts[0].strip() in words_of("headings.registers"):
            return None  # met: `Risico's en maatregelen`, each line with both
        reasons = words_of("headings.reasons")
        if parts[0].strip() in reasons:
            # met above goals behind what is done: `Waarom: welk doel`
            parts = parts[1:]
        for part in parts:
            role = self.role_of_words(part.strip())
            if role is None:
                return None
            named[part.strip()] = role
        if _is_money(named):
            return "budget"
        return self._role_of_named(named)

    def _role_of_named(self, named: Mapping[str, str]) -> str | None:
        """The role of parts by the role of each."""
        roles = set(named.values())
        targets = [part for part, role in named.items() if role == "target"]
        if roles == {"effort", "target"} and self._are_everyday(targets):
            return "effort"
        if (
            "effort" in roles
            and len(roles.intersection(self.dialect.kinds)) > 1
        ):
            return None
        return min(roles, key=self.dialect.roles.index)

    def _are_everyday(self, words: Iterable[str]) -> bool:
        return all(word in self.dialect.everyday for word in words)

    def reference_besides(self, words: str) -> str | None:
        """``reference`` for a heading that says that it is one more: ``Draagt mede bij aan``."""
        besides = words_of("headings.besides")
        said = [word for word in words.split() if word not in besides]
        if len(said) == len(words.split()):
            return None
        without = " ".join(said)
        role = self.role_of_words(without) or self.reference_to_rung(without)
        return role if role == "reference" else None

    def reference_to_rung(self, words: str) -> str | None:
        """``reference`` for a heading such as ``Voor doel`` or ``Ook bij indicator``.

        It begins with a word for a reference and ends with one for what is referred to.
        """
        articles = words_of("headings.articles")
        said = [word for word in words.split() if word not in articles]
        first, *more = said or [""]
        for place in range(len(more), 0, -1):
            before = " ".join((first, *more[: place - 1]))
            of_column = self.dialect.columns.get(before)
            refers = "reference" in (of_column, self.roles.get(before))
            last = " ".join(more[place - 1 :])
            is_number = last.strip(".") in words_of("headings.number_endings")
            rung = self.roles.get(last) or _role_of_compound(
                self.dialect, last
            )
            if refers and (is_number or rung in self.dialect.kinds):
                return "reference"
        return None

    def role_beside_rung(self, words: str) -> str | None:
        """The role of a heading that also names the rung it is about."""
        halves = _split_halves(self.dialect, words)
        return halves[0] if halves else None


def _role_of_compound(dialect: Dialect, words: str) -> str | None:
    """The role of the last part of one word: ``wijkdoel`` is a goal, as every ``doel`` is."""
    endings = words_of("headings.compound_endings")
    if not words.isalpha() or words in words_of("headings.no_compounds"):
        return None
    named = [ending for ending in endings if words.endswith(ending)]
    return dialect.words.get(max(named, key=len)) if named else None


def _asks_for_no_element(words: str) -> bool:
    """The question is about the reader, about what is not done, or about a word.

    Met: ``Wat kunt u zelf doen?``, ``Wat doen we niet?``, ``Wat is een doel?``.
    """
    others = words_of("headings.readers", "headings.negations")
    return not set(words.split()).isdisjoint(others) or words.startswith(
        words_of("headings.meanings")
    )


def _split_halves(dialect: Dialect, words: str) -> tuple[str, str] | None:
    """The role and the rung of a heading that is made of a word for each, in any order."""
    bare = _of_pattern().sub(" ", words)
    shortest = _SHORTEST_HALF_LETTERS
    for place in range(shortest, len(bare) - shortest + 1):
        first = dialect.words.get(bare[:place].strip())
        second = first and dialect.words.get(bare[place:].strip())
        if not first or not second:
            continue
        if bare[place - 1 : place + 1].isalnum() and second in dialect.kinds:
            continue  # a `teamdoel` is a goal, as the last part of a word says
        if (first in dialect.kinds) != (second in dialect.kinds):
            about, rung = first, second
            if first in dialect.kinds:
                about, rung = second, first
            return (about, rung) if about in _OF_RUNG else None
    return None


@lru_cache(maxsize=_HEADINGS_REMEMBERED)
def kinds_named_in(heading: str) -> tuple[Kind, ...]:
    """The kinds of element that a heading about something else names, in the order of its words.

    Example:
        >>> kinds_named_in("Bij indicator"), kinds_named_in("Doelnr."), kinds_named_in("Voor")
        (('target',), ('goal',), ())
        >>> kinds_named_in("Draagt bij aan wijkdoel")
        ('goal',)
        >>> kinds_named_in("Draagt bij aan SMART-doel")
        ('target',)
    """
    dialect = active_dialect()
    words = [
        _without_number_word(word.strip(".:,"))
        for word in _words_of_one_or_more(heading)
    ]
    kinds: list[Kind] = []
    while words:
        # two words that are one say more than each: `smart doel`
        pair = dialect.words.get(" ".join(words[:2]))
        name = words[0]
        rung = pair or dialect.words.get(name)
        kind = dialect.kinds.get(
            rung or _role_of_compound(dialect, name) or ""
        )
        kinds += [kind] if kind else []
        words = words[2:] if dialect.kinds.get(pair or "") else words[1:]
    return tuple(dict.fromkeys(kinds))


def _words_of_one_or_more(heading: str) -> list[str]:
    """The words of a heading, without an ending in brackets for several: ``Doelcode(s)``."""
    return _PLURAL_IN_BRACKETS.sub(
        "", plain(heading[:LONGEST_HEADING])
    ).split()


def _without_number_word(word: str) -> str:
    """A word without a word for a number at its end: ``doel`` of ``doelnr``."""
    for ending in words_of("headings.number_endings"):
        if word.endswith(ending) and word != ending:
            return word.removesuffix(ending)
    return word


def numbers_other(heading: str) -> bool:
    """The heading names the number of something: ``Doel nr``, ``Code indicator``, ``Doel-id``.

    Example:
        >>> numbers_other("Doel nr"), numbers_other("Indicatornummer"), numbers_other("Doel")
        (True, True, False)
        >>> numbers_other("Doelcode(s)")
        True
    """
    if not kinds_named_in(heading):
        return False
    words = _words_of_one_or_more(heading)
    endings = words_of("headings.number_endings")
    alone = any(word.strip(".:") in endings for word in words)
    return alone or words[-1].strip(".:").endswith(endings)


def numbers_something(heading: str) -> bool:
    """The heading names the number of anything, in whatever words: ``Act-ID``, ``Bus nr.``.

    Example:
        >>> numbers_something("Act-ID"), numbers_something("ID"), numbers_something("Idee")
        (True, False, False)
    """
    words = (
        plain(heading[:LONGEST_HEADING]).replace("-", " ").replace("_", " ")
    )
    *before, last = words.split() or [""]
    return bool(before) and last.strip(".:") in words_of(
        "headings.number_endings"
    )


def kind_described_by(heading: str) -> str | None:
    """The rung whose name or description a heading is about: ``goal`` for ``Omschrijving doel``."""
    return active_dialect().words.get(_word_described(heading))


def _word_described(heading: str) -> str:
    """The word for a rung whose name or description a heading is about; empty for another."""
    dialect = active_dialect()
    bare = _of_pattern().sub(" ", plain(heading[: LONGEST_HEADING + 1]))
    for word in words_of("headings.naming"):
        if word not in bare or word == bare:
            continue
        for rest in (bare.removeprefix(word), bare.removesuffix(word)):
            rung = dialect.words.get(rest.strip()) if rest != bare else None
            if rung in dialect.kinds:
                return rest.strip()
    return ""


_NUMBERED = re.compile(r"^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[A-Z][.)])\s")
_PREFIX = re.compile(
    # Focuspunt: samen sterk, Doel 2 – Meer sport, Actie 1a: Schermen plaatsen
    r"(?P<word>[^\W\d_][\w' -]{1,30}?)"
    r" ?(?P<number>(?<= )[A-Z]|(?:\b[A-Z]{1,8}[._-]?)?\d+(?:\.\d+)*(?:[.-]?[a-z])?)?"
    r"(?: ?[:.]| [-–—]) (?P<rest>\S.*)"
    # Thema 1 Wonen, SD 1 Wonen
    r"|(?P<named>[^\W\d_][\w' -]{1,30}?)"
    r" (?P<count>[A-Z]|(?:[A-Z]{1,8}[._-]?)?\d{1,2}(?:\.\d{1,2})*(?:[.-]?[a-z])?) "
    r"(?P<name>[A-ZÀ-Þ\"'‘“].*)"
    # Wat willen we bereiken? Ieder kind leest goed.
    r"|(?P<question>[^\W\d_][\w' -]{5,60}\?) (?P<answer>[A-ZÀ-Þ\d\"'‘“].*)",
    re.DOTALL,
)


@once_per_dialect
def _caption_before() -> re.Pattern[str]:
    """The number of a table or figure before what its caption says: ``Tabel 1. Opgaven``."""
    return re.compile(
        rf"{any_of(words_of('page_words.captions'))} \d{{1,3}} ?(?:[.:]|[-–—]) ?(?=\S)",
        re.IGNORECASE,
    )


_PREFIX_SIGN = re.compile(r"[:.?–—-]\s+\S|\s[A-ZÀ-Þ\"'‘“]")
"""A quick look: what stands behind every prefix, and in few texts."""


def without_number(text: str) -> str:
    """A heading without the number of its chapter, section or table.

    Example:
        >>> without_number("2.1 Sport en bewegen"), without_number("2 dagen sport")
        ('Sport en bewegen', '2 dagen sport')
        >>> without_number("Tabel 1. Opgaven")
        'Opgaven'
    """
    caption = _caption_before().match(text)
    if caption:
        # met as headings above tables that refer to each other
        return text[caption.end() :]
    number = _NUMBERED.match(text)
    if number is None:
        return text
    rest = text[number.end() :].strip()
    closed = (
        number[0][-2:-1] in ".):"
    )  # a bare number may count something: 2 dagen
    return rest if rest[:1].isupper() or (rest and closed) else text


def without_role(text: str, name: str) -> str:
    """A heading that is known for a role, without the word for that role before its own words.

    Example:
        >>> without_role("Thema Wonen", "theme"), without_role("Wonen en zorg", "theme")
        ('Wonen', 'Wonen en zorg')
        >>> without_role("Thema's", "theme")
        "Thema's"
    """
    word, _, rest = text.partition(" ")
    if rest[:1].isupper() and active_dialect().words.get(plain(word)) == name:
        return rest
    return text


class LineLabel(NamedTuple):
    """A line such as ``Doel 2: Meer sport``: what it is about, how it is numbered, and the rest."""

    role: Role
    number: str
    rest: str


def find_label(text: str) -> LineLabel | None:
    """The role, number and rest of a line that says what it is; None for others.

    Such lines are ``Focuspunt: samen sterk`` and ``Doel 2 – Meer sport``. Without a colon or
    dash there has to be a number: ``Thema 1 Wonen``.
    """
    if not _PREFIX_SIGN.search(text):
        return None
    found = _PREFIX.fullmatch(without_number(" ".join(text.split())))
    if found is None:
        return None
    words, number, rest = _parts_of_prefix(found)
    role = role_of(words)
    if role is None and is_period(number):
        # met in plans: `Resultaat in 2027: …`
        role = role_of(without_year(f"{words} {number}")[0])
    if role is None or role.name not in (*active_dialect().kinds, "vision"):
        return None
    return LineLabel(role, number, rest.strip())


def _parts_of_prefix(found: re.Match[str]) -> tuple[str, str, str]:
    """The words of a prefix, its number and the rest, in whichever form it has."""
    if found["word"]:
        return found["word"], _number_of_prefix(found), found["rest"]
    if found["named"]:
        return found["named"], found["count"], found["name"]
    return found["question"], "", found["answer"]


def _number_of_prefix(found: re.Match[str]) -> str:
    """The number of a prefix, with the letters that make one code with it.

    Met as ``KR1.1: …`` for a key result, which another table calls so. ``KR1: …`` counts the key
    results of each objective anew, so it is no code.
    """
    word, number = found["word"], found["number"] or ""
    joined = "." in number and found.end("word") == found.start("number")
    return word + number if joined and word.isupper() else number


def find_label_in_list(text: str) -> LineLabel | None:
    """The same for an item of a list whose other items say that they are goals and efforts.

    There ``Programma: Wonen`` is a theme too; elsewhere it is the name of the document.

    Example:
        >>> find_label("Programma: Wonen") is None, find_label_in_list("Programma: Wonen").rest
        (True, 'Wonen')
    """
    found = _PREFIX.fullmatch(without_number(" ".join(text.split())))
    if found is None or not found["word"]:
        return find_label(text)
    role = in_network(found["word"])
    if role is None or role.name != "theme":
        return find_label(text)
    return LineLabel(role, found["number"] or "", found["rest"].strip())


def find_role_prefix(text: str) -> tuple[Role, str] | None:
    """The role and the rest of a line such as ``Doel 2 – Meer sport``; None for others.

    Example:
        >>> find_role_prefix("Thema 1: Wonen")
        (Role(name='theme', level=None), 'Wonen')
    """
    found = find_label(text)
    return (found.role, found.rest) if found else None
