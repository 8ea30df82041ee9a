"""The file in which a person settles what is the same in several documents, and what is not.

Elements stand there by the ids of the portfolio with their words behind them. The words count:
when a document is counted anew, an element is found by them::

    hetzelfde:
      - ["hoogeveen:I3 Bouwen van een sporthal", "sport:I7 Een sporthal bouwen"]
    niet hetzelfde:
      - ["hoogeveen:I4 Training voor docenten", "sport:I9 Docenten trainen"]
    programma's:
      Programma Gezond en Actief: gezond
      Programma Wonen: "-"
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.language import Sentence
from dinet.model import Element
from dinet.native.problems import ProblemReport
from dinet.native.seal import seal_text
from dinet.native.tree import Fields, MarkedText, Value, values_of
from dinet.plugins import plugin_folder
from dinet.portfolio.documents import PlacedElement, PortfolioDocument
from dinet.portfolio.namespaces import SEPARATOR
from dinet.portfolio.rows import PortfolioRow
from dinet.portfolio.settled import ElementKey, SettledPairs
from dinet.vocabulary.folding import fold_text

ABSENT = "-"
"""Stands where a programme is not among the documents."""
SAME_NAMES = ("hetzelfde", "same")
NOT_SAME_NAMES = ("niet hetzelfde", "not same")
PROGRAMME_NAMES = ("programma's", "programmas", "programmes")
UNDECIDED_NAMES = ("onbeslist", "undecided")
"""The names of the lists, the Dutch one first."""
_PAIR = 2
"""Elements that are the same, or are not."""


class SettledFile(NamedTuple):
    """What a file settles.

    Args:
        pairs: For the documents that are here.
        elsewhere: The namespaces that it names and that are not here, in order.
    """

    pairs: SettledPairs
    elsewhere: tuple[str, ...]


def read_settled_pairs(
    path: str, documents: Iterable[PortfolioDocument]
) -> SettledFile:
    """What a person settled about these documents.

    Args:
        path: Of the file.
        documents: All of the portfolio.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: It is not understood, contradicts itself, or names what a document does not
            have.
    """
    report = ProblemReport(Path(path).name)
    reader = plugin_folder("readers").plugin_named("yaml").module
    form = reader.parse_file(read_input_file(path), report)
    settled = _FormReader(report, documents).read_form(form)
    report.raise_problems()
    return settled


_Pair = tuple[ElementKey, ElementKey]


class _FormReader:
    """Reads the lists of one form.

    Args:
        report: Is told what is wrong.
        documents: All of the portfolio.
    """

    def __init__(
        self, report: ProblemReport, documents: Iterable[PortfolioDocument]
    ) -> None:
        self._report = report
        self._documents = {doc.namespace: doc for doc in documents}
        self._elsewhere: dict[str, None] = {}

    def read_form(self, form: Value) -> SettledFile:
        if not isinstance(form, Fields):
            what = Sentence(
                'write here: "same:" or "not same:", and under it pairs of elements.'
            )
            self._report.add_problem(form.mark, what)
            return SettledFile(SettledPairs(), ())
        same = list(self._read_pairs(form, SAME_NAMES, of_one_kind=True))
        apart = list(self._read_pairs(form, NOT_SAME_NAMES))
        programmes = dict(self._read_programmes(form))
        pairs = SettledPairs(tuple(same), tuple(apart), programmes)
        self._check_names(form)
        self._check_contradictions(form, pairs)
        return SettledFile(pairs, tuple(self._elsewhere))

    def _check_names(self, form: Fields) -> None:
        known = (
            *SAME_NAMES,
            *NOT_SAME_NAMES,
            *PROGRAMME_NAMES,
            *UNDECIDED_NAMES,
        )
        for name, value in form.items():
            if name not in known:
                what = Sentence(
                    "“{name}” is none of: {names}.",
                    name=name,
                    names=", ".join(known),
                )
                self._report.add_problem(value.mark, what)

    def _check_contradictions(self, form: Fields, pairs: SettledPairs) -> None:
        units = pairs.unite_settled()
        for one, other in pairs.not_same:
            if units.unit_of(one) == units.unit_of(other):
                what = Sentence(
                    "{one} and {other} are said to be the same, and not the same.",
                    one=SEPARATOR.join(one),
                    other=SEPARATOR.join(other),
                )
                self._report.add_problem(form.mark, what)

    def _read_pairs(
        self, form: Fields, names: Sequence[str], *, of_one_kind: bool = False
    ) -> Iterator[_Pair]:
        """The pairs of a list; those about documents that are not here are left out."""
        for pair in _values_named(form, names):
            sides = values_of(pair)
            words = [side for side in sides if isinstance(side, MarkedText)]
            if len(words) != _PAIR or len(sides) != _PAIR:
                what = Sentence(
                    "this is no pair: write two elements, each with its id and words."
                )
                self._report.add_problem(pair.mark, what)
                continue
            one, other = map(self._find_element, words)
            if one is None or other is None:
                continue
            if of_one_kind and one.known.kind != other.known.kind:
                what = Sentence("these are of two kinds, so they are not one.")
                self._report.add_problem(pair.mark, what)
                continue
            yield one.key, other.key

    def _find_element(self, words: MarkedText) -> PlacedElement | None:
        """The element that is meant; None when its document is not here, or with a problem."""
        namespace, separator, rest = words.partition(SEPARATOR)
        if not separator:
            what = Sentence(
                "write a namespace, a colon, an id and the words: hoogeveen:I3 Bouwen …"
            )
            self._report.add_problem(words.mark, what)
            return None
        document = self._documents.get(namespace.strip())
        if document is None:
            self._elsewhere[namespace.strip()] = None
            return None
        found = _element_in(document, rest.strip())
        if found is None:
            what = Sentence(
                "no element of {namespace} is called so, or has these words: “{words}”.",
                namespace=document.namespace,
                words=rest.strip(),
            )
            self._report.add_problem(words.mark, what)
        return found

    def _read_programmes(
        self, form: Fields
    ) -> Iterator[tuple[str, str | None]]:
        """Which document is meant by the name of a programme."""
        for name, listed in form.items():
            if name not in PROGRAMME_NAMES or not isinstance(listed, Fields):
                continue
            for programme, namespace in listed.items():
                meant = str(namespace).strip()
                if meant == ABSENT:
                    yield fold_text(programme), None
                elif meant in self._documents:
                    yield fold_text(programme), meant
                else:
                    self._elsewhere[meant] = None


def _values_named(form: Fields, names: Sequence[str]) -> Iterator[Value]:
    for name, value in form.items():
        if name in names:
            yield from values_of(value)


def _element_in(
    document: PortfolioDocument, words: str
) -> PlacedElement | None:
    """The element with this id and these words; by its words alone when ids were counted anew."""
    placed = [document.place_element(element) for element in document.known]
    for one in placed:
        rest = words.removeprefix(one.shown.id).strip()
        if _begins_with_id(words, one) and (not rest or _has_words(one, rest)):
            return one
    text = words.partition(" ")[2]
    found = [one for one in placed if text and _has_words(one, text)]
    return found[0] if len(found) == 1 else None


def _begins_with_id(words: str, placed: PlacedElement) -> bool:
    rest = words.removeprefix(placed.shown.id)
    is_begin = words.startswith(placed.shown.id)
    return is_begin and (not rest or rest[0].isspace())


def _has_words(placed: PlacedElement, words: str) -> bool:
    texts: tuple[Element, ...] = (placed.known, placed.shown)
    return fold_text(words) in {fold_text(element.text) for element in texts}


# --- the form that dinet writes ------------------------------------------------------------------


def write_settling_form(rows: Iterable[PortfolioRow], lang: str) -> str:
    """A form with every pair that a person has to look at, to move to where it belongs.

    Args:
        rows: The pairs come from those that are to be checked.
        lang: Of its words.
    """
    which = 0 if lang == "nl" else 1
    comments = (
        Sentence("What is the same in several documents, and what is not."),
        Sentence(
            "Move each pair to where it belongs, and give this file to --pairs."
        ),
    )
    lines = [f"# {comment.in_language(lang)}" for comment in comments]
    names = SAME_NAMES, NOT_SAME_NAMES, UNDECIDED_NAMES
    lines += [f"{listed[which]}:" for listed in names]
    for one, other in dict.fromkeys(_open_pairs(rows)):
        lines += [f"  - - {_quote_words(one)}", f"    - {_quote_words(other)}"]
    return seal_text("\n".join(lines) + "\n")


def _open_pairs(
    rows: Iterable[PortfolioRow],
) -> Iterator[tuple[str, str]]:
    """The first element of each row that is to be checked, with each of another document."""
    for row in rows:
        first, *others = row.elements
        for other in others:
            is_elsewhere = other.namespace != first.namespace
            if row.certainty == "check" and is_elsewhere:
                yield _stated_words(first), _stated_words(other)


def _stated_words(placed: PlacedElement) -> str:
    return f"{placed.id} {' '.join(placed.shown.text.split())}"


def _quote_words(words: str) -> str:
    """As YAML takes it between double quotes, on one line."""
    return json.dumps(words, ensure_ascii=False)
