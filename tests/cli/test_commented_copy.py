"""A copy of a Word document with the findings as comments: each in its place, and no more."""

import io
import re
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

import pytest
from lxml import etree

from dinet.api import read_bytes
from dinet.model import Place
from dinet.readers.word.original import WishedSpot, find_original
from tests.cli.running import Run
from tests.documents import (
    STRICT,
    TRANSITIONAL,
    UP,
    Xml,
    bullet,
    cell,
    control,
    heading,
    para,
    row,
    table,
    word,
)

LAYOUTS = Path(__file__).parents[1] / "data" / "layouts"
HEAD = ["Doel", "SMART-doel", "Inspanning", "Trekker"]
GOAL, TARGET = "Meer bewoners sporten", "In 2029 sport 60% van de bewoners."
MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
EFFORTS = [bullet("Zwembad bouwen"), bullet("Communicatie")]
PLAN = table(HEAD, [GOAL, TARGET, EFFORTS, "Vacant"])


class Remark(NamedTuple):
    """A comment: its first line, the paragraph at which it stands, and its further lines."""

    head: str
    where: str
    words: str


def commented(run: Run, data: bytes, *words: str) -> bytes:
    """The copy of a document."""
    Path("plan.docx").write_bytes(data)
    asked = ("--format", "docx", "-o", "uit.docx", *words)
    ended = run("audit", "plan.docx", *asked)
    assert ended.status < 2, ended.err
    return Path("uit.docx").read_bytes()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(data)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return whole.getvalue()


def text_of(element: etree._Element) -> str:
    texts = element.xpath(".//*[local-name()='t']/text()")
    assert isinstance(texts, list)
    return "".join(map(str, texts))


def remarks_in(data: bytes) -> list[Remark]:
    """The comments of a document, each with three marks in one paragraph that is in no box."""
    parts = parts_of(data)
    body = etree.fromstring(parts["word/document.xml"])
    comments = etree.fromstring(parts["word/comments.xml"])
    return [_remark(comment, body) for comment in comments]


def _remark(comment: etree._Element, body: etree._Element) -> Remark:
    space = f"{{{etree.QName(comment).namespace}}}"
    number = comment.get(f"{space}id")
    marks = [
        each
        for mark in MARKS
        for each in body.iter(f"{space}{mark}")
        if each.get(f"{space}id") == number
    ]
    assert len(marks) == len(MARKS)
    around = {next(mark.iterancestors(f"{space}p")) for mark in marks}
    (paragraph,) = around
    assert next(paragraph.iterancestors(f"{space}txbxContent"), None) is None
    head, *lines = (text_of(each) for each in comment)
    return Remark(head, text_of(paragraph), "\n".join(lines))


def remark_on(remarks: list[Remark], code: str, element: str = "") -> Remark:
    """The one on a finding."""
    (found,) = (
        remark
        for remark in remarks
        if remark.head.startswith(code) and remark.head.endswith(element)
    )
    return found


def without_marks(text: str) -> str:
    """The text of a document without the marks of comments that were put into it."""
    number = r'w:id="\d+"'
    reference = f"<w:r><w:commentReference {number}/></w:r>"
    return re.sub(
        f"{reference}|<w:commentRange(Start|End) {number}/>", "", text
    )


def test_a_comment_stands_at_the_paragraph_in_the_cell_of_its_finding(
    run: Run,
) -> None:
    fit = [UP, "Fit zijn.", "Sportdag houden", "J. Smit"]
    plan = table(
        HEAD, [cell(GOAL, merge="restart"), TARGET, EFFORTS, "Vacant"], fit
    )
    remarks = remarks_in(commented(run, word(heading("Ons plan"), plan)))
    assert remark_on(remarks, "DW203").where == "Communicatie"
    assert remark_on(remarks, "DM301").where == "Fit zijn."
    vacancy = remark_on(remarks, "DO502", "I1")
    assert vacancy.where == "Vacant"
    assert "“Zwembad bouwen" in vacancy.words
    assert "Trekker: Vacant”" in vacancy.words


def test_the_first_comment_says_by_what_was_audited(run: Run) -> None:
    data = word(heading("Ons plan"), PLAN)
    copy = commented(run, data)
    account, *findings = remarks_in(copy)
    assert account.head == "Toetsing van plan.docx"
    assert account.where == "Ons plan"
    assert "SHA-256: " in account.words
    assert f"{len(findings)} bevindingen" in account.words
    assert copy == commented(run, data)


