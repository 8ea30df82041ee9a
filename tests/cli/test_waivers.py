"""Findings that may stand: with a reason they are listed apart and fail nothing."""

import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from dinet import read
from dinet.application import build_results
from tests.cli.audited import checked_json, put_documents
from tests.cli.running import Run

PLAN = """
doelen:
  - tekst: Rust
    inspanningen: [Lampen doven]
  - tekst: Meer egels
  - tekst: Meer uilen
"""
OWN = """
uitzonderingen:
  - regel: DC101
    element: D2
    reden: De egels volgen in het plan van de provincie.
    wie: de stuurgroep
    datum: 2026-11-03
"""
SETTLED = """
[[toetsing.uitzonderingen]]
regel = "goal_without_effort"
element = "meer egels."
reden = "De egels volgen in het plan van de provincie."
wie = "de stuurgroep"
datum = 2026-11-03
"""


def put(plan: str, settings: str = "") -> None:
    Path("p.din.yaml").write_text(plan, encoding="utf-8")
    if settings:
        Path("dinet.toml").write_text(settings, encoding="utf-8")


def told(run: Run, *words: str) -> dict[str, Any]:
    documents = [word for word in words if not word.startswith("-")]
    names = documents or ["p.din.yaml"]
    options = [word for word in words if word.startswith("-")]
    out = run("audit", *names, "--format", "json", *options).out
    data: dict[str, Any] = checked_json(out)
    return data


def unsound(data: dict[str, Any]) -> list[str]:
    return [
        each["message"] for each in data["findings"] if each["code"] == "DX907"
    ]


@pytest.mark.parametrize(
    ("plan", "settings"), [(PLAN + OWN, ""), (PLAN, SETTLED)]
)
def test_a_finding_with_a_reason_stands_apart(
    run: Run, plan: str, settings: str
) -> None:
    put(PLAN)
    before = told(run)["counts"]
    put(plan, settings)
    data = told(run)
    (waived,) = data["waived"]
    assert (waived["code"], waived["words"]) == ("DC101", ["Meer egels"])
    assert waived["waiver"] == {
        "reason": "De egels volgen in het plan van de provincie.",
        "who": "de stuurgroep",
        "date": "2026-11-03",
    }
    assert data["counts"] == before | {
        "error": before["error"] - 1,
        "waived": 1,
    }
    assert unsound(data) == []


@pytest.mark.parametrize(
    "form", ["text", "sarif", "junit", "github", "md", "html", "xlsx"]
)
def test_every_report_lists_what_is_waived_with_its_reason(
    run: Run, form: str
) -> None:
    put(PLAN + OWN)
    run("audit", "p.din.yaml", "--format", form, "-o", f"uit.{form}")
    data = Path(f"uit.{form}").read_bytes()
    if form == "xlsx":
        sheet = load_workbook(f"uit.{form}")["Bevindingen"]
        data = "\n".join(
            str(cell.value) for row in sheet.iter_rows() for cell in row
        ).encode()
    text = " ".join(data.decode().split())
    assert "De egels volgen in het plan van de provincie." in text
    assert "de stuurgroep, 2026-11-03" in text


@pytest.mark.parametrize("form", ["html", "report_html"])
def test_a_page_and_a_report_of_the_programme_list_what_is_waived(
    run: Run, form: str
) -> None:
    put(PLAN + OWN)
    run("write", "p.din.yaml", "--format", form, "-o", "uit.html")
    text = " ".join(Path("uit.html").read_text(encoding="utf-8").split())
    (listed,) = re.findall(r"<details class=.waived.*?</details>", text)
    assert "De egels volgen in het plan van de provincie." in listed
    assert "de stuurgroep, 2026-11-03" in listed
    assert "D2" in listed
    assert "D3" not in listed
    put(PLAN)
    run("write", "p.din.yaml", "--format", form, "-o", "uit.html")
    without = Path("uit.html").read_text(encoding="utf-8")
    assert "<details class=waived" not in without.replace('"', "")


