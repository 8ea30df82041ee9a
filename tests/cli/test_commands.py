"""The command line as people and scripts meet it.

What it prints, in which language, and with which status it ends.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dinet
from dinet.application import opened_document
from dinet.application.build_results import BUILT
from dinet.application.files import output_files
from dinet.cli.defect_report import REPORT
from dinet.errors import OutputError
from tests.cli.running import PLAN, Run

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HOOGEVEEN = str(EXAMPLES / "hoogeveen.docx")
COEVORDEN = str(EXAMPLES / "coevorden.txt")


def test_help_is_dutch_and_english_when_asked(run: Run) -> None:
    assert "Toets documenten aan de regels" in run("--help").out
    english = run("--lang", "en", "audit", "--help").out
    assert "Usage: dinet audit" in english
    assert "Check documents by the rules" in english


@pytest.mark.parametrize(
    "words", [("audit",), ("read",), ("query", "coverage")]
)
def test_a_language_before_the_command_holds_for_its_answer(
    run: Run, words: tuple[str, ...]
) -> None:
    before = run("--lang", "en", *words, "plan.din.yaml")
    after = run(*words, "--lang", "en", "plan.din.yaml")
    assert before == after
    assert "goal" in before.out
    assert "doel" not in before.out
    nearest = run("--lang", "en", *words, "--lang", "nl", "plan.din.yaml")
    assert nearest == run(*words, "--lang", "nl", "plan.din.yaml")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("audit",), "Missing argument"),
        (("audit", "weg.docx"), "there is no such file"),
        (("audit", "--fail-on", "nooit", "plan.din.yaml"), "is not one of"),
    ],
)
def test_what_goes_wrong_is_told_in_the_language_before_the_command(
    run: Run, words: tuple[str, ...], said: str
) -> None:
    assert said in run("--lang", "en", *words).err


def test_the_environment_can_choose_the_language(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DINET_LANG", "en")
    assert "there is no such file" in run("audit", "weg.docx").err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["buld", HOOGEVEEN], "'build'"),
        (["audit", "--formt", "json", HOOGEVEEN], "'--format'"),
        (["query", "orphan", HOOGEVEEN], "'orphans'"),
        (["write", HOOGEVEEN, "--format", "htm", "-o", "x"], "html"),
        (["query", "trace", "D99", HOOGEVEEN], "D9"),
        (["rules", "goal_without_efort"], "goal_without_effort"),
    ],
)
def test_a_misspelled_word_gets_status_2_and_a_hint(
    run: Run, words: list[str], hint: str
) -> None:
    ended = run(*words)
    assert ended.status == 2
    assert "Bedoelde u" in ended.err
    assert hint in ended.err


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        ("weg.docx", None, 66, "weg.docx: dit bestand is er niet."),
        ("leeg.docx", b"", 65, "leeg.docx: dit bestand is leeg."),
        ("brief.docx", b"Beste raad", 65, "dit is geen Word-document"),
        (
            "oud.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            65,
            "oudere Office-versie",
        ),
        (
            "geheim.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le"),
            65,
            "wachtwoord",
        ),
        ("foto.png", b"\x89PNG", 65, "dit soort bestand leest dinet niet"),
        (
            "brief.txt",
            b"Beste raad,\n\nHierbij de notulen.\n",
            65,
            "geen doelen, SMART-doelen of inspanningen gevonden",
        ),
    ],
)
def test_a_document_that_cannot_be_read_gets_one_clear_message(
    run: Run, name: str, content: bytes | None, status: int, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    ended = run("audit", name)
    assert (ended.status, ended.out) == (status, "")
    assert said in ended.err
    assert name in ended.err
    assert len(ended.err.strip().splitlines()) == 1


def test_many_problems_are_cut_to_three_lines_and_shown_whole_with_debug(
    run: Run,
) -> None:
    Path("fout.din.yaml").write_text(
        "".join(f"sleutel{number}: 1\n" for number in range(9)),
        encoding="utf-8",
    )
    short = run("audit", "fout.din.yaml").err.strip().splitlines()
    assert len(short) == 3
    assert "7" in short[-1]
    assert "--debug" in short[-1]
    assert (
        len(run("audit", "fout.din.yaml", "--debug").err.strip().splitlines())
        == 9
    )


@pytest.mark.no_cover
def test_an_audit_fails_on_what_is_asked(run: Run) -> None:
    assert run("audit", "plan.din.yaml").status == 1
    assert run("audit", "plan.din.yaml", "--fail-on", "never").status == 0
    assert run("audit", HOOGEVEEN).status == 0
    assert run("audit", HOOGEVEEN, "--fail-on", "warning").status == 1


def test_an_audit_of_several_documents_goes_on_after_a_bad_one(
    run: Run,
) -> None:
    ended = run("audit", "weg.docx", HOOGEVEEN)
    assert ended.status == 66
    assert "hoogeveen.docx: 3 thema's" in ended.out


@pytest.mark.no_cover
def test_an_audit_can_be_data(run: Run) -> None:
    one = json.loads(run("audit", HOOGEVEEN, "--format", "json").out)
    assert [each["rule"] for each in one["findings"]] == [
        each.rule for each in dinet.audit(dinet.read(HOOGEVEEN))
    ]
    assert one["findings"][0]["places"][0]["file"] == "hoogeveen.docx"
    assert (
        len(
            json.loads(
                run("audit", HOOGEVEEN, COEVORDEN, "--format", "json").out
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ["orphans"],
            "D4 Beter worden in het bieden van kansen aan onze kinderen.",
        ),
        (
            ["coverage"],
            "9 SMART-doelen: 8 met een eigen inspanning, 1 via het doel, 0 geen",
        ),
        (["shared"], "staat onder 3 doelen in 2 thema's:"),
        (["critical"], "de enige inspanning voor:"),
        (["trace", "S3"], "wordt gediend door, richting de inspanningen: "),
        (
            ["impact", "I20"],
            "was: met een eigen inspanning; wordt: via het doel",
        ),
    ],
)
def test_a_question_is_answered_in_words_and_as_data(
    run: Run, words: list[str], expected: str
) -> None:
    assert expected in run("query", *words, HOOGEVEEN).out
    assert (
        json.loads(run("query", *words, HOOGEVEEN, "--format", "json").out)
        is not None
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["orphans"], "Doelen zonder inspanning: 1"),
        (["shared"], "Geen SMART-doel en geen inspanning"),
        (["critical"], "Niets rust op één inspanning"),
        (["impact", "D1"], "houdt de steun"),
        (["trace", "D1"], "draagt bij aan, richting de visie: niets"),
        (["coverage"], "geen: Er leidt geen inspanning naar het doel."),
    ],
)
def test_an_empty_answer_says_so(
    run: Run, words: list[str], expected: str
) -> None:
    assert expected in run("query", *words, "plan.din.yaml").out


def test_impact_needs_an_id(run: Run) -> None:
    assert run("query", "impact", HOOGEVEEN).status == 2


def test_build_makes_everything_and_names_it(run: Run) -> None:
    ended = run("build", COEVORDEN)
    assert ended.status == 0
    made = sorted(path.name for path in Path("output").iterdir())
    assert made == sorted(f"coevorden{end}" for end in BUILT.values())
    assert all(f"output{os.sep}{name}" in ended.out for name in made)


def test_read_reports_writes_the_native_file_and_asks_for_what_is_open(
    run: Run,
) -> None:
    ended = run("read", COEVORDEN, "-o", "coevorden.din.yaml")
    assert "Door het document opengelaten" in ended.out
    assert dinet.read("coevorden.din.yaml") == dinet.read(COEVORDEN)
    form = Path("coevorden.koppeling.yaml")
    form.write_text(
        form.read_text(encoding="utf-8").replace(
            '"kolom 1": []', '"kolom 1": [D1]'
        ),
        encoding="utf-8",
    )
    run("read", COEVORDEN, "-o", "coevorden.din.yaml")
    assert "[D1]" in form.read_text(encoding="utf-8")
    assert (
        "18 doelen: 1 direct"
        in run("query", "coverage", COEVORDEN, "--mapping", str(form)).out
    )
    assert run("audit", COEVORDEN, "--mapping", "weg.yaml").status == 66


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
def test_the_report_on_a_reading_names_what_was_made_one(
    run: Run, form: str
) -> None:
    said = run("read", HOOGEVEEN, "--format", form).out
    assert "85% van de jeugd in klas 2 en 4" in said
    assert "hoogeveen.docx, tabel 2, rij 9, kolom Smart doelen" in said


def test_data_goes_to_the_output_and_words_beside_it(run: Run) -> None:
    ended = run("read", HOOGEVEEN, "-o", "-")
    assert ended.out.startswith("# ")
    assert "leesnotities" in ended.err


def test_a_native_file_can_come_in_through_a_pipe() -> None:
    words = [sys.executable, "-m", "dinet", "query", "orphans", "-"]
    piped = subprocess.run(
        words, input=PLAN, capture_output=True, encoding="utf-8", check=True
    )
    assert "Doelen zonder inspanning: 1" in piped.stdout


def test_an_empty_programme_can_be_made_filled_in_and_put_in_order(
    run: Run,
) -> None:
    run("new", "-o", "nieuw.din.yaml")
    text = Path("nieuw.din.yaml").read_text(encoding="utf-8")
    Path("nieuw.din.yaml").write_text(
        f"{text}# mijn opmerking\n", encoding="utf-8"
    )
    before = dinet.read("nieuw.din.yaml")
    assert run("fmt", "nieuw.din.yaml", "--ids").status == 0
    text = Path("nieuw.din.yaml").read_text(encoding="utf-8")
    assert "# mijn opmerking" in text
    assert "- id: I1" in text
    assert dinet.read("nieuw.din.yaml") == before
    assert run("fmt", HOOGEVEEN).status == 2
    run("new", "-o", "new.din.yaml", "--lang", "en")
    assert [
        goal.text for goal in dinet.Network(dinet.read("new.din.yaml")).goals
    ] == ["More ..."]
    run("new", "--format", "xlsx", "-o", "nieuw.xlsx")
    assert Path("nieuw.xlsx").stat().st_size > 0


def test_every_rule_and_format_is_listed_and_explained(run: Run) -> None:
    listed = run("rules").out
    codes = [line[:5] for line in listed.splitlines()]
    assert codes == sorted(codes)
    assert "DC101" in codes
    one = run("rules", "DC104").out
    assert "Waarom dit telt:" in one
    assert "inspanningen:" in one
    assert run(
        "rules", "target_without_effort", "--lang", "en"
    ).out.startswith("DC104 target_without_effort (warning)")
    assert "html" in run("formats").out


@pytest.mark.no_cover
def test_a_result_is_written_whole_or_not_at_all(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "doel.json").write_text("oud", encoding="utf-8")
    (tmp_path / "koppeling.json").symlink_to(tmp_path / "doel.json")
    for target in ("map", "koppeling.json", "doel.json/x.json"):
        ended = run("write", HOOGEVEEN, "--format", "json", "-o", target)
        assert ended.status == 73
        assert target in ended.err
    assert (tmp_path / "doel.json").read_text(encoding="utf-8") == "oud"
    assert not [
        path
        for path in tmp_path.rglob("*")
        if path.name.startswith(output_files.MAKING)
    ]


def test_a_full_disk_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "plan.json"
    target.write_bytes(b"oud")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError):
        output_files.write_file(b"nieuw", str(target))
    assert target.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_a_device_can_be_written_to(run: Run) -> None:
    assert (
        run("write", HOOGEVEEN, "--format", "json", "-o", os.devnull).status
        == 0
    )


def test_a_missing_format_is_named_and_the_others_are_still_made(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    ended = run("build", COEVORDEN, "--engine", "dot")
    assert ended.status == 69
    assert "coevorden.pdf" in ended.err
    assert Path("output/coevorden.html").exists()


def test_a_defect_is_one_line_and_a_file_for_the_makers(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened_document, "read_located", lambda *_: 1 / 0)
    ended = run("audit", "plan.din.yaml")
    assert (ended.status, len(ended.err.splitlines())) == (70, 1)
    assert "ZeroDivisionError" in Path(REPORT).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in run("audit", "plan.din.yaml", "--debug").err
    Path(REPORT).unlink()
    Path(REPORT).mkdir()
    assert "--debug" in run("audit", "plan.din.yaml").err


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (["--version"], {"networkx", "pydantic"}),
        (["--help"], {"networkx", "pydantic"}),
        (["buld"], {"networkx", "pydantic"}),
        (["formats"], {"networkx", "pydantic"}),
        (["audit", HOOGEVEEN], {"networkx", "jinja2", "pyvis"}),
        (
            ["read", HOOGEVEEN],
            {
                "networkx",
                "dinet.layout.plan",
                "dinet.report.findings.audit_report",
            },
        ),
    ],
)
def test_a_command_imports_nothing_that_it_does_not_need(
    words: list[str], absent: set[str]
) -> None:
    code = f"""
