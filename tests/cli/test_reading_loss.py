"""What reading left, as the terminal tells it: shortly when it reads, and first in an audit."""

import json
from pathlib import Path

from tests.application.test_left_unread import PLAN
from tests.cli.running import Run
from tests.documents import table, word
from tests.interpret.sport import HEAD, ROW


def test_the_terminal_names_the_first_and_says_how_many_more(
    run: Run,
) -> None:
    lines = [f"Losse regel {number}." for number in range(1, 21)]
    Path("plan.docx").write_bytes(word(table(HEAD, ROW), *lines))
    ended = run("read", "plan.docx", "--lang", "nl")
    assert ended.status == 0
    assert "Losse regel 12." in ended.out
    assert "Losse regel 13." not in ended.out
    assert "… en 8 meer" in ended.out
    assert "van 7" in ended.out.splitlines()[1]


def test_an_audit_tells_above_its_findings_what_reading_left_out(
    run: Run,
) -> None:
    Path("plan.docx").write_bytes(PLAN)
    told = run("audit", "plan.docx", "--fail-on", "never").out
    before, _, _ = told.partition("bevinding")
    assert "Niet gelezen: 1 tabel, 2 koppen" in " ".join(before.split())
    data = json.loads(
        run("audit", "plan.docx", "--fail-on", "never", "--format", "json").out
    )
    assert data["left_unread"]["classes"] == {
        "table_not_understood": 1,
        "heading_left": 2,
        "text_left": 2,
    }


def test_an_audit_of_what_was_wholly_read_tells_only_findings(
    run: Run,
) -> None:
    Path("plan.docx").write_bytes(word(table(HEAD, ROW)))
    told = run("audit", "plan.docx", "--fail-on", "never").out
    assert "Niet gelezen" not in told


def test_the_page_with_every_word_is_written_beside_the_native_file(
    run: Run,
) -> None:
    Path("plan.docx").write_bytes(PLAN)
    ended = run("read", "plan.docx", "-o", "p.din.yaml", "--report", "p.html")
    assert ended.status == 0
    assert "Oosterpoort" in Path("p.html").read_text(encoding="utf-8")
    assert "ongelezen:" in Path("p.din.yaml").read_text(encoding="utf-8")
