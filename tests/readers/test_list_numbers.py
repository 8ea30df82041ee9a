"""The numbers of automatic lists, which no format keeps in the text itself."""

import pytest

from dinet.document.content import Para
from dinet.readers.docx import read as read_docx
from dinet.readers.html import read as read_html
from dinet.readers.md import read as read_md
from dinet.readers.odt import read as read_odt
from dinet.readers.shared.counting import format_count
from tests.documents import para, word
from tests.workbooks import opened


def numbers(document: object) -> list[tuple[str, str]]:
    """The number and the text of every paragraph."""
    parts = getattr(document, "parts", ())
    return [
        (part.block.number, part.text)
        for part in parts
        if isinstance(part, Para)
    ]


def level(number: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{level(0, "decimal", "%1.")}'
    f"{level(1, 'decimal', '%1.%2')}{level(2, 'lowerLetter', '%3)')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="8">{level(0, "bullet", "-")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="9">{level(0, "decimal", "Doel %1:")}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def item(text: str, list_: int, depth: int = 0) -> str:
    return para(
        text,
        f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>',
    )


def in_word(*parts: object) -> list[tuple[str, str]]:
    return numbers(read_docx(word(*parts, numbering=NUMBERING), "plan.docx"))


def test_word_counts_each_level_and_begins_deeper_ones_anew() -> None:
    assert in_word(
        item("een", 1),
        item("onder", 1, 1),
        item("letter", 1, 2),
        item("twee", 1),
        item("onder twee", 1, 1),
    ) == [
        ("1", "een"),
        ("1.1", "onder"),
        ("a", "letter"),
        ("2", "twee"),
        ("2.1", "onder twee"),
    ]


def test_word_has_no_numbers_for_bullets_and_begins_where_a_list_says() -> (
    None
):
    assert in_word(
        item("bolletje", 2), item("vijf", 4), item("zes", 4), "los"
    ) == [("", "bolletje"), ("5", "vijf"), ("6", "zes"), ("", "los")]


def test_words_that_word_counts_with_are_read_as_a_reader_sees_them() -> None:
    assert in_word(item("schone lucht", 3), item("stilte", 3)) == [
        ("", "Doel 1: schone lucht"),
        ("", "Doel 2: stilte"),
    ]


def test_a_web_page_counts_its_ordered_lists() -> None:
    page = (
        "<html><body><ol><li>een</li><li>twee</li></ol><ul><li>punt</li></ul>"
        '<ol type="a" start="2"><li>b</li><li value="5">e</li></ol></body></html>'
    )
    assert numbers(read_html(page.encode(), "p.html")) == [
        ("1", "een"),
        ("2", "twee"),
        ("", "punt"),
        ("b", "b"),
        ("e", "e"),
    ]


def test_markdown_counts_as_its_page_does() -> None:
    text = b"3. drie\n3. vier\n\nTussen\n\n- punt\n"
    assert numbers(read_md(text, "p.md")) == [
        ("3", "drie"),
        ("4", "vier"),
        ("", "Tussen"),
        ("", "punt"),
    ]


OPEN = "urn:oasis:names:tc:opendocument:xmlns"
STYLES = (
    f'<x xmlns:text="{OPEN}:text:1.0" xmlns:style="{OPEN}:style:1.0">'
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" '
    'style:num-format="1"/><text:list-level-style-number text:level="2" '
    'style:num-format="a"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/>'
    "</text:list-style></x>"
)


def open_list(style: str, *items: str, more: str = "") -> str:
    inside = "".join(
        f"<text:list-item>{text}</text:list-item>" for text in items
    )
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_an_open_text_counts_its_lists_and_goes_on_with_one() -> None:
    inside = (
        open_list("N", p("een") + open_list("", p("onder")), p("twee"))
        + p("Tussen")
        + open_list("N", p("drie"), more='text:continue-numbering="true"')
        + open_list("B", p("punt"))
    )
    data = opened("text", inside, **{"styles.xml": STYLES})
    assert numbers(read_odt(data, "p.odt")) == [
        ("1", "een"),
        ("a", "onder"),
        ("2", "twee"),
        ("", "Tussen"),
        ("3", "drie"),
        ("", "punt"),
    ]


@pytest.mark.parametrize(
    ("count", "form", "written"),
    [
        (1, "1", "1"),
        (27, "a", "aa"),
        (26, "A", "Z"),
        (1994, "i", "mcmxciv"),
        (5000, "I", ""),
        (3, "", ""),
    ],
)
def test_a_count_is_written_in_its_form(
    count: int, form: str, written: str
) -> None:
    assert format_count(count, form) == written