import sys
from dinet.cli import program
try:
    program.main({words!r})
except SystemExit:
    print(*sys.modules)
"""
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not absent & set(run.stdout.split())


@pytest.mark.parametrize(
    ("document", "stem"),
    [
        ("map/plan.din.yaml", "plan"),
        ("Bijlage 4: DIN (v2).docx", "Bijlage-4--DIN--v2"),
        ("..\\..\\x.docx", "x"),
        (".docx", "docx"),
        ("a" * 200 + ".txt", "a" * 80),
    ],
)
def test_the_name_of_a_result_is_safe_everywhere(
    document: str, stem: str
) -> None:
    assert output_files.safe_stem(document) == stem


def test_no_result_is_written_over_what_was_given(
    run: Run, tmp_path: Path
) -> None:
    before = (tmp_path / "plan.din.yaml").read_bytes()
    for words in (
        ("build", "plan.din.yaml", "-o", "."),
        (
            "write",
            "plan.din.yaml",
            "--format",
            "yaml",
            "-o",
            "./plan.din.yaml",
        ),
    ):
        ended = run(*words)
        assert ended.status == 73
        assert "daar schrijft dinet niet overheen" in ended.err
    assert (tmp_path / "plan.din.yaml").read_bytes() == before
    assert (tmp_path / "plan.html").exists()
