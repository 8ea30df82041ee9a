"""Nothing is lost without a word: every word of a document is in what was read of it, or noted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dinet.api import read_bytes
from dinet.document.content import Document, Grid, Para
from dinet.interpret.interpret import interpret_with_account
from dinet.model import Programme
from dinet.plugins import plugin_folder
from dinet.vocabulary.roles import role_of
from tests.documents import bullet, heading, in_word, left, noted, table, word
from tests.formats import EVERY as FORMATS
from tests.interpret.councils import EVERY, Written
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, OTHER, ROW, TARGET

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
_PEELED = {
    "bron",
    "bronnen",
    "zie",
    "gezamenlijke",
    "uitvoering",
    "programma",
    "doelen",
    "inspanningen",
    "netwerk",
}
"""Words that say what stands after them, and are told by where that is kept."""


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}|\d{4}|\d+[.,]\d+", text.casefold()))


def lost(data: bytes, name: str) -> list[str]:
    """The texts of a document with words that are nowhere in what is read of it."""
    plugin = plugin_folder("readers").for_file(name)
    assert plugin is not None
    document = plugin.module.read(data, name)
    assert isinstance(document, Document)
    read, _ = interpret_with_account(document)
    known = words(" ".join(_said(read))) | _PEELED
    left = {
        note.place
        for note in read.notes
        if note.code == "table_not_understood"
    }
    return [
        text
        for text in _texts(document, left)
        if words(text) - known and not role_of(text)
    ]


def _said(read: Programme) -> Iterator[str]:
    todo: list[object] = [read.model_dump(mode="json")]
    while todo:
        here = todo.pop()
        if isinstance(here, str):
            yield here
        elif isinstance(here, dict | list):
            todo += here.values() if isinstance(here, dict) else here


def _texts(document: Document, left: set[object]) -> Iterator[str]:
    for part in document.parts:
        if isinstance(part, Para):
            yield (
                part.text.partition(":")[2]
                if role_of(part.text.partition(":")[0])
                else part.text
            )
        elif isinstance(part, Grid) and part.place not in left:
            yield from (
                cell.text
                for row in part.rows
                for cell in row
                if cell.has_words
            )


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("written", EVERY.values(), ids=EVERY)
def test_no_word_of_a_dialect_is_lost(written: Written, name: str) -> None:
    assert lost(FORMATS[name](*written.parts), f"plan.{name}") == []


@pytest.mark.parametrize(
    "name",
    ["hoogeveen.docx", "hoogeveen.txt", "coevorden.docx", "coevorden.txt"],
)
def test_no_word_of_an_example_is_lost(name: str) -> None:
    assert lost((EXAMPLES / name).read_bytes(), name) == []


def test_what_stands_outside_the_network_is_not_lost() -> None:
    plan = word(table(HEAD, ROW), "Eerste regel.", "Tweede zin.")
    assert lost(plan, "plan.docx") == []
    assert left(read_bytes(plan, "plan.docx")) == [
        ("text_left", "Eerste regel."),
        ("text_left", "Tweede zin."),
    ]


def test_lists_that_nothing_links_are_noted_once() -> None:
    read = in_word(
        heading("Doelen"),
        bullet(GOAL),
        bullet(OTHER),
        heading("Inspanningen"),
        bullet(EFFORT),
        bullet(COACH),
    )
    assert [(note.code, note.values) for note in read.notes] == [
        ("list_unlinked", {"count": "2"})
    ]


def test_lists_that_something_links_are_not_noted() -> None:
    lists = (
        heading("Doelen"),
        bullet(f"D1: {GOAL}"),
        heading("Inspanningen"),
        bullet(f"{EFFORT} (draagt bij aan D1)"),
    )
    assert noted(in_word(*lists)) == []


def test_cells_that_say_in_words_that_there_is_nothing_are_read() -> None:
    head = ["Doel", "Indicator", "Nulmeting", "Streefwaarde", "Inspanning"]
    read = in_word(
        table(
            head,
            [GOAL, TARGET, "n.v.t.", "-", EFFORT],
            [OTHER, "geen", "", "", COACH],
        )
    )
    assert (noted(read), left(read)) == ([], [])


def test_headings_that_name_nothing_are_left_each_with_its_words() -> None:
    read = in_word(
        "Programma Jong",
        heading("Gemeente Vliermeer"),
        heading("Inleiding"),
        heading("Doelen en inspanningen"),
        table(HEAD, ROW),
    )
    assert left(read) == [
        ("heading_left", "Gemeente Vliermeer"),
        ("heading_left", "Inleiding"),
    ]


def test_a_statement_about_money_is_no_heading() -> None:
    read = in_word(
        heading("Doel 1: Meer sport"),
        "Inspanningen",
        "Een sporthal bouwen",
        "Subsidie voor clubs",
    )
    assert [each.text for each in read.elements] == [
        "Meer sport",
        "Een sporthal bouwen",
        "Subsidie voor clubs",
    ]
