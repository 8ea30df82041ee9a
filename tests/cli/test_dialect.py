"""``--dialect``: every command that reads a document takes the document's own words from a file."""

from pathlib import Path

import pytest

from dinet.cli import program
from tests.documents import tabbed

PLAN = tabbed(["Stip", "Klussen"], ["Meer sport.", "Een hal bouwen."])
WORDS = 'doel = ["stip"]\ninspanning = ["klussen"]\n'


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("plan.txt").write_bytes(PLAN)
    Path("eigen.toml").write_text(WORDS, encoding="utf-8")
    Path("fout.toml").write_text('inspannig = ["klussen"]\n', encoding="utf-8")


def status(*words: str) -> int:
    with pytest.raises(SystemExit) as end:
        program.main(list(words))
    return int(end.value.code or 0)


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(
    "words",
    [
        ["read", "plan.txt"],
        ["audit", "plan.txt", "--fail-on", "never"],
        ["write", "plan.txt", "--format", "json", "-o", "plan.json"],
        ["query", "orphans", "plan.txt"],
    ],
    ids=lambda words: words[0],
)
def test_a_document_is_read_in_the_words_of_a_file(words: list[str]) -> None:
    assert status(*words) == 65
    assert status(*words, "--dialect", "eigen.toml") == 0
    assert status(*words) == 65


@pytest.mark.usefixtures("plan")
def test_a_dialect_with_a_mistake_is_wrong_use(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert (
        status("--lang", "en", "read", "plan.txt", "--dialect", "fout.toml")
        == 2
    )
    assert (
        "fout.toml:1: there is no role “inspannig”. Did you mean inspanning"
        in capsys.readouterr().err
    )
    assert status("read", "plan.txt", "--dialect", "weg.toml") == 66
