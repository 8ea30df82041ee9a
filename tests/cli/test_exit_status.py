"""Every way in which a run can end has a status of its own.

No way leaves half files or shows a traceback.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from dinet.application.files import output_files
from dinet.cli.exit_status import error_message
from dinet.errors import DocumentError, OutputError
from dinet.language import JoinedSentences, Sentence
from tests.cli.running import Run

EXAMPLE = (
    Path(__file__).parent.parent.parent / "examples" / "hoogeveen.din.yaml"
)
"""As dinet keeps it, which is read soonest."""
FULL = Path("/dev/full")
full_device = pytest.mark.skipif(
    not FULL.exists(), reason="this system has no full device"
)


def ended(
    *words: str, **streams: object
) -> subprocess.CompletedProcess[bytes]:
    """A run of the command line in a process of its own."""
    run = [sys.executable, "-m", "dinet", *words]
    return subprocess.run(
        run,
        check=False,
        **{"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams},
    )


def several(count: int) -> DocumentError:
    lines = [
        JoinedSentences(
            Sentence("{where}:", where=f"a.yaml:{number}"),
            Sentence("this file is empty."),
        )
        for number in range(1, count + 1)
    ]
    return DocumentError(JoinedSentences(*lines, glue="\n"))


UNFINISHED = (
    [],
    ["query"],
    ["--lang"],
    ["build"],
    ["audit", "--format"],
    ["query", "trace", str(EXAMPLE)],
    ["-x"],
)


@pytest.mark.parametrize("words", UNFINISHED, ids=str)
def test_an_unfinished_command_shows_how_it_goes(
    run: Run, words: list[str]
) -> None:
    status, out, said = run(*words)
    assert (status, out) == (2, "")
    assert said.startswith(("Gebruik: dinet", "Fout: "))
    assert "Traceback" not in said
    assert "'words'" not in said


def test_many_problems_become_three_lines() -> None:
    assert error_message(several(2), "en", whole=False).count("\n") == 1
    assert error_message(several(3), "en", whole=False).count("\n") == 2
    assert (
        error_message(several(5), "en", whole=False).splitlines()[-1]
        == "… and 3 more; --debug shows them."
    )
    assert len(error_message(several(5), "en", whole=True).splitlines()) == 5


def test_a_list_that_was_cut_before_counts_all_that_there_were() -> None:
    cut = DocumentError(
        JoinedSentences(
            *([Sentence("goal")] * 20),
            Sentence("And {count} more.", count=30),
            glue="\n",
        )
    )
    assert (
        error_message(cut, "en", whole=False).splitlines()[-1]
        == "… and 48 more; --debug shows them."
    )


@full_device
def test_a_message_that_cannot_be_shown_changes_no_status() -> None:
    with FULL.open("wb") as full:
        assert ended("audit", "weg.docx", stderr=full).returncode == 66
        assert ended("buld", stderr=full).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="streams are closed by the shell")
@pytest.mark.parametrize(
    ("closed", "words", "status"),
    [(">&-", str(EXAMPLE), 0), ("2>&-", "weg.docx", 66)],
)
def test_a_closed_stream_is_no_defect(
    closed: str, words: str, status: int, tmp_path: Path
) -> None:
    command = f"{shlex.join([sys.executable, '-m', 'dinet', 'audit', words])} {closed}"
    run = subprocess.run(
        ["sh", "-c", command], check=False, cwd=tmp_path, capture_output=True
    )
    assert run.returncode == status
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [["audit", str(EXAMPLE)], ["--help"], ["rules"]],
    ids=lambda words: words[0],
)
def test_a_closed_pipe_is_no_error(words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        run = ended(*words, stdout=closed)
    assert (run.returncode, run.stderr) == (141, b"")


INTERRUPTED = """
import sys
from types import SimpleNamespace
from dinet.cli import program

def read(size):
    raise KeyboardInterrupt

