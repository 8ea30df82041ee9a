"""Programmes that a document names: which are missing, and which know nothing of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.portfolio.documents import PlacedElement, PortfolioDocument
from dinet.portfolio.rows import Ground, PortfolioRow
from dinet.portfolio.same_elements import MatchedElements, SameGroup
from dinet.portfolio.settled import ElementKey, SettledPairs
from dinet.versions.likeness import LikenessFinder, TextScale
from dinet.versions.pairing import LEAST_LIKENESS
from dinet.vocabulary.active_dialect import once_per_dialect, words_of
from dinet.vocabulary.folding import fold_text
from dinet.wording.similarity import content_words

_LEAST_WORDS = 2
"""Of a name that is part of a longer one: "Wonen" alone stands in the names of many programmes."""
_WORD = re.compile(r"[^\W_]+")


@once_per_dialect
def _words_beside_names() -> frozenset[str]:
    return frozenset(map(fold_text, words_of("programme_names.beside")))


def name_words(name: str) -> frozenset[str]:
    """The words by which a programme is known: without "programma", years and small words.

    Example:
        >>> sorted(name_words("Programma Gezond en Actief 2024-2028"))
        ['actief', 'gezond']
    """
    words = " ".join(_WORD.findall(fold_text(name)))
    kept = content_words(words) - _words_beside_names()
    return frozenset(word for word in kept if not word.isdigit())


class ResolvedName(NamedTuple):
    """What the name of a programme turned out to mean.

    Args:
        namespace: Of the document; empty when there is none, or more than one may be meant.
        ground: ``settled`` by a person, or by the ``name``.
        rivals: The documents that may be meant, when these are several.
    """

    namespace: str
    ground: Ground
    rivals: tuple[str, ...] = ()


class ProgrammeNames:
    """Finds the document that is meant by the name of a programme.

    Args:
        documents: All.
        settled: What a person decided.
    """

    def __init__(
        self, documents: Iterable[PortfolioDocument], settled: SettledPairs
    ) -> None:
        self._settled = settled.programmes
        self._names = [
            (document.namespace, words)
            for document in documents
            for words in _names_of_document(document)
        ]

    def resolve_name(self, name: str) -> ResolvedName:
        """The document that is called so; a name within a longer one counts when it is alone."""
        folded = fold_text(name)
        if folded in self._settled:
            return ResolvedName(self._settled[folded] or "", "settled")
        wanted = name_words(name)
        equal = [space for space, words in self._names if words == wanted]
        near = [
            space
            for space, words in self._names
            if _is_part(words, wanted) or _is_part(wanted, words)
        ]
        found = tuple(dict.fromkeys(equal or near))
        if len(found) == 1:
            return ResolvedName(found[0], "name")
        return ResolvedName("", "name", found)


def _names_of_document(
    document: PortfolioDocument,
) -> Iterator[frozenset[str]]:
    """The words of its title and of its namespace, each when it has any."""
    names = (document.known.programme.title or "", document.namespace)
    for name in names:
        words = name_words(name)
        if words:
            yield words


def _is_part(some: frozenset[str], others: frozenset[str]) -> bool:
    return len(some) >= _LEAST_WORDS and some <= others


class _Naming(NamedTuple):
    """The elements of a document that name one programme, as it may be shown."""

    document: PortfolioDocument
    name: str
    shown_name: str
    elements: tuple[PlacedElement, ...]


class NamedProgrammes:
    """Finds the programmes that are named and missing, or know nothing of it.

    Args:
        documents: All.
        matched: Their elements.
        settled: What a person decided.
    """

    def __init__(
        self,
        documents: Sequence[PortfolioDocument],
        matched: MatchedElements,
        settled: SettledPairs,
    ) -> None:
        self._documents = {doc.namespace: doc for doc in documents}
        self._names = ProgrammeNames(documents, settled)
        self._group_of: dict[ElementKey, SameGroup] = {}
        for group in matched.groups:
            self._group_of.update(dict.fromkeys(group.keys, group))
        self._namings = [
            naming
            for document in documents
            for naming in _list_namings(document)
        ]
        self._named_by = self._names_back()

    def list_rows(self) -> Iterator[PortfolioRow]:
        """A row for each programme that a document names and that does not know of it."""
        for naming in self._namings:
            resolved = self._names.resolve_name(naming.name)
            if not resolved.namespace:
                yield _absent_row(naming, resolved)
                continue
            if resolved.namespace == naming.document.namespace:
                continue
            unknown = tuple(self._unknown_to(naming, resolved.namespace))
            if unknown:
                yield self._one_sided_row(naming, resolved, unknown)

    def _names_back(self) -> Mapping[tuple[str, str], list[PlacedElement]]:
        """By the namespaces of who names and who is named the elements that do so."""
        found: dict[tuple[str, str], list[PlacedElement]] = {}
        for naming in self._namings:
            named = self._names.resolve_name(naming.name).namespace
            key = naming.document.namespace, named
            found.setdefault(key, []).extend(naming.elements)
        return found

    def _unknown_to(
        self, naming: _Naming, namespace: str
    ) -> Iterator[PlacedElement]:
        """The elements that the programme that is named does not have itself."""
        for element in naming.elements:
            group = self._group_of.get(element.key)
            members = group.members if group else ()
            if all(member.namespace != namespace for member in members):
                yield element

    def _one_sided_row(
        self,
        naming: _Naming,
        resolved: ResolvedName,
        unknown: tuple[PlacedElement, ...],
    ) -> PortfolioRow:
        partner = self._documents[resolved.namespace]
        back = self._named_by.get(
            (resolved.namespace, naming.document.namespace), []
        )
        if back:
            about = Sentence(
                "{partner} names {one} too, but at other efforts: {ids}",
                partner=partner.title,
                one=naming.document.title,
                ids=", ".join(element.id for element in back),
            )
        else:
            about = Sentence(
                "{partner} has no such effort and does not name {one}",
                partner=partner.title,
                one=naming.document.title,
            )
        hints = _most_alike(naming.document, partner, unknown)
        return PortfolioRow(
            unknown,
            resolved.ground,
            (about, *hints),
            name=naming.shown_name,
            named=resolved.namespace,
        )


def _absent_row(naming: _Naming, resolved: ResolvedName) -> PortfolioRow:
    if resolved.rivals:
        about = Sentence(
            "several documents may be meant: {names}",
            names=", ".join(resolved.rivals),
        )
    else:
        about = Sentence("none of the documents is called so")
    return PortfolioRow(
        naming.elements, resolved.ground, (about,), name=naming.shown_name
    )


def _list_namings(document: PortfolioDocument) -> Iterator[_Naming]:
    """The programmes that a document names, each once, in reading order."""
    found: dict[str, list[PlacedElement]] = {}
    shown_names: dict[str, str] = {}
    for element in document.known:
        placed = document.place_element(element)
        for number, name in enumerate(element.joint_with):
            folded = fold_text(name)
            found.setdefault(folded, []).append(placed)
            shown = shown_name(
                placed.shown.joint_with, element.joint_with, number
            )
            shown_names.setdefault(folded, shown)
    for name, elements in found.items():
        yield _Naming(document, name, shown_names[name], tuple(elements))


def shown_name(shown: Sequence[str], known: Sequence[str], number: int) -> str:
    """One of several names as it may be shown: all of them, where two are shown as one.

    Args:
        shown: The names of an element as they may be shown.
        known: As they were read.
        number: Of the name among those.

    Example:
        >>> shown_name(["[name]", "Jeugd"], ["Anne Voorbeeld", "Jeugd"], 0)
        '[name]'
    """
    if len(shown) == len(known):
        return shown[number]
    return ", ".join(shown)


def _most_alike(
    one: PortfolioDocument,
    other: PortfolioDocument,
    elements: Sequence[PlacedElement],
) -> Iterator[Sentence]:
    """For each element that of the other programme which is most alike, to look at."""
    efforts = [effort for effort in other.known if effort.kind == "effort"]
    wanted = [element.known for element in elements]
    texts = [element.text for element in (*wanted, *efforts)]
    scale = TextScale(texts, one.known.programme.lang)
    weighed = {
        **{("old", own.id): scale.weigh_text(own.text) for own in wanted},
        **{("new", own.id): scale.weigh_text(own.text) for own in efforts},
    }
    seen: set[str] = set()
    for alike in LikenessFinder(scale, weighed).find_alike(wanted, efforts):
        if alike.old in seen or alike.likeness < LEAST_LIKENESS:
            continue
        seen.add(alike.old)
        near = other.place_element(other.known[alike.new])
        yield Sentence(
            "perhaps the same as {id}: “{text}”",
            id=near.id,
            text=near.shown.text,
        )
