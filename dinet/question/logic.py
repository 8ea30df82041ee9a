"""How conditions are judged, and how they join: ``en``, ``of`` and ``niet``."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar, cast

from dinet.language import JoinedSentences, Sentence
from dinet.model import Element, Kind
from dinet.network import Network
from dinet.question.words import printed_word

Kept = TypeVar("Kept")


class Verdict(NamedTuple):
    """Of which elements something holds.

    Args:
        yes: It holds, by what the document says.
        unsaid: The document does not say whether it holds. Of all others it does not hold.
    """

    yes: frozenset[int]
    unsaid: frozenset[int] = frozenset()


class Asking:
    """One network that is asked, and what was found out about it so far.

    Elements are positions in the network.
    """

    def __init__(self, network: Network) -> None:
        self.network = network
        self.elements = network.elements
        self.lang = network.programme.lang
        positions: dict[Kind, list[int]] = {}
        for position, element in enumerate(self.elements):
            positions.setdefault(element.kind, []).append(position)
        self.of_kind = {
            kind: frozenset(found) for kind, found in positions.items()
        }
        self.position_of = {
            element.id: position
            for position, element in enumerate(self.elements)
        }
        self._kept: dict[object, object] = {}

    def positions_of(self, kinds: tuple[Kind, ...]) -> frozenset[int]:
        """All elements of some kinds; of every kind when none is named."""
        if not kinds:
            return frozenset(range(len(self.elements)))
        nothing: frozenset[int] = frozenset()
        return nothing.union(
            *(self.of_kind.get(kind, nothing) for kind in kinds)
        )

    def elements_at(self, positions: frozenset[int]) -> list[Element]:
        """The elements at some positions, in the order of the programme."""
        return [self.elements[position] for position in sorted(positions)]

    def keep_found(self, name: object, make: Callable[[], Kept]) -> Kept:
        """What a function gives, found out once for each name."""
        if name not in self._kept:
            self._kept[name] = make()
        return cast("Kept", self._kept[name])


class Condition(Protocol):
    """What may hold of an element."""

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Of which of some elements it holds."""

    def as_clause(self) -> Sentence:
        """What it means, as a clause."""

    def as_words(self, lang: str) -> str:
        """The condition as a question words it: parsed again it is the same."""


class Group(Protocol):
    """Elements that a condition is about, such as ``inspanningen`` and ``D3``."""

    def choose_elements(self, asking: Asking) -> Verdict:
        """Which elements these are."""

    def kinds_in(self, asking: Asking) -> frozenset[Kind]:
        """The kinds that they are of, whether there are any or not."""

    def short_label(self) -> Sentence:
        """What they are in a few words."""

    def as_clause(self) -> Sentence:
        """What they are."""

    def as_group(self, lang: str) -> str:
        """The group as a condition words it."""


@dataclass(frozen=True)
class AllOf:
    """``A en B``: all of these hold."""

    parts: tuple[Condition, ...]

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Unsaid is what none denies and some does not say."""
        verdicts = [part.judge_elements(asking, among) for part in self.parts]
        yes = frozenset.intersection(*(each.yes for each in verdicts))
        possible = (each.yes | each.unsaid for each in verdicts)
        return Verdict(yes, frozenset.intersection(*possible) - yes)

    def as_clause(self) -> Sentence:
        """The clauses, joined."""
        return _join_clauses(self.parts, Sentence("and"))

    def as_words(self, lang: str) -> str:
        """The parts, those that are joined themselves in brackets."""
        return _join_words(self.parts, "and", lang)


@dataclass(frozen=True)
class AnyOf:
    """``A of B``: at least one of these holds."""

    parts: tuple[Condition, ...]

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """Unsaid is what none grants and some does not say."""
        verdicts = [part.judge_elements(asking, among) for part in self.parts]
        yes = frozenset[int]().union(*(each.yes for each in verdicts))
        unsaid = frozenset[int]().union(*(each.unsaid for each in verdicts))
        return Verdict(yes, unsaid - yes)

    def as_clause(self) -> Sentence:
        """The clauses, joined."""
        return _join_clauses(self.parts, Sentence("or"))

    def as_words(self, lang: str) -> str:
        """The parts; ``en`` binds more tightly, and stands in brackets all the same."""
        return _join_words(self.parts, "or", lang)


@dataclass(frozen=True)
class Negation:
    """``niet A``: it does not hold. What the document does not say stays unsaid."""

    part: Condition

    def judge_elements(self, asking: Asking, among: frozenset[int]) -> Verdict:
        """All that are denied."""
        verdict = self.part.judge_elements(asking, among)
        return Verdict(among - verdict.yes - verdict.unsaid, verdict.unsaid)

    def as_clause(self) -> Sentence:
        """The clause, denied."""
        return Sentence("not {clause}", clause=_clause_of(self.part))

    def as_words(self, lang: str) -> str:
        """``zonder`` before what is missing, else ``niet``."""
        missing = getattr(self.part, "as_missing", None)
        if missing is not None:
            return f"{printed_word('without', lang)} {missing(lang)}"
        return f"{printed_word('not', lang)} {_in_brackets(self.part, lang)}"


def begins_bare(condition: Condition) -> bool:
    """Whether the words of a condition begin with a field or a bracket: ``met`` goes before it."""
    if isinstance(condition, AllOf | AnyOf):
        first = condition.parts[0]
        return isinstance(first, AllOf | AnyOf) or begins_bare(first)
    return bool(getattr(condition, "is_bare", False))


def _join_clauses(
    parts: tuple[Condition, ...], glue: Sentence
) -> JoinedSentences:
    clauses: list[Sentence] = []
    for part in parts:
        clauses += [glue, _clause_of(part)]
    return JoinedSentences(*clauses[1:])


def _clause_of(part: Condition) -> Sentence:
    if isinstance(part, AllOf | AnyOf):
        return Sentence("({clause})", clause=part.as_clause())
    return part.as_clause()


def _join_words(parts: tuple[Condition, ...], keyword: str, lang: str) -> str:
    glue = f" {printed_word(keyword, lang)} "
    return glue.join(_in_brackets(part, lang) for part in parts)


def _in_brackets(part: Condition, lang: str) -> str:
    words = part.as_words(lang)
    return f"({words})" if isinstance(part, AllOf | AnyOf) else words
