"""What the page hears of dinet, asked as the page asks it."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import dinet
from dinet.limits import Limits
from dinet.onefile.desk import Desk, answer_page
from dinet.onefile.handed_in import NOT_STARTED, TOO_LATE
from dinet.readers.pdf_pages.child import answer_for

EXAMPLES = Path(__file__).parents[2] / "examples"

PLAN = b"""doelen:
  - {id: D1, tekst: Meer kinderen sporten}
  - {id: D2, tekst: Meer rust}
smart-doelen:
  - {id: S1, tekst: In 2028 sport 60%}
inspanningen:
  - {id: I1, tekst: De hal, voor: D1}
"""
LISTS = b"""
## Doelen

- Meer kinderen sporten
- Meer rust

## Inspanningen

- De hal bouwen
- Lessen geven
"""
FIRST_DOTS = b"\x89PNG first"


class DeskInUse:
    """A desk, and calls to it in short."""

    def __init__(self, folder: Path) -> None:
        self.desk = Desk(folder)

    def call(
        self, method: str, data: bytes = b"", **given: Any
    ) -> tuple[dict[str, Any], bytes]:
        asked = {"lang": "nl", "key": "1", **given}
        call = json.dumps({"method": method, "arguments": asked})
        told, file = answer_page(self.desk, call, data)
        return json.loads(told), file

    def answer(self, key: str, data: bytes = b"", failure: str = "") -> None:
        call = json.dumps({"answer": key, "failure": failure})
        answer_page(self.desk, call, data)

    def read(self, name: str = "plan.din.yaml", data: bytes = PLAN) -> Any:
        return self.call("read_document", data, name=name)[0]


@pytest.fixture
def desk(tmp_path: Path) -> DeskInUse:
    return DeskInUse(tmp_path)


def test_a_document_is_told_with_what_was_read_and_found(
    desk: DeskInUse,
) -> None:
    told = desk.read(
        "coevorden.txt", (EXAMPLES / "coevorden.txt").read_bytes()
    )
    assert told["overview"][0].startswith("coevorden.txt: ")
    assert "woorden" in told["words"]
    assert told["notes"]
    assert all(note["text"] for note in told["notes"])


def test_what_is_refused_is_told_as_the_command_line_tells_it(
    desk: DeskInUse,
) -> None:
    told = desk.read("plan.docx", b"no archive")
    assert told["error"].startswith("plan.docx: dit is geen Word-document")


def test_an_empty_file_is_told_to_be_empty(desk: DeskInUse) -> None:
    told = desk.read("plan.json", b"")
    assert told["error"] == "plan.json: dit bestand is leeg."


def test_a_name_from_outside_stays_in_the_folder(
    desk: DeskInUse, tmp_path: Path
) -> None:
    desk.read("../../plan.din.yaml")
    held = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.parent for path in held] == [tmp_path / "1"]


def test_outputs_are_those_of_the_command_line(desk: DeskInUse) -> None:
    desk.read()
    network = dinet.Network(dinet.read_bytes(PLAN, "plan.din.yaml"))
    for form in ("csv", "md", "json"):
        told, file = desk.call("make_output", form=form)
        assert file
        assert told["name"].startswith("plan")
    assert desk.call("make_output", form="csv")[1] == dinet.write(
        network, (), "csv"
    )


def test_views_are_pages_that_run_nothing_unknown(desk: DeskInUse) -> None:
    desk.read()
    for view in ("network", "reading", "audit"):
        _, page = desk.call("show_view", view=view)
        assert b"Content-Security-Policy" in page


def test_two_documents_are_compared(desk: DeskInUse) -> None:
    desk.read()
    desk.call(
        "read_document",
        PLAN.replace(b"60%", b"50%"),
        key="2",
        name="plan2.din.yaml",
    )
    _, page = desk.call("show_view", key="2", view="compare", other="1")
    assert b"plan2.din.yaml" in page
    assert b"50%" in page


def test_pictures_are_asked_of_the_page_and_then_used(desk: DeskInUse) -> None:
    desk.read()
    told, _ = desk.call("make_output", form="docx")
    assert {wanted["kind"] for wanted in told["wanted"]} == {"dots"}
    for wanted in told["wanted"]:
        assert wanted["svg"].startswith("<svg")
        desk.answer(wanted["key"], FIRST_DOTS)
    _, annex = desk.call("make_output", form="docx")
    with zipfile.ZipFile(io.BytesIO(annex)) as parts:
        held = [parts.read(name) for name in parts.namelist()]
    assert FIRST_DOTS in held


def test_a_pdf_is_read_with_what_the_page_hands_in(desk: DeskInUse) -> None:
    data = (EXAMPLES / "coevorden.pdf").read_bytes()
    (wanted,) = desk.read("coevorden.pdf", data)["wanted"]
    bullets, limits = json.loads(wanted["asked"])
    answer = answer_for(data, frozenset(bullets), Limits(*limits))
    desk.answer(wanted["key"], answer)
    told = desk.read("coevorden.pdf", data)
    assert told["overview"][0].startswith("coevorden.pdf: 18 doelen")


@pytest.mark.parametrize(
    ("failure", "words"),
    [(TOO_LATE, "langer dan 60 seconden"), (NOT_STARTED, "Worker")],
)
def test_a_pdf_that_the_page_gave_up_is_told(
    desk: DeskInUse, failure: str, words: str
) -> None:
    (wanted,) = desk.read("plan.pdf", b"%PDF-1.7")["wanted"]
    desk.answer(wanted["key"], failure=failure)
    assert words in desk.read("plan.pdf", b"%PDF-1.7")["error"]


def test_limits_hold_as_on_the_command_line(desk: DeskInUse) -> None:
    told, _ = desk.call(
        "read_document", PLAN, name="plan.din.yaml", limits="file=1kb x=2"
    )
    assert "x" in told["error"]


def test_all_outputs_go_into_one_archive_the_same_twice(
    desk: DeskInUse,
) -> None:
    desk.read()
    forms = ["csv", "yaml", "audit-md"]
    told, archive = desk.call("make_archive", forms=forms)
    assert told["name"] == "plan.zip"
    with zipfile.ZipFile(io.BytesIO(archive)) as parts:
        assert parts.namelist() == [
            *("plan.csv", "plan.din.yaml", "plan.controle.md")
        ]
    assert desk.call("make_archive", forms=forms)[1] == archive


def test_answers_are_used_when_the_document_is_read_again(
    desk: DeskInUse,
) -> None:
    told = desk.read("plan.md", LISTS)
    first, second = told["questions"]
    filled, _ = desk.call("fill_form", answers={first["line"]: ["D1"]})
    again, _ = desk.call(
        "read_document", name="plan.md", mapping=filled["form"]
    )
    assert "1 direct" in again["overview"][1]
    assert again["questions"] == [
        first,
        second,
    ]  # who answered can answer anew


def test_a_fault_of_dinet_is_told_with_its_trace(desk: DeskInUse) -> None:
    told, _ = desk.call("show_view", view="network")  # nothing was read
    assert "KeyError" in told["defect"]


def test_what_is_written_says_what_only_an_installed_dinet_makes(
    desk: DeskInUse,
) -> None:
    told, _ = desk.call("list_formats")
    elsewhere = {each["form"] for each in told["outputs"] if not each["here"]}
    assert elsewhere == {
        *("pdf", "pptx", "report", "pyvis"),
        *("council", "council_pptx", "council_zip", "woo"),
    }
    assert ".docx" in told["reads"]


def test_a_closed_document_leaves_nothing(
    desk: DeskInUse, tmp_path: Path
) -> None:
    desk.read()
    desk.call("close_document")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]
