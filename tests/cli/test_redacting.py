"""``--redact``: the log, the file of names, and the names of what is written."""

from pathlib import Path

import pytest

from tests.cli.running import Run

PLAN = """\
dinet: 1
doelen:
  - tekst: Meer sport.
    inspanningen:
      - tekst: Hal bouwen met Piet Jong uit Jong Proefdam.
        trekker: Jorinde Testkamp
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "plan-testkamp.din.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)


def test_a_build_without_owners_says_what_was_left_out(
    run: Run, plan: str, tmp_path: Path
) -> None:
    done = run(
        "build", plan, "--redact", "owners", "-o", str(tmp_path / "uit")
    )
    assert "Weggelaten: namen: " in done.err
    assert "I1, trekker: “Jorinde Testkamp” → [naam 1]" in done.err
    assert not [
        path
        for path in (tmp_path / "uit").iterdir()
        if "testkamp" in path.name
    ]


def test_a_file_names_who_goes_and_what_stays(
    run: Run, plan: str, tmp_path: Path
) -> None:
    names = tmp_path / "namen.txt"
    names.write_text(
        "# wie\nPiet Jong = voorzitter\n! Jong Proefdam\n", encoding="utf-8"
    )
    done = run(
        "write", plan, "--format", "yaml", "-o", "-", "--redact", str(names)
    )
    assert "met voorzitter uit Jong Proefdam" in done.out
    assert "Jorinde Testkamp" in done.out


def test_a_file_that_is_not_there_is_named_with_what_may_be_asked(
    run: Run, plan: str
) -> None:
    done = run("audit", plan, "--redact", "owner")
    assert done.status == 66
    assert "owner: " in done.err
    assert "--redact" in done.err


def test_a_file_without_names_is_refused(
    run: Run, plan: str, tmp_path: Path
) -> None:
    (tmp_path / "leeg.txt").write_text("# niets\n", encoding="utf-8")
    assert (
        run("audit", plan, "--redact", str(tmp_path / "leeg.txt")).status == 65
    )


def test_a_list_of_people_is_ticked_and_given_back(
    run: Run, plan: str, tmp_path: Path
) -> None:
    listed = tmp_path / "personen.txt"
    assert run("read", plan, "--persons", str(listed)).status == 0
    words = listed.read_text(encoding="utf-8")
    assert "[x] Jorinde Testkamp\n#     1×: I1, trekker\n" in words
    assert "[x] Piet Jong\n" in words
    kept = run("read", plan, "--persons", str(listed), "--lang", "en")
    assert kept.status == 73
    edited = words.replace("[x] Piet", "[ ] Piet")
    edited = edited.replace("e Testkamp", "e Testkamp = adviseur")
    listed.write_text(edited, encoding="utf-8")
    done = run(
        "write", plan, "--format", "yaml", "-o", "-", "--redact", str(listed)
    )
    assert "met Piet Jong uit" in done.out
    assert "trekker: adviseur" in done.out


def test_the_page_on_a_reading_shows_no_words_outside_elements(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "plan.md"
    path.write_text(
        "Groet van Ypkje.\n\n| Doel | Inspanning |\n|---|---|\n| Meer sport | Hal bouwen |\n",
        encoding="utf-8",
    )
    for form in ("html", "json", "md", "text"):
        done = run("read", str(path), "--redact", "owners", "--format", form)
        assert "niet getoond" in done.out
        assert "Ypkje" not in done.out
