"""Every guard stops a document that goes past it, and says so in its own words.

When it is raised, it lets the document through.
"""

import pytest

from dinet.api import read, read_bytes
from dinet.errors import DocumentError, UsageError
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.style.profile import Profile
from dinet.limits import Limits, current_limits, parse_limits, use_limits
from dinet.network import Network
from tests.documents import archive, table, word
from tests.pdfs import pdf, text
from tests.workbooks import sheet, workbook

ROWS = [["Doel", "Inspanning"], ["Meer sport.", "Een hal bouwen."]]
WORD = word(table(*ROWS))
BOOK = workbook(sheet("S", *ROWS, merges=["A5:A6", "B5:B6"]))
PAGE = (
    b"<h1>Plan</h1><table><tr><td>Doel<td>Inspanning<tr>"
    b"<td>Meer sport.<td>Een hal bouwen.</table>"
)
LINED = pdf(text(40, 60, "Doelen") + text(40, 90, "Meer sport."))
PADDED = archive({"word/document.xml": "<a>" + " " * 2_000_000 + "</a>"})

STOPPED = {
    "file": (WORD, "plan.docx", 100, "this file is 1 MB"),
    "unpacked": (WORD, "plan.docx", 100, "unpacks to 1 MB"),
    "ratio": (
        PADDED,
        "plan.docx",
        1,
        "times its size; dinet opens at most 1 times",
    ),
    "part": (WORD, "plan.docx", 100, "1 MB of XML"),
    "parts": (WORD, "plan.docx", 1, "parts; dinet opens at most 1"),
    "depth": (
        WORD,
        "plan.docx",
        3,
        "levels deep or more; dinet reads at most 3",
    ),
    "yaml_depth": (
        b"doelen: [{tekst: Een}]",
        "plan.yaml",
        2,
        "more than 2 levels deep",
    ),
    "cells": (WORD, "plan.docx", 3, "4 cells or more; dinet reads at most 3"),
    "columns": (
        PAGE,
        "plan.html",
        1,
        "this table has 2 columns; dinet reads at most 1",
    ),
    "rows": (
        PAGE,
        "plan.html",
        1,
        "this table has 2 rows; dinet reads at most 1",
    ),
    "merges": (
        BOOK,
        "plan.xlsx",
        1,
        "this sheet has 2 merged cells; dinet reads at most 1",
    ),
    "tags": (PAGE, "plan.html", 3, "elements or more; dinet reads at most 3"),
    "pages": (
        pdf("", ""),
        "plan.pdf",
        1,
        "this PDF has 2 pages; dinet reads at most 1",
    ),
    "letters": (LINED, "plan.pdf", 3, "letters; dinet reads at most 3"),
    "pdf_seconds": (LINED, "plan.pdf", 0, "longer than 0 seconds"),
    "pdf_memory": (LINED, "plan.pdf", 2**20, "more memory than the 1 MB"),
}
"""A document, its name, and a guard that it goes past, with the words of its message."""


@pytest.mark.parametrize("name", STOPPED)
def test_a_guard_says_what_was_found_what_the_limit_is_and_how_to_raise_it(
    name: str,
) -> None:
    data, file, most, words = STOPPED[name]
    with (
        use_limits(Limits(**{name: most})),
        pytest.raises(DocumentError) as error,
    ):
        read_bytes(data, file)
    assert str(error.value).startswith(file)
    assert words in str(error.value)
    assert f"--limit {name.replace('_', '-')}=" in str(error.value)


def test_every_guard_that_stops_a_document_is_tried_here() -> None:
    assert set(Limits._fields) - set(STOPPED) == {
        "characters",
        "picture",
        "dot_seconds",
        "documents",
    }


def test_the_length_of_a_cell_only_gives_a_note_and_loses_nothing() -> None:
    with use_limits(Limits(characters=12)):
        found = read_bytes(WORD, "plan.docx")
    assert [each.text for each in found.elements] == [
        "Meer sport.",
        "Een hal bouwen.",
    ]
    assert found.notes[0].code == "long_cell"


def test_a_network_of_which_nobody_can_see_the_picture_is_not_drawn() -> None:
    network = Network(read_bytes(WORD, "plan.docx"))
    with (
        use_limits(Limits(picture=1)),
        pytest.raises(
            DocumentError,
            match="2 elements; dinet draws pictures of at most 1",
        ),
    ):
        lay_out_programme(network, (), Profile())


def test_guards_are_raised_for_one_document_and_are_back_for_the_next(
    tmp_path,
) -> None:
    file = tmp_path / "plan.docx"
    file.write_bytes(WORD)
    with use_limits(Limits(cells=3)):
        assert len(read(file, limits=Limits()).elements) == 2
        with pytest.raises(DocumentError):
            read(file)
    assert current_limits() == Limits()


@pytest.mark.parametrize(
    ("wish", "value"),
    [
        ("file=80MB", 80 * 2**20),
        ("unpacked = 1 gib", 2**30),
        ("part=5000", 5000),
        ("pdf-seconds=90s", 90),
        ("CELLS=400_000", 400_000),
    ],
)
def test_a_limit_is_given_as_a_person_writes_it(wish: str, value: int) -> None:
    name = wish.partition("=")[0].strip().casefold().replace("-", "_")
    assert getattr(parse_limits([wish]), name) == value
    assert (
        parse_limits([wish])._replace(**{name: getattr(Limits(), name)})
        == Limits()
    )


def test_thousands_may_have_a_dot() -> None:
    assert parse_limits(["rows=40.000", "cells=1.000.000"]) == Limits(
        rows=40_000, cells=1_000_000
    )


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (
            "cel=1",
            "cel is not a limit that dinet knows: file, unpacked, .*Did you mean cells?",
        ),
        ("200MB", "200MB is not a limit"),
        (
            "cells",
            "“” cannot be the limit cells. Give it as --limit cells=200000.",
        ),
        ("cells=200MB", "“200MB” cannot be the limit cells"),
        ("cells=0", "“0” cannot be the limit cells"),
        (
            "file=-1",
            "“-1” cannot be the limit file. Give it as --limit file=50MB.",
        ),
        ("pdf-seconds=1,5", "“1,5” cannot be the limit pdf-seconds"),
        ("rows=" + "9" * 5000, "cannot be the limit rows"),
    ],
)
def test_a_limit_that_cannot_be_is_named_with_a_way_out(
    wish: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        parse_limits([wish])


def test_no_limit_is_so_high_that_a_clock_or_counter_refuses_it() -> None:
    wishes = parse_limits([f"{name}=999999999999" for name in Limits._fields])
    with use_limits(wishes):
        assert len(read_bytes(LINED, "plan.pdf").notes) == 0