@pytest.mark.parametrize("form", ["md", "docx", "pptx"])
def test_markdown_annex_and_slides_list_what_is_waived(
    run: Run, form: str
) -> None:
    put(PLAN + OWN)
    run("write", "p.din.yaml", "--format", form, "-o", f"uit.{form}")
    text = words_in(Path(f"uit.{form}"))
    assert "Uitgezonderde bevindingen" in text
    assert "De egels volgen in het plan van de provincie." in text
    assert "(de stuurgroep, 2026-11-03)" in text
    put(PLAN)
    run("write", "p.din.yaml", "--format", form, "-o", f"zonder.{form}")
    assert "Uitgezonderde" not in words_in(Path(f"zonder.{form}"))


def test_an_annex_with_waived_findings_is_read_back_as_it_was(
    run: Run,
) -> None:
    for name, plan in {"met": PLAN + OWN, "zonder": PLAN}.items():
        put(plan)
        run("write", "p.din.yaml", "--format", "docx", "-o", f"{name}.docx")
        Path(name).mkdir()
        Path(f"{name}.docx").rename(Path(name) / "bijlage.docx")
    annexes = ["met/bijlage.docx", "zonder/bijlage.docx"]
    with_waiver, without = map(read, annexes)
    assert with_waiver.elements == without.elements
    assert with_waiver.links == without.links


def words_in(path: Path) -> str:
    """The words of a written file, on one line."""
    if path.suffix == ".docx":
        with ZipFile(path) as archive:
            body = archive.read("word/document.xml").decode()
        pieces = [re.sub("<[^>]*>", " ", body)]
    elif path.suffix == ".pptx":
        pieces = [
            cell.text
            for slide in Presentation(str(path)).slides
            for shape in slide.shapes
            for cell in cells_of(shape)
        ]
    else:
        pieces = [path.read_text(encoding="utf-8")]
    return " ".join(" ".join(pieces).split())


def cells_of(shape: Any) -> list[Any]:
    if shape.has_table:
        return list(shape.table.iter_cells())
    return [shape.text_frame] if shape.has_text_frame else []


def test_what_is_waived_does_not_fail(run: Run) -> None:
    put(PLAN, SETTLED.replace('element = "meer egels."', ""))
    assert [each["words"] for each in told(run)["waived"]] == [
        ["Meer egels"],
        ["Meer uilen"],
    ]
    assert run("audit", "p.din.yaml").status == 0


@pytest.mark.parametrize(
    ("plan", "settings"),
    [
        (PLAN + OWN.replace("    reden: De", "    # De"), ""),
        (PLAN, SETTLED.replace("reden =", "# reden =")),
        (PLAN, SETTLED.replace('"De egels volgen', '" "#')),
    ],
)
def test_a_waiver_without_a_reason_waives_nothing_and_is_a_finding(
    run: Run, plan: str, settings: str
) -> None:
    put(plan, settings)
    data = told(run)
    assert data["waived"] == []
    (message,) = unsound(data)
    assert "geeft geen reden" in message


@pytest.mark.parametrize(
    ("plan", "settings", "file"),
    [(PLAN + OWN, "", "p.din.yaml"), (PLAN, SETTLED, "dinet.toml")],
)
def test_a_waiver_that_waives_nothing_any_more_is_a_finding_at_its_file(
    run: Run, plan: str, settings: str, file: str
) -> None:
    put(plan.replace("Meer egels", "Meer egels\n    inspanningen: [Hagen]"))
    if settings:
        put(
            plan.replace("egels", "egels\n    inspanningen: [Hagen]"), settings
        )
    data = told(run)
    (message,) = unsound(data)
    assert "zondert niets meer uit" in message
    (place,) = [
        each["places"][0]
        for each in data["findings"]
        if each["code"] == "DX907"
    ]
    assert place["file"] == file


def test_a_waiver_of_a_rule_that_was_not_applied_is_not_stale(
    run: Run,
) -> None:
    put(PLAN, SETTLED)
    data = told(run, "--select=DM,DX")
    assert data["findings"] == []
    assert data["waived"] == []


def test_a_waiver_of_no_rule_is_a_finding(run: Run) -> None:
    put(PLAN, SETTLED.replace("goal_without_effort", "doel_zonder"))
    (message,) = unsound(told(run))
    assert "zo’n regel is er niet" in message


