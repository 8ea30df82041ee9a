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
PNG_START = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + bytes(17)
"""The signature and the header of a picture, 33 bytes."""
FIRST_DOTS = b"\0\0\0\5IDATfirst" + bytes(4)
"""What follows them in the picture that the page makes."""


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
        desk.answer(wanted["key"], PNG_START + FIRST_DOTS)
    _, annex = desk.call("make_output", form="docx")
    with zipfile.ZipFile(io.BytesIO(annex)) as parts:
        pictures = [
            parts.read(name)
            for name in parts.namelist()
            if name.endswith(".png")
        ]
    assert len(pictures) == len(told["wanted"])
    for picture in pictures:
        said, dots = picture.removeprefix(PNG_START), FIRST_DOTS
        assert said.endswith(dots)
        assert said.removesuffix(dots)[4:8] == b"pHYs"  # its size on paper


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


STYLE = b'[kleuren]\ndoel = "#123456"\n'
RULES = b"""[regels.EIGEN1]
vraag = "doelen zonder inspanningen"
zin = "{id} wacht op een inspanning"
"""


def test_a_house_style_counts_for_what_is_saved_until_it_is_dropped(
    desk: DeskInUse,
) -> None:
    desk.read()
    usual = desk.call("make_output", form="svg")[1]
    assert b"#123456" not in usual
    assert desk.call("take_setting", STYLE, name="huis.toml")[0]["use"]
    assert b"#123456" in desk.call("make_output", form="svg")[1]
    shown = desk.call("show_view", view="network")[1]
    assert shown
    assert b"#123456" not in shown
    desk.call("drop_settings")
    assert desk.call("make_output", form="svg")[1] == usual


def test_a_house_style_that_cannot_be_used_is_told_and_changes_nothing(
    desk: DeskInUse,
) -> None:
    desk.read()
    desk.call("take_setting", STYLE, name="huis.toml")
    styled = desk.call("make_output", form="svg")[1]
    faded = desk.call(
        "take_setting", b'[kleuren]\nwoorden = "#EEEEEE"', name="huis.toml"
    )[0]
    assert faded["error"].startswith("huis.toml: ")
    alone = desk.call("take_setting", b'logo = "l.png"', name="huis.toml")[0]
    assert "leg beide tegelijk neer" in alone["error"]
    assert desk.call("make_output", form="svg")[1] == styled


def test_a_logo_is_laid_down_before_the_style_that_names_it(
    desk: DeskInUse,
) -> None:
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"/>'
    assert desk.call("take_setting", logo, name="l.svg")[0]["use"] == "logo"
    told = desk.call("take_setting", b'logo = "l.svg"', name="huis.toml")[0]
    assert told["use"] == "style"


def test_rules_of_an_organisation_count_when_a_document_is_read_again(
    desk: DeskInUse,
) -> None:
    def audited() -> str:
        desk.read()
        return desk.call("make_output", form="audit-md")[1].decode()

    assert "D2 wacht op een inspanning" not in audited()
    desk.call("take_setting", RULES, name="dinet.toml")
    assert "D2 wacht op een inspanning" in audited()
    desk.call("drop_settings")
    assert "D2 wacht op een inspanning" not in audited()


def test_documents_stand_side_by_side_as_a_portfolio(desk: DeskInUse) -> None:
    desk.read()
    alone = desk.call("show_view", view="portfolio")[0]
    assert "twee" in alone["error"]
    for key, name in (("2", "sport.din.yaml"), ("3", "jeugd.din.yaml")):
        data = PLAN + key.encode().join((b"# ", b"\n"))
        desk.call("read_document", data, key=key, name=name)
    page = desk.call("show_view", view="portfolio")[1].decode()
    assert "sport" in page
    assert "jeugd" in page
    for name in desk.call("list_formats")[0]["portfolio"]:
        told, file = desk.call("make_portfolio", name=name)
        assert told["name"] == name
        assert file
    desk.call("close_document", key="3")
    assert b"jeugd" not in desk.call("show_view", view="portfolio")[1]
