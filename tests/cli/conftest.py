"""The command line, run in an empty folder that holds one small plan."""

from pathlib import Path

import pytest

from dinet.cli import program
from tests.cli.running import PLAN, Ended, Run


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Run:
    """Run the words of a command line; ``plan.din.yaml`` is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DINET_LANG", raising=False)
    (tmp_path / "plan.din.yaml").write_text(PLAN, encoding="utf-8")

    def ended(*words: str) -> Ended:
        with pytest.raises(SystemExit) as end:
            program.main(list(words))
        return Ended(int(end.value.code or 0), *capsys.readouterr())

    return ended
