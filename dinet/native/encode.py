"""From a Programme to a tree of plain values, short enough to read and complete enough to come back the same."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias

from dinet.model import Aim, Element, Kind, Link, Model, Note, Place, Programme, Target
from dinet.native import keys
from dinet.native.keys import Key, natural

Tree: TypeAlias = "str | tuple[Tree, ...] | list[Tree] | Branch | None"
"""None was left open; a tuple is best written on one line, a list with a line for each value."""

Branch: TypeAlias = "dict[str, Tree]"

_SHORT = 80


def encode(programme: Programme, lang: str) -> Branch:
    """The tree of a programme, with a list for every kind of element; nothing that is empty stands in it.

    Args:
        programme: Any programme, also one with links to ids that do not exist or with an id
            that is taken twice.
        lang: The language of the keys, ``nl`` or ``en``.

    Example:
        >>> from dinet.model import Goal
        >>> encode(Programme(elements=(Goal(id="D1", text="Meer sport"),)), "nl")
        {'dinet': '1', 'doelen': [{'id': 'D1', 'tekst': 'Meer sport'}]}
    """
    return _Encoder(programme, lang).tree()


def _files(programme: Programme) -> Iterator[str]:
    for part in chain(programme.elements, programme.links):
        yield from (place.file for place in part.places)
    yield from (note.place.file for note in programme.notes if note.place)


class _Encoder:
    def __init__(self, programme: Programme, lang: str) -> None:
        self.programme = programme
        self.lang = lang
        self.file = next(
            (file for file, _ in Counter(_files(programme)).most_common(1)), None
        )
        self.kinds: dict[str, Kind] = {
            each.id: each.kind for each in reversed(programme.elements)
        }
        self.links: dict[str, list[Link]] = {}
        for link in programme.links:
            self.links.setdefault(link.start, []).append(link)
        self.element_keys = [(key, key.said(lang)) for key in keys.ELEMENT]

    def tree(self) -> Branch:
        identity = self.programme.identity
        top: list[tuple[Key, Tree]] = [(keys.VERSION, "1")]
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
                        self._element(each)
                        for each in self.programme.elements
                        if each.kind == key.field
                    ],
                )
            )
        top.append(
            (
                keys.LINKS,
                [
                    self._loose(link)
                    for link in self.programme.links
                    if link.start not in self.kinds
                ],
            )
        )
        top.append((keys.NOTES, [self._note(note) for note in self.programme.notes]))
        return self._branch(top)

    def _branch(self, values: Iterable[tuple[Key, Tree]]) -> Branch:
        return {
            key.said(self.lang): value
            for key, value in values
            if value not in (None, [], ())
        }

    def _word(self, name: str, dutch: Mapping[str, str]) -> str:
        return dutch[name] if self.lang == "nl" else name

    # elements

    def _element(self, element: Element) -> Branch:
        ties = self._ties(element)
        branch: Branch = {}
        for key, word in self.element_keys:
            value = ties.get(key) if key.shape == "link" else self._value(key, element)
            if value not in (None, ()):
                branch[word] = value
        if isinstance(element, Target) and element.target == Aim():
            branch[keys.VALUE.said(self.lang)] = None
        return branch

    def _value(self, key: Key, element: Element) -> Tree:
        holder = getattr(element, "target", None) if key.shape == "aim" else element
        found = getattr(holder, key.field, None)
        if key.shape == "level" and found:
            return self._word(found, keys.LEVELS)
        if key.shape == "texts":
            return self._series(found or ())
        if key.shape == "planning":
            return [self._fields(keys.STEP, step) for step in found or ()] or None
        return self._places(found or ()) if key.shape == "places" else found

    def _series(self, values: "tuple[Tree, ...]") -> Tree:
        """One value alone, some short texts on one line, or longer texts and links with evidence each on their own."""
        if len(values) == 1:
            return values[0]
        short = (
            all(isinstance(each, str) for each in values)
            and sum(len(str(each)) for each in values) <= _SHORT
        )
        return values if short else list(values)

    def _fields(self, known: tuple[Key, ...], holder: Model) -> Branch:
        found = ((key, getattr(holder, key.field)) for key in known)
        return self._branch(
            (key, value if value is None else str(value)) for key, value in found
        )

    def _places(self, places: tuple[Place, ...]) -> Tree:
        return tuple(self._place(each) for each in places)

    def _place(self, place: Place) -> Branch:
        known = (
            tuple(key for key in keys.PLACE if key.field != "file")
            if place.file == self.file
            else keys.PLACE
        )
        return self._fields(known, place)

    # links and notes

    def _ties(self, element: Element) -> dict[Key, Tree]:
        """The links of an element under the keys that say them; of elements with one id the first has all."""
        found: dict[Key, list[Tree]] = {}
        for link in self.links.pop(element.id, ()):
            found.setdefault(self._key(link), []).append(self._tie(link))
        return {key: self._series(tuple(ends)) for key, ends in found.items()}

    def _key(self, link: Link) -> Key:
        end = self.kinds.get(link.end)
        if link.kind == "part_of":
            return keys.THEME if end == "theme" else keys.PART_OF
        if link.kind == natural(self.kinds[link.start], end):
            return keys.FOR
        return next(key for key in keys.LINK_KEYS if key.field == link.kind)

    def _tie(self, link: Link) -> Tree:
        evidence = self._evidence(link)
        return (
            {keys.END.said(self.lang): link.end, **evidence} if evidence else link.end
        )

    def _evidence(self, link: Link) -> Branch:
        basis = None if link.basis == "stated" else self._word(link.basis, keys.BASES)
        return self._branch(
            [(keys.BASIS, basis), (keys.PLACES, self._places(link.places))]
        )

    def _loose(self, link: Link) -> Branch:
        start, kind, end, *_ = keys.LINK
        known: list[tuple[Key, Tree]] = [
            (start, link.start),
            (kind, self._word(link.kind, keys.LINK_KINDS)),
            (end, link.end),
        ]
        return {**self._branch(known), **self._evidence(link)}

    def _note(self, note: Note) -> Branch:
        code, message, place, values = keys.NOTE
        found: list[tuple[Key, Tree]] = [(code, note.code), (message, note.message)]
        found.append((place, self._place(note.place) if note.place else None))
        return self._branch([*found, (values, dict(note.values) or None)])
