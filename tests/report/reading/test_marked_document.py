"""The document as it stands, each word marked by what became of it, on a page to check it by."""

import io

import openpyxl
import pytest
from lxml import html

from dinet.application.read_document import read_with_account
from dinet.network import Network
from dinet.report.reading.marked_document import mark_document
from dinet.report.reading.reading_report import reading_report
from tests.documents import UP, bullet, cell, heading, table, word
from tests.interpret.sport import COACH, EFFORT, GOAL, HEAD, OTHER, ROW, TARGET

HOSTILE = '<script>alert(1)</script> & "quotes"'
PLAN = word(
    "Programma Jong",
    heading("Inleiding"),
    HOSTILE,
    bullet("Een punt."),
    table(
        [*HEAD, "Trekker"],
        [GOAL, TARGET, EFFORT, "Team Sport"],
        [UP, UP, COACH, "n.v.t."],
        [cell(OTHER, span=2), EFFORT, "Team Sport"],
    ),
)


def page(data: bytes = PLAN, lang: str = "nl") -> html.HtmlElement:
    read = read_with_account(data, "plan.docx")
    assert read.account is not None
    marked = mark_document(read.account, lang)
    network = Network(read.programme)
    return html.document_fromstring(
        reading_report(network, "plan.docx", lang, "html", marked)
    )


def runs(made: html.HtmlElement, kind: str) -> list[str]:
    found = made.xpath(
        f"//main//*[@class='scroll' or @class='prose']//span[@class='run {kind}']/bdi"
    )
    return [each.text_content() for each in found]


def test_every_word_is_marked_by_what_became_of_it() -> None:
    made = page()
    assert runs(made, "text")[:3] == [GOAL, TARGET, EFFORT]
    assert runs(made, "field") == ["Team Sport", "Team Sport"]
    assert runs(made, "heading") == ["Programma ", *HEAD, "Trekker"]
    assert runs(made, "nothing") == ["n.v.t."]
    assert runs(made, "unread") == [
        "Inleiding",
        HOSTILE,
        "Een punt.",
    ]


def test_the_document_is_shown_as_it_stands() -> None:
    (shown,) = page().xpath("//table[@class='original']")
    rows = shown.xpath(".//tr")
    assert [len(row) for row in rows] == [4, 4, 2, 3]
    first, second, *_ = rows[1]
    assert (first.get("rowspan"), second.get("rowspan")) == ("2", "2")
    assert rows[3][0].get("colspan") == "2"


def test_an_id_leads_to_the_list_and_an_unread_text_to_its_place() -> None:
    made = page()
    anchors = {each.get("id") for each in made.xpath("//*[@id]")}
    links = made.xpath("//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= anchors
    (target,) = made.xpath(
        "//table[@class='notes0']//a[bdi='Een punt.']/@href"
    )
    (spot,) = made.xpath(f"//*[@id='{target[1:]}']/bdi")
    assert spot.text_content() == "Een punt."


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_marks_are_told_in_words_too(lang: str) -> None:
    made = page(lang=lang)
    for run in made.xpath(
        "//*[@class='scroll']//span[contains(@class, 'run')]"
    ):
        beside = run.xpath("./*[@class='tag' or @class='unseen']")
        assert beside
        assert beside[0].text_content().strip()
    shown = made.xpath("//main//*[@class='scroll' or @class='prose']")
    kinds = {
        mark.get("class")
        for each in shown
        for mark in each.xpath(".//span[contains(@class, 'run ')]")
    }
    assert len(made.xpath("//dl[@class='legend']/div")) == len(kinds)


def test_nothing_of_the_document_runs_on_the_page() -> None:
    made = page()
    assert made.xpath("//script | //img | //*[@onclick]") == []
    assert runs(made, "unread")[1] == HOSTILE


def test_names_that_have_to_go_are_nowhere_on_the_page() -> None:
    data = word(
        table(
            [*HEAD, "Trekker"],
            [*ROW, "Jan Verzonnen"],
            [OTHER, "", COACH, "Jan Verzonnen"],
        ),
        "Vragen aan Jan Verzonnen.",
    )
    read = read_with_account(data, "plan.docx")
    assert read.account is not None

    def mask(text: str) -> str:
        return text.replace("Jan Verzonnen", "[naam]")

    marked = mark_document(read.account, "nl", mask)
    told = [
        run.words
        for part in marked.parts
        for text in (
            *part.texts,
            *(
                text
                for row in part.rows
                for each in row
                for text in each.texts
            ),
        )
        for run in text.runs
    ]
    assert "Verzonnen" not in " ".join(told)
    assert told.count("[naam]") == 2
    # words outside the elements may name anybody, and are not shown
    assert told[-1] == "[niet getoond]"


def test_the_name_of_a_sheet_is_left_out_too() -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Verzonnen"
    for row in ([*HEAD], [*ROW]):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    read = read_with_account(data.getvalue(), "plan.xlsx")
    assert read.account is not None
    marked = mark_document(
        read.account, "nl", lambda text: text.replace("Verzonnen", "[naam]")
    )
    titles = [part.title for part in marked.parts]
    assert titles
    assert all("[naam]" in title for title in titles)