def test_a_finding_on_the_whole_stands_at_the_beginning_once(run: Run) -> None:
    """No goal is linked to any effort, which is said of no single cell."""
    goals = [heading("Doelen"), bullet(GOAL), bullet("Meer rust")]
    efforts = [heading("Inspanningen"), bullet("Zwembad bouwen")]
    remarks = remarks_in(commented(run, word(*goals, *efforts)))
    assert remark_on(remarks, "DI801").where


def test_comments_have_no_date_but_that_of_reference(run: Run) -> None:
    undated = parts_of(commented(run, word(PLAN)))["word/comments.xml"]
    assert b"w:date" not in undated
    dated = commented(run, word(PLAN), "--today", "2027-05-01")
    comments = parts_of(dated)["word/comments.xml"]
    assert comments.count(b'w:author="dinet audit"') == comments.count(
        b'w:date="2027-05-01T00:00:00Z"'
    )


def document_with_a_remark() -> dict[str, bytes]:
    """The parts of a document in which somebody has put a comment already."""
    remark = (
        '<w:comment w:id="1" w:author="Noor"><w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p>'
        "</w:comment>"
    )
    marked = Xml(
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>Visie</w:t></w:r>'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    )
    return parts_of(word(marked, PLAN, comments=remark)) | {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/comments" Target="comments.xml"/></Relationships>'
        ).encode(),
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Override PartName="/word/comments.xml" ContentType="x"/></Types>'
        ).encode(),
        "word/media/foto.png": bytes(range(256)),
    }


def test_comments_that_were_there_stay_and_nothing_else_changes(
    run: Run,
) -> None:
    before = document_with_a_remark()
    copy = commented(run, packed(before))
    after = parts_of(copy)
    assert list(after) == list(before)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"word/document.xml", "word/comments.xml"}
    assert remark_on(remarks_in(copy), "Klopt dit?").where == "Visie"
    texts = (each["word/document.xml"].decode() for each in (before, after))
    assert len(set(map(without_marks, texts))) == 1


def test_a_document_without_comments_gets_a_part_with_its_kind_and_relation(
    run: Run,
) -> None:
    parts = document_with_a_remark()
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    parts["word/comments.xml"] = parts.pop("word/media/foto.png")  # of nobody
    parts[types] = f'<Types xmlns="{PACKAGE}/content-types"/>'.encode()
    parts[relations] = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ).encode()
    del parts["word/comments.xml"]
    after = parts_of(commented(run, packed(parts)))
    named = [each.get("PartName") for each in etree.fromstring(after[types])]
    assert named == ["/word/comments.xml"]
    targets = [
        (each.get("Id"), each.get("Target"))
        for each in etree.fromstring(after[relations])
    ]
    assert targets == [("rId1", "styles.xml"), ("rId2", "comments.xml")]


ODD_PLACES = {
    "a text box": Xml(
        f"<w:p><w:r><w:t>Kader</w:t></w:r><w:r><w:txbxContent>{PLAN}</w:txbxContent></w:r></w:p>"
    ),
    "a content control": control(PLAN),
    "tables in cells": table(["Programma", "Uitleg"], [PLAN, "x"], [PLAN, ""]),
    "a table in a cell with efforts": table(
        HEAD,
        [
            GOAL,
            TARGET,
            [table(["Communicatie"], ["Zwembad bouwen"]), para()],
            "",
        ],
    ),
    "rows that were deleted": table(
        HEAD,
        row(["Weg ermee", "", "", ""], '<w:del w:id="3" w:author="Noor"/>'),
        [GOAL, "Fit zijn.", "Communicatie", "Vacant"],
    ),
    "a cell without words": table(
        HEAD, [GOAL, Xml('<w:p w:x=">"/>'), Xml("<w:p />"), "Vacant"]
    ),
    "paragraphs of one tag": Xml(f"<w:p/>{PLAN}<w:p/>"),
    "a row that begins late": table(
        HEAD, row([TARGET, EFFORTS, "Vacant"], '<w:gridBefore w:val="1"/>')
    ),
}


@pytest.mark.parametrize("place", ODD_PLACES)
def test_a_copy_can_be_made_wherever_word_puts_its_tables(
    run: Run, place: str
) -> None:
    data = word(heading("Ons plan"), ODD_PLACES[place])
    copy = commented(run, data)
    assert len(remarks_in(copy)) > 1
    before, after = (read_bytes(each, "plan.docx") for each in (data, copy))
    assert (after.elements, after.links) == (before.elements, before.links)


