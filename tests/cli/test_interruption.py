"""Ctrl-C is quiet from the first instant to the last: status 130, no trace, no half file."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dinet.cli.interruption import quiet_interrupts

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "hoogeveen.docx"
PATIENCE = 30
"""Seconds that somebody would wait in vain."""
AT_IMPORT = """
import os, runpy, signal, sys

class Presser:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r} and self in sys.meta_path:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Presser())
sys.argv = ["dinet", *{words!r}]
runpy.run_module("dinet", run_name="__main__", alter_sys=True)
"""
"""Presses Ctrl-C at the moment at which a module is about to be loaded."""

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="Ctrl-C reaches the tests themselves there"
)


def run_python(code: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code],
        check=False,
        cwd=folder,
        capture_output=True,
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.default_int_handler
        ),
    )


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("module", "form"),
    [
        ("dinet.cli", "svg"),
        ("click", "svg"),
        ("dinet.cli.program", "svg"),
        pytest.param(
            "dinet.cli.commands.document_commands",
            "svg",
            marks=pytest.mark.slow,
        ),
        ("pydantic", "svg"),
        pytest.param("pydantic_core", "svg", marks=pytest.mark.slow),
        ("dinet.readers.docx", "svg"),
        pytest.param(
            "dinet.interpret.interpret", "svg", marks=pytest.mark.slow
        ),
        pytest.param("dinet.rules.cycle", "svg", marks=pytest.mark.slow),
        ("dinet.writers.svg", "svg"),
        pytest.param("jinja2", "html", marks=pytest.mark.slow),
        ("lxml", "pptx"),
        pytest.param("typst", "report", marks=pytest.mark.slow),
    ],
)
def test_it_is_quiet_while_a_module_is_loaded(
    module: str, form: str, tmp_path: Path
) -> None:
    words = ["write", str(EXAMPLE), "--format", form, "-o", "plan"]
    code = AT_IMPORT.format(module=module, words=words)
    run = run_python(code, tmp_path)
    assert (run.returncode, run.stderr.strip()) == (130, b"")
    assert list(tmp_path.iterdir()) == []


AT_EXIT = """
import atexit, os, signal, sys
atexit.register(os.kill, os.getpid(), signal.SIGINT)
sys.argv = ["dinet", "rules"]
from dinet.__main__ import main
main()
"""


def test_it_is_quiet_when_the_run_is_over(tmp_path: Path) -> None:
    run = run_python(AT_EXIT, tmp_path)
    assert (run.returncode, run.stderr) == (130, b"")
    assert b"DC101" in run.stdout


@pytest.mark.no_cover
@pytest.mark.parametrize("delay", [0.0, 0.1, 0.3, 0.6, 1.0])
def test_it_is_quiet_at_any_moment_of_a_build(
    delay: float, tmp_path: Path
) -> None:
    """The clock starts when Python has started, whose own start nobody else can make quiet."""
    code = f"""
import os, signal, sys
from threading import Timer
import dinet.__main__
Timer({delay}, os.kill, (os.getpid(), signal.SIGINT)).start()
sys.argv = ["dinet", "build", {str(EXAMPLE)!r}]
dinet.__main__.main()
"""
    run = run_python(code, tmp_path)
    assert (run.returncode, run.stderr.strip()) == (130, b"")
    assert not [
        path for path in tmp_path.rglob("*") if path.name.startswith(".dinet-")
    ]


def test_a_process_that_is_to_outlive_ctrl_c_does() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with quiet_interrupts() as interrupted:
            signal.raise_signal(signal.SIGINT)
        assert not interrupted.pressed
    finally:
        signal.signal(signal.SIGINT, before)


class PressesWhenThrownAway:
    """Python only prints what happens while it throws an object away."""

    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Ctrl-C counts, though a shell lets what it runs in the background ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard_interrupts")
def test_an_interrupt_that_python_loses_comes_again(
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = signal.getsignal(signal.SIGINT), sys.unraisablehook

    def lose_and_wait() -> None:
        thrown_away = PressesWhenThrownAway()
        del thrown_away
        time.sleep(PATIENCE)

    begun = time.monotonic()
    with quiet_interrupts() as interrupted, pytest.raises(KeyboardInterrupt):
        lose_and_wait()
    assert time.monotonic() - begun < PATIENCE
    assert interrupted.pressed
    assert (signal.getsignal(signal.SIGINT), sys.unraisablehook) == before
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    "form", [pytest.param("svg", marks=pytest.mark.slow), "html"]
)
def test_an_interrupt_that_a_library_makes_an_error_of_its_own_is_no_failure(
    form: str, tmp_path: Path
) -> None:
    code = f"""
import os, signal, sys
from dinet.plugins import plugin_folder
from dinet.__main__ import main

def write(*_):
    try:
        os.kill(os.getpid(), signal.SIGINT)
    except KeyboardInterrupt as error:
        raise ValueError("as some libraries do") from error

plugin_folder("writers").plugin_named("{form}").module.write = write
sys.argv = ["dinet", "build", {str(EXAMPLE)!r}]
main()
"""
    run = run_python(code, tmp_path)
    assert (run.returncode, run.stderr.strip()) == (130, b"")
    assert not (tmp_path / "dinet-defect.txt").exists()
