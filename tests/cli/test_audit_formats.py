"""Every format of a report on an audit tells the same, and holds whatever a document says."""

import io
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element as Node
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from jsonschema import Draft202012Validator
from lxml import etree, html
from openpyxl import load_workbook

from dinet.cli.options import AUDIT_FORMATS
from dinet.plugins import plugin_folder
from tests.cli.audited import checked_json, put_documents
from tests.cli.running import Run

DATA = Path(__file__).parents[1] / "data"
DOCUMENTS = ("water.docx", "bieb.din.yaml", "weg.docx", "plan.din.yaml")
OF_ONE = "docx"
"""A copy of the document with comments, so it is of one."""
OF_SEVERAL = tuple(form for form in AUDIT_FORMATS if form != OF_ONE)
LEVELS = {"error": "error", "warning": "warning", "note": "info"}
Counts = Counter[str]
"""How many findings there are of each level."""


@pytest.fixture(autouse=True)
def documents(run: Run) -> None:
    put_documents(Path())


def report(run: Run, form: str, *words: str) -> bytes:
    """The report on all documents in a format; on the first where it is of one."""
    target = Path(f"verslag.{form}")
    documents = DOCUMENTS[:1] if form == OF_ONE else DOCUMENTS
    run("audit", *documents, "--format", form, "-o", str(target), *words)
    return target.read_bytes()


def counts_in_text(data: bytes) -> Counts:
    words = {"FOUT": "error", "WAARSCHUWING": "warning", "TER INFO": "info"}
    counts: Counts = Counter()
    head = r"^([A-Z ]+)  D[A-Z]\d{3} \w+(?:  \((\d+)\))?"
    for level, summed in re.findall(head, data.decode(), re.MULTILINE):
        counts[words[level]] += int(summed or 1)
    return counts


def counts_in_json(data: bytes) -> Counts:
    told = [each for each in checked_json(data.decode()) if "findings" in each]
    listed = Counter(
        finding["severity"] for each in told for finding in each["findings"]
    )
    counted: Counts = Counter()
    for each in told:
        counted.update({level: each["counts"][level] for level in listed})
    assert counted == listed
    return listed


def counts_in_sarif(data: bytes) -> Counts:
    (run,) = json.loads(data)["runs"]
    return Counter(LEVELS[each["level"]] for each in run["results"])


def counts_in_junit(data: bytes) -> Counts:
    failures = fromstring(data).iter("failure")
    return Counter(each.attrib["type"] for each in failures)


def counts_in_github(data: bytes) -> Counts:
    commands = re.findall(r"^::(\w+) .*title=", data.decode(), re.MULTILINE)
    return Counter({"notice": "info"}.get(each, each) for each in commands)


def counts_in_md(data: bytes) -> Counts:
    words = {"fout": "error", "waarschuwing": "warning", "ter info": "info"}
    rows = re.findall(r"^\| ([a-z ]+) \| D[A-Z]\d{3} ", data.decode(), re.M)
    return Counter(words[row] for row in rows)


def counts_in_html(data: bytes) -> Counts:
    rows = html.fromstring(data.decode()).xpath("//tbody/tr/@class")
    return Counter(map(str, rows))


def counts_in_xlsx(data: bytes) -> Counts:
    words = {"fout": "error", "waarschuwing": "warning", "ter info": "info"}
    sheet = load_workbook(io.BytesIO(data))["Bevindingen"]
    rows = sheet.iter_rows(min_row=2, values_only=True)
    return Counter(words[str(row[2])] for row in rows)


def comments_in(data: bytes) -> list[str]:
    """The words of each comment in a Word document, a line for each paragraph."""
    with ZipFile(io.BytesIO(data)) as parts:
        root = etree.fromstring(parts.read("word/comments.xml"))
    paragraphs = (
        [
            etree.tostring(each, method="text", encoding="unicode")
            for each in comment
        ]
        for comment in root
    )
    return ["\n".join(lines) for lines in paragraphs]


def counts_in_docx(data: bytes) -> Counts:
    words = {"fout": "error", "waarschuwing": "warning", "ter info": "info"}
    heads = (
        re.match(r"D[A-Z]\d{3} · ([a-z ]+)", told)
        for told in comments_in(data)
    )
    return Counter(words[head[1].strip()] for head in heads if head)


