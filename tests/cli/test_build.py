"""Every writer stands alone in ``dinet build``: what one raises holds up none of the others."""

from pathlib import Path

import pytest

from dinet.application import build_results
from dinet.cli.defect_report import REPORT
from dinet.errors import DocumentError
from dinet.language import Sentence
from dinet.plugins import plugin_folder
from tests.cli.running import Run

BUILT = {"html": ".html", "svg": ".svg", "pptx": ".pptx", "json": ".json"}
"""What is built here: enough to see what goes on after a failure."""


@pytest.fixture(autouse=True)
def few_formats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_results, "BUILT", BUILT)


class PanicError(BaseException):
    """What a library in Rust raises when it gives up: no Exception."""


def break_writer(
    monkeypatch: pytest.MonkeyPatch, name: str, error: BaseException
) -> None:
    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(
        plugin_folder("writers").plugin_named(name).module, "write", fail
    )


def made_files() -> set[str]:
    return {path.name for path in Path("output").iterdir()}


def all_but(*forms: str) -> set[str]:
    return {
        f"plan{suffix}" for form, suffix in BUILT.items() if form not in forms
    }


@pytest.mark.parametrize(
    ("error", "status", "told"),
    [
        (
            ValueError("value must be in range"),
            70,
            "dinet write plan.din.yaml --format pptx",
        ),
        (
            PanicError("index out of bounds"),
            70,
            "dinet write plan.din.yaml --format pptx",
        ),
        (
            RecursionError("too deep"),
            70,
            "dinet write plan.din.yaml --format pptx",
        ),
        (
            OSError(5, "Input/output error"),
            70,
            "dinet write plan.din.yaml --format pptx",
        ),
        (MemoryError(), 69, "niet genoeg geheugen"),
        (
            DocumentError(Sentence("this file is empty.")),
            65,
            "dit bestand is leeg",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_others_are_made_and_the_failure_is_a_line(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    error: BaseException,
    status: int,
    told: str,
) -> None:
    break_writer(monkeypatch, "pptx", error)
    ended = run("build", "plan.din.yaml")
    assert ended.status == status
    assert made_files() == all_but("pptx")
    first, *rest = ended.err.splitlines()
    assert first.startswith("  output/plan.pptx: ")
    assert told in first
    assert [REPORT in line for line in rest] == [True] * (status == 70)
    assert Path(REPORT).exists() == (status == 70)


def test_two_defects_stand_in_one_report_which_is_named_once(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writer(monkeypatch, "svg", ZeroDivisionError("of the svg"))
    break_writer(monkeypatch, "json", KeyError("of the json"))
    ended = run("build", "plan.din.yaml")
    assert (ended.status, ended.err.count(REPORT)) == (70, 1)
    assert made_files() == all_but("svg", "json")
    report = Path(REPORT).read_text(encoding="utf-8")
    assert "dinet write plan.din.yaml --format svg" in report
    assert "of the svg" in report
    assert "of the json" in report


def test_a_defect_is_told_before_any_other_failure(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (Path.cwd() / "output").mkdir()
    Path("output/plan.html").mkdir()  # which gives 73
    break_writer(monkeypatch, "pptx", ValueError())
    assert run("build", "plan.din.yaml").status == 70


def test_with_debug_the_trace_is_shown_and_no_report_is_left(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writer(monkeypatch, "pptx", ValueError("of the slides"))
    ended = run("build", "plan.din.yaml", "--debug")
    assert ended.status == 70
    assert "ValueError: of the slides" in ended.err
    assert not Path(REPORT).exists()
    assert made_files() == all_but("pptx")


def test_ctrl_c_in_a_writer_ends_the_build(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_writer(monkeypatch, "svg", KeyboardInterrupt())
    ended = run("build", "plan.din.yaml")
    assert (ended.status, made_files()) == (130, {"plan.html"})


def test_the_page_tells_what_changed_since_an_older_version(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, effort in (("oud", "Een park"), ("nieuw", "Een haven")):
        text = f"doelen:\n  - tekst: Rust\n    inspanningen: [{effort}]\n"
        Path(f"{name}.din.yaml").write_text(text, encoding="utf-8")
    assert run("build", "nieuw.din.yaml", "-o", "a").status == 0
    assert (
        run(
            "build", "nieuw.din.yaml", "--since", "oud.din.yaml", "-o", "b"
        ).status
        == 0
    )
    without, page = (Path(f"{one}/nieuw.html").read_text() for one in "ab")
    assert "Een park" in page
    assert "Een park" not in without
    many = ("oud.din.yaml", "nieuw.din.yaml", "--since", "oud.din.yaml")
    assert run("build", *many).status == 2
