"""Who is who: the names of one person brought together, so that two people stay two."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dinet.redaction.name_forms import NameForm, core_words, name_words
from dinet.redaction.word_lists import fold_letters


class KnownName(NamedTuple):
    """A name that a document or the user gives.

    Args:
        name: As it is written.
        role: What stands in its place; empty for a number.
        wished: The user gave it: the role stands there as it is, and the name goes also where it
            is an ordinary word.
        spared: The user lets it stand.
        public: It is that of somebody who answers in public for the plan.
    """

    name: str
    role: str = ""
    wished: bool = False
    spared: bool = False
    public: bool = False


class Person(NamedTuple):
    """Somebody with all names that are known.

    Args:
        names: In the order in which they were given.
        role: What stands in place of the name; empty when no role is known.
        spared: The name may stand.
        number: From 1, among those without a role, or those with the same role when these are
            several; 0 for a role that stands alone.
        wished: The user gave one of the names.
        public: The person answers in public for the plan.
    """

    names: tuple[str, ...]
    role: str = ""
    spared: bool = False
    number: int = 0
    wished: bool = False
    public: bool = False

    @property
    def full_name(self) -> str:
        """The name that says most."""
        return max(self.names, key=_completeness_of)


def _completeness_of(name: str) -> tuple[int, int]:
    words = name_words(name)
    return len(words), sum(map(len, words))


class _Draft:
    """A person to whom names are still being added."""

    def __init__(self, first: KnownName, position: int) -> None:
        self.known = [first]
        self.position = position
        self.words = [name_words(first.name)]

    def add(self, known: KnownName, position: int) -> None:
        self.known.append(known)
        self.words.append(name_words(known.name))
        self.position = min(self.position, position)

    def may_be(self, words: NameForm) -> bool:
        return any(_are_compatible(words, own) for own in self.words)

    def build_person(self, *, spare_public: bool) -> Person:
        wished = [known for known in self.known if known.wished]
        stated = [known.role for known in (*wished, *self.known) if known.role]
        return Person(
            names=tuple(dict.fromkeys(known.name for known in self.known)),
            role=next(iter(stated), ""),
            spared=self._is_spared(wished, spare_public=spare_public),
            wished=bool(wished),
            public=self._is_public(),
        )

    def _is_public(self) -> bool:
        return any(known.public for known in self.known)

    def _is_spared(
        self, wished: list[KnownName], *, spare_public: bool
    ) -> bool:
        """What the user says of somebody counts before what the document says."""
        if wished:
            return any(known.spared for known in wished)
        return spare_public and self._is_public()


def _are_compatible(one: NameForm, other: NameForm) -> bool:
    """Whether two names may be of one person: the same surname, and first names that agree."""
    first, second = core_words(one), core_words(other)
    if len(first) == 1 or len(second) == 1:
        return first[0] in second or second[0] in first
    if first == second[::-1]:
        return True
    if not set(first[1:]).intersection(second[1:]):
        return False
    return _initials_agree(first[0], second[0])


def _initials_agree(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def gather_persons(
    names: Iterable[KnownName], *, spare_public: bool = False
) -> tuple[Person, ...]:
    """The people behind names, in the order in which they are first named, and numbered so.

    A name that may be that of two people is that of neither: it adds nobody.

    Args:
        names: In reading order.
        spare_public: Who answers in public for the plan may stand.

    Example:
        >>> known = map(KnownName, ("A. Voorbeeld", "Piet Proef", "Anne Voorbeeld", "Proef"))
        >>> [person.names for person in gather_persons(known)]
        [('Anne Voorbeeld', 'A. Voorbeeld'), ('Piet Proef', 'Proef')]
    """
    drafts: list[_Draft] = []
    filled = filter(_has_words, dict.fromkeys(names))
    for position, known in sorted(enumerate(filled), key=_most_complete_first):
        _add_name(drafts, known, position)
    drafts.sort(key=lambda draft: draft.position)
    persons = [
        draft.build_person(spare_public=spare_public) for draft in drafts
    ]
    return tuple(_number_persons(persons))


def _has_words(known: KnownName) -> bool:
    return bool(name_words(known.name))


def _add_name(drafts: list[_Draft], known: KnownName, position: int) -> None:
    """Add a name to the one person whose it may be, or add a person."""
    words = name_words(known.name)
    likely = [draft for draft in drafts if draft.may_be(words)]
    exact = [draft for draft in likely if words in draft.words]
    if exact or len(likely) == 1:
        (exact or likely)[0].add(known, position)
    elif not likely or known.wished:
        drafts.append(_Draft(known, position))


def _most_complete_first(
    placed: tuple[int, KnownName],
) -> tuple[int, int, int]:
    position, known = placed
    words = core_words(name_words(known.name))
    has_initial = any(len(word) == 1 for word in words)
    return -min(len(words), 2), int(has_initial), position


def _number_persons(persons: list[Person]) -> Iterator[Person]:
    """The same people with a number each, where a word alone would make two of them one."""
    roles = [_role_key(person) for person in persons]
    counts: dict[str, int] = {}
    for person, role in zip(persons, roles, strict=True):
        counts[role] = counts.get(role, 0) + 1
        alone = role and (person.wished or roles.count(role) == 1)
        yield person._replace(number=0 if alone else counts[role])


def _role_key(person: Person) -> str:
    return fold_letters(person.role)
