"""What changed in a programme since its document was last saved, for the page that follows it."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from dinet.document.notes import shorten_text
from dinet.language import Sentence
from dinet.model import Element, Programme
from dinet.network import Network
from dinet.report.versions.version_sections import CHANGE_NAMES
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)

MOST_COMPARED = 300
"""Elements that differ; to find which of more are the same takes seconds, and a page waits."""

ChangedElements = dict[str, list[str]]
"""By id what changed of an element, in words."""


class SavedChanges(NamedTuple):
    """What a save changed.

    Args:
        added: The ids of new elements.
        changed: By id, in the order of the new version, what changed.
        gone: The elements that are there no longer.
    """

    added: list[str]
    changed: ChangedElements
    gone: list[Element]


def tell_changes(old: Network, new: Network, lang: str) -> str:
    """What is new, what changed and what is gone, as the script of the page reads it.

    Args:
        old: As it was read before the last save.
        new: As it is read now.
        lang: The language of the page.

    Returns:
        JSON: ``heading`` with the numbers; ``hide``, what the button says; ``marks``, by id the
        mark of an element of the new version; ``lines``, each a heading with ids and words. Empty
        when nothing changed.
    """
    same = _same_elements(old, new)
    rest_old = _rest_of(old, same.keys())
    rest_new = _rest_of(new, same.values())
    if max(len(rest_old), len(rest_new)) > MOST_COMPARED:
        return _tell_much(lang)
    compared = compare_versions(rest_old, rest_new)
    saved = _saved_changes(old, new, compared, same, lang)
    return _tell_saved(new, saved, lang) if any(saved) else ""


def _tell_saved(new: Network, saved: SavedChanges, lang: str) -> str:
    added, changed, _ = saved
    gone = {element.id: [shorten_text(element.text)] for element in saved.gone}
    heading = Sentence(
        "Since the last save: {new} new, {changed} changed, {gone} gone",
        new=len(added),
        changed=len(changed),
        gone=len(gone),
    )
    words = {
        "new": Sentence("new").in_language(lang),
        "changed": Sentence("changed").in_language(lang),
        "gone": Sentence("gone").in_language(lang),
    }
    told = {
        "heading": heading.in_language(lang),
        "hide": Sentence("Hide the marks").in_language(lang),
        "marks": dict.fromkeys(changed, words["changed"])
        | dict.fromkeys(added, words["new"]),
        "lines": [
            [words["new"], _texts_of(new, added)],
            [words["changed"], changed],
            [words["gone"], gone],
        ],
        "gone": words["gone"],
    }
    return json.dumps(told, ensure_ascii=False)


def _texts_of(network: Network, ids: list[str]) -> ChangedElements:
    return {each: [shorten_text(network[each].text)] for each in ids}


def _tell_much(lang: str) -> str:
    """What is told of so many changes that they are not compared."""
    heading = Sentence("Since the last save too much changed to mark it")
    told = {
        "heading": heading.in_language(lang),
        "hide": Sentence("Hide the marks").in_language(lang),
        "marks": {},
        "lines": [],
        "gone": "",
    }
    return json.dumps(told, ensure_ascii=False)


def _same_elements(old: Network, new: Network) -> dict[str, str]:
    """By their id in the old version the elements that say the same in both, whatever their id.

    Most of a document stays when it is saved, and need not be compared by its words.
    """
    fresh = _by_what_is_said(new)
    same: dict[str, str] = {}
    for said, ids in _by_what_is_said(old).items():
        there = fresh.get(said, [])
        # several that say the same are known by their ids, and the others by their order
        kept = [each for each in ids if each in there]
        others = [each for each in ids if each not in kept]
        left = [each for each in there if each not in kept]
        same |= dict(zip(kept, kept, strict=True)) | dict(
            zip(others, left, strict=False)
        )
    return same


def _by_what_is_said(network: Network) -> dict[str, list[str]]:
    """The ids of elements by all that is said of them."""
    ids: dict[str, list[str]] = {}
    for element in network:
        fields = vars(element).items()
        said = [field for field in fields if field[0] not in ("id", "places")]
        ids.setdefault(repr(said), []).append(element.id)
    return ids


def _rest_of(network: Network, same: Collection[str]) -> Network:
    """A network without the elements that stayed as they were."""
    known = set(same)
    elements = network.programme.elements
    rest = tuple(each for each in elements if each.id not in known)
    ids = {element.id for element in rest}
    links = tuple(
        link
        for link in network.links()
        if ids.issuperset((link.start, link.end))
    )
    return Network(Programme(elements=rest, links=links))


def _saved_changes(
    old: Network,
    new: Network,
    compared: VersionComparison,
    same: Mapping[str, str],
    lang: str,
) -> SavedChanges:
    pairs = {pair.paired.old.id: pair.paired.new.id for pair in compared.pairs}
    told = (*_changes_of(compared), *_moved_links(old, new, {**same, **pairs}))
    changed: ChangedElements = {}
    for element_id, sentence in told:
        known = changed.setdefault(element_id, [])
        words = sentence.in_language(lang)
        if words not in known:
            known.append(words)
    order = {element.id: at for at, element in enumerate(new)}
    return SavedChanges(
        [element.id for element in compared.added],
        {
            each: changed[each]
            for each in sorted(changed, key=order.__getitem__)
        },
        list(compared.gone),
    )


def _changes_of(compared: VersionComparison) -> Iterator[tuple[str, Sentence]]:
    """What changed of elements themselves; what they serve is told of all at once."""
    for pair in compared.pairs:
        for change in pair.changes:
            if change.kind != "moved":
                yield pair.paired.new.id, CHANGE_NAMES[change.kind]
    for divided in compared.split:
        for part in divided.parts:
            yield part.id, Sentence("was part of another")
    for divided in compared.merged:
        yield divided.whole.id, Sentence("was several")


def _moved_links(
    old: Network, new: Network, became: Mapping[str, str]
) -> Iterator[tuple[str, Sentence]]:
    """What serves something more or less than before, among elements of both versions."""
    were = {
        (became[link.start], became[link.end], link.kind)
        for link in old.links()
        if link.start in became and link.end in became
    }
    kept = set(became.values())
    are = {
        (link.start, link.end, link.kind)
        for link in new.links()
        if kept.issuperset((link.start, link.end))
    }
    for start, _, _ in sorted(are - were):
        yield start, Sentence("serves something more")
    for start, _, _ in sorted(were - are):
        yield start, Sentence("serves something less")
