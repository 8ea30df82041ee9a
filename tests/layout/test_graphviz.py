"""What turns DOT into pictures."""

import os
import shlex
import sys
from pathlib import Path
from shutil import which

import pytest

from dinet.errors import MissingLibraryError
from dinet.layout.layered.page_layout import lay_out_programme
from dinet.layout.render import graphviz as engine
from dinet.layout.render.dot import to_dot
from dinet.layout.render.graphviz import render_picture
from dinet.layout.style.profile import Profile
from dinet.limits import Limits, use_limits
from tests.network.worlds import world

DOT = to_dot(lay_out_programme(world("I1>S1>D1"), (), Profile(paper="A4")))


def program(folder: Path, script: str) -> None:
    """Make a program ``dot`` the only one that can be found."""
    path = folder / "dot"
    # not "#!" and the path of this Python, which can hold spaces or be too long for it
    begin = f"exec {shlex.join([sys.executable, '-c', script])}"
    path.write_text(f'#!/bin/sh\n{begin} "$@"\n', encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("form", "magic"),
    [("png", b"\x89PNG"), ("pdf", b"%PDF"), ("svg", b"<?xml")],
)
def test_the_embedded_engine_draws_every_form(form, magic):
    assert render_picture(DOT, form, "embedded").startswith(magic)
    assert render_picture(DOT, form, "auto").startswith(magic)


@pytest.mark.skipif(
    not which("dot"), reason="Graphviz is not installed on this machine"
)
def test_the_program_draws_the_same_sizes():
    one, other = (
        render_picture(DOT, "png", name)[16:24] for name in ("embedded", "dot")
    )
    assert one == other


def test_the_same_source_gives_the_same_picture():
    assert render_picture(DOT, "png", "embedded") == render_picture(
        DOT, "png", "embedded"
    )


def test_the_engine_is_silent_and_leaves_the_environment_as_it_was(capfd):
    before = dict(os.environ)
    render_picture(DOT, "png", "embedded")
    assert capfd.readouterr() == ("", "")
    assert dict(os.environ) == before


def test_the_program_gets_the_source_and_a_clean_environment(
    only, monkeypatch
):
    monkeypatch.setenv("GV_FILE_PATH", "/etc")
    monkeypatch.setenv("SERVER_NAME", "x")
    program(
        only,
        "import os, sys; print(sys.argv[1:], sorted(os.environ), len(sys.stdin.buffer.read()))",
    )
    said = render_picture(DOT, "png", "dot").decode()
    assert "['-Kneato', '-n2', '-T', 'png']" in said
    assert "FONTCONFIG_FILE" in said
    assert "GV_FILE_PATH" not in said
    assert "SERVER_NAME" not in said
    assert str(len(DOT.encode())) in said


@pytest.mark.parametrize(("text", "more"), [("Doel", False), ("目标", True)])
def test_fonts_of_the_machine_serve_only_characters_that_the_bundled_letters_lack(
    only, text, more
):
    program(
        only, "import os; print(open(os.environ['FONTCONFIG_FILE']).read())"
    )
    settings = render_picture(text, "png", "dot").decode()
    assert "letters</dir>" in settings
    assert not list(engine.FONTS_FOLDER.glob(".*"))
    assert ("/etc/fonts" in settings) == more


def test_without_any_engine_the_message_says_what_to_install(only):
    with pytest.raises(MissingLibraryError) as failure:
        render_picture(DOT, "png", "dot")
    assert "pip install pygraphviz" in str(failure.value)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (
            "import sys; sys.exit('syntax error in line 1')",
            "syntax error in line 1",
        ),
        ("import os; os.abort()", "SIGABRT"),
        ("import sys; sys.exit(3)", "exit status 3"),
    ],
)
def test_a_program_that_fails_is_named_with_its_reason(only, script, reason):
    program(only, script)
    with pytest.raises(MissingLibraryError) as failure:
        render_picture(DOT, "png", "dot")
    assert reason in str(failure.value)


def test_a_program_that_does_not_end_is_stopped(only):
    program(only, "import time; time.sleep(60)")
    with (
        use_limits(Limits(dot_seconds=1)),
        pytest.raises(
            MissingLibraryError,
            match=r"longer than 1 seconds .* --limit dot-seconds=2",
        ),
    ):
        render_picture(DOT, "png", "dot")


def test_a_program_that_draws_nothing_has_failed(only):
    program(only, "")
    with pytest.raises(MissingLibraryError):
        render_picture(DOT, "png", "dot")


def test_a_broken_source_is_a_failure_and_not_an_empty_picture():
    with pytest.raises(MissingLibraryError):
        render_picture("digraph {", "png", "embedded")
