"""The council's own document gets what stands in a programme, and keeps all else."""

import io
import re
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Cm

from dinet.api import read
from tests.cli.council import (
    NAMESPACE,
    OFFICE,
    REPORT,
    SECTION_END,
    UPRIGHT_SECTION,
    WIDE_SECTION,
    bookmark,
    control,
    council_document,
    house_table,
    line,
)
from tests.cli.running import Ended, Run
from tests.documents import STRICT, archive
from tests.writers.office import ROOT, facts, parts

W = f"{{{NAMESPACE}}}"
PLAN = """
programma: Sport
thema's: [{id: T1, tekst: Bewegen}, {id: T2, tekst: Eten & drinken}]
doelen:
  - {id: D1, tekst: Meer kinderen sporten, thema: T1}
  - {id: D2, tekst: <w:p>Gezonder & "beter" eten, thema: T2}
smart-doelen:
  - {id: S1, tekst: In 2028 sport 60% elke week, voor: D1, bron: CBS}
inspanningen:
  - {id: I1, tekst: Bouwen van een hal, voor: [D1, S1], eigenaar: J. van Veldhuizen}
  - {id: I2, tekst: Vloer leggen, onderdeel van: I1}
  - {id: I3, tekst: Kooklessen geven, voor: D2}
"""
CLOSING = line("Aldus besloten.")
FULL = (
    REPORT,
    control("DIN:wat-valt-op", line("klik hier"), "<w:showingPlcHdr/>"),
    f"<w:p>{bookmark('DIN_dekking', '<w:r><w:t>oud</w:t></w:r>')}</w:p>",
    line("Tussenzin."),
    f"<w:p>{control('DIN:bevindingen', '<w:r><w:t>oud</w:t></w:r>', '<w:text/>')}</w:p>",
    house_table("<w:p/>", control("DIN:tabel:T1", line("oud"))),
    SECTION_END,
    control("DIN:table", line("oud")),
    control("DIN:picture:t2", line("oud")),
    CLOSING,
    WIDE_SECTION,
)
"""The text of a document with a place of each kind."""


@pytest.fixture
def update(run: Run) -> Run:
    """Fill ``voorstel.docx`` into ``nieuw.docx`` from ``plan.din.yaml``."""
    Path("plan.din.yaml").write_text(PLAN, encoding="utf-8")

    def updated(
        host: bytes, *words: str, name: str = "voorstel.docx"
    ) -> Ended:
        Path(name).write_bytes(host)
        new = f"nieuw{Path(name).suffix}"
        return run(
            "update", name, "--from", "plan.din.yaml", "-o", new, *words
        )

    return updated


def body_of(data: bytes) -> etree._Element:
    return etree.fromstring(parts(data)["word/document.xml"])[0]


def words_in(element: etree._Element) -> str:
    texts = element.xpath(".//*[local-name()='t']/text()")
    assert isinstance(texts, list)
    return "".join(map(str, texts))


def place(data: bytes, tag: str) -> etree._Element:
    """The contents of the control with a tag."""
    found = body_of(data).xpath(
        f".//w:sdt[w:sdtPr/w:tag/@w:val='{tag}']/w:sdtContent",
        namespaces={"w": NAMESPACE},
    )
    assert isinstance(found, list)
    (content,) = found
    return content


def values(element: etree._Element, tag: str, name: str = "val") -> set[str]:
    """What elements say in an attribute."""
    found = (each.get(W + name) for each in element.iter(W + tag))
    return {value for value in found if value}