def _with_text(data: bytes, encoded: bytes) -> bytes:
    return packed(parts_of(data) | {"word/document.xml": encoded})


def test_other_namespaces_prefixes_and_encodings_are_kept_to(run: Run) -> None:
    plain = word(PLAN)
    text = parts_of(plain)["word/document.xml"].decode()
    declared = f'<?xml version="1.0" encoding="UTF-16"?>{text}'
    other = re.sub(r"\bw:", "v:", text).replace("xmlns:w=", "xmlns:v=")
    bare = re.sub(r"(</?)w:", r"\1", text).replace(
        "<document", f'<document xmlns="{TRANSITIONAL}"'
    )
    expected = remarks_in(commented(run, plain))[1:]
    for data in (
        word(PLAN, namespace=STRICT),
        _with_text(plain, declared.encode("utf-16")),
        _with_text(plain, declared.encode("utf-16-be")),
        _with_text(plain, other.encode()),
        _with_text(plain, bare.encode()),
    ):
        assert remarks_in(commented(run, data))[1:] == expected


@pytest.mark.parametrize(
    "layout", sorted(path.name for path in LAYOUTS.glob("*.docx"))
)
def test_the_copy_of_any_layout_reads_as_its_document(
    run: Run, layout: str
) -> None:
    data = (LAYOUTS / layout).read_bytes()
    copy = commented(run, data)
    before, after = (read_bytes(each, "plan.docx") for each in (data, copy))
    assert (after.elements, after.links) == (before.elements, before.links)
    for name, part in parts_of(data).items():
        if not name.endswith(
            ("document.xml", ".rels", "comments.xml", "Types].xml")
        ):
            assert parts_of(copy)[name] == part


def test_names_that_are_left_out_are_in_no_comment(run: Run) -> None:
    plan = table(HEAD, [GOAL, "Fit zijn.", "Communicatie", "Kim de Wit & Jan"])
    copy = commented(run, word(plan), "--redact", "owners")
    assert len(remarks_in(copy)) > 1
    assert b"Kim" not in parts_of(copy)["word/comments.xml"]
    ended = run(
        *("audit", "plan.docx", "--format", "docx", "-o", "uit.docx"),
        *("--redact", "owners"),
    )
    assert "alle namen" in ended.err


@pytest.mark.parametrize(
    "documents", [("plan.din.yaml",), ("plan.docx", "plan.din.yaml")]
)
def test_other_documents_are_told_what_can_be_done_instead(
    run: Run, documents: tuple[str, ...]
) -> None:
    Path("plan.docx").write_bytes(word(PLAN))
    ended = run("audit", *documents, "--format", "docx", "-o", "uit.docx")
    assert ended.status == 2
    assert "--format xlsx" in ended.err
    assert not Path("uit.docx").exists()


def test_a_document_that_cannot_be_read_gets_no_copy(run: Run) -> None:
    Path("plan.docx").write_bytes(b"geen zip")
    ended = run("audit", "plan.docx", "--format", "docx", "-o", "uit.docx")
    assert ended.status == 65
    assert not Path("uit.docx").exists()


def test_a_damaged_picture_is_told_and_no_copy_is_made(run: Run) -> None:
    data = packed(document_with_a_remark())
    at = data.index(bytes(range(256)))
    Path("plan.docx").write_bytes(data[:at] + b"x" + data[at + 1 :])
    ended = run("audit", "plan.docx", "--format", "docx", "-o", "uit.docx")
    assert ended.status == 65
    assert "foto.png" in ended.err


def test_a_cell_without_words_has_its_own_spot() -> None:
    data = word(para("Ons plan"), table(HEAD, [GOAL, Xml("<w:p/>"), "", ""]))
    place = Place(file="plan.docx", table=1, row=2, column=2)
    nowhere = Place(file="plan.docx", table=9, row=1)
    wished = [WishedSpot((place,), GOAL), WishedSpot((nowhere, place))]
    original = find_original(data, "plan.docx", [*wished, WishedSpot(())])
    first, second, third = original.spots
    assert original.main_data[first.begin : first.end] == b"<w:p/>"
    assert (second, third) == (first, original.beginning)
