"""The file in which a person settles which elements of two versions are the same.

Elements stand there by their words and not by their ids, since dinet counts anew in each version::

    paren:
      - oud: "Meer scholen werken met een plan"
        nieuw: "Scholen werken planmatig samen"
      - oud: "De sporthal openstellen"
        nieuw: "-"
"""

import json
from collections.abc import Iterator
from pathlib import Path

from dinet.application.files.input_files import read_input_file
from dinet.language import Sentence
from dinet.model import Element
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText, Value, values_of
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.versions.version_comparison import VersionComparison
from dinet.vocabulary.folding import fold_text

NO_PARTNER = "-"
"""Stands where the other version does not have an element."""
_LIST_NAMES = ("paren", "pairs")
_OLD_NAMES = ("oud", "old")
_NEW_NAMES = ("nieuw", "new")
_PROPOSED_NAMES = ("voorstel", "proposed")
"""What dinet takes it for; nothing is read there."""
_FORM_COMMENTS = (
    Sentence(
        "What dinet is not sure of: which element of the new version is this?"
    ),
    Sentence('Write its text behind "new", or "-" when there is none.'),
    Sentence(
        "What you leave open settles nothing. Give this file to --pairs."
    ),
)


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


def write_pairing_form(comparison: VersionComparison, lang: str) -> str:
    """A form with what a person has to look at, to fill in and to give back to ``--pairs``.

    What is left open settles nothing. First come the pairs that are only likely, each with what
    dinet proposes, then what stands in the old version alone.

    Args:
        comparison: Of both versions.
        lang: Of its words.
    """
    which = 0 if lang == "nl" else 1
    names = _LIST_NAMES, _OLD_NAMES, _PROPOSED_NAMES, _NEW_NAMES
    pairs, old, proposed, new = (each[which] for each in names)
    lines = [f"# {line.in_language(lang)}" for line in _FORM_COMMENTS]
    lines.append(f"{pairs}:")
    for was, becomes in _open_elements(comparison):
        lines.append(f"  - {old}: {_quote_words(was.text)}")
        if becomes:
            lines.append(f"    {proposed}: {_quote_words(becomes.text)}")
        lines.append(f"    {new}:")
    return "\n".join(lines) + "\n"


def _open_elements(
    comparison: VersionComparison,
) -> Iterator[tuple[Element, Element | None]]:
    for pair in comparison.pairs:
        if pair.paired.certainty == "likely":
            yield pair.paired.old, pair.paired.new
    for element in comparison.gone:
        yield element, None


def _quote_words(words: str) -> str:
    """As YAML takes it between double quotes, on one line."""
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


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
