"""The README shows what the commands print, and what its Python says is true."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.+?)\n(.*?)```", README, re.DOTALL)


def printed(command: str, folder: Path) -> str:
    words = shlex.split(command)[1:]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
    run = [sys.executable, "-m", "dinet", *words]
    return subprocess.run(
        run,
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    ).stdout


@pytest.mark.parametrize(
    ("command", "output"), BLOCKS, ids=[command for command, _ in BLOCKS]
)
def test_the_readme_shows_what_a_command_prints(
    command: str, output: str, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    lines = output.rstrip("\n").split("\n")
    real = printed(command, tmp_path).rstrip("\n").split("\n")
    if lines[-1].startswith("..."):
        assert real[: len(lines) - 1] == lines[:-1]
    else:
        assert real == lines


def test_the_readme_has_exactly_two_commands_for_the_set_up() -> None:
    assert len(re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)) == 2
