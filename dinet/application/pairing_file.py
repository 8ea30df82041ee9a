"""The file in which a person settles which elements of two versions are the same.

Elements stand there by their words and not by their ids, since dinet counts anew in each version::

    paren:
      - oud: "Meer scholen werken met een plan"
        nieuw: "Scholen werken planmatig samen"
      - oud: "De sporthal openstellen"
        nieuw: "-"
"""

from collections.abc import Iterator
from pathlib import Path

from dinet.application.input_files import read_input_file
from dinet.language import Sentence
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Value, values_of
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.vocabulary.folding import fold_text

NO_PARTNER = "-"
"""Stands where the other version does not have an element."""
_LIST_NAMES = ("paren", "pairs")
_OLD_NAMES = ("oud", "old")
_NEW_NAMES = ("nieuw", "new")


def read_pairing_file(
    path: str, old: Network, new: Network
) -> dict[str, str | None]:
    """What a person settled: for ids of the old version that of the new one, or None.

    Pairs of which a text is left open settle nothing.

    Args:
        path: Of the file.
        old: The old version.
        new: The new one.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is not understood, or names what neither version has.
    """
    report = ProblemReport(Path(path).name)
    reader = plugin_folder("readers").plugin_named("yaml").module
    form = reader.parse_file(read_input_file(path), report)
    settled: dict[str, str | None] = {}
    sides = _ids_by_text(old), _ids_by_text(new)
    for was, becomes in _stated_pairs(form, report):
        first = _find_id(was, sides[0], report)
        second = _find_id(becomes, sides[1], report)
        if first:
            settled[first] = second
    report.raise_problems()
    return settled


def _stated_pairs(
    form: Value, report: ProblemReport
) -> Iterator[tuple[MarkedText, MarkedText]]:
    pairs = _value_named(form, _LIST_NAMES)
    if pairs is None:
        what = Sentence(
            'write here: "pairs:", and under it "old" and "new" for each.'
        )
        report.add_problem(form.mark, what)
        return
    for pair in values_of(pairs):
        old = _value_named(pair, _OLD_NAMES)
        new = _value_named(pair, _NEW_NAMES)
        if isinstance(old, MarkedText) and isinstance(new, MarkedText):
            if not isinstance(old, LeftOpen) and not isinstance(new, LeftOpen):
                yield old, new
            continue
        what = Sentence('this is no pair: it has no "old" and "new".')
        report.add_problem(pair.mark, what)


def _value_named(form: Value, names: tuple[str, ...]) -> Value | None:
    if not isinstance(form, Fields):
        return None
    for name, value in form.items():
        if name in names:
            return value
    return None


def _ids_by_text(network: Network) -> dict[str, str]:
    """The ids by the folded text; of elements with one text the first."""
    ids: dict[str, str] = {}
    for element in network:
        ids.setdefault(fold_text(element.text), element.id)
    return ids


def _find_id(
    words: MarkedText, ids: dict[str, str], report: ProblemReport
) -> str | None:
    if words == NO_PARTNER:
        return None
    found = ids.get(fold_text(words))
    if found is None:
        what = Sentence("no element has this text: “{text}”.", text=words)
        report.add_problem(words.mark, what)
    return found