COUNTERS: dict[str, Callable[[bytes], Counts]] = {
    "text": counts_in_text,
    "json": counts_in_json,
    "sarif": counts_in_sarif,
    "junit": counts_in_junit,
    "github": counts_in_github,
    "md": counts_in_md,
    "html": counts_in_html,
    "xlsx": counts_in_xlsx,
    "docx": counts_in_docx,
}


def test_every_format_counts_the_same_findings_of_several_documents(
    run: Run,
) -> None:
    assert set(COUNTERS) == set(AUDIT_FORMATS)
    counts = {form: COUNTERS[form](report(run, form)) for form in OF_SEVERAL}
    expected = counts["json"]
    assert all(expected[level] for level in ("error", "warning", "info"))
    assert counts == dict.fromkeys(OF_SEVERAL, expected)


STANDS = """
[[toetsing.uitzonderingen]]
regel = "DC101"
element = "Koelere pleinen"
reden = "De pleinen volgen in het volgende programma."
wie = "de stuurgroep"
datum = 2026-11-03
"""
ONLY_NEW = {"junit", "github"}
"""What fails a build lists neither what was found before nor what may stand."""
WITHOUT_WAIVED = {"json"}
"""Lists what may stand apart from the findings."""


@pytest.mark.parametrize("known", [(), ("--baseline", "eerst.json")])
@pytest.mark.parametrize(
    "choice",
    [(), ("--select", "DC"), ("--ignore", "DS", "--today", "2031-01-01")],
)
def test_every_format_tells_alike_what_is_new_known_or_may_stand(
    run: Run, choice: tuple[str, ...], known: tuple[str, ...]
) -> None:
    first = ("--select", "DS", "--select", "DC101", "-o", "eerst.json")
    run("audit", *DOCUMENTS, "--format", "json", *first)
    Path("dinet.toml").write_text(STANDS, encoding="utf-8")
    words = (*choice, *known)
    counts = {
        form: COUNTERS[form](report(run, form, *words)) for form in OF_SEVERAL
    }
    told = checked_json(report(run, "json", *words).decode())
    read = [each for each in told if "findings" in each]
    found = [one for each in read for one in each["findings"]]
    new = Counter(
        one["severity"] for one in found if one.get("standing") != "known"
    )
    waived = Counter(
        one["severity"] for each in read for one in each["waived"]
    )
    assert waived == {"error": 1}
    assert (sum(new.values()) < len(found)) == bool(known)
    for form, counted in counts.items():
        if form in ONLY_NEW:
            assert counted == new, form
        elif form not in WITHOUT_WAIVED:
            assert counted == counts["json"] + waived, form


def test_a_copy_with_comments_counts_what_json_counts(run: Run) -> None:
    run("audit", DOCUMENTS[0], "--format", "json", "-o", "een.json")
    counts = checked_json(Path("een.json").read_text("utf-8"))["counts"]
    counted = counts_in_docx(report(run, OF_ONE))
    assert counted["error"]
    assert counted["warning"]
    assert counted == {level: counts[level] for level in counted}


def test_every_file_of_the_folder_can_be_asked_for() -> None:
    files = plugin_folder("writers.audit").plugins
    assert {"text", "json", *files} == set(AUDIT_FORMATS)


@pytest.mark.no_cover
@pytest.mark.parametrize("form", AUDIT_FORMATS)
def test_every_report_says_by_what_it_was_made_and_what_was_not_read(
    run: Run, form: str
) -> None:
    text = text_of_report(report(run, form, "--today", "2027-05-01"), form)
    told = checked_json(report(run, "json").decode())
    if form == OF_ONE:
        told = told[:1]
    for document in told:
        if "sha256" in document:
            assert document["sha256"] in text
            assert document["version"] in text
        elif form != "text":  # the screen has said so already
            assert "weg.docx" in text
    assert "2027-05-01" in text


def text_of_report(data: bytes, form: str) -> str:
    """All that a report says."""
    if form == OF_ONE:
        return "\n".join(comments_in(data))
    return _words_of_workbook(data) if form == "xlsx" else data.decode()


def _words_of_workbook(data: bytes) -> str:
    book = load_workbook(io.BytesIO(data))
    return "\n".join(
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
    )


