"""What dinet writes, read again: the same programme, or refused as what it is with advice."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import html

import dinet
from dinet.api import read_bytes
from dinet.document.own_outputs import describe_origin
from dinet.errors import InputError
from dinet.layout.style.profile import Profile
from dinet.model import Programme
from dinet.network import Network
from dinet.plugins import plugin_folder
from dinet.report.reading.reading_report import reading_report
from tests.builder import network
from tests.documents import in_word, para, tabbed, table, told
from tests.pdfs import pdf, text

EXAMPLES = Path(__file__).parent.parent / "examples"
WRITERS = plugin_folder("writers").plugins
READ_BACK = ("csv", "docx", "graphml", "json", "mermaid", "xlsx", "yaml")
"""The formats that hold the programme; all others are for people or for other programs."""
CONTENTS = (
    "text",
    "level",
    "sources",
    "owners",
    "vacant",
    "joint_with",
    "partners",
    "phase",
    "period",
    "planning",
    "budget",
    "status",
    "remark",
    "group",
    "target",
)
"""What an element says; not how it was read, which the output itself tells anew."""
SLOW = {"docx", "pdf", "png", "pptx", "report", "woo"}
POND = """
programma: Schoon water
doelen:
  - id: D1
    tekst: De vijvers zijn helder.
    inspanningen: [Baggeren van de vijvers.]
"""


@lru_cache
def example(name: str) -> Network:
    return Network(dinet.read(EXAMPLES / f"{name}.docx"))


@lru_cache
def written(name: str, form: str) -> bytes:
    return dinet.write(example(name), (), form, Profile(source=f"{name}.docx"))


NOT_WRITTEN = {("council_zip", "hoogeveen")}
"""That document names no owners, so it has no page for them."""


def rounds(forms: object) -> list[object]:
    """Each format with each example; those that take long are marked."""
    return [
        pytest.param(
            form,
            name,
            marks=[pytest.mark.slow] if form in SLOW else [],
        )
        for form in forms
        for name in ("hoogeveen", "coevorden")
        if (form, name) not in NOT_WRITTEN
    ]


def file_name(form: str) -> str:
    return f"plan{WRITERS[form].suffixes[0]}"


def contents(programme: Programme) -> list[dict[str, object]]:
    return [
        {
            "id": each.id,
            "kind": each.kind,
            **{name: getattr(each, name, None) for name in CONTENTS},
            "text": " ".join(each.text.split()),
        }
        for each in programme.elements
    ]


def links(programme: Programme) -> set[tuple[str, str, str]]:
    return {(each.start, each.kind, each.end) for each in programme.links}


def refusal(data: bytes, name: str, lang: str = "nl") -> str:
    with pytest.raises(InputError) as error:
        read_bytes(data, name)
    return error.value.in_language(lang)


@pytest.mark.parametrize(("form", "name"), rounds(READ_BACK))
def test_what_holds_the_programme_is_read_back_as_that_programme(
    form: str, name: str
) -> None:
    found = read_bytes(written(name, form), file_name(form))
    assert contents(found) == contents(example(name).programme)
    assert links(found) == links(example(name).programme)
    if form != "csv":  # a table has no place for a title and a vision
        assert found.identity == example(name).programme.identity


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("form", "name"), rounds(form for form in WRITERS if form not in READ_BACK)
)
def test_what_is_made_to_look_at_is_refused_with_what_to_give_instead(
    form: str, name: str
) -> None:
    said = refusal(written(name, form), file_name(form))
    told_apart = (
        f"dit heeft dinet van {name}.docx gemaakt om te lezen",
        "dit soort bestand leest dinet niet, al schrijft het dat wel",
        "Heeft dinet het gemaakt: geef het document zelf",
    )
    assert any(words in said for words in told_apart)
    assert re.search(r"[\w-]+\.din\.yaml", said)


def test_a_file_of_another_program_is_asked_for_in_a_format_that_is_read() -> (
    None
):
    assert "Sla het op als .docx" in refusal(b"PK", "dia's.pptx")


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_report_on_a_reading_is_refused_as_what_dinet_made(
    form: str,
) -> None:
    report = reading_report(network(POND), "vijver & meer.odt", "en", form)
    assert "vijver & meer.odt" in refusal(report.encode(), f"verslag.{form}")


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("form", ["html", "matrix_html", "report_html"])
def test_a_page_that_a_browser_saved_is_still_known(
    form: str, lang: str
) -> None:
    page = dinet.write(
        network(POND), (), form, Profile(lang, source="vijver.docx")
    )
    root = html.document_fromstring(page)
    for script in root.xpath("//script | //meta"):
        script.drop_tree()
    saved = html.tostring(root)
    assert "vijver.docx" in refusal(saved, "vijver.htm")


def test_a_page_that_was_printed_is_known_on_paper() -> None:
    line = "Gemaakt met dinet uit mijn plan.docx. Deze pagina werkt zonder"
    printed = pdf(
        text(40, 60, "Doel", "De vijvers zijn helder."),
        text(40, 60, line, "internet en verstuurt niets."),
    )
    assert "Geef mijn plan.docx zelf" in refusal(printed, "vijver.pdf")


def test_a_page_that_was_pasted_into_a_text_is_known() -> None:
    origin = describe_origin("plan.xlsx", "en")
    data = tabbed(["Doel", "Inspanning"], ["Helder water", "Baggeren"], origin)
    assert "plan.xlsx" in refusal(data, "plan.txt")


def test_a_native_file_is_asked_for_once() -> None:
    page = dinet.write(
        network(POND), (), "md", Profile(source="vijver.din.yaml")
    )
    said = refusal(page, "vijver.md", "en")
    assert said.endswith("Give vijver.din.yaml itself.")


def test_a_page_without_a_source_asks_for_the_document() -> None:
    said = refusal(dinet.write(network(POND), (), "html"), "x.html", "en")
    assert "Give the document itself" in said


def test_words_under_a_picture_in_a_document_of_ones_own_are_no_reason() -> (
    None
):
    found = in_word(
        para("Figuur 1. Gemaakt met dinet."),
        table(
            ["Doel", "Inspanning"],
            ["De vijvers zijn helder.", "Baggeren van de vijvers."],
        ),
    )
    assert told(found) == told(network(POND).programme)


def test_a_report_on_an_audit_is_no_programme() -> None:
    said = refusal(b'{"document": "plan.docx", "findings": []}', "audit.json")
    assert "al schrijft het dat wel" in said
