"""The best choice of efforts in a document, with costs and weights as somebody gives them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from dinet.application.files.input_files import read_input_file
from dinet.application.opened_document import OpenedDocument, open_document
from dinet.choosing.best_choice import Choice, choose_efforts
from dinet.choosing.choice_question import ChoiceWishes, Measure
from dinet.document.content import Cell, Document, Grid
from dinet.errors import DocumentError, UsageError
from dinet.language import Sentence
from dinet.model import Effort, clean_text
from dinet.native.problems import ProblemReport
from dinet.native.tree import Fields, LeftOpen, MarkedText
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.wording.amounts import read_amounts

_FORM_SUFFIXES = (".yaml", ".yml")
_TABLE_READERS = ("csv", "tsv", "xlsx", "ods")
"""Of files with a row for each effort."""


class AskedChoice(NamedTuple):
    """What a user asks for, in his own words.

    Args:
        budget: An amount of money.
        costs: ``ID=AMOUNT``, each of one effort.
        cost_files: The paths of files with costs.
        weights: ``ID=NUMBER``, each of one goal.
        keep: The ids of efforts that have to be in.
        without: The ids of efforts that may not be in.
        measure: What is to be as much as possible.
        most_sets: Equally good sets that are counted; None for the usual number.
        move_weights: Move the weights of goals also when there are many efforts.
    """

    budget: str
    costs: Sequence[str] = ()
    cost_files: Sequence[str] = ()
    weights: Sequence[str] = ()
    keep: Sequence[str] = ()
    without: Sequence[str] = ()
    measure: Measure = "goals"
    most_sets: int | None = None
    move_weights: bool = False


class ChosenInDocument(NamedTuple):
    """A document and the best choice in it."""

    opened: OpenedDocument
    choice: Choice


def choose_in_document(
    document: str, lang: str | None, asked: AskedChoice, **wishes: Any
) -> ChosenInDocument:
    """Read a document, and choose the efforts that carry most of its goals for a budget.

    Args:
        document: Its path.
        lang: The language of the reader; None for that of the document.
        asked: The budget, and all that binds the choice.
        wishes: What else ``open_document`` takes.

    Raises:
        DinetError: The document or a file cannot be read, or the choice cannot be made.
    """
    opened = open_document(document, lang, **wishes)
    notation = opened.programme.lang
    costs: dict[str, Decimal] = {}
    for path in asked.cost_files:
        costs |= read_cost_file(path, opened.network)
    for words in asked.costs:
        effort, amount = _split_pair(words, "--cost I3=50000")
        costs[effort] = _asked_amount(amount, notation)
    choice_wishes = ChoiceWishes(
        _asked_amount(asked.budget, notation),
        costs,
        asked.keep,
        asked.without,
        asked.measure,
        dict(_asked_weights(asked.weights)),
        asked.most_sets,
        asked.move_weights,
    )
    return ChosenInDocument(
        opened, choose_efforts(opened.network, choice_wishes)
    )


def _split_pair(words: str, example: str) -> tuple[str, str]:
    """What stands before and behind the last ``=``: an id may have one too."""
    before, sign, behind = words.rpartition("=")
    if not sign or not before.strip():
        raise UsageError(
            Sentence(
                "“{words}” is not understood: write it as {example}.",
                words=words,
                example=example,
            )
        )
    return before.strip(), behind.strip()


def _asked_amount(words: str, lang: str) -> Decimal:
    amount = parse_cost(words, lang)
    if amount is None:
        what = Sentence("“{words}” is no amount of money.", words=words)
        raise UsageError(what)
    return amount


def _asked_weights(pairs: Sequence[str]) -> Iterator[tuple[str, Fraction]]:
    for words in pairs:
        goal, number = _split_pair(words, "--weight D3=2")
        try:
            weight = Fraction(number.replace(",", "."))
        except (ValueError, ZeroDivisionError):
            weight = Fraction(-1)
        if weight < 0:
            what = Sentence(
                "“{words}” is no weight: give a number.", words=number
            )
            raise UsageError(what)
        yield goal, weight


def parse_cost(words: str, lang: str) -> Decimal | None:
    """An amount of euros in words; None when it is none, is open, or is below zero.

    Example:
        >>> parse_cost("50.000", "nl"), parse_cost("€ 1,5 mln", "nl"), parse_cost("p.m.", "nl")
        (Decimal('50000'), Decimal('1500000'), None)
    """
    amounts = read_amounts(words.strip(), "", lang)
    if len(amounts) != 1 or amounts[0].unit not in (None, "EUR"):
        return None
    value = amounts[0].value
    return value if value is not None and value >= 0 else None


def read_cost_file(path: str, network: Network) -> dict[str, Decimal]:
    """What efforts cost by a file: YAML with ``I3: 50000``, or a table with a row for each.

    In a table the id stands first and the amount last; a first row without an id is its heading.
    A line of which the amount is left open says nothing.

    Args:
        path: Of the file.
        network: The programme of which these are the efforts.

    Raises:
        MissingInputError: There is no such file, or it may not be read.
        DocumentError: A line names no effort, or its amount is not understood.
    """
    is_form = path.casefold().endswith(_FORM_SUFFIXES)
    lines = _lines_of_form(path) if is_form else _lines_of_table(path, network)
    costs: dict[str, Decimal] = {}
    for effort, words, where in lines:
        if effort not in network or not isinstance(network[effort], Effort):
            what = Sentence("the document has no effort {id}.", id=effort)
            raise DocumentError(what, where=where)
        amount = parse_cost(words, network.programme.lang)
        if amount is None:
            what = Sentence("“{words}” is no amount of money.", words=words)
            raise DocumentError(what, where=where)
        costs[effort] = amount
    return costs


CostLine = tuple[str, str, Sentence | str]
"""An id, the words for its amount, and where they stand."""


def _lines_of_form(path: str) -> Iterator[CostLine]:
    name = str(clean_text(Path(path).name))
    report = ProblemReport(name)
    reader = plugin_folder("readers").plugin_named("yaml").module
    form = reader.parse_file(read_input_file(path), report)
    report.raise_problems()
    if not isinstance(form, Fields):
        what = Sentence("write here a line “I3: 50000” for each effort.")
        raise DocumentError(what, where=name)
    for effort, amount in form.items():
        if isinstance(amount, LeftOpen):
            continue
        where = f"{name}:{effort.mark.line + 1}:{effort.mark.column + 1}"
        words = amount if isinstance(amount, MarkedText) else ""
        yield effort, words, where


def _lines_of_table(path: str, network: Network) -> Iterator[CostLine]:
    for number, cells in enumerate(_rows_of_table(path)):
        effort = cells[0].text.strip()
        if number == 0 and effort not in network:
            continue
        if len(cells) > 1:
            where = cells[0].place.as_sentence()
            yield effort, cells[-1].text.strip(), where


def _rows_of_table(path: str) -> Iterator[list[Cell]]:
    """The rows of a table, without cells that are empty and rows without cells."""
    name = str(clean_text(Path(path).name))
    plugin = plugin_folder("readers").for_file(path)
    if plugin is None or plugin.name not in _TABLE_READERS:
        what = Sentence(
            "{name} is no file of costs: give CSV, Excel or OpenDocument, or YAML.",
            name=name,
        )
        raise UsageError(what)
    document = plugin.module.read(read_input_file(path), name)
    if not isinstance(document, Document):
        what = Sentence("this is a programme, and no file of costs.")
        raise DocumentError(what, where=name)
    for part in document.parts:
        for row in part.rows if isinstance(part, Grid) else ():
            cells = [cell for cell in row if cell.has_words]
            if cells:
                yield cells
