"""The report on a defect goes into a file of its own, and never where a link leads."""

import os
from pathlib import Path

import pytest

from dinet.application import opened_document
from dinet.cli.defect_report import REPORT, save_report
from tests.cli.running import Run

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="links and pipes are of another kind"
)


@pytest.fixture
def defect(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened_document, "read_located", lambda *_: 1 / 0)


@pytest.mark.usefixtures("defect")
@pytest.mark.parametrize("there", ["a file", "nothing"])
def test_a_link_is_never_followed(
    run: Run, tmp_path: Path, there: str
) -> None:
    victim = tmp_path / "victim.txt"
    if there == "a file":
        victim.write_text("belangrijk", encoding="utf-8")
    Path(REPORT).symlink_to(victim)
    ended = run("audit", "plan.din.yaml")
    assert ended.status == 70
    assert "--debug" in ended.err
    assert REPORT not in ended.err
    assert Path(REPORT).is_symlink()
    assert victim.exists() == (there == "a file")
    assert (
        there == "nothing"
        or victim.read_text(encoding="utf-8") == "belangrijk"
    )


@pytest.mark.usefixtures("defect")
def test_the_other_name_of_a_file_keeps_what_it_had(
    run: Run, tmp_path: Path
) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("belangrijk", encoding="utf-8")
    os.link(victim, REPORT)
    ended = run("audit", "plan.din.yaml")
    assert REPORT in ended.err
    assert victim.read_text(encoding="utf-8") == "belangrijk"
    assert "ZeroDivisionError" in Path(REPORT).read_text(encoding="utf-8")


@pytest.mark.usefixtures("defect")
def test_a_pipe_of_its_name_does_not_hold_dinet_up(run: Run) -> None:
    os.mkfifo(REPORT)
    ended = run("audit", "plan.din.yaml")
    assert (ended.status, "--debug" in ended.err) == (70, True)


def test_an_older_report_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(REPORT).write_text(
        "oud, en veel langer dan het nieuwe", encoding="utf-8"
    )
    assert REPORT in str(save_report(["nieuw \udcff"]))
    assert Path(REPORT).read_text(encoding="utf-8") == "nieuw \\udcff"
