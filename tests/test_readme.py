"""The README shows what the commands print, and what its Python says is true."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from dinet.cli import program
from dinet.network import (
    GOAL_GRADES,
    MEASURED_GRADES,
    QUESTION_WORDS,
    TARGET_GRADES,
)

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n\$ (.+?)\n(.*?)```", README, re.DOTALL)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("command", "output"), BLOCKS, ids=[command for command, _ in BLOCKS]
)
def test_the_readme_shows_what_a_command_prints(
    command: str,
    output: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("DINET_LANG", raising=False)
    with pytest.raises(SystemExit):
        program.main(shlex.split(command)[1:])
    lines = output.rstrip("\n").split("\n")
    real = capsys.readouterr().out.rstrip("\n").split("\n")
    if lines[-1].startswith("..."):
        assert real[: len(lines) - 1] == lines[:-1]
    else:
        assert real == lines


def test_the_readme_has_exactly_two_commands_for_the_set_up() -> None:
    assert len(re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)) == 2


def test_the_readme_has_the_definitions_by_which_the_answers_are_made() -> (
    None
):
    grades = (GOAL_GRADES, TARGET_GRADES, MEASURED_GRADES)
    rows = [
        f"| {words.name} | {words.definition} |"
        for of_kind in grades
        for words in of_kind.values()
    ]
    rows += [f"| {name} | {words} |" for name, words in QUESTION_WORDS.items()]
    assert [row for row in rows if row not in README] == []