sys.stdin = SimpleNamespace(buffer=SimpleNamespace(read=read))
program.main(["audit", "-"])
"""


def test_an_interrupted_run_ends_with_its_own_status() -> None:
    run = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], check=False, capture_output=True
    )
    assert (run.returncode, run.stdout, run.stderr.strip()) == (130, b"", b"")


# files


def bound_by_modes(folder: Path) -> list[str]:
    """What begins a command for which the modes of files hold, as they do not for an administrator.

    It runs as the same user, without one right: another user may not read the clone, or his Python.
    """
    command = [
        "setpriv",
        "--bounding-set=-dac_override",
        "--inh-caps=-dac_override",
    ]
    begins = (
        command
        if os.name != "nt" and os.geteuid() == 0 and which("setpriv")
        else []
    )
    tried = [
        *begins,
        sys.executable,
        "-c",
        "import os, sys; sys.exit(os.access(sys.argv[1], os.W_OK))",
    ]
    if subprocess.run(
        [*tried, str(folder)], check=False, capture_output=True
    ).returncode:
        pytest.skip("modes of files bind nobody here")
    return begins


@pytest.mark.parametrize(
    "target", ["map/", "map", "", "a" * 300, "plan.json/x.json"]
)
def test_a_place_where_no_file_can_be_is_refused(
    target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "map").mkdir()
    (tmp_path / "plan.json").write_text("oud", encoding="utf-8")
    with pytest.raises(OutputError) as refused:
        output_files.write_file(b"nieuw", target)
    assert refused.value.status == 73
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "map",
        "plan.json",
    ]
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == "oud"


def test_a_folder_that_may_not_be_written_in_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "dicht"
    folder.mkdir()
    folder.chmod(0o555)
    target = str(folder / "plan.json")
    command = [
        *bound_by_modes(folder),
        sys.executable,
        "-m",
        "dinet",
        "write",
        str(EXAMPLE),
        "--format",
        "json",
        "-o",
        target,
    ]
    run = subprocess.run(
        command, check=False, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 73
    assert run.stderr.startswith(f"{target}: ")
    assert "u mag hier niet schrijven" in run.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="modes are of another kind")
def test_a_replaced_file_keeps_its_mode_and_a_new_one_gets_the_usual() -> None:
    mask = os.umask(0o027)
    try:
        for name, mode in (("oud.json", 0o604), ("nieuw.json", 0o640)):
            path = Path.cwd() / name
            if name == "oud.json":
                path.write_bytes(b"oud")
                path.chmod(mode)
            output_files.write_file(b"nieuw", name)
            assert (path.read_bytes(), path.stat().st_mode & 0o777) == (
                b"nieuw",
                mode,
            )
    finally:
        os.umask(mask)


@pytest.fixture(autouse=True)
def own_folder(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every test works in an empty folder of its own, in Dutch."""
    monkeypatch.chdir(tmp_path_factory.mktemp("werk"))
    monkeypatch.delenv("DINET_LANG", raising=False)


def test_a_name_that_steers_the_terminal_is_shown_harmless(
    tmp_path: Path,
) -> None:
    document = tmp_path / "plan\x1b[31m.din.yaml"
    document.write_text("doelen: [Meer sport]\n", encoding="utf-8")
    run = ended("audit", str(document), "--fail-on", "never")
    assert b"\x1b" not in run.stdout
    assert run.returncode == 0
    assert (
        b"\x1b"
        not in ended("audit", str(tmp_path / "weg\x1b[31m.docx")).stderr
    )


@pytest.mark.skipif(sys.platform != "linux", reason="names are text there")
def test_a_name_that_is_no_text_is_no_defect(tmp_path: Path) -> None:
    document = os.fsencode(tmp_path) + b"/pl\xffan.din.yaml"
    Path(os.fsdecode(document)).write_text(
        "doelen: [Meer sport]\n", encoding="utf-8"
    )
    run = ended(
        "write", os.fsdecode(document), "--format", "html", "-o", "plan.html"
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert Path("plan.html").stat().st_size > 0


def test_too_little_memory_is_no_defect(tmp_path: Path) -> None:
    code = (
        "from dinet.cli.exit_status import FailureLog;"
        "raise SystemExit(FailureLog('nl', whole=False).end_run(MemoryError(), ['audit']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert (run.returncode, list(tmp_path.iterdir())) == (69, [])
