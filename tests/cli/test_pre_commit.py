"""The hook of pre-commit runs a command that there is, on files that dinet reads."""

import re
import shlex
from pathlib import Path

import yaml

from tests.cli.running import PLAN, Run

ROOT = Path(__file__).parents[2]


def test_the_hook_of_pre_commit_stops_a_plan_with_an_error(run: Run) -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (hook,) = yaml.safe_load(text)
    assert hook["language"] == "python"
    program, *words = shlex.split(hook["entry"])
    assert program == "dinet"
    good = PLAN + "    inspanningen: [Een hal bouwen.]\n"
    Path("goed.din.yaml").write_text(good, encoding="utf-8")
    names = [
        name.name
        for name in sorted(Path().iterdir())
        if re.search(hook["files"], name.name)
    ]
    assert names == ["goed.din.yaml", "plan.din.yaml"]
    assert run(*words, *names).status == 1
    assert run(*words, names[0]).status == 0