@pytest.mark.no_cover
@pytest.mark.parametrize("form", AUDIT_FORMATS)
def test_a_report_is_the_same_bytes_each_time(run: Run, form: str) -> None:
    assert report(run, form) == report(run, form)


def test_sarif_is_as_its_standard_says(run: Run) -> None:
    log = json.loads(report(run, "sarif"))
    schema = json.loads((DATA / "sarif.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(log)
    (made,) = log["runs"]
    rules = made["tool"]["driver"]["rules"]
    for result in made["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        where = result["locations"][0]["physicalLocation"]["artifactLocation"]
        artifact = made["artifacts"][where["index"]]
        assert artifact["location"]["uri"] == where["uri"]
    assert made["invocations"][0]["executionSuccessful"] is False
    assert made["invocations"][0]["exitCode"] == 66


def test_sarif_points_at_the_line_of_a_native_file(run: Run) -> None:
    (made,) = json.loads(report(run, "sarif"))["runs"]
    lines = {
        place["physicalLocation"]["region"]["startLine"]
        for result in made["results"]
        for place in result["locations"]
        if place["physicalLocation"]["artifactLocation"]["uri"]
        == "bieb.din.yaml"
    }
    assert lines == {6, 8}  # as an editor counts them


def test_junit_is_as_its_schema_says_and_its_numbers_are_true(
    run: Run,
) -> None:
    data = report(run, "junit")
    schema = etree.XMLSchema(etree.parse(DATA / "junit.xsd"))
    schema.assertValid(etree.fromstring(data))
    suites = fromstring(data)
    assert [suite.attrib["name"] for suite in suites] == list(DOCUMENTS)
    for suite in suites:
        assert _numbers(suite) == {
            "tests": len(suite.findall("testcase")),
            "failures": len(suite.findall("testcase/failure")),
            "errors": len(suite.findall("testcase/error")),
            "skipped": len(suite.findall("testcase/skipped")),
        }
    assert suites[2].find("testcase/error") is not None


def _numbers(suite: Node) -> dict[str, int]:
    names = ("tests", "failures", "errors", "skipped")
    return {name: int(suite.attrib[name]) for name in names}


def test_words_of_a_document_give_no_command_to_a_build_server(
    run: Run,
) -> None:
    lines = report(run, "github").decode().splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert all(
        re.match(r"::(error|warning|notice) file=", line) for line in commands
    )
    assert not any("::error::" in line[2:] for line in lines if line)


def test_words_of_a_document_stay_words_in_a_page_and_a_table(
    run: Run,
) -> None:
    page = report(run, "html").decode()
    assert "<b>1" not in page
    assert (
        "=In 2030 is <b>1 op de 3</b> inwoners"
        in html.fromstring(page).text_content()
    )
    assert "<script" not in page
    assert "http" not in re.sub(r'http-equiv="', "", page)
    table = report(run, "md").decode()
    assert "<b>" not in table
    assert r"\| & " not in table


def sheet_of(data: bytes, title: str) -> Any:
    return load_workbook(io.BytesIO(data))[title]


def test_the_workbook_can_be_filtered_and_leaves_room_for_both_sides(
    run: Run,
) -> None:
    sheet = sheet_of(report(run, "xlsx"), "Bevindingen")
    heads = [cell.value for cell in sheet[1]]
    assert heads[-2:] == ["Reactie", "Oordeel"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:K{sheet.max_row}"
    quotes = [
        str(row[heads.index("Woorden van het document")].value)
        for row in sheet.iter_rows(min_row=2)
    ]
    assert "Koelere pleinen" in quotes
    for row in sheet.iter_rows(min_row=2):
        assert all(cell.data_type in "sn" for cell in row)
        assert [cell.value for cell in row[-2:]] == [None, None]


def test_a_formula_in_a_document_is_text_in_the_workbook(run: Run) -> None:
    Path("plan.din.yaml").write_text(
        "doelen:\n- =HYPERLINK(A1)\n- '@SUM(A1)'\n- tekst: Rust\n"
        "  inspanningen: [Lampen doven]\n",
        encoding="utf-8",
    )
    sheet = sheet_of(report(run, "xlsx"), "Bevindingen")
    cells = [
        cell
        for row in sheet.iter_rows(min_row=2)
        for cell in row
        if str(cell.value).startswith(("=", "@"))
    ]
    assert cells
    assert {(cell.data_type, cell.quotePrefix) for cell in cells} == {
        ("s", True)
    }


def test_a_text_longer_than_a_cell_leaves_the_workbook_whole(
    run: Run,
) -> None:
    Path("plan.din.yaml").write_text(
        f"doelen:\n- {'😀' * 40_000}\n- tekst: Rust\n"
        "  inspanningen: [Lampen doven]\n",
        encoding="utf-8",
    )
    sheet = sheet_of(report(run, "xlsx"), "Bevindingen")
    assert any(
        str(cell.value).endswith("😀…")
        for row in sheet.iter_rows()
        for cell in row
    )


@pytest.mark.parametrize("form", ["xlsx", OF_ONE])
def test_an_office_file_is_not_for_the_screen(run: Run, form: str) -> None:
    ended = run("audit", "water.docx", "--format", form)
    assert (ended.status, ended.out) == (2, "")
    assert "-o" in ended.err


def test_documents_that_are_called_alike_are_told_apart(run: Run) -> None:
    for folder in ("noord", "zuid"):
        Path(folder).mkdir()
        put_documents(Path(folder))
    told = run("audit", "noord/water.docx", "zuid/water.docx").out
    assert "noord/water.docx: 3 doelen" in told
    assert "zuid/water.docx: 3 doelen" in told


def test_a_report_without_names_has_no_path_either(run: Run) -> None:
    Path("kim").mkdir()
    plan = "doelen: [{tekst: Rust, trekker: Kim de Wit}, Meer groen]"
    Path("kim/plan Kim de Wit.din.yaml").write_text(plan, encoding="utf-8")
    for form in ("sarif", "github", "json"):
        told = run(
            *("audit", "kim/plan Kim de Wit.din.yaml", "--format", form),
            *("--redact", "owners", "-o", "uit"),
        )
        assert told.status < 2
        assert "Kim" not in Path("uit").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", sorted(set(AUDIT_FORMATS) - {"text"}))
def test_a_rule_of_ones_own_that_could_not_be_applied_is_told_in_each_report(
    run: Run, form: str
) -> None:
    Path("dinet.toml").write_text(
        '[regels.EIGEN7]\nvraag = "inspanningen voor doel D77"\n',
        encoding="utf-8",
    )
    text = text_of_report(report(run, form), form)
    assert "D77" in text
    assert "EIGEN7" in run("audit", *DOCUMENTS).err


DIVIDED = """
doelen: [{id: D1, tekst: Meer sport}]
inspanningen:
  - {id: I1, tekst: Hal bouwen, voor: D1, trekker: Sport | Spel, fase: uitvoering, budget: € 500}
  - {id: I2, tekst: Veld leggen, voor: D1, trekker: Wijk, budget: p.m.}
"""


def test_every_report_for_people_divides_the_efforts_alike(run: Run) -> None:
    Path("verdeeld.din.yaml").write_text(DIVIDED, encoding="utf-8")
    told = []
    for way in ("owner", "phase", "money"):
        ended = run("query", "coverage", "--by", way, "verdeeld.din.yaml")
        lines = [line.strip() for line in ended.out.splitlines() if line]
        told += [line.rpartition(": ")[2] for line in lines]
    assert {"Sport | Spel", "uitvoering", "€ 500", "1 (I2)"} <= set(told)
    for form in ("md", "html", "xlsx"):
        target = Path(f"verdeeld.{form}")
        run("audit", "verdeeld.din.yaml", "--format", form, "-o", str(target))
        text = words_in(target)
        assert [words for words in told if words not in text] == []


def words_in(path: Path) -> str:
    """The words of a report, with plain spaces."""
    if path.suffix == ".xlsx":
        sheets = load_workbook(path).worksheets
        texts = [
            f"{sheet.title} {cell.value}"
            for sheet in sheets
            for row in sheet.iter_rows()
            for cell in row
        ]
        words = " ".join(texts)
    elif path.suffix == ".html":
        words = html.fromstring(path.read_bytes()).text_content()
    else:
        words = path.read_text(encoding="utf-8").replace("\\", "")
    return " ".join(words.split())
