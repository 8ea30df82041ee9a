"""``dinet compare``: what two documents say otherwise, for people and programs."""

import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from tests.cli.running import Run

WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
OLD = """\
doelen:
  - tekst: Een veilig centrum
    smart-doelen:
      - tekst: In 2026 voelt 80% van de bezoekers zich veilig.
        inspanningen: [Lantaarns vervangen in de winkelstraten]
"""
NEW = """\
doelen:
  - tekst: Bezoekers zijn veilig in het centrum
    smart-doelen:
      - tekst: In 2027 voelt 70% van de bezoekers zich veilig.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def documents(folder: Path) -> tuple[str, str]:
    for name, text in (("oud", OLD), ("nieuw", NEW)):
        (folder / f"{name}.din.yaml").write_text(text, encoding="utf-8")
    return "oud.din.yaml", "nieuw.din.yaml"


def test_people_read_what_is_gone_and_what_asks_less(
    run: Run, folder: Path
) -> None:
    ended = run("compare", *documents(folder))
    assert ended.status == 0
    assert "Vervallen (1)\n  I1 Lantaarns" in ended.out
    assert "    waarde: 80% → 70% (zachter)\n" in ended.out
    assert "    termijn: In 2026 → In 2027 (later)\n" in ended.out
    assert "(1 inspanning) → geen" in ended.out


def test_a_check_fails_on_the_change_that_it_looks_for(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    statuses = [
        run("compare", old, new, "--fail-on", change).status
        for change in ("softer", "vervallen", "vanished", "earlier", "any")
    ]
    assert statuses == [1, 1, 1, 0, 1]
    assert run("compare", old, old, "--fail-on", "any").status == 0


def test_a_file_with_pairs_settles_what_is_the_same(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    (folder / "paren.yaml").write_text(
        'paren:\n  - oud: "Een veilig centrum"\n    nieuw: "-"\n',
        encoding="utf-8",
    )
    ended = run(
        "compare", old, new, "--pairs", "paren.yaml", "--format", "json"
    )
    told = json.loads(ended.out)
    assert "D1" in [element["id"] for element in told["gone"]]
    assert "D1" in [element["id"] for element in told["new"]]


def test_a_file_with_pairs_that_names_nothing_is_refused_at_its_line(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    (folder / "paren.yaml").write_text(
        'paren:\n  - oud: "Iets anders"\n    nieuw: "-"\n', encoding="utf-8"
    )
    ended = run("compare", old, new, "--pairs", "paren.yaml")
    assert ended.status == 65
    assert "paren.yaml:2:" in ended.err
    assert "Iets anders" in ended.err


def test_the_page_marks_words_that_changed_and_runs_nothing(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    text = (folder / new).read_text(encoding="utf-8")
    hostile = text.replace("in het centrum", "<script>alert(1)</script>")
    (folder / new).write_text(hostile, encoding="utf-8")
    ended = run("compare", old, new, "--format", "html", "-o", "was.html")
    page = (folder / "was.html").read_text(encoding="utf-8")
    assert (ended.status, ended.out) == (0, "")
    assert "<del>80%</del> " in page
    assert "<ins>70%</ins> " in page
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert run("compare", old, new, "-o", old).status != 0


def test_the_word_document_tracks_what_changed(run: Run, folder: Path) -> None:
    old, new = documents(folder)
    assert run("compare", old, new, "--format", "docx").status == 2
    ended = run("compare", old, new, "--format", "docx", "-o", "was.docx")
    assert ended.status == 0
    with zipfile.ZipFile(folder / "was.docx") as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    heads = body.xpath("//w:tr[w:trPr/w:tblHeader]//w:p", namespaces=WORD)
    assert heads
    assert all(
        head.xpath("w:pPr/w:keepNext", namespaces=WORD) for head in heads
    )
    # the target also stands among the aims that are covered otherwise
    (target,) = body.xpath(
        "//w:p[w:ins and contains(string(), 'zich veilig')]", namespaces=WORD
    )
    texts = "./w:{}//w:*[self::w:t or self::w:delText]/text()".format
    assert target.xpath(texts("ins"), namespaces=WORD) == ["2027 ", "70% "]
    assert target.xpath(texts("del"), namespaces=WORD) == ["2026 ", "80% "]


def test_the_workbook_has_a_row_for_each_difference(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    (folder / new).write_text(
        NEW.replace("Bezoekers zijn", '"=1+1 Bezoekers zijn').replace(
            "centrum", 'centrum"', 1
        ),
        encoding="utf-8",
    )
    run("compare", old, new, "--format", "xlsx", "-o", "was.xlsx")
    sheet = openpyxl.load_workbook(folder / "was.xlsx").active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("Wat", "Was")
    assert "I1 Lantaarns vervangen in de winkelstraten" in {
        row[1] for row in rows
    }
    assert {cell.data_type for row in sheet for cell in row}.isdisjoint(
        {"f", "e"}
    )


def test_three_versions_are_told_as_the_lives_of_elements(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    last = NEW.replace("In 2027 voelt 70%", "In 2028 voelt <b>75%</b>")
    (folder / "later.din.yaml").write_text(last, encoding="utf-8")
    versions = old, new, "later.din.yaml"
    ended = run("compare", *versions)
    assert ended.status == 0
    assert "  nieuw.din.yaml: vervallen\n" in ended.out
    assert "    waarde: 80% → 70% (zachter)\n" in ended.out
    assert "Doelen en SMART-doelen met een inspanning: 2/2 → 0/2 → 0/2" in (
        ended.out
    )
    told = json.loads(run("compare", *versions, "--format", "json").out)
    assert [step["sums"]["gone"] for step in told["steps"]] == [1, 0]
    asked = [
        [state.get("asked") for state in life["states"]]
        for life in told["lives"]
        if life["kind"] == "target"
    ]
    assert [years[0] for years in asked] == [["80%", "In 2026"]]
    page = run("compare", *versions, "--format", "html").out
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    run("compare", *versions, "--format", "xlsx", "-o", "jaren.xlsx")
    book = openpyxl.load_workbook(folder / "jaren.xlsx")
    assert [cell.value for cell in book.worksheets[0][1]][1:] == list(versions)
    assert run("compare", *versions, "--format", "docx").status == 2
    assert run("compare", *versions, "--stop", "I1").status == 2
    assert run("compare", *versions, "--fail-on", "softer").status == 1


def test_an_amendment_is_told_before_it_is_voted(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    text = "In 2027 voelt 75% van de bezoekers zich veilig."
    ended = run("compare", old, "--stop", "I1", "--change", f"S1={text}")
    assert ended.status == 0
    assert "Vervallen (1)\n  I1 Lantaarns" in ended.out
    assert "waarde: 80% → 75% (zachter)" in ended.out
    assert "oud.din.yaml met het amendement" in ended.out
    assert "(1 inspanning) → " in ended.out
    assert run("compare", old, "--stop", "I9").status == 2
    assert run("compare", old, new, "--stop", "I1").status == 2
    assert run("compare", old).status == 2
    assert run("compare", old, "--change", "S1").status == 2


def test_a_person_without_a_name_has_one_number_in_all_versions(
    run: Run, folder: Path
) -> None:
    efforts = {
        "oud": "[{tekst: Rijden, trekker: Anna Vos}, {tekst: Varen, trekker: Piet Proef}]",
        "nieuw": "[{tekst: Varen, trekker: Piet Proef}, {tekst: Rijden, trekker: Karel Smit}]",
    }
    for name, text in efforts.items():
        path = folder / f"{name}.din.yaml"
        path.write_text(f"inspanningen: {text}\n", encoding="utf-8")
    both = "oud.din.yaml", "nieuw.din.yaml"
    told = run("compare", *both, "--redact", "owners").out
    assert "trekker: [naam 1] → [naam 3]" in told
    assert told.count("trekker:") == 1
    run(
        "build", both[1], "--since", both[0], "--redact", "owners", "-o", "out"
    )
    page = (folder / "out" / "nieuw.html").read_text(encoding="utf-8")
    assert "[naam 1] → [naam 3]" in page
    assert not any(name in page for name in ("Vos", "Proef", "Smit"))


def test_a_form_of_doubts_settles_only_what_is_filled_in(
    run: Run, folder: Path
) -> None:
    old, new = documents(folder)
    proposed = "Winkelend publiek loopt zonder zorgen door een veilig hart van de stad"
    (folder / new).write_text(
        NEW.replace("Bezoekers zijn veilig in het centrum", proposed),
        encoding="utf-8",
    )
    form = folder / "nieuw.paren.yaml"
    run("compare", old, new, "--format", "yaml", "-o", form.name)
    told = form.read_text(encoding="utf-8")
    assert (
        '  - oud: "Een veilig centrum"\n    voorstel: "Winkelend publiek'
        in told
    )

    def unsettled() -> dict[str, str]:
        ended = run(
            "compare", old, new, "--pairs", form.name, "--format", "json"
        )
        pairs = json.loads(ended.out)["pairs"]
        return {pair["old"]["id"]: pair["ground"] for pair in pairs}

    assert unsettled()["D1"] != "settled"
    filled = told.replace(
        f'voorstel: "{proposed}"\n    nieuw:', f'nieuw: "{proposed}"'
    )
    form.write_text(filled, encoding="utf-8")
    assert unsettled()["D1"] == "settled"
    form.write_text(
        told.replace("    nieuw:\n", '    nieuw: "-"\n', 1), encoding="utf-8"
    )
    assert "D1" not in unsettled()
