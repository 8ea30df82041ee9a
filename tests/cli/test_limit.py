"""``--limit`` on the commands that read documents."""

from pathlib import Path

import pytest

from dinet.cli import program
from dinet.limits import Limits, current_limits

PLAN = "<table><tr><td>Doel<td>Inspanning<tr><td>Meer sport.<td>Een hal bouwen.</table>"


@pytest.mark.parametrize(
    "command",
    [
        "read FILE",
        "audit FILE",
        "write FILE --format md -o -",
        "build FILE",
        "query orphans FILE",
    ],
)
def test_every_command_that_reads_takes_limits_and_forgets_them(
    command: str, tmp_path: Path, monkeypatch, capsys
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.html").write_text(PLAN, encoding="utf-8")
    words = [word.replace("FILE", "plan.html") for word in command.split()]
    with pytest.raises(SystemExit) as end:
        program.main([*words, "--lang", "en", "--limit", "rows=1"])
    assert (end.value.code, current_limits()) == (65, Limits())
    assert (
        "this table has 2 rows; dinet reads at most 1. If it must be read: --limit rows=4"
        in capsys.readouterr().err
    )
    with pytest.raises(SystemExit) as end:
        program.main([*words, "--limit", "rows=1", "--limit", "rows=2"])
    assert end.value.code in (0, 1, None)


def test_an_unknown_limit_is_wrong_use(capsys) -> None:
    with pytest.raises(SystemExit) as end:
        program.main(
            ["read", "plan.html", "--lang", "en", "--limit", "colums=1"]
        )
    assert end.value.code == 2
    assert "Did you mean columns?" in capsys.readouterr().err
