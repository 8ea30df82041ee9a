"""What changed in a programme since its document was last saved, for the page that follows it."""

import json
from collections.abc import Iterator

from dinet.document.notes import shorten_text
from dinet.language import Sentence
from dinet.network import Network
from dinet.report.version_sections import CHANGE_NAMES
from dinet.versions.version_comparison import (
    VersionComparison,
    compare_versions,
)

MOST_COMPARED = 2000
"""Elements; to compare more of them takes longer than to read and draw them."""

ChangedElements = dict[str, list[str]]
"""By id what changed of an element, in words."""


def tell_changes(old: Network, new: Network, lang: str) -> str:
    """What is new, what changed and what is gone, as the script of the page reads it.

    Args:
        old: As it was read before the last save.
        new: As it is read now.
        lang: The language of the page.

    Returns:
        JSON: ``heading`` with the numbers; ``hide``, what the button says; ``marks``, by id the
        mark of an element of the new version; ``lines``, each a heading with ids and words. Empty
        when nothing changed, or when there is too much to compare.
    """
    if max(len(old), len(new)) > MOST_COMPARED:
        return ""
    compared = compare_versions(old, new)
    if compared.is_equal:
        return ""
    added = [element.id for element in compared.added]
    changed = _changed_elements(compared, lang)
    gone = {
        element.id: [shorten_text(element.text)] for element in compared.gone
    }
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


def _changed_elements(
    compared: VersionComparison, lang: str
) -> ChangedElements:
    """By id what changed of each element of both versions, in the order of the new one."""
    changed: ChangedElements = {}
    for element_id, words in _changes_of(compared):
        known = changed.setdefault(element_id, [])
        told = words.in_language(lang)
        if told not in known:
            known.append(told)
    order = [element.id for element in compared.new]
    return {each: changed[each] for each in sorted(changed, key=order.index)}


def _changes_of(compared: VersionComparison) -> Iterator[tuple[str, Sentence]]:
    for pair in compared.pairs:
        for change in pair.changes:
            yield pair.paired.new.id, CHANGE_NAMES[change.kind]
    for divided in compared.split:
        for part in divided.parts:
            yield part.id, Sentence("was part of another")
    for divided in compared.merged:
        yield divided.whole.id, Sentence("was several")
    # a link that is gone names elements of the old version, which may have other ids now
    now = {pair.paired.old.id: pair.paired.new.id for pair in compared.pairs}
    for link in compared.new_links:
        yield link.start.id, Sentence("serves something more")
    for link in compared.gone_links:
        if link.start.id in now:
            yield now[link.start.id], Sentence("serves something less")
