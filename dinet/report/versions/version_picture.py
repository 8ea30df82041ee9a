"""The new version of a programme with signs of what changed, as a network that can be drawn.

What is new, what changed and what is gone each has a sign and words in its box, and what is gone
has a dashed border besides: it can be read in grey, and heard.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dinet.language import Sentence
from dinet.layout.render.svg import font_style, to_svg
from dinet.layout.style.profile import Profile
from dinet.layout.trimmed_picture import lay_out_own_picture
from dinet.limits import current_limits
from dinet.model import AnyElement, Link, Programme
from dinet.network import Network
from dinet.report.versions.version_sections import CHANGE_NAMES, EFFECT_NAMES
from dinet.versions.changes import ElementChange
from dinet.versions.version_comparison import ComparedPair, VersionComparison

_NEW = Sentence("+ new")
_GONE = Sentence("× gone")
_MOVED = Sentence("≠ serves something else")
_SPLIT = Sentence("× perhaps split")
_INTO_MERGER = Sentence("× perhaps merged")
_MERGED = Sentence("+ perhaps merged")
_FROM_SPLIT = Sentence("+ perhaps from a split")


class MarkedVersion(NamedTuple):
    """A programme to draw, and what its boxes tell.

    Args:
        network: The new version, with what is gone of the old one at its old place.
        notes: By element what changed of it.
        gone: The ids of what is only in the old version.
    """

    network: Network
    notes: tuple[tuple[str, str], ...]
    gone: frozenset[str]

    def marked_profile(self, profile: Profile) -> Profile:
        """The wishes for a picture, with the signs in place of what is missing."""
        return profile._replace(marks="none", notes=self.notes, gone=self.gone)


def mark_version(comparison: VersionComparison, lang: str) -> MarkedVersion:
    """The new version with what is gone, and a note at all that differs.

    Args:
        comparison: Of both versions.
        lang: The language of the notes.
    """
    ghosts = _ghosts_of(comparison, lang)
    new_ids = {
        pair.paired.old.id: pair.paired.new.id for pair in comparison.pairs
    }
    drawn_ids = new_ids | {old: ghost.id for old, ghost in ghosts.items()}
    programme = comparison.new.programme
    elements = _with_ghosts(comparison, ghosts, new_ids)
    links = (
        *programme.links,
        *_ghost_links(comparison.old, ghosts, drawn_ids),
    )
    marked = Programme(
        identity=programme.identity, elements=tuple(elements), links=links
    )
    notes = _difference_notes(comparison, ghosts)
    told = dict.fromkeys(
        (name, words.in_language(lang)) for name, words in notes
    )
    gone = frozenset(ghost.id for ghost in ghosts.values())
    return MarkedVersion(Network(marked), tuple(told), gone)


def draw_marked_version(comparison: VersionComparison, lang: str) -> str:
    """The picture for a page, which has no letters of its own; empty when it would be too large.

    Args:
        comparison: Of both versions.
        lang: The language of the words around the elements.
    """
    marked = mark_version(comparison, lang)
    if not 0 < len(marked.network) <= current_limits().picture:
        return ""
    profile = marked.marked_profile(Profile(lang, titled=False, trim=True))
    layout = lay_out_own_picture(marked.network, (), profile)
    drawing = to_svg(layout, marked.network, lang=lang)
    return drawing.replace(font_style(), "", 1)


def _ghosts_of(
    comparison: VersionComparison, lang: str
) -> dict[str, AnyElement]:
    """What is only in the old version, by its old id, under an id that the new one has not."""
    split = (divided.whole for divided in comparison.split)
    merged = (part for divided in comparison.merged for part in divided.parts)
    left = {each.id for each in (*comparison.gone, *split, *merged)}
    taken = {element.id for element in comparison.new}
    ghosts: dict[str, AnyElement] = {}
    for element in comparison.old.programme.elements:
        if element.id in left:
            name = element.id
            while name in taken:
                name = Sentence("{id} old", id=name).in_language(lang)
            taken.add(name)
            ghosts[element.id] = element.model_copy(update={"id": name})
    return ghosts


def _with_ghosts(
    comparison: VersionComparison,
    ghosts: Mapping[str, AnyElement],
    new_ids: Mapping[str, str],
) -> Iterator[AnyElement]:
    """All elements: each that is gone comes after what it stood after."""
    after: dict[str, list[AnyElement]] = {}
    before = ""
    for element in comparison.old:
        if element.id in ghosts:
            after.setdefault(before, []).append(ghosts[element.id])
        else:
            before = new_ids.get(element.id, before)
    yield from after.get("", ())
    for element in comparison.new.programme.elements:
        yield element
        yield from after.get(element.id, ())


def _ghost_links(
    old: Network,
    ghosts: Mapping[str, AnyElement],
    drawn_ids: Mapping[str, str],
) -> Iterator[Link]:
    """The links of what is gone, as far as both ends are drawn."""
    for link in old.programme.links:
        is_gone = link.start in ghosts or link.end in ghosts
        if is_gone and {link.start, link.end} <= drawn_ids.keys():
            ends = {"start": drawn_ids[link.start], "end": drawn_ids[link.end]}
            yield link.model_copy(update=ends)


def _ghost_notes(
    comparison: VersionComparison, ghosts: Mapping[str, AnyElement]
) -> Iterator[tuple[str, Sentence]]:
    """What became of each element that only the old version has."""
    became = {divided.whole.id: _SPLIT for divided in comparison.split}
    for divided in comparison.merged:
        became |= {part.id: _INTO_MERGER for part in divided.parts}
    for name, ghost in ghosts.items():
        yield ghost.id, became.get(name, _GONE)


def _difference_notes(
    comparison: VersionComparison, ghosts: Mapping[str, AnyElement]
) -> Iterator[tuple[str, Sentence]]:
    yield from _ghost_notes(comparison, ghosts)
    for element in comparison.added:
        yield element.id, _NEW
    for divided in comparison.split:
        for part in divided.parts:
            yield part.id, _FROM_SPLIT
    for divided in comparison.merged:
        yield divided.whole.id, _MERGED
    yield from _changes_in_short(comparison.pairs)


def _changes_in_short(
    pairs: Iterable[ComparedPair],
) -> Iterator[tuple[str, Sentence]]:
    for pair in pairs:
        for change in _telling_changes(pair.changes):
            yield pair.paired.new.id, _change_in_short(change)


def _change_in_short(change: ElementChange) -> Sentence:
    if change.kind == "moved":
        return _MOVED
    name = CHANGE_NAMES[change.kind]
    effect = EFFECT_NAMES.get(change.effect)
    if effect:
        return Sentence("≠ {name}: {effect}", name=name, effect=effect)
    return Sentence("≠ {name}", name=name)


def _telling_changes(
    changes: Sequence[ElementChange],
) -> Sequence[ElementChange]:
    """What changed; that words are others goes without saying where they say something else."""
    telling = [change for change in changes if change.kind != "reworded"]
    return telling or changes
