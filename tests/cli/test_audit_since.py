"""An audit beside the older version of a document: what was there already fails nothing."""

import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from openpyxl import load_workbook

from tests.cli.audited import checked_json, put_documents
from tests.cli.running import Run

DATA = Path(__file__).parents[1] / "data"

OLD = """
    doelen:
      - tekst: Rust op straat
        inspanningen: [Lantaarns doven na middernacht]
      - Meer bos rond de dorpen
      - Een levendige haven
"""
NEW = """
    doelen:
      - De heide blijft open
      - tekst: Rust op straat
        inspanningen: [Lantaarns doven na middernacht]
      - Rond de dorpen groeit meer bos
"""
BESIDE = ("--since", "oud.din.yaml", "--select", "DC101")


@pytest.fixture(autouse=True)
def versions(run: Run) -> None:
    Path("oud.din.yaml").write_text(OLD, encoding="utf-8")
    Path("nieuw.din.yaml").write_text(NEW, encoding="utf-8")


def test_a_finding_is_known_however_its_element_is_numbered_and_worded(
    run: Run,
) -> None:
    ended = run("audit", "nieuw.din.yaml", *BESIDE, "--format", "json")
    told = checked_json(ended.out)
    standings = {
        each["words"][0]: each["standing"] for each in told["findings"]
    }
    assert standings == {
        "De heide blijft open": "new",
        "Rond de dorpen groeit meer bos": "known",
    }
    since = {"document": "oud.din.yaml", "solved": 1}
    assert told["filters"]["since"] == since
    assert ended.status == 1


def test_every_report_tells_what_stood_in_the_older_version(run: Run) -> None:
    for form in ("text", "md", "html", "github"):
        told = run("audit", "nieuw.din.yaml", *BESIDE, "--format", form).out
        assert told.count("stond al in oud.din.yaml") == 1, form
    told = " ".join(run("audit", "nieuw.din.yaml", *BESIDE).out.split())
    assert "nieuw sinds oud.din.yaml: 1, stond er al: 1, opgelost: 1" in told


SOLVED = """
    doelen:
      - tekst: Meer bos rond de dorpen
        inspanningen: [Bomen planten]
      - Een levendige haven
"""


def test_what_only_the_older_version_has_is_listed_with_why_it_is_gone(
    run: Run,
) -> None:
    Path("nieuw.din.yaml").write_text(SOLVED, encoding="utf-8")
    older = OLD.replace(
        "Een levendige haven", "Een levendige haven\n      - Rust"
    )
    Path("oud.din.yaml").write_text(older, encoding="utf-8")
    ended = run("audit", "nieuw.din.yaml", *BESIDE, "--format", "json")
    told = checked_json(ended.out)
    assert [
        (each["words"], each["left"], each["standing"], each["places"])
        for each in told["solved"]
    ] == [
        (
            ["Meer bos rond de dorpen"],
            False,
            "solved",
            [{"file": "oud.din.yaml", "line": 5}],
        ),
        (["Rust"], True, "solved", [{"file": "oud.din.yaml", "line": 7}]),
    ]
    assert told["filters"]["since"]["solved"] == len(told["solved"])
    for form in ("text", "md", "html"):
        shown = run("audit", "nieuw.din.yaml", *BESIDE, "--format", form).out
        shown = " ".join(shown.split())
        assert "Opgeloste bevindingen" in shown, form
    for form in ("text", "md", "html", "github"):
        shown = run("audit", "nieuw.din.yaml", *BESIDE, "--format", form).out
        shown = " ".join(shown.split())
        assert shown.count("was er in oud.din.yaml; opgelost") == 1, form
        assert shown.count("was er in oud.din.yaml; alleen weg") == 1, form