def test_a_waiver_of_the_folder_is_stale_only_when_no_document_needs_it(
    run: Run,
) -> None:
    put_documents(Path())
    put(PLAN, SETTLED)
    out = run(
        *("audit", "p.din.yaml", "bieb.din.yaml", "--format", "json"),
    ).out
    assert [unsound(each) for each in checked_json(out)] == [[], []]
    out = run(
        *("audit", "water.docx", "bieb.din.yaml", "--format", "json"),
    ).out
    first, last = checked_json(out)
    assert unsound(first) == []
    assert len(unsound(last)) == 1


def test_a_waiver_for_one_document_holds_for_no_other(run: Run) -> None:
    put(PLAN, SETTLED + 'document = "ander.din.yaml"\n')
    data = told(run)
    assert data["waived"] == []
    assert unsound(data) == []
    Path("ander.din.yaml").write_text(PLAN, encoding="utf-8")
    assert len(told(run, "ander.din.yaml")["waived"]) == 1


def test_a_waiver_can_name_both_ends_of_a_link(run: Run) -> None:
    plan = "doelen: [{id: D1, tekst: Rust, draagt-bij-aan: D1}]\n"
    put(plan)
    assert "DS004" in {each["code"] for each in told(run)["findings"]}
    put(
        plan,
        SETTLED.replace("goal_without_effort", "DS004").replace(
            "meer egels.", "D1 → D1"
        ),
    )
    data = told(run)
    assert [each["code"] for each in data["waived"]] == ["DS004"]


def test_a_waiver_shows_no_name_when_names_are_left_out(run: Run) -> None:
    plan = PLAN.replace(
        "  - tekst: Rust", "  - tekst: Rust\n    trekker: Kim de Wit"
    )
    settings = SETTLED.replace("de stuurgroep", "Bo Jansen").replace(
        "De egels", "Kim de Wit zegt: de egels"
    )
    put(plan, settings)
    ended = run(
        "audit", "p.din.yaml", "--redact", "owners", "--format", "json"
    )
    (waived,) = checked_json(ended.out)["waived"]
    assert "Kim" not in ended.out
    assert waived["waiver"]["who"] == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SETTLED.replace("reden", "redn"), "redn"),
        (SETTLED.replace("regel", "document"), "regel"),
        ('[toetsing]\nuitzonderingen = "DC"', "uitzonderingen"),
    ],
)
def test_a_waiver_that_cannot_be_understood_is_told_with_its_file(
    run: Run, text: str, said: str
) -> None:
    put(PLAN, text)
    ended = run("audit", "p.din.yaml")
    assert ended.status == 2
    assert ended.err.startswith("dinet.toml: ")
    assert said in ended.err


def test_waivers_come_back_from_a_workbook(run: Run) -> None:
    put(PLAN + OWN)
    run("write", "p.din.yaml", "--format", "xlsx", "-o", "p.xlsx")
    (first,), (back,) = told(run)["waived"], told(run, "p.xlsx")["waived"]
    assert back["waiver"] == first["waiver"]
    assert back["words"] == first["words"]


CHOSEN = """
[toetsing]
negeer = ["DC103"]
[toetsing.niveaus]
DC101 = "info"
"""


@pytest.mark.parametrize("form", ["md", "html"])
def test_build_and_write_tell_the_findings_that_count_in_the_audit(
    run: Run, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_results, "BUILT", {"json": ".json"})
    put(PLAN + OWN, CHOSEN)
    data = told(run)
    assert data["counts"]["error"] == 0
    assert data["counts"]["waived"] == 1
    run("write", "p.din.yaml", "--format", form, "-o", "uit")
    page = Path("uit").read_text(encoding="utf-8")
    # what is waived is listed apart
    page = re.sub(r"(?s)<details class=.waived.*?</details>", "", page)
    page = re.sub(r"(?s)### Uitgezonderde bevindingen.*?(?=\n##)", "", page)
    for each in (*data["findings"], *data["waived"]):
        assert (each["message"] in page) == (each["standing"] == "new")
    counted = run("audit", "p.din.yaml").out.splitlines()[1].partition(";")[0]
    assert counted in run("build", "p.din.yaml").out