def test_all_that_stands_in_no_place_stays_byte_for_byte(update: Run) -> None:
    host = council_document(*FULL)
    ended = update(host)
    assert ended.status == 0, ended.err
    was, new = parts(host), parts(Path("nieuw.docx").read_bytes())
    changed = {name for name in was if was[name] != new[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
    }
    assert set(new) - set(was) == {
        "word/media/dinet1.png",
        "word/media/dinet1.svg",
    }
    text = new["word/document.xml"].decode()
    at = 0
    for block in (
        REPORT,
        line("Tussenzin."),
        SECTION_END,
        CLOSING + WIDE_SECTION,
    ):
        at = text.index(block, at)
    for part in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        kept = new[part].rpartition(b"</")[0]
        assert kept.startswith(was[part].rpartition(b"</")[0])


def test_every_place_gets_what_it_asks_for(update: Run) -> None:
    ended = update(council_document(*FULL))
    data = Path("nieuw.docx").read_bytes()
    text = words_in(body_of(data))
    assert "oud" not in text
    assert "klik hier" not in text
    assert "D2" in words_in(place(data, "DIN:wat-valt-op"))
    assert "I1 → D1" in text
    theme = words_in(place(data, "DIN:tabel:T1"))
    assert "Bouwen van een hal" in theme
    assert "Kooklessen" not in theme
    whole = words_in(place(data, "DIN:table"))
    assert '<w:p>Gezonder & "beter" eten' in whole
    picture = place(data, "DIN:picture:t2")
    (described,) = picture.xpath(".//*[local-name()='docPr']/@descr")
    assert "1 doel, 1 inspanning" in str(described)
    assert b"Kooklessen geven" in parts(data)["word/media/dinet1.svg"]
    assert "DIN:picture:t2" in ended.out


def test_contents_have_the_look_of_the_document(update: Run) -> None:
    update(council_document(*FULL))
    data = Path("nieuw.docx").read_bytes()
    whole, inner = place(data, "DIN:table"), place(data, "DIN:tabel:T1")
    assert values(whole, "tblStyle") == {"Huis"}
    assert values(whole, "pStyle") == {"Kop2", "Tabeltekst"}
    assert values(whole, "numId") == {"4"}
    assert values(whole, "ilvl") == {"0", "1"}
    assert values(whole, "shd", "fill") == set()
    assert values(whole, "tblW", "w") == {str(16838 - 2 * 1134)}
    assert values(inner, "tblW", "w") == {str(4000 - 216)}


def test_a_document_without_styles_gets_plain_formatting(update: Run) -> None:
    update(
        council_document(control("DIN:tabel"), line(), styles="", numbering="")
    )
    content = place(Path("nieuw.docx").read_bytes(), "DIN:tabel")
    assert values(content, "pStyle") == values(content, "tblStyle") == set()
    assert values(content, "sz") >= {"18"}
    assert len(list(content.iter(W + "tblBorders"))) == 2
    assert "•I1: " in words_in(content)
    assert "–I2: " in words_in(content)
    assert values(content, "outlineLvl") == {"0"}


def test_twice_the_same_plan_gives_the_same_bytes(update: Run) -> None:
    update(council_document(*FULL))
    once = Path("nieuw.docx").read_bytes()
    update(once)
    assert Path("nieuw.docx").read_bytes() == once


def test_the_next_version_takes_the_place_of_what_word_saved(
    update: Run,
) -> None:
    """Word gives pictures and relations other names."""
    update(council_document(*FULL))
    saved = {
        name.replace("dinet", "image"): re.sub(
            rb"(png|svg)1\b", rb"rId4\1", data.replace(b"/dinet", b"/image")
        )
        for name, data in parts(Path("nieuw.docx").read_bytes()).items()
    }
    Path("plan.din.yaml").write_text(PLAN.replace("hal", "zwembad"))
    update(archive(saved))
    new = parts(Path("nieuw.docx").read_bytes())
    media = sorted(name for name in new if "media" in name)
    assert media == ["word/media/dinet1.png", "word/media/dinet1.svg"]
    assert b"rId4" not in new["word/_rels/document.xml.rels"]
    text = words_in(body_of(Path("nieuw.docx").read_bytes()))
    assert "zwembad" in text
    assert "een hal" not in text


def test_comments_at_a_place_stay_there(update: Run) -> None:
    mark = (
        '<w:commentRangeStart w:id="3"/><w:r><w:t>oud</w:t></w:r><w:commentRangeEnd w:id="3"/>'
        '<w:r><w:commentReference w:id="3"/></w:r>'
    )
    host = council_document(
        f"<w:p>{control('DIN:dekking', mark)}</w:p>", CLOSING
    )
    for _ in range(2):
        assert update(host).status == 0
        host = Path("nieuw.docx").read_bytes()
        content = place(host, "DIN:dekking")
        for name in ("RangeStart", "RangeEnd", "Reference"):
            assert values(content, f"comment{name}", "id") == {"3"}
            assert len(list(content.iter(f"{W}comment{name}"))) == 1


@pytest.mark.parametrize(
    ("block", "left"),
    [
        (f"<w:p>{bookmark('DIN_tabel')}</w:p>", ""),
        (bookmark("DIN_tabel"), ""),
        (bookmark("DIN_tabel", line("a") + line("b")), ""),
        (
            '<w:p><w:bookmarkStart w:id="3" w:name="DIN_tabel"/><w:r><w:t>a</w:t></w:r></w:p>'
            '<w:p><w:bookmarkEnd w:id="3"/><w:r><w:t>blijft</w:t></w:r></w:p>',
            "blijft",
        ),
        (house_table(f"<w:p>{bookmark('DIN_tabel')}</w:p>"), ""),
        (
            "<w:tbl><w:tr><w:tc><w:p>"
            '<w:bookmarkStart w:id="3" w:name="DIN_tabel"/><w:r><w:t>a</w:t></w:r></w:p></w:tc>'
            f"<w:tc>{line('b')}</w:tc></w:tr></w:tbl>"
            '<w:p><w:bookmarkEnd w:id="3"/></w:p>',
            "",
        ),
        (control("groep", control("DIN:tabel")), ""),
        (
            "<w:tbl><w:tr>"
            + control("DIN:tabel", f"<w:tc><w:tcPr/>{line('a')}</w:tc>")
            + "</w:tr></w:tbl>",
            "",
        ),
        (
            '<w:sdt><w:sdtPr><w:alias w:val="DIN:tabel"/></w:sdtPr><w:sdtContent/></w:sdt>',
            "",
        ),
    ],
    ids=[
        "bookmark in a line of its own",
        "bookmark between lines",
        "bookmark around lines",
        "bookmark up to the next line",
        "bookmark in a cell",
        "bookmark from a table on, as Word saves it",
        "control in a control",
        "control around a cell",
        "control without contents",
    ],
)
def test_a_place_may_be_made_in_many_ways(
    update: Run, block: str, left: str
) -> None:
    ended = update(council_document(block, CLOSING))
    assert ended.status == 0, ended.err
    once = Path("nieuw.docx").read_bytes()
    text = words_in(body_of(once))
    assert "Kooklessen geven" in text
    assert text.endswith(f"{left}Aldus besloten.")
    assert update(once).status == 0
    assert Path("nieuw.docx").read_bytes() == once


@pytest.mark.parametrize(
    ("block", "why"),
    [
        (
            f"<w:p><w:r><w:t>Zie </w:t></w:r>{bookmark('DIN_tabel')}</w:p>",
            "line with other words",
        ),
        (control("DIN:tabell"), "DIN:tabel"),
        (control("DIN:plaat:T9"), "T1, T2"),
        (control("DIN:tabel", SECTION_END), "end of a section"),
        (
            control("DIN:dekking", control("DIN:plaat")),
            "in the place DIN:dekking",
        ),
        (
            f"<w:p>{bookmark('DIN_tabel', '<w:r><w:fldChar w:fldCharType=')}".replace(
                "w:fldCharType=", 'w:fldCharType="begin"/></w:r>'
            )
            + "</w:p>",
            "part of a field",
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>kop</w:t></w:r></w:p></w:tc><w:tc><w:p>"
            '<w:bookmarkStart w:id="3" w:name="DIN_tabel"/></w:p></w:tc></w:tr></w:tbl>'
            '<w:p><w:bookmarkEnd w:id="3"/></w:p>',
            "line with other words",
        ),
        (
            "<w:tbl>" + control("DIN:tabel", "<w:tr/>") + "</w:tbl>",
            "row of a table",
        ),
        (
            f"<w:p><w:ins>{control('DIN:tabel', '')}</w:ins></w:p>",
            "tracked change",
        ),
        (
            '<w:p><w:bookmarkStart w:id="7" w:name="DIN_tabel"/></w:p>',
            "end is missing",
        ),
    ],
)
def test_a_place_that_cannot_be_filled_is_told_and_left(
    update: Run, block: str, why: str
) -> None:
    other = control("DIN:bevindingen")
    ended = update(council_document(block, other), "--lang", "en")
    assert ended.status == 1
    assert why in " ".join(ended.out.split())
    text = parts(Path("nieuw.docx").read_bytes())["word/document.xml"].decode()
    if "dekking" not in block:
        assert block in text


def test_a_document_without_places_is_refused_with_how_to_make_one(
    update: Run,
) -> None:
    ended = update(council_document(CLOSING))
    assert ended.status == 65
    assert "DIN:tabel" in ended.err
    assert not Path("nieuw.docx").exists()


def test_a_place_in_a_header_is_told(update: Run) -> None:
    host = council_document(
        control("DIN:tabel"), header1=control("DIN:dekking")
    )
    ended = update(host, "--lang", "en")
    assert ended.status == 1
    assert "DIN:dekking (it stands in a header" in ended.out


def test_the_document_itself_is_changed_only_when_that_is_said(
    update: Run, run: Run
) -> None:
    host = council_document(control("DIN:tabel"), CLOSING)
    update(host)
    new = Path("nieuw.docx").read_bytes()
    given = ("update", "voorstel.docx", "--from", "plan.din.yaml")
    assert run(*given).status == 2
    assert run(*given, "-o", "voorstel.docx").status == 73
    assert run(*given, "-o", "plan.din.yaml").status == 2
    assert run(*given, "-o", "x.docx", "--in-place").status == 2
    assert Path("voorstel.docx").read_bytes() == host
    assert run(*given, "--in-place").status == 0
    assert Path("voorstel.docx").read_bytes() == new


def test_names_that_are_left_out_are_in_no_part(update: Run) -> None:
    ended = update(council_document(*FULL), "--redact", "owners")
    assert ended.status == 0, ended.err
    new = parts(Path("nieuw.docx").read_bytes())
    assert not any(b"Veldhuizen" in data for data in new.values())


def renamed(data: bytes, old: str, new: str) -> bytes:
    """A document of which the main part has other words."""
    files = {name: part.decode() for name, part in parts(data).items()}
    text = files["word/document.xml"]
    files["word/document.xml"] = text.replace(old, new)
    return archive(files)


@pytest.mark.parametrize("way", ["other prefix", "strict", "UTF-16"])
def test_any_way_to_write_the_xml_is_filled(update: Run, way: str) -> None:
    host = council_document(control("DIN:dekking"), control("DIN:plaat:T1"))
    text = parts(host)["word/document.xml"].decode()
    files = {name: data.decode() for name, data in parts(host).items()}
    if way == "other prefix":
        text = re.sub(r"(</?| |xmlns:)w(?=[:=])", r"\1q", text)
    if way == "strict":
        text = text.replace(NAMESPACE, STRICT)
        text = text.replace(
            OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
    whole: dict[str, str | bytes] = {**files, "word/document.xml": text}
    if way == "UTF-16":
        head = '<?xml version="1.0" encoding="UTF-16"?>'
        whole["word/document.xml"] = (head + text).encode("utf-16")
    assert update(archive(whole)).status == 0
    new = Path("nieuw.docx").read_bytes()
    root = etree.fromstring(parts(new)["word/document.xml"])
    assert "I1 → D1" in words_in(root)
    namespaces = {etree.QName(each).namespace for each in root.iter()}
    assert (NAMESPACE in namespaces) is (way != "strict")
    update(new)
    assert Path("nieuw.docx").read_bytes() == new


@pytest.mark.parametrize(
    ("begin", "more"),
    [
        ("<w:body>", "<w:p/>" * 400_000),
        ("<w:body>", "<w:sdt>" * 300 + "</w:sdt>" * 300),
        ("<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
        ("</w:body>", ""),
    ],
    ids=["bomb", "depth", "entities", "broken"],
)
def test_a_hostile_document_is_refused(
    update: Run, begin: str, more: str
) -> None:
    host = council_document(control("DIN:tabel"))
    kept = begin if begin == "<w:body>" else ""
    ended = update(renamed(host, begin, kept + more))
    assert ended.status == 65
    assert not Path("nieuw.docx").exists()


def test_a_template_becomes_a_document(update: Run, run: Run) -> None:
    host = council_document(control("DIN:dekking"), kind="template")
    assert update(host, name="sjabloon.dotx").status == 0
    types = parts(Path("nieuw.dotx").read_bytes())["[Content_Types].xml"]
    assert b"template.main" in types
    given = ("update", "sjabloon.dotx", "--from", "plan.din.yaml", "-o")
    assert run(*given, "nieuw.docx").status == 0
    types = parts(Path("nieuw.docx").read_bytes())["[Content_Types].xml"]
    assert b"template.main" not in types
    assert run(*given, "nieuw.pptx").status == 2


def test_the_annex_in_a_template_is_read_back_whole(run: Run) -> None:
    Path("plan.din.yaml").write_text(PLAN, encoding="utf-8")
    host = council_document(line(), WIDE_SECTION, kind="template")
    Path("sjabloon.dotx").write_bytes(host)
    ended = run(
        *("write", "plan.din.yaml", "--format", "docx"),
        *("--template", "sjabloon.dotx", "-o", "bijlage.docx"),
    )
    assert ended.status == 0, ended.err
    was, new = parts(host), parts(Path("bijlage.docx").read_bytes())
    for part in ("styles", "header1", "footer1", "settings", "numbering"):
        assert new[f"word/{part}.xml"] == was[f"word/{part}.xml"]
    text = new["word/document.xml"].decode()
    assert text.endswith(f"{WIDE_SECTION}</w:body></w:document>")
    assert values(body_of(Path("bijlage.docx").read_bytes()), "tblStyle") == {
        "Huis"
    }
    assert facts(read("bijlage.docx"))[1] == facts(read("plan.din.yaml"))[1]


def test_a_planning_lies_in_an_upright_template(run: Run) -> None:
    """Its pages are numbered on, and only the first of all has the look of a first page."""
    beginning = '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    section = UPRIGHT_SECTION.replace("</w:sectPr>", beginning)
    host = council_document(line("Bijlage"), section, kind="template")
    Path("huis.dotx").write_bytes(host)
    plan = str(ROOT / "examples" / "coevorden.docx")
    ended = run(
        *("write", plan, "--format", "docx"),
        *("--template", "huis.dotx", "-o", "bijlage.docx"),
    )
    assert ended.status == 0, ended.err
    body = body_of(Path("bijlage.docx").read_bytes())
    sections = list(body.iter(f"{W}sectPr"))
    lying = [bool(values(each, "pgSz", "orient")) for each in sections]
    assert lying == [False, True, False]
    for name in ("pgNumType", "titlePg"):
        begun = [len(list(each.iter(f"{W}{name}"))) for each in sections]
        assert begun == [1, 0, 0]
    for each in sections:
        assert len(list(each.iter(f"{W}headerReference"))) == 1


def test_a_template_has_its_own_page(run: Run) -> None:
    Path("huis.dotx").write_bytes(council_document(line(), kind="template"))
    ended = run(
        *("write", "plan.din.yaml", "--format", "docx", "--page", "A4"),
        *("--template", "huis.dotx", "-o", "bijlage.docx"),
    )
    assert ended.status == 2
    assert "--page" in ended.err
    assert not Path("bijlage.docx").exists()


def test_only_word_takes_a_template(run: Run) -> None:
    Path("x.potx").write_bytes(b"")
    ended = run(
        *("write", "plan.din.yaml", "--format", "pptx"),
        *("--template", "x.potx", "-o", "dia.pptx"),
    )
    assert ended.status == 2
    assert "dinet update" in ended.err


# slides


def council_slides() -> bytes:
    """A presentation with a shape for each kind of place, and one that is misspelt."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Wat valt op"
    slide.placeholders[1].name = "DIN:wat-valt-op"
    for number, label in enumerate(
        ("DIN:tabel:T1", "DIN:dekking", "DIN:bevindingen", "DIN:plaat")
    ):
        slide = presentation.slides.add_slide(presentation.slide_layouts[5])
        slide.shapes.title.text = f"Dia {number}"
        box = slide.shapes.add_textbox(Cm(1), Cm(4), Cm(23), Cm(14))
        box.text_frame.text = "oud"
        box._element.nvSpPr.cNvPr.set("descr", label)
    slide.shapes.add_textbox(0, 0, Cm(1), Cm(1)).name = "DIN:platt"
    slide.notes_slide.notes_text_frame.text = "Zeg dit."
    data = io.BytesIO()
    presentation.save(data)
    return data.getvalue()


def test_shapes_of_slides_are_filled_where_they_stand(update: Run) -> None:
    host = council_slides()
    ended = update(host, "--lang", "nl", name="dia.pptx")
    assert ended.status == 1
    assert "DIN:platt" in ended.out
    data = Path("nieuw.pptx").read_bytes()
    first, table, coverage, told, picture = Presentation(
        io.BytesIO(data)
    ).slides
    assert "D2" in first.placeholders[1].text_frame.text
    (frame,) = (each for each in table.shapes if each.has_table)
    assert frame.name == "DIN:tabel:T1"
    assert (frame.left, frame.width) == (Cm(1), Cm(23))
    efforts = frame.table.cell(1, 2).text
    assert efforts == "I1: Bouwen van een hal\n– I2: Vloer leggen"
    assert [each.has_table for each in coverage.shapes] == [False, True]
    assert [each.has_table for each in told.shapes] == [False, True]
    (drawn,) = (each for each in picture.shapes if each.name == "DIN:plaat")
    assert (drawn.left, drawn.width) == (Cm(1), Cm(23))
    assert "3 inspanningen" in drawn._element.nvPicPr.cNvPr.get("descr")
    was, new = parts(host), parts(data)
    touched = re.compile(r"ppt/slides/|\[Content")
    kept = [name for name in was if not touched.match(name)]
    assert [name for name in kept if new[name] != was[name]] == []
    assert update(data, name="dia.pptx").status == 1
    assert Path("nieuw.pptx").read_bytes() == data


def test_a_table_that_is_too_large_for_its_shape_says_how_much_is_shown(
    update: Run,
) -> None:
    goals = "\n".join(
        f"  - {{id: D{number}, tekst: Doel {number} met nog wat woorden}}"
        for number in range(1, 40)
    )
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(0, 0, Cm(20), Cm(10)).name = "DIN:tabel"
    data = io.BytesIO()
    presentation.save(data)
    Path("plan.din.yaml").write_text(f"doelen:\n{goals}\n", encoding="utf-8")
    ended = update(data.getvalue(), "--lang", "en", name="dia.pptx")
    shown = re.search(r"(\d+) of 39 rows fit", " ".join(ended.out.split()))
    assert shown
    (frame,) = Presentation("nieuw.pptx").slides[0].shapes
    assert len(frame.table.rows) == int(shown[1]) + 2
    last = frame.table.cell(int(shown[1]) + 1, 0).text
    assert last == f"… {shown[1]} of 39 rows stand here"
    heights = [row.height for row in frame.table.rows]
    assert sum(heights) <= Cm(10)


def test_a_table_on_a_slide_may_grow_after_powerpoint_made_it_as_high_as_its_rows(
    update: Run,
) -> None:
    presentation = Presentation(io.BytesIO(council_slides()))
    data = io.BytesIO()
    presentation.save(data)
    update(data.getvalue(), name="dia.pptx")
    presentation = Presentation("nieuw.pptx")
    (frame,) = (
        each for each in presentation.slides[1].shapes if each.has_table
    )
    frame.height = sum(row.height for row in frame.table.rows)
    presentation.save("dia.pptx")
    efforts = "".join(
        f"\n  - {{id: I{number}, tekst: Inspanning, voor: D1}}"
        for number in range(4, 9)
    )
    Path("plan.din.yaml").write_text(PLAN.rstrip() + efforts, encoding="utf-8")
    ended = update(Path("dia.pptx").read_bytes(), name="dia.pptx")
    assert "DIN:tabel:T1:" not in ended.out
    (frame,) = (
        each
        for each in Presentation("nieuw.pptx").slides[1].shapes
        if each.has_table
    )
    assert (
        "I8: Inspanning"
        in frame.table.cell(2, 2).text + frame.table.cell(1, 2).text
    )
