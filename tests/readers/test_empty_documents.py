"""A document without a word says so in one plain line, whatever its format."""

import pytest

from dinet.api import read_bytes
from dinet.document.content import Document
from dinet.document.empty_document import refuse_empty_document
from dinet.document.notes import make_note
from dinet.errors import DocumentError
from tests.documents import para, word
from tests.formats import as_ods, as_odt
from tests.workbooks import sheet, workbook


def refusal(data: bytes, name: str, lang: str = "nl") -> str:
    with pytest.raises(DocumentError) as error:
        read_bytes(data, name)
    return error.value.in_language(lang)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("brief.docx", word()),
        ("brief.docx", word(para(""), para("   "), para("—"))),
        ("blad.xlsx", workbook(sheet("Blad1"))),
        ("blad.ods", as_ods()),
        ("brief.odt", as_odt()),
        ("blad.csv", b"\xef\xbb\xbf"),
        ("blad.csv", b";;;\r\n;;;\r\n"),
        ("blad.tsv", "\ufeff\t\r\n".encode("utf-16")),
        ("tekst.md", b"<!-- nog te schrijven -->\n"),
        ("pagina.html", b"<html><body><p>&nbsp;</p><hr></body></html>"),
        ("tekst.txt", "\ufeff\n".encode()),
    ],
)
def test_an_empty_document_says_so(name: str, data: bytes) -> None:
    assert refusal(data, name) == f"{name}: dit document is leeg."
    assert refusal(data, name, "en") == f"{name}: this document is empty."


def test_what_holds_only_things_that_are_no_text_says_what_these_are() -> None:
    front = "---\nauteur: Bureau Water\n---\n"
    assert refusal(front.encode(), "plan.md", "en") == (
        "plan.md: no text is left to read, so no goals, targets or efforts were found. "
        "The lines between “---” at the beginning were left out: “auteur: Bureau Water”."
    )


def test_what_holds_only_errors_says_so() -> None:
    said = refusal(b"#DIV/0!;\r\n;#N/B\r\n", "begroting.csv", "en")
    assert said.startswith(
        "begroting.csv: no text is left to read, so no goals, targets or efforts were found. "
    )
    assert "“#DIV/0!” is an error of the spreadsheet" in said
    assert "“#N/B” is an error of the spreadsheet" in said


@pytest.mark.parametrize(
    ("count", "told"),
    [(1, "1 comment was left out."), (2, "2 comments were left out.")],
)
def test_how_many_pieces_without_words_were_left_is_counted(
    count: int, told: str
) -> None:
    note = make_note("comments", None, "nl", count=count)
    with pytest.raises(DocumentError) as error:
        refuse_empty_document(Document("plan.pdf", (), (note,)))
    assert error.value.in_language("en").endswith(told)


def test_an_empty_drawing_says_so() -> None:
    said = refusal(b"flowchart RL\n", "plan.mmd")
    assert said == "plan.mmd: deze tekening is leeg."


def test_a_letter_is_no_empty_document() -> None:
    said = refusal(b"Beste Jo, tot morgen.", "brief.txt")
    assert "geen doelen, SMART-doelen of inspanningen gevonden" in said
