"""From a Programme to a tree of plain values, short enough to read and complete enough to come back the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from dinet.model import (
    Aim,
    Element,
    FrozenModel,
    Kind,
    Link,
    Note,
    Place,
    Programme,
    Target,
    natural_link_kind,
)
from dinet.native import keys
from dinet.native.keys import NativeKey

Tree: TypeAlias = "str | tuple[Tree, ...] | list[Tree] | Branch | None"
"""None was left open; a tuple is best written on one line, a list with a line for each value."""

Branch: TypeAlias = "dict[str, Tree]"

_MOST_LETTERS_A_LINE = 80


def encode_programme(programme: Programme, lang: str) -> Branch:
    """The tree of a programme, with a list for every kind of element; nothing that is empty stands in it.

    Args:
        programme: Any programme, also one with links to ids that do not exist or with an id
            that is taken twice.
        lang: The language of the keys, ``nl`` or ``en``.

    Example:
        >>> from dinet.model import Goal
        >>> encode_programme(Programme(elements=(Goal(id="D1", text="Meer sport"),)), "nl")
        {'dinet': '1', 'doelen': [{'id': 'D1', 'tekst': 'Meer sport'}]}
    """
    return _Encoder(programme, lang).encode_tree()


def _files_of_places(programme: Programme) -> Iterator[str]:
    for part in chain(programme.elements, programme.links):
        yield from (place.file for place in part.places)
    yield from (note.place.file for note in programme.notes if note.place)


class _Encoder:
    def __init__(self, programme: Programme, lang: str) -> None:
        self.programme = programme
        self.lang = lang
        self.file = next(
            (file for file, _ in Counter(_files_of_places(programme)).most_common(1)),
            None,
        )
        self.kinds: dict[str, Kind] = {
            each.id: each.kind for each in reversed(programme.elements)
        }
        self.links: dict[str, list[Link]] = {}
        for link in programme.links:
            self.links.setdefault(link.start, []).append(link)
        self.element_keys = [(key, key.in_language(lang)) for key in keys.ELEMENT]

    def encode_tree(self) -> Branch:
        identity = self.programme.identity
        top: list[tuple[NativeKey, Tree]] = [(keys.VERSION, "1")]
        top += [
            (key, getattr(identity, key.field))
            for key in keys.IDENTITY
            if key.field != "lang" or identity.lang != "nl"
        ]
        top.append((keys.DOCUMENT, self.file))
        for key in keys.KIND_KEYS:
            top.append(
                (
                    key,
                    [
                        self._encode_element(each)
                        for each in self.programme.elements
                        if each.kind == key.field
                    ],
                )
            )
        top.append(
            (
                keys.LINKS,
                [
                    self._encode_loose_link(link)
                    for link in self.programme.links
                    if link.start not in self.kinds
                ],
            )
        )
        top.append(
            (keys.NOTES, [self._encode_note(note) for note in self.programme.notes])
        )
        return self._filled_branch(top)

    def _filled_branch(self, values: Iterable[tuple[NativeKey, Tree]]) -> Branch:
        return {
            key.in_language(self.lang): value
            for key, value in values
            if value not in (None, [], ())
        }

    def _word_for(self, name: str, dutch: Mapping[str, str]) -> str:
        return dutch[name] if self.lang == "nl" else name

    # elements

    def _encode_element(self, element: Element) -> Branch:
        ties = self._encode_links_of(element)
        branch: Branch = {}
        for key, word in self.element_keys:
            value = (
                ties.get(key)
                if key.shape == "link"
                else self._encode_value(key, element)
            )
            if value not in (None, ()):
                branch[word] = value
        if isinstance(element, Target) and element.target == Aim():
            branch[keys.VALUE.in_language(self.lang)] = None
        return branch

    def _encode_value(self, key: NativeKey, element: Element) -> Tree:
        holder = getattr(element, "target", None) if key.shape == "aim" else element
        found = getattr(holder, key.field, None)
        if key.shape == "level" and found:
            return self._word_for(found, keys.LEVELS)
        if key.shape == "texts":
            return self._shape_series(found or ())
        if key.shape == "planning":
            return [
                self._encode_fields(keys.STEP, step) for step in found or ()
            ] or None
        return self._encode_places(found or ()) if key.shape == "places" else found

    def _shape_series(self, values: "tuple[Tree, ...]") -> Tree:
        """One value alone, some short texts on one line, or longer texts and links with evidence each on their own."""
        if len(values) == 1:
            return values[0]
        short = (
            all(isinstance(each, str) for each in values)
            and sum(len(str(each)) for each in values) <= _MOST_LETTERS_A_LINE
        )
        return values if short else list(values)

    def _encode_fields(
        self, known: tuple[NativeKey, ...], holder: FrozenModel
    ) -> Branch:
        found = ((key, getattr(holder, key.field)) for key in known)
        return self._filled_branch(
            (key, value if value is None else str(value)) for key, value in found
        )

    def _encode_places(self, places: tuple[Place, ...]) -> Tree:
        return tuple(self._encode_place(each) for each in places)

    def _encode_place(self, place: Place) -> Branch:
        known = (
            tuple(key for key in keys.PLACE if key.field != "file")
            if place.file == self.file
            else keys.PLACE
        )
        return self._encode_fields(known, place)

    # links and notes

    def _encode_links_of(self, element: Element) -> dict[NativeKey, Tree]:
        """The links of an element under the keys that say them; of elements with one id the first has all."""
        found: dict[NativeKey, list[Tree]] = {}
        for link in self.links.pop(element.id, ()):
            found.setdefault(self._link_key(link), []).append(
                self._encode_link_end(link)
            )
        return {key: self._shape_series(tuple(ends)) for key, ends in found.items()}

    def _link_key(self, link: Link) -> NativeKey:
        end = self.kinds.get(link.end)
        if link.kind == "part_of":
            return keys.THEME if end == "theme" else keys.PART_OF
        if link.kind == natural_link_kind(self.kinds[link.start], end):
            return keys.FOR
        return next(key for key in keys.LINK_KEYS if key.field == link.kind)

    def _encode_link_end(self, link: Link) -> Tree:
        evidence = self._encode_evidence(link)
        return (
            {keys.END.in_language(self.lang): link.end, **evidence}
            if evidence
            else link.end
        )

    def _encode_evidence(self, link: Link) -> Branch:
        basis = (
            None if link.basis == "stated" else self._word_for(link.basis, keys.BASES)
        )
        return self._filled_branch(
            [(keys.BASIS, basis), (keys.PLACES, self._encode_places(link.places))]
        )

    def _encode_loose_link(self, link: Link) -> Branch:
        start, kind, end, *_ = keys.LINK
        known: list[tuple[NativeKey, Tree]] = [
            (start, link.start),
            (kind, self._word_for(link.kind, keys.LINK_KINDS)),
            (end, link.end),
        ]
        return {**self._filled_branch(known), **self._encode_evidence(link)}

    def _encode_note(self, note: Note) -> Branch:
        code, message, place, values = keys.NOTE
        found: list[tuple[NativeKey, Tree]] = [
            (code, note.code),
            (message, note.message),
        ]
        found.append((place, self._encode_place(note.place) if note.place else None))
        return self._filled_branch([*found, (values, dict(note.values) or None)])
