"""What a folder settles: kept questions and rules of one's own."""

from pathlib import Path

import pytest

from dinet.application.files.folder_settings import (
    FolderSettings,
    read_settings,
    settings_beside,
)
from dinet.errors import UsageError
from dinet.finding import Severity

TOML = """
[vragen]
wees = "doelen zonder inspanningen"
[regels.EIGEN1]
vraag = "doelen = '100%'"
niveau = "info"
[regels.EIGEN2]
question = "goals"
"""
INI = """
[metadata]
name = iets [dat] = %s niet uitmaakt
[dinet]
vragen.wees = doelen zonder
    inspanningen
regels.EIGEN1.vraag = doelen = '100%'
regels.EIGEN1.niveau = info
regels.EIGEN2 = goals
"""


def written(folder: Path, name: str, text: str) -> FolderSettings:
    (folder / name).write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_both_files_say_the_same(tmp_path: Path) -> None:
    ini = written(tmp_path, "setup.cfg", INI)
    toml = written(tmp_path, "dinet.toml", TOML)
    assert (ini.file, toml.file) == ("setup.cfg", "dinet.toml")
    assert ini._replace(file="") == toml._replace(file="")
    assert toml.questions == {"wees": "doelen zonder inspanningen"}
    first, second = toml.rules
    assert first.severity is Severity.INFO
    assert second.severity is Severity.WARNING


@pytest.mark.parametrize(
    "text", ["[metadata]\nname = x\n", "geen = sectie\n", "[dicht\n", ""]
)
def test_a_setup_cfg_of_others_settles_nothing(
    tmp_path: Path, text: str
) -> None:
    assert written(tmp_path, "setup.cfg", text) == FolderSettings()


def test_the_folder_of_the_document_goes_before_that_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stad").mkdir()
    written(tmp_path, "dinet.toml", '[vragen]\na = "doelen"\n')
    assert settings_beside("stad/plan.docx").questions == {"a": "doelen"}
    assert settings_beside("-").questions == {"a": "doelen"}
    written(tmp_path / "stad", "dinet.toml", '[vragen]\nb = "doelen"\n')
    assert settings_beside("stad/plan.docx").questions == {"b": "doelen"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[regel.EIGEN1]\nvraag = 'doelen'", "Did you mean regels"),
        ("[regels.EIGEN1]\nvrag = 'doelen'", "Did you mean vraag"),
        ("[regels.EIGEN1]\nniveau = 'info'", "EIGEN1 has no question"),
        ("[regels.EIGEN1]\nvraag = 5", "a text between quotation marks"),
        ("[regels.DC101]\nvraag = 'doelen'", "a code of dinet's own"),
        ("[regels.eigen]\nvraag = 'doelen'", "eigen is no code"),
        ("regels = 5", "a name and a value"),
        (
            "[regels.E1]\nvraag = 'doelen'\nniveau = 'ernstg'",
            "ernstg is no level",
        ),
        (
            "[regels.E1]\nvraag = 'doelen'\nzin = '{id.__class__}'",
            "{id.__class__}",
        ),
        ("[regels.E1]\nvraag = 'doelen'\nzin = 'open {'", "holds {;"),
        (
            "[regels]\nE1 = 'doelen'\n[rules]\nE1 = 'doelen'",
            "E1 stands there twice",
        ),
        ("[regels", "this is not TOML"),
        ("a = " + "[" * 5000, "this is not TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_what_is_wrong(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(UsageError) as caught:
        written(tmp_path, "dinet.toml", text)
    assert said in str(caught.value)
    assert str(caught.value).startswith("dinet.toml")


def test_keys_of_setup_cfg_cannot_be_a_text_and_a_table(
    tmp_path: Path,
) -> None:
    text = "[dinet]\nregels.E1 = doelen\nregels.E1.vraag = doelen\n"
    with pytest.raises(UsageError, match="twice"):
        written(tmp_path, "setup.cfg", text)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dinet.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="UTF-8"):
        read_settings(tmp_path)