def test_the_workbook_has_a_sheet_of_what_is_solved(run: Run) -> None:
    Path("nieuw.din.yaml").write_text(SOLVED, encoding="utf-8")
    run(
        "audit",
        "nieuw.din.yaml",
        *BESIDE,
        "--format",
        "xlsx",
        "-o",
        "uit.xlsx",
    )
    sheet = load_workbook("uit.xlsx")["Opgeloste bevindingen"]
    (headings, row) = sheet.iter_rows(values_only=True)
    assert headings[-1] == "Stand"
    assert row[4:] == (
        "D2",
        "Doel D2 heeft geen inspanning: niets in het programma werkt eraan.",
        "Meer bos rond de dorpen",
        "oud.din.yaml, regel 5",
        "was er in oud.din.yaml; opgelost",
    )


def test_build_servers_and_editors_are_told_what_is_solved(run: Run) -> None:
    Path("nieuw.din.yaml").write_text(SOLVED, encoding="utf-8")
    older = OLD.replace("haven", "haven\n      - Rust")
    Path("oud.din.yaml").write_text(older, encoding="utf-8")
    log = json.loads(
        run("audit", "nieuw.din.yaml", *BESIDE, "--format", "sarif").out
    )
    schema = json.loads((DATA / "sarif.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(log)
    results = log["runs"][0]["results"]
    states = [
        (each["baselineState"], each["properties"]["words"])
        for each in results
    ]
    assert states == [
        ("unchanged", "Een levendige haven"),
        ("absent", "Meer bos rond de dorpen"),
        ("absent", "Rust"),
    ]
    (place,) = results[1]["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "oud.din.yaml"},
        "region": {"startLine": 5},
    }
    told = run("audit", "nieuw.din.yaml", *BESIDE, "--format", "junit").out
    junit = etree.fromstring(told.encode())
    etree.XMLSchema(etree.parse(DATA / "junit.xsd")).assertValid(junit)
    cases = {
        case.get("name"): len(case.findall("skipped"))
        for case in junit.iter("testcase")
        if "was er in" in (case.get("name") or "")
    }
    assert list(cases.values()) == [0, 1]
    assert "DC101 D2: was er in oud.din.yaml; opgelost" in cases


def test_the_first_comment_in_a_copy_lists_what_is_solved(run: Run) -> None:
    put_documents(Path())
    older = """
        doelen:
          - tekst: Rust op straat
            inspanningen: [Lantaarns doven na middernacht]
          - Een levendige haven
    """
    Path("oud.din.yaml").write_text(older, encoding="utf-8")
    wishes = (*BESIDE, "--format", "docx", "-o", "uit.docx")
    run("audit", "water.docx", *wishes)
    with ZipFile("uit.docx") as archive:
        told = archive.read("word/comments.xml").decode()
    assert told.count("was er in oud.din.yaml;") == 1
    assert told.index("was er in oud.din.yaml;") < told.index("</w:comment>")


def test_names_are_left_out_of_what_is_solved(run: Run) -> None:
    older = """
        doelen:
          - tekst: Rust op straat
            inspanningen: [{tekst: Lantaarns doven, trekker: Noor Zandberg}]
          - Noor Zandberg spreekt de buurt vaker
    """
    Path("oud.din.yaml").write_text(older, encoding="utf-8")
    wishes = (*BESIDE, "--format", "json")
    plain = run("audit", "nieuw.din.yaml", *wishes)
    assert "Noor Zandberg" in plain.out
    redacted = run("audit", "nieuw.din.yaml", *wishes, "--redact", "owners")
    assert "Noor Zandberg" not in redacted.out
    count = [
        len(checked_json(ended.out)["solved"]) for ended in (plain, redacted)
    ]
    assert count[0] == count[1] > 0


def test_a_version_beside_itself_has_nothing_new(run: Run) -> None:
    ended = run("audit", "oud.din.yaml", "--since", "oud.din.yaml")
    assert ended.status == 0
    assert "nieuw sinds oud.din.yaml: 0" in " ".join(ended.out.split())


def test_two_documents_have_no_one_older_version(run: Run) -> None:
    ended = run("audit", "oud.din.yaml", "nieuw.din.yaml", *BESIDE)
    assert ended.status == 2
    assert "--since is voor één document" in ended.err
